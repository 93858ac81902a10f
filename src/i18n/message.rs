//! The texts, by name.

/// Declares [`Message`] with the names of what is filled into each.
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident $(($($placeholder:ident),+))?,)+) => {
        /// A text of the interface. What stands in braces in a text is filled in where it is used.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Message {
            $($(#[$doc])* $name,)+
        }

        impl Message {
            /// Every message.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// What is filled into it, in no particular order.
            pub fn placeholders(self) -> &'static [&'static str] {
                match self {
                    $(Self::$name => &[$($(stringify!($placeholder)),+)?],)+
                }
            }
        }
    };
}

messages! {
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

    // Sharing.
    /// Name of the button and title of the dialog.
    ShareArticle,
    /// What is being shared.
    Sharing(title),
    /// Name of the choice between the next four.
    ShareScope,
    /// Share the whole.
    ScopeArticle,
    /// Share the section.
    ScopeSection,
    /// Share the picture.
    ScopeImage,
    /// Share what is selected.
    ScopeSelection,
    /// Name of the button at a heading.
    ShareSection(title),
    /// Name of the button at a picture.
    SharePicture,
    /// Opens the system's own sharing.
    ShareSystem,
    /// Share by e-mail.
    Email,
    /// Name of the field that holds the address.
    Link,
    /// Puts the address on the clipboard.
    CopyLink,
    /// The address is on the clipboard.
    Copied,
    /// The clipboard is out of reach.
    CopyRefused,
    /// The system's own sharing did not open.
    ShareFailed,
    /// Name of the field for one's server.
    MastodonServer,
    /// What was typed is no server.
    MastodonNoServer,
    /// Opens the page there, to post.
    Post,
    /// Opens the address as a code.
    QrCode,
    /// The code, to screen readers.
    QrCodeOf(title),
    /// The address has no code.
    QrTooLong,
    /// A part of the reader, loaded when it is wanted, did not come.
    PartNotLoaded,
    /// Closes a dialog.
    Close,

    // More to read.
    /// Heading over the cards.
    MoreLikeThis,
    /// Asks for more cards.
    LoadMore,
    /// More cards are on their way.
    LoadingMore,
    /// There are no more cards.
    NoMoreArticles,
    /// More cards did not come.
    MoreFailed,
    /// More cards came; announced.
    ArticlesLoaded(count),
    /// Follows a teaser.
    ReadOn,

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
    /// Heading over the footnotes.
    Footnotes,
    /// Name of a reference to a footnote.
    Footnote(n),
    /// Name of the way back from a footnote.
    FootnoteBack(n),
    /// Copies source code.
    Copy,
    /// Name of a stretch of source code that scrolls.
    CodeRegion,
    /// Name of a table that scrolls and has no caption.
    TableRegion,
    /// Loads a film from another site.
    PlayVideo(host),
    /// Loads a recording from another site.
    PlayAudio(host),
    /// Link to what another site shows.
    OpenAt(host),
    /// Why it is not there yet.
    NothingLoaded(host),
    /// In place of a picture that did not come.
    ImageMissing,
    /// A task that is done.
    TaskDone,
    /// A task that is not.
    TaskNotDone,
    /// Label of a correction.
    Correction,
    /// Label of an addition.
    Update,
    /// Label of a remark by the editors.
    EditorsNote,
    /// A rating in words.
    Rating(value, best),
    /// Over the link to the rest of an article that is not free, when the article says nothing itself.
    Paywall,
    /// Fetches a file.
    Download,
    /// A size of less than a kilobyte.
    Bytes(size),
    /// A size in units of 1,000 bytes.
    Kilobytes(size),
    /// A size in units of 1,000,000 bytes.
    Megabytes(size),
    /// How many things could not be shown as they were written.
    Diagnostics(count),
}
