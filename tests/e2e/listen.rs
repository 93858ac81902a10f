//! Reading aloud. The engine's voice is another here, which says nothing, writes down what it would say, and goes on when it is
//! told to.

use crate::browser::{Tab, scene};
use crate::pages::article;
use serde_json::{Value, json};
use thirtyfour::Key;

/// An engine with these voices: names, each with its language.
async fn with_voices(tab: &Tab, voices: &[(&str, &str)]) {
    let voices: Vec<_> =
        voices.iter().map(|(name, lang)| json!({ "name": name, "lang": lang, "localService": true })).collect();
    tab.before_load(&format!(
        "window.spoken = []; window.cancelled = 0; \
         class Utterance extends EventTarget {{ constructor(text) {{ super(); this.text = text; }} }} \
         class Engine extends EventTarget {{ \
             voices = {}; \
             getVoices() {{ return this.voices; }} \
             speak(one) {{ this.now = one; spoken.push({{ text: one.text, rate: one.rate, voice: one.voice.name, lang: one.lang }}); }} \
             cancel() {{ const was = this.now; this.now = undefined; if (was) {{ cancelled++; was.dispatchEvent(Object.assign(new Event('error'), {{ error: 'interrupted' }})); }} }} \
             over() {{ const was = this.now; this.now = undefined; was.dispatchEvent(new Event('end')); }} \
             word(charIndex) {{ this.now.dispatchEvent(Object.assign(new Event('boundary'), {{ name: 'word', charIndex }})); }} \
             fail() {{ const was = this.now; this.now = undefined; was.dispatchEvent(Object.assign(new Event('error'), {{ error: 'synthesis-failed' }})); }} }} \
         window.SpeechSynthesisUtterance = Utterance; \
         Object.defineProperty(window, 'speechSynthesis', {{ value: new Engine() }})",
        Value::from(voices)
    ))
    .await;
}

const VOICES: [(&str, &str); 3] = [("Ada", "en-GB"), ("Ida", "de-DE"), ("Eve", "en_US")];

/// Three sections of two sentences each.
fn spoken_article() -> Value {
    let mut given = article("Spoken", &["One", "Two", "Three"]);
    given["language"] = json!("en");
    given["standfirst"] = json!("A beginning.");
    for (section, words) in
        ["First here. Then there.", "Second, at noon. It rains.", "Third and last. The end."].iter().enumerate()
    {
        given["sections"][section]["blocks"] = json!([words, { "type": "code", "text": "let silent = 1;" }]);
    }
    given
}

async fn listen(tab: &Tab) {
    with_voices(tab, &VOICES).await;
    tab.read_json(&spoken_article()).await;
    tab.wait("t.shown(t.one('.listen-open'))").await;
}

/// What was said last.
const LAST: &str = "spoken.at(-1)?.text";

/// What is marked under a name; nothing in an engine without marks.
fn marks(name: &str) -> String {
    format!("(globalThis.CSS?.highlights ? [...(CSS.highlights.get('{name}') ?? [])].map(String).join() : undefined)")
}

async fn wait_said(tab: &Tab, text: &str) {
    tab.wait(&format!("{LAST} === {} && speechSynthesis.now", json!(text))).await;
}

#[tokio::test]
async fn an_article_is_read_sentence_by_sentence_and_marked() {
    scene(async |tab| {
        listen(tab).await;
        tab.click(".listen-open").await;
        let all = [
            "Spoken",
            "A beginning.",
            "One",
            "First here.",
            "Then there.",
            "Two",
            "Second, at noon.",
            "It rains.",
            "Three",
            "Third and last.",
            "The end.",
        ];
        for text in all {
            wait_said(tab, text).await;
            tab.wait(&format!("[undefined, {}].includes({})", json!(text), marks("gatefold-sentence"))).await;
            tab.run("speechSynthesis.over()").await;
        }
        tab.wait("t.one('.listen__play').ariaLabel === 'Play' && !speechSynthesis.now").await;
        assert_eq!(tab.strings("spoken.map(({ text }) => text)").await, all);
        // Nothing was said over, and the sections that were closed are open where it came to them.
        assert_eq!(tab.number("cancelled").await, 0.0);
        tab.wait("t.state('Three') === 'open'").await;
        tab.click(".listen__play").await;
        wait_said(tab, "Spoken").await;
    })
    .await;
}

#[tokio::test]
async fn pausing_keeps_the_word() {
    scene(async |tab| {
        listen(tab).await;
        tab.click(".listen-open").await;
        wait_said(tab, "Spoken").await;
        tab.wait("t.active() === t.one('.listen__play') && t.active().ariaLabel === 'Pause'").await;
        tab.expect_accessible("the player").await;
        for _ in 0..3 {
            tab.run("speechSynthesis.over()").await;
            tab.wait("speechSynthesis.now").await;
        }
        wait_said(tab, "First here.").await;
        tab.run("speechSynthesis.word(6)").await;
        tab.wait(&format!("[undefined, 'here.'].includes({})", marks("gatefold-word"))).await;
        tab.press(Key::Enter).await;
        tab.wait("!speechSynthesis.now && t.one('.listen__play').ariaLabel === 'Play'").await;
        tab.press(Key::Enter).await;
        wait_said(tab, "here.").await;
        tab.run("speechSynthesis.over()").await;
        wait_said(tab, "Then there.").await;
    })
    .await;
}

