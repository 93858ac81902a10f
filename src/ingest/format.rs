//! Which format a JSON value is in.

/// The formats that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Format {
    Native,
    JsonFeed,
    WordPress,
    Ans,
    AppleNews,
    Ninjs,
    Capi,
    Bbc,
    JsonLd,
    Ghost,
    PortableText,
    EditorJs,
    ProseMirror,
    Lexical,
    Contentful,
    ContentTree,
}

impl Format {
    /// Every format with its name, in the order of detection.
    pub const TABLE: [(Self, &'static str); 16] = [
        (Self::Native, "gatefold"),
        (Self::JsonFeed, "json-feed"),
        (Self::WordPress, "wordpress"),
        (Self::Ans, "ans"),
        (Self::AppleNews, "apple-news"),
        (Self::Ninjs, "ninjs"),
        (Self::Capi, "capi"),
        (Self::Bbc, "bbc"),
        (Self::JsonLd, "json-ld"),
        (Self::Ghost, "ghost"),
        (Self::PortableText, "portable-text"),
        (Self::EditorJs, "editor-js"),
        (Self::ProseMirror, "prosemirror"),
        (Self::Lexical, "lexical"),
        (Self::Contentful, "contentful"),
        (Self::ContentTree, "content-tree"),
    ];

    /// The format of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::TABLE.iter().find(|(_, known)| *known == name).map(|(format, _)| *format)
    }

    /// Its name, as in the option `format`.
    pub fn name(self) -> &'static str {
        Self::TABLE.iter().find(|(format, _)| *format == self).map_or("", |(_, name)| name)
    }
}
