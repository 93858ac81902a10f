//! What the element says of itself, for editors, for TypeScript and for people, is what it is: `custom-elements.json`,
//! `gatefold.d.ts` and the README are compared with the table of options, with the markup, and with each other.

use crate::documents::{README, code, code_in, root, rows, section};
use gatefold::config::{OPTIONS, OptionSpec, Place};
use serde_json::Value;

const MANIFEST: &str = include_str!("../../public/embed/custom-elements.json");
const TYPES: &str = include_str!("../../public/embed/gatefold.d.ts");
const ELEMENT: &str = include_str!("../../public/embed/element.js");
const STAGE: &str = include_str!("../../public/embed/stage.js");

fn manifest() -> Value {
    let whole: Value = serde_json::from_str(MANIFEST).unwrap();
    whole["modules"][0]["declarations"][0].clone()
}

/// The entries of one list of the manifest.
fn listed(list: &str) -> Vec<Value> {
    manifest()[list].as_array().unwrap().clone()
}

fn names(list: &str) -> Vec<String> {
    listed(list).iter().map(|entry| entry["name"].as_str().unwrap().to_owned()).collect()
}

/// The options of the element, in the order of the manifest, which groups them otherwise than the code.
fn options() -> Vec<&'static OptionSpec> {
    let element: Vec<_> = OPTIONS.iter().filter(|option| option.place != Place::App).collect();
    let ordered: Vec<_> = names("attributes")
        .iter()
        .filter_map(|name| element.iter().find(|option| option.name == name))
        .copied()
        .collect();
    assert_eq!(ordered.len(), element.len(), "an attribute is missing or twice: {:?}", names("attributes"));
    ordered
}

/// `heading-level` → `headingLevel`.
fn property(name: &str) -> String {
    let mut parts = name.split('-').map(str::to_owned);
    let first = parts.next().unwrap();
    parts.fold(first, |property, part| property + &part[..1].to_uppercase() + &part[1..])
}

/// The parts of a text that are set as code.
fn codes(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The type of an option's value, and its default as the manifest writes it.
fn value_type(option: &OptionSpec) -> (String, Option<String>) {
    let default = Some(option.default).filter(|default| !default.is_empty());
    let is_number = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == '–');
    if is_number(option.values) {
        return ("number".into(), default.map(str::to_owned));
    }
    let words = option.values.split('`').step_by(2).all(|between| matches!(between, "" | ", " | " or "));
    let choice = codes(option.values).iter().map(|value| format!("\"{value}\"")).collect::<Vec<_>>().join(" | ");
    (if words { choice } else { "string".into() }, default.map(|default| format!("\"{default}\"")))
}

#[test]
fn the_manifest_has_every_attribute_and_its_property() {
    let (attributes, fields) = (listed("attributes"), listed("members"));
    assert_eq!(attributes.len(), options().len());
    for (at, option) in options().into_iter().enumerate() {
        let (attribute, field) = (&attributes[at], &fields[at]);
        let (kind, default) = value_type(option);
        assert_eq!(attribute["fieldName"], property(option.name));
        assert_eq!(attribute["type"]["text"], kind, "{}", option.name);
        assert_eq!(attribute["default"].as_str().map(str::to_owned), default, "{}", option.name);
        let values = option.values.replace('`', "");
        assert_eq!(attribute["description"], format!("{} Values: {values}.", option.doc));
        assert_eq!((&field["name"], &field["attribute"]), (&attribute["fieldName"], &attribute["name"]));
        assert_eq!((&field["description"], &field["reflects"]), (&option.doc.into(), &true.into()));
    }
}

#[test]
fn the_element_observes_every_attribute() {
    let (_, list) = ELEMENT.split_once("const OPTIONS = (").unwrap();
    let list = list.split(").split").next().unwrap();
    let observed: Vec<_> = list.split('"').skip(1).step_by(2).flat_map(str::split_whitespace).collect();
    assert_eq!(observed, names("attributes"));
}

/// What stands between the braces of a declaration of the types.
fn declared(head: &str) -> &'static str {
    let (_, rest) = TYPES.split_once(&format!("\nexport {head} ")).unwrap_or_else(|| panic!("no {head}"));
    rest.split_once("{\n").unwrap().1.split("\n}").next().unwrap()
}

/// The fields of an interface, with their types, without what is optional about them.
fn fields(interface: &str) -> Vec<(String, &'static str)> {
    let lines = declared(&format!("interface {interface}")).lines().filter_map(|line| line.strip_prefix("  "));
    let named = lines.filter(|line| line.starts_with(|c: char| c == '"' || c.is_ascii_lowercase()));
    let pairs = named.filter_map(|line| line.trim_end_matches(';').split_once(": "));
    pairs.map(|(name, kind)| (name.trim_end_matches('?').trim_matches('"').to_owned(), kind)).collect()
}

