//! Loading and failing: what is shown meanwhile, what is said afterwards, and what "Try again" does.

use crate::browser::{Tab, scene};
use crate::pages::article;
use crate::server::{ASKED, Reply};

/// Opens a faulty article and checks everything that a failure must say.
async fn expect_failure(tab: &Tab, path: &str, code: &str, retry: bool) {
    tab.expect_failed_requests();
    tab.open(&tab.article_at(path)).await;
    assert_eq!(tab.failure_code().await, code);
    tab.wait("document.querySelector('.failure').getAttribute('role') === 'alert' && t.shown(document.querySelector('.failure'))")
        .await;
    for part in [".failure__title", ".failure__cause"] {
        let text = tab.text(part).await;
        assert!(text.contains(' ') && !text.contains("undefined") && !text.contains('{'), "{part}: {text}");
    }
    assert_eq!(tab.count(".failure__retry").await, usize::from(retry), "Try again");
    assert_eq!(tab.count(".skeleton, .loading, .article").await, 0, "something else is shown too");
    tab.wait("t.shown(document.querySelector('.failure__home'))").await;
}

/// One test for each fault: its file under `/fault/`, its code, and whether trying again is offered. Only what never ends
/// is given little time, so that a busy machine does not turn one failure into another.
macro_rules! failures {
    ($($name:ident: $file:literal is $code:literal, retry $retry:literal;)*) => {$(
        #[tokio::test]
        async fn $name() {
            scene(async |tab| {
                tab.site.option("data-timeout", if $code == "timeout" { "1" } else { "60" });
                tab.be_patient(60);
                expect_failure(tab, concat!("/fault/", $file), $code, $retry).await;
            })
            .await;
        }
    )*};
}

failures! {
    an_article_that_is_gone_fails: "404.json" is "http-404", retry false;
    an_article_that_is_forbidden_fails: "403.json" is "http-403", retry false;
    a_server_in_trouble_fails: "500.json" is "http-500", retry true;
    a_server_that_never_answers_times_out: "hang.json" is "timeout", retry true;
    an_answer_that_drips_for_ever_times_out: "drip.json" is "timeout", retry true;
    a_web_page_instead_of_json_fails: "html.json" is "html", retry true;
    an_empty_answer_fails: "empty.json" is "empty", retry true;
    json_cut_short_fails: "truncated.json" is "syntax", retry true;
    a_connection_that_breaks_off_fails: "broken-off.json" is "network", retry true;
    an_answer_that_is_too_large_fails: "large.json" is "too-large", retry false;
    an_answer_that_hides_how_large_it_is_fails: "large-unmeasured.json" is "too-large", retry false;
    json_that_is_no_article_fails: "not-an-article.json" is "format", retry false;
    a_list_instead_of_an_article_fails: "list.json" is "format", retry false;
    an_article_with_nothing_to_show_fails: "nothing-to-show.json" is "format", retry false;
}

#[tokio::test]
async fn the_skeleton_comes_first_then_the_word_then_the_article() {
    scene(async |tab| {
        tab.site.put("/own/late.json", Reply::json(&article("Late", &["One"])));
        let gate = tab.site.hold("/own/late.json");
        tab.open(&tab.article_at("/own/late.json")).await;
        tab.wait(
            "t.shown(document.querySelector('.skeleton')) && document.querySelector('.skeleton').ariaHidden === 'true'",
        )
        .await;
        tab.wait(
            "t.shown(document.querySelector('.loading')) && t.words(document.querySelector('.loading')) === 'Loading'",
        )
        .await;
        tab.wait("t.words(document.querySelector('.loading[role=status], .loading [role=status]')) === 'Loading'")
            .await;
        assert_eq!(tab.value("document.documentElement.dataset.ready ?? null").await, serde_json::Value::Null);
        gate.open();
        tab.wait_ready("1").await;
        assert_eq!(tab.text("h1").await, "Late");
        assert_eq!(tab.count(".skeleton, .loading").await, 0);
        tab.wait("document.querySelector('.article').ariaBusy !== 'true'").await;
    })
    .await;
}

