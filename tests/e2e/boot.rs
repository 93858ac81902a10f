//! Addresses: the library, articles by name and by address, Back and Forward, folders, who may be read, and an app that comes
//! broken.

use crate::browser::{Tab, scene};
use crate::pages::{article, encoded};
use crate::server::{Reply, Site, dist};

/// Marks the document, so that a later look can tell whether it is still the same.
async fn mark(tab: &Tab) {
    tab.run("window.stayed = true").await;
}

#[tokio::test]
async fn the_library_lists_the_feed() {
    scene(async |tab| {
        tab.open_library().await;
        let items = tab.feed_items().await;
        assert_eq!(tab.count(".library .card").await, items.len());
        let titles = tab.strings("t.all('.library .card').map((one) => one.textContent)").await;
        // Marks that turn text around are not shown; the sampler has a title with some on purpose.
        for item in items.iter().filter_map(|item| item["title"].as_str()).filter(|title| !title.contains('\u{202E}')) {
            assert!(titles.iter().any(|title| title.contains(item)), "{item} is not among {titles:#?}");
        }
        tab.wait("document.querySelectorAll('.library h1').length === 1").await;
        tab.wait("document.querySelector('.library .card').matches('.card--image')").await;
    })
    .await;
}

#[tokio::test]
async fn a_card_of_the_library_opens_its_article_in_place() {
    scene(async |tab| {
        tab.open_library().await;
        mark(tab).await;
        let title = tab.text(".library .card__title").await;
        tab.click(".library .card__title .card__link").await;
        tab.wait_ready("1").await;
        assert_eq!(tab.text("h1").await, title);
        tab.wait("window.stayed && new URLSearchParams(location.search).has('read') && scrollY === 0").await;
        tab.wait("document.activeElement === document.querySelector('h1')").await;
        tab.wait("performance.getEntriesByName('article-rendered', 'mark').length === 1").await;
    })
    .await;
}

#[tokio::test]
async fn back_and_forward_move_between_library_and_article() {
    scene(async |tab| {
        tab.open_library().await;
        mark(tab).await;
        let library = tab.string("document.title").await;
        tab.click(".library .card__link").await;
        tab.wait_ready("1").await;
        let title = tab.text("h1").await;
        tab.session.back().await.unwrap();
        tab.wait_ready("library").await;
        assert_eq!(tab.string("document.title").await, library);
        tab.session.forward().await.unwrap();
        tab.wait_ready("1").await;
        assert_eq!(tab.text("h1").await, title);
        tab.wait("window.stayed && !document.querySelector('.library')").await;
    })
    .await;
}

#[tokio::test]
async fn the_state_of_the_page_is_taken_back_before_it_is_set_again() {
    scene(async |tab| {
        tab.open_library().await;
        tab.run("t.seen.ready.length = 0").await;
        tab.click(".library .card__link").await;
        tab.wait_ready("1").await;
        tab.wait("t.seen.ready.at(-1) === '1'").await;
        tab.session.back().await.unwrap();
        tab.wait("t.seen.ready.at(-1) === 'library'").await;
        // In between it was nothing, at least once; the observer sees states, not writes, so equal neighbours may merge.
        tab.wait("t.seen.ready.includes(null) || t.seen.ready.length >= 2").await;
    })
    .await;
}

