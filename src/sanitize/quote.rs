//! Quotations with who said it, and text whose lines count: code, verse.

use super::Node;
use super::allow::{self, Rule};
use super::flow::{Flow, Takes};
use super::place::{Place, raw};
use super::walk::Walk;
use crate::model::inline::Mark;
use crate::model::plain::without_overrides;
use crate::model::url::Use;
use crate::model::{Block, BlockKind, Inline, SafeUrl, Text};

impl<N: Node> Walk<'_, N> {
    pub(super) fn quote(&mut self, pull: bool, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let mut inner = self.inner_flow(node, place, flow, Takes::Citation);
        let mut citation = std::mem::take(&mut inner.taken);
        if citation.is_empty() {
            citation = inner.blocks.last_mut().and_then(trailing).unwrap_or_default();
            inner.blocks.pop_if(|block| matches!(&block.kind, BlockKind::Paragraph { text, .. } if text.is_empty()));
        }
        // A citation marked as such needs no second mark.
        if let [Inline::Marked { mark: Mark::Cite, text }] = citation.0.as_mut_slice() {
            citation = std::mem::take(text);
        }
        let url = allow::CITE.of(node).filter(|cite| !cite.trim().is_empty());
        let url = url.and_then(|cite| SafeUrl::parse(&cite, self.base, Use::Resource).ok());
        let mut blocks = inner.blocks;
        if blocks.is_empty() {
            blocks.extend(super::walk::paragraph(std::mem::take(&mut citation), None));
        }
        if !blocks.is_empty() {
            flow.push(BlockKind::Quote { blocks, citation, url, pull }, self.carried(node));
        }
    }

    /// Who said it, right in a quote.
    pub(super) fn is_citation(&self, place: &Place<'_>, flow: &Flow) -> bool {
        let cite = allow::rule(place.name) == Rule::Mark(Mark::Cite);
        cite && flow.takes == Takes::Citation && flow.line.is_blank() && place.is_in("blockquote")
    }

    /// A figure around a pull quote, or blocks that are one.
    pub(super) fn pull(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let mut inner = self.inner_flow(node, place, flow, Takes::Caption);
        match inner.blocks.as_mut_slice() {
            [Block { kind: BlockKind::Quote { pull, .. }, .. }] => {
                *pull = true;
                let carried = self.carried(node);
                super::figure::captioned(inner, carried, flow);
            }
            _ => self.quote(true, node, place, flow),
        }
    }

    /// `pre`: code when it holds nothing but `code`, else text as it is written.
    pub(super) fn pre(&mut self, classes: &str, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let mut only: Option<N> = None;
        let mut other = false;
        self.each(node, place, &mut |_, child, at| match at {
            Some(at) if at.name == "code" && only.is_none() => only = Some(child.clone()),
            Some(_) => other = true,
            None => other |= child.text().is_some_and(|text| !text.trim().is_empty()),
        });
        let own = syntax(classes);
        if let (Some(code), false) = (&only, other) {
            let syntax = allow::CLASS.of(code).and_then(|classes| syntax(&classes)).or(own);
            return self.code(raw(node), syntax, node, place, flow);
        }
        let verse = classes.split_ascii_whitespace().any(|class| class == "wp-block-verse");
        let by_hand = ["wp-block-code", "highlight", "prettyprint"];
        if own.is_some() || classes.split_ascii_whitespace().any(|class| by_hand.contains(&class)) {
            return self.code(raw(node), own, node, place, flow);
        }
        flow.flush();
        let mut inner = Flow::new(flow.line.wraps(), true, Takes::Nothing);
        inner.line.pre = true;
        self.children(node, place, &mut inner);
        let text = inner.text();
        if !super::paragraph::is_blank(&text.0) {
            flow.push(BlockKind::Preformatted { text, verse }, self.carried(node));
        }
    }

    fn code(&mut self, code: String, syntax: Option<String>, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let code = code.trim_end_matches(['\n', '\r', ' ', '\t']);
        let code = code.trim_start_matches(['\n', '\r']);
        let clean = without_overrides(code);
        if clean.len() < code.len() {
            self.downgraded(place, "characters that override direction are taken out");
        }
        if !clean.is_empty() {
            flow.push(BlockKind::Code { code: clean, syntax, caption: Text::default() }, self.carried(node));
        }
    }
}

/// The programming language in classes such as `language-rust`, `brush: php`.
fn syntax(classes: &str) -> Option<String> {
    let mut words = classes.split([' ', ';', '\n', '\t']).filter(|word| !word.is_empty());
    let name = loop {
        let word = words.next()?;
        if word == "brush:" {
            break words.next()?;
        }
        let prefixes = ["language-", "lang-", "brush:", "highlight-source-"];
        if let Some(name) = prefixes.iter().find_map(|prefix| word.strip_prefix(prefix)) {
            break name;
        }
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '-' | '_' | '.');
    let fits = !name.is_empty() && name.len() <= 32 && name.chars().all(plain);
    fits.then(|| name.to_owned())
}

/// The citation that ends the last paragraph of a quote: alone in it, or on a line of its own, perhaps after a dash.
fn trailing(block: &mut Block) -> Option<Text> {
    let BlockKind::Paragraph { text, .. } = &mut block.kind else { return None };
    let mut before = text.0.clone();
    let citation = match before.pop()? {
        Inline::Marked { mark: Mark::Cite, text } => text,
        _ => return None,
    };
    let dashes = |text: &str| text.trim().chars().all(|c| matches!(c, '-' | '–' | '—' | '―'));
    before.pop_if(|inline| matches!(inline, Inline::Text(text) if dashes(text)));
    let ends = match before.last() {
        None => true,
        Some(Inline::Break {}) => before.pop().is_some(),
        Some(_) => false,
    };
    if ends {
        text.0 = before;
    }
    ends.then_some(citation)
}
