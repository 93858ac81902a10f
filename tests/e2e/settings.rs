//! What readers choose for themselves: seen at once, kept, taken back; and what a publisher says about it.

use crate::browser::{Tab, quoted, scene};
use crate::pages::article;
use serde_json::json;
use thirtyfour::Key;

async fn open_settings(tab: &Tab) {
    tab.click_on("t.one('.settings-open')").await;
    tab.wait("t.one('.settings')?.matches(':popover-open') && t.shown(t.one('.settings'))").await;
    // It rises into its place on a phone.
    tab.wait("t.one('.settings').getAnimations().every((one) => one.playState !== 'running')").await;
}

/// Chooses with the mouse.
async fn choose(tab: &Tab, name: &str, value: &str) {
    tab.click_on(&format!("t.one('[data-choice={name}][value={}]')", quoted(value))).await;
}

/// Something that the page computes for what a selector finds.
fn computed(selector: &str, property: &str) -> String {
    format!("getComputedStyle(t.one({})).{property}", quoted(selector))
}

#[tokio::test]
async fn a_theme_is_seen_at_once_and_kept() {
    scene(async |tab| {
        tab.read("tide-mill").await;
        let ground = computed(".gatefold", "backgroundColor");
        for (theme, colour) in
            [("sepia", "rgb(246, 236, 215)"), ("dark", "rgb(25, 23, 20)"), ("light", "rgb(252, 251, 248)")]
        {
            if tab.string("t.one('.settings')?.matches(':popover-open') ? 'open' : ''").await.is_empty() {
                open_settings(tab).await;
            }
            choose(tab, "theme", theme).await;
            tab.wait(&format!("{ground} === '{colour}'")).await;
            // The ground of the page, behind the scroll bar, is the same.
            tab.wait(&format!("getComputedStyle(document.documentElement).backgroundColor === '{colour}'")).await;
        }
        choose(tab, "theme", "sepia").await;
        tab.reload().await;
        tab.wait_ready("1").await;
        assert_eq!(tab.string(&ground).await, "rgb(246, 236, 215)");
        open_settings(tab).await;
        tab.wait("t.one('[data-choice=theme][value=sepia]').checked").await;
    })
    .await;
}

#[tokio::test]
async fn every_choice_changes_the_text() {
    scene(async |tab| {
        tab.size(1440, 900).await;
        tab.read("tide-mill").await;
        open_settings(tab).await;
        let measure = computed(".prose .opening > p, .prose p", "inlineSize");
        let cases = [
            ("face", "sans", computed(".prose p", "fontFamily")),
            ("face", "legible", computed(".prose p", "fontFamily")),
            ("leading", "more", computed(".prose p", "lineHeight")),
            ("leading", "less", computed(".prose p", "lineHeight")),
            ("letters", "more", computed(".prose p", "letterSpacing")),
            ("words", "more", computed(".prose p", "wordSpacing")),
            ("paragraphs", "more", computed(".prose p + p", "marginBlockStart")),
            ("motion", "still", computed(".settings", "animationDuration")),
            ("measure", "less", measure.clone()),
            ("measure", "more", measure),
            ("align", "both", computed(".prose p", "textAlign")),
        ];
        for (name, value, looked_at) in cases {
            let before = tab.string(&looked_at).await;
            choose(tab, name, value).await;
            tab.wait(&format!("{looked_at} !== {}", quoted(&before))).await;
        }
        assert!(tab.string(&computed(".prose p", "fontFamily")).await.contains("Verdana"));
        let kept = tab.string("localStorage.getItem('gatefold-reading')").await;
        assert_eq!(
            kept,
            "face=legible&leading=less&letters=more&words=more&paragraphs=more&motion=still&measure=more&align=both"
        );
    })
    .await;
}