#[tokio::test]
async fn one_skips_and_chooses_speed_and_voice() {
    scene(async |tab| {
        listen(tab).await;
        tab.click(".listen-open").await;
        wait_said(tab, "Spoken").await;
        for text in ["A beginning.", "One", "First here."] {
            tab.click(".listen__on").await;
            wait_said(tab, text).await;
        }
        tab.click(".listen__back").await;
        wait_said(tab, "One").await;
        // Only voices for the language of the article are offered, and what is chosen holds at once.
        assert_eq!(tab.strings("t.all('.listen__select').map(({ options }) => [...options].map(t.words).join())").await,
            ["0.75 ×,1 ×,1.25 ×,1.5 ×,1.75 ×,2 ×", "Ada,Eve"]);
        for (list, chosen, said) in [(0, 3, "'1.5 Ada en-GB'"), (1, 1, "'1.5 Eve en_US'")] {
            tab.run(&format!("const list = t.all('.listen__select')[{list}]; list.selectedIndex = {chosen}; list.dispatchEvent(new Event('change'))")).await;
            tab.wait(&format!("(({{ rate, voice, lang }}) => `${{rate}} ${{voice}} ${{lang}}`)(spoken.at(-1)) === {said}")).await;
        }
        wait_said(tab, "One").await;
        tab.reload().await;
        tab.wait_ready("1").await;
        tab.click(".listen-open").await;
        tab.wait("spoken.at(-1)?.rate === 1.5").await;
    })
    .await;
}

#[tokio::test]
async fn it_begins_where_something_is_selected() {
    scene(async |tab| {
        listen(tab).await;
        tab.click(".expand-all").await;
        tab.run(
            "const text = document.createTreeWalker(t.body('Two'), NodeFilter.SHOW_TEXT).nextNode(); \
                 getSelection().setBaseAndExtent(text, 2, text, 8)",
        )
        .await;
        tab.wait("t.shown(t.one('.listen-here'))").await;
        tab.click(".listen-here").await;
        wait_said(tab, "Second, at noon.").await;
    })
    .await;
}

#[tokio::test]
async fn it_stops_when_it_is_closed_and_when_the_article_goes() {
    scene(async |tab| {
        listen(tab).await;
        tab.click(".listen-open").await;
        wait_said(tab, "Spoken").await;
        tab.click(".listen__close").await;
        tab.wait("!t.one('.listen') && !speechSynthesis.now && t.active() === t.one('.listen-open')").await;
        assert_eq!(tab.value(&marks("gatefold-sentence")).await.as_str().unwrap_or_default(), "");
        tab.click(".listen-open").await;
        wait_said(tab, "Spoken").await;
        tab.run("document.querySelector('.masthead a').click()").await;
        tab.wait("!t.one('.article') && !speechSynthesis.now && !t.one('.listen')").await;
    })
    .await;
}

#[tokio::test]
async fn where_the_engine_gives_up_it_says_so_and_can_go_on() {
    scene(async |tab| {
        listen(tab).await;
        tab.click(".listen-open").await;
        wait_said(tab, "Spoken").await;
        tab.run("speechSynthesis.fail()").await;
        tab.wait("t.words(t.one('.listen__said')).startsWith('Reading aloud stopped.') && t.one('.listen__play').ariaLabel === 'Play'").await;
        tab.expect_accessible("a failure").await;
        tab.click(".listen__play").await;
        tab.wait("speechSynthesis.now && t.words(t.one('.listen__said')) === ''").await;
    })
    .await;
}

#[tokio::test]
async fn without_a_voice_for_the_language_it_is_not_offered_until_there_is_one() {
    scene(async |tab| {
        with_voices(tab, &[("Ida", "de-DE")]).await;
        tab.size(tab.phone(), 700).await;
        tab.read_json(&spoken_article()).await;
        tab.wait("t.one('.keys-open')").await;
        assert_eq!(tab.count(".listen-open").await, 0);
        let places = "t.all('.settings-open, .share-open, .byline, .prose').map((one) => { const { x, y } = one.getBoundingClientRect(); return `${x} ${y}` }).join()";
        let before = tab.string(places).await;
        tab.run("speechSynthesis.voices.push({ name: 'Late', lang: 'en' }); speechSynthesis.dispatchEvent(new Event('voiceschanged'))").await;
        tab.wait("t.shown(t.one('.listen-open'))").await;
        // Its room was kept.
        assert_eq!(tab.string(places).await, before);
    })
    .await;
}

#[tokio::test]
async fn an_element_is_read_too_and_one_voice_speaks_at_a_time() {
    scene(async |tab| {
        with_voices(tab, &VOICES).await;
        tab.site.put("/own/given.json", crate::server::Reply::json(&spoken_article()));
        let element = "<gatefold-reader src='/own/given.json'></gatefold-reader>";
        tab.visit_with(&[element, element].concat()).await;
        tab.wait("t.all('gatefold-reader').every((one) => t.inside('.listen-open', one))").await;
        let press = |at: usize| format!("t.inside('.listen-open', t.all('gatefold-reader')[{at}]).click()");
        let plays = |at: usize| format!("t.inside('.listen__play', t.all('gatefold-reader')[{at}])?.ariaLabel");
        tab.run(&press(0)).await;
        wait_said(tab, "Spoken").await;
        tab.run(&press(1)).await;
        tab.wait(&format!("{} === 'Play' && {} === 'Pause'", plays(0), plays(1))).await;
        tab.run("speechSynthesis.over()").await;
        wait_said(tab, "A beginning.").await;
        assert_eq!(tab.number("spoken.length").await, 3.0);
        tab.run("t.all('gatefold-reader')[1].remove()").await;
        tab.wait("!speechSynthesis.now").await;
    })
    .await;
}
