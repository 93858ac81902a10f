//! The publisher's own targets, as the option `own-targets` has them.

use crate::ingest::Json;
use crate::platform::json;
use crate::platform::page;
use crate::share::Own;

/// The targets in a JSON list of `{"id": …, "name": …, "href": …}`; what is none is left out, with a line in the console.
pub(super) fn targets(option: Option<&str>) -> Vec<Own> {
    let Some(text) = option else { return Vec::new() };
    let list = match json::parse(&text.into()) {
        Ok(list) => list,
        Err(cause) => {
            page::warn(&["Gatefold: option own-targets: ", &cause].concat());
            return Vec::new();
        }
    };
    let mut targets = Vec::new();
    for item in (0..list.len()).filter_map(|at| list.item(at)) {
        let field = |name: &str| item.field(name).and_then(|value| value.string()).unwrap_or_default();
        match Own::new(field("id"), field("name"), field("href")) {
            Some(target) => targets.push(target),
            None => page::warn(&["Gatefold: option own-targets: `", &field("id"), "` is no target"].concat()),
        }
    }
    targets
}
