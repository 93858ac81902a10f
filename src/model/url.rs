//! Addresses that are safe to put into a page.
//!
//! An address is resolved by a real URL parser first — the browser's own in WebAssembly, injected through [`Base`] — and
//! judged by what that parser made of it, so there is no second opinion for an attacker to play against the first.

use serde::{Serialize, Serializer};

/// Resolves a reference against a base and returns the absolute address as the parser writes it (URL Standard, §4.4),
/// or `None` when it is not one.
pub type Resolve = fn(base: &str, reference: &str) -> Option<String>;

/// What relative addresses are relative to.
#[derive(Debug, Clone)]
pub struct Base {
    href: String,
    resolve: Resolve,
}

impl Base {
    /// A base with the parser to use.
    pub fn new(href: impl Into<String>, resolve: Resolve) -> Self {
        Self { href: href.into(), resolve }
    }

    /// A base whose parser is the crate `url`; a browser has its own.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn at(href: impl Into<String>) -> Self {
        Self::new(href, |base, reference| Some(::url::Url::parse(base).ok()?.join(reference).ok()?.into()))
    }

    /// The address itself.
    pub fn href(&self) -> &str {
        &self.href
    }

    /// The same parser with another base, itself possibly relative; unchanged when that is no address.
    pub fn join(&self, reference: &str) -> Self {
        match (self.resolve)(&self.href, reference) {
            Some(href) => Self { href, resolve: self.resolve },
            None => self.clone(),
        }
    }
}

/// What an address is for; decides which schemes it may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Something to follow.
    Link,
    /// Something the page itself fetches.
    Resource,
}

/// The schemes that an address may have. Everything else is refused.
const SCHEMES: [(&str, bool); 4] = [("https:", true), ("http:", true), ("mailto:", false), ("tel:", false)];

/// Why an address was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UrlError {
    /// It is empty, or no address at all.
    NotUrl,
    /// Its scheme is not allowed there.
    Scheme,
}

impl std::fmt::Display for UrlError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NotUrl => "not a URL",
            Self::Scheme => "scheme not allowed",
        })
    }
}

/// An absolute address whose scheme is in the table. There is no other way to make one than [`SafeUrl::parse`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SafeUrl(String);

impl SafeUrl {
    /// Resolves `reference` against `base` and checks its scheme.
    ///
    /// # Errors
    /// [`UrlError`] when it is not an address or its scheme is not allowed for that use.
    pub fn parse(reference: &str, base: &Base, purpose: Use) -> Result<Self, UrlError> {
        if reference.trim().is_empty() {
            return Err(UrlError::NotUrl);
        }
        let href = (base.resolve)(&base.href, reference).ok_or(UrlError::NotUrl)?;
        let allowed =
            SCHEMES.iter().any(|&(scheme, fetched)| href.starts_with(scheme) && (fetched || purpose == Use::Link));
        if allowed { Ok(Self(href)) } else { Err(UrlError::Scheme) }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Scheme, host and port (`https://example.org`), for addresses that have a host.
    pub fn origin(&self) -> Option<&str> {
        let host = self.0.find("://")? + 3;
        let end = self.0[host..].find(['/', '?', '#']).map_or(self.0.len(), |at| host + at);
        Some(&self.0[..end])
    }

    /// The host without a leading `www.`, for people.
    pub fn host(&self) -> Option<&str> {
        let origin = self.origin()?;
        let host = &origin[origin.find("://")? + 3..];
        let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
        Some(host.strip_prefix("www.").unwrap_or(host))
    }
}

impl Serialize for SafeUrl {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// A place in the same article: the fragment without `#`.
    Fragment(String),
    /// Elsewhere.
    Url(SafeUrl),
}

impl Link {
    /// Reads the address of a link; one that begins with `#` stays inside the article.
    ///
    /// # Errors
    /// As [`SafeUrl::parse`].
    pub fn parse(reference: &str, base: &Base) -> Result<Self, UrlError> {
        match reference.trim().strip_prefix('#') {
            Some("") => Err(UrlError::NotUrl),
            Some(fragment) => Ok(Self::Fragment(fragment.to_owned())),
            None => SafeUrl::parse(reference, base, Use::Link).map(Self::Url),
        }
    }
}

impl Serialize for Link {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Fragment(fragment) => serializer.collect_str(&format_args!("#{fragment}")),
            Self::Url(url) => url.serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base() -> Base {
        Base::at("https://example.org/articles/mill.json")
    }

    #[test]
    fn relative_addresses_resolve_against_the_base() {
        let url = SafeUrl::parse("../images/mill.svg", &base(), Use::Resource);
        assert_eq!(url.as_ref().map(SafeUrl::as_str), Ok("https://example.org/images/mill.svg"));
    }

    #[test]
    fn script_addresses_are_refused_however_they_are_written() {
        for attack in [
            "javascript:alert(1)",
            " JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:msgbox(1)",
            "blob:https://example.org/1",
            "file:///etc/passwd",
        ] {
            assert_eq!(SafeUrl::parse(attack, &base(), Use::Link), Err(UrlError::Scheme), "{attack:?}");
            assert_eq!(Link::parse(attack, &base()), Err(UrlError::Scheme), "{attack:?}");
        }
    }

    #[test]
    fn mail_addresses_are_links_but_not_resources() {
        assert!(SafeUrl::parse("mailto:desk@example.org", &base(), Use::Link).is_ok());
        assert_eq!(SafeUrl::parse("mailto:desk@example.org", &base(), Use::Resource), Err(UrlError::Scheme));
    }

    #[test]
    fn what_is_no_address_says_so() {
        assert_eq!(SafeUrl::parse("", &base(), Use::Link), Err(UrlError::NotUrl));
        assert_eq!(SafeUrl::parse("https://", &base(), Use::Link), Err(UrlError::NotUrl));
        assert_eq!(Link::parse("#", &base()), Err(UrlError::NotUrl));
    }

    #[test]
    fn origin_and_host_are_read_off() {
        let url = SafeUrl::parse("https://www.example.org:8080/a?b#c", &base(), Use::Link);
        let url = url.as_ref();
        assert_eq!(url.map(SafeUrl::origin), Ok(Some("https://www.example.org:8080")));
        assert_eq!(url.map(SafeUrl::host), Ok(Some("example.org:8080")));
    }
}
