//! What the share dialog shows and offers: a preview, targets on request and of the publisher's own, what each of them gets,
//! files of the code, the lines for another page.

use crate::browser::{Tab, scene};
use crate::pages::{ShareDialog, article};
use serde_json::{Value, json};
use thirtyfour::Key;

/// What of the page is looked at.
const ELEMENTS: &str = "{ include: ['gatefold-reader'] }";

/// A browser whose clipboard takes everything.
async fn with_clipboard(tab: &Tab) {
    tab.before_load(
        "window.held = []; Object.defineProperty(navigator, 'clipboard', \
         { value: { writeText: (text) => (held.push(text), Promise.resolve()) } })",
    )
    .await;
}

fn given(tab: &Tab) -> Value {
    let mut given = article("Fish & chips", &["One", "Two", "Three"]);
    given["url"] = json!("https://example.org/a?x=1");
    given["standfirst"] = json!("Where the salt comes from.");
    given["source"] = json!("The Weir");
    given["image"] =
        json!({ "src": format!("{}/images/mill.svg", tab.site.origin), "alt": "A mill", "width": 4, "height": 3 });
    given
}

#[tokio::test]
async fn a_preview_shows_what_is_shared() {
    scene(async |tab| {
        tab.visit_json(&given(tab), "").await;
        ShareDialog(tab).open().await;
        assert_eq!(tab.string("t.words(t.one('.share__subject'))").await, "Sharing: Fish & chips");
        assert_eq!(tab.string("t.words(t.one('.share__excerpt'))").await, "Where the salt comes from.");
        assert_eq!(tab.string("t.words(t.one('.share__source'))").await, "The Weir");
        tab.wait("t.one('.share__image img').naturalWidth > 0 && t.shown(t.one('.share__image'))").await;
        tab.expect_accessible_in(ELEMENTS, "a preview").await;
        tab.press(Key::Escape).await;
        ShareDialog(tab).wait_closed().await;
        tab.focus("t.section('Two').querySelector('.section__share')").await;
        tab.press(Key::Enter).await;
        ShareDialog(tab).wait_open().await;
        assert_eq!(tab.string("t.words(t.one('.share__subject'))").await, "Sharing: Two");
        tab.wait("!t.one('.share__excerpt')").await;
        tab.run("t.all('.share__choice input', t.reader())[1].click()").await;
        tab.wait("t.words(t.one('.share__subject')) === 'Sharing: Fish & chips' && t.one('.share__excerpt')").await;
    })
    .await;
}

#[tokio::test]
async fn more_targets_come_on_request_and_do_what_they_say() {
    scene(async |tab| {
        with_clipboard(tab).await;
        tab.visit_json(&given(tab), "").await;
        ShareDialog(tab).open().await;
        let shown = "t.all('.share__target[data-target]', t.reader()).filter((one) => !one.closest('[hidden]')).map((one) => one.dataset.target)";
        let before = tab.strings(shown).await;
        assert!(!before.contains(&"signal".to_owned()), "{before:?}");
        tab.focus("t.one('.share__target[data-more]')").await;
        tab.press(Key::Enter).await;
        tab.wait("!t.one('[data-more]') && t.active().matches('.share__target') && t.shown(t.active())").await;
        let after = tab.strings(shown).await;
        for target in ["vk", "instapaper", "sms", "messenger", "signal", "print"] {
            assert!(after.contains(&target.to_owned()), "{after:?}");
        }
        tab.expect_accessible_in(ELEMENTS, "all targets").await;
        let sms = tab.string("t.one('[data-target=sms]').getAttribute('href')").await;
        assert_eq!(sms, "sms:?&body=Fish%20%26%20chips%0Ahttps%3A%2F%2Fexample.org%2Fa%3Fx%3D1");
        tab.focus("t.one('[data-target=signal]')").await;
        tab.press(Key::Enter).await;
        tab.wait("held.at(-1) === 'Fish & chips\\nhttps://example.org/a?x=1'").await;
        tab.wait("/Paste it into Signal/.test(t.words(t.one('.share__message')))").await;
        tab.focus("t.one('[data-target=print]')").await;
        tab.press(Key::Enter).await;
        tab.wait("t.seen.alerts.some(([name]) => name === 'print') && !t.one('.share-dialog').open").await;
        let told = tab.strings("t.of('share').map(({ target }) => target)").await;
        assert_eq!(told, ["signal", "print"]);
    })
    .await;
}

