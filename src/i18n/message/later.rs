//! The texts that nobody is told before the article shows.

use super::Message;

messages! {
    /// A text that only parts of the program say which are loaded when they are wanted; so is its English.
    Later from Message::ALL.len();

    // Sharing.
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
    /// More cards came; announced.
    ArticlesLoaded(count),
    /// Follows a teaser.
    ReadOn,

    // In the text.
    /// Heading over the footnotes.
    Footnotes,
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

    // For publishers.
    /// How many things could not be shown as they were written.
    Diagnostics(count),

    // Settings for reading.
    /// Name of the choice of colours.
    Theme,
    /// As the system has it.
    ThemeAuto,
    /// Dark on light.
    ThemeLight,
    /// Light on dark.
    ThemeDark,
    /// Brown on cream.
    ThemeSepia,
    /// As much contrast as there is.
    ThemeContrast,
    /// Name of the choice of a size.
    TextSize,
    /// One size down.
    Smaller,
    /// One size up.
    Larger,
    /// Name of the choice of a typeface.
    Typeface,
    /// With serifs.
    FaceSerif,
    /// Without.
    FaceSans,
    /// One whose letters are hard to take for one another.
    FaceLegible,
    /// Name of the choice between the next three, for the room between lines.
    LineSpacing,
    /// The same for the room between letters.
    LetterSpacing,
    /// The same for how long a line gets.
    LineLength,
    /// Less than usual.
    Less,
    /// As usual.
    Normal,
    /// More than usual.
    More,
    /// Name of the choice between the next two.
    Alignment,
    /// Lines end where their words do.
    AlignStart,
    /// Lines end below one another.
    AlignBoth,
    /// Takes back every choice.
    ResetSettings,

    // Pictures, large.
    /// Name of the button at a picture.
    Enlarge,
    /// Goes one back.
    PreviousPicture,
    /// Goes one on.
    NextPicture,
    /// Which one it is.
    PictureOf(n, count),
    /// As many pixels as it has.
    Zoom,
    /// Discloses the forms to copy in.
    CopyAs,
    /// Where the browser did not let a text be copied.
    CopyTextRefused,
    /// A target: SMS.
    TextMessage,
    /// A target: paper.
    Print,
    /// Shows the targets that are seldom wanted.
    MoreTargets,
    /// Everything is on the clipboard, for a place that takes no address.
    CopiedFor(name),
    /// Name of the button at a selected text.
    ShareSelection,
    /// Stands over an article that follows another.
    NextArticle,

    // More to choose.
    /// Name of the choice between as usual and more, for the room between words.
    WordSpacing,
    /// The same for the room between paragraphs.
    ParagraphSpacing,
    /// Name of the choice whether what opens and changes moves.
    Motion,
    /// It does not.
    MotionNone,

    // Keys.
    /// Name of the button and title of the list of keys.
    Keys,
    /// Whether they do anything.
    UseKeys,
    /// What a key does: goes on by a section.
    NextSection,
    /// Goes back by one.
    PreviousSection,
    /// Goes to where the article begins.
    BackToTop,

    // Read aloud.
    /// Name of the button that has the article read aloud, and of the player.
    Listen,
    /// Has it read aloud from the selection on.
    ListenHere,
    /// Goes on reading aloud.
    Play,
    /// Stops it for a while.
    Pause,
    /// Reads the next one.
    NextSentence,
    /// Reads the one before.
    PreviousSentence,
    /// Name of the choice how fast.
    Speed,
    /// Name of the choice of a voice.
    Voice,
    /// The engine stopped reading.
    ListenFailed,

    // When it cannot be had, or is newer than what is read.
    /// Over a copy of an earlier visit.
    OldCopy(age),
    /// Leads to what is new.
    Updates(count),
    /// Marks what has come since.
    NewPart,
    /// Marks what has been changed since.
    ChangedPart,
    /// Shows another version.
    Revised,

    // Kept by readers.
    /// How far that is.
    Saving(n, count),
    /// It is kept, with its size.
    Saved(size),
    /// It is not kept.
    SaveFailed,
    /// Heading over what is kept.
    SavedArticles,
    /// Keeps it no longer.
    RemoveSaved(title),
    /// Keeps all of a list.
    SaveAll,
}
