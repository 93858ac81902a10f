//! What a finished line of text becomes: a paragraph, unless it is a picture or a formula.
//!
//! In HTML a picture stands in a line, and content systems put pictures into paragraphs. In the model a picture is a
//! block. So those that open or close a line, and large ones inside it, are taken out; small ones stay in the text.

use super::line::{append, trim_start};
use crate::model::block::Role;
use crate::model::{BlockKind, Image, Inline, Text};

/// Largest side, in CSS pixels, of a picture that belongs to the words around it: an icon, a symbol.
const SMALL: u32 = 64;

/// Smallest side of one that cannot.
const LARGE: u32 = 100;

/// The line shows nothing.
pub(super) fn is_blank(line: &[Inline]) -> bool {
    line.iter().all(|inline| match inline {
        Inline::Text(text) => text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}')),
        Inline::Break {} | Inline::Anchor { .. } => true,
        Inline::Marked { text, .. } | Inline::Span { text, .. } => is_blank(&text.0),
        Inline::Link { text, .. } => is_blank(&text.0),
        _ => false,
    })
}

/// The blocks of a line.
pub(super) fn settle(line: Vec<Inline>, role: (Option<Role>, bool)) -> Vec<BlockKind> {
    let mut blocks = Vec::new();
    let is_text = |inline: &Inline| !is_blank(std::slice::from_ref(inline)) && !is_picture(inline, 0);
    let first = line.iter().position(is_text).unwrap_or(line.len());
    let last = line.iter().rposition(is_text).unwrap_or(0);
    let mut run = Vec::new();
    for (index, inline) in line.into_iter().enumerate() {
        let outside = index < first || index > last;
        if is_picture(&inline, 0) && fits(&inline, outside) {
            paragraph(std::mem::take(&mut run), role, &mut blocks);
            pictures(inline, &mut blocks);
        } else {
            run.push(inline);
        }
    }
    paragraph(run, role, &mut blocks);
    blocks
}

fn paragraph(mut run: Vec<Inline>, (role, drop_cap): (Option<Role>, bool), blocks: &mut Vec<BlockKind>) {
    if is_blank(&run) {
        return;
    }
    if let [Inline::Math(math)] = run.as_slice()
        && math.display
    {
        return blocks.push(BlockKind::Math(math.clone()));
    }
    trim_start(&mut run);
    if let Some(Inline::Text(text)) = run.last_mut() {
        text.truncate(text.trim_end_matches(' ').len());
        if text.is_empty() {
            run.pop();
        }
    }
    blocks.push(BlockKind::Paragraph { text: Text(run), role, drop_cap });
}

/// A picture, or marks around nothing but pictures.
fn is_picture(inline: &Inline, depth: usize) -> bool {
    let only = |text: &Text| {
        let has = text.0.iter().any(|inline| is_picture(inline, depth + 1));
        let rest = |inline: &Inline| is_picture(inline, depth + 1) || is_blank(std::slice::from_ref(inline));
        has && text.0.iter().all(rest)
    };
    match inline {
        Inline::Image(_) => true,
        Inline::Link { text, .. } | Inline::Marked { text, .. } | Inline::Span { text, .. } => depth < 3 && only(text),
        _ => false,
    }
}

/// A picture is to be taken out of its line.
fn fits(inline: &Inline, outside: bool) -> bool {
    let one = |image: &Image| {
        let (short, long) = (image.width.min(image.height), image.width.max(image.height));
        if outside { long == 0 || long > SMALL } else { short >= LARGE }
    };
    match inline {
        Inline::Image(image) => one(image),
        Inline::Link { text, .. } | Inline::Marked { text, .. } | Inline::Span { text, .. } => {
            text.0.iter().any(|inline| fits(inline, outside))
        }
        _ => false,
    }
}

fn pictures(inline: Inline, blocks: &mut Vec<BlockKind>) {
    match inline {
        Inline::Image(image) => blocks.push(BlockKind::Image(image)),
        Inline::Link { text, href, .. } => {
            let start = blocks.len();
            text.0.into_iter().for_each(|inline| pictures(inline, blocks));
            for block in blocks.iter_mut().skip(start) {
                if let BlockKind::Image(image) = block {
                    image.href = Some(href.clone());
                }
            }
        }
        Inline::Marked { text, .. } | Inline::Span { text, .. } => {
            text.0.into_iter().for_each(|inline| pictures(inline, blocks));
        }
        _ => {}
    }
}

/// A line without the pictures that it would lose as a caption, a heading: those become blocks of their own.
pub(super) fn without_pictures(line: Vec<Inline>) -> (Vec<Inline>, Vec<BlockKind>) {
    let (mut text, mut blocks) = (Vec::new(), Vec::new());
    for inline in line {
        if is_picture(&inline, 0) && fits(&inline, true) {
            pictures(inline, &mut blocks);
        } else {
            append(&mut text, vec![inline]);
        }
    }
    if !blocks.is_empty() {
        trim_start(&mut text);
    }
    (text, blocks)
}
