//! English.

use super::Message;

/// The texts. Sentence case; typographic quotes, apostrophes and ellipses.
pub(super) fn text(message: Message) -> &'static str {
    match message {
        Message::Loading => "Loading",
        Message::SkipToArticle => "Skip to the article",
        Message::SkipToList => "Skip to the list",
        Message::AllArticles => "All articles",
        Message::By => "By {authors}",
        Message::Updated => "Updated {date}",
        Message::MinutesRead => "{minutes} min read",
        Message::Minutes => "{minutes} min",
        Message::EditContent => "Edit content",
        Message::ExpandAll => "Expand all",
        Message::CollapseAll => "Collapse all",
        Message::ShareArticle => "Share the Article",
        Message::Sharing => "Sharing: {title}",
        Message::ShareScope => "What to share",
        Message::ScopeArticle => "The article",
        Message::ScopeSection => "This section",
        Message::ScopeImage => "This image",
        Message::ScopeSelection => "Selected text",
        Message::ShareSection => "Share this section: {title}",
        Message::SharePicture => "Share this picture",
        Message::ShareSystem => "Share…",
        Message::Email => "E-mail",
        Message::Link => "Link",
        Message::CopyLink => "Copy link",
        Message::Copied => "Copied",
        Message::CopyRefused => "Copying was refused. The link is selected: press Ctrl+C (or ⌘C).",
        Message::ShareFailed => "Sharing didn’t open here. Copy the link instead.",
        Message::MastodonServer => "Your Mastodon server",
        Message::MastodonNoServer => "That isn’t the name of a server, such as mastodon.social.",
        Message::Post => "Post",
        Message::QrCode => "QR code",
        Message::QrCodeOf => "QR code: {title}",
        Message::QrTooLong => "This link is too long for a QR code.",
        Message::PartNotLoaded => "This part of the page didn’t load. Check your connection, then try again.",
        Message::Close => "Close",
        Message::MoreLikeThis => "More like this",
        Message::LoadMore => "Load more",
        Message::LoadingMore => "Loading…",
        Message::NoMoreArticles => "No more articles",
        Message::MoreFailed => "We couldn’t load more articles.",
        Message::ArticlesLoaded => "{count} more articles loaded",
        Message::ReadOn => "Read on",
        Message::ErrorNoLoad => "We couldn’t load this article.",
        Message::ErrorNoArticle => "There is no article at this address.",
        Message::ErrorNoList => "We couldn’t load the list of articles.",
        Message::StillOld => "A newer version couldn’t be loaded. This is the one from before.",
        Message::ErrorOffline => "You seem to be offline. Try again once you are connected.",
        Message::ErrorNetwork => "Its server didn’t answer. Check your connection, then try again.",
        Message::ErrorTimeout => "It took too long to arrive. Try again in a moment.",
        Message::ErrorNotFound => "It may have moved, or the address may be incomplete.",
        Message::ErrorServer => "Its server is having trouble. Try again in a moment.",
        Message::ErrorDenied => "Its server turned the request down.",
        Message::ErrorHtml => "A web page came back in its place.",
        Message::ErrorEmpty => "What came back was empty.",
        Message::ErrorDamaged => "It arrived damaged or incomplete.",
        Message::ErrorTooLarge => "It is larger than this page accepts.",
        Message::ErrorFormat => "What came back is nothing this page can read.",
        Message::ErrorRefused => "This page only shows articles from places its publisher has listed.",
        Message::ErrorAborted => "Loading was stopped before it was done.",
        Message::ErrorCode => "Code: {code}",
        Message::TryAgain => "Try again",
        Message::OpenOriginal => "Open the original",
        Message::Footnotes => "Notes",
        Message::Footnote => "Footnote {n}",
        Message::FootnoteBack => "Back to reference {n}",
        Message::Copy => "Copy",
        Message::CodeRegion => "Code, scrolls sideways",
        Message::TableRegion => "Table, scrolls sideways",
        Message::PlayVideo => "Play the video from {host}",
        Message::PlayAudio => "Play the recording from {host}",
        Message::OpenAt => "Open at {host}",
        Message::NothingLoaded => "Nothing is loaded from {host} until you ask.",
        Message::ImageMissing => "Image not available",
        Message::TaskDone => "Done",
        Message::TaskNotDone => "Not done",
        Message::Correction => "Correction",
        Message::Update => "Update",
        Message::EditorsNote => "Editor’s note",
        Message::Rating => "{value} out of {best}",
        Message::Paywall => "The rest of this article is for subscribers.",
        Message::Download => "Download",
        Message::Bytes => "{size} bytes",
        Message::Kilobytes => "{size} kB",
        Message::Megabytes => "{size} MB",
        Message::Diagnostics => "{count} notes on this article",
    }
}

/// The texts about one thing, where they differ.
pub(super) fn counted(message: Message, count: u32) -> &'static str {
    match (message, count) {
        (Message::ArticlesLoaded, 1) => "{count} more article loaded",
        (Message::Bytes, 1) => "{size} byte",
        (Message::Diagnostics, 1) => "{count} note on this article",
        _ => text(message),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wording_that_was_asked_for_is_kept() {
        assert_eq!(text(Message::ShareArticle), "Share the Article");
        assert_eq!(text(Message::Sharing), "Sharing: {title}");
        assert_eq!(text(Message::EditContent), "Edit content");
        assert_eq!(text(Message::NoMoreArticles), "No more articles");
    }

    #[test]
    fn typewriter_quotes_and_dots_do_not_appear() {
        for &message in Message::ALL {
            let text = text(message);
            assert!(!text.contains(['\'', '"']) && !text.contains("..."), "{text}");
        }
    }
}
