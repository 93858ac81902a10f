//! What breaks the rules of Article JSON, by its schema, in words for whoever wrote it.
//!
//! 1. [`Schema::faults`] asks the validator, and turns each error into a place and a reason ([`Schema::reason`]).
//! 2. Errors that follow from others are left out ([`Schema::told`]): a broken field counts as not evaluated in the object
//!    around it (JSON Schema 2020-12 Core, §11.3), and without a `type` every type is tried.

use crate::ingest::{Json, Place};
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use jsonschema::paths::{Location, LocationSegment};
use jsonschema::{JsonType, ValidationError, Validator};
use serde::Serialize;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeSet;

const SCHEMA: &str = include_str!("../../public/schema/article-1.json");

/// Article JSON's schema, ready to be used.
pub(super) struct Schema {
    json: Value,
    validator: Validator,
}

/// A rule that is broken.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Fault {
    /// Where: `sections[3].blocks[0].src`.
    pub(super) path: String,
    /// Where, as a JSON Pointer (RFC 6901).
    pub(super) pointer: String,
    /// What is wrong there.
    pub(super) reason: String,
}

impl Fault {
    fn new(at: &Location, reason: String) -> Self {
        Self { path: place(&at.iter().collect::<Vec<_>>()), pointer: at.as_str().to_owned(), reason }
    }
}

impl Schema {
    pub(super) fn new() -> Result<Self, String> {
        let json = serde_json::from_str(SCHEMA).map_err(|error| error.to_string())?;
        let validator = jsonschema::draft202012::new(&json).map_err(|error| error.to_string())?;
        Ok(Self { json, validator })
    }

    /// What is wrong with an article; nothing when it is valid.
    pub(super) fn faults(&self, article: &Value) -> Vec<Fault> {
        if article.is_object() && article.get("gatefold").is_none() {
            // Every other rule is one of a format that this is not.
            let reason = "`gatefold` is missing: no Article JSON; `gatefold inspect` says what it is";
            return vec![Fault::new(&Location::new(), reason.to_owned())];
        }
        let mut article = Cow::Borrowed(article);
        if article.get("$schema").is_some() {
            // It is for editors; the reader passes it over.
            article.to_mut().as_object_mut().map(|fields| fields.shift_remove("$schema"));
        }
        let errors: Vec<_> = self.validator.iter_errors(&article).collect();
        let untyped: BTreeSet<_> =
            errors.iter().filter(|error| is_untyped(error)).map(|error| error.instance_path().as_str()).collect();
        let (mut faults, mut seen) = (Vec::new(), BTreeSet::new());
        for error in &errors {
            let follows = !is_untyped(error) && around(error.instance_path().as_str()).any(|at| untyped.contains(at));
            let told = if follows { Vec::new() } else { self.told(error) };
            faults.extend(told.into_iter().filter(|fault| seen.insert((fault.pointer.clone(), fault.reason.clone()))));
        }
        if let (Some(error), true) = (errors.first(), faults.is_empty()) {
            // What was left out followed from nothing after all.
            faults.push(Fault::new(error.instance_path(), error.masked().to_string()));
        }
        faults
    }

