//! Nothing gets in, nothing gets out: styles, globals, the address and the history of the page.

use crate::browser::{Tab, scene};
use serde_json::json;

/// How an article looks: of its title, a paragraph and a button, what a page's styles could change.
const LOOKS: &str = "['h1', '.prose p', '.section__toggle', '.share-open', '.reader'].flatMap((selector) => { \
    const style = getComputedStyle(t.one(selector)); const size = parseFloat(style.fontSize); \
    return ['display', 'float', 'color', 'fontFamily', 'fontStyle', 'fontWeight', 'wordSpacing', 'textTransform', \
    'textAlign', 'textIndent', 'boxSizing', 'borderTopWidth', 'paddingTop', 'marginTop', 'visibility', 'whiteSpace', 'direction', 'cursor'] \
    .map((name) => `${selector} ${name}: ${style[name]}`).concat(['lineHeight', 'letterSpacing'].map((name) => \
    `${selector} ${name}: ${((parseFloat(style[name]) || 0) / size).toFixed(2)} em`)) })";

const SIZES: &str =
    "['h1', '.prose p', '.section__title'].map((selector) => parseFloat(getComputedStyle(t.one(selector)).fontSize))";

async fn sizes(tab: &Tab) -> Vec<f64> {
    tab.value(SIZES).await.as_array().expect("a list").iter().filter_map(serde_json::Value::as_f64).collect()
}

