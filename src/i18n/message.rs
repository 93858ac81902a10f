//! The texts, by name.

use super::Text;

/// Declares an enum of texts with the names of what is filled into each. `$first` is the place of the first.
macro_rules! messages {
    ($(#[$about:meta])* $texts:ident from $first:expr; $($(#[$doc:meta])* $name:ident $(($($placeholder:ident),+))?,)+) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $texts {
            $($(#[$doc])* $name,)+
        }

        impl $texts {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// What is filled into it, in no particular order.
            pub fn placeholders(self) -> &'static [&'static str] {
                match self {
                    $(Self::$name => &[$($(stringify!($placeholder)),+)?],)+
                }
            }

            pub(super) const FIRST: usize = $first;
        }
    };
}

mod later;

pub use later::Later;

messages! {
    /// A text of the interface that may be said from the start. What stands in braces in a text is filled in where it is
    /// used.
    Message from 0;

    // Getting there.
    /// While something is on its way.
    Loading,
    /// Link before everything else, on an article.
    SkipToArticle,
    /// Link before everything else, on the list.
    SkipToList,
    /// Link to the list, and its heading.
    AllArticles,

    // Over the article.
    /// The byline.
    By(authors),
    /// When it was last changed.
    Updated(date),
    /// How long the article takes.
    MinutesRead(minutes),
    /// How long a section takes.
    Minutes(minutes),
    /// Link to where the article is edited.
    EditContent,
    /// Opens every section.
    ExpandAll,
    /// Closes every section.
    CollapseAll,
    /// Name of the button and title of the panel.
    Settings,
    /// Name of the table of contents.
    Contents,

    // Sharing.
    /// Name of the button and title of the dialog.
    ShareArticle,
    /// Name of the button at a heading.
    ShareSection(title),
    /// Name of the button at a picture.
    SharePicture,
    /// Name of the button that keeps an article where it can be read without a connection.
    SaveOffline,
    /// A part of the reader, loaded when it is wanted, did not come.
    PartNotLoaded,

    // More to read.
    /// More cards did not come.
    MoreFailed,

    // What went wrong: first the fact, then why.
    /// The article did not come.
    ErrorNoLoad,
    /// There is no such article.
    ErrorNoArticle,
    /// The list of articles did not come.
    ErrorNoList,
    /// Asked for again, the article did not come; the one from before stands.
    StillOld,
    /// No connection.
    ErrorOffline,
    /// No answer.
    ErrorNetwork,
    /// No answer in time.
    ErrorTimeout,
    /// Nothing is there.
    ErrorNotFound,
    /// The server failed.
    ErrorServer,
    /// The server will not.
    ErrorDenied,
    /// A web page came.
    ErrorHtml,
    /// Nothing came.
    ErrorEmpty,
    /// A part came.
    ErrorDamaged,
    /// Too much came.
    ErrorTooLarge,
    /// Something else came.
    ErrorFormat,
    /// The publisher has not listed the place.
    ErrorRefused,
    /// It was called off.
    ErrorAborted,
    /// The stable code of the failure.
    ErrorCode(code),
    /// Asks again.
    TryAgain,
    /// Link to the article on its own site.
    OpenOriginal,

    // In the text.
    /// Name of a reference to a footnote.
    Footnote(n),
    /// In place of a picture that did not come.
    ImageMissing,
    /// A task that is done.
    TaskDone,
    /// A task that is not.
    TaskNotDone,
}

impl Text for Message {
    fn place(self) -> usize {
        Self::FIRST + self as usize
    }

    fn english(self, count: Option<u32>) -> &'static str {
        super::en::text(self, count)
    }
}

impl Text for Later {
    fn place(self) -> usize {
        Self::FIRST + self as usize
    }

    fn english(self, count: Option<u32>) -> &'static str {
        super::en::later(self, count)
    }
}
