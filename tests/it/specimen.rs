//! One article with everything that the model can hold.

use gatefold::model::block::{
    Align, Cell, Column, CorrectionKind, Definition, Event, Item, LinkItem, Role, Table, Tone,
};
use gatefold::model::inline::Mark;
use gatefold::model::math::{Math, MathNode};
use gatefold::model::media::{Embed, Player, Size, Source, Track};
use gatefold::model::url::{Base, Use};
use gatefold::model::{
    Article, Author, Block, BlockKind, Card, Direction, Footnote, Image, Inline, Link, Locale, Related, SafeUrl,
    Section, Text,
};

/// What its addresses are relative to.
pub(crate) fn base() -> Base {
    Base::at("https://example.org/articles/")
}

fn url(reference: &str) -> SafeUrl {
    SafeUrl::parse(reference, &base(), Use::Resource).unwrap()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn text(text: &str) -> Text {
    Text::plain(text)
}

fn locale() -> Locale {
    Locale { language: some("ar-EG"), direction: Some(Direction::Rtl) }
}

fn blocks() -> Vec<Block> {
    vec![BlockKind::Paragraph { text: text("Nested."), role: None, drop_cap: false }.into()]
}

fn image() -> Image {
    let source =
        Source { src: url("wide.avif"), mime: some("image/avif"), width: 2400, media: some("(min-width: 60em)") };
    Image {
        src: Some(url("mill.svg")),
        sources: vec![source],
        alt: "A mill".to_owned(),
        decorative: true,
        width: 1200,
        height: 800,
        caption: text("The mill"),
        credit: some("Ada Fenwick"),
        href: Some(Link::Fragment("wheel".to_owned())),
        size: Size::Full,
        focus: Some((0.25, 0.5)),
    }
}

fn thumbnail() -> Image {
    Image { src: Some(url("thumb.svg")), alt: "A thumb".to_owned(), width: 60, height: 40, ..Image::default() }
}

fn source(name: &str, mime: &str) -> Source {
    Source { src: url(name), mime: some(mime), width: 0, media: None }
}

fn math() -> Math {
    let leaf = |tag, text: &str| MathNode { tag, text: text.to_owned(), children: Vec::new() };
    let tree = vec![MathNode { tag: "msup", text: String::new(), children: vec![leaf("mi", "x"), leaf("mn", "2")] }];
    Math { text: "x squared".to_owned(), tex: some("x^2"), tree, display: true }
}

fn card() -> Card {
    Card {
        id: None,
        url: Some(url("pond")),
        article: Some(url("pond.json")),
        kicker: some("Rivers"),
        title: some("The pond"),
        teaser: some("How a pond became a clock."),
        image: Some(thumbnail()),
        source: some("The Tide"),
        published: some("2026-10-12"),
        locale: Locale::default(),
    }
}

fn link() -> LinkItem {
    LinkItem { href: Link::parse("mailto:desk@example.org", &base()).unwrap(), text: text("Write") }
}

/// Every kind of inline, each mark among them.
fn inlines() -> Text {
    let mut inlines: Vec<Inline> =
        Mark::TABLE.iter().map(|row| Inline::Marked { mark: row.0, text: text(row.1) }).collect();
    inlines.extend([
        Inline::Text(" plain ".to_owned()),
        Inline::Link { href: Link::parse("#wheel", &base()).unwrap(), text: text("down"), title: some("Further down") },
        Inline::Abbr { text: text("rpm"), title: "revolutions per minute".to_owned() },
        Inline::Time { text: text("noon"), datetime: "12:00".to_owned() },
        Inline::Break {},
        Inline::Image(thumbnail()),
        Inline::Note { id: "1".to_owned() },
        Inline::Mention { text: text("@ada"), href: Some(url("/ada")) },
        Inline::Ruby { text: text("水車"), reading: "すいしゃ".to_owned() },
        Inline::Span { text: text("طاحونة"), locale: locale() },
        Inline::Anchor { id: "here".to_owned() },
        Inline::Math(math()),
        Inline::Unknown { name: "blink".to_owned(), text: text("now") },
    ]);
    Text(inlines)
}

fn table() -> Table {
    let header = Cell { header: true, colspan: 2, rowspan: 3, align: Some(Align::End), blocks: blocks() };
    let cells = vec![Cell { blocks: blocks(), ..Cell::default() }, Cell::default()];
    Table { caption: text("Tides"), head: vec![vec![header]], body: vec![cells.clone()], foot: vec![cells] }
}

fn film() -> Player {
    let track = Track { src: url("mill.vtt"), kind: some("captions"), language: some("en"), label: some("English") };
    Player {
        sources: vec![source("mill.mp4", "video/mp4")],
        poster: Some(url("poster.jpg")),
        tracks: vec![track],
        width: 1920,
        height: 1080,
        title: some("The wheel"),
        caption: text("It turns."),
        credit: some("Ada Fenwick"),
    }
}

fn embed() -> Embed {
    let (provider, title) = (some("Example"), some("A post"));
    Embed {
        url: url("https://example.com/1"),
        provider,
        title,
        text: text("Hello"),
        width: 16,
        height: 9,
        caption: text("A post"),
    }
}

/// Every kind of block but the footnote, which is at the foot of the article.
fn kinds() -> Vec<BlockKind> {
    let player =
        Player { sources: vec![source("mill.mp3", "audio/mpeg")], title: some("The sound"), ..Player::default() };
    let item = Item { blocks: blocks(), checked: Some(true) };
    let event = Event { time: "Noon".to_owned(), datetime: some("12:00"), title: text("High water"), blocks: blocks() };
    let heading = BlockKind::Heading { text: text("Inside"), level: 4 };
    let definition = Definition { terms: vec![text("Sluice")], definitions: vec![Column { blocks: blocks() }] };
    vec![
        BlockKind::Paragraph { text: inlines(), role: Some(Role::Lead), drop_cap: true },
        BlockKind::List { ordered: true, start: Some(-3), items: vec![item] },
        BlockKind::Definitions { items: vec![definition] },
        BlockKind::Quote { blocks: blocks(), citation: text("Ada"), url: Some(url("/ada")), pull: true },
        BlockKind::Code { code: "turn()".to_owned(), syntax: some("rust"), caption: text("How") },
        BlockKind::Preformatted { text: text("a\n  b"), verse: true },
        BlockKind::Divider {},
        BlockKind::Math(math()),
        BlockKind::Image(image()),
        BlockKind::Gallery { images: vec![image()], caption: text("All") },
        BlockKind::Video(film()),
        BlockKind::Audio(player),
        BlockKind::Embed(embed()),
        BlockKind::Table(table()),
        BlockKind::Details { summary: text("More"), blocks: blocks(), open: true },
        // Directly in the section it would begin another.
        BlockKind::Group { title: text("Together"), blocks: vec![heading.into()] },
        BlockKind::Columns { columns: vec![Column { blocks: blocks() }, Column::default()] },
        BlockKind::Callout { title: text("Mind"), icon: some("🌊"), tone: Some(Tone::Warning), blocks: blocks() },
        BlockKind::Card(Box::new(card())),
        BlockKind::Links { title: text("See"), items: vec![link()] },
        BlockKind::Button(link()),
        BlockKind::File {
            href: url("tides.pdf"),
            name: "tides.pdf".to_owned(),
            bytes: Some(1024),
            text: text("A table"),
        },
        BlockKind::Fact { value: "2".to_owned(), text: text("tides a day") },
        BlockKind::Timeline { items: vec![event] },
        BlockKind::Live {
            published: some("2026-10-12T08:00:00Z"),
            title: text("It turns"),
            author: some("Ada"),
            blocks: blocks(),
        },
        BlockKind::Correction { sort: Some(CorrectionKind::Update), date: some("2026-10-13"), blocks: blocks() },
        BlockKind::Rating { value: 4.5, best: 5.0, worst: Some(1.0), subject: some("The flour"), text: text("Fine") },
        BlockKind::Paywall { text: text("Go on"), href: Some(url("/join")) },
        BlockKind::Unknown { name: "poll".to_owned(), text: text("Yes or no?") },
    ]
}

/// The article.
pub(crate) fn article() -> Article {
    let all = kinds().into_iter().map(|kind| {
        // A card's own id and language stand where a block's would.
        let plain = matches!(kind, BlockKind::Card(_));
        if plain { Block::from(kind) } else { Block { kind, locale: locale(), id: some("wheel") } }
    });
    let opening = Section { blocks: blocks(), ..Section::default() };
    let titled = Section { heading: inlines(), level: 3, id: some("all"), locale: locale(), blocks: all.collect() };
    Article {
        id: some("tide-mill"),
        url: Some(url("tide-mill")),
        locale: Locale { language: some("en"), direction: Some(Direction::Ltr) },
        kicker: some("Rivers"),
        title: inlines(),
        standfirst: text("A mill."),
        authors: vec![Author { name: "Ada Fenwick".to_owned(), url: Some(url("/ada")) }],
        source: some("The Tide"),
        published: some("2026-10-12T08:00:00.000+02:00"),
        updated: some("2026-10-13"),
        tags: vec!["rivers".to_owned()],
        image: Some(image()),
        sections: vec![opening, titled],
        footnotes: vec![Footnote { id: "1".to_owned(), blocks: blocks() }],
        related: Related {
            title: some("More"),
            items: vec![Card { id: some("pond"), ..card() }],
            src: Some(url("feed.json")),
        },
        edit: Some(url("/edit")),
        ..Article::default()
    }
}
