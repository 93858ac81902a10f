//! The element's attributes, and the properties that are the same.

use crate::browser::{Tab, scene};
use crate::pages::{Related, article};
use crate::server::Reply;
use serde_json::json;

#[tokio::test]
async fn another_theme_builds_nothing_anew() {
    scene(async |tab| {
        tab.visit_ready("plain.html").await;
        tab.run("t.one('h1').kept = true").await;
        let ground = "getComputedStyle(t.one('.gatefold')).backgroundColor";
        let light = tab.string(ground).await;
        for theme in ["dark", "sepia", "contrast", "light"] {
            tab.run(&format!("t.host().setAttribute('theme', '{theme}')")).await;
            tab.wait(&format!("t.one('.gatefold').dataset.theme === '{theme}' && t.one('h1').kept")).await;
        }
        tab.run("t.host().theme = 'dark'").await;
        tab.wait(&format!("{ground} !== '{light}' && t.one('h1').kept")).await;
        tab.run("t.host().removeAttribute('theme')").await;
        tab.wait("t.one('.gatefold').dataset.theme === 'auto' && t.one('h1').kept").await;
        assert_eq!((tab.site.count("/articles/tide-mill.json"), tab.number("t.count('ready')").await), (1, 1.0));
    })
    .await;
}

#[tokio::test]
async fn another_option_keeps_the_article_and_asks_for_nothing() {
    scene(async |tab| {
        tab.visit_ready("plain.html").await;
        tab.run("Object.assign(t.host(), { headingLevel: '2', sections: 'closed', share: 'off', related: 'off' })")
            .await;
        tab.wait("t.one('h2.title') && !t.one('h1') && !t.one('.share-open') && !t.one('.related')").await;
        tab.wait_all_sections("closed").await;
        assert_eq!(tab.site.count("/articles/tide-mill.json"), 1);
    })
    .await;
}

/// Ten articles, of which each says its number.
fn ten(tab: &Tab) {
    for number in 0..10 {
        tab.site.put(&format!("/own/{number}.json"), Reply::json(&article(&format!("Number {number}"), &["One"])));
    }
}

