//! What can be wrong with a document.

use super::dice::Dice;
use serde_json::{Value, json};

/// How deep things are nested: far beyond what any reader keeps.
const DEPTH: usize = 2000;

/// Strings that are not what anybody expects.
const STRINGS: [&str; 24] = [
    "",
    " \u{a0}\n\t",
    "javascript:alert(1)",
    " java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "https://",
    "//",
    "http://[::1",
    "https://user:word@news.example:99999/",
    "#",
    "../../../../etc",
    "<p>open <b>and <i>crossed</b> tags",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "<![CDATA[x]]><!-- --!><svg><style><a title=\"</style><img onerror=alert(1)>\">",
    "&lt;b&gt;&#0;&#x110000;&nosuch;",
    "\u{202e}backwards\u{202c}\u{2066}",
    "\u{fffd}\u{0}\u{1}\u{feff}\u{ffff}",
    "2026-13-45T99:99:99Z",
    "9999999999999999999999",
    "NaN",
    "root",
    "{\"root\":{\"type\":\"root\",\"children\":[[]]}}",
    "__proto__",
    "image-abc-1x-",
];

/// Does something to a document at a place, with the help of another document.
type Deed = fn(&mut Value, &str, &Value, &mut Dice);

const DEEDS: [(&str, Deed); 9] = [
    ("left out", leave_out),
    ("put a string", put_string),
    ("put another type", put_other),
    ("doubled", double),
    ("grafted", graft),
    ("wrapped", wrap),
    ("renamed", rename),
    ("made huge", make_huge),
    ("emptied", empty),
];

/// Does one to six bad things to a document, and possibly nests it; says which.
pub(crate) fn spoil(document: &mut Value, other: &Value, dice: &mut Dice) -> Vec<String> {
    let mut deeds = Vec::new();
    for _ in 0..=dice.below(6) {
        let place = somewhere(document, dice);
        let (name, deed) = dice.one_of(&DEEDS);
        deed(document, &place, other, dice);
        deeds.push(format!("{name} at `{place}`"));
    }
    if dice.below(8) == 0 {
        let place = somewhere(document, dice);
        nest(document, &place, dice);
        deeds.push(format!("nested at `{place}`"));
    }
    deeds
}

/// Some place of a value, as a JSON pointer: down from the top, and at each step possibly no further.
fn somewhere(value: &Value, dice: &mut Dice) -> String {
    let (mut value, mut place) = (value, String::new());
    while dice.below(8) > 0 {
        let name = match value {
            Value::Array(items) if !items.is_empty() => dice.below(items.len()).to_string(),
            Value::Object(fields) if !fields.is_empty() => {
                let name = fields.keys().nth(dice.below(fields.len())).unwrap();
                name.replace('~', "~0").replace('/', "~1")
            }
            _ => break,
        };
        value = value.pointer(&format!("/{name}")).unwrap();
        place = format!("{place}/{name}");
    }
    place
}

fn put(document: &mut Value, place: &str, value: Value) {
    if let Some(old) = document.pointer_mut(place) {
        *old = value;
    }
}

fn leave_out(document: &mut Value, place: &str, _: &Value, _: &mut Dice) {
    let Some((parent, name)) = place.rsplit_once('/') else { return };
    match document.pointer_mut(parent) {
        Some(Value::Array(items)) => {
            items.remove(name.parse().unwrap());
        }
        Some(Value::Object(fields)) => {
            fields.remove(&name.replace("~1", "/").replace("~0", "~"));
        }
        _ => {}
    }
}

fn put_string(document: &mut Value, place: &str, _: &Value, dice: &mut Dice) {
    put(document, place, json!(dice.one_of(&STRINGS)));
}

fn put_other(document: &mut Value, place: &str, _: &Value, dice: &mut Dice) {
    let others = [
        json!(null),
        json!(true),
        json!(-1),
        json!(0.5),
        json!(1e308),
        json!(u64::MAX),
        json!([[[]]]),
        json!({}),
        json!({ "": { "": null } }),
    ];
    put(document, place, dice.one_of(&others).clone());
}

