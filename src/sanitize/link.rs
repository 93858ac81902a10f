//! Texts that deceive: characters that are not seen, and links that say they lead elsewhere.

use crate::model::{SafeUrl, Text, plain_text};

/// Which characters are taken out of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cleaning {
    None,
    /// Those that embed or override a direction (UAX #9, §2.1 and §2.2).
    Overrides,
    /// Those and isolates, zero-width spaces and joiners of words, tags (Unicode, §23.9): in the text of a link they
    /// hide what it says. Joiners that scripts and emoji need stay.
    Invisible,
}

impl Cleaning {
    fn takes(self, c: char) -> bool {
        match c {
            '\u{202A}'..='\u{202E}' => self != Self::None,
            '\u{200B}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}' => {
                self == Self::Invisible
            }
            _ => false,
        }
    }

    /// Something in the text would be taken out.
    pub(super) fn finds(self, text: &str) -> bool {
        // Nearly every text is without them; all of them are long in UTF-8 and begin with one of three bytes.
        text.bytes().any(|byte| matches!(byte, 0xE2 | 0xEF | 0xF3)) && text.chars().any(|c| self.takes(c))
    }

    /// Appends what is left of a text; whether something is.
    pub(super) fn push(self, text: &str, out: &mut String) -> bool {
        let before = out.len();
        if self.finds(text) {
            out.extend(text.chars().filter(|c| !self.takes(*c)));
        } else {
            out.push_str(text);
        }
        out.len() > before
    }
}

/// Endings of hosts that are written without a scheme. Others are as likely the ending of a file or of a sentence.
const ENDINGS: &[&str] = &[
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "app", "dev", "news", "online", "site", "shop",
    "store", "xyz", "example", "bank", "io", "co", "eu", "uk", "us", "de", "fr", "it", "es", "nl", "ch", "at", "be",
    "pl", "ru", "cn", "jp", "in", "br", "au", "ca", "tv", "me",
];

/// Where a link really leads, when its text names another place.
pub(super) fn deceived(url: &SafeUrl, text: &Text) -> Option<String> {
    let text = plain_text(text);
    if !text.contains('.') {
        return None;
    }
    let real = match url.host() {
        Some(host) => host.split_once(':').map_or(host, |(host, _)| host),
        None => url.as_str().rsplit(['@', ':']).next().and_then(|host| host.split('?').next()).unwrap_or_default(),
    };
    let mut shown = text.split_whitespace().filter_map(shown_host).peekable();
    shown.peek()?;
    shown.all(|shown| !is_of(shown, real)).then(|| real.to_owned())
}

/// The one is the other, or a host below or above it.
fn is_of(shown: &str, real: &str) -> bool {
    let below = |long: &str, short: &str| {
        let at = long.len().checked_sub(short.len());
        let same = at.and_then(|at| long.get(at..)).is_some_and(|end| end.eq_ignore_ascii_case(short));
        same && at.is_some_and(|at| at == 0 || long.as_bytes().get(at - 1) == Some(&b'.'))
    };
    below(real, shown) || below(shown, real)
}

/// The host in a word that looks like an address.
fn shown_host(word: &str) -> Option<&str> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let (scheme, rest) = match word.split_once("://") {
        Some((_, rest)) => (true, rest),
        None => (false, word),
    };
    let rest = rest.split(['/', '?', '#', '\\']).next()?;
    let host = rest.rsplit('@').next()?.split(':').next()?;
    let bare = host.strip_prefix("www.").or_else(|| host.strip_prefix("WWW."));
    let known = scheme || bare.is_some();
    let host = bare.unwrap_or(host);
    let (name, ending) = host.rsplit_once('.')?;
    let plain = !name.is_empty() && !host.contains("..");
    let ends = known || ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known));
    (plain && ends).then_some(host)
}