#[tokio::test]
async fn the_styles_of_the_page_do_not_get_in() {
    scene(async |tab| {
        tab.size(1100, 900).await;
        tab.visit_with("<gatefold-reader src=/articles/tide-mill.json loading=eager></gatefold-reader>").await;
        tab.wait_told("ready").await;
        let (looks, plain) = (tab.strings(LOOKS).await, sizes(tab).await);
        tab.visit_ready("hostile.html").await;
        tab.wait("t.shown(t.one('h1')) && t.shown(t.one('.share-open'))").await;
        let hostile = tab.strings(LOOKS).await;
        let changed: Vec<_> = looks.iter().zip(&hostile).filter(|(one, other)| one != other).collect();
        assert!(changed.is_empty(), "{changed:#?}");
        for (one, other) in plain.iter().zip(sizes(tab).await) {
            // Who enlarges the page's type enlarges the article's, within reason.
            assert!((0.8..=2.6).contains(&(other / one)), "{plain:?} became {other}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_theme_of_a_blog_does_not_get_in() {
    scene(async |tab| {
        tab.size(1100, 900).await;
        tab.visit_with(
            "<div style='width: 700px'><gatefold-reader src=/articles/tide-mill.json heading-level=2 sections=open></gatefold-reader></div>",
        )
        .await;
        tab.wait_told("ready").await;
        let at_level_two = LOOKS.replace("'h1'", "'h2.title'");
        let looks = tab.strings(&at_level_two).await;
        tab.visit_ready("wordpress.html").await;
        let changed: Vec<_> = looks.into_iter().zip(tab.strings(&at_level_two).await).filter(|(one, other)| one != other).collect();
        assert!(changed.is_empty(), "{changed:#?}");
        tab.expect_no_sideways_scrolling("a blog").await;
    })
    .await;
}

#[tokio::test]
async fn among_hostile_styles_everything_still_works() {
    scene(async |tab| {
        tab.visit_ready("hostile.html").await;
        tab.toggle("The stones").await;
        tab.wait_sections(&["The stones"], "closed").await;
        crate::pages::ShareDialog(tab).open().await;
        // In the top layer, whatever its ancestors cut off and transform.
        tab.wait(
            "(({ left, right, top, bottom }) => left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight)\
             (t.one('.share-dialog').getBoundingClientRect())",
        )
        .await;
        tab.click_inside(".share__close").await;
        tab.wait("!t.one('.share-dialog').open").await;
    })
    .await;
}

#[tokio::test]
async fn the_styles_of_the_article_do_not_get_out() {
    scene(async |tab| {
        let body = "<header class=header><h1 class=title>Title</h1></header><article class=article><p class=standfirst>Paragraph</p>\
            <button class=button>Button</button><a class=card href=/>Link</a><section class=section>Section</section></article>";
        tab.visit_with(body).await;
        tab.wait("customElements.get('gatefold-reader')").await;
        // All that is computed, of everything, and whatever style sheet the document has.
        let styles = "JSON.stringify([document.styleSheets.length, document.adoptedStyleSheets.length, document.head.childElementCount, \
            ...[document.documentElement, document.body, ...t.all('body > :not(gatefold-reader, #room), article > *')].map((one) => \
            [...getComputedStyle(one)].filter((name) => !/height|block-size|origin|width|inline-size/.test(name)).map((name) => getComputedStyle(one)[name]))])";
        let before = tab.string(styles).await;
        tab.run("document.body.insertAdjacentHTML('beforeend', '<gatefold-reader src=/articles/tide-mill.json loading=eager theme=sepia></gatefold-reader>')")
            .await;
        tab.wait_told("ready").await;
        tab.settle().await;
        assert_eq!(tab.string(styles).await, before);
        crate::pages::ShareDialog(tab).open().await;
        tab.press(thirtyfour::Key::Escape).await;
        crate::pages::ShareDialog(tab).wait_closed().await;
        assert_eq!(tab.string(styles).await, before);
    })
    .await;
}

#[tokio::test]
async fn the_window_gets_nothing_but_the_element() {
    scene(async |tab| {
        tab.site.put("/hosts/empty.html", crate::server::Reply::new("text/html", "<!doctype html><title>Empty</title>"));
        tab.visit("empty.html").await;
        tab.run("document.body.append('')").await;
        // The driver of the browser leaves names of its own.
        let names = "[...Object.getOwnPropertyNames(window).filter((name) => !/^(cdc_|ret_nodes)/.test(name)), ...Object.keys(document), \
            ...document.documentElement.getAttributeNames(), ...document.body.getAttributeNames(), document.title, \
            ...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie, ...Object.keys(HTMLElement.prototype)]";
        let before = tab.strings(names).await;
        tab.run_async(
            "import('/embed/gatefold.js').then(() => { document.body.innerHTML = '<gatefold-reader src=/articles/tide-mill.json loading=eager>'; done() })",
        )
        .await;
        tab.wait_told("ready").await;
        tab.scroll_through().await;
        tab.run_async("t.host().openShare().then(() => t.host().collapseAll()).then(done)").await;
        tab.run("t.host().remove()").await;
        tab.settle().await;
        let after = tab.strings(names).await;
        let missing = |of: &[String], all: &[String]| -> Vec<String> {
            let mut all = all.to_vec();
            of.iter().filter(|name| all.iter().position(|one| one == *name).map(|at| all.swap_remove(at)).is_none()).cloned().collect()
        };
        assert_eq!(missing(&after, &before), [] as [&str; 0], "new");
        assert_eq!(missing(&before, &after), [] as [&str; 0], "gone");
        assert_eq!(tab.value("typeof customElements.get('gatefold-reader')").await, "function");
    })
    .await;
}

/// An article with a link to its last section, and a page that is tall above and below.
async fn with_a_link(tab: &Tab, attributes: &str, address: &str) {
    let mut given = crate::pages::article("Given", &["One", "Two", "Low water"]);
    given["sections"][0]["blocks"][0] = json!(["See ", { "type": "link", "href": "#low-water", "text": "below" }, "."]);
    tab.site.put("/own/given.json", crate::server::Reply::json(&given));
    tab.visit_with(&format!(
        "<div style='height: 900px'></div><gatefold-reader src=/own/given.json {attributes}></gatefold-reader><div style='height: 900px'></div>"
    ))
    .await;
    if !address.is_empty() {
        tab.open(&format!("{}/hosts/given.html{address}", tab.site.origin)).await;
    }
    tab.run("t.host()?.reload?.()").await;
    tab.wait_told("ready").await;
}

#[tokio::test]
async fn links_in_the_article_leave_the_address_and_the_history_alone() {
    scene(async |tab| {
        with_a_link(tab, "sections=first", "").await;
        let before = tab.number("history.length").await;
        tab.click_inside(".prose p a[href^='#']").await;
        tab.wait_sections(&["Low water"], "open").await;
        tab.wait("t.inView(t.section('Low water'))").await;
        tab.settle().await;
        assert_eq!(tab.string("location.hash").await, "");
        assert_eq!(tab.number("history.length").await, before);
        assert_eq!(tab.strings("t.history").await, [] as [&str; 0]);
    })
    .await;
}

#[tokio::test]
async fn with_history_on_links_in_the_article_change_the_address() {
    scene(async |tab| {
        with_a_link(tab, "sections=first history=on", "").await;
        let before = tab.number("history.length").await;
        tab.click_inside(".prose p a[href^='#']").await;
        tab.wait_sections(&["Low water"], "open").await;
        tab.wait("t.inView(t.section('Low water')) && location.hash === '#low-water'").await;
        assert_eq!(tab.number("history.length").await, before + 1.0);
        tab.run("history.back()").await;
        tab.wait("location.hash === ''").await;
    })
    .await;
}

#[tokio::test]
async fn a_section_in_the_address_opens_and_is_scrolled_to() {
    scene(async |tab| {
        with_a_link(tab, "sections=closed", "#low-water").await;
        tab.wait_sections(&["Low water"], "open").await;
        tab.wait_sections(&["One", "Two"], "closed").await;
        tab.wait("t.inView(t.section('Low water'))").await;
        // And when the page goes to another one.
        tab.run("location.hash = '#two'").await;
        tab.wait_sections(&["Two"], "open").await;
        tab.wait("t.inView(t.section('Two'))").await;
    })
    .await;
}

#[tokio::test]
async fn a_section_in_the_address_loads_an_element_far_down() {
    scene(async |tab| {
        tab.site
            .put("/own/given.json", crate::server::Reply::json(&crate::pages::article("Given", &["One", "Low water"])));
        tab.visit_with("<div style='height: 6000px'></div><gatefold-reader src=/own/given.json></gatefold-reader>")
            .await;
        tab.open(&format!("{}/hosts/given.html#low-water", tab.site.origin)).await;
        tab.wait_told("ready").await;
        tab.wait("t.inView(t.section('Low water'))").await;
    })
    .await;
}

#[tokio::test]
async fn a_fragment_of_the_page_is_left_to_the_page() {
    scene(async |tab| {
        with_a_link(tab, "sections=closed", "").await;
        tab.run("document.body.insertAdjacentHTML('beforeend', '<p id=foot>Foot</p>'); location.hash = '#foot'").await;
        tab.wait("t.inView(foot)").await;
        tab.run("location.hash = '#%E0%A4%A'").await;
        tab.settle().await;
        tab.wait_all_sections("closed").await;
    })
    .await;
}

#[tokio::test]
async fn nobody_else_is_asked_for_anything() {
    scene(async |tab| {
        tab.visit_ready("plain.html").await;
        tab.scroll_through().await;
        tab.run_async("t.host().openShare().then(done)").await;
        tab.settle().await;
        assert_eq!(tab.outside.hosts(), [] as [&str; 0]);
    })
    .await;
}
