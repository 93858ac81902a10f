//! Shortcodes that nobody has replaced: `[caption width="300"]…[/caption]` as WordPress and its plug-ins write them.
//!
//! `caption` and `embed` are done here. Any other is taken out and noted, for it says nothing to a reader; square
//! brackets around words are left alone.

use super::Node;
use super::flow::Flow;
use super::place::Place;
use super::walk::Walk;
use crate::model::{Block, BlockKind, Fate, plain_text};

/// Shortcodes known by their names alone.
const NAMES: &[&str] =
    &["caption", "wp_caption", "embed", "gallery", "audio", "video", "playlist", "contact-form-7", "toc", "adrotate"];

/// Beginnings of the names that page builders use.
const PREFIXES: &[&str] = &["vc_", "et_pb_", "fusion_", "av_", "wpforms", "ninja_form", "elementor-"];

impl<N: Node> Walk<'_, N> {
    /// Takes a text into the line, without the shortcodes in it.
    pub(super) fn words(&mut self, text: &str, place: &Place<'_>, flow: &mut Flow) {
        if flow.flat || flow.line.pre {
            return flow.line.text(text);
        }
        let mut rest = text;
        let mut from = 0;
        while let Some(at) = rest.get(from..).and_then(|tail| tail.find('[')).map(|at| from + at) {
            let Some((name, closing, length)) = rest.get(at..).and_then(shortcode) else {
                from = at + 1;
                continue;
            };
            flow.line.text(rest.get(..at).unwrap_or_default());
            match name {
                "caption" | "wp_caption" if !closing => {
                    flow.flush();
                    flow.shortcode = Some(flow.blocks.len());
                }
                "caption" | "wp_caption" => captioned(flow),
                "embed" if !closing => flow.flush(),
                "embed" => self.embedded(place, flow),
                _ if closing => {}
                name => self.note(place, Fate::Unresolved, format_args!("shortcode `{name}`")),
            }
            rest = rest.get(at + length..).unwrap_or_default();
            from = 0;
        }
        flow.line.text(rest);
    }

    fn embedded(&mut self, place: &Place<'_>, flow: &mut Flow) {
        flow.flush();
        let Some(Block { kind: BlockKind::Paragraph { text, .. }, .. }) = flow.blocks.last() else { return };
        if let Some(embed) = self.embed_of(&plain_text(text), place)
            && let Some(last) = flow.blocks.last_mut()
        {
            last.kind = BlockKind::Embed(embed);
        }
    }
}

/// Puts the text since the shortcode began to the picture that it stands under.
fn captioned(flow: &mut Flow) {
    flow.flush();
    let Some(start) = flow.shortcode.take() else { return };
    if let Some([Block { kind: BlockKind::Image(image), .. }, Block { kind: BlockKind::Paragraph { text, .. }, .. }]) =
        flow.blocks.get_mut(start..)
    {
        image.caption = std::mem::take(text);
        flow.blocks.pop();
    }
}

/// The shortcode that a text begins with: its name, whether it closes, its length.
fn shortcode(text: &str) -> Option<(&str, bool, usize)> {
    let inner = text.get(1..)?;
    let (closing, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    let letters = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let name = inner.get(..inner.find(|c| !letters(c))?)?;
    // Nobody writes them over several paragraphs.
    if name.is_empty() {
        return None;
    }
    let end = inner.bytes().take(2000).position(|byte| matches!(byte, b'[' | b']'))?;
    if inner.as_bytes().get(end) == Some(&b'[') {
        return None;
    }
    let given = inner.get(name.len()..end)?;
    let named = NAMES.contains(&name) || PREFIXES.iter().any(|prefix| name.starts_with(prefix));
    // `key="value"`, with the quotes that typography makes of them.
    let has_value = given.starts_with(' ') && ["=\"", "='", "=“", "=”", "=″"].iter().any(|sign| given.contains(sign));
    let words = given.trim().is_empty() || given.contains('=');
    (named && words || has_value).then(|| (name, closing, text.len() - inner.len() + end + 1))
}