#[tokio::test]
async fn of_ten_addresses_in_a_row_only_the_last_is_asked_for() {
    scene(async |tab| {
        ten(tab);
        tab.visit_ready("plain.html").await;
        // In a task of the page's: what a driver runs may have a pause after each step.
        tab.run_async("setTimeout(() => { for (let at = 0; at < 10; at++) t.host().src = `/own/${at}.json`; done() })")
            .await;
        tab.wait("t.count('ready') === 2 && t.words(t.one('h1')) === 'Number 9'").await;
        tab.settle().await;
        let asked: Vec<usize> = (0..10).map(|number| tab.site.count(&format!("/own/{number}.json"))).collect();
        assert_eq!(asked, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    })
    .await;
}

#[tokio::test]
async fn of_ten_addresses_one_after_the_other_only_the_last_shows() {
    scene(async |tab| {
        ten(tab);
        tab.visit_ready("plain.html").await;
        let gates: Vec<_> = (0..10).map(|number| tab.site.hold(&format!("/own/{number}.json"))).collect();
        for number in 0..10 {
            tab.run(&format!("t.host().src = '/own/{number}.json'")).await;
            tab.wait(&format!("t.signals['/own/{number}.json']")).await;
        }
        tab.wait("[0, 1, 2, 3, 4, 5, 6, 7, 8].every((one) => t.signals[`/own/${one}.json`].aborted)").await;
        for gate in gates.iter().rev() {
            gate.open();
        }
        tab.wait("t.count('ready') === 2").await;
        tab.settle().await;
        assert_eq!(tab.strings("t.of('ready').map((one) => one.title).slice(1)").await, ["Number 9"]);
        assert_eq!(tab.string("t.words(t.one('h1'))").await, "Number 9");
        assert_eq!(tab.number("t.count('error')").await, 0.0);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_value_is_said_with_what_is_allowed() {
    scene(async |tab| {
        for (name, value, allowed) in [
            ("theme", "purple", "`auto`, `light`, `dark`, `sepia` or `contrast`"),
            ("heading-level", "9", "1–6"),
            ("navigate", "away", "`link` or `in-place`"),
            ("related-size", "many", "1–50"),
        ] {
            tab.visit_json(&article("Given", &["One"]), &format!("{name}={value}")).await;
            let warnings = tab.strings("t.warnings").await;
            assert_eq!(warnings.len(), 1, "{warnings:?}");
            for part in [name, &format!("`{value}`"), allowed] {
                assert!(warnings[0].contains(part), "{part} is not in `{}`", warnings[0]);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_wrong_value_is_said_once_whatever_changes_beside_it() {
    scene(async |tab| {
        tab.visit_json(&article("Given", &["One"]), "theme=purple").await;
        tab.run("t.host().sections = 'closed'").await;
        tab.wait_all_sections("closed").await;
        tab.run("t.host().src = '/own/given.json?again'").await;
        tab.wait("t.count('ready') > 1 && t.of('ready').at(-1).src.endsWith('again')").await;
        assert_eq!(tab.number("t.warnings.length").await, 1.0);
        // Another wrong value is another thing to say.
        tab.run("t.host().theme = 'mauve'").await;
        tab.wait("t.warnings.length === 2 && t.warnings[1].includes('mauve')").await;
    })
    .await;
}

#[tokio::test]
async fn headings_begin_at_the_level_that_the_page_has_room_for() {
    scene(async |tab| {
        let mut given = article("Given", &["One", "Two"]);
        given["related"] = json!({ "items": [{ "title": "Neighbour", "url": "https://example.org/n" }] });
        tab.visit_json(&given, "heading-level=3").await;
        Related(tab).wait_cards(1).await;
        let levels = "t.all('h1, h2, h3, h4, h5, h6', t.reader()).map((one) => `${one.localName} ${t.words(one.querySelector('.section__title') ?? one)}`)";
        let wanted = ["h3 Given", "h4 One", "h4 Two", "h4 More like this", "h5 Neighbour"];
        assert_eq!(tab.strings(levels).await, wanted);
    })
    .await;
}

#[tokio::test]
async fn properties_and_attributes_are_the_same() {
    scene(async |tab| {
        tab.visit_with("").await;
        tab.wait("customElements.get('gatefold-reader')").await;
        let names = tab.strings("customElements.get('gatefold-reader').observedAttributes").await;
        assert!(names.len() >= 18, "{names:?}");
        for name in names {
            let told = tab
                .value(&format!(
                    "(() => {{ const one = document.createElement('gatefold-reader'); \
                     const key = '{name}'.replace(/-./g, (part) => part[1].toUpperCase()); \
                     one[key] = 'x'; const there = one.getAttribute('{name}'); one.setAttribute('{name}', 'y'); \
                     const back = one[key]; one.removeAttribute('{name}'); return [there, back, one[key]].join() }})()"
                ))
                .await;
            assert_eq!(told, "x,y,", "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_interface_says_its_own_language_and_the_article_its_own() {
    scene(async |tab| {
        tab.site.put("/own/given.json", Reply::json(&article("Given", &["One", "Two", "Three"])));
        tab.visit_with(
            "<div lang=en-GB><gatefold-reader id=around src=/articles/arabic.json></gatefold-reader></div>\
             <div lang=ar dir=rtl><gatefold-reader id=own lang=en src=/own/given.json></gatefold-reader></div>",
        )
        .await;
        tab.wait("t.count('ready') === 2").await;
        tab.wait("[around, own].every((one) => t.inside('.gatefold', one).lang === 'en' && t.inside('.gatefold', one).dir === 'ltr')")
            .await;
        tab.wait("t.inside('.article', around).lang === 'ar' && t.inside('.article', around).dir === 'rtl'").await;
        tab.wait("t.inside('.article', own).lang === 'en' && t.inside('.article', own).dir === 'ltr'").await;
        tab.wait("t.inside('.share-open', around).closest('[lang]').lang === 'en'").await;
    })
    .await;
}
