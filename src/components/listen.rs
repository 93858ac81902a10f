//! Reading aloud: a bar at the foot of the reader, and in the text a mark on the sentence and the word.
//!
//! 1. [`player`] is asked to begin: where something is selected there, else with the first block on the screen.
//! 2. It says one sentence at a time ([`crate::aloud`]); each leads to the next, unless another reader of the page has begun.
//! 3. Pausing stops the engine and keeps the word: pausing by the engine itself is forgotten by some of them.

mod bar;

use super::panel::{Answer, Ask};
use crate::aloud::{piece_before, piece_from};
use crate::i18n::Later;
use crate::model::plain_text;
use crate::platform::dom::{El, find, find_all, focus_quietly};
use crate::platform::highlight::{self, SENTENCE, Shown, WORD};
use crate::platform::listen::Listener;
use crate::platform::speech::{self, MediaKeys, Said, Speaking};
use crate::platform::{intl, page, share, storage};
use crate::state::{Context, Document};
use bar::Bar;
use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;
use web_sys::Element;

/// What nobody wants read aloud, beside what is none of the article's words.
const SILENT: &str = "pre, .code, .figure__button, .placeholder, .footnotes, [role=doc-noteref], .part-failed, \
    .to-top, .selection-tools, .listen, .related, .paywall, button:not(.section__toggle)";

/// Where the speed is kept, in the origin's local storage.
const KEPT: &str = "gatefold-speed";

/// The player of one article.
struct Player {
    context: Context,
    /// The article.
    root: El,
    title: String,
    language: String,
    bar: Bar,
    /// Its words, read when it begins.
    shown: RefCell<Option<Shown>>,
    /// The sentence that is said, or will be.
    now: RefCell<Range<usize>>,
    /// How far it has come: where in the text the word begins.
    word: Cell<usize>,
    speaking: RefCell<Option<Speaking>>,
    media: RefCell<Option<MediaKeys>>,
    /// What has the focus when it is closed.
    opener: RefCell<Option<Element>>,
}

/// The language that an article is read in: its own, else the interface's.
pub(super) fn language(context: &Context, document: &Document) -> String {
    let own = document.article.locale.language.clone();
    own.unwrap_or_else(|| context.catalog.locale().tag.to_owned())
}

/// Makes the player of the article at `root`, closed.
pub(super) fn player(root: &El, context: Context, document: &Rc<Document>) -> Answer {
    let language = language(&context, document);
    let voices = speech::synthesis().map(|synthesis| synthesis.voices(&language)).unwrap_or_default();
    let player = Rc::new_cyclic(|this| Player {
        bar: Bar::new(&context, voices, storage::kept(KEPT).as_deref(), this),
        root: root.clone(),
        title: plain_text(&document.article.title),
        language,
        context,
        shown: RefCell::default(),
        now: RefCell::default(),
        word: Cell::default(),
        speaking: RefCell::default(),
        media: RefCell::default(),
        opener: RefCell::default(),
    });
    // Some engines go on speaking when the page has gone.
    let leaving = Rc::downgrade(&player);
    let left = Listener::new(&page::window(), "pagehide", move |_| {
        if let Some(player) = leaving.upgrade() {
            player.pause();
        }
    });
    Rc::new(move |ask| {
        let _ = &left;
        if let Ask::Open(button) = ask {
            player.open(button);
        }
    })
}

impl Player {
    /// Begins, or where it has begun, pauses and goes on.
    fn open(self: &Rc<Self>, button: Element) {
        let prose = find(self.root.node(), ".prose");
        let selected = prose.and_then(|prose| share::selected(&prose)).and_then(|selected| selected.first_block());
        let is_open = self.bar.element.node().is_connected();
        if is_open && selected.is_none() {
            return self.toggle();
        }
        let aside = [highlight::ASIDE, ", ", SILENT].concat();
        *self.shown.borrow_mut() = highlight::shown(self.root.node(), &aside);
        self.opener.replace(Some(button));
        if !is_open {
            let reader = self.root.node().parent_element().map_or_else(|| self.root.clone(), El::from);
            let _ = reader.add(self.bar.element.clone());
            *self.media.borrow_mut() = Some(self.media());
        }
        focus_quietly(self.bar.play.html());
        let begin = selected.or_else(|| self.in_view());
        let begin = begin.and_then(|block| self.shown.borrow().as_ref()?.start_of(&block));
        self.go(self.piece_from(begin.unwrap_or_default()));
    }

    /// The first block on the screen, where the article does not begin there.
    fn in_view(&self) -> Option<Element> {
        if self.root.node().get_bounding_client_rect().top() >= 0.0 {
            return None;
        }
        let blocks = find_all(self.root.node(), ".prose :is(p, li, h2, h3, h4, h5, h6, figcaption)");
        blocks.into_iter().find(|block| {
            let place = block.get_bounding_client_rect();
            place.height() > 0.0 && place.top() >= 0.0
        })
    }

    fn piece_from(&self, at: usize) -> Option<Range<usize>> {
        let shown = self.shown.borrow();
        piece_from(&shown.as_ref()?.text, at, |line| intl::sentences(line, &self.language))
    }

