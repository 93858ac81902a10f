//! Lists, tasks, definitions.

use super::Node;
use super::allow;
use super::flow::{Carried, Flow, Takes, localize};
use super::place::Place;
use super::walk::Walk;
use crate::model::block::{BlockKind, Column, Definition, Item};

impl<N: Node> Walk<'_, N> {
    /// A list. What stands in it beside its items, as nested lists often do, belongs to the item before.
    pub(super) fn list(&mut self, ordered: bool, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let mut start = None;
        if ordered {
            start = allow::START.of(node).and_then(|start| start.trim().parse().ok());
            if allow::REVERSED.of(node).is_some() {
                self.downgraded(place, "a list that counts down");
                start = None;
            }
        }
        let mut items: Vec<Item> = Vec::new();
        self.each(node, place, &mut |walk, child, at| {
            let is_item = at.is_some_and(|at| at.name == "li");
            let mut inner = Flow::new(flow.line.wraps(), false, if is_item { Takes::Task } else { Takes::Nothing });
            match at {
                Some(at) if is_item => {
                    let Carried { id, locale } = walk.carried(child);
                    inner.anchor(id);
                    walk.children(child, at, &mut inner);
                    inner.flush();
                    localize(Some(&mut inner.blocks), &locale);
                    let value = allow::VALUE.of(child).filter(|_| ordered);
                    if let Some(value) = value.and_then(|value| value.trim().parse::<i32>().ok()) {
                        if items.is_empty() {
                            start = Some(value);
                        } else if i32::try_from(items.len()).ok().and_then(|at| start.unwrap_or(1).checked_add(at))
                            != Some(value)
                        {
                            walk.downgraded(at, "an item with a number of its own");
                        }
                    }
                }
                at => walk.node(child, place, at, &mut inner),
            }
            let (task, blocks) = (inner.task, inner.finish());
            match items.last_mut() {
                Some(last) if !is_item => last.blocks.extend(blocks),
                _ if !blocks.is_empty() => items.push(Item { blocks, checked: task }),
                _ => {}
            }
        });
        if !items.is_empty() {
            flow.push(BlockKind::List { ordered, start, items }, self.carried(node));
        }
    }

    pub(super) fn definitions(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let mut items = Vec::new();
        self.entries(node, place, flow, &mut items);
        if !items.is_empty() {
            flow.push(BlockKind::Definitions { items }, self.carried(node));
        }
    }

    fn entries(&mut self, node: &N, place: &Place<'_>, flow: &Flow, items: &mut Vec<Definition>) {
        self.each(node, place, &mut |walk, child, at| {
            match at.map_or("", |at| at.name) {
                "dt" => {
                    let mut line = Flow::new(flow.line.wraps(), true, Takes::Nothing);
                    walk.node(child, place, at, &mut line);
                    let text = line.text();
                    if text.is_empty() {
                        return;
                    }
                    match items.last_mut() {
                        Some(last) if last.definitions.is_empty() => last.terms.push(text),
                        _ => items.push(Definition { terms: vec![text], definitions: Vec::new() }),
                    }
                    return;
                }
                // A wrapper around terms and definitions is allowed, one level of it.
                "div" if place.name == "dl" => {
                    if let Some(at) = at {
                        return walk.entries(child, at, flow, items);
                    }
                }
                _ => {}
            }
            let mut inner = Flow::new(flow.line.wraps(), false, Takes::Nothing);
            walk.node(child, place, at, &mut inner);
            let blocks = inner.finish();
            if blocks.is_empty() {
                return;
            }
            if items.is_empty() {
                items.push(Definition::default());
            }
            if let Some(last) = items.last_mut() {
                last.definitions.push(Column { blocks });
            }
        });
    }
}
