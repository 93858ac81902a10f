//! How the sections of an article nest, what each is called in an address, and how long each takes to read.
//!
//! 1. [`outline`] walks the flat list of sections once: those before the first heading are the opening, each other
//!    heading begins an [`Entry`].
//! 2. Levels are made regular, whatever the body starts with, so that they nest: [`Entry::parent`] and [`Entry::end`]
//!    say how.
//! 3. Names are given: those of the source first, then one for every heading ([`slug`](super::slug)).
//! 4. Times are added up, an entry's with those nested in it ([`reading_time`](super::reading_time)).
//!
//! A renderer walks [`Outline::entries`] in order and closes as many containers as the level goes back. Everything is a
//! loop: ten thousand sections are no deeper than one.

use super::reading_time::{Count, minutes};
use super::slug::{Names, slugify};
use super::{Article, Section};
use std::ops::Range;

/// Level of the first heading: the title is 1.
const TOP: u8 = 2;

/// Deepest level that HTML has.
const DEEPEST: u8 = 6;

/// The headings of an article, nested.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// Indices in [`Article::sections`] of what stands before the first heading; it never collapses.
    pub opening: Range<usize>,
    /// The headings in reading order.
    pub entries: Vec<Entry>,
    /// Minutes to read the whole: lead picture, standfirst and sections. Footnotes are not counted.
    pub minutes: u32,
}

/// A heading and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Indices in [`Article::sections`]: the one with the heading, and those without that follow it.
    pub sections: Range<usize>,
    /// Level of the heading, 2–6, at most one deeper than its parent's.
    pub level: u8,
    /// Index of the entry that it nests in.
    pub parent: Option<usize>,
    /// Index of the first entry after it that does not nest in it; the children lie between.
    pub end: usize,
    /// Name for addresses, unique in the article.
    pub slug: String,
    /// Minutes to read it with all that nests in it.
    pub minutes: u32,
}

/// Nests, names and times the sections of an article.
pub fn outline(article: &Article) -> Outline {
    let mut outline = nested(&article.sections);
    name(&mut outline.entries, &article.sections);
    time(&mut outline, article);
    outline
}

impl Outline {
    /// The entry that a fragment names: by the id its source gave it, else by its slug, however it is written.
    pub fn find(&self, article: &Article, fragment: &str) -> Option<usize> {
        if fragment.is_empty() {
            return None;
        }
        let slug = slugify(fragment);
        let by_id = |entry: &Entry| {
            let mut sections = article.sections.get(entry.sections.clone()).unwrap_or_default().iter();
            sections.any(|section| section.id.as_deref() == Some(fragment))
        };
        let position = |found: &dyn Fn(&Entry) -> bool| self.entries.iter().position(found);
        position(&by_id).or_else(|| position(&|entry| entry.slug == fragment || entry.slug == slug))
    }
}

fn nested(sections: &[Section]) -> Outline {
    let mut entries: Vec<Entry> = Vec::new();
    let mut opening = 0..0;
    // The entries that are open, each with the level that its source gave it.
    let mut open: Vec<(u8, usize)> = Vec::new();
    for (index, section) in sections.iter().enumerate() {
        if section.heading.is_empty() {
            match entries.last_mut() {
                Some(entry) => entry.sections.end = index + 1,
                None => opening.end = index + 1,
            }
            continue;
        }
        let at = entries.len();
        let given = section.level.clamp(1, DEEPEST);
        while let Some((_, closed)) = open.pop_if(|(level, _)| *level >= given) {
            entries[closed].end = at;
        }
        let parent = open.last().map(|(_, parent)| *parent);
        let level = parent.map_or(TOP, |parent| (entries[parent].level + 1).min(DEEPEST));
        entries.push(Entry { sections: index..index + 1, level, parent, end: 0, slug: String::new(), minutes: 0 });
        open.push((given, at));
    }
    let count = entries.len();
    for (_, unclosed) in open {
        entries[unclosed].end = count;
    }
    Outline { opening, entries, minutes: 0 }
}

