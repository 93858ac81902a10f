//! Pictures of the element on pages of others, for the eye, in `target/screenshots/hosts`.

use crate::browser::{Tab, scene};

const PAGES: [&str; 9] = ["plain", "wordpress", "dark", "rtl", "slots", "inline", "fallback", "hostile", "strict"];

async fn photograph(tab: &Tab, width: u32) {
    tab.expect_failed_requests();
    for name in PAGES {
        tab.size(width, 900).await;
        tab.visit(&format!("{name}.html")).await;
        tab.wait("customElements.get('gatefold-reader')").await;
        tab.run("t.all('gatefold-reader').forEach((one) => { one.loading = 'eager' })").await;
        tab.wait("t.count('ready') + t.count('error') >= t.all('gatefold-reader').length").await;
        tab.scroll_through().await;
        let height = tab.number("document.documentElement.scrollHeight").await.clamp(900.0, 6000.0);
        tab.size(width, height as u32).await;
        tab.run("scrollTo(0, 0)").await;
        tab.wait("scrollY === 0 && t.insideAll('img').filter(t.inView).every((one) => one.complete)").await;
        tab.settle().await;
        assert!(tab.number("t.words(t.host().shadowRoot).length").await > 40.0, "{name} is empty");
        tab.picture(&format!("hosts/{name}-{width}")).await;
    }
}

#[tokio::test]
async fn on_a_small_phone() {
    scene(async |tab| photograph(tab, 320).await).await;
}

#[tokio::test]
async fn on_a_laptop() {
    scene(async |tab| photograph(tab, 1080).await).await;
}