#[tokio::test]
async fn a_publisher_adds_targets_and_takes_the_place_of_others() {
    scene(async |tab| {
        let own = r#"[{"id":"pins","name":"Pins & co","href":"https://pins.example/?u={url}&t={title}"},
            {"id":"email","name":"Post","href":"mailto:?body={text}"}, {"id":"bad","name":"Bad","href":"javascript:alert(1)"}]"#;
        let attribute = format!("own-targets='{own}'");
        tab.visit_json(&given(tab), &attribute).await;
        ShareDialog(tab).open().await;
        let link = "t.one('a[data-target=pins]')";
        assert_eq!(tab.string(&format!("t.words({link})")).await, "Pins & co");
        let expected = "https://pins.example/?u=https%3A%2F%2Fexample.org%2Fa%3Fx%3D1&t=Fish%20%26%20chips";
        assert_eq!(tab.string(&format!("{link}.href")).await, expected);
        assert_eq!(tab.string("t.one('[data-target=email]').getAttribute('href')").await, "mailto:?body=Fish%20%26%20chips");
        assert_eq!(tab.number("t.all('[data-target=email]', t.reader()).length").await, 1.0);
        tab.wait("!t.one('[data-target=bad]') && t.warnings.some((line) => line.includes('`bad` is no target'))").await;
        tab.visit_json(&given(tab), &format!("{attribute} share-targets='x pins'")).await;
        ShareDialog(tab).open().await;
        let shown = "t.all('.share__target[data-target]', t.reader()).map((one) => one.dataset.target).join(' ')";
        assert_eq!(tab.string(shown).await, "x pins");
    })
    .await;
}

#[tokio::test]
async fn each_target_has_its_name_in_the_campaign() {
    scene(async |tab| {
        with_clipboard(tab).await;
        tab.visit_json(&given(tab), "campaign='utm_source=weir&utm_medium={target}'").await;
        ShareDialog(tab).open().await;
        for target in ["telegram", "facebook"] {
            let href = tab.string(&format!("decodeURIComponent(t.one('[data-target={target}]').href)")).await;
            let expected = format!("https://example.org/a?x=1&utm_source=weir&utm_medium={target}");
            assert!(href.contains(&expected), "{href}");
        }
        assert_eq!(ShareDialog(tab).address().await, "https://example.org/a?x=1&utm_source=weir&utm_medium=copy");
        tab.run("t.prevented.add('share')").await;
        tab.focus("t.one('.share__copy-button')").await;
        tab.press(Key::Enter).await;
        tab.wait("t.of('share').at(-1)?.target === 'copy'").await;
        assert_eq!(tab.number("held.length").await, 0.0, "the page has prevented it");
        tab.run("t.prevented.clear()").await;
        tab.press(Key::Enter).await;
        tab.wait("held.length === 1").await;
    })
    .await;
}

#[tokio::test]
async fn the_code_is_a_picture_in_two_formats() {
    scene(async |tab| {
        tab.visit_json(&given(tab), "").await;
        ShareDialog(tab).open().await;
        tab.focus("t.one('.share__qr .share__summary')").await;
        tab.press(Key::Enter).await;
        tab.wait("t.all('.share__files a[download]', t.reader()).length === 2").await;
        assert_eq!(tab.string("t.all('.share__files a', t.reader()).map((one) => one.download).join(' ')").await, "qr.svg qr.png");
        // Both files hold the same picture: as many modules, black at the same places.
        let same = tab
            .run_async(
                "(async () => { const [svg, png] = await Promise.all(t.all('.share__files a', t.reader()).map((link) => new Promise((resolve, reject) => { \
                 const image = new Image(); image.onload = () => resolve(image); image.onerror = () => reject(new Error(link.download)); image.src = link.href; }))); \
                 const modules = +t.one('.share__modules').getAttribute('viewBox').split(' ')[2]; \
                 const canvas = document.createElement('canvas'); canvas.width = canvas.height = modules; \
                 const context = canvas.getContext('2d', { willReadFrequently: true }); context.imageSmoothingEnabled = false; \
                 const bits = (image) => { context.drawImage(image, 0, 0, modules, modules); \
                 return [...context.getImageData(0, 0, modules, modules).data].filter((_, at) => at % 4 === 0).map((red) => red < 128 ? 1 : 0).join(''); }; \
                 svg.width = svg.height = modules; const both = [bits(svg), bits(png)]; \
                 return both[0] === both[1] && both[0].includes('1') && png.naturalWidth === 12 * modules; })().then(done, (error) => done(String(error)))",
            )
            .await;
        assert_eq!(same, true);
    })
    .await;
}

