//! What stands in a block and holds blocks itself.

use super::media::is_false;
use super::url::Link;
use super::{Block, Text};
use serde::Serialize;

/// An item of a list.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Item {
    /// What it holds.
    pub blocks: Vec<Block>,
    /// A task, done or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked: Option<bool>,
}

/// Terms that share their definitions.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Definition {
    /// What is defined.
    pub terms: Vec<Text>,
    /// How.
    pub definitions: Vec<Column>,
}

/// Blocks without more: a column, a definition.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Column {
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A link with its text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LinkItem {
    /// Where it leads.
    pub href: Link,
    /// What it says.
    pub text: Text,
}

/// An event of a timeline.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Event {
    /// When, as printed.
    pub time: String,
    /// When, for machines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datetime: Option<String>,
    /// What it is called.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub title: Text,
    /// What happened.
    pub blocks: Vec<Block>,
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Table {
    /// Caption.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub caption: Text,
    /// Head rows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub head: Vec<Vec<Cell>>,
    /// Body rows.
    pub body: Vec<Vec<Cell>>,
    /// Foot rows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub foot: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Cell {
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Names its row or column.
    #[serde(skip_serializing_if = "is_false")]
    pub header: bool,
    /// Columns it spans.
    #[serde(skip_serializing_if = "is_one")]
    pub colspan: u32,
    /// Rows it spans.
    #[serde(skip_serializing_if = "is_one")]
    pub rowspan: u32,
    /// Alignment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub align: Option<Align>,
}

fn is_one(value: &u32) -> bool {
    *value <= 1
}

/// Alignment along the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Align {
    Start,
    Center,
    End,
}
