//! The nodes of a document, and the values of their properties.

use crate::ingest::source::{at, first_string, items_at, string_at};
use crate::ingest::{Json, Kind};

/// Properties that hold a list of articles.
const LISTS: [&str; 3] = ["itemListElement", "blogPost", "blogPosts"];

/// Properties by which a node of no article's type is one all the same, the surest first.
const TELLING: [&str; 4] = ["articleBody", "liveBlogUpdate", "headline", "name"];

/// Every node that stands at the top of a document.
pub(super) struct Graph<J> {
    nodes: Vec<J>,
}

impl<J: Json> Graph<J> {
    pub(super) fn new(json: &J) -> Self {
        let mut nodes = Vec::new();
        let tops = match json.kind() {
            Kind::Array => (0..json.len()).filter_map(|index| json.item(index)).collect(),
            _ => vec![json.clone()],
        };
        for top in tops {
            let inner: Vec<J> = ["@graph", "mainEntity"].iter().flat_map(|name| items_at(&top, name)).collect();
            nodes.push(top);
            nodes.extend(inner);
        }
        nodes.retain(|node| node.kind() == Kind::Object);
        Self { nodes }
    }

    /// The first node of an article's type, else the first that has what an article has.
    pub(super) fn article(&self) -> Option<J> {
        let typed = self.articles().into_iter().next();
        let told =
            || TELLING.iter().find_map(|name| self.nodes.iter().find(|node| node.field(name).is_some()).cloned());
        typed.or_else(told)
    }

    /// What is listed: the items of the first list, else the articles.
    pub(super) fn listed(&self) -> Vec<J> {
        let nodes = self.nodes.iter().filter(|node| !types(*node).iter().any(|name| name == "BreadcrumbList"));
        let lists = nodes.flat_map(|node| LISTS.iter().map(move |name| self.values(node, name)));
        if let Some(items) = lists.into_iter().find(|items| !items.is_empty()) {
            // An entry of a list holds its item, or says the same of it itself.
            return items
                .into_iter()
                .map(|entry| self.first(&entry, &["item"]).filter(is_object).unwrap_or(entry))
                .collect();
        }
        self.articles()
    }

    /// The nodes of an article's type.
    pub(super) fn articles(&self) -> Vec<J> {
        self.nodes.iter().filter(|node| is_article(*node)).cloned().collect()
    }

    /// The values of a property: one or several, in a container (`@list`, `@set`) or not, each the node that it names.
    pub(super) fn values(&self, node: &J, name: &str) -> Vec<J> {
        let mut values = Vec::new();
        for value in items_at(node, name) {
            match ["@list", "@set"].iter().find(|container| at(&value, container).is_some()) {
                Some(container) => values.extend(items_at(&value, container)),
                None => values.push(value),
            }
        }
        values.into_iter().map(|value| self.named(value)).collect()
    }

    /// The first value of the first of these properties that has one.
    pub(super) fn first(&self, node: &J, names: &[&str]) -> Option<J> {
        names.iter().find_map(|name| self.values(node, name).into_iter().next())
    }

    /// The first value that is text or has a name.
    pub(super) fn text(&self, node: &J, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.values(node, name).iter().find_map(string_of))
    }

    /// The node that a reference (`{"@id": …}`) names, if it is here.
    fn named(&self, value: J) -> J {
        let reference = value.field("@id").filter(|_| first_string(&value, &["name", "url", "contentUrl"]).is_none());
        let Some(id) = reference.and_then(|id| id.string()) else { return value };
        let same = |node: &&J| string_at(*node, "@id").as_deref() == Some(id.as_str()) && node.names().len() > 1;
        self.nodes.iter().find(same).cloned().unwrap_or(value)
    }
}

fn is_object<J: Json>(json: &J) -> bool {
    json.kind() == Kind::Object
}

/// A text, a number, a literal (`@value`), or the name of a thing.
pub(super) fn string_of<J: Json>(value: &J) -> Option<String> {
    let text = value.text().filter(|text| !text.trim().is_empty());
    text.or_else(|| first_string(value, &["@value", "name"]))
}

/// The names of a node's types, without the vocabulary.
pub(super) fn types<J: Json>(node: &J) -> Vec<String> {
    let names = items_at(node, "@type").into_iter().filter_map(|name| name.string());
    names.map(|name| name.rsplit(['/', ':', '#']).next().unwrap_or_default().to_owned()).collect()
}

fn is_article<J: Json>(node: &J) -> bool {
    let kinds = ["Article", "Posting", "Report", "Review"];
    types(node).iter().any(|name| name != "JobPosting" && kinds.iter().any(|kind| name.ends_with(kind)))
}
