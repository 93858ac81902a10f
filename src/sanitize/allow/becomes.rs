//! What an element, a class and a player's address can mean.

use crate::model::block::Role;
use crate::model::inline::Mark;

/// What an element becomes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::sanitize) enum Rule {
    /// Its children, in paragraphs of their own.
    Block(Option<Role>),
    /// Its children, in the line.
    Inline,
    Mark(Mark),
    Heading(u8),
    Break,
    Divider,
    Link,
    Abbr,
    Time,
    /// Overrides direction: becomes an isolated span.
    Override,
    Ruby,
    List(bool),
    Definitions,
    Quote,
    Pre,
    Figure,
    Caption,
    Summary,
    Footer,
    Details,
    Aside,
    Table,
    Image,
    Picture,
    Video,
    Audio,
    Frame,
    Object,
    /// Only its pictures and frames count: they are what scripts would have put there.
    Noscript,
    Math,
    Drawing,
    Input,
    Button,
    /// Never seen: left out with all it holds.
    Unseen,
    /// Seen, but nothing that an article can hold: left out with all it holds, and noted.
    Refused(&'static str),
}

impl Rule {
    /// Stands apart from the text around it.
    pub(in crate::sanitize) fn is_block(self) -> bool {
        let figure = matches!(self, Self::Figure | Self::Caption | Self::Table | Self::Pre | Self::Divider);
        let text = matches!(self, Self::Block(_) | Self::Heading(_) | Self::Quote | Self::Summary | Self::Footer);
        figure || text || matches!(self, Self::List(_) | Self::Definitions | Self::Details | Self::Aside)
    }
}

/// What a class says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sanitize) enum Card {
    /// Each element in it is a column.
    Columns,
    Gallery,
    /// As `figure`.
    Figure,
    /// As `figcaption`, in a figure.
    Caption,
    /// Whom the picture belongs to, in a figure.
    Credit,
    /// What another site shows, perhaps as a bare address.
    Embed,
    /// A pull quote.
    Pull,
    Callout,
    /// The emoji of a callout.
    Icon,
    Toggle,
    /// The title of a toggle or a product.
    Title,
    Bookmark,
    /// A link to another post of the same system.
    Post,
    Button,
    File,
    Product,
    Stars,
    Recording,
    Endnotes,
    /// The interface of a card, which Gatefold has of its own.
    Interface,
    Refused(&'static str),
}

/// How the address of a player holds that of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sanitize) enum Held {
    /// A name, up to the first character that is not of one.
    Name,
    /// Several, with slashes.
    Path,
    /// The whole address, percent-encoded.
    Address,
}
