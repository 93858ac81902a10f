//! What the host page is told, and what it can prevent.

use crate::browser::{Engine, Tab, scene};
use crate::pages::{Related, ShareDialog, article, hub, items};
use serde_json::{Value, json};
use thirtyfour::Key;

/// A page with an article that leads to another one.
async fn with_a_neighbour(tab: &Tab, attributes: &str) {
    let mut given = article("Given", &["One"]);
    given["url"] = json!("https://example.org/given");
    given["related"] = json!({ "items": [{ "title": "Neighbour", "url": format!("{}/hosts/dark.html", tab.site.origin),
        "article": format!("{}/own/neighbour.json", tab.site.origin) }] });
    tab.site.put("/own/neighbour.json", crate::server::Reply::json(&article("Neighbour", &["Two"])));
    tab.visit_json(&given, attributes).await;
    tab.scroll_to("t.one('.card__link')").await;
}

#[tokio::test]
async fn a_section_that_is_toggled_is_told() {
    scene(async |tab| {
        tab.visit_json(&article("Given", &["One", "Low water"]), "sections=open").await;
        assert_eq!(tab.number("t.count('section')").await, 0.0);
        tab.toggle("Low water").await;
        tab.wait_sections(&["Low water"], "closed").await;
        tab.toggle("Low water").await;
        tab.wait_sections(&["Low water"], "open").await;
        let told = json!([{ "id": "low-water", "open": false }, { "id": "low-water", "open": true }]);
        assert_eq!(tab.value("t.of('section')").await, told);
    })
    .await;
}

#[tokio::test]
async fn sections_that_are_opened_for_the_reader_are_told_too() {
    scene(async |tab| {
        tab.visit("plain.html").await;
        tab.run("t.host().src = '/own/nested.json'; t.host().sections = 'closed'").await;
        tab.wait("t.of('ready').at(-1)?.title === 'Nested sections'").await;
        assert_eq!(tab.number("t.count('section')").await, 0.0);
        let told = "t.of('section').map(({ id, open }) => `${id} ${open}`)";
        tab.run("t.host().scrollToSection('deep-water')").await;
        tab.wait("t.count('section') === 3").await;
        assert_eq!(tab.strings(told).await, ["harbour true", "quay true", "deep-water true"]);
        // Those that are open already have not changed.
        tab.run("t.told.length = 0; t.host().expandAll()").await;
        tab.wait("t.states() === 'open' && t.count('section') === t.all('.section', t.reader()).length - 3").await;
        tab.run("t.told.length = 0; t.host().collapseAll()").await;
        tab.wait("t.states() === 'closed' && t.count('section') === t.all('.section', t.reader()).length").await;
        tab.wait("t.of('section').every(({ open }) => !open)").await;
    })
    .await;
}

#[tokio::test]
async fn every_event_leaves_the_shadow_root_and_comes_from_the_element() {
    scene(async |tab| {
        tab.visit_with("<div id=around></div>").await;
        tab.run(
            "window.seen = []; for (const name of ['ready', 'section', 'progress']) around.addEventListener(`gatefold-${name}`, \
             (event) => seen.push([name, event.target.localName, event.composed, event.bubbles, event.constructor.name].join())); \
             around.innerHTML = '<gatefold-reader src=/articles/tide-mill.json sections=open></gatefold-reader>'",
        )
        .await;
        tab.wait_told("ready").await;
        tab.toggle("The stones").await;
        tab.wait("seen.some((one) => one.startsWith('section'))").await;
        tab.wait("seen.every((one) => one.endsWith(',gatefold-reader,true,true,CustomEvent'))").await;
    })
    .await;
}

