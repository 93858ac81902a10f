//! What is new in an article since an earlier version of it.
//!
//! 1. [`compare`] says whether anything is, and whether it is inside the sections that both versions have.
//! 2. [`steps`] aligns the blocks of a section: what is the same stays, what is like an earlier one corrects it, the rest was
//!    added or taken out.

use super::{Article, Block, BlockKind, Section, Text, plain_text};
use std::mem::discriminant;

/// What became of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Revision {
    /// Nothing that is shown.
    Same,
    /// Words over the text, or blocks of sections that both versions have.
    Inside {
        /// Title, standfirst, byline or dates are others.
        head: bool,
        /// The sections with changes, by index.
        sections: Vec<(usize, Vec<Step>)>,
    },
    /// Sections came, went or have other names; or the lead picture or the footnotes are others.
    Whole,
}

/// One step from the blocks of the earlier version to those of the later, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The next block of both is the same.
    Keep,
    /// The next of the later stands in the place of the next of the earlier.
    Correct,
    /// The next of the later is new.
    Insert,
    /// The next of the earlier is no more.
    Remove,
}

/// Longer stretches of changes than that, in pairs of blocks, are not aligned: all of it is taken as new.
const MOST_PAIRS: usize = 40_000;

/// What a pair of blocks is worth: the alignment worth most is taken.
const SAME: u32 = 4;
const ALIKE: u32 = 2;
const OF_A_KIND: u32 = 1;

/// Compares two versions of an article.
pub fn compare(old: &Article, new: &Article) -> Revision {
    let same_frame = old.sections.len() == new.sections.len()
        && old.sections.iter().zip(&new.sections).all(|(old, new)| has_same_frame(old, new))
        && old.image == new.image
        && old.locale == new.locale;
    let sections: Vec<_> = old
        .sections
        .iter()
        .zip(&new.sections)
        .enumerate()
        .filter(|(_, (old, new))| old.blocks != new.blocks)
        .map(|(index, (old, new))| (index, steps(&old.blocks, &new.blocks)))
        .collect();
    // References to notes are numbered through the whole text.
    let notes = old.footnotes != new.footnotes || !new.footnotes.is_empty() && !sections.is_empty();
    if !same_frame || notes {
        return Revision::Whole;
    }
    let head = |article: &Article| {
        (
            article.title.clone(),
            article.standfirst.clone(),
            article.kicker.clone(),
            article.authors.clone(),
            article.source.clone(),
            article.published.clone(),
            article.updated.clone(),
        )
    };
    let head = head(old) != head(new);
    if !head && sections.is_empty() { Revision::Same } else { Revision::Inside { head, sections } }
}

fn has_same_frame(old: &Section, new: &Section) -> bool {
    (&old.id, &old.heading, old.level, &old.locale) == (&new.id, &new.heading, new.level, &new.locale)
}

/// The steps from one list of blocks to another.
pub fn steps(old: &[Block], new: &[Block]) -> Vec<Step> {
    let before = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let (old_rest, new_rest) = (&old[before..], &new[before..]);
    let after = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(old, new)| old == new).count();
    let mut steps = vec![Step::Keep; before];
    align(&old_rest[..old_rest.len() - after], &new_rest[..new_rest.len() - after], &mut steps);
    steps.extend(std::iter::repeat_n(Step::Keep, after));
    steps
}

/// Aligns what lies between the beginning and the end that are the same.
fn align(old: &[Block], new: &[Block], steps: &mut Vec<Step>) {
    let (rows, columns) = (old.len(), new.len());
    if rows * columns > MOST_PAIRS {
        steps.extend(std::iter::repeat_n(Step::Remove, rows));
        steps.extend(std::iter::repeat_n(Step::Insert, columns));
        return;
    }
    let (old_words, new_words) = (pairs_of(old), pairs_of(new));
    let worth = |row: usize, column: usize| worth(&old[row], &old_words[row], &new[column], &new_words[column]);
    // What the best alignment of the blocks from here on is worth.
    let width = columns + 1;
    let mut best = vec![0; (rows + 1) * width];
    let mut pair = vec![0; rows * columns];
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            let both = worth(row, column);
            pair[row * columns + column] = both;
            let taken = if both > 0 { both + best[(row + 1) * width + column + 1] } else { 0 };
            best[row * width + column] =
                taken.max(best[(row + 1) * width + column]).max(best[row * width + column + 1]);
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < rows && column < columns {
        let (both, here) = (pair[row * columns + column], best[row * width + column]);
        let step = if both > 0 && here == both + best[(row + 1) * width + column + 1] {
            if both == SAME { Step::Keep } else { Step::Correct }
        } else if here == best[row * width + column + 1] {
            Step::Insert
        } else {
            Step::Remove
        };
        steps.push(step);
        row += usize::from(step != Step::Insert);
        column += usize::from(step != Step::Remove);
    }
    steps.extend(std::iter::repeat_n(Step::Remove, rows - row));
    steps.extend(std::iter::repeat_n(Step::Insert, columns - column));
}

