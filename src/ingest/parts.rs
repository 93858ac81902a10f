//! Pieces that the formats of newsrooms have in common: pictures, embeds, credits, text that lies too deep.

use super::fields::Place;
use super::source::{Source, at, string_at};
use super::{Json, Kind};
use crate::model::inline::Mark;
use crate::model::media::Embed;
use crate::model::url::Use;
use crate::model::{Article, Author, Block, BlockKind, Card, Fate, Image, Inline, SafeUrl, Text, plain_text, player};

/// Fields that lead from a thing to what it holds, in any of the formats.
const INNER: [&str; 9] =
    ["content_elements", "items", "header", "rows", "citation", "components", "model", "blocks", "elements"];

/// Fields that hold what a thing says.
const SAID: [&str; 3] = ["content", "text", "caption"];

/// A block with nothing but a text.
pub(super) fn paragraph(text: Text) -> Block {
    BlockKind::Paragraph { text, role: None, drop_cap: false }.into()
}

/// A block for what the model has no kind for; its text is shown.
pub(super) fn unknown(name: &str, text: Text) -> Block {
    BlockKind::Unknown { name: name.to_owned(), text }.into()
}

/// Text with a mark.
pub(super) fn marked(mark: Mark, text: Text) -> Text {
    if text.is_empty() { text } else { Text(vec![Inline::Marked { mark, text }]) }
}

/// Calls `read` with each item of a list and its place; a single value counts as a list of one.
pub(super) fn each<J: Json>(json: &J, name: &str, place: &Place<'_>, mut read: impl FnMut(&J, &Place<'_>)) {
    let place = Place::Field(place, name);
    let Some(list) = json.field(name) else { return };
    if list.kind() != Kind::Array {
        return read(&list, &place);
    }
    for index in 0..list.len() {
        if let Some(item) = list.item(index).filter(|item| item.kind() != Kind::Null) {
            read(&item, &Place::Index(&place, index));
        }
    }
}

/// `true`, or the string that says so.
pub(super) fn is_true<J: Json>(json: &J, path: &str) -> bool {
    at(json, path).is_some_and(|value| value.boolean().unwrap_or_else(|| value.string().as_deref() == Some("true")))
}

/// An address that needs no base.
pub(super) fn is_absolute(address: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme))
}

/// What is said in a thing and in all it holds, however deep: as written, with spaces between.
pub(super) fn flat<J: Json>(json: &J) -> String {
    let mut said = String::new();
    let mut waiting = Vec::new();
    unfold(json, &mut waiting, &mut said);
    while let Some(value) = waiting.pop() {
        unfold(&value, &mut waiting, &mut said);
    }
    said
}

/// Takes what a thing says, or puts what it holds in front of what is `waiting`.
fn unfold<J: Json>(json: &J, waiting: &mut Vec<J>, said: &mut String) {
    let own = match json.kind() {
        Kind::Array => {
            waiting.extend((0..json.len()).rev().filter_map(|index| json.item(index)));
            return;
        }
        Kind::Object => SAID.iter().find_map(|name| string_at(json, name)),
        Kind::String => json.string(),
        _ => None,
    };
    match own {
        Some(text) => {
            if !said.is_empty() {
                said.push(' ');
            }
            said.push_str(text.trim());
        }
        None => waiting.extend(INNER.iter().rev().filter_map(|name| json.field(name))),
    }
}

/// The text of something nested too deep, with a note.
pub(super) fn flattened<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Block> {
    source.note(place, Fate::Downgraded, "nested too deep: only its text is kept");
    let text = source.text(&flat(json), place);
    if text.is_empty() { Vec::new() } else { vec![paragraph(text)] }
}

/// The picture at an address; nothing when there is neither an address that will do nor a text to stand for it.
pub(super) fn picture(
    address: Option<String>,
    image: Image,
    place: &Place<'_>,
    source: &mut Source<'_>,
) -> Option<Image> {
    if address.is_none() {
        source.dropped(place, "a picture without an address");
    }
    let image = Image { src: address.and_then(|address| source.url(&address, Use::Resource, place)), ..image };
    let shown = image.src.is_some() || !image.alt.is_empty() || !image.caption.is_empty();
    shown.then_some(image)
}

