//! Contentful's rich text (contentful.com, "Rich text", and its package `rich-text-types`).
//!
//! 1. The document has the `nodeType` `document`; it comes bare, as `json` beside `links` (GraphQL), or as a field of an
//!    entry beside `includes` (delivery API). [`Tree::rich_text`] finds it, and [`Tree::collect`] what it refers to.
//! 2. An embedded asset becomes a picture, film, recording or file; an embedded entry is read by the name of its content
//!    type, through the tables of [`super::tree`].
//! 3. Entries may embed each other. One inside itself is left out, and none is read more than [`MAX_EMBEDDED`] times,
//!    so that a small document cannot become a huge one.

use super::fields::Place;
use super::source::{Source, at, first_string, items_at};
use super::tree::{Dialect, Node, Piece, Sort, Tree, find, label, sort_of, string};
use super::{Json, Kind};
use crate::model::player::player;
use crate::model::url::Use;
use crate::model::{Block, BlockKind, Fate, Inline, SafeUrl, Text};

static CONTENTFUL: Dialect = Dialect {
    kind: "nodeType",
    children: "content",
    attributes: "data",
    own: &[("document", Sort::Holder)],
    html: false,
    lines: true,
};

/// Most times that one entry is embedded.
const MAX_EMBEDDED: u32 = 16;

const ID: [&str; 2] = ["sys.id", "sys.urn"];

/// Where entries and assets come with a document: of the delivery API, of GraphQL.
const LISTS: [&str; 11] = [
    "includes.Asset",
    "includes.Entry",
    "links.assets.block",
    "links.assets.hyperlink",
    "links.entries.block",
    "links.entries.inline",
    "links.entries.hyperlink",
    "links.resources.block",
    "links.resources.inline",
    "links.resources.hyperlink",
    "items",
];

/// Where the address of an entry can be.
const ENTRY_HREF: [&str; 7] = ["url", "href", "link", "canonicalUrl", "externalUrl", "file.url", "permalink"];

/// The blocks of a body.
pub(super) fn blocks<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Block> {
    Tree::new(source, &CONTENTFUL).rich_text(json, place, 0)
}