    /// What an error says; nothing when it follows from another.
    fn told(&self, error: &ValidationError<'_>) -> Vec<Fault> {
        let at = error.instance_path();
        let (Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected }) = error.kind()
        else {
            return vec![Fault::new(at, self.reason(error))];
        };
        let mut known = Vec::new();
        self.fields(self.schema_of(error), &mut known);
        let unknown = unexpected.iter().filter(|name| !known.contains(&name.as_str()));
        unknown.map(|name| Fault::new(&at.join(name.as_str()), "unknown field".to_owned())).collect()
    }

    /// The schema whose keyword an error is about.
    fn schema_of(&self, error: &ValidationError<'_>) -> &Value {
        let keyword = error.schema_path().as_str();
        let schema = keyword.rsplit_once('/').and_then(|(schema, _)| self.json.pointer(schema));
        schema.unwrap_or(&Value::Null)
    }

    /// The names of the fields that a schema has, with those of the schemas that it extends.
    fn fields<'a>(&'a self, schema: &'a Value, names: &mut Vec<&'a str>) {
        names.extend(schema["properties"].as_object().into_iter().flatten().map(|(name, _)| name.as_str()));
        let reference = schema["$ref"].as_str().and_then(|reference| self.json.pointer(reference.strip_prefix('#')?));
        for extended in reference.into_iter().chain(schema["allOf"].as_array().into_iter().flatten()) {
            self.fields(extended, names);
        }
    }

    /// Why an error is one.
    fn reason(&self, error: &ValidationError<'_>) -> String {
        let (instance, schema) = (error.instance().as_ref(), self.schema_of(error));
        let is_type = error.instance_path().as_str().ends_with("/type");
        match (error.kind(), instance) {
            (Kind::AnyOf { .. } | Kind::Enum { .. } | Kind::Constant { .. }, Value::String(name)) if is_type => {
                format!("unknown type `{name}`")
            }
            (Kind::Required { property }, _) => format!("`{}` is missing", property.as_str().unwrap_or_default()),
            (Kind::Type { kind }, _) => format!("expected {}, found {}", types(kind), instance.kind().name()),
            (Kind::Constant { expected_value }, _) => format!("expected {expected_value}"),
            (Kind::Enum { options }, _) => format!("expected {}", either(options.as_array().into_iter().flatten())),
            (Kind::Minimum { limit }, _) => format!("expected at least {limit}, found {instance}"),
            (Kind::Maximum { limit }, _) => format!("expected at most {limit}, found {instance}"),
            (Kind::MinItems { .. } | Kind::MinLength { .. }, _) => "must not be empty".to_owned(),
            (Kind::MaxLength { limit }, _) => format!("longer than {limit} characters"),
            (Kind::AnyOf { .. }, Value::Object(_)) => format!("needs {}", needed(&schema["anyOf"])),
            (Kind::OneOfNotValid { .. }, Value::Object(_)) => format!("needs {}", needed(&schema["oneOf"])),
            (Kind::OneOfMultipleValid { .. }, Value::Object(_)) => format!("{}, not both", needed(&schema["oneOf"])),
            (Kind::Not { schema }, Value::Object(_)) => {
                format!("{}, not both", either(schema["required"].as_array().into_iter().flatten()))
            }
            _ => match schema["description"].as_str().map(|text| (text.chars().next(), text.trim_end_matches('.'))) {
                Some((Some(first), text)) => {
                    format!("expected {}{}", first.to_lowercase(), text.get(first.len_utf8()..).unwrap_or_default())
                }
                _ => error.masked().to_string(),
            },
        }
    }
}

/// A block or an inline without a `type`: the errors of every type follow.
fn is_untyped(error: &ValidationError<'_>) -> bool {
    let by = error.schema_path().as_str();
    matches!(by, "/$defs/typed/required" | "/$defs/inline/required")
}

/// The pointer and those to all that it lies in.
fn around(pointer: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(pointer), |inner| inner.rsplit_once('/').map(|(outer, _)| outer))
}

/// The names in `{ "required": [NAME] }`, `{ "required": [NAME] }`…
fn needed(choices: &Value) -> String {
    let names = choices.as_array().into_iter().flatten().flat_map(|choice| choice["required"].as_array());
    either(names.flatten())
}

