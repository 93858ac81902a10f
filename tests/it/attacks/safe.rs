//! What may stand in a document, whoever wrote it.

use gatefold::model::math::MATH_TAGS;
use gatefold::model::plain::is_language_tag;
use serde_json::Value;

/// Fields that hold addresses of what the page fetches.
const FETCHED: [&str; 3] = ["src", "poster", "article"];

/// Fields that hold addresses of what a reader follows.
const FOLLOWED: [&str; 3] = ["href", "url", "edit"];

/// Schemes that an address may have; the first two of them what is fetched. A fragment has none.
const SCHEMES: [&str; 5] = ["https://", "http://", "mailto:", "tel:", "#"];

/// Fields that hold what people read, or a string that the browser is asked to make something of.
const WORDS: [&str; 29] = [
    "text",
    "alt",
    "title",
    "code",
    "caption",
    "name",
    "credit",
    "reading",
    "summary",
    "citation",
    "teaser",
    "source",
    "provider",
    "label",
    "terms",
    "icon",
    "value",
    "head",
    "heading",
    "kicker",
    "standfirst",
    "tags",
    "subject",
    "author",
    "datetime",
    "published",
    "updated",
    "syntax",
    "tex",
];

/// Fields that hold a word of a vocabulary, or a name without white space.
const NAMES: [&str; 8] = ["type", "id", "ref", "kind", "size", "role", "direction", "align"];

/// Says what in a value is neither words, nor a name, nor an address with an allowed scheme. `field` is where it stands.
pub(super) fn check(field: &str, value: &Value) -> Result<(), String> {
    let fine = match value {
        Value::String(text) if FETCHED.contains(&field) => is_address(text, &SCHEMES[..2]),
        Value::String(text) if FOLLOWED.contains(&field) => is_address(text, &SCHEMES),
        Value::String(text) if field == "language" => is_language_tag(text),
        Value::String(text) if field == "tag" => MATH_TAGS.contains(&text.as_str()),
        Value::String(text) if NAMES.contains(&field) => !text.contains(char::is_whitespace),
        Value::String(_) => WORDS.contains(&field) || field == "media",
        Value::Array(list) => {
            return list.iter().try_for_each(|item| check(if item.is_string() { words(field) } else { field }, item));
        }
        Value::Object(fields) => return fields.iter().try_for_each(|(name, value)| check(name, value)),
        _ => true,
    };
    if fine { Ok(()) } else { Err(format!("{field} is {value}")) }
}

/// Strings in the list of a field are words, unless that field holds addresses.
fn words(field: &str) -> &str {
    if FETCHED.contains(&field) || FOLLOWED.contains(&field) { field } else { "text" }
}

fn is_address(text: &str, schemes: &[&str]) -> bool {
    let loose = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"');
    let known = schemes.iter().any(|scheme| text.starts_with(scheme));
    known && (text.starts_with('#') || !text.contains(loose))
}
