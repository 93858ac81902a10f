use super::*;
use crate::model::url::{Base, Use};

fn paragraph(text: &str) -> Block {
    BlockKind::Paragraph { text: Text::plain(text), role: None, drop_cap: false }.into()
}

fn heading(level: u8, text: &str) -> Block {
    BlockKind::Heading { text: Text::plain(text), level }.into()
}

fn image(address: &str, caption: &str) -> Image {
    let base = Base::at("https://cms.example/");
    let src = SafeUrl::parse(address, &base, Use::Resource).ok();
    Image { src, caption: Text::plain(caption), ..Image::default() }
}

/// What is left of an article, one line a section: level, heading, and how many blocks.
fn outline(article: &Article) -> Vec<(u8, String, usize)> {
    let sections = article.sections.iter();
    sections.map(|section| (section.level, plain_text(&section.heading), section.blocks.len())).collect()
}

fn article(title: &str, blocks: Vec<Block>) -> Article {
    Article { title: Text::plain(title), sections: sections(blocks), ..Article::default() }
}

#[test]
fn headings_divide_and_levels_become_regular() {
    let levels = |given: &[u8]| {
        let blocks = given.iter().map(|level| heading(*level, "x")).collect();
        sections(blocks).iter().map(|section| section.level).collect::<Vec<_>>()
    };
    assert_eq!(levels(&[4, 4]), [2, 2]);
    assert_eq!(levels(&[2, 5, 3, 4]), [2, 3, 3, 4]);
    assert_eq!(levels(&[1, 2, 3, 4, 5, 6]), [2, 3, 4, 5, 6, 6]);
    assert_eq!(levels(&[3, 2, 3]), [2, 2, 3]);
    let blocks = vec![paragraph("a"), heading(3, "b"), heading(3, " "), paragraph("c"), paragraph("d")];
    let article = article("", blocks);
    assert_eq!(outline(&article), [(0, String::new(), 1), (2, "b".to_owned(), 2)]);
    assert_eq!(sections(Vec::new()), []);
}

#[test]
fn what_a_heading_carries_goes_to_its_section() {
    let id = Some("locks".to_owned());
    let locale = crate::model::Locale { language: Some("cy".to_owned()), direction: None };
    let sections = sections(vec![Block { id: id.clone(), locale: locale.clone(), ..heading(2, "Llifddorau") }]);
    assert_eq!((&sections[0].id, &sections[0].locale), (&id, &locale));
}

#[test]
fn a_heading_that_is_strong_as_a_whole_is_only_a_heading() {
    let strong = |text: &str| Inline::Marked { mark: Mark::Strong, text: Text::plain(text) };
    let heading = |inlines: Vec<Inline>| {
        let block = BlockKind::Heading { text: Text(inlines), level: 2 };
        sections(vec![block.into()]).remove(0).heading.0
    };
    assert_eq!(heading(vec![strong("Locks")]), Text::plain("Locks").0);
    let two = || vec![strong("Locks"), Inline::Text(" and weirs".to_owned())];
    assert_eq!(heading(two()), two());
}

#[test]
fn a_first_heading_that_repeats_the_title_goes_and_the_others_rise() {
    let mut repeated = article("The Mill’s day", vec![heading(1, "The mill's day"), paragraph("a"), heading(2, "b")]);
    without_repeats(&mut repeated);
    assert_eq!(outline(&repeated), [(0, String::new(), 1), (2, "b".to_owned(), 0)]);

    let mut as_paragraph = article("Mill", vec![paragraph("MILL."), paragraph("a")]);
    without_repeats(&mut as_paragraph);
    assert_eq!(outline(&as_paragraph), [(0, String::new(), 1)]);

    for blocks in [vec![paragraph("a"), heading(2, "Mill")], vec![heading(2, "Milling")], Vec::new()] {
        let mut other = article("Mill", blocks);
        let before = other.clone();
        without_repeats(&mut other);
        assert_eq!(other, before);
    }
}

#[test]
fn the_lead_image_is_shown_once_with_all_that_is_said_of_it() {
    let lead = "https://cms.example/wp-content/uploads/2026/10/mill.jpg";
    for same in [
        "http://www.cms.example/wp-content/uploads/2026/10/mill.jpg?w=1024&ssl=1",
        "https://cms.example/wp-content/uploads/2026/10/mill-1024x683.jpg",
        "https://cms.example/wp-content/uploads/2026/10/mill-scaled.jpg",
        "https://i0.wp.com/cms.example/wp-content/uploads/2026/10/mill.jpg?resize=300",
    ] {
        let body = image(same, "At low water");
        let mut article = article("", vec![BlockKind::Image(body).into(), paragraph("a")]);
        article.image = Some(image(lead, ""));
        without_repeats(&mut article);
        assert_eq!(outline(&article), [(0, String::new(), 1)], "{same}");
        assert_eq!(article.image.map(|image| plain_text(&image.caption)).as_deref(), Some("At low water"));
    }
    assert_eq!(picture("https://a.example/size/w600/b/c.jpg"), picture("https://a.example/b/c.jpg"));
    assert_eq!(picture("https://a.example/size/w600h400/c.jpg"), picture("https://a.example/c.jpg"));
    for (one, other) in [("a-2x.jpg", "a.jpg"), ("a-x.jpg", "a.jpg"), ("size/wide/a.jpg", "a.jpg"), ("a.jpg", "a.png")]
    {
        assert_ne!(picture(one), picture(other));
    }
}

#[test]
fn another_first_picture_stays() {
    let blocks =
        vec![BlockKind::Image(image("/other.jpg", "")).into(), BlockKind::Image(image("/mill.jpg", "")).into()];
    let mut article = article("", blocks);
    article.image = Some(image("/mill.jpg", ""));
    without_repeats(&mut article);
    assert_eq!(outline(&article), [(0, String::new(), 2)]);
}

#[test]
fn a_standfirst_that_is_the_first_words_of_the_body_goes() {
    let blocks = || vec![heading(2, "Tides"), paragraph("Water comes twice."), paragraph("The wheel turns.")];
    for (standfirst, stays) in
        [("Tides Water comes twice. The wh…", false), ("Water comes twice.", true), ("Tides Water comes once", true)]
    {
        let mut article = article("Mill", blocks());
        article.standfirst = Text::plain(standfirst);
        without_repeats(&mut article);
        assert_eq!(!article.standfirst.is_empty(), stays, "{standfirst}");
    }
}
