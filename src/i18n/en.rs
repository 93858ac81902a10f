//! English.

use super::{Later, Message};

/// The texts that may be said from the start; `count` is how many things one is about. Sentence case; typographic quotes,
/// apostrophes and ellipses.
pub(super) fn text(message: Message, count: Option<u32>) -> &'static str {
    match (message, count) {
        (Message::Loading, _) => "Loading",
        (Message::SkipToArticle, _) => "Skip to the article",
        (Message::SkipToList, _) => "Skip to the list",
        (Message::AllArticles, _) => "All articles",
        (Message::By, _) => "By {authors}",
        (Message::Updated, _) => "Updated {date}",
        (Message::MinutesRead, _) => "{minutes} min read",
        (Message::Minutes, _) => "{minutes} min",
        (Message::EditContent, _) => "Edit content",
        (Message::ExpandAll, _) => "Expand all",
        (Message::CollapseAll, _) => "Collapse all",
        (Message::Settings, _) => "Reading settings",
        (Message::Contents, _) => "Contents",
        (Message::ShareArticle, _) => "Share the Article",
        (Message::ShareSection, _) => "Share this section: {title}",
        (Message::SharePicture, _) => "Share this picture",
        (Message::PartNotLoaded, _) => "This part of the page didn’t load. Check your connection, then try again.",
        (Message::MoreFailed, _) => "We couldn’t load more articles.",
        (Message::ErrorNoLoad, _) => "We couldn’t load this article.",
        (Message::ErrorNoArticle, _) => "There is no article at this address.",
        (Message::ErrorNoList, _) => "We couldn’t load the list of articles.",
        (Message::StillOld, _) => "A newer version couldn’t be loaded. This is the one from before.",
        (Message::ErrorOffline, _) => "You seem to be offline. Try again once you are connected.",
        (Message::ErrorNetwork, _) => "Its server didn’t answer. Check your connection, then try again.",
        (Message::ErrorTimeout, _) => "It took too long to arrive. Try again in a moment.",
        (Message::ErrorNotFound, _) => "It may have moved, or the address may be incomplete.",
        (Message::ErrorServer, _) => "Its server is having trouble. Try again in a moment.",
        (Message::ErrorDenied, _) => "Its server turned the request down.",
        (Message::ErrorHtml, _) => "A web page came back in its place.",
        (Message::ErrorEmpty, _) => "What came back was empty.",
        (Message::ErrorDamaged, _) => "It arrived damaged or incomplete.",
        (Message::ErrorTooLarge, _) => "It is larger than this page accepts.",
        (Message::ErrorFormat, _) => "What came back is nothing this page can read.",
        (Message::ErrorRefused, _) => "This page only shows articles from places its publisher has listed.",
        (Message::ErrorAborted, _) => "Loading was stopped before it was done.",
        (Message::ErrorCode, _) => "Code: {code}",
        (Message::TryAgain, _) => "Try again",
        (Message::OpenOriginal, _) => "Open the original",
        (Message::Footnote, _) => "Footnote {n}",
        (Message::ImageMissing, _) => "Image not available",
        (Message::TaskDone, _) => "Done",
        (Message::TaskNotDone, _) => "Not done",
    }
}

