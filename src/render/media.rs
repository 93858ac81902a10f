//! Films, recordings and what other sites show.
//!
//! Nothing is asked of another host before the reader asks for it: what is not from this page's own origin is a
//! placeholder with a button and a link. A site in the table of `model::player` then shows its player in a sandboxed
//! frame; any other is only linked.

use super::Scope;
use super::figure::{caption, sized};
use super::inline::some_text;
use crate::i18n::Later;
use crate::model::media::{Embed, Player};
use crate::model::{SafeUrl, Text, player as site_player};
use crate::platform::dom::{El, el, focus};
use crate::platform::listen::Listener;
use std::cell::RefCell;

/// What a framed player may do: run, be itself, go full screen, open its own site. Never navigate this page.
const SANDBOX: &str = "allow-scripts allow-same-origin allow-presentation allow-popups allow-popups-to-escape-sandbox";

pub(super) fn player(scope: &Scope, name: &str, player: &Player) -> El {
    let own = |url: &SafeUrl| url.origin() == Some(scope.origin.as_str());
    let figcaption = caption(scope, &player.caption, player.credit.as_deref());
    match player.sources.iter().map(|file| &file.src).find(|src| !own(src)) {
        None => {
            let poster = player.poster.as_ref().filter(|poster| own(poster));
            el("figure", "media").add(element(name, player, poster, "metadata")).add_some(figcaption)
        }
        Some(elsewhere) => {
            let element = element(name, player, None, "none").attr("autoplay", "");
            let title = player.title.clone().unwrap_or_default();
            let message = if name == "audio" { Later::PlayAudio } else { Later::PlayVideo };
            let show = Some((message, element));
            placeholder(scope, &title, &Text::default(), elsewhere, None, show).add_some(figcaption)
        }
    }
}

fn element(name: &str, player: &Player, poster: Option<&SafeUrl>, preload: &str) -> El {
    let element = sized(el(name, "media__player"), player.width, player.height).attr("controls", "");
    let element = element.attr("preload", preload).attr("playsinline", "").maybe("aria-label", player.title.as_deref());
    let element = element.maybe("poster", poster.map(SafeUrl::as_str));
    let element = player.sources.iter().fold(element, |element, file| {
        element.add(el("source", "").attr("src", file.src.as_str()).maybe("type", file.mime.as_deref()))
    });
    player.tracks.iter().fold(element, |element, track| {
        let own = el("track", "").attr("src", track.src.as_str()).maybe("kind", track.kind.as_deref());
        element.add(own.maybe("srclang", track.language.as_deref()).maybe("label", track.label.as_deref()))
    })
}

pub(super) fn embed(scope: &Scope, embed: &Embed) -> El {
    let known = site_player::player(&embed.url);
    let provider = embed.provider.as_deref().or(known.as_ref().map(|(name, _)| *name));
    let title = embed.title.as_deref().or(provider).unwrap_or_default();
    let show = known.as_ref().map(|(name, address)| {
        let frame = sized(el("iframe", ""), embed.width.max(16), embed.height.max(9));
        let frame = frame.attr("sandbox", SANDBOX).attr("allow", "fullscreen; autoplay");
        let frame = frame.attr("referrerpolicy", "strict-origin-when-cross-origin");
        let title = embed.title.as_deref().unwrap_or(name);
        (Later::PlayVideo, frame.attr("title", title).attr("src", address))
    });
    placeholder(scope, title, &embed.text, &embed.url, provider, show).add_some(caption(scope, &embed.caption, None))
}

/// What stands for something from elsewhere until the reader asks for it. Without `show` it can only be followed.
fn placeholder(
    scope: &Scope,
    title: &str,
    text: &Text,
    url: &SafeUrl,
    provider: Option<&str>,
    show: Option<(Later, El)>,
) -> El {
    let host = url.host().unwrap_or_default();
    let catalog = scope.catalog;
    let link = el("a", "placeholder__link").attr("href", url.as_str()).attr("rel", "noopener");
    let mut actions = el("p", "placeholder__actions");
    let box_ = el("div", "placeholder__box");
    if let Some((message, element)) = show {
        let label = catalog.format(message, &[("host", host)]);
        let button = el("button", "button placeholder__load").attr("type", "button").text(&label);
        let (place, element) = (box_.clone(), RefCell::new(Some(element)));
        scope.keep(Listener::new(button.node(), "click", move |_| {
            if let Some(element) = element.borrow_mut().take() {
                place.hold(el("div", "placeholder__frame").add(element.clone()));
                focus(element.html());
            }
        }));
        actions = actions.add(button).text(" ");
    }
    let actions = actions.add(link.text(&catalog.format(Later::OpenAt, &[("host", host)])));
    let hint = catalog.format(Later::NothingLoaded, &[("host", host)]);
    let box_ =
        if title.is_empty() { box_ } else { box_.add(el("p", "placeholder__title").attr("dir", "auto").text(title)) };
    let box_ = box_.add_some(some_text(scope, "p", "placeholder__text", text));
    let box_ = box_.add(el("p", "placeholder__hint").text(&hint)).add(actions);
    el("figure", "placeholder").maybe("data-provider", provider).add(box_)
}
