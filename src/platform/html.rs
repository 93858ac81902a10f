//! The browser's own HTML parser behind [`Html`].
//!
//! What it makes is a document without a window: nothing in it runs, loads or is shown (HTML, §8.5.2).

use super::policy;
use crate::sanitize::quiet::{STYLE, quiet};
use crate::sanitize::{Html, Node};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type DOMParser;
    #[wasm_bindgen(constructor)]
    fn new() -> DOMParser;
    #[wasm_bindgen(method, js_name = parseFromString, catch)]
    fn parse(this: &DOMParser, html: &JsValue, mime: &str) -> Result<ParsedDocument, JsValue>;
    /// Does not run either, and drops what could; not in every engine.
    #[wasm_bindgen(js_namespace = Document, js_name = parseHTML, catch)]
    fn parse_html(html: &str) -> Result<ParsedDocument, JsValue>;

    // Everything is asked of the prototypes (`final`), because an element that is named like a property hides that of a
    // document or a form: `<img name=body>`, `<form><input name=firstChild>` (HTML, §3.1.6 and §4.10.3).
    #[wasm_bindgen(js_name = Document)]
    type ParsedDocument;
    #[wasm_bindgen(method, getter, final, js_class = Document)]
    fn body(this: &ParsedDocument) -> Option<TreeNode>;

    /// A node, bound by hand: one call each, and no error path.
    #[derive(Clone)]
    #[wasm_bindgen(js_name = Node)]
    type TreeNode;
    #[wasm_bindgen(method, getter, final, js_class = Node, js_name = nodeType)]
    fn kind(this: &TreeNode) -> u16;
    #[wasm_bindgen(method, getter, final, js_class = Node, js_name = nodeName)]
    fn node_name(this: &TreeNode) -> String;
    #[wasm_bindgen(method, getter, final, js_class = Node, js_name = firstChild)]
    fn child(this: &TreeNode) -> Option<TreeNode>;
    #[wasm_bindgen(method, getter, final, js_class = Node, js_name = nextSibling)]
    fn sibling(this: &TreeNode) -> Option<TreeNode>;
    #[wasm_bindgen(method, getter, js_name = data)]
    fn data(this: &TreeNode) -> String;

    #[wasm_bindgen(js_name = Element)]
    type TreeElement;
    #[wasm_bindgen(method, getter, final, js_class = Element, js_name = namespaceURI)]
    fn namespace(this: &TreeElement) -> Option<String>;
    #[wasm_bindgen(method, final, js_class = Element, js_name = hasAttributes)]
    fn has_attributes(this: &TreeElement) -> bool;
    #[wasm_bindgen(method, final, js_class = Element, js_name = getAttribute)]
    fn get_attribute(this: &TreeElement, name: &str) -> Option<String>;
}

const ELEMENT: u16 = 1;
const TEXT: u16 = 3;

/// The parser.
pub(crate) struct Inert;

/// A node of its tree, with what is asked most often: a string that crosses the boundary takes ten times as long.
#[derive(Clone)]
pub(crate) struct InertNode {
    node: TreeNode,
    kind: u16,
    /// An element with attributes; most paragraphs of most articles have none.
    attributed: bool,
}

impl Html for Inert {
    type Node = InertNode;

    fn parse(&self, html: &str) -> Option<InertNode> {
        let html = quiet(html);
        // Where the page allows no policy, a parser that needs none.
        let document = match policy::html(&html) {
            Some(trusted) => DOMParser::new().parse(&trusted, "text/html").ok(),
            None => parse_html(&html).ok(),
        };
        document?.body().map(InertNode::from)
    }
}

impl From<TreeNode> for InertNode {
    fn from(node: TreeNode) -> Self {
        let kind = node.kind();
        let attributed = kind == ELEMENT && node.unchecked_ref::<TreeElement>().has_attributes();
        Self { node, kind, attributed }
    }
}

impl InertNode {
    /// For what only elements are asked.
    fn element(&self) -> &TreeElement {
        self.node.unchecked_ref()
    }
}

impl Node for InertNode {
    fn name(&self) -> Option<String> {
        if self.kind != ELEMENT {
            return None;
        }
        let name = self.node.node_name();
        // Only names of the HTML namespace are told in capitals (DOM, §4.9 "qualified name").
        if name.starts_with(|c: char| c.is_ascii_uppercase()) {
            return Some(name.to_ascii_lowercase());
        }
        let prefix = match self.element().namespace().as_deref() {
            Some("http://www.w3.org/2000/svg") => "svg:",
            Some("http://www.w3.org/1998/Math/MathML") => "math:",
            _ => "",
        };
        Some([prefix, &name.to_ascii_lowercase()].concat())
    }

    fn text(&self) -> Option<String> {
        (self.kind == TEXT).then(|| self.node.data())
    }

    fn attribute(&self, name: &str) -> Option<String> {
        if !self.attributed {
            return None;
        }
        self.element().get_attribute(if name == "style" { STYLE } else { name })
    }

    fn first_child(&self) -> Option<Self> {
        self.node.child().map(Self::from)
    }

    fn next_sibling(&self) -> Option<Self> {
        self.node.sibling().map(Self::from)
    }
}