/// `a`, `b` or `c`.
fn either<'a>(values: impl Iterator<Item = &'a Value>) -> String {
    let names: Vec<_> = values.map(|value| format!("`{}`", value.as_str().unwrap_or_default())).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

fn types(kind: &TypeKind) -> String {
    let name = |kind| match kind {
        JsonType::Array => "a list",
        JsonType::Boolean => "true or false",
        JsonType::Integer => "a whole number",
        JsonType::Null => "null",
        JsonType::Number => "a number",
        JsonType::Object => "an object",
        JsonType::String => "a string",
    };
    match kind {
        TypeKind::Single(kind) => name(*kind).to_owned(),
        TypeKind::Multiple(kinds) => kinds.iter().map(name).collect::<Vec<_>>().join(" or "),
    }
}

/// A location as the reader's diagnostics write it.
fn place(segments: &[LocationSegment<'_>]) -> String {
    fn extend(place: &Place<'_>, segments: &[LocationSegment<'_>]) -> String {
        match segments.split_first() {
            None => place.to_string(),
            Some((LocationSegment::Index(index), rest)) => extend(&Place::Index(place, *index), rest),
            Some((LocationSegment::Property(name), rest)) => extend(&Place::Field(place, name), rest),
        }
    }
    extend(&Place::Root, segments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn faults(article: &Value) -> Vec<String> {
        let faults = Schema::new().unwrap().faults(article);
        faults.into_iter().map(|fault| format!("{}: {}", fault.path, fault.reason)).collect()
    }

    #[test]
    fn each_broken_rule_of_an_article_is_one_fault_in_words() {
        let article = |mut fields: Value| {
            fields["gatefold"] = json!(1);
            faults(&fields)
        };
        assert_eq!(faults(&json!([])), [": expected an object, found a list"]);
        assert_eq!(faults(&json!({ "gatefold": 2, "title": "T" })), ["gatefold: expected 1"]);
        assert!(faults(&json!({ "title": "T", "version": 3 }))[0].starts_with(": `gatefold` is missing"));
        assert_eq!(article(json!({})), [": needs `title`, `standfirst` or `sections`"]);
        assert_eq!(
            article(json!({ "title": 7, "titel": "T", "url": "a b", "published": "noon", "language": "?" })),
            [
                "title: expected a string or a list, found a number",
                "url: expected an address, absolute or relative, without spaces",
                "published: expected a date, or a date and time (ISO 8601)",
                "language: expected a language tag (BCP 47)",
                "titel: unknown field",
            ]
        );
        assert_eq!(
            article(json!({ "title": "T", "image": { "src": "a.svg", "focus": 1 } })).last().unwrap(),
            "image: `alt` is missing"
        );
        assert_eq!(
            article(json!({ "title": "T", "related": { "items": [{ "url": "a" }] } })),
            ["related.items[0]: needs `title`, `teaser` or `image`"]
        );
    }

    #[test]
    fn each_broken_rule_of_a_block_is_one_fault_in_words() {
        let block = |block: Value| faults(&json!({ "gatefold": 1, "sections": [{ "blocks": ["T", block] }] }));
        let at = |fault: &str| vec![format!("sections[0].blocks[1]{fault}")];
        for (given, expected) in [
            (json!({ "text": "T" }), ": `type` is missing"),
            (json!({ "type": "marquee", "text": "T" }), ".type: unknown type `marquee`"),
            (json!({ "type": "paragraph" }), ": `text` is missing"),
            (json!({ "type": "paragraph", "text": "T", "colour": "red" }), ".colour: unknown field"),
            (json!({ "type": "quote", "blocks": [] }), ".blocks: must not be empty"),
            (json!({ "type": "quote", "text": "T", "blocks": ["T"] }), ": `blocks` or `text`, not both"),
            (json!({ "type": "quote" }), ": needs `blocks` or `text`"),
            (json!({ "type": "heading", "text": "T", "level": 7 }), ".level: expected at most 6, found 7"),
            (json!({ "type": "callout", "text": "T", "tone": "shrill" }), ".tone: expected `note`, `tip` or `warning`"),
            (
                json!({ "type": "details", "summary": "T", "blocks": [{ "type": "image", "src": "a", "alt": 3 }] }),
                ".blocks[0].alt: expected a string, found a number",
            ),
            (json!([{ "text": "T" }]), "[0]: `type` is missing"),
            (json!([{ "type": "blink", "text": "T" }]), "[0].type: unknown type `blink`"),
            (
                json!([{ "type": "link", "href": "vbscript:x", "text": "T" }]),
                "[0].href: expected an address to follow, or `#` and the id of a place in the article",
            ),
        ] {
            assert_eq!(block(given), at(expected));
        }
    }

    #[test]
    fn what_editors_are_told_is_no_fault() {
        assert_eq!(faults(&json!({ "$schema": "../schema/article-1.json", "gatefold": 1, "title": "T" })), [""; 0]);
    }

    #[test]
    fn a_place_is_also_a_pointer() {
        let article = json!({ "gatefold": 1, "sections": [{ "blocks": [], "a/b": 1 }] });
        let expected = Fault {
            path: "sections[0].a/b".to_owned(),
            pointer: "/sections/0/a~1b".to_owned(),
            reason: "unknown field".to_owned(),
        };
        assert_eq!(Schema::new().unwrap().faults(&article), [expected]);
    }
}
