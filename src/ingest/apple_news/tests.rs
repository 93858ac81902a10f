use super::markdown::{self, Names};
use crate::model::inline::Mark;
use crate::model::{Link, Text};
use serde_json::{Value, json};

fn names<T>(read: impl FnOnce(&mut Names<'_>) -> T) -> T {
    let mut link = |address: &str| address.strip_prefix('#').map(|name| Link::Fragment(name.to_owned()));
    let style = |name: &str| if name == "loud" { vec![Mark::Strong] } else { Vec::new() };
    read(&mut Names { link: &mut link, style: &style })
}

fn line(text: &str) -> Value {
    let text: Text = names(|names| markdown::single(text, names));
    serde_json::to_value(text).unwrap()
}

fn blocks(text: &str) -> Value {
    serde_json::to_value(names(|names| markdown::blocks(text, names))).unwrap()
}

fn em(text: impl Into<Value>) -> Value {
    json!({ "type": "em", "text": text.into() })
}

fn strong(text: impl Into<Value>) -> Value {
    json!({ "type": "strong", "text": text.into() })
}

#[test]
fn signs_mark_what_they_enclose() {
    assert_eq!(line("a *b* _c_ **d** __e__"), json!(["a ", em("b"), " ", em("c"), " ", strong("d"), " ", strong("e")]));
    assert_eq!(line("_**a**_ and **_b_**"), json!([em(json!([strong("a")])), " and ", strong(json!([em("b")]))]));
    assert_eq!(line("*in **the** middle*"), json!([em(json!(["in ", strong("the"), " middle"]))]));
    assert_eq!(line("**a *b***"), json!([strong(json!(["a ", em("b")]))]));
    assert_eq!(line("in_volved_"), json!(["in", em("volved")]));
    assert_eq!(
        line("~~no~~ `a*b*`"),
        json!([{ "type": "strike", "text": "no" }, " ", { "type": "code", "text": "a*b*" }])
    );
    assert_eq!(line("**浪**と*風*"), json!([strong("浪"), "と", em("風")]));
}

#[test]
fn a_sign_without_its_partner_is_a_character() {
    for text in [
        "2 * 3 * 4",
        "snake_case_words",
        "**unclosed",
        "a * b",
        "*",
        "**",
        "****",
        "_ _",
        "[a] (b)",
        "[](#a)",
        "[a](#b",
        "`",
    ] {
        assert_eq!(line(text), json!(text));
    }
    assert_eq!(line(r"\*a\* \_b\_ 1\. \[c\](#d) \\"), json!(r"*a* _b_ 1. [c](#d) \"));
}

#[test]
fn links_and_styles() {
    let link = |text: Value| json!({ "type": "link", "href": "#weir", "text": text });
    assert_eq!(line("see [the *weir*](#weir)."), json!(["see ", link(json!(["the ", em("weir")])), "."]));
    assert_eq!(line("[a [b](#weir) c](#weir)"), json!([link(json!("a b c"))]));
    assert_eq!(line("[a](<#weir> \"Title\")"), json!([link(json!("a"))]));
    assert_eq!(line("a [refused](javascript:x) link"), json!("a refused link"));
    assert_eq!(line("[a]{loud}, [b]{unknown}"), json!([strong("a"), ", b"]));
}

#[test]
fn blocks_by_their_first_signs() {
    let blocks = blocks("# One\nText\nof two lines\u{2028}and a break\n- a\n- b\n  1. c\n\n> d\n> - e\n***\n3. f");
    let kinds: Vec<_> = blocks.as_array().unwrap().iter().map(|block| block["type"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["heading", "paragraph", "list", "quote", "divider", "list"]);
    assert_eq!(blocks[1]["text"], json!(["Text of two lines", { "type": "break" }, "and a break"]));
    assert_eq!(blocks[2]["items"][1]["blocks"][1]["ordered"], true);
    assert_eq!(blocks[3]["blocks"][1]["type"], "list");
    assert_eq!(line("## A heading"), json!("A heading"));
    assert_eq!(line("#tides"), json!("#tides"));
}

#[test]
fn what_is_endless_ends() {
    for sign in ["*", "**", "_", "[", "> ", "- ", "~~", "`", "[a](", "*a _b ", "\\", "# "] {
        let text = sign.repeat(20_000);
        blocks(&text);
        line(&text);
    }
}