#[tokio::test]
async fn try_again_repeats_the_same_request_until_it_succeeds() {
    scene(async |tab| {
        let good = Reply::json(&article("At last", &["One"]));
        tab.site.put_after("/own/flaky.json", &[Reply::status(500), Reply::status(503)], good);
        tab.expect_failed_requests();
        tab.open(&tab.article_at("/own/flaky.json")).await;
        assert_eq!(tab.failure_code().await, "http-500");
        tab.click(".failure__retry").await;
        tab.wait("document.querySelector('.failure__code')?.textContent.endsWith('http-503')").await;
        tab.focus("document.querySelector('.failure__retry')").await;
        tab.press(thirtyfour::Key::Enter).await;
        tab.wait_ready("1").await;
        assert_eq!(tab.text("h1").await, "At last");
        assert_eq!(tab.count(".failure").await, 0);
        assert_eq!(tab.site.count("/own/flaky.json"), 2 * ASKED + 1);
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_broke_off_is_whole_the_second_time() {
    scene(async |tab| {
        let good = Reply::json(&article("Whole", &["One"]));
        tab.site.put_each("/own/flaky.json", vec![good.clone().broken(), good]);
        tab.expect_failed_requests();
        tab.open(&tab.article_at("/own/flaky.json")).await;
        tab.wait_ready("1").await;
        assert_eq!(tab.text("h1").await, "Whole");
        tab.wait("!t.seen.ready.includes('failed')").await;
    })
    .await;
}

#[tokio::test]
async fn a_server_that_names_a_time_is_left_alone_for_as_long() {
    scene(async |tab| {
        let good = Reply::json(&article("Back", &["One"]));
        tab.expect_failed_requests();
        for (name, long) in [("hour", "3600"), ("date", "Wed, 21 Oct 2099 07:28:00 GMT")] {
            let path = format!("/own/{name}.json");
            tab.site.put_each(&path, vec![Reply::status(429).with("retry-after", long), good.clone()]);
            tab.open(&tab.article_at(&path)).await;
            assert_eq!(tab.failure_code().await, "http-429");
            assert_eq!(tab.site.count(&path), 1, "{name}: that is for the reader to decide");
        }
        tab.site.put_each("/own/soon.json", vec![Reply::status(503).with("retry-after", "1"), good]);
        tab.open(&tab.article_at("/own/soon.json")).await;
        tab.wait_ready("1").await;
        // The one that was answered; those before it were not, and a page is younger than what it asks for.
        let asked = "performance.getEntriesByType('resource').find(({ name }) => name.endsWith('soon.json')).startTime";
        tab.wait(&format!("{asked} >= 1000")).await;
    })
    .await;
}

#[tokio::test]
async fn what_will_not_pass_is_asked_for_once() {
    scene(async |tab| {
        tab.expect_failed_requests();
        for fault in ["404", "403"] {
            tab.open(&tab.article_at(&format!("/fault/{fault}.json"))).await;
            tab.wait_ready("failed").await;
            assert_eq!(tab.site.count(&format!("/fault/{fault}.json")), 1, "{fault}");
        }
    })
    .await;
}

#[tokio::test]
async fn without_a_network_it_says_so_and_goes_on_when_there_is_one() {
    scene(async |tab| {
        tab.open_library().await;
        tab.expect_failed_requests();
        tab.offline(true).await;
        tab.click(".library .card__link").await;
        assert_eq!(tab.failure_code().await, "network");
        tab.wait("t.shown(document.querySelector('.failure__retry'))").await;
        tab.offline(false).await;
        tab.wait_ready("1").await;
    })
    .await;
}

#[tokio::test]
async fn a_library_whose_feed_fails_says_so_and_tries_again() {
    scene(async |tab| {
        tab.open_library().await;
        let feed = serde_json::json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Small",
            "items": [{ "id": "a", "url": "?read=tide-mill", "title": "One" }] });
        tab.site.put_after("/articles/feed.json", &[Reply::status(500)], Reply::json(&feed));
        tab.expect_failed_requests();
        tab.open("").await;
        tab.wait("t.words(document.querySelector('.related__failed .failure__code')).endsWith('http-500')").await;
        tab.click(".related__retry").await;
        tab.wait_ready("library").await;
        assert_eq!(tab.count(".library .card").await, 1);
    })
    .await;
}

#[tokio::test]
async fn leaving_while_it_loads_is_no_failure() {
    scene(async |tab| {
        tab.site.put("/own/late.json", Reply::json(&article("Late", &["One"])));
        let gate = tab.site.hold("/own/late.json");
        tab.open_library().await;
        tab.open(&tab.article_at("/own/late.json")).await;
        tab.wait("t.shown(document.querySelector('.loading'))").await;
        tab.click(".masthead__home").await;
        tab.wait_ready("library").await;
        gate.open();
        tab.settle().await;
        assert_eq!(tab.count(".failure, .article .title").await, 0);
        tab.wait_ready("library").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_asked_for_last_is_shown_even_when_it_comes_first() {
    scene(async |tab| {
        let slugs = tab.slugs().await;
        let slow = format!("/articles/{}.json", slugs[0]);
        let gate = tab.site.hold(&slow);
        tab.click(".library .card__link").await;
        tab.wait_for("the slow request", || tab.site.count(&slow) > 0).await;
        tab.session.back().await.unwrap();
        tab.wait_ready("library").await;
        tab.click_on("t.all('.library .card__link')[1]").await;
        tab.wait_ready("1").await;
        let title = tab.text("h1").await;
        gate.open();
        tab.settle().await;
        assert_eq!(tab.text("h1").await, title);
    })
    .await;
}
