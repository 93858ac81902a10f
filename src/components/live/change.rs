//! From one version of an article to another, in place.

use crate::i18n::Later;
use crate::model::revision::Step;
use crate::platform::dom::{El, find};
use crate::platform::page;
use std::iter::successors;
use web_sys::Element;

/// The words over the text that may change.
const HEAD: [&str; 4] = [".kicker", ".title", ".standfirst", ".meta__facts"];

/// What is being changed.
pub(super) struct Change {
    /// The block that is being read, which must not move, with where its top is.
    held: Option<(Element, f64)>,
    /// The blocks that have come, with what each is to be called.
    pub(super) come: Vec<(El, Later)>,
    /// How many blocks are gone.
    pub(super) removed: u32,
}

impl Change {
    /// Begins, in the sections that have these elements.
    pub(super) fn begin(frames: &[Element]) -> Self {
        let height = page::height();
        let mut blocks = frames.iter().flat_map(|frame| {
            let children = successors(frame.first_element_child(), Element::next_element_sibling);
            // What holds blocks of its own is looked into by itself.
            children.filter(|block| !matches!(block.class_name().as_str(), "section" | "untitled"))
        });
        let held = blocks.find_map(|block| {
            let area = block.get_bounding_client_rect();
            let seen = area.height() > 0.0 && area.bottom() > 0.0 && area.top() < height;
            seen.then(|| (block, area.top()))
        });
        Self { held, come: Vec::new(), removed: 0 }
    }

    /// Takes the steps in one section, with the blocks of its later version.
    pub(super) fn walk(&mut self, frame: &Element, steps: &[Step], mut blocks: impl Iterator<Item = El>) {
        let mut at = frame.first_element_child();
        for step in steps {
            let here = at.clone();
            if *step != Step::Insert {
                at = at.and_then(|at| at.next_element_sibling());
            }
            let next = if *step == Step::Remove { None } else { blocks.next() };
            match (step, here, next) {
                (Step::Insert, here, Some(next)) => {
                    // Before a block of the same section: it stands there.
                    let _ = frame.insert_before(next.node(), here.as_deref());
                    self.come.push((next, Later::NewPart));
                }
                (Step::Correct, Some(here), Some(next)) => {
                    self.hold_instead(&here, Some(next.node()), 0.0);
                    let _ = frame.replace_child(next.node(), &here);
                    self.come.push((next, Later::ChangedPart));
                }
                (Step::Remove, Some(here), _) => {
                    let near = at.clone().or_else(|| here.previous_element_sibling());
                    let top = |element: &Element| element.get_bounding_client_rect().top();
                    let apart = near.as_ref().map_or(0.0, |near| top(near) - top(&here));
                    self.hold_instead(&here, near.as_ref(), apart);
                    here.remove();
                    self.removed += 1;
                }
                _ => {}
            }
        }
    }

    /// If that is what must not move: something else takes over, so far below it.
    fn hold_instead(&mut self, here: &Element, instead: Option<&Element>, apart: f64) {
        if let Some((_, top)) = self.held.take_if(|(held, _)| held == here) {
            self.held = instead.map(|instead| (instead.clone(), top + apart));
        }
    }

    /// Puts the page back to where it was. Where the engine has done so there is nothing to do.
    pub(super) fn settle(&self) {
        if let Some((element, top)) = &self.held {
            page::set_scroll(page::scroll() + (element.get_bounding_client_rect().top() - top) as i32);
        }
    }
}

/// Takes over the words of another header.
pub(super) fn renew_head(root: &Element, header: &El) {
    for selector in HEAD {
        let (before, now) = (find(root, selector), find(header.node(), selector));
        if let Some((before, now)) = before.zip(now).filter(|(before, now)| !before.is_equal_node(Some(now))) {
            let _ = before.replace_with_with_node_1(&now);
        }
    }
}
