//! Pictures: with their room reserved, and with their words when they do not come.

use super::inline::{linked, some_text};
use super::{Icon, Scope};
use crate::i18n::Message;
use crate::model::media::{Image, Size};
use crate::model::{Text, plain_text};
use crate::platform::dom::{El, el, find_all};

/// A picture with its caption and credit.
pub(super) fn figure(scope: &Scope, image: &Image, extra: &str) -> El {
    let mut class = String::from("figure");
    match image.size {
        Size::Column => {}
        Size::Wide => class.push_str(" figure--wide"),
        Size::Full => class.push_str(" figure--full"),
    }
    if image.height > image.width {
        class.push_str(" figure--portrait");
    }
    class.push_str(extra);
    let figure = el("figure", &class).add(frame(scope, image, !extra.is_empty()));
    figure.add_some(caption(scope, &image.caption, image.credit.as_deref()))
}

/// Caption and credit on one line; nothing when there is neither.
pub(super) fn caption(scope: &Scope, text: &Text, credit: Option<&str>) -> Option<El> {
    if text.is_empty() && credit.is_none() {
        return None;
    }
    let caption = el("figcaption", "caption").add_some(some_text(scope, "span", "caption__text", text));
    Some(match credit {
        Some(credit) => caption.text(" ").add(el("span", "caption__credit").attr("dir", "auto").text(credit)),
        None => caption,
    })
}

/// The picture in its frame. What opens the page is loaded at once, the rest when it comes near.
fn frame(scope: &Scope, image: &Image, first: bool) -> El {
    let frame = el("div", "figure__frame");
    let Some(src) = &image.src else { return missing(scope, frame, &image.alt) };
    let img = picture_element(image, "");
    let img = if first { img.attr("fetchpriority", "high") } else { img.attr("loading", "lazy") };
    let img = img.attr("decoding", "async").attr("src", src.as_str());
    // Files that differ in width alone are for the browser to choose from; the others it tries in order.
    let (widths, kinds): (Vec<_>, Vec<_>) =
        image.sources.iter().partition(|file| file.width > 0 && file.mime.is_none() && file.media.is_none());
    let srcset: Vec<_> =
        widths.iter().map(|file| [file.src.as_str(), " ", &file.width.to_string(), "w"].concat()).collect();
    let img = match srcset.is_empty() {
        true => img,
        false => img.attr("srcset", &srcset.join(", ")).attr("sizes", "auto, (max-width: 760px) 100vw, 760px"),
    };
    let sources = kinds.iter().fold(el("picture", ""), |picture, file| {
        let source = el("source", "").attr("srcset", file.src.as_str());
        picture.add(source.maybe("type", file.mime.as_deref()).maybe("media", file.media.as_deref()))
    });
    let picture = sources.add(img);
    let content = match &image.href {
        Some(href) => linked(el("a", "figure__link"), href).add(picture),
        None => picture,
    };
    frame.add(content).add_some(share_button(scope, image))
}

/// Has a picture try the file that every browser knows, where the one did not come that this one chose. `false` when there
/// is no other.
pub(crate) fn fall_back(image: &web_sys::Element) -> bool {
    let sources = image.parent_element().map(|picture| find_all(&picture, "source")).unwrap_or_default();
    let chosen = image.has_attribute("srcset") || !sources.is_empty();
    sources.iter().for_each(web_sys::Element::remove);
    // A constant name is a valid one.
    let _ = image.remove_attribute("sizes").and_then(|()| image.remove_attribute("srcset"));
    chosen
}

/// Sharing one picture: offered where it has words to be known by.
fn share_button(scope: &Scope, image: &Image) -> Option<El> {
    if !scope.config.share || image.decorative || image.alt.is_empty() {
        return None;
    }
    let button = el("button", "icon-button figure__button figure__share").attr("type", "button");
    let label = scope.catalog.get(Message::SharePicture);
    Some(button.attr("aria-label", label).attr("aria-haspopup", "dialog").add(Icon::Share.draw("")))
}

fn picture_element(image: &Image, class: &str) -> El {
    // The alternative text is never lost: a caption serves where there is none.
    let alt = if image.decorative {
        String::new()
    } else if image.alt.is_empty() {
        plain_text(&image.caption)
    } else {
        image.alt.clone()
    };
    sized(el("img", class).attr("alt", &alt), image.width, image.height)
}

/// Reserves a picture's room.
pub(super) fn sized(img: El, width: u32, height: u32) -> El {
    if width == 0 || height == 0 {
        return img;
    }
    img.attr("width", &width.to_string()).attr("height", &height.to_string())
}

/// A box with the words of a picture that is not there.
pub(super) fn missing(scope: &Scope, frame: El, alt: &str) -> El {
    let words = if alt.is_empty() { scope.catalog.get(Message::ImageMissing) } else { alt };
    frame.attr("data-broken", "").add(el("span", "figure__alt").attr("dir", "auto").text(words))
}

/// Pictures that belong together.
pub(super) fn gallery(scope: &Scope, images: &[Image], text: &Text) -> El {
    let list = el("ul", "gallery__list").attr("role", "list").attr("data-count", &images.len().to_string());
    let list =
        images.iter().fold(list, |list, image| list.add(el("li", "gallery__item").add(figure(scope, image, ""))));
    el("figure", "gallery").add(list).add_some(caption(scope, text, None))
}

/// The picture of a card: the card's words say what it is about, so it says nothing itself.
pub(crate) fn thumbnail(image: &Image) -> Option<El> {
    let img = sized(el("img", "").attr("alt", ""), image.width, image.height);
    Some(img.attr("loading", "lazy").attr("decoding", "async").attr("src", image.src.as_ref()?.as_str()))
}