/// What it is worth to take two blocks for one and the same; 0 for those that are not.
fn worth(old: &Block, old_words: &[(char, char)], new: &Block, new_words: &[(char, char)]) -> u32 {
    if old == new {
        return SAME;
    }
    if discriminant(&old.kind) != discriminant(&new.kind) {
        return 0;
    }
    if old.id.is_some() || new.id.is_some() {
        return if old.id == new.id { ALIKE } else { 0 };
    }
    match (&old.kind, &new.kind) {
        (
            BlockKind::Live { published, title, .. },
            BlockKind::Live { published: new_published, title: new_title, .. },
        ) => u32::from(published == new_published || title == new_title && !title.is_empty()) * ALIKE,
        _ if words(old).is_none() => OF_A_KIND,
        _ if old_words.len() + new_words.len() == 0 => OF_A_KIND,
        _ => {
            let shared = new_words.iter().filter(|pair| old_words.binary_search(pair).is_ok()).count();
            if shared * 4 >= old_words.len() + new_words.len() { ALIKE } else { 0 }
        }
    }
}

/// The text of a block that is little else.
fn words(block: &Block) -> Option<&Text> {
    match &block.kind {
        BlockKind::Paragraph { text, .. }
        | BlockKind::Heading { text, .. }
        | BlockKind::Preformatted { text, .. }
        | BlockKind::Unknown { text, .. } => Some(text),
        _ => None,
    }
}