#[test]
fn the_types_have_every_attribute_and_its_property() {
    let (class, markup, jsx) =
        (declared("class GatefoldReader"), fields("GatefoldReaderAttributes"), fields("GatefoldReaderProps"));
    assert_eq!(markup.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>(), names("attributes"));
    for (option, (_, kind)) in options().into_iter().zip(&markup) {
        let name = property(option.name);
        let plain = class.contains(&format!("\n  {name}: string;"));
        let number = class.contains(&format!("\n  set {name}(value: string | number);"));
        let (wanted, _) = value_type(option);
        assert_eq!((plain, number), (wanted != "number", wanted == "number"), "{name}");
        let counts = kind.contains("number") || kind.starts_with(|c: char| c.is_ascii_digit());
        assert!(*kind == wanted || counts && wanted == "number", "{name}: {kind}");
        assert!(name == option.name || jsx.iter().any(|(field, _)| *field == name), "JSX knows no {name}");
    }
}

#[test]
fn the_types_have_every_member_of_the_manifest() {
    let class = declared("class GatefoldReader");
    for member in listed("members").iter().filter(|member| member["attribute"].is_null()) {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let name = text(&member["name"]);
        let wanted = if member["kind"] == "method" {
            let parameters = member["parameters"].as_array().cloned().unwrap_or_default();
            let inner = parameters.iter().map(|one| {
                let optional = if one["optional"] == true { "?" } else { "" };
                format!("{}{optional}: {}", text(&one["name"]), text(&one["type"]["text"]))
            });
            let inner = inner.collect::<Vec<_>>().join(", ");
            format!("\n  {name}({inner}): {};", text(&member["return"]["type"]["text"]))
        } else {
            let accessor = if member["readonly"] == true { "" } else { "get " };
            let ends = if accessor.is_empty() { ":" } else { "():" };
            format!("{accessor}{name}{ends} {};", text(&member["type"]["text"]))
        };
        assert!(class.contains(&wanted), "the class has no `{}`", wanted.trim());
        assert!(
            name == "version" || name == "files" || README.contains(&format!("`{name}")),
            "the README has no {name}"
        );
    }
}

#[test]
fn events_are_the_same_in_manifest_types_and_readme() {
    let jsx = fields("GatefoldReaderProps");
    let (_, map) = TYPES.split_once("interface GlobalEventHandlersEventMap {").unwrap();
    let map = map.split('}').next().unwrap();
    let rows = rows("Put it into a page");
    let told: Vec<_> = rows.iter().filter(|row| row[0].starts_with("`gatefold-")).collect();
    let events = listed("events");
    assert_eq!(
        told.iter().map(|row| row[0].to_owned()).collect::<Vec<_>>(),
        names("events").iter().map(|name| code(name)).collect::<Vec<_>>()
    );
    assert_eq!(map.matches("CustomEvent").count(), events.len());
    for (event, row) in events.iter().zip(told) {
        let (name, kind) = (event["name"].as_str().unwrap(), event["type"]["text"].as_str().unwrap());
        assert!(map.contains(&format!("\"{name}\": {kind};")), "the types have no {name} with {kind}");
        let handler = (format!("on{name}"), format!("(event: {kind}) => void"));
        assert!(jsx.iter().any(|(name, kind)| (name, *kind) == (&handler.0, handler.1.as_str())), "JSX has no {name}");
        let detail = kind.trim_start_matches("CustomEvent<").trim_end_matches('>');
        for (field, _) in fields(detail) {
            assert!(codes(row[1]).contains(&field.as_str()), "the README says nothing of `{field}` of {name}");
        }
        let cancelable = event["description"].as_str().unwrap().contains("Cancelable");
        assert_eq!(cancelable, !row[2].is_empty(), "whether {name} can be prevented");
    }
}

/// The names that a call gives in a code: `.attr("part", "title")`.
fn given(code: &str, call: &str) -> Vec<String> {
    let mut given: Vec<_> =
        code.split(call).skip(1).filter_map(|rest| rest.split_once('"').map(|(name, _)| name.to_owned())).collect();
    given.sort_unstable();
    given.dedup();
    given
}

/// The names that the README lists after that word, up to the full stop.
fn after(word: &str) -> Vec<String> {
    let (_, rest) = section("Put it into a page").split_once(word).unwrap();
    codes(rest.split(". ").next().unwrap().split(".\n").next().unwrap()).into_iter().map(str::to_owned).collect()
}

#[test]
fn parts_and_slots_are_those_of_the_markup() {
    let code = code_in(&root().join("src"));
    let mut parts = names("cssParts");
    assert_eq!(after("Parts: "), parts);
    parts.sort_unstable();
    assert_eq!(given(&code, ".attr(\"part\", \""), parts);

    let mut slots = names("slots");
    assert_eq!(slots.remove(0), "", "the first is the one without a name");
    slots.sort_unstable();
    let mut made = [given(&code, ".slot(\""), given(STAGE, "el(\"slot\", { name: \"")].concat();
    made.sort_unstable();
    assert_eq!(made, slots);
    let mut said = after("Slots: ");
    said.sort_unstable();
    assert_eq!(said, slots);
}

#[test]
fn properties_of_the_manifest_are_those_of_the_readme() {
    let rows = rows("Make it yours");
    let said: Vec<_> = rows.iter().map(|row| (row[0].replace('`', ""), codes(row[2]).first().copied())).collect();
    let listed = listed("cssProperties");
    let known: Vec<_> =
        listed.iter().map(|entry| (entry["name"].as_str().unwrap().to_owned(), entry["default"].as_str())).collect();
    assert_eq!(known, said);
}
