//! The rules of the house that a compiler does not hold.
//!
//! 1. [`source`] walks the repository; a [`Source`] is one file, with or without what ships nowhere: tests, comments.
//! 2. Each rule is a function from a file to its [`Findings`], tried on a planted violation and on what looks like one.
//! 3. [`holds`] runs a rule over the files it is for and fails with `file:line` of each finding.

mod source;

use source::{Findings, Source, finds, holds, lines_with, lines_with_words};

/// Most lines of a file.
const MAX_LINES: usize = 320;

/// Which modules of the crate a module may name; one that is not listed may name all. Data moves from left to right:
/// `model ← sanitize ← ingest ← platform ← render ← state ← components ← embed, app`.
const MAY_NAME: [(&str, &[&str]); 9] = [
    ("model", &["model"]),
    ("sanitize", &["sanitize", "model"]),
    ("ingest", &["ingest", "sanitize", "model", "error"]),
    ("related", PURE),
    ("share", PURE),
    ("i18n", PURE),
    ("config", PURE),
    ("preferences", PURE),
    ("error", PURE),
];
const PURE: &[&str] = &["model", "related", "share", "i18n", "config", "preferences", "error"];

/// Which modules of the crate a module may not name.
const MAY_NOT_NAME: [(&str, &[&str]); 4] = [
    ("platform", &["render", "state", "components", "app", "embed"]),
    ("render", &["components", "app", "embed"]),
    ("state", &["components", "app", "embed"]),
    ("components", &["app", "embed"]),
];

const BROWSER: &[&str] = &["leptos", "leptos_router", "web_sys", "js_sys", "wasm_bindgen", "gloo_net"];

/// Where markup would become nodes.
const SINKS: [&str; 10] = [
    "inner_html",
    "insert_adjacent_html",
    "outer_html",
    "document.write",
    "document().write",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "setHTMLUnsafe",
    "createContextualFragment",
];

const NAMELESS: [&str; 7] = ["utils", "util", "helpers", "helper", "misc", "common", "mod"];

fn long(source: &Source) -> Findings {
    let lines = source.text.lines().count();
    let over = lines > MAX_LINES && source.is(&["rs", "css", "js", "mjs", "sh"]);
    if over { vec![(MAX_LINES + 1, format!("{lines} lines, at most {MAX_LINES}"))] } else { Vec::new() }
}

#[test]
fn no_file_is_long() {
    finds(long, "style/a.css", &"\n".repeat(321), &[321]);
    finds(long, "tools/a.sh", &"\n".repeat(320), &[]);
    finds(long, "docs/a.md", &"\n".repeat(999), &[]);
    holds(long);
}

/// The modules of the crate that a file names, with the line: `crate::a`, `crate::{a::b, c}`, `super::a` from the top.
fn named(code: &str, depth: usize) -> Vec<(usize, &str)> {
    let to_root = "super::".repeat(depth);
    let mut named = Vec::new();
    for path in ["crate::", &to_root] {
        for (at, _) in code.match_indices(path) {
            // A longer chain of `super` is found at its own start; `pub(in crate::…)` names no other module.
            if code[..at].ends_with("super::") || code[..at].ends_with("::") {
                continue;
            }
            let (line, rest) = (1 + code[..at].matches('\n').count(), &code[at + path.len()..]);
            let Some(group) = rest.strip_prefix('{') else {
                named.push((line, identifier(rest)));
                continue;
            };
            let (mut level, mut fresh) = (0, true);
            for (at, c) in group.char_indices() {
                match c {
                    '{' => level += 1,
                    '}' if level == 0 => break,
                    '}' => level -= 1,
                    ',' if level == 0 => fresh = true,
                    _ if fresh && !c.is_whitespace() => {
                        named.push((line + group[..at].matches('\n').count(), identifier(&group[at..])));
                        fresh = false;
                    }
                    _ => {}
                }
            }
        }
    }
    named.sort_unstable();
    named
}

fn identifier(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())]
}