impl<J: Json> Tree<'_, '_, J> {
    pub(super) fn rich_text(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Vec<Block> {
        self.collect(json);
        self.in_dialect(&CONTENTFUL, |tree| {
            if json.field("nodeType").is_some() {
                return tree.blocks_of(json, place, depth + 1);
            }
            if let Some((document, name)) = find(json, &["json"]) {
                return tree.blocks_of(&document, &Place::Field(place, name), depth + 1);
            }
            for path in ["fields", "items[0].fields"] {
                let Some(fields) = at(json, path) else { continue };
                for name in fields.names() {
                    let Some(value) = fields.field(&name) else { continue };
                    // With all its languages, the first.
                    let language = value.names().into_iter().next().unwrap_or_default();
                    let translated = value.field(&language);
                    for document in [Some(value), translated].into_iter().flatten() {
                        if document.field("nodeType").is_some() {
                            let within = Place::Field(place, path);
                            return tree.blocks_of(&document, &Place::Field(&within, &name), depth + 1);
                        }
                    }
                }
            }
            tree.blocks_of(json, place, depth + 1)
        })
    }

    /// Remembers the entries and assets that come with a document.
    fn collect(&mut self, json: &J) {
        for path in LISTS {
            let Some(list) = at(json, path).filter(|list| !list.is_empty()) else { continue };
            let number = self.linked.lists.len();
            for index in 0..list.len() {
                let id = list.item(index).and_then(|item| first_string(&item, &ID));
                self.linked.ids.extend(id.map(|id| (id, number, index)));
            }
            self.linked.lists.push(list);
        }
    }

    /// An embedded entry or asset.
    pub(super) fn entry(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let place = Place::Field(node.at, "target");
        let Some(target) = node.record.field("target") else {
            return self.source.dropped(node.place, "an embed without a target");
        };
        let Some((found, id)) = self.resolve(&target, &place) else { return };
        let whole = found.as_ref().unwrap_or(&target);
        let fields = whole.field("fields");
        let record = fields.as_ref().unwrap_or(whole);
        let name = first_string(whole, &["sys.contentType.sys.id", "__typename"]).unwrap_or_default();
        let inner = Node { json: record, name: &name, place: &place, record, at: &place, depth: node.depth + 1 };
        if is_asset(record) {
            return self.file_of(&inner, out);
        }
        if self.linked.open.contains(&id) {
            return self.source.dropped(&place, format_args!("the entry `{id}` is inside itself"));
        }
        if !self.linked.may_embed(&id) {
            return self
                .source
                .dropped(&place, format_args!("the entry `{id}` is embedded more than {MAX_EMBEDDED} times"));
        }
        self.linked.open.push(id);
        match node.name.ends_with("inline") {
            true => self.inline_entry(&inner, out),
            false => self.block_entry(&inner, out),
        }
        self.linked.open.pop();
    }

    /// What a link to an entry or asset leads to, unless the link is the thing itself; and its id.
    fn resolve(&mut self, target: &J, place: &Place<'_>) -> Option<(Option<J>, String)> {
        let id = first_string(target, &ID).unwrap_or_default();
        if target.field("fields").is_some() {
            return Some((None, id));
        }
        let found = self.linked.find(&id);
        if found.is_none() && id.is_empty() {
            self.source.dropped(place, "a link without an id");
        } else if found.is_none() {
            self.source.note(place, Fate::Unresolved, format_args!("`{id}` is not in the source"));
        }
        found.map(|found| (Some(found), id))
    }

    fn inline_entry(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let sort = sort_of(node.name, CONTENTFUL.own);
        if matches!(sort, Sort::Formula | Sort::Mention | Sort::Emoji | Sort::Footnote) {
            return self.emit(sort, node, out);
        }
        let name = node.name;
        let Some(text) = label(node.record, &["text", "label", "title", "name", "term", "value"]) else {
            return self.source.dropped(node.place, format_args!("unknown type `{name}`"));
        };
        self.source.note(node.place, Fate::Downgraded, format_args!("unknown type `{name}`: only its text is kept"));
        out.push(Piece::Inline(Inline::Unknown { name: name.to_owned(), text: Text::plain(text) }));
    }

    fn block_entry(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let sort = sort_of(node.name, CONTENTFUL.own);
        let files = self.files_of(node);
        if !files.is_empty()
            && matches!(sort, Sort::Image | Sort::Video | Sort::Audio | Sort::File | Sort::Gallery | Sort::Media)
        {
            return self.emit_files(sort, files, node, out);
        }
        if sort != Sort::Unknown {
            return self.emit(sort, node, out);
        }
        let address = first_string(node.record, &ENTRY_HREF);
        let url = address.and_then(|href| SafeUrl::parse(&href, &self.source.reading.base, Use::Link).ok());
        match url {
            _ if !files.is_empty() => self.emit_files(Sort::Media, files, node, out),
            Some(url) if player(&url).is_some() => self.emit(Sort::Embed, node, out),
            Some(_) => self.emit(Sort::Card, node, out),
            None => self.unknown(node, out),
        }
    }

    /// The assets that the fields of an entry refer to.
    fn files_of(&mut self, node: &Node<'_, J>) -> Vec<J> {
        let mut files = Vec::new();
        for name in node.record.names() {
            for value in items_at(node.record, &name) {
                if is_asset(&value) {
                    files.push(value);
                } else if string(&value, "sys.linkType").as_deref() == Some("Asset") {
                    let place = Place::Field(node.at, &name);
                    files.extend(self.resolve(&value, &place).and_then(|(found, _)| found));
                }
            }
        }
        files
    }

    /// The assets of an entry, with what the entry says about them.
    fn emit_files(&mut self, sort: Sort, files: Vec<J>, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let mut pieces = Vec::new();
        for file in &files {
            let fields = file.field("fields");
            let record = fields.as_ref().unwrap_or(file);
            self.file_of(&Node { json: record, record, ..*node }, &mut pieces);
        }
        let caption = self.text(node, &["caption", "description"]);
        let alt = label(node.record, &["alt", "altText", "alternativeText"]);
        if sort == Sort::Gallery {
            let picture = |piece| match piece {
                Piece::Block(Block { kind: BlockKind::Image(image), .. }) => Some(image),
                _ => None,
            };
            let images: Vec<_> = pieces.into_iter().filter_map(picture).collect();
            if !images.is_empty() {
                self.push(BlockKind::Gallery { images, caption }, node, out);
            }
            return;
        }
        if let Some(Piece::Block(Block { kind: BlockKind::Image(image), .. })) = pieces.first_mut() {
            image.caption = caption;
            image.alt = alt.unwrap_or(std::mem::take(&mut image.alt));
        }
        out.append(&mut pieces);
    }

    /// An asset. Its title is a name for the editors: it stands in for the description, which is what one would see.
    fn file_of(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let first = out.len();
        self.media(node, out);
        if let Some(Piece::Block(Block { kind: BlockKind::Image(image), .. })) = out.get_mut(first) {
            image.caption = Text::default();
            if image.alt.is_empty() {
                image.alt = label(node.record, &["title"]).unwrap_or_default();
            }
        }
    }

    /// A link to an entry or an asset.
    pub(super) fn reference(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let place = Place::Field(node.at, "target");
        let target = node.record.field("target");
        let href = target.and_then(|target| {
            let (found, id) = self.resolve(&target, &place)?;
            let whole = found.as_ref().unwrap_or(&target);
            let fields = whole.field("fields");
            match first_string(fields.as_ref().unwrap_or(whole), &ENTRY_HREF) {
                Some(href) => self.source.link(&href, &place),
                None => {
                    self.source.note(&place, Fate::Unresolved, format_args!("the entry `{id}` has no address"));
                    None
                }
            }
        });
        self.linked_to(href, node, out);
    }
}

fn is_asset<J: Json>(record: &J) -> bool {
    first_string(record, &["file.url", "fields.file.url"]).is_some()
        || record.field("contentType").is_some_and(|kind| kind.kind() == Kind::String)
            && string(record, "url").is_some()
}

/// The entries and assets that came with a document, and those that are being read.
pub(super) struct Linked<J> {
    lists: Vec<J>,
    /// Each with its list and its place there.
    ids: Vec<(String, usize, usize)>,
    /// Entries that are being read, the outermost first.
    open: Vec<String>,
    /// How often each entry was embedded, in the order of ids.
    embedded: Vec<(String, u32)>,
}

impl<J: Json> Linked<J> {
    pub(super) fn new() -> Self {
        Self { lists: Vec::new(), ids: Vec::new(), open: Vec::new(), embedded: Vec::new() }
    }

    fn find(&self, id: &str) -> Option<J> {
        let (_, list, index) = self.ids.iter().find(|(known, ..)| known == id)?;
        self.lists.get(*list)?.item(*index)
    }

    /// Counts one more embedding of an entry; `false` when it is one too many.
    fn may_embed(&mut self, id: &str) -> bool {
        match self.embedded.binary_search_by(|(known, _)| known.as_str().cmp(id)) {
            Ok(at) => {
                let Some((_, times)) = self.embedded.get_mut(at) else { return false };
                *times += 1;
                *times <= MAX_EMBEDDED
            }
            Err(at) => {
                self.embedded.insert(at, (id.to_owned(), 1));
                true
            }
        }
    }
}