#[tokio::test]
async fn every_article_of_the_library_opens_by_its_name_and_survives_a_reload() {
    scene(async |tab| {
        tab.be_patient(60);
        tab.expect_error("no-such-");
        for slug in tab.slugs().await {
            tab.read(&slug).await;
            let title = tab.text("h1").await;
            assert!(!title.is_empty(), "{slug} has no title");
            tab.reload().await;
            tab.wait_ready("1").await;
            assert_eq!(tab.text("h1").await, title, "{slug}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_app_works_in_any_folder() {
    for folder in ["/app/", "/deep/er/"] {
        scene(async |tab| {
            tab.site.mount(folder);
            tab.open_library().await;
            tab.click(".library .card__link").await;
            tab.wait_ready("1").await;
            tab.reload().await;
            tab.wait_ready("1").await;
            tab.scroll_through().await;
            let strays: Vec<String> =
                tab.site.requests().into_iter().filter(|path| !path.starts_with(folder)).collect();
            assert!(strays.iter().all(|path| path == "/favicon.ico"), "outside of {folder}: {strays:?}");
        })
        .await;
    }
}

#[tokio::test]
async fn a_name_that_the_feed_does_not_know_is_said_so_with_a_way_back() {
    scene(async |tab| {
        for name in
            ["no-such-article", "../secret", "%2e%2e%2fsecret", "https://example.org/x", "constructor", "tide-mill%00"]
        {
            tab.expect_failed_requests();
            tab.open(&format!("?read={name}")).await;
            assert_eq!(tab.failure_code().await, "unknown-article", "{name}");
        }
        assert!(!tab.site.requests().iter().any(|path| path.contains("secret") && path.ends_with(".json")));
        tab.click(".failure__home").await;
        tab.wait_ready("library").await;
    })
    .await;
}

#[tokio::test]
async fn an_article_of_the_same_origin_opens_by_its_address() {
    scene(async |tab| {
        tab.site.put("/elsewhere/a.json", Reply::json(&article("By address", &["One"])));
        tab.open(&tab.article_at("/elsewhere/a.json")).await;
        tab.wait_ready("1").await;
        assert_eq!(tab.text("h1").await, "By address");
        tab.open("?article=elsewhere/a.json").await;
        tab.wait_ready("1").await;
        assert_eq!(tab.text("h1").await, "By address");
    })
    .await;
}

#[tokio::test]
async fn another_origin_is_refused_and_not_even_asked() {
    scene(async |tab| {
        let other = Site::open().await;
        other.allow_other_origins();
        other.put("/a.json", Reply::json(&article("From elsewhere", &["One"])));
        tab.expect_error("failed to read `");
        tab.open(&format!("?article={}", encoded(&format!("{}/a.json", other.origin)))).await;
        assert_eq!(tab.failure_code().await, "refused");
        assert_eq!(other.requests(), [] as [&str; 0]);
        assert_eq!(tab.count(".failure__retry").await, 0, "it would be refused again");
    })
    .await;
}

#[tokio::test]
async fn addresses_that_are_no_web_addresses_are_refused() {
    scene(async |tab| {
        tab.expect_error("failed to read `");
        let addresses = [
            "javascript:alert(1)",
            "data:application/json,{\"gatefold\":1,\"title\":\"x\"}",
            "//other.example/a.json",
            "https://other.example/a.json",
            "file:///etc/passwd",
            "http://127.0.0.1@other.example/a.json",
            "\\\\other.example\\a.json",
            "blob:null/1",
        ];
        for address in addresses {
            tab.open(&format!("?article={}", encoded(address))).await;
            assert_eq!(tab.failure_code().await, "refused", "{address}");
        }
        assert_eq!(tab.outside.hosts(), [] as [&str; 0]);
        tab.wait("t.seen.alerts.length === 0").await;
    })
    .await;
}

#[tokio::test]
async fn another_origin_is_read_when_it_is_listed() {
    scene(async |tab| {
        let other = Site::open().await;
        other.allow_other_origins();
        other.put("/a.json", Reply::json(&article("From elsewhere", &["One"])));
        tab.site.option("data-origins", &format!("https://example.org {}", other.origin));
        tab.open(&format!("?article={}", encoded(&format!("{}/a.json", other.origin)))).await;
        tab.wait_ready("1").await;
        assert_eq!(tab.text("h1").await, "From elsewhere");
    })
    .await;
}

#[tokio::test]
async fn a_listed_origin_that_does_not_allow_reading_is_a_failure_of_the_network() {
    scene(async |tab| {
        let other = Site::open().await;
        other.put("/a.json", Reply::json(&article("From elsewhere", &["One"])));
        tab.site.option("data-origins", &other.origin);
        tab.expect_failed_requests();
        tab.open(&format!("?article={}", encoded(&format!("{}/a.json", other.origin)))).await;
        assert_eq!(tab.failure_code().await, "network");
    })
    .await;
}

#[tokio::test]
async fn an_app_that_comes_broken_says_so_over_what_was_written() {
    scene(async |tab| {
        tab.expect_failed_requests();
        // What the app says itself, and how browsers put it that a module is none.
        for text in [
            "gatefold: the app did not start",
            "Failed to load module script",
            "disallowed MIME type",
            "Loading module",
            "Failed to find a valid digest",
        ] {
            tab.expect_error(text);
        }
        tab.open_library().await;
        let first = |end: &str| {
            let mut requests = tab.site.requests().into_iter();
            requests.find(|path| path.starts_with("/gatefold-app") && path.ends_with(end)).expect("a file of the app")
        };
        for (path, mime) in [(first(".wasm"), "application/wasm"), (first(".js"), "text/javascript")] {
            let whole = std::fs::read(dist().join(&path[1..])).expect("the build has that file");
            let page = "<!doctype html><title>Sign in</title><p>Welcome to the café's network.";
            let ways = [
                Reply::status(503),
                Reply::new(mime, &whole[..whole.len() / 2]),
                Reply::new(mime, &whole[..]).broken(),
                Reply::new("text/html", page),
                Reply::new(mime, page),
                Reply::new(mime, ""),
            ];
            for reply in ways {
                tab.site.put(&path, reply);
                tab.open("?read=tide-mill").await;
                tab.wait("t.words(t.one('[data-boot-message]')).length > 10 && t.shown(t.one('[data-boot-message]'))")
                    .await;
                tab.wait("t.one('[data-boot-message]').role === 'alert' && t.words(t.one('#gatefold')) !== ''").await;
            }
            tab.site.put(&path, Reply::new(mime, whole));
            tab.read("tide-mill").await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_part_that_nobody_asked_for_is_not_missed_until_somebody_does() {
    scene(async |tab| {
        tab.expect_failed_requests();
        let guide = crate::pages::part("guide");
        tab.site.put(&guide, Reply::status(404));
        tab.open("?read=tide-mill").await;
        tab.wait_ready("1").await;
        tab.wait_for("the part", || tab.site.count(&guide) > 0).await;
        tab.settle().await;
        assert_eq!(tab.count(".part-failed").await, 0);
        tab.size(800, 900).await;
        tab.click(".contents-open").await;
        tab.wait("t.shown(document.querySelector('.part-failed[role=alert]'))").await;
    })
    .await;
}