/// The pairs of neighbouring characters in each block's text, sorted: what two texts have in common in any script.
fn pairs_of(blocks: &[Block]) -> Vec<Vec<(char, char)>> {
    let pairs = |block| {
        let text = words(block).map(plain_text).unwrap_or_default();
        let mut pairs: Vec<_> = text.chars().zip(text.chars().skip(1)).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    };
    blocks.iter().map(pairs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Step::{Correct, Insert, Keep, Remove};

    fn paragraph(text: &str) -> Block {
        BlockKind::Paragraph { text: Text::plain(text), role: None, drop_cap: false }.into()
    }

    fn live(published: &str, text: &str) -> Block {
        let (published, title) = (Some(published.to_owned()), Text::default());
        BlockKind::Live { published, title, author: None, blocks: vec![paragraph(text)] }.into()
    }

    fn blocks(texts: &[&str]) -> Vec<Block> {
        texts.iter().map(|text| paragraph(text)).collect()
    }

    fn article(blocks: Vec<Block>) -> Article {
        Article { sections: vec![Section { blocks, ..Section::default() }], ..Article::default() }
    }

    const TIDE: &str = "The tide turns at six in the morning.";
    const MILL: &str = "The mill has ground for three hundred years.";
    const GATE: &str = "A new gate was hung in spring.";

    #[test]
    fn what_is_the_same_stays() {
        assert_eq!(steps(&blocks(&[TIDE, MILL]), &blocks(&[TIDE, MILL])), [Keep, Keep]);
        assert_eq!(compare(&article(blocks(&[TIDE])), &article(blocks(&[TIDE]))), Revision::Same);
    }

    #[test]
    fn what_comes_between_is_new_and_what_goes_is_gone() {
        assert_eq!(steps(&blocks(&[TIDE, MILL]), &blocks(&[TIDE, GATE, MILL])), [Keep, Insert, Keep]);
        assert_eq!(steps(&blocks(&[TIDE, GATE, MILL]), &blocks(&[TIDE, MILL])), [Keep, Remove, Keep]);
        assert_eq!(steps(&[], &blocks(&[TIDE])), [Insert]);
        assert_eq!(steps(&blocks(&[TIDE]), &[]), [Remove]);
    }

    #[test]
    fn a_text_that_is_much_like_an_earlier_one_corrects_it() {
        let corrected = "The tide turns at seven in the morning.";
        assert_eq!(steps(&blocks(&[TIDE, MILL]), &blocks(&[corrected, MILL])), [Correct, Keep]);
        assert_eq!(steps(&blocks(&[TIDE, MILL]), &blocks(&[GATE, corrected, MILL])), [Insert, Correct, Keep]);
        assert_eq!(steps(&blocks(&[TIDE, MILL]), &blocks(&[GATE, MILL])), [Insert, Remove, Keep]);
        assert_eq!(steps(&blocks(&["潮は朝六時に変わる。"]), &blocks(&["潮は朝七時に変わる。"])), [Correct]);
    }

    #[test]
    fn an_entry_of_a_live_report_is_known_by_its_time() {
        let old = [live("2026-03-01T10:00Z", "One."), live("2026-03-01T09:00Z", "Two.")];
        let new = [live("2026-03-01T11:00Z", "Three."), live("2026-03-01T10:00Z", "Quite another."), old[1].clone()];
        assert_eq!(steps(&old, &new), [Insert, Correct, Keep]);
    }

    #[test]
    fn ids_decide_where_there_are_some() {
        let named = |id: &str, text| Block { id: Some(id.to_owned()), ..paragraph(text) };
        assert_eq!(steps(&[named("a", TIDE)], &[named("a", GATE)]), [Correct]);
        assert_eq!(steps(&[named("a", TIDE)], &[named("b", "The tide turns at six.")]), [Insert, Remove]);
    }

    #[test]
    fn sections_that_come_go_or_are_renamed_change_the_whole() {
        let old = article(blocks(&[TIDE]));
        let mut new = old.clone();
        new.sections.push(Section { heading: Text::plain("After"), level: 2, ..Section::default() });
        assert_eq!(compare(&old, &new), Revision::Whole);
        let mut renamed = old.clone();
        renamed.sections[0].heading = Text::plain("Before");
        assert_eq!(compare(&old, &renamed), Revision::Whole);
    }

    #[test]
    fn words_over_the_text_are_told_from_blocks() {
        let old = article(blocks(&[TIDE]));
        let titled = Article { title: Text::plain("Tides"), ..old.clone() };
        assert_eq!(compare(&old, &titled), Revision::Inside { head: true, sections: Vec::new() });
        let longer = article(blocks(&[TIDE, MILL]));
        let sections = vec![(0, vec![Keep, Insert])];
        assert_eq!(compare(&old, &longer), Revision::Inside { head: false, sections });
    }

    #[test]
    fn steps_lead_from_the_one_to_the_other() {
        let texts = [TIDE, MILL, GATE, "One.", "Two.", "", "The tide turns at seven in the morning."];
        for seed in 0_usize..400 {
            let pick = |count: usize, by: usize| -> Vec<Block> {
                (0..count).map(|at| paragraph(texts[(seed / (at + 1) + at * by) % texts.len()])).collect()
            };
            let (old, new) = (pick(seed % 6, 3), pick(seed / 7 % 6, 5));
            let (mut from, mut made) = (old.iter(), Vec::new());
            let mut to = new.iter();
            for step in steps(&old, &new) {
                match step {
                    Keep => {
                        to.next();
                        made.extend(from.next());
                    }
                    Correct => {
                        from.next();
                        made.extend(to.next());
                    }
                    Insert => made.extend(to.next()),
                    Remove => drop(from.next()),
                }
            }
            assert!(made.into_iter().eq(&new) && from.next().is_none(), "seed {seed}");
        }
    }

    #[test]
    fn a_thousand_changes_are_not_compared_pair_by_pair() {
        let many = |mark: &str| (0..1_000).map(|at| paragraph(&format!("{mark} {at}"))).collect::<Vec<_>>();
        let steps = steps(&many("old"), &many("new"));
        assert_eq!(steps.iter().filter(|step| **step == Insert).count(), 1_000);
    }
}
