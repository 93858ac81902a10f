//! What a host can rely on: no policy is violated, nobody else is asked, and the page's head says what is shown.

use crate::browser::scene;
use crate::pages::article;
use crate::server::{Reply, STRICT_POLICY, dist};
use serde_json::{Value, json};
use std::fs;

#[tokio::test]
async fn the_strict_policy_is_never_violated() {
    scene(async |tab| {
        tab.be_patient(60);
        tab.expect_error("no-such-");
        tab.site.header("content-security-policy", STRICT_POLICY);
        for slug in tab.slugs().await {
            tab.read(&slug).await;
            tab.scroll_through().await;
            assert_eq!(tab.strings("t.seen.violations").await, [] as [&str; 0], "{slug}");
        }
        tab.click(".share-open").await;
        tab.wait("document.querySelector('.share-dialog:modal')").await;
        assert_eq!(tab.strings("t.seen.violations").await, [] as [&str; 0], "the share dialog");
    })
    .await;
}

#[tokio::test]
async fn articles_without_html_need_no_trusted_types_policy() {
    scene(async |tab| {
        let policy = STRICT_POLICY.replace("trusted-types gatefold gatefold-worker", "trusted-types 'none'");
        tab.site.option("data-json-ld", "off");
        tab.site.header("content-security-policy", &policy);
        tab.read("tide-mill").await;
        tab.scroll_through().await;
        assert_eq!(tab.strings("t.seen.violations").await, [] as [&str; 0]);
    })
    .await;
}

#[tokio::test]
async fn what_was_changed_on_the_way_is_refused_by_its_digest() {
    scene(async |tab| {
        for text in ["digest", "integrity", "Failed to load"] {
            tab.expect_error(text);
        }
        tab.open_library().await;
        let named = "[...document.querySelectorAll('script[integrity], link[rel=stylesheet][integrity]')]\
            .map((one) => new URL(one.src ?? one.href).pathname)";
        let named = tab.strings(named).await;
        assert!(named.len() > 1, "{named:?}");
        for path in named {
            let (kind, more) = if path.ends_with(".js") {
                ("text/javascript", "document.documentElement.style.setProperty('--changed', 1);")
            } else {
                ("text/css", ":root { --changed: 1 }")
            };
            let own = fs::read_to_string(dist().join(path.trim_start_matches('/'))).unwrap();
            tab.site.put(&path, Reply::new(kind, format!("{more}{own}")));
            let before = tab.site.count(&path);
            tab.open("?read=tide-mill").await;
            tab.settle().await;
            assert!(tab.site.count(&path) > before, "{path} was not asked for");
            let changed = "getComputedStyle(document.documentElement).getPropertyValue('--changed')";
            assert_eq!(tab.string(changed).await, "", "{path}");
            tab.site.put(&path, Reply::new(kind, own));
        }
        tab.read("tide-mill").await;
    })
    .await;
}

#[tokio::test]
async fn nobody_else_is_asked_for_anything() {
    scene(async |tab| {
        tab.be_patient(60);
        tab.expect_error("no-such-");
        for slug in tab.slugs().await {
            tab.read(&slug).await;
            tab.scroll_through().await;
            let foreign = "performance.getEntriesByType('resource').map((one) => one.name)\
                .filter((one) => !one.startsWith('data:') && new URL(one).origin !== location.origin)";
            assert_eq!(tab.strings(foreign).await, [] as [&str; 0], "{slug}");
        }
        assert_eq!(tab.outside.hosts(), [] as [&str; 0]);
    })
    .await;
}

/// A page's head, as others read it.
const HEAD: &str = "({ title: document.title, \
    description: document.querySelector('meta[name=description]')?.content ?? '', \
    canonical: document.querySelector('link[rel=canonical]')?.href ?? '', \
    canonicals: document.querySelectorAll('link[rel=canonical]').length, \
    data: t.all('script[type=\"application/ld+json\"]').map((one) => JSON.parse(one.textContent)) })";

