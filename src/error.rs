//! What can go wrong between an address and an article.
//!
//! A [`LoadError`] is told three times: to the reader in the interface's language ([`ErrorKind::sentence`] and
//! [`ErrorKind::explanation`]), to whoever reports or counts it as a stable [`ErrorKind::code`], and to the publisher's
//! console by `Display`, with the address and the cause as the parser or the network put it.

use crate::i18n::Message;
use std::borrow::Cow;
use std::fmt;

/// A document that could not be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError {
    /// What sort of failure it is.
    pub kind: ErrorKind,
    /// The address or the name it is about.
    pub object: String,
    /// Why, in the words of whoever noticed.
    pub cause: String,
}

/// The sorts of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// No answer: offline, no such host, or a server that lets no other origin read it. Browsers do not say which.
    Network,
    /// No complete answer in the time allowed.
    Timeout,
    /// An answer with a status other than success.
    Http(u16),
    /// A web page where JSON was due.
    Html,
    /// An answer without content.
    Empty,
    /// No JSON, or JSON cut short.
    Syntax,
    /// More bytes than are allowed.
    TooLarge,
    /// JSON in no format that is known.
    Format,
    /// The address is of an origin that the publisher has not listed.
    Refused,
    /// The feed has no article of that name.
    UnknownArticle,
    /// Called off, because the reader went elsewhere.
    Aborted,
}

impl LoadError {
    /// An error of that kind about `object`.
    pub fn new(kind: ErrorKind, object: impl Into<String>, cause: impl Into<String>) -> Self {
        Self { kind, object: object.into(), cause: cause.into() }
    }

    /// [`ErrorKind::code`].
    pub fn code(&self) -> Cow<'static, str> {
        self.kind.code()
    }

    /// [`ErrorKind::retryable`].
    pub fn retryable(&self) -> bool {
        self.kind.retryable()
    }
}

impl ErrorKind {
    /// A short name that stays the same in every version and language.
    pub fn code(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Network => "network",
            Self::Timeout => "timeout",
            Self::Http(status) => return Cow::Owned(["http-", &status.to_string()].concat()),
            Self::Html => "html",
            Self::Empty => "empty",
            Self::Syntax => "syntax",
            Self::TooLarge => "too-large",
            Self::Format => "format",
            Self::Refused => "refused",
            Self::UnknownArticle => "unknown-article",
            Self::Aborted => "aborted",
        })
    }

    /// Whether the very same request may succeed a moment later, so that "Try again" is worth offering.
    pub fn retryable(self) -> bool {
        match self {
            // An answer that broke off on its way reads as empty or as broken JSON.
            Self::Network | Self::Timeout | Self::Empty | Self::Syntax => true,
            // Often lasting (a server that answers its start page to every address), but also what the sign-in page of
            // a café's network and a "back in a minute" page look like: a useless retry costs a click, a missing one
            // the article.
            Self::Html => true,
            Self::Http(status) => matches!(status, 408 | 425 | 429 | 500..=599),
            Self::TooLarge | Self::Format | Self::Refused | Self::UnknownArticle | Self::Aborted => false,
        }
    }

    /// Whether it often passes within moments, so that asking again without being told to costs less than it helps.
    pub fn passes(self) -> bool {
        self == Self::Network || matches!(self, Self::Http(_)) && self.retryable()
    }

    /// What the reader is told first.
    pub fn sentence(self) -> Message {
        match self {
            Self::Http(404 | 410) | Self::UnknownArticle => Message::ErrorNoArticle,
            _ => Message::ErrorNoLoad,
        }
    }

    /// Why, and what helps, for the reader. It does not say what was being loaded, so it suits a list as well.
    /// `online` is what the browser believes; it tells a dead connection from a dead server.
    pub fn explanation(self, online: bool) -> Message {
        match self {
            Self::Network if !online => Message::ErrorOffline,
            Self::Network => Message::ErrorNetwork,
            Self::Timeout => Message::ErrorTimeout,
            Self::Http(404 | 410) | Self::UnknownArticle => Message::ErrorNotFound,
            Self::Http(_) if self.retryable() => Message::ErrorServer,
            Self::Http(_) => Message::ErrorDenied,
            Self::Html => Message::ErrorHtml,
            Self::Empty => Message::ErrorEmpty,
            Self::Syntax => Message::ErrorDamaged,
            Self::TooLarge => Message::ErrorTooLarge,
            Self::Format => Message::ErrorFormat,
            Self::Refused => Message::ErrorRefused,
            Self::Aborted => Message::ErrorAborted,
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in ["failed to read `", &self.object, "`: ", &self.cause] {
            f.write_str(part)?;
        }
        Ok(())
    }
}

impl std::error::Error for LoadError {}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every kind with its code and whether it may be tried again.
    const KINDS: [(ErrorKind, &str, bool); 17] = [
        (ErrorKind::Network, "network", true),
        (ErrorKind::Timeout, "timeout", true),
        (ErrorKind::Http(404), "http-404", false),
        (ErrorKind::Http(403), "http-403", false),
        (ErrorKind::Http(408), "http-408", true),
        (ErrorKind::Http(425), "http-425", true),
        (ErrorKind::Http(429), "http-429", true),
        (ErrorKind::Http(500), "http-500", true),
        (ErrorKind::Http(599), "http-599", true),
        (ErrorKind::Html, "html", true),
        (ErrorKind::Empty, "empty", true),
        (ErrorKind::Syntax, "syntax", true),
        (ErrorKind::TooLarge, "too-large", false),
        (ErrorKind::Format, "format", false),
        (ErrorKind::Refused, "refused", false),
        (ErrorKind::UnknownArticle, "unknown-article", false),
        (ErrorKind::Aborted, "aborted", false),
    ];

    #[test]
    fn codes_are_stable_and_retries_are_offered_where_they_help() {
        for (kind, code, retryable) in KINDS {
            let error = LoadError::new(kind, "feed.json", "because");
            assert_eq!((error.code().as_ref(), error.retryable()), (code, retryable));
        }
    }

    #[test]
    fn what_passes_may_be_tried_again_and_costs_little() {
        let passing = KINDS.iter().filter(|(kind, ..)| kind.passes()).map(|(_, code, _)| *code);
        assert!(passing.eq(["network", "http-408", "http-425", "http-429", "http-500", "http-599"]));
    }

    #[test]
    fn the_publisher_reads_the_object_and_the_cause() {
        let error = LoadError::new(ErrorKind::Http(404), "articles/mill.json", "404 Not Found");
        assert_eq!(error.to_string(), "failed to read `articles/mill.json`: 404 Not Found");
    }

    #[test]
    fn the_reader_is_told_what_helps() {
        assert_eq!(ErrorKind::Network.explanation(false), Message::ErrorOffline);
        assert_eq!(ErrorKind::Network.explanation(true), Message::ErrorNetwork);
        assert_eq!(ErrorKind::Timeout.explanation(false), Message::ErrorTimeout);
        assert_eq!(ErrorKind::Http(410).sentence(), Message::ErrorNoArticle);
        assert_eq!(ErrorKind::Http(410).explanation(true), Message::ErrorNotFound);
        assert_eq!(ErrorKind::Http(403).explanation(true), Message::ErrorDenied);
        assert_eq!(ErrorKind::Http(503).explanation(true), Message::ErrorServer);
        assert_eq!(ErrorKind::Http(503).sentence(), Message::ErrorNoLoad);
    }
}
