//! The bar of the player: back, play, on; how fast, in which voice.

use super::Player;
use crate::components::panel::close_button;
use crate::i18n::{Catalog, Later};
use crate::platform::dom::{El, el, icon};
use crate::platform::intl::format_number;
use crate::platform::listen::Listener;
use crate::platform::share::value;
use crate::platform::speech::Voice;
use crate::render::Icon;
use crate::state::Context;
use std::rc::{Rc, Weak};

/// A speed beside the usual one, and the name by which it is kept.
type Rate = (&'static str, f64);

/// How fast it may read.
const RATES: [Rate; 6] = [("75", 0.75), USUAL, ("125", 1.25), ("150", 1.5), ("175", 1.75), ("200", 2.0)];

const USUAL: Rate = ("100", 1.0);

// Not among the icons of what comes first.
const PLAY: &str = "M6 3.5l10 6.5-10 6.5z";
const PAUSE: &str = "M7 4v12M13 4v12";

/// The bar.
pub(super) struct Bar {
    pub(super) element: El,
    /// Plays and pauses.
    pub(super) play: El,
    said: El,
    rates: El,
    names: El,
    voices: Vec<Voice>,
    _listeners: Vec<Listener>,
}

impl Bar {
    /// One that acts on a player; `rate` is the speed that was kept.
    pub(super) fn new(context: &Context, voices: Vec<Voice>, rate: Option<&str>, player: &Weak<Player>) -> Self {
        let catalog = context.catalog;
        let locale = catalog.locale();
        let button = |class, label, drawn: El| {
            let button = el("button", class).attr("type", "button").attr("aria-label", catalog.get(label));
            button.add(drawn)
        };
        let back = button("icon-button listen__back", Later::PreviousSentence, Icon::Back.draw("icon icon--turns"));
        let play = button("icon-button listen__play", Later::Play, icon("icon", PLAY));
        let on = button("icon-button listen__on", Later::NextSentence, Icon::Forth.draw("icon icon--turns"));
        let close = close_button("listen__close", catalog);
        let kept = RATES.iter().find(|(name, _)| Some(*name) == rate).unwrap_or(&USUAL);
        let rates = RATES.iter().fold(el("select", "listen__select"), |list, rate| {
            let option = el("option", "").attr("value", rate.0);
            let option = option.text(&[&format_number(rate.1, locale.tag), " ×"].concat());
            list.add(if rate.0 == kept.0 { option.attr("selected", "") } else { option })
        });
        let names = voices.iter().enumerate().fold(el("select", "listen__select"), |list, (at, voice)| {
            list.add(el("option", "").attr("value", &at.to_string()).text(&voice.name()))
        });
        let label = |name, list: &El| {
            let name = el("span", "visually-hidden").text(catalog.get(name));
            el("label", "listen__choice").add(name).add(list.clone())
        };
        let said = el("p", "listen__said").attr("role", "status");
        let row = el("div", "listen__row").add(back.clone()).add(play.clone()).add(on.clone());
        let row = row.add(label(Later::Speed, &rates));
        let row = row.add_some((voices.len() > 1).then(|| label(Later::Voice, &names))).add(close.clone());
        let element = el("div", "listen").attr("role", "region").attr("aria-label", catalog.get(Later::Listen));
        let element = element.attr("part", "listen").attr("lang", locale.tag).attr("dir", locale.direction.as_str());
        let element = element.add(said.clone()).add(row);
        let act = |element: &El, event, act: fn(&Rc<Player>)| {
            let player = player.clone();
            Listener::new(element.node(), event, move |_| {
                if let Some(player) = player.upgrade() {
                    act(&player);
                }
            })
        };
        let listeners = vec![
            act(&back, "click", |player| player.skip(false)),
            act(&play, "click", Player::toggle),
            act(&on, "click", |player| player.skip(true)),
            act(&close, "click", |player| player.close()),
            act(&rates, "change", Player::changed),
            act(&names, "change", Player::changed),
        ];
        Self { element, play, said, rates, names, voices, _listeners: listeners }
    }

    /// The voice that is chosen.
    pub(super) fn voice(&self) -> Option<Voice> {
        let at = value(&self.names).parse().unwrap_or(0usize);
        self.voices.get(at).cloned()
    }

    /// How fast, beside the usual speed.
    pub(super) fn rate(&self) -> Rate {
        let chosen = value(&self.rates);
        RATES.into_iter().find(|(name, _)| *name == chosen).unwrap_or(USUAL)
    }

    /// Shows whether it plays.
    pub(super) fn playing(&self, catalog: Catalog, plays: bool) {
        let (label, drawn) = if plays { (Later::Pause, PAUSE) } else { (Later::Play, PLAY) };
        self.play.hold(icon("icon", drawn));
        let _ = self.play.clone().attr("aria-label", catalog.get(label));
    }

    /// Says something in words.
    pub(super) fn say(&self, words: &str) {
        self.said.say(words);
    }
}