    /// Goes to a sentence and says it; where there is none, the article is over.
    fn go(self: &Rc<Self>, piece: Option<Range<usize>>) {
        match piece {
            Some(piece) => {
                self.word.set(piece.start);
                *self.now.borrow_mut() = piece;
                self.play();
            }
            None => {
                self.pause();
                let first = self.piece_from(0).unwrap_or_default();
                self.word.set(first.start);
                *self.now.borrow_mut() = first;
            }
        }
    }

    /// Says the sentence from its word on.
    fn play(self: &Rc<Self>) {
        let (now, from) = (self.now.borrow().clone(), self.word.get());
        let text = self.shown.borrow().as_ref().and_then(|shown| shown.text.get(from..now.end).map(str::to_owned));
        let (Some(text), Some(voice)) = (text, self.bar.voice()) else { return };
        self.speaking.take();
        let (this, spoken) = (Rc::downgrade(self), text.clone());
        let told = move |said| {
            let Some(this) = this.upgrade() else { return };
            match said {
                Said::Word(units) => this.came_to(from + bytes(&spoken, units)),
                Said::All => this.after(now.end),
                // Another reader of the page has begun.
                Said::Overtaken => this.pause(),
                Said::Failed => this.failed(),
            }
        };
        let speaking = speech::say(&text, &voice, self.bar.rate().1, told);
        if speaking.is_none() {
            return self.failed();
        }
        *self.speaking.borrow_mut() = speaking;
        self.bar.say("");
        self.bar.playing(self.context.catalog, true);
        if let Some(shown) = &*self.shown.borrow() {
            let sentence = self.now.borrow().clone();
            // An engine without marks reads all the same.
            let _ = shown.mark(SENTENCE, sentence.clone());
            let _ = shown.follow(sentence);
        }
    }

    fn came_to(&self, at: usize) {
        self.word.set(at);
        let end = self.now.borrow().end;
        if let Some(shown) = &*self.shown.borrow() {
            let rest = shown.text.get(at..end).unwrap_or_default();
            let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let _ = shown.mark(WORD, at..at + length);
        }
    }

    /// Goes on with what comes after a place; not while the engine is still telling of what is over.
    fn after(self: &Rc<Self>, at: usize) {
        let this = Rc::downgrade(self);
        wasm_bindgen_futures::spawn_local(async move {
            // It may have been paused meanwhile.
            if let Some(this) = this.upgrade().filter(|this| this.speaking.borrow().is_some()) {
                this.go(this.piece_from(at));
            }
        });
    }

    fn failed(&self) {
        self.pause();
        self.bar.say(self.context.catalog.get(Later::ListenFailed));
    }

    /// Stops, and keeps the place.
    fn pause(&self) {
        // What it is told by is what stops it.
        let speaking = self.speaking.take();
        wasm_bindgen_futures::spawn_local(async move { drop(speaking) });
        highlight::unmark(WORD);
        self.bar.playing(self.context.catalog, false);
    }

    fn toggle(self: &Rc<Self>) {
        if self.speaking.borrow().is_some() { self.pause() } else { self.play() }
    }

    /// To the sentence before this one or after it.
    fn skip(self: &Rc<Self>, forward: bool) {
        let now = self.now.borrow().clone();
        if forward {
            return self.go(self.piece_from(now.end));
        }
        let before = self
            .shown
            .borrow()
            .as_ref()
            .and_then(|shown| piece_before(&shown.text, now.start, |line| intl::sentences(line, &self.language)));
        self.go(Some(before.unwrap_or(now)));
    }

    /// Another speed or voice holds from the word on.
    fn changed(self: &Rc<Self>) {
        storage::keep(KEPT, self.bar.rate().0);
        if self.speaking.borrow().is_some() {
            self.play();
        }
    }

    fn close(&self) {
        self.pause();
        self.media.take();
        highlight::unmark(SENTENCE);
        self.bar.element.node().remove();
        if let Some(opener) = self.opener.take() {
            focus_quietly(El::from(opener).html());
        }
    }

    fn media(self: &Rc<Self>) -> MediaKeys {
        let act = |act: fn(&Rc<Self>)| {
            let this = Rc::downgrade(self);
            Box::new(move || {
                if let Some(this) = this.upgrade() {
                    act(&this);
                }
            }) as Box<dyn Fn()>
        };
        let actions = vec![
            ("play", act(Self::play)),
            ("pause", act(|this| this.pause())),
            ("nexttrack", act(|this| this.skip(true))),
            ("previoustrack", act(|this| this.skip(false))),
        ];
        speech::media_keys(&self.title, actions)
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        for name in [SENTENCE, WORD] {
            highlight::unmark(name);
        }
        self.bar.element.node().remove();
    }
}

/// How many bytes the first so many UTF-16 units of a text have.
fn bytes(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    let passed = text.chars().take_while(|one| {
        let room = left >= one.len_utf16();
        left = left.saturating_sub(one.len_utf16());
        room
    });
    passed.map(char::len_utf8).sum()
}