/// The same item many times over; of anything that is no list, a list of it.
fn double(document: &mut Value, place: &str, _: &Value, dice: &mut Dice) {
    let Some(value) = document.pointer_mut(place) else { return };
    let small = value.to_string().len() < 2000;
    let times = if small { 2 + dice.below(300) } else { 2 };
    *value = match &*value {
        Value::Array(items) => items.iter().flat_map(|item| vec![item.clone(); times.min(20)]).collect(),
        value => vec![value.clone(); times].into(),
    };
}

/// A part of another document, perhaps of another format.
fn graft(document: &mut Value, place: &str, other: &Value, dice: &mut Dice) {
    let part = other.pointer(&somewhere(other, dice)).cloned().unwrap_or_default();
    put(document, place, part);
}

fn wrap(document: &mut Value, place: &str, _: &Value, dice: &mut Dice) {
    let Some(value) = document.pointer_mut(place) else { return };
    let name = *dice.one_of(&["content", "children", "text", "items", "fields", "rendered", "value", "0"]);
    *value = if dice.below(2) == 0 { json!([value.take()]) } else { json!({ name: value.take() }) };
}

/// Gives the value of one field to another.
fn rename(document: &mut Value, place: &str, _: &Value, dice: &mut Dice) {
    let Some(Value::Object(fields)) = document.pointer_mut(place) else { return };
    let names: Vec<String> = fields.keys().cloned().collect();
    if !names.is_empty() {
        let value = fields.remove(dice.one_of(&names)).unwrap_or_default();
        fields.insert(dice.one_of(&names).clone(), value);
    }
}

/// A huge string, of one kind of letter, of lines, or of marks; a long one of tags, whose tree the parser of these tests
/// takes long to make.
fn make_huge(document: &mut Value, place: &str, _: &Value, dice: &mut Dice) {
    let part = *dice.one_of(&["a", "\u{1F30A}", "<b>", "<ul><li>", "<p>x</p>", "&amp;", "x\n\n", "[", "*_", "é "]);
    put(document, place, json!(part.repeat(if part.contains('<') { 3_000 } else { 30_000 } / part.len())));
}

fn empty(document: &mut Value, place: &str, _: &Value, _: &mut Dice) {
    let value = match document.pointer(place) {
        Some(Value::Array(_)) => json!([]),
        Some(Value::Object(_)) => json!({}),
        Some(Value::String(_)) => json!(""),
        _ => json!(null),
    };
    put(document, place, value);
}

/// Nests what is at a place in copies of what is around it: an item in a list in an item, and so on.
fn nest(document: &mut Value, place: &str, dice: &mut Dice) {
    let up = 1 + dice.below(4);
    let mut around = place;
    for _ in 0..up {
        around = around.rsplit_once('/').map_or("", |(parent, _)| parent);
    }
    let within = &place[around.len()..];
    let Some(template) = document.pointer(around).cloned().filter(|_| !within.is_empty()) else { return };
    // Without the rest of it, which would be there two thousand times.
    let template = if template.to_string().len() < 300 { template } else { bare(&template, within) };
    let mut inner = document.pointer_mut(place).map(Value::take).unwrap_or_default();
    for _ in 0..DEPTH {
        let mut outer = template.clone();
        put(&mut outer, within, inner);
        inner = outer;
    }
    put(document, around, inner);
}

/// Of a value, only the way to a place, and the fields along it that say what things are.
fn bare(value: &Value, within: &str) -> Value {
    let mut rest = within.trim_start_matches('/').splitn(2, '/');
    let (name, below) = (rest.next().unwrap_or_default(), rest.next());
    let next = |value: &Value| below.map_or(Value::Null, |below| bare(value, below));
    match value {
        Value::Array(items) => {
            // The place must stay where it is.
            let index = name.parse().unwrap_or(0);
            let mut bare = vec![Value::Null; index];
            bare.extend(items.get(index).map(next));
            bare.into()
        }
        Value::Object(fields) => {
            let says = fields.iter().filter(|(_, value)| value.as_str().is_some_and(|text| text.len() < 40));
            let mut bare: serde_json::Map<_, _> = says.map(|(name, value)| (name.clone(), value.clone())).collect();
            let field = name.replace("~1", "/").replace("~0", "~");
            bare.insert(field.clone(), fields.get(&field).map_or(Value::Null, next));
            bare.into()
        }
        _ => Value::Null,
    }
}