#[tokio::test]
async fn the_lines_for_another_page_are_copied() {
    scene(async |tab| {
        with_clipboard(tab).await;
        tab.visit_with("<gatefold-reader src=/articles/tide-mill.json></gatefold-reader>").await;
        tab.wait_told("ready").await;
        ShareDialog(tab).open().await;
        tab.focus("t.one('.share__more:not(.share__qr) .share__summary')").await;
        tab.press(Key::Enter).await;
        tab.focus("t.one('[data-form=embed]')").await;
        tab.press(Key::Enter).await;
        tab.wait("held.length === 1").await;
        let lines = tab.string("held[0]").await;
        let origin = &tab.site.origin;
        assert!(
            lines.starts_with(&format!("<script type=\"module\" src=\"{origin}/embed/gatefold.js\"></script>\n")),
            "{lines}"
        );
        assert!(
            lines.contains(&format!("<gatefold-reader src=\"{origin}/articles/tide-mill.json\"><a href=\"")),
            "{lines}"
        );
        // What was copied works where it is pasted.
        tab.visit_with(&lines).await;
        tab.wait_told("ready").await;
        tab.wait("t.words(t.one('h1')) === 'The mill that works twice a day'").await;
        // An article in hand has no address to name.
        tab.visit_with(&format!(
            "<gatefold-reader><script type=application/json>{}</script></gatefold-reader>",
            given(tab)
        ))
        .await;
        tab.wait_told("ready").await;
        ShareDialog(tab).open().await;
        tab.wait("t.one('[data-form=apa]') && !t.one('[data-form=embed]')").await;
    })
    .await;
}

#[tokio::test]
async fn an_address_that_nobody_else_can_open_is_shared_nowhere() {
    scene(async |tab| {
        let article = article("Given", &["One"]).to_string();
        let reader = format!("<gatefold-reader><script type=application/json>{article}</script></gatefold-reader>");
        // A frame that is written in place is a part of its page.
        let inside = format!("<!doctype html><script type=module src=/embed/gatefold.js></script>{reader}").replace('"', "&quot;");
        tab.visit_with(&format!("<iframe id=frame srcdoc=\"{inside}\" style='width:700px;height:600px'></iframe>")).await;
        tab.wait("frame.contentDocument.querySelector('gatefold-reader')?.shadowRoot?.querySelector('.share-open')").await;
        let inner = "frame.contentDocument.querySelector('gatefold-reader').shadowRoot";
        tab.run(&format!("{inner}.querySelector('.share-open').click()")).await;
        tab.wait(&format!("{inner}.querySelector('.share__address')?.value === location.href")).await;
        tab.wait(&format!("{inner}.querySelector('[data-target=email]')")).await;
        // A page of the browser's own memory is nowhere.
        let page = format!("<!doctype html><meta charset=utf-8><script type=module src={}/embed/gatefold.js></script>{reader}", tab.site.origin);
        tab.run(&format!("location = URL.createObjectURL(new Blob([{}], {{ type: 'text/html' }}))", json!(page))).await;
        tab.wait("location.protocol === 'blob:' && document.querySelector('gatefold-reader')?.shadowRoot?.querySelector('.share-open')").await;
        tab.run("document.querySelector('gatefold-reader').shadowRoot.querySelector('.share-open').click()").await;
        tab.wait("document.querySelector('gatefold-reader').shadowRoot.querySelector('.share__address')").await;
        tab.wait("!document.querySelector('gatefold-reader').shadowRoot.querySelector('.share__target, .share__qr')").await;
        tab.wait("document.querySelector('gatefold-reader').shadowRoot.querySelector('[data-form=apa]')").await;
    })
    .await;
}

#[tokio::test]
async fn where_the_reader_denies_the_clipboard_the_address_can_be_copied_by_hand() {
    scene(async |tab| {
        if tab.lacks("permission that a test can deny") {
            return;
        }
        tab.deny_clipboard().await;
        tab.visit_json(&given(tab), "").await;
        ShareDialog(tab).open().await;
        tab.focus("t.one('.share__copy-button')").await;
        tab.press(Key::Enter).await;
        tab.wait("t.active() === t.one('.share__address') && t.active().selectionEnd === t.active().value.length")
            .await;
        tab.wait("/refused/.test(t.words(t.one('.share__message')))").await;
    })
    .await;
}