/// The texts of what is loaded later.
pub(super) fn later(message: Later, count: Option<u32>) -> &'static str {
    match (message, count) {
        (Later::Sharing, _) => "Sharing: {title}",
        (Later::ShareScope, _) => "What to share",
        (Later::ScopeArticle, _) => "The article",
        (Later::ScopeSection, _) => "This section",
        (Later::ScopeImage, _) => "This image",
        (Later::ScopeSelection, _) => "Selected text",
        (Later::ShareSystem, _) => "Share…",
        (Later::Email, _) => "E-mail",
        (Later::Link, _) => "Link",
        (Later::CopyLink, _) => "Copy link",
        (Later::Copied, _) => "Copied",
        (Later::CopyRefused, _) => "Copying was refused. The link is selected: press Ctrl+C (or ⌘C).",
        (Later::ShareFailed, _) => "Sharing didn’t open here. Copy the link instead.",
        (Later::MastodonServer, _) => "Your Mastodon server",
        (Later::MastodonNoServer, _) => "That isn’t the name of a server, such as mastodon.social.",
        (Later::Post, _) => "Post",
        (Later::QrCode, _) => "QR code",
        (Later::QrCodeOf, _) => "QR code: {title}",
        (Later::QrTooLong, _) => "This link is too long for a QR code.",
        (Later::Close, _) => "Close",
        (Later::MoreLikeThis, _) => "More like this",
        (Later::LoadMore, _) => "Load more",
        (Later::LoadingMore, _) => "Loading…",
        (Later::NoMoreArticles, _) => "No more articles",
        (Later::ArticlesLoaded, Some(1)) => "{count} more article loaded",
        (Later::ArticlesLoaded, _) => "{count} more articles loaded",
        (Later::ReadOn, _) => "Read on",
        (Later::Footnotes, _) => "Notes",
        (Later::FootnoteBack, _) => "Back to reference {n}",
        (Later::Copy, _) => "Copy",
        (Later::CodeRegion, _) => "Code, scrolls sideways",
        (Later::TableRegion, _) => "Table, scrolls sideways",
        (Later::PlayVideo, _) => "Play the video from {host}",
        (Later::PlayAudio, _) => "Play the recording from {host}",
        (Later::OpenAt, _) => "Open at {host}",
        (Later::NothingLoaded, _) => "Nothing is loaded from {host} until you ask.",
        (Later::Correction, _) => "Correction",
        (Later::Update, _) => "Update",
        (Later::EditorsNote, _) => "Editor’s note",
        (Later::Rating, _) => "{value} out of {best}",
        (Later::Paywall, _) => "The rest of this article is for subscribers.",
        (Later::Download, _) => "Download",
        (Later::Bytes, Some(1)) => "{size} byte",
        (Later::Bytes, _) => "{size} bytes",
        (Later::Kilobytes, _) => "{size} kB",
        (Later::Megabytes, _) => "{size} MB",
        (Later::Diagnostics, Some(1)) => "{count} note on this article",
        (Later::Diagnostics, _) => "{count} notes on this article",
        (Later::Theme, _) => "Theme",
        (Later::ThemeAuto, _) => "Automatic",
        (Later::ThemeLight, _) => "Light",
        (Later::ThemeDark, _) => "Dark",
        (Later::ThemeSepia, _) => "Sepia",
        (Later::ThemeContrast, _) => "High contrast",
        (Later::TextSize, _) => "Text size",
        (Later::Smaller, _) => "Smaller text",
        (Later::Larger, _) => "Larger text",
        (Later::Typeface, _) => "Typeface",
        (Later::FaceSerif, _) => "Serif",
        (Later::FaceSans, _) => "Sans serif",
        (Later::FaceLegible, _) => "Easy to tell apart",
        (Later::LineSpacing, _) => "Line spacing",
        (Later::LetterSpacing, _) => "Letter spacing",
        (Later::LineLength, _) => "Line length",
        (Later::Less, _) => "Less",
        (Later::Normal, _) => "Normal",
        (Later::More, _) => "More",
        (Later::Alignment, _) => "Alignment",
        (Later::AlignStart, _) => "Ragged",
        (Later::AlignBoth, _) => "Justified",
        (Later::ResetSettings, _) => "Back to the original settings",
        (Later::Enlarge, _) => "Enlarge the picture",
        (Later::PreviousPicture, _) => "Previous picture",
        (Later::NextPicture, _) => "Next picture",
        (Later::PictureOf, _) => "Picture {n} of {count}",
        (Later::Zoom, _) => "Actual size",
        (Later::CopyAs, _) => "Copy as…",
        (Later::CopyTextRefused, _) => "Copying was refused. The text is selected: press Ctrl+C (or ⌘C).",
        (Later::TextMessage, _) => "Text message",
        (Later::Print, _) => "Print",
        (Later::MoreTargets, _) => "More",
        (Later::CopiedFor, _) => "Copied. Paste it into {name}.",
        (Later::ShareSelection, _) => "Share the selection",
        (Later::NextArticle, _) => "Next article",
        (Later::WordSpacing, _) => "Word spacing",
        (Later::ParagraphSpacing, _) => "Paragraph spacing",
        (Later::Motion, _) => "Motion",
        (Later::MotionNone, _) => "None",
        (Later::Keys, _) => "Keyboard shortcuts",
        (Later::UseKeys, _) => "Use these keys",
        (Later::NextSection, _) => "Next section",
        (Later::PreviousSection, _) => "Previous section",
        (Later::BackToTop, _) => "Back to top",
        (Later::Listen, _) => "Listen",
        (Later::ListenHere, _) => "Listen from here",
        (Later::Play, _) => "Play",
        (Later::Pause, _) => "Pause",
        (Later::NextSentence, _) => "Next sentence",
        (Later::PreviousSentence, _) => "Previous sentence",
        (Later::Speed, _) => "Speed",
        (Later::Voice, _) => "Voice",
        (Later::ListenFailed, _) => "Reading aloud stopped. Try again, or choose another voice.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wording_that_was_asked_for_is_kept() {
        assert_eq!(text(Message::ShareArticle, None), "Share the Article");
        assert_eq!(later(Later::Sharing, None), "Sharing: {title}");
        assert_eq!(text(Message::EditContent, None), "Edit content");
        assert_eq!(later(Later::NoMoreArticles, None), "No more articles");
    }

    #[test]
    fn typewriter_quotes_and_dots_do_not_appear() {
        let now = Message::ALL.iter().map(|&message| text(message, None));
        for text in now.chain(Later::ALL.iter().map(|&message| later(message, None))) {
            assert!(!text.contains(['\'', '"']) && !text.contains("..."), "{text}");
        }
    }
}
