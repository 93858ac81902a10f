//! The page about one article or one list: its fields, then its sections as the reader nests them.

use super::WIDTH;
use crate::cli::addresses::Addresses;
use crate::cli::text::{count, cut, padded, plain, width, wrapped};
use crate::ingest::json_feed::Feed;
use crate::model::outline::outline;
use crate::model::reading_time::Count;
use crate::model::{Article, Image, Locale, Section, plain_text};
use std::io::{self, Write};
use std::ops::Range;

/// Cells before the value of a field.
const LABEL: usize = 12;

/// Most cards of a list that are shown.
const CARDS: usize = 10;

/// Where the page is written.
pub(super) struct Page<'a> {
    out: &'a mut dyn Write,
    addresses: &'a Addresses,
}

impl<'a> Page<'a> {
    pub(super) fn new(out: &'a mut dyn Write, addresses: &'a Addresses) -> Self {
        Self { out, addresses }
    }

    /// A field with its value, on as many lines as it takes; nothing when it is empty.
    pub(super) fn field(&mut self, name: &str, value: &str) -> io::Result<()> {
        let value = plain(value);
        let lines = if value.is_empty() { Vec::new() } else { wrapped(&value, WIDTH - LABEL) };
        for (index, line) in lines.iter().enumerate() {
            writeln!(self.out, "{}{line}", padded(if index == 0 { name } else { "" }, LABEL))?;
        }
        Ok(())
    }

    pub(super) fn article(&mut self, article: &Article) -> io::Result<()> {
        let names: Vec<_> = article.authors.iter().map(|author| author.name.as_str()).collect();
        self.field("kicker", article.kicker.as_deref().unwrap_or_default())?;
        self.field("title", &plain_text(&article.title))?;
        self.field("standfirst", &cut(&plain(&plain_text(&article.standfirst)), 2 * (WIDTH - LABEL) - 8))?;
        self.field("authors", &names.join(", "))?;
        self.field("source", article.source.as_deref().unwrap_or_default())?;
        self.field("published", article.published.as_deref().unwrap_or_default())?;
        self.field("updated", article.updated.as_deref().unwrap_or_default())?;
        self.field("language", &language(&article.locale))?;
        self.field("tags", &article.tags.join(", "))?;
        self.address("address", article.url.as_ref().map(|url| url.as_str()))?;
        if let Some(image) = &article.image {
            self.field("image", &self.image(image))?;
        }
        self.outline(article)?;
        if !article.footnotes.is_empty() {
            self.field("footnotes", &count(article.footnotes.len(), "note"))?;
        }
        self.related(article)?;
        self.address("edit", article.edit.as_ref().map(|url| url.as_str()))?;
        writeln!(self.out)
    }

    fn address(&mut self, name: &str, address: Option<&str>) -> io::Result<()> {
        let address = address.map(|address| self.addresses.shown(address));
        self.field(name, address.as_deref().unwrap_or_default())
    }

    fn image(&self, image: &Image) -> String {
        let src = image.src.as_ref().map_or_else(|| "refused".to_owned(), |src| self.addresses.shown(src.as_str()));
        let size = format!(" ({} × {})", image.width, image.height);
        let size = if image.width > 0 && image.height > 0 { size } else { String::new() };
        let alt = if image.alt.trim().is_empty() && !image.decorative { ", no alternative text" } else { "" };
        [&src, &size, alt].concat()
    }

    fn related(&mut self, article: &Article) -> io::Result<()> {
        let related = &article.related;
        let items = (!related.items.is_empty()).then(|| count(related.items.len(), "card"));
        let src = related.src.as_ref().map(|src| self.addresses.shown(src.as_str()));
        let parts: Vec<_> = items.into_iter().chain(src).collect();
        self.field("related", &parts.join(", then "))
    }

    /// The sections, indented as the reader nests them, with what is directly in each.
    fn outline(&mut self, article: &Article) -> io::Result<()> {
        let outline = outline(article);
        let whole = Size::of(article, 0..article.sections.len());
        writeln!(self.out)?;
        self.field(
            "body",
            &format!("{}, {}, {} min to read", whole.amount(), count(whole.blocks, "block"), outline.minutes),
        )?;
        if outline.entries.is_empty() {
            return Ok(());
        }
        if !outline.opening.is_empty() {
            self.section("(opening)", 0, &Size::of(article, outline.opening.clone()))?;
        }
        for entry in &outline.entries {
            let heading =
                article.sections.get(entry.sections.start).map(|section| plain(&plain_text(&section.heading)));
            let indent = usize::from(entry.level.saturating_sub(2)) * 2;
            self.section(&heading.unwrap_or_default(), indent, &Size::of(article, entry.sections.clone()))?;
        }
        writeln!(self.out)
    }

    fn section(&mut self, heading: &str, indent: usize, size: &Size) -> io::Result<()> {
        let (blocks, amount) = (count(size.blocks, "block"), size.amount());
        let sizes = format!("{blocks:>12}{amount:>18}");
        let heading = cut(heading, WIDTH - 2 - indent - width(&sizes));
        writeln!(
            self.out,
            "{}{sizes}",
            padded(&[&" ".repeat(2 + indent), heading.as_str()].concat(), WIDTH - width(&sizes))
        )
    }

    pub(super) fn feed(&mut self, feed: &Feed) -> io::Result<()> {
        self.field("title", feed.title.as_deref().unwrap_or_default())?;
        self.field("about", feed.description.as_deref().unwrap_or_default())?;
        self.field("cards", &feed.cards.len().to_string())?;
        self.address("next", feed.next.as_ref().map(|url| url.as_str()))?;
        writeln!(self.out)?;
        for card in feed.cards.iter().take(CARDS) {
            let title = card.title.as_deref().or(card.teaser.as_deref()).unwrap_or("(picture only)");
            writeln!(self.out, "  {}", cut(&plain(title), WIDTH - 2))?;
            let address = card.article.as_ref().or(card.url.as_ref()).map(|url| self.addresses.shown(url.as_str()));
            let opens = if card.article.is_some() { "opens here: " } else { "" };
            let address =
                address.map_or_else(|| "leads nowhere".to_owned(), |address| [opens, &plain(&address)].concat());
            writeln!(self.out, "    {}", cut(&address, WIDTH - 4))?;
        }
        if feed.cards.len() > CARDS {
            writeln!(self.out, "  and {} more; --json lists all", feed.cards.len() - CARDS)?;
        }
        writeln!(self.out)
    }
}

fn language(locale: &Locale) -> String {
    let parts = [locale.language.as_deref(), locale.direction.map(|direction| direction.as_str())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// How much there is in some sections.
#[derive(Default)]
struct Size {
    blocks: usize,
    count: Count,
}

impl Size {
    fn of(article: &Article, sections: Range<usize>) -> Self {
        let mut size = Self::default();
        for Section { heading, blocks, .. } in article.sections.get(sections).unwrap_or_default() {
            size.blocks += blocks.len();
            size.count.add_text(heading);
            size.count.add_blocks(blocks);
        }
        size
    }

    /// Words, or characters where the script has no spaces between words.
    fn amount(&self) -> String {
        let characters = self.count.ideographs + self.count.letters;
        if characters > self.count.words {
            count((characters + self.count.words) as usize, "character")
        } else {
            count(self.count.words as usize, "word")
        }
    }
}
