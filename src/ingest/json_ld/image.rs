//! Pictures: an address, an `ImageObject`, a list of either.

use super::graph::Graph;
use crate::ingest::Json;
use crate::ingest::fields::Place;
use crate::ingest::source::{Source, first_string, size_at};
use crate::model::Image;
use crate::model::url::Use;

/// The first picture whose address can be used.
pub(super) fn image<J: Json>(graph: &Graph<J>, node: &J, source: &mut Source<'_>) -> Option<Image> {
    let names = ["image", "thumbnailUrl", "thumbnail"];
    names.iter().flat_map(|name| graph.values(node, name)).find_map(|value| one(graph, &value, source))
}

fn one<J: Json>(graph: &Graph<J>, value: &J, source: &mut Source<'_>) -> Option<Image> {
    let place = Place::Field(&Place::Root, "image");
    let address = value.string().or_else(|| first_string(value, &["url", "contentUrl", "url.@id", "@id"]));
    let Some(address) = address else {
        source.dropped(&place, "a picture needs an address");
        return None;
    };
    let src = source.url(&address, Use::Resource, &Place::Field(&place, "url"))?;
    let size = |name| size_at(value, name).max(size_at(value, &[name, ".value"].concat()));
    let caption = graph.text(value, &["caption"]).unwrap_or_default();
    Some(Image {
        src: Some(src),
        alt: source.label_of(graph.text(value, &["description"]), &place).unwrap_or_default(),
        width: size("width"),
        height: size("height"),
        caption: source.text(&caption, &Place::Field(&place, "caption")),
        credit: source.label_of(graph.text(value, &["creditText", "creator"]), &place),
        ..Image::default()
    })
}
