//! Finding fields whatever their case, and variants in the ways of the three versions.

use super::super::source::string_at;
use super::super::{Json, Kind};

/// The field of that name; if there is none, the one that differs only in case.
pub(super) fn field<J: Json>(json: &J, name: &str) -> Option<J> {
    json.field(name).or_else(|| {
        let names = json.names();
        json.field(names.iter().find(|known| known.eq_ignore_ascii_case(name))?)
    })
}

/// The string (or number) in a field; what is only white space counts as missing.
pub(super) fn text<J: Json>(json: &J, name: &str) -> Option<String> {
    field(json, name)?.text().filter(|text| !text.trim().is_empty())
}

/// The items of a list, with their `name` or `role`, or of an object, with their keys.
pub(super) fn all<J: Json>(json: &J, name: &str) -> Vec<(String, J)> {
    let Some(value) = field(json, name) else { return Vec::new() };
    match value.kind() {
        Kind::Array => {
            let items = (0..value.len()).filter_map(|index| value.item(index));
            let items = items.filter(|item| item.kind() != Kind::Null);
            items.map(|item| (text(&item, "name").or_else(|| text(&item, "role")).unwrap_or_default(), item)).collect()
        }
        Kind::Object => value.names().into_iter().filter_map(|key| Some((key.clone(), value.field(&key)?))).collect(),
        _ => vec![(String::new(), value)],
    }
}

/// All variants: `body`, `body_xhtml`, … of version 1, or the items of `bodies`; each with a name for notes.
pub(super) fn variants<J: Json>(json: &J, single: &str, list: &str) -> Vec<(String, J)> {
    let items =
        all(json, list).into_iter().map(|(role, item)| (if role.is_empty() { list.to_owned() } else { role }, item));
    let suffixed = json.names().into_iter().filter(|name| {
        let start = name.get(..single.len()).is_some_and(|start| start.eq_ignore_ascii_case(single));
        start && name.get(single.len()..).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
    });
    let suffixed = suffixed.filter_map(|name| Some((name.clone(), json.field(&name)?)));
    items.chain(suffixed).collect()
}

/// The text of the variant with the first of these roles, or of any.
pub(super) fn variant<J: Json>(json: &J, single: &str, list: &str, roles: &[&str]) -> Option<String> {
    let found = variants(json, single, list);
    let said = |value: &J| value.string().or_else(|| text(value, "value")).filter(|text| !text.trim().is_empty());
    let by_role = roles.iter().find_map(|role| {
        let mut fits = found.iter().filter(|(name, value)| {
            let role_of = text(value, "role");
            let name = role_of.as_deref().or_else(|| name.get(single.len() + 1..)).unwrap_or_default();
            name.eq_ignore_ascii_case(role)
        });
        fits.find_map(|(_, value)| said(value))
    });
    // The plain name before suffixed ones.
    let plain = || text(json, single);
    by_role.or_else(plain).or_else(|| found.iter().find_map(|(_, value)| said(value)))
}

/// What a concept is called; version 3 may list its names.
pub(super) fn name<J: Json>(json: &J) -> Option<String> {
    let listed = || all(json, "names").iter().find_map(|(_, name)| name.string().or_else(|| text(name, "value")));
    text(json, "name").or_else(listed).or_else(|| string_at(json, "label"))
}

/// The name of the first concept in the first of these fields.
pub(super) fn called<J: Json>(json: &J, lists: &[&str]) -> Option<String> {
    lists.iter().find_map(|list| all(json, list).iter().find_map(|(_, item)| item.string().or_else(|| name(item))))
}
