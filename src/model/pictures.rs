//! The pictures of an article.

use super::{Article, Block, BlockKind, SafeUrl};

/// The addresses of all pictures of an article, each once, in reading order as far as blocks are not nested.
pub fn pictures(article: &Article) -> Vec<&SafeUrl> {
    let mut found: Vec<_> = article.image.iter().filter_map(|image| image.src.as_ref()).collect();
    let mut stack: Vec<&[Block]> = article.sections.iter().rev().map(|section| section.blocks.as_slice()).collect();
    while let Some(blocks) = stack.pop() {
        for block in blocks {
            look(&block.kind, &mut stack, &mut found);
        }
    }
    let mut once: Vec<&SafeUrl> = Vec::new();
    for address in found {
        if !once.contains(&address) {
            once.push(address);
        }
    }
    once
}

/// Adds what a block shows itself, and puts what it holds on the stack.
fn look<'a>(kind: &'a BlockKind, stack: &mut Vec<&'a [Block]>, found: &mut Vec<&'a SafeUrl>) {
    match kind {
        BlockKind::Image(image) => found.extend(&image.src),
        BlockKind::Gallery { images, .. } => found.extend(images.iter().filter_map(|image| image.src.as_ref())),
        BlockKind::Video(player) => found.extend(&player.poster),
        BlockKind::Card(card) => found.extend(card.image.iter().filter_map(|image| image.src.as_ref())),
        BlockKind::List { items, .. } => stack.extend(items.iter().map(|item| item.blocks.as_slice())),
        BlockKind::Definitions { items } => {
            let columns = items.iter().flat_map(|item| &item.definitions);
            stack.extend(columns.map(|column| column.blocks.as_slice()));
        }
        BlockKind::Columns { columns } => stack.extend(columns.iter().map(|column| column.blocks.as_slice())),
        BlockKind::Table(table) => {
            let cells = table.head.iter().chain(&table.body).chain(&table.foot).flatten();
            stack.extend(cells.map(|cell| cell.blocks.as_slice()));
        }
        BlockKind::Timeline { items } => stack.extend(items.iter().map(|item| item.blocks.as_slice())),
        BlockKind::Quote { blocks, .. }
        | BlockKind::Details { blocks, .. }
        | BlockKind::Group { blocks, .. }
        | BlockKind::Callout { blocks, .. }
        | BlockKind::Live { blocks, .. }
        | BlockKind::Correction { blocks, .. } => stack.push(blocks),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::url::Use;
    use crate::model::{Base, Image, Section};

    fn image(name: &str) -> Image {
        let base =
            Base::new("https://example.org/".to_owned(), |_, name| Some(["https://example.org/", name].concat()));
        Image { src: SafeUrl::parse(name, &base, Use::Resource).ok(), ..Image::default() }
    }

    #[test]
    fn pictures_are_found_wherever_they_stand_and_once() {
        let quote = BlockKind::Quote {
            blocks: vec![BlockKind::Image(image("c.jpg")).into()],
            citation: Default::default(),
            url: None,
            pull: false,
        };
        let gallery = BlockKind::Gallery { images: vec![image("a.jpg"), image("b.jpg")], caption: Default::default() };
        let sections = vec![
            Section { blocks: vec![gallery.into()], ..Section::default() },
            Section { blocks: vec![quote.into()], ..Section::default() },
        ];
        let article = Article { image: Some(image("a.jpg")), sections, ..Article::default() };
        let names: Vec<_> = pictures(&article).into_iter().map(|url| url.as_str().to_owned()).collect();
        assert_eq!(names, ["https://example.org/a.jpg", "https://example.org/b.jpg", "https://example.org/c.jpg"]);
    }
}
