//! Where an element stands in its tree, and trees gone through without recursion.

use super::Node;
use super::allow::{self, Rule};
use std::fmt;

/// A place; prints as `div/p[2]/img`: the names down to it, each with its number among the elements beside it unless it
/// is the first. Nothing is written before a note needs it.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    parent: Option<&'p Place<'p>>,
    pub(super) name: &'p str,
    number: usize,
    /// How many elements it stands in.
    pub(super) depth: usize,
}

impl<'p> Place<'p> {
    /// The root of the tree.
    pub(super) const ROOT: Place<'static> = Place { parent: None, name: "body", number: 1, depth: 0 };

    /// An element in this one.
    pub(super) fn child(&'p self, name: &'p str, number: usize) -> Self {
        Self { parent: Some(self), name, number, depth: self.depth + 1 }
    }

    /// The element around it is of that name.
    pub(super) fn is_in(&self, name: &str) -> bool {
        self.parent.is_some_and(|parent| parent.name == name)
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent.filter(|parent| parent.parent.is_some()) {
            write!(f, "{parent}/")?;
        }
        f.write_str(self.name)?;
        if self.number > 1 { write!(f, "[{}]", self.number) } else { Ok(()) }
    }
}

/// Visits what is in a node, in order, however deep; `visit` says whether to go into what it is given. It is told, too,
/// whether a block begins or has ended before the node.
pub(super) fn descend<N: Node>(root: &N, visit: &mut dyn FnMut(&N, &str, bool) -> bool) {
    let mut stack: Vec<(N, bool)> = root.first_child().map(|node| (node, false)).into_iter().collect();
    while let Some((node, gap)) = stack.pop() {
        let name = node.name();
        let block = name.as_deref().is_some_and(|name| allow::rule(name).is_block());
        let into = visit(&node, name.as_deref().unwrap_or_default(), gap || block);
        stack.extend(node.next_sibling().map(|next| (next, block)));
        if into && name.is_some() {
            stack.extend(node.first_child().map(|child| (child, block)));
        }
    }
}

/// The first element in a node that is as wanted.
pub(super) fn find<N: Node>(root: &N, wanted: &dyn Fn(&N, &str) -> bool) -> Option<N> {
    let mut found = None;
    descend(root, &mut |node, name, _| {
        if found.is_none() && !name.is_empty() && wanted(node, name) {
            found = Some(node.clone());
        }
        found.is_none()
    });
    found
}

/// The first element in a node with that class.
pub(super) fn with_class<N: Node>(root: &N, class: &str) -> Option<N> {
    find(root, &|node, _| has_class(node, class))
}

/// The element has that class.
pub(super) fn has_class<N: Node>(node: &N, class: &str) -> bool {
    allow::CLASS.of(node).is_some_and(|classes| classes.split_ascii_whitespace().any(|name| name == class))
}

/// The text of a node, white space folded, as people see it.
pub(super) fn plain<N: Node>(root: &N) -> String {
    let mut out = String::new();
    let mut gap = false;
    gather(root, &mut |text, apart| {
        for (index, word) in text.split([' ', '\n', '\t', '\r', '\u{C}']).enumerate() {
            gap |= index > 0 || apart;
            if !word.is_empty() {
                if gap && !out.is_empty() {
                    out.push(' ');
                }
                gap = false;
                out.push_str(word);
            }
        }
    });
    out
}

/// The text of a node as it is written.
pub(super) fn raw<N: Node>(root: &N) -> String {
    let mut out = String::new();
    gather(root, &mut |text, _| out.push_str(text));
    out
}

/// Hands over each text that is seen, and whether a block begins or has ended before it.
fn gather<N: Node>(root: &N, take: &mut dyn FnMut(&str, bool)) {
    let mut pending = false;
    descend(root, &mut |node, name, gap| {
        pending |= gap;
        if name.is_empty() {
            if let Some(text) = node.text() {
                take(&text, std::mem::take(&mut pending));
            }
            return false;
        }
        if name == "br" {
            take("\n", std::mem::take(&mut pending));
        }
        !matches!(allow::rule(name), Rule::Unseen | Rule::Refused(_) | Rule::Input | Rule::Noscript)
    });
}