fn backwards(source: &Source) -> Findings {
    let Some((module, depth)) = source.module() else { return Vec::new() };
    let may = MAY_NAME.iter().find(|(name, _)| *name == module).map(|(_, may)| *may);
    let may_not = MAY_NOT_NAME.iter().find(|(name, _)| *name == module).map_or(&[] as &[&str], |(_, may_not)| *may_not);
    let code = source.shipped();
    let wrong = |name: &str| !name.is_empty() && may.is_some_and(|may| !may.contains(&name)) || may_not.contains(&name);
    let wrong = named(&code, depth).into_iter().filter(|(_, name)| wrong(name));
    wrong.map(|(line, name)| (line, format!("`{module}` must not know `{name}`"))).collect()
}

#[test]
fn imports_go_one_way() {
    finds(backwards, "src/model.rs", "mod a;\nuse crate::ingest::Json;", &[2]);
    finds(backwards, "src/model/url.rs", "use super::super::{\n    model::Text,\n    state::{app, X},\n};", &[3]);
    finds(backwards, "src/related.rs", "fn f() { super::platform::go() }", &[1]);
    finds(backwards, "src/state.rs", "use crate::{model::{Text, app}, components};", &[1]);
    finds(backwards, "src/components/cards.rs", "use super::app::X;\nuse crate::embed;", &[2]);
    finds(
        backwards,
        "src/ingest.rs",
        "use crate::model::{Text, state};\n\n#[cfg(test)]\nmod tests { use crate::app; }",
        &[],
    );
    finds(backwards, "src/app.rs", "use crate::{components, state};", &[]);
    holds(backwards);
}

fn impure(source: &Source) -> Findings {
    match source.module() {
        Some((module, _)) if MAY_NAME.iter().any(|(name, _)| *name == module) => {
            lines_with_words(&source.shipped(), BROWSER)
        }
        Some(("platform", _)) => lines_with_words(&source.shipped(), &BROWSER[..2]),
        _ => Vec::new(),
    }
}

#[test]
fn the_core_knows_no_browser() {
    finds(impure, "src/share/fragment.rs", "// leptos\nuse web_sys::Url;\nlet leptosy = 1;", &[2]);
    finds(impure, "src/platform/dom.rs", "use web_sys::Url;\nuse leptos::prelude::*;", &[2]);
    finds(impure, "src/app.rs", "use leptos::prelude::*;", &[]);
    holds(impure);
}

fn careless(source: &Source) -> Findings {
    if !source.path.starts_with("src/") {
        return Vec::new();
    }
    lines_with(&source.shipped(), &[".unwrap()", ".expect(", ":?}", ":#?}", "dbg!("])
}

#[test]
fn what_ships_neither_unwraps_nor_prints_debug() {
    finds(careless, "src/a.rs", "a.unwrap();\nb.expect(\"c\");\nd.unwrap_or(1);\n/// `{:?}`\n#[expect(e)]", &[1, 2]);
    finds(
        careless,
        "src/a.rs",
        "f!(\"{:?}\", 1);\nf!(\"{a:#?}\");\nf!(\"{a:>3}?\")\n#[cfg(test)]\nmod t { a.unwrap() }",
        &[1, 2],
    );
    finds(careless, "src/a/tests.rs", "a.unwrap();", &[]);
    holds(careless);
}

fn markup(source: &Source) -> Findings {
    let looked_at = source.path.starts_with("src/") || source.path.starts_with("public/") && source.is(&["js", "mjs"]);
    if looked_at { lines_with(&source.shipped(), &SINKS) } else { Vec::new() }
}

#[test]
fn no_markup_becomes_nodes() {
    finds(markup, "src/a.rs", "el.set_inner_html(x);\n// inner_html", &[1]);
    finds(markup, "public/a.js", "let a = 'https://b'; c.outerHTML = d;\ne.textContent = f", &[1]);
    holds(markup);
}

