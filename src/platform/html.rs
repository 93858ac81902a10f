//! The browser's own HTML parser behind [`Html`].
//!
//! What it makes is a document without a window: nothing in it runs, loads or is shown (HTML, §8.5.2).

use super::policy;
use crate::sanitize::{Html, Node};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type DOMParser;
    #[wasm_bindgen(constructor)]
    fn new() -> DOMParser;
    #[wasm_bindgen(method, js_name = parseFromString, catch)]
    fn parse(this: &DOMParser, html: &JsValue, mime: &str) -> Result<web_sys::Document, JsValue>;
    /// Does not run either, and drops what could; not in every engine.
    #[wasm_bindgen(js_namespace = Document, js_name = parseHTML, catch)]
    fn parse_html(html: &str) -> Result<web_sys::Document, JsValue>;

    /// A node, bound by hand: one call each, and no error path.
    #[derive(Clone)]
    type TreeNode;
    #[wasm_bindgen(method, getter, js_name = nodeType)]
    fn kind(this: &TreeNode) -> u16;
    #[wasm_bindgen(method, getter, js_name = nodeName)]
    fn node_name(this: &TreeNode) -> String;
    #[wasm_bindgen(method, getter, js_name = namespaceURI)]
    fn namespace(this: &TreeNode) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = data)]
    fn data(this: &TreeNode) -> String;
    #[wasm_bindgen(method, js_name = getAttribute)]
    fn get_attribute(this: &TreeNode, name: &str) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = firstChild)]
    fn child(this: &TreeNode) -> Option<TreeNode>;
    #[wasm_bindgen(method, getter, js_name = nextSibling)]
    fn sibling(this: &TreeNode) -> Option<TreeNode>;
}

const ELEMENT: u16 = 1;
const TEXT: u16 = 3;

/// What `style` attributes are called in the tree.
const QUIET_STYLE: &str = "data-style";

/// HTML with other names for its `style` attributes and event handlers. Nothing applies or runs them, but engines hold them
/// against the page's policy as soon as they are parsed, in an inert document too. A tag is what looks like one: at worst, an attribute that is none
/// has its name changed.
fn quiet(html: &str) -> String {
    let mut quiet = String::with_capacity(html.len() + 64);
    let (mut in_tag, mut quote, mut done) = (false, None, 0);
    let bytes = html.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        match (in_tag, quote) {
            (false, _) => {
                let name = at + 1 + usize::from(bytes.get(at + 1) == Some(&b'/'));
                in_tag = byte == b'<' && bytes.get(name).is_some_and(u8::is_ascii_alphabetic);
                if in_tag && is_style(bytes, name) {
                    // Parsed just like it, and dropped just as well.
                    quiet.push_str(&html[done..name]);
                    quiet.push_str("noframes");
                    done = name + 5;
                }
            }
            (true, Some(mark)) => quote = Some(mark).filter(|mark| *mark != byte),
            (true, None) => match byte {
                b'>' => in_tag = false,
                b'"' | b'\'' if at > 0 && matches!(bytes[at - 1], b'=' | b' ' | b'\t' | b'\n') => quote = Some(byte),
                _ if is_loud(bytes, at) => {
                    quiet.push_str(&html[done..at]);
                    quiet.push_str("data-");
                    done = at;
                }
                _ => {}
            },
        }
    }
    quiet.push_str(&html[done..]);
    quiet
}

/// The name of a style sheet's element stands here.
fn is_style(bytes: &[u8], at: usize) -> bool {
    let name = bytes.get(at..at + 5).is_some_and(|name| name.eq_ignore_ascii_case(b"style"));
    name && bytes.get(at + 5).is_none_or(|after| after.is_ascii_whitespace() || matches!(after, b'>' | b'/'))
}

/// An attribute of such a name begins here, inside a tag.
fn is_loud(bytes: &[u8], at: usize) -> bool {
    let starts = |name: &[u8]| bytes.get(at..at + name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    let handler = starts(b"on") && bytes.get(at + 2).is_some_and(u8::is_ascii_alphabetic);
    let after = if handler { Some(&b'=') } else { bytes.get(at + 5) };
    (handler || starts(b"style"))
        && before.is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'"' | b'\''))
        && after.is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'>' | b'/'))
}

/// The parser.
pub(crate) struct Inert;

/// A node of its tree.
#[derive(Clone)]
pub(crate) struct InertNode(TreeNode);

impl Html for Inert {
    type Node = InertNode;

    fn parse(&self, html: &str) -> Option<InertNode> {
        let html = quiet(html);
        // Where the page allows no policy, a parser that needs none.
        let document = match policy::html(&html) {
            Some(trusted) => DOMParser::new().parse(&trusted, "text/html").ok(),
            None => parse_html(&html).ok(),
        };
        Some(InertNode(JsValue::from(document?.body()?).unchecked_into()))
    }
}

impl Node for InertNode {
    fn name(&self) -> Option<String> {
        if self.0.kind() != ELEMENT {
            return None;
        }
        let name = self.0.node_name();
        // Only names of the HTML namespace are told in capitals (DOM, §4.9 "qualified name").
        if name.starts_with(|c: char| c.is_ascii_uppercase()) {
            return Some(name.to_ascii_lowercase());
        }
        let prefix = match self.0.namespace().as_deref() {
            Some("http://www.w3.org/2000/svg") => "svg:",
            Some("http://www.w3.org/1998/Math/MathML") => "math:",
            _ => "",
        };
        Some([prefix, &name.to_ascii_lowercase()].concat())
    }

    fn text(&self) -> Option<String> {
        (self.0.kind() == TEXT).then(|| self.0.data())
    }

    fn attribute(&self, name: &str) -> Option<String> {
        self.0.get_attribute(if name == "style" { QUIET_STYLE } else { name })
    }

    fn first_child(&self) -> Option<Self> {
        self.0.child().map(Self)
    }

    fn next_sibling(&self) -> Option<Self> {
        self.0.sibling().map(Self)
    }
}