#[tokio::test]
async fn text_grows_and_shrinks_by_steps_and_stops_at_the_ends() {
    scene(async |tab| {
        tab.read("tide-mill").await;
        open_settings(tab).await;
        let size = format!("parseFloat({})", computed(".prose p", "fontSize"));
        let usual = tab.number(&size).await;
        tab.focus("t.one('[data-step=\"1\"]')").await;
        for said in ["112%", "125%", "145%", "170%"] {
            tab.press(Key::Enter).await;
            tab.wait(&format!("t.words(t.one('.settings__size')) === '{said}'")).await;
        }
        tab.wait(&format!("Math.abs({size} / {usual} - 1.7) < .02")).await;
        tab.wait("t.active().matches('[data-step=\"1\"][aria-disabled=true]')").await;
        tab.press(Key::Enter).await;
        tab.focus("t.one('[data-step=\"-1\"]')").await;
        tab.press(Key::Enter).await;
        tab.wait("t.words(t.one('.settings__size')) === '145%'").await;
        tab.expect_no_sideways_scrolling("text at 145%").await;
    })
    .await;
}

#[tokio::test]
async fn everything_is_taken_back_at_once() {
    scene(async |tab| {
        tab.read("tide-mill").await;
        let look = "JSON.stringify([t.one('.prose p'), t.one('.gatefold')].map((one) => { const now = getComputedStyle(one); return [now.color, now.backgroundColor, now.font, now.letterSpacing]; }))";
        let before = tab.string(look).await;
        open_settings(tab).await;
        choose(tab, "theme", "contrast").await;
        choose(tab, "face", "sans").await;
        choose(tab, "letters", "more").await;
        tab.wait(&format!("{look} !== {}", quoted(&before))).await;
        tab.click_on("t.one('.settings__reset')").await;
        tab.wait(&format!("{look} === {}", quoted(&before))).await;
        tab.wait("t.one('[data-choice=theme][value=auto]').checked && t.active() === t.one('.settings')").await;
        assert_eq!(tab.string("localStorage.getItem('gatefold-reading')").await, "");
    })
    .await;
}

#[tokio::test]
async fn it_is_opened_used_and_closed_from_the_keyboard() {
    scene(async |tab| {
        tab.read("tide-mill").await;
        tab.focus("t.one('.settings-open')").await;
        tab.press(Key::Enter).await;
        tab.wait("t.one('.settings')?.matches(':popover-open') && t.active() === t.one('.settings')").await;
        tab.focus("t.one('[data-choice=theme]:checked')").await;
        tab.press(Key::Right).await;
        tab.wait("t.one('.gatefold').dataset.theme === 'light'").await;
        tab.press(Key::Escape).await;
        tab.wait("!t.one('.settings').matches(':popover-open') && t.active() === t.one('.settings-open')").await;
        tab.press(Key::Enter).await;
        tab.wait("t.one('.settings').matches(':popover-open')").await;
        tab.focus("t.one('.settings__close')").await;
        tab.press(Key::Enter).await;
        tab.wait("!t.one('.settings').matches(':popover-open') && t.active() === t.one('.settings-open')").await;
    })
    .await;
}

#[tokio::test]
async fn a_publisher_says_what_may_be_set() {
    scene(async |tab| {
        tab.read("tide-mill").await;
        tab.run("localStorage.setItem('gatefold-reading', 'theme=sepia&size=7&face=sans')").await;
        tab.site.option("data-settings", "size leading");
        tab.read("tide-mill").await;
        tab.wait("t.one('.gatefold').dataset.size === '7' && t.one('.gatefold').dataset.theme === 'auto' && !t.one('.gatefold').dataset.face")
            .await;
        open_settings(tab).await;
        let offered = tab.strings("t.all('.settings__choice').map((one) => one.dataset.name)").await;
        assert_eq!(offered, ["size", "leading"]);
    })
    .await;
}

#[tokio::test]
async fn a_publisher_may_leave_it_out() {
    scene(async |tab| {
        tab.site.option("data-settings", "off");
        tab.read("tide-mill").await;
        tab.run("localStorage.setItem('gatefold-reading', 'theme=sepia&size=7')").await;
        tab.reload().await;
        tab.wait_ready("1").await;
        tab.wait("!t.one('.settings-open') && !t.one('.gatefold').dataset.size && t.one('.gatefold').dataset.theme === 'auto'").await;
    })
    .await;
}

#[tokio::test]
async fn without_storage_a_choice_lasts_as_long_as_the_page() {
    scene(async |tab| {
        tab.before_load("for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } })")
            .await;
        tab.read("tide-mill").await;
        open_settings(tab).await;
        choose(tab, "theme", "dark").await;
        tab.wait("t.one('.gatefold').dataset.theme === 'dark'").await;
        tab.press(Key::Escape).await;
        tab.click_on("t.one('.masthead__home')").await;
        tab.wait_ready("library").await;
        tab.wait("t.one('.gatefold').dataset.theme === 'dark'").await;
    })
    .await;
}