#[tokio::test]
async fn how_far_the_reader_is_is_told_from_nothing_to_all() {
    scene(async |tab| {
        tab.visit_json(&article("Given", &["One", "Two", "Three", "Four", "Five"]), "sections=open").await;
        tab.wait_told("progress").await;
        assert_eq!(tab.number("t.of('progress')[0].fraction").await, 0.0);
        tab.scroll_through().await;
        tab.wait("t.of('progress').at(-1).fraction === 1").await;
        tab.wait("t.of('progress').every(({ fraction }, at, all) => at === 0 || fraction >= all[at - 1].fraction)")
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_share_target_that_is_chosen_is_told_and_can_be_prevented() {
    scene(async |tab| {
        tab.expect_failed_requests();
        let mut given = article("Given", &["One"]);
        given["url"] = json!("https://example.org/given");
        tab.visit_json(&given, "campaign='from=host'").await;
        tab.run("t.prevented.add('share')").await;
        ShareDialog(tab).open().await;
        tab.click_inside(".share__target[target=_blank]").await;
        tab.wait_told("share").await;
        let detail = tab.value("t.of('share')[0]").await;
        assert_eq!(detail["target"], tab.value("t.one('.share__target[target=_blank]').dataset.target").await);
        assert_eq!(
            (&detail["title"], &detail["url"]),
            (&"Given".into(), &"https://example.org/given?from=host".into())
        );
        tab.settle().await;
        assert_eq!(tab.session.windows().await.unwrap().len(), 1);
        tab.run("t.prevented.clear()").await;
        tab.click_inside(".share__target[target=_blank]").await;
        tab.wait("t.count('share') === 2").await;
        tab.wait_windows(2).await;
    })
    .await;
}

#[tokio::test]
async fn what_happens_to_the_related_articles_is_told() {
    scene(async |tab| {
        let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "title": "More", "items": items(tab, 0..6) });
        tab.site.put("/own/feed.json", crate::server::Reply::json(&feed));
        let hub = hub(json!({ "src": format!("{}/own/feed.json", tab.site.origin) }));
        tab.visit_json(&hub, "related-size=4").await;
        Related(tab).wait_cards(4).await;
        tab.click_inside(".related__more").await;
        Related(tab).wait_cards(6).await;
        Related(tab).wait_foot("end").await;
        let told = tab.strings("t.of('related').map(({ shown, phase }) => `${shown} ${phase}`)").await;
        assert_eq!(told, ["0 loading", "4 more", "6 end"]);
    })
    .await;
}

#[tokio::test]
async fn a_card_is_a_plain_link_by_itself() {
    scene(async |tab| {
        with_a_neighbour(tab, "").await;
        tab.run("addEventListener('gatefold-navigate', ({ detail }) => sessionStorage.setItem('told', JSON.stringify(detail)))")
            .await;
        tab.click_inside(".card__link").await;
        tab.wait("location.pathname === '/hosts/dark.html'").await;
        let told: Value = serde_json::from_str(&tab.string("sessionStorage.getItem('told')").await).unwrap();
        let expected = json!({ "url": format!("{}/hosts/dark.html", tab.site.origin), "title": "Neighbour",
            "src": format!("{}/own/neighbour.json", tab.site.origin), "inline": false });
        assert_eq!(told, expected);
    })
    .await;
}

#[tokio::test]
async fn a_card_that_is_prevented_does_nothing() {
    scene(async |tab| {
        for attributes in ["", "navigate=in-place"] {
            with_a_neighbour(tab, attributes).await;
            tab.run("t.prevented.add('navigate')").await;
            tab.click_inside(".card__link").await;
            tab.wait_told("navigate").await;
            tab.settle().await;
            tab.wait("location.pathname === '/hosts/given.html' && t.words(t.one('h1')) === 'Given'").await;
            assert_eq!(tab.string("t.host().src").await, "/own/given.json");
        }
    })
    .await;
}

#[tokio::test]
async fn a_card_opens_in_place_where_the_page_says_so() {
    scene(async |tab| {
        with_a_neighbour(tab, "navigate=in-place").await;
        tab.click_inside(".card__link").await;
        tab.wait("t.count('ready') === 2 && t.words(t.one('h1')) === 'Neighbour'").await;
        assert_eq!(tab.string("t.host().src").await, format!("{}/own/neighbour.json", tab.site.origin));
        // Asked for ahead or not, it is asked for once.
        assert_eq!(tab.site.count("/own/neighbour.json"), 1);
        // The reader begins it at its beginning.
        tab.wait("t.inView(t.one('h1'))").await;
        tab.wait("location.pathname === '/hosts/given.html' && !t.history.length").await;
    })
    .await;
}

#[tokio::test]
async fn what_a_card_leads_to_is_asked_for_ahead_and_once() {
    scene(async |tab| {
        with_a_neighbour(tab, "navigate=in-place").await;
        tab.focus("t.one('.card__link')").await;
        tab.wait_for("asked for ahead", || tab.site.count("/own/neighbour.json") == 1).await;
        tab.press(Key::Enter).await;
        tab.wait("t.count('ready') === 2 && t.words(t.one('h1')) === 'Neighbour'").await;
        assert_eq!(tab.site.count("/own/neighbour.json"), 1);
        // A request that is not wanted after all is called off, and the article asked for anew when it is.
        with_a_neighbour(tab, "navigate=in-place").await;
        tab.focus("t.one('.card__link')").await;
        tab.wait_for("asked for ahead again", || tab.site.count("/own/neighbour.json") == 2).await;
        tab.focus("t.one('.share-open')").await;
        tab.run("t.host().src = '/own/neighbour.json'").await;
        tab.wait("t.count('ready') === 2 && t.words(t.one('h1')) === 'Neighbour'").await;
        assert_eq!(tab.site.count("/own/neighbour.json"), 3);
    })
    .await;
}

#[tokio::test]
async fn a_card_opened_in_a_new_tab_changes_nothing_here() {
    scene(async |tab| {
        with_a_neighbour(tab, "navigate=in-place").await;
        if tab.engine == Engine::WebKit {
            // A click by its driver opens no second window; that nobody takes it from the browser can still be seen.
            let click = "new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true, composed: true })";
            tab.run("addEventListener('click', (event) => { window.taken = event.defaultPrevented; event.preventDefault() })").await;
            tab.run(&format!("t.one('.card__link').dispatchEvent({click})")).await;
            assert_eq!(tab.value("taken").await, false);
            return;
        }
        let link = tab.session.execute("return t.one('.card__link')", Vec::new()).await.unwrap().element().unwrap();
        let chain = tab.session.action_chain().key_down(Key::Control).click_element(&link).key_up(Key::Control);
        chain.perform().await.expect("a click");
        tab.wait_windows(2).await;
        tab.wait("t.words(t.one('h1')) === 'Given' && t.host().src === '/own/given.json' && t.count('ready') === 1").await;
    })
    .await;
}
