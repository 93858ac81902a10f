//! Formulas: MathML becomes the model's own tree, or, where that has no word for a part of it, its text.

use super::Node;
use super::allow;
use super::flow::Flow;
use super::place::{Place, find, plain, raw};
use super::walk::Walk;
use crate::model::math::{MATH_TAGS, Math, MathNode};
use crate::model::plain::without_overrides;
use crate::model::{Inline, MAX_DEPTH};

/// Elements that only hold others.
const HOLDERS: [&str; 6] =
    ["math:mstyle", "math:mpadded", "math:mphantom", "math:merror", "math:semantics", "math:math"];

impl<N: Node> Walk<'_, N> {
    pub(super) fn math(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let source = find(node, &|node, name| {
            name == "math:annotation" && allow::ENCODING.of(node).is_some_and(|encoding| encoding.contains("tex"))
        });
        // An annotation is not seen, so that its text is that of its own nodes.
        let tex = source.map(|source| raw(&source).trim().to_owned()).filter(|tex| !tex.is_empty());
        let words = plain(node);
        let text = self.label(&allow::ALTTEXT, node).unwrap_or_else(|| without_overrides(words.trim()));
        let text = if text.is_empty() { tex.clone().unwrap_or_default() } else { text };
        if text.is_empty() {
            return;
        }
        let mut tree = Vec::new();
        let known = self.parts(node, place, 0, &mut tree);
        if !known {
            tree.clear();
            self.downgraded(place, "a formula with parts that are not known: its text is kept");
        }
        let display = allow::DISPLAY.of(node).is_some_and(|display| display == "block");
        flow.line.push(Inline::Math(Math { text, tex, tree, display }));
    }

    /// The parts of a formula; `false` when one is not in the table, as what is left might say something else.
    fn parts(&mut self, node: &N, place: &Place<'_>, depth: usize, out: &mut Vec<MathNode>) -> bool {
        let mut known = depth < MAX_DEPTH;
        if !known {
            return false;
        }
        self.each(node, place, &mut |walk, child, at| {
            let Some(at) = at else {
                // Only leaves hold text.
                known &= child.text().is_none_or(|text| text.trim().is_empty());
                return;
            };
            let name = at.name.strip_prefix("math:").unwrap_or_default();
            let children = match MATH_TAGS.iter().find(|tag| **tag == name) {
                Some(tag) => {
                    let mut part = MathNode { tag, text: String::new(), children: Vec::new() };
                    if matches!(name, "mi" | "mn" | "mo" | "mtext" | "mspace") {
                        part.text = without_overrides(&plain(child));
                    } else {
                        known &= walk.parts(child, at, depth + 1, &mut part.children);
                    }
                    return out.push(part);
                }
                None => HOLDERS.contains(&at.name),
            };
            if name.starts_with("annotation") {
                return;
            }
            let mut part = MathNode { tag: "mrow", text: String::new(), children: Vec::new() };
            known &= children && walk.parts(child, at, depth + 1, &mut part.children);
            out.push(part);
        });
        known
    }
}
