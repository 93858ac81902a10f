//! For everybody: axe-core in every state, the keyboard alone, small windows, large text, other colours.

use crate::browser::{Tab, scene};
use crate::pages::{Related, ShareDialog, items};
use thirtyfour::Key;

#[tokio::test]
async fn axe_finds_nothing_in_the_library_and_in_every_article() {
    scene(async |tab| {
        tab.be_patient(60);
        tab.expect_error("no-such-");
        let slugs = tab.slugs().await;
        tab.expect_accessible("the library").await;
        for slug in slugs.iter().filter(|slug| *slug != "long-river") {
            tab.open(&format!("?read={slug}&sections=open")).await;
            tab.wait_ready("1").await;
            tab.scroll_through().await;
            tab.expect_accessible(slug).await;
        }
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_in_any_theme() {
    scene(async |tab| {
        for theme in ["light", "dark", "sepia", "contrast"] {
            for slug in ["tide-mill", "every-block"] {
                tab.open(&format!("?read={slug}&theme={theme}&sections=open")).await;
                tab.wait_ready("1").await;
                tab.expect_accessible(&format!("{slug} in {theme}")).await;
            }
            tab.open(&format!("?theme={theme}")).await;
            tab.wait_ready("library").await;
            tab.expect_accessible(&format!("the library in {theme}")).await;
        }
        for (feature, value) in
            [("prefers-color-scheme", "dark"), ("forced-colors", "active"), ("prefers-contrast", "more")]
        {
            tab.prefers(feature, value).await;
            tab.read("tide-mill").await;
            tab.expect_accessible(value).await;
        }
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_while_loading_failing_sharing_and_folded() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.open(&tab.article_at("/fault/500.json")).await;
        tab.wait_ready("failed").await;
        tab.expect_accessible("a failure").await;
        tab.site.put("/own/late.json", crate::server::Reply::status(404));
        let gate = tab.site.hold("/own/late.json");
        tab.open(&tab.article_at("/own/late.json")).await;
        tab.wait("t.shown(document.querySelector('.loading'))").await;
        tab.expect_accessible("loading").await;
        gate.open();
        tab.open("?read=tide-mill&sections=closed").await;
        tab.wait_ready("1").await;
        tab.wait_all_sections("closed").await;
        tab.expect_accessible("closed sections").await;
        ShareDialog(tab).open().await;
        tab.expect_accessible("the share dialog").await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_in_any_state_of_the_related_articles() {
    scene(async |tab| {
        let second = tab.site.hold("/own/page-2.json");
        Related::open(tab, &[items(tab, 0..4), items(tab, 4..8)]).await;
        let related = Related(tab);
        related.wait_cards(4).await;
        tab.expect_accessible("load more").await;
        related.more().await;
        related.wait_foot("loading").await;
        tab.expect_accessible("loading more").await;
        second.open();
        related.wait_foot("end").await;
        tab.expect_accessible("the end").await;
    })
    .await;
}

#[tokio::test]
async fn one_heading_of_the_first_level_and_a_landmark_for_each_region() {
    scene(async |tab| {
        for address in ["", "?read=tide-mill", "?read=every-block"] {
            tab.open(address).await;
            tab.wait("document.documentElement.dataset.ready").await;
            for (selector, count) in [("h1", 1), ("main", 1), ("header.masthead", 1)] {
                assert_eq!(tab.count(selector).await, count, "{selector} on `{address}`");
            }
        }
        tab.wait("t.all('[aria-labelledby]').every((one) => one.getAttribute('aria-labelledby').split(' ').every((id) => document.getElementById(id)))")
            .await;
    })
    .await;
}

#[tokio::test]
async fn everything_can_be_done_with_the_keyboard() {
    scene(async |tab| {
        tab.open_library().await;
        tab.press(Key::Tab).await;
        tab.wait("document.activeElement.matches('.skip-link') && t.inView(document.activeElement)").await;
        tab.press(Key::Enter).await;
        tab.press(Key::Tab).await;
        tab.wait("document.activeElement.closest('main')").await;
        tab.tab_to(".library .card__link").await;
        tab.press(Key::Enter).await;
        tab.wait_ready("1").await;
        tab.tab_to(".share-open").await;
        tab.press(Key::Enter).await;
        let dialog = ShareDialog(tab);
        dialog.wait_open().await;
        tab.press(Key::Escape).await;
        dialog.wait_closed().await;
        tab.tab_to(".section__toggle").await;
        let before = tab.string("document.activeElement.ariaExpanded").await;
        tab.press(Key::Space).await;
        tab.wait(&format!("document.activeElement.ariaExpanded !== '{before}'")).await;
        // Wherever the focus is, it can be seen: on the element, on what it draws around itself, or on its card.
        for _ in 0..12 {
            tab.press(Key::Tab).await;
            tab.wait(
                "document.activeElement === document.body || t.shown(document.activeElement) && \
                 [[document.activeElement], [document.activeElement, '::after'], [document.activeElement, '::before'], \
                 [document.activeElement.closest('.card, .card__inner') ?? document.activeElement]].some(([one, part]) => { \
                 const { outlineStyle, boxShadow } = getComputedStyle(one, part); return outlineStyle !== 'none' || boxShadow !== 'none' })",
            )
            .await;
        }
    })
    .await;
}

/// Looks at each page in that window.
async fn look_around(tab: &Tab, width: u32, height: u32) {
    tab.size(width, height).await;
    for address in [
        "",
        "?read=tide-mill&sections=open",
        "?read=every-block&sections=open",
        "?read=arabic&sections=open",
        "?read=japanese&sections=open",
    ] {
        let state = format!("`{address}` at {width} × {height}");
        tab.open(address).await;
        tab.wait("document.documentElement.dataset.ready").await;
        tab.expect_no_sideways_scrolling(&state).await;
        tab.expect_large_targets(&state).await;
    }
    ShareDialog(tab).open().await;
    tab.expect_no_sideways_scrolling("the share dialog").await;
    tab.wait("(({ left, right }) => left >= 0 && right <= innerWidth)(document.querySelector('.share-dialog').getBoundingClientRect())").await;
}

#[tokio::test]
async fn nothing_is_cut_off_at_320_pixels() {
    scene(async |tab| look_around(tab, 320, 640).await).await;
}

#[tokio::test]
async fn nothing_is_cut_off_at_four_hundred_per_cent() {
    // 1280 × 1024 at 400 %.
    scene(async |tab| look_around(tab, 320, 256).await).await;
}

#[tokio::test]
async fn nothing_is_cut_off_on_a_wide_screen() {
    scene(async |tab| look_around(tab, 1440, 900).await).await;
}

#[tokio::test]
async fn larger_spaces_between_letters_words_and_lines_cut_nothing_off() {
    scene(async |tab| {
        for width in [320, 1080] {
            tab.size(width, 800).await;
            for slug in ["tide-mill", "every-block"] {
                tab.open(&format!("?read={slug}&sections=open")).await;
                tab.wait_ready("1").await;
                tab.run(
                    "const sheet = new CSSStyleSheet(); sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; \
                     word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'); document.adoptedStyleSheets.push(sheet)",
                )
                .await;
                tab.expect_no_sideways_scrolling(&format!("{slug} at {width}")).await;
                let cut = tab
                    .strings(
                        "t.all('.gatefold :is(h1, h2, h3, p, li, button, a, figcaption, summary)').filter(t.shown).filter((one) => \
                         ['hidden', 'clip'].includes(getComputedStyle(one).overflowY) && one.offsetWidth > 1 && \
                         one.scrollHeight > one.clientHeight + 2).map((one) => one.cloneNode(false).outerHTML)",
                    )
                    .await;
                assert!(cut.is_empty(), "{slug} at {width}: {cut:#?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn an_article_from_right_to_left_is_mirrored() {
    scene(async |tab| {
        // On which side of its title the chevron of a section is.
        let side = "(() => { const middle = (one) => { const { x, width } = one.getBoundingClientRect(); return x + width / 2 }; \
            const toggle = document.querySelector('.section__toggle'); const range = document.createRange(); \
            range.selectNodeContents(toggle.querySelector('.section__title')); \
            return Math.sign(middle(toggle.querySelector('.section__chevron')) - middle(range)) })()";
        tab.open("?read=tide-mill&sections=open").await;
        tab.wait_ready("1").await;
        let usual = tab.number(side).await;
        tab.open("?read=arabic&sections=open").await;
        tab.wait_ready("1").await;
        assert_eq!(tab.number(side).await, -usual);
        tab.wait("getComputedStyle(document.querySelector('.prose p')).textAlign.match(/start|right/)").await;
        tab.expect_no_sideways_scrolling("arabic").await;
    })
    .await;
}

#[tokio::test]
async fn who_wants_less_motion_gets_none() {
    scene(async |tab| {
        tab.prefers("prefers-reduced-motion", "reduce").await;
        tab.read("tide-mill").await;
        ShareDialog(tab).open().await;
        tab.wait("getComputedStyle(document.documentElement).scrollBehavior === 'auto'").await;
        // A fade is no motion.
        let moving = tab
            .strings(
                "(() => { const motion = /all|transform|translate|scale|rotate|inset|margin|height|width/; const moving = new Set(); \
                 const look = (rules) => { for (const rule of rules) { if (rule instanceof CSSKeyframesRule && motion.test(rule.cssText)) moving.add(rule.name); \
                 else if (rule.cssRules) look(rule.cssRules) } }; for (const sheet of document.styleSheets) look(sheet.cssRules); \
                 const long = (list) => list.split(',').some((one) => parseFloat(one) * (one.includes('ms') ? 1 : 1000) > 10); \
                 return t.all('.gatefold *').filter((one) => { const { animationName, animationDuration, transitionDuration, transitionProperty } = getComputedStyle(one); \
                 return (animationName.split(', ').some((name) => moving.has(name)) && long(animationDuration)) || (motion.test(transitionProperty) && long(transitionDuration)) })\
                 .map((one) => one.cloneNode(false).outerHTML) })()",
            )
            .await;
        assert!(moving.is_empty(), "{moving:#?}");
    })
    .await;
}
