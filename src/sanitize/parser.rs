//! html5ever behind [`Html`], for everything that is not a browser.

use super::{Html, Node};
use scraper::{Html as Tree, node::Node as Kind};
use std::rc::Rc;

/// The parser.
#[derive(Debug, Clone, Copy, Default)]
pub struct Html5ever;

/// A node of its tree.
#[derive(Clone)]
pub struct TreeNode {
    tree: Rc<Tree>,
    id: ego_tree::NodeId,
}

impl Html for Html5ever {
    type Node = TreeNode;

    fn parse(&self, html: &str) -> Option<TreeNode> {
        // What opens a body might else be put into a head, `noscript` for one.
        let tree = Rc::new(Tree::parse_document(&["<body>", html].concat()));
        let elements = tree.root_element().children().collect::<Vec<_>>();
        let body = elements.into_iter().find(|node| node.value().as_element().is_some_and(|e| e.name() == "body"))?;
        let id = body.id();
        Some(TreeNode { tree, id })
    }
}

impl TreeNode {
    fn kind(&self) -> Option<&Kind> {
        self.tree.tree.get(self.id).map(|node| node.value())
    }

    fn at(&self, id: ego_tree::NodeId) -> Self {
        Self { tree: self.tree.clone(), id }
    }
}

impl Node for TreeNode {
    fn name(&self) -> Option<String> {
        let name = &self.kind()?.as_element()?.name;
        let prefix = match name.ns.as_ref() {
            "http://www.w3.org/2000/svg" => "svg:",
            "http://www.w3.org/1998/Math/MathML" => "math:",
            _ => "",
        };
        Some([prefix, &name.local.to_ascii_lowercase()].concat())
    }

    fn text(&self) -> Option<String> {
        self.kind()?.as_text().map(|text| text.to_string())
    }

    fn attribute(&self, name: &str) -> Option<String> {
        self.kind()?.as_element()?.attr(name).map(str::to_owned)
    }

    fn first_child(&self) -> Option<Self> {
        // A template's content is a document of its own.
        let node = self.tree.tree.get(self.id)?;
        let child = node.first_child().filter(|child| !child.value().is_fragment())?;
        // This parser takes `noscript` for text, as a browser does that runs scripts; where none run, it is parsed.
        if node.value().as_element().is_some_and(|element| element.name() == "noscript")
            && let Some(markup) = child.value().as_text()
        {
            return Html5ever.parse(markup)?.first_child();
        }
        Some(self.at(child.id()))
    }

    fn next_sibling(&self) -> Option<Self> {
        Some(self.at(self.tree.tree.get(self.id)?.next_sibling()?.id()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_walked_by_names_and_texts() {
        let body = Html5ever.parse("<P title=x>a<svg><a/></svg><template>no</template><noscript><i>").unwrap();
        assert_eq!(body.name().as_deref(), Some("body"));
        let p = body.first_child().unwrap();
        assert_eq!(p.attribute("title").as_deref(), Some("x"));
        let text = p.first_child().unwrap();
        assert_eq!(text.text().as_deref(), Some("a"));
        let svg = text.next_sibling().unwrap();
        assert_eq!(svg.name().as_deref(), Some("svg:svg"));
        assert_eq!(svg.first_child().and_then(|a| a.name()).as_deref(), Some("svg:a"));
        let template = svg.next_sibling().unwrap();
        assert_eq!(template.name().as_deref(), Some("template"));
        assert!(template.first_child().is_none());
        let noscript = template.next_sibling().unwrap();
        assert_eq!(noscript.first_child().and_then(|i| i.name()).as_deref(), Some("i"));
    }
}