#[tokio::test]
async fn the_head_describes_the_article_and_no_longer_when_it_is_left() {
    scene(async |tab| {
        let mut given = article("A \"title\" & </script><script>alert(1)</script> 🐟", &["One"]);
        given["standfirst"] = json!("What it is about.");
        given["url"] = json!("https://example.org/given?a=1&b=2");
        given["published"] = json!("2026-10-12T08:00:00Z");
        given["authors"] = json!([{ "name": "Ada Fenwick" }]);
        tab.read_json(&given).await;
        let head = tab.value(HEAD).await;
        assert!(head["title"].as_str().unwrap().contains(given["title"].as_str().unwrap()), "{head}");
        assert_eq!(head["description"], "What it is about.");
        assert_eq!(head["canonical"], "https://example.org/given?a=1&b=2");
        assert_eq!(head["canonicals"], 1);
        let data = &head["data"][0];
        assert_eq!(data["headline"], given["title"], "{data}");
        assert!(data["datePublished"].as_str().unwrap().starts_with("2026-10-12"), "{data}");
        assert!(data["author"].to_string().contains("Ada Fenwick"), "{data}");
        tab.click(".masthead__home").await;
        tab.wait_ready("library").await;
        let head = tab.value(HEAD).await;
        assert!(!head["title"].as_str().unwrap().contains("title"), "{head}");
        assert_ne!(head["description"], "What it is about.");
        assert!(!head["canonical"].as_str().unwrap().contains("given"), "{head}");
        assert!(!head["data"].to_string().contains("Ada Fenwick"), "{head}");
        tab.wait("t.seen.alerts.length === 0").await;
    })
    .await;
}

#[tokio::test]
async fn the_language_and_direction_of_the_article_are_its_own() {
    scene(async |tab| {
        tab.read("arabic").await;
        tab.wait("document.querySelector('.article').lang.startsWith('ar') && document.querySelector('.article').dir === 'rtl'")
            .await;
        tab.wait("document.querySelector('.gatefold').lang.startsWith('en') && document.querySelector('.article').dataset.script === 'arabic'")
            .await;
        tab.wait("getComputedStyle(document.querySelector('.masthead')).direction === 'ltr'").await;
    })
    .await;
}

#[tokio::test]
async fn the_theme_can_be_chosen_by_the_address() {
    scene(async |tab| {
        let mut grounds: Vec<Value> = Vec::new();
        for theme in ["light", "dark", "sepia", "contrast"] {
            tab.open(&format!("?read=tide-mill&theme={theme}")).await;
            tab.wait_ready("1").await;
            tab.wait(&format!("document.querySelector('.gatefold').dataset.theme === '{theme}'")).await;
            grounds.push(tab.value("getComputedStyle(document.querySelector('.gatefold')).backgroundColor").await);
        }
        assert!(grounds[0] != grounds[1] && grounds[1] != grounds[2] && grounds[0] != grounds[2], "{grounds:?}");
    })
    .await;
}

#[tokio::test]
async fn what_the_host_wrote_stays_when_webassembly_does_not_come() {
    scene(async |tab| {
        tab.open_library().await;
        let modules: Vec<String> = tab.site.requests().into_iter().filter(|path| path.ends_with(".wasm")).collect();
        assert!(!modules.is_empty(), "the app is no WebAssembly");
        for module in &modules {
            tab.site.put(module, Reply::status(404));
        }
        for text in ["wasm", "WebAssembly", "Failed to load resource"] {
            tab.expect_error(text);
        }
        tab.open("?read=tide-mill").await;
        tab.settle().await;
        tab.wait("t.words(document.querySelector('#gatefold')) !== '' && t.shown(document.querySelector('#gatefold'))")
            .await;
    })
    .await;
}

#[tokio::test]
async fn the_edit_link_shows_only_where_there_is_something_to_edit() {
    scene(async |tab| {
        let mut given = article("Editable", &["One"]);
        tab.read_json(&given).await;
        assert_eq!(tab.count(".edit-link").await, 0);
        given["edit"] = json!("https://example.org/edit/7");
        tab.read_json(&given).await;
        assert_eq!(tab.text(".edit-link").await, "Edit content");
        tab.wait("document.querySelector('.edit-link').href === 'https://example.org/edit/7'").await;
    })
    .await;
}
