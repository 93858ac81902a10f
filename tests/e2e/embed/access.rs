//! For everybody, on pages of others: axe-core, the focus, what the page puts into the slots.

use crate::browser::scene;
use crate::pages::ShareDialog;
use thirtyfour::Key;

/// The elements alone: what a page lacks around them is the page's own.
const ELEMENTS: &str = "{ include: ['gatefold-reader'] }";

#[tokio::test]
async fn axe_finds_nothing_on_light_dark_and_right_to_left_pages() {
    scene(async |tab| {
        for page in ["plain.html", "dark.html", "rtl.html", "wordpress.html", "slots.html"] {
            tab.visit(page).await;
            tab.wait("customElements.get('gatefold-reader')").await;
            tab.run("t.all('gatefold-reader').forEach((one) => { one.loading = 'eager' })").await;
            tab.wait("t.count('ready') === t.all('gatefold-reader').length").await;
            tab.scroll_through().await;
            tab.expect_accessible_in(ELEMENTS, page).await;
            ShareDialog(tab).open().await;
            tab.expect_accessible_in(ELEMENTS, &format!("the share dialog on {page}")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_whole_page_with_landmarks() {
    scene(async |tab| {
        for page in ["dark.html", "wordpress.html"] {
            tab.visit_ready(page).await;
            tab.scroll_through().await;
            tab.expect_accessible(page).await;
        }
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_in_a_failure_and_before_the_article() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.visit_with("<main><h1>Host</h1><gatefold-reader src=/fault/500.json heading-level=2></gatefold-reader></main>").await;
        tab.wait_told("error").await;
        tab.expect_accessible("a failure").await;
        let _gate = tab.site.hold("/articles/tide-mill.json");
        tab.visit_with("<main><h1>Host</h1><gatefold-reader src=/articles/tide-mill.json heading-level=2></gatefold-reader></main>")
            .await;
        tab.wait("t.shown(t.one('.loading'))").await;
        tab.expect_accessible("loading").await;
    })
    .await;
}

#[tokio::test]
async fn the_dialog_keeps_the_focus_and_gives_it_back() {
    scene(async |tab| {
        tab.visit_ready("slots.html").await;
        let dialog = ShareDialog(tab);
        dialog.open().await;
        let stops = tab.number("t.all('.share-dialog :is(a[href], button, input)', t.reader()).length").await as usize;
        for held in [None, Some(Key::Shift)] {
            for _ in 0..stops + 3 {
                match &held {
                    None => tab.press(Key::Tab).await,
                    Some(shift) => tab.press_with(shift.clone(), Key::Tab).await,
                }
                tab.wait("t.active() === document.body || t.active().closest('.share-dialog')").await;
            }
        }
        tab.press(Key::Escape).await;
        dialog.wait_closed().await;
        tab.wait("t.active() === t.one('.share-open') && document.activeElement === t.host()").await;
        tab.wait("getComputedStyle(document.documentElement).overflow === 'visible'").await;
    })
    .await;
}

#[tokio::test]
async fn a_click_beside_the_dialog_closes_it() {
    scene(async |tab| {
        tab.visit_ready("dark.html").await;
        let dialog = ShareDialog(tab);
        dialog.open().await;
        tab.click_at(4, 4).await;
        dialog.wait_closed().await;
        tab.wait("t.active() === t.one('.share-open')").await;
    })
    .await;
}

#[tokio::test]
async fn the_keyboard_reaches_everything_in_the_order_of_the_page() {
    scene(async |tab| {
        tab.site.put("/own/given.json", crate::server::Reply::json(&crate::pages::article("Given", &["One"])));
        tab.visit_with(
            "<button id=first>Before</button><gatefold-reader src=/own/given.json><a slot=after id=last href=/>After</a></gatefold-reader>",
        )
        .await;
        tab.wait_told("ready").await;
        tab.run("first.focus()").await;
        let mut stops = Vec::new();
        for _ in 0..8 {
            tab.press(Key::Tab).await;
            stops.push(tab.string("t.active().id || t.active().className.split(' ').at(-1)").await);
            if stops.last().is_some_and(|stop| stop == "last") {
                break;
            }
        }
        assert_eq!(stops[..2], ["settings-open", "share-open"], "{stops:?}");
        assert!(stops.iter().any(|stop| stop == "section__toggle"), "{stops:?}");
        assert_eq!(stops.last().map(String::as_str), Some("last"), "{stops:?}");
    })
    .await;
}

#[tokio::test]
async fn what_the_page_adds_stands_in_its_places() {
    scene(async |tab| {
        tab.visit_ready("slots.html").await;
        tab.scroll_through().await;
        // From top to bottom.
        tab.wait(
            "['.crumbs', 'h1', '.follow', '.prose', '[slot=end]', '.related', '.comments'].map((selector) => \
             document.querySelector(selector) ?? t.one(selector)).every((one, at, all) => t.shown(one) && \
             (at === 0 || one.getBoundingClientRect().top >= all[at - 1].getBoundingClientRect().top))",
        )
        .await;
        tab.wait("document.querySelector('.follow').assignedSlot.closest('.meta')").await;
        tab.wait("!t.shown(document.querySelector('gatefold-reader > a'))").await;
        tab.click(".follow").await;
    })
    .await;
}

#[tokio::test]
async fn what_the_page_adds_survives_another_article() {
    scene(async |tab| {
        tab.visit_ready("slots.html").await;
        for count in 2..4 {
            tab.run(&format!("t.host().src = '/articles/sundials.json?{count}'")).await;
            tab.wait(&format!("t.count('ready') === {count}")).await;
            for selector in [".crumbs", ".follow", "[slot=end]", ".comments"] {
                tab.wait(&format!("t.shown(document.querySelector('{selector}'))")).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_the_page_sets_about_the_looks_counts() {
    scene(async |tab| {
        tab.visit_ready("dark.html").await;
        tab.wait("getComputedStyle(t.one('h1')).fontStyle === 'italic'").await;
        tab.wait("getComputedStyle(t.one('.gatefold')).backgroundColor === 'rgb(16, 20, 24)'").await;
    })
    .await;
}

#[tokio::test]
async fn nothing_is_cut_off_in_a_narrow_column() {
    scene(async |tab| {
        tab.size(tab.phone(), 640).await;
        for page in ["plain.html", "rtl.html", "wordpress.html", "slots.html", "inline.html"] {
            tab.visit_ready(page).await;
            tab.scroll_through().await;
            tab.expect_no_sideways_scrolling(page).await;
        }
    })
    .await;
}
