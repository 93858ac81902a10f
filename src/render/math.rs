//! Formulas: MathML node by node.

use crate::model::math::{Math, MathNode};
use crate::platform::dom::{El, el, math_el};

/// A formula: its MathML, or its TeX source, named by its plain reading.
pub(super) fn math(formula: &Math, class: &str) -> El {
    if formula.tree.is_empty() {
        let code = el("code", "").attr("dir", "ltr").text(formula.tex.as_ref().unwrap_or(&formula.text));
        return el("span", class).attr("role", "math").attr("aria-label", &formula.text).add(code);
    }
    let root = math_el("math").attr("alttext", &formula.text);
    let root = if formula.display { root.attr("display", "block") } else { root };
    el("span", class).add(math_nodes(root, &formula.tree))
}

fn math_nodes(parent: El, nodes: &[MathNode]) -> El {
    nodes.iter().fold(parent, |parent, node| {
        let child = math_el(node.tag);
        let child = if node.text.is_empty() { child } else { child.text(&node.text) };
        parent.add(math_nodes(child, &node.children))
    })
}