/// Declarations that name a side of the screen instead of a side of the text.
fn physical(source: &Source) -> Findings {
    let mut findings = Vec::new();
    if !source.path.starts_with("style/") || !source.is(&["css"]) {
        return findings;
    }
    let (code, mut line) = (source.shipped(), 1);
    let side = |word: &str| word == "left" || word == "right";
    for declaration in code.split_inclusive(['{', '}', ';']) {
        let start = line + declaration[..declaration.len() - declaration.trim_start().len()].matches('\n').count();
        line += declaration.matches('\n').count();
        // What ends in `{` is a selector or a condition.
        let Some((property, value)) = declaration.trim().split_once(':').filter(|_| !declaration.ends_with('{')) else {
            continue;
        };
        let aligns = ["text-align", "text-align-last", "float", "clear", "caption-side"].contains(&property.trim());
        let by_value = aligns && value.split(|c: char| !c.is_alphanumeric()).any(side);
        if !property.starts_with("--") && (property.trim().split('-').any(side) || by_value) {
            findings.push((start, format!("`{}` is physical", declaration.trim())));
        }
    }
    findings
}

#[test]
fn styles_are_logical() {
    let planted = "a { margin-left: 0;\n text-align: right }\nb {\n  left:\n 0; float: left }\n\
        c:is(.left) { border-top-left-radius: 0 }";
    finds(physical, "style/a.css", planted, &[1, 2, 4, 5, 6]);
    let innocent =
        "/* left: 0;\n */ .left:hover { --left: 0; inset-inline-start: 0; transform-origin: left; text-align: start }";
    finds(physical, "style/a.css", innocent, &[]);
    holds(physical);
}

/// Selectors of whatever follows an element that no class names: with one, Chromium styles all that comes after whenever an
/// element is inserted, a quarter of a second in a book.
fn broad(source: &Source) -> Findings {
    let mut findings = Vec::new();
    if !source.path.starts_with("style/") || !source.is(&["css"]) {
        return findings;
    }
    let whatever = ["+ *", "~ *", "+ :where(*)", "~ :where(*)"];
    for (at, line) in source.shipped().lines().enumerate() {
        for selector in whatever.iter().flat_map(|whatever| line.match_indices(whatever)) {
            let before = line[..selector.0].trim_end().rsplit(['>', '{', '}', ';']).next().unwrap_or_default();
            let named = |name: &str| name.contains('.') || name.trim() == "&";
            if !before.trim().trim_start_matches(":where(").split(", ").all(named) {
                findings.push((at + 1, format!("`{} {}` is slow", before.trim(), selector.1)));
            }
        }
    }
    findings
}

#[test]
fn styles_are_narrow() {
    let planted = "a > * + * {}\n:where(.b, figure) + :where(*) {}\n.c > h2 ~ * {}";
    finds(broad, "style/a.css", planted, &[1, 2, 3]);
    finds(broad, "style/a.css", ".a + * {}\n.b > :where(.c, h3.d) + :where(*) {}\n& + .e {}\nli + li {}", &[]);
    holds(broad);
}

fn unfinished(source: &Source) -> Findings {
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
    let written = source.is(&["rs", "css", "js", "mjs", "sh", "html", "md", "toml"]);
    if written { lines_with_words(&source.text, &marks) } else { Vec::new() }
}

#[test]
fn nothing_is_left_for_later() {
    finds(unfinished, "src/a.rs", concat!("//\n// FIX", "ME: b"), &[2]);
    finds(unfinished, "docs/a.md", concat!("TO", "DOS and XX", "XL"), &[]);
    holds(unfinished);
}

fn nameless(source: &Source) -> Findings {
    let Some(path) = source.path.strip_suffix(".rs") else { return Vec::new() };
    let by_path = path.split('/').find(|part| NAMELESS.contains(part));
    let mut findings: Findings =
        by_path.map(|name| (1, format!("`{name}` says nothing of what is in it"))).into_iter().collect();
    for (at, line) in source.text.lines().enumerate() {
        let module = line.split_once("mod ").filter(|(before, _)| matches!(before.trim(), "" | "pub" | "pub(crate)"));
        if module.is_some_and(|(_, name)| NAMELESS.contains(&identifier(name))) {
            findings.push((at + 1, "a module is called by what is in it".to_owned()));
        }
    }
    findings
}

#[test]
fn modules_are_called_by_what_is_in_them() {
    finds(nameless, "src/model/mod.rs", "", &[1]);
    finds(nameless, "src/utils/url.rs", "", &[1]);
    finds(nameless, "src/a.rs", "mod common;\npub mod utilities;\npub(crate) mod misc { }\n// a mod common;", &[1, 3]);
    holds(nameless);
}