/// Names in three rounds, so that a name does not depend on what stands before it unless it must: what the source gave,
/// then the headings that are the first to want theirs, then numbered ones.
fn name(entries: &mut [Entry], sections: &[Section]) {
    let mut names = Names::default();
    for entry in &mut *entries {
        if let Some(id) = &sections[entry.sections.start].id {
            entry.slug = names.claim_like(&slugify(id));
        }
    }
    // A heading must not take the name of a place that the source named, section or not.
    let section_ids =
        sections.iter().filter(|section| section.heading.is_empty()).filter_map(|section| section.id.as_ref());
    let block_ids = sections.iter().flat_map(|section| &section.blocks).filter_map(|block| block.id.as_ref());
    for id in section_ids.chain(block_ids) {
        names.claim(&slugify(id));
    }
    let unnamed = |entry: &Entry| entry.slug.is_empty();
    for entry in entries.iter_mut().filter(|entry| unnamed(entry)) {
        let slug = slugify(&super::plain_text(&sections[entry.sections.start].heading));
        if names.claim(&slug) {
            entry.slug = slug;
        }
    }
    for entry in entries.iter_mut().filter(|entry| unnamed(entry)) {
        entry.slug = names.claim_like(&slugify(&super::plain_text(&sections[entry.sections.start].heading)));
    }
}