#[tokio::test]
async fn a_script_is_offered_what_suits_it() {
    scene(async |tab| {
        tab.read("arabic").await;
        open_settings(tab).await;
        let offered = tab.strings("t.all('.settings__choice').map((one) => one.dataset.name)").await;
        assert_eq!(offered, ["theme", "size", "face", "leading", "measure", "words", "paragraphs", "motion"]);
    })
    .await;
}

#[tokio::test]
async fn it_is_accessible_in_every_theme_and_has_its_room() {
    scene(async |tab| {
        tab.size(tab.phone(), 700).await;
        tab.read("tide-mill").await;
        open_settings(tab).await;
        for theme in ["light", "dark", "sepia", "contrast"] {
            choose(tab, "theme", theme).await;
            tab.wait(&format!("t.one('.gatefold').dataset.theme === '{theme}'")).await;
            // Firefox does not end the transitions of what is off the screen as long as nothing on it moves.
            if theme == "light" || tab.engine != crate::browser::Engine::Firefox {
                tab.expect_accessible(&format!("the settings in {theme}")).await;
            }
        }
        tab.expect_no_sideways_scrolling("the settings").await;
        tab.picture("settings phone").await;
    })
    .await;
}

#[tokio::test]
async fn readers_of_a_page_look_alike_and_again_after_a_reload() {
    scene(async |tab| {
        let given = article("Given", &["One"]);
        tab.site.put("/own/given.json", crate::server::Reply::json(&given));
        tab.visit_with(&"<gatefold-reader src=/own/given.json loading=eager></gatefold-reader>".repeat(2)).await;
        tab.wait("t.count('ready') === 2").await;
        let themes =
            "t.all('gatefold-reader').map((one) => one.shadowRoot.querySelector('.gatefold').dataset.theme).join()";
        open_settings(tab).await;
        choose(tab, "theme", "sepia").await;
        tab.wait(&format!("{themes} === 'sepia,sepia'")).await;
        tab.wait(&format!("{} === 'rgb(246, 236, 215)'", computed(".gatefold", "backgroundColor"))).await;
        tab.reload().await;
        tab.wait("t.count('ready') === 2").await;
        assert_eq!(tab.string(themes).await, "sepia,sepia");
        assert_eq!(tab.string(&computed(".gatefold", "backgroundColor")).await, "rgb(246, 236, 215)");
        assert_eq!(tab.value("t.one('.gatefold').dataset.size ?? null").await, json!(null));
    })
    .await;
}

#[tokio::test]
async fn a_choice_in_one_reader_is_not_undone_by_another() {
    scene(async |tab| {
        tab.site.put("/own/given.json", crate::server::Reply::json(&article("Given", &["One"])));
        tab.visit_with(&"<gatefold-reader src=/own/given.json loading=eager></gatefold-reader>".repeat(2)).await;
        tab.wait("t.count('ready') === 2").await;
        let open = async |at: usize| {
            tab.run(&format!("window.now = t.all('gatefold-reader')[{at}].shadowRoot")).await;
            tab.click_on("now.querySelector('.settings-open')").await;
            tab.wait("now.querySelector('.settings')?.matches(':popover-open')").await;
        };
        // The panel of one may stand over the button of the other.
        let choose = async |choice: &str| {
            tab.click_on(&format!("now.querySelector('[data-choice={choice}')")).await;
            tab.press(Key::Escape).await;
            tab.wait("!now.querySelector('.settings').matches(':popover-open')").await;
        };
        open(0).await;
        choose("theme][value=sepia]").await;
        open(1).await;
        tab.wait("now.querySelector('[data-choice=theme][value=sepia]').checked").await;
        choose("face][value=sans]").await;
        open(0).await;
        tab.wait("now.querySelector('[data-choice=face][value=sans]').checked").await;
        choose("leading][value=more]").await;
        let kept = tab.string("localStorage.getItem('gatefold-reading')").await;
        assert_eq!(kept, "theme=sepia&face=sans&leading=more");
    })
    .await;
}