/// One picture as it is, several as a gallery.
pub(super) fn pictures(mut images: Vec<Image>, caption: Text) -> Option<Block> {
    match images.len() {
        0 => None,
        1 => {
            let image = images.pop()?;
            let caption = if image.caption.is_empty() { caption } else { image.caption };
            Some(BlockKind::Image(Image { caption, ..image }).into())
        }
        _ => Some(BlockKind::Gallery { images, caption }.into()),
    }
}

/// Something at another site, named after its provider.
pub(super) fn embed(
    address: &str,
    provider: Option<String>,
    place: &Place<'_>,
    source: &mut Source<'_>,
) -> Option<Embed> {
    let url = source.url(address, Use::Resource, place)?;
    let provider = provider.or_else(|| player::player(&url).map(|(name, _)| name.to_owned()));
    let (title, text, caption) = Default::default();
    Some(Embed { url, provider, title, text, width: 0, height: 0, caption })
}

/// Adds an author who is not there yet; names come as "By Ada Fenwick", too.
pub(super) fn credit(authors: &mut Vec<Author>, name: &str, url: Option<SafeUrl>) {
    let name = without_by(name);
    if !name.is_empty() && !authors.iter().any(|author| author.name == name) {
        authors.push(Author { name: name.to_owned(), url });
    }
}

/// A name without the English word that leads it in.
pub(super) fn without_by(name: &str) -> &str {
    let name = name.trim();
    match name.get(..3) {
        Some(by) if by.eq_ignore_ascii_case("by ") => name.get(3..).unwrap_or_default().trim_start(),
        _ => name,
    }
}

/// Adds a subject that is not there yet.
pub(super) fn tag(tags: &mut Vec<String>, name: String) {
    if !name.is_empty() && !tags.contains(&name) {
        tags.push(name);
    }
}

/// A card that holds something to show.
pub(super) fn worth_showing(card: Card, place: &Place<'_>, source: &mut Source<'_>) -> Option<Card> {
    let shown = card.title.is_some() || card.teaser.is_some() || card.image.is_some();
    if !shown {
        source.note(place, Fate::Unresolved, "a related article without a title, a teaser or a picture");
    }
    shown.then_some(card)
}

/// The text of the first paragraphs, for places that hold a line.
pub(super) fn opening(blocks: &[Block]) -> Option<String> {
    blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Paragraph { text, .. } => Some(plain_text(text)).filter(|text| !text.trim().is_empty()),
        _ => None,
    })
}

/// The article, unless there is nothing in it to show.
pub(super) fn shown(article: Article, source: &Source<'_>) -> Result<Article, String> {
    let empty = article.sections.iter().all(|section| section.blocks.is_empty() && section.heading.is_empty());
    if empty && article.title.is_empty() && article.standfirst.is_empty() && article.image.is_none() {
        let note = source.reading.notes.first().map(ToString::to_string);
        let why = note.unwrap_or_else(|| "no title and no text".to_owned());
        return Err(format!("nothing in it could be shown ({why})"));
    }
    Ok(article)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn what_lies_deep_is_gathered_in_order() {
        let mut value = json!({ "type": "text", "content": "the deepest" });
        for level in 0..500 {
            value = json!({ "items": [{ "content": level.to_string() }, value] });
        }
        let said = flat(&&value);
        assert!(said.starts_with("499 498 ") && said.ends_with(" 0 the deepest"), "{said}");
        // serde_json drops a deep value by recursion.
        std::mem::forget(value);
    }

    #[test]
    fn what_a_thing_says_is_said_once() {
        let value = json!({ "model": { "text": "Tides turn", "blocks": [{ "model": { "text": "Tides" } }] } });
        assert_eq!(flat(&&value), "Tides turn");
        assert_eq!(flat(&&Value::Null), "");
    }

    #[test]
    fn a_byline_is_a_name() {
        let mut authors = Vec::new();
        for name in ["By Ada Fenwick", "by  Ada Fenwick ", "Byron Lake", "By", ""] {
            credit(&mut authors, name, None);
        }
        let names: Vec<_> = authors.iter().map(|author| author.name.as_str()).collect();
        assert_eq!(names, ["Ada Fenwick", "Byron Lake", "By"]);
    }

    #[test]
    fn truth_comes_as_text_too() {
        let value = json!({ "a": true, "b": "true", "c": "false", "d": 1, "e": { "f": "true" } });
        let true_ones = ["a", "b", "c", "d", "e.f", "g"].map(|path| is_true(&&value, path));
        assert_eq!(true_ones, [true, true, false, false, true, false]);
    }
}