fn time(outline: &mut Outline, article: &Article) {
    let language = article.locale.language.as_deref();
    let mut header = Count::default();
    header.add_text(&article.standfirst);
    article.image.iter().for_each(|image| header.add_image(image));
    let mut pictures = header.pictures;
    // Of each section alone.
    let seconds: Vec<f64> = article
        .sections
        .iter()
        .map(|section| {
            let mut count = Count::default();
            count.add_text(&section.heading);
            count.add_blocks(&section.blocks);
            let seconds = count.seconds(section.locale.language.as_deref().or(language), pictures);
            pictures += count.pictures;
            seconds
        })
        .collect();
    outline.minutes = minutes(header.seconds(language, 0) + seconds.iter().sum::<f64>());
    for at in 0..outline.entries.len() {
        // The sections of an entry and of those nested in it are one stretch.
        let sections = &outline.entries[at].sections;
        let end = outline.entries.get(outline.entries[at].end).map_or(seconds.len(), |next| next.sections.start);
        outline.entries[at].minutes = minutes(seconds[sections.start..end].iter().sum());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, BlockKind, Image, Locale, Text};

    fn section(level: u8, heading: &str) -> Section {
        Section { level, heading: Text::plain(heading), ..Section::default() }
    }

    fn words(count: usize) -> Block {
        BlockKind::Paragraph { text: Text::plain("word ".repeat(count)), role: None, drop_cap: false }.into()
    }

    fn of(sections: Vec<Section>) -> Outline {
        outline(&Article { sections, ..Article::default() })
    }

    fn levels(given: &[u8]) -> Vec<(u8, Option<usize>, usize)> {
        let outline = of(given.iter().map(|level| section(*level, "x")).collect());
        outline.entries.iter().map(|entry| (entry.level, entry.parent, entry.end)).collect()
    }

    fn slugs(sections: Vec<Section>) -> Vec<String> {
        of(sections).entries.into_iter().map(|entry| entry.slug).collect()
    }

    #[test]
    fn sections_nest_by_level() {
        assert_eq!(levels(&[2, 3, 3, 2]), [(2, None, 3), (3, Some(0), 2), (3, Some(0), 3), (2, None, 4)]);
    }

    #[test]
    fn levels_start_at_two_never_jump_and_end_at_six() {
        assert_eq!(levels(&[4, 4]), [(2, None, 1), (2, None, 2)]);
        assert_eq!(levels(&[2, 5, 3, 4]), [(2, None, 4), (3, Some(0), 2), (3, Some(0), 4), (4, Some(2), 4)]);
        assert_eq!(levels(&[4, 3, 2]), [(2, None, 1), (2, None, 2), (2, None, 3)]);
        assert_eq!(levels(&[1, 2, 3, 4, 5, 6]).last(), Some(&(6, Some(4), 6)));
        assert_eq!(levels(&[0, 99]), [(2, None, 2), (3, Some(0), 2)]);
    }

    #[test]
    fn untitled_sections_belong_to_what_stands_before() {
        let sections = vec![section(0, ""), section(0, ""), section(2, "a"), section(0, ""), section(2, "b")];
        let outline = of(sections);
        assert_eq!(outline.opening, 0..2);
        let ranges: Vec<_> = outline.entries.iter().map(|entry| entry.sections.clone()).collect();
        assert_eq!(ranges, [2..4, 4..5]);
        assert_eq!(of(vec![section(2, "a"), section(0, "")]).opening, 0..0);
        assert_eq!(of(Vec::new()), Outline { minutes: 1, ..Outline::default() });
    }

    #[test]
    fn slugs_are_unique_and_the_source_wins() {
        let headings = |all: &[&str]| all.iter().map(|heading| section(2, heading)).collect::<Vec<_>>();
        assert_eq!(
            slugs(headings(&["foo", "foo", "foo 1", "Foo 2", "?"])),
            ["foo", "foo-3", "foo-1", "foo-2", "section"]
        );
        let mut sections = headings(&["foo", "bar", "baz", "qux"]);
        sections[1].id = Some("Foo!".to_owned());
        sections[2].id = Some("foo".to_owned());
        sections[0].blocks = vec![Block { id: Some("qux".to_owned()), ..words(1) }];
        let article = Article { sections, ..Article::default() };
        let outline = outline(&article);
        let slugs: Vec<_> = outline.entries.iter().map(|entry| entry.slug.as_str()).collect();
        assert_eq!(slugs, ["foo-3", "foo", "foo-2", "qux-2"]);
        let found = ["foo", "Foo!", "foo-2", "FOO 3", "nowhere", ""].map(|fragment| outline.find(&article, fragment));
        assert_eq!(found, [Some(2), Some(1), Some(2), Some(0), None, None], "the very id before any slug");
    }

    #[test]
    fn minutes_include_what_is_nested() {
        let with = |level, count| Section { blocks: vec![words(count)], ..section(level, "x") };
        let outline = of(vec![with(2, 264), with(3, 529), with(2, 10)]);
        let minutes: Vec<_> = outline.entries.iter().map(|entry| entry.minutes).collect();
        assert_eq!((minutes, outline.minutes), (vec![3, 2, 1], 3));
    }

    #[test]
    fn the_language_of_a_section_sets_its_pace_and_the_lead_picture_counts() {
        let locale = |tag: &str| Locale { language: Some(tag.to_owned()), direction: None };
        let mut sections = vec![Section { blocks: vec![words(480)], ..Section::default() }];
        let time = |language: &str, sections: &[Section], image: Option<Image>| {
            let article =
                Article { locale: locale(language), sections: sections.to_vec(), image, ..Article::default() };
            outline(&article).minutes
        };
        assert_eq!((time("en", &sections, None), time("ar-EG", &sections, None)), (2, 3));
        sections[0].locale = locale("en");
        assert_eq!(time("ar-EG", &sections, None), 2);
        sections[0].blocks = vec![words(380)];
        assert_eq!((time("en", &sections, None), time("en", &sections, Some(Image::default()))), (1, 2));
    }

    #[test]
    fn ten_thousand_sections_in_no_time() {
        let sections: Vec<_> = (0..10_000).map(|at| section((at % 7) as u8, "same")).collect();
        let outline = of(sections);
        assert_eq!(outline.entries.len(), 10_000);
        assert!(outline.entries.iter().all(|entry| (2..=6).contains(&entry.level)));
    }
}
