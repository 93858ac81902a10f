//! Formulas.

use super::media::is_false;
use serde::Serialize;

/// A formula.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Math {
    /// Plain reading.
    pub text: String,
    /// TeX source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tex: Option<String>,
    /// Its parts (MathML Core, §3), of [`MATH_TAGS`] only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tree: Vec<MathNode>,
    /// On a line of its own.
    #[serde(skip_serializing_if = "is_false")]
    pub display: bool,
}

/// A part of a formula.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MathNode {
    /// One of [`MATH_TAGS`].
    pub tag: &'static str,
    /// What a leaf says.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What it holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<MathNode>,
}

/// The elements that a formula may use (MathML Core, §3): none loads, links or runs anything.
pub const MATH_TAGS: [&str; 18] = [
    "mi",
    "mn",
    "mo",
    "mtext",
    "mspace",
    "mrow",
    "mfrac",
    "msqrt",
    "mroot",
    "msub",
    "msup",
    "msubsup",
    "munder",
    "mover",
    "munderover",
    "mtable",
    "mtr",
    "mtd",
];
