//! Other names for what a policy is held against: nothing else changes, and nothing of it is left.

use super::base;
use crate::sanitize::parser::{Html5ever, TreeNode};
use crate::sanitize::quiet::{STYLE, quiet};
use crate::sanitize::{Html, Node, blocks};
use serde_json::Value;

/// A node whose `style` is where [`quiet`] left it.
#[derive(Clone)]
struct Quiet(TreeNode);

impl Node for Quiet {
    fn name(&self) -> Option<String> {
        self.0.name()
    }

    fn text(&self) -> Option<String> {
        self.0.text()
    }

    fn attribute(&self, name: &str) -> Option<String> {
        self.0.attribute(if name == "style" { STYLE } else { name })
    }

    fn first_child(&self) -> Option<Self> {
        self.0.first_child().map(Self)
    }

    fn next_sibling(&self) -> Option<Self> {
        self.0.next_sibling().map(Self)
    }
}

/// What engines would hold against the policy.
fn loud(html: &str) -> Vec<String> {
    // Where no scripts run, `noscript` is an element like others; this parser takes its content for text.
    let tree = scraper::Html::parse_document(&html.replace("noscript", "no-script"));
    let elements = tree.tree.values().filter_map(scraper::Node::as_element);
    elements
        .flat_map(|element| {
            let sheet = (element.name() == "style").then_some("style").into_iter();
            let names = element.attrs().map(|(name, _)| name);
            sheet.chain(names.filter(|name| *name == "style" || name.starts_with("on"))).map(str::to_owned)
        })
        .collect()
}

fn is_the_same_but_quiet(html: &str) {
    let spoken = quiet(html);
    assert_eq!(loud(&spoken), [] as [&str; 0], "{html}\nbecame {spoken}");
    let before = blocks(&Html5ever.parse(html).unwrap(), &base());
    let after = blocks(&Quiet(Html5ever.parse(&spoken).unwrap()), &base());
    assert_eq!(before.blocks, after.blocks, "{html}\nbecame {spoken}");
}

#[test]
fn names_change_in_tags_alone() {
    for (html, expected) in [
        ("<p style=\"color: red\" onclick=x()>a</p>", "<p data-style=\"color: red\" data-onclick=x()>a</p>"),
        ("<P STYLE='a' OnClick = 'b'>", "<P data-STYLE='a' data-OnClick = 'b'>"),
        ("<img/onerror=a/onload=b>", "<img/data-onerror=a/onload=b>"),
        ("<img src=\"a\"onerror=b>", "<img src=\"a\"data-onerror=b>"),
        ("<img title='>' onerror=b alt=\"one>two\">", "<img title='>' data-onerror=b alt=\"one>two\">"),
        ("<style>p { color: red }</style><b style=a>", "<noframes>p { color: red }</noframes><b data-style=a>"),
        ("<p ='x' style=a>", "<p ='x' data-style=a>"),
        ("<p style", "<p data-style"),
        ("<svg><title><i onclick=a></title></svg>", "<svg><title><i data-onclick=a></title></svg>"),
        ("<svg><style>p {}</style></svg>", "<svg><metadata>p {}</metadata></svg>"),
        ("<svg/><title><i onclick=a></title>", "<svg/><title><i onclick=a></title>"),
        ("<math></math><xmp><i onclick=a></xmp>", "<math></math><xmp><i onclick=a></xmp>"),
        ("<é style=a>", "<é style=a>"),
        ("<pé style=é>", "<pé data-style=é>"),
    ] {
        assert_eq!(quiet(html), expected, "{html}");
    }
}

#[test]
fn what_is_no_tag_stays_as_it_is() {
    for html in [
        "a < b style=c > d onclick=e",
        "&lt;p style=a&gt;",
        "<a href=/online/style=1>x</a>",
        "<a href=\"/?a=1 style=b\">x</a>",
        "<!-- <p style=a> --><p>one</p>",
        "<!--><p title=a><!--->",
        "<textarea><p style=a></textarea>",
        "<script>if (a<b) c = '</p><p style=d>'</script>",
        "<styled styles=a>",
        "<",
        "</",
        "<p title='",
        "",
    ] {
        assert_eq!(quiet(html), html);
    }
}

#[test]
fn an_attack_is_the_same_tree_without_the_names() {
    let vectors: Vec<Value> =
        serde_json::from_str(include_str!("../../../tests/fixtures/attacks/vectors.json")).unwrap();
    for vector in &vectors {
        let html = vector["html"].as_str().unwrap();
        is_the_same_but_quiet(html);
        is_the_same_but_quiet(&["<p style=\"text-align: center\">one <b>two</b></p>", html].concat());
        let half = html.char_indices().nth(html.chars().count() / 2).map_or(0, |(at, _)| at);
        quiet(&html[..half]);
    }
}
