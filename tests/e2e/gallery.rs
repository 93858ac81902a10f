//! Pictures for the eye, in `target/screenshots/gallery`. They are compared by people; the tests only see to it that each
//! page comes to rest before it is photographed, and that there is something on the picture.

use crate::browser::{Tab, scene};

const PAGES: [(&str, &str); 5] = [
    ("library", "?"),
    ("tide-mill", "?read=tide-mill"),
    ("every-block", "?read=every-block&sections=open"),
    ("arabic", "?read=arabic"),
    ("japanese", "?read=japanese"),
];

async fn photograph(tab: &Tab, width: u32) {
    for (name, address) in PAGES {
        for theme in ["light", "dark"] {
            // As tall as the page, so that all of it is on the picture, but not taller than a picture can be.
            tab.size(width, 900).await;
            tab.open(&format!("{address}&theme={theme}")).await;
            tab.wait("document.documentElement.dataset.ready").await;
            tab.scroll_through().await;
            let height = tab.number("document.documentElement.scrollHeight").await.clamp(900.0, 8000.0);
            tab.size(width, height as u32).await;
            tab.run("scrollTo(0, 0)").await;
            tab.wait("scrollY === 0 && document.fonts.status === 'loaded' && t.all('img').filter(t.inView).every((one) => one.complete)").await;
            tab.settle().await;
            assert!(tab.number("t.words(document.querySelector('main')).length").await > 100.0, "{name} is empty");
            tab.picture(&format!("gallery/{name}-{width}-{theme}")).await;
        }
    }
    tab.size(width, 800).await;
    tab.open("?read=tide-mill").await;
    tab.wait_ready("1").await;
    crate::pages::ShareDialog(tab).open().await;
    tab.settle().await;
    tab.picture(&format!("gallery/share-{width}-light")).await;
}

#[tokio::test]
async fn on_a_small_phone() {
    scene(async |tab| photograph(tab, 320).await).await;
}

#[tokio::test]
async fn on_a_tablet() {
    scene(async |tab| photograph(tab, 768).await).await;
}

#[tokio::test]
async fn on_a_laptop() {
    scene(async |tab| photograph(tab, 1080).await).await;
}

#[tokio::test]
async fn on_a_wide_screen() {
    scene(async |tab| photograph(tab, 1440).await).await;
}
