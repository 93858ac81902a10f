//! Reading aloud by the browser's own voices (Web Speech API, "The SpeechSynthesis interface").

use super::json;
use super::listen::Listener;
use super::page;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = EventTarget)]
    #[derive(Clone)]
    pub(crate) type Synthesis;
    #[wasm_bindgen(method, js_name = getVoices)]
    fn get_voices(this: &Synthesis) -> js_sys::Array;
    #[wasm_bindgen(method)]
    fn speak(this: &Synthesis, utterance: &Utterance);
    #[wasm_bindgen(method)]
    fn cancel(this: &Synthesis);

    #[wasm_bindgen(extends = EventTarget)]
    type Utterance;
    #[wasm_bindgen(constructor, js_class = "SpeechSynthesisUtterance", catch)]
    fn new(text: &str) -> Result<Utterance, JsValue>;
    #[wasm_bindgen(method, setter)]
    fn set_lang(this: &Utterance, tag: &str);
    #[wasm_bindgen(method, setter)]
    fn set_rate(this: &Utterance, rate: f64);
    #[wasm_bindgen(method, setter)]
    fn set_voice(this: &Utterance, voice: &Voice);

    /// A voice of the engine.
    #[derive(Clone)]
    pub(crate) type Voice;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn name(this: &Voice) -> String;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn lang(this: &Voice) -> String;
    #[wasm_bindgen(method, getter, js_name = localService)]
    fn is_local(this: &Voice) -> bool;

    #[wasm_bindgen(js_namespace = ["navigator", "mediaSession"], js_name = setActionHandler, catch)]
    fn set_action(name: &str, handler: &JsValue) -> Result<(), JsValue>;
    type Metadata;
    #[wasm_bindgen(constructor, js_class = "MediaMetadata", catch)]
    fn new(fields: &JsValue) -> Result<Metadata, JsValue>;
}

thread_local! {
    /// Counts what was said on this page: an engine has one voice at a time, and whoever asked last has it.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// The engine's, where it has one.
pub(crate) fn synthesis() -> Option<Synthesis> {
    let found = js_sys::Reflect::get(&page::window(), &"speechSynthesis".into()).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

/// A language without its region: some engines write `pt_BR`.
fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_lowercase()
}

impl Synthesis {
    /// The voices for a language, those of the device first: they are there without a network. Empty until the engine has
    /// looked them up, which `voiceschanged` tells.
    pub(crate) fn voices(&self, language: &str) -> Vec<Voice> {
        let wanted = primary(language);
        let all = self.get_voices().into_iter().map(|voice| voice.unchecked_into::<Voice>());
        let mut found: Vec<_> = all.filter(|voice| primary(&voice.lang()) == wanted).collect();
        let exact = |voice: &Voice| voice.lang().replace('_', "-").eq_ignore_ascii_case(language);
        found.sort_by_key(|voice| (!voice.is_local(), !exact(voice)));
        found
    }
}

/// What becomes of what is said.
pub(crate) enum Said {
    /// It came to the word at that place, in UTF-16 units.
    Word(u32),
    /// It is over.
    All,
    /// Something else is said instead.
    Overtaken,
    /// The engine gave up.
    Failed,
}

/// Something that is being said, until this is dropped.
pub(crate) struct Speaking {
    synthesis: Synthesis,
    turn: u32,
    _utterance: Utterance,
    listeners: Vec<Listener>,
}

/// Says a text, instead of whatever is being said; `rate` is 1 for the usual speed.
pub(crate) fn say(text: &str, voice: &Voice, rate: f64, told: impl Fn(Said) + Clone + 'static) -> Option<Speaking> {
    let (synthesis, utterance) = (synthesis()?, Utterance::new(text).ok()?);
    utterance.set_voice(voice);
    utterance.set_lang(&voice.lang());
    utterance.set_rate(rate);
    let turn = TURN.get() + 1;
    TURN.set(turn);
    let listen = |event, said: fn(&Event) -> Option<Said>| {
        let told = told.clone();
        Listener::new(&utterance, event, move |event| {
            if TURN.get() != turn {
                told(Said::Overtaken);
            } else if let Some(said) = said(&event) {
                told(said);
            }
        })
    };
    let listeners = vec![
        listen("boundary", |event| {
            let field = |name: &str| js_sys::Reflect::get(event, &name.into()).unwrap_or_default();
            (field("name") != "sentence").then(|| Said::Word(field("charIndex").as_f64().unwrap_or_default() as u32))
        }),
        listen("end", |_| Some(Said::All)),
        listen("error", |_| Some(Said::Failed)),
    ];
    synthesis.cancel();
    synthesis.speak(&utterance);
    // Held here, too: some engines forget one that is being said, and never say that it is over.
    Some(Speaking { synthesis, turn, _utterance: utterance, listeners })
}

impl Drop for Speaking {
    fn drop(&mut self) {
        // Nobody is told.
        self.listeners.clear();
        // It has the engine for all; what overtook this goes on.
        if TURN.get() == self.turn {
            self.synthesis.cancel();
        }
    }
}

/// A key for what plays, by its name in the standard (Media Session, §5.3), and what it does.
pub(crate) type MediaKey = (&'static str, Box<dyn Fn()>);

/// The keys of the keyboard and of headphones for what plays, until this is dropped (Media Session, §6).
pub(crate) struct MediaKeys {
    names: Vec<&'static str>,
    _acts: Vec<Closure<dyn Fn()>>,
}

/// Has them call, and says what plays. An engine without them has none.
pub(crate) fn media_keys(title: &str, keys: Vec<MediaKey>) -> MediaKeys {
    if let Ok(metadata) = Metadata::new(&json::object(&[("title", Some(title.into()))])) {
        let session = js_sys::Reflect::get(&page::window().navigator(), &"mediaSession".into()).unwrap_or_default();
        // An engine that has the one has the other.
        let _ = js_sys::Reflect::set(&session, &"metadata".into(), &metadata);
    }
    let (names, acts): (Vec<_>, Vec<_>) = keys.into_iter().map(|(name, act)| (name, Closure::wrap(act))).unzip();
    for (name, act) in names.iter().zip(&acts) {
        // Not every engine knows every one.
        let _ = set_action(name, act.as_ref());
    }
    MediaKeys { names, _acts: acts }
}

impl Drop for MediaKeys {
    fn drop(&mut self) {
        for name in &self.names {
            let _ = set_action(name, &JsValue::NULL);
        }
    }
}
