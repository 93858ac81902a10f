//! How single values are read: each function takes over what is allowed and says whether it was.

/// Takes over what a word stands for, in whatever case it is written.
pub(super) fn choose<T: Copy>(names: &[(&str, T)], value: &str, slot: &mut T) -> bool {
    let found = names.iter().find(|(name, _)| name.eq_ignore_ascii_case(value));
    if let Some((_, choice)) = found {
        *slot = *choice;
    }
    found.is_some()
}

/// Takes a whole number over when it is in range.
pub(super) fn put_number(slot: &mut u32, value: &str, least: u32, most: u32) -> bool {
    let number = value.parse().ok().filter(|number| (least..=most).contains(number));
    *slot = number.unwrap_or(*slot);
    number.is_some()
}

/// Takes a text over when it is `allowed`.
pub(super) fn put(slot: &mut String, value: &str, allowed: bool) -> bool {
    if allowed {
        value.clone_into(slot);
    }
    allowed
}

/// As [`put`], where nothing is a value too.
pub(super) fn put_some(slot: &mut Option<String>, value: &str, allowed: bool) -> bool {
    let empty = value.is_empty();
    if allowed || empty {
        *slot = if empty { None } else { Some(value.to_owned()) };
    }
    allowed || empty
}

/// Enough to tell an address from a slip; what it resolves to is judged by `SafeUrl`.
pub(super) fn is_address(value: &str) -> bool {
    !value.is_empty() && !value.contains(char::is_whitespace)
}

/// Query parameters, without the question mark.
pub(super) fn is_query(value: &str) -> bool {
    !value.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '#' | '?'))
}

/// A name in lower case, with dashes.
pub(super) fn is_name(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

/// A language tag by its shape (RFC 5646, §2.1).
pub(super) fn is_tag(value: &str) -> bool {
    value.split('-').all(|part| matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// An origin as browsers write it: lower case, without a path or its scheme's own port; `None` when it is not one.
pub(super) fn origin(value: &str) -> Option<String> {
    let lower = value.trim().to_ascii_lowercase();
    let bare = lower.strip_suffix('/').unwrap_or(&lower);
    let (host, port) = match bare.strip_prefix("https://") {
        Some(host) => (host, ":443"),
        None => (bare.strip_prefix("http://")?, ":80"),
    };
    let named = host.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'[');
    // Browsers report international hosts in ASCII, so another spelling could never match: better to be told.
    let plain = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._:[]".contains(&byte));
    (named && plain).then(|| bare.strip_suffix(port).unwrap_or(bare).to_owned())
}

/// Origins with white space between them; `None` when one of them is none.
pub(super) fn origins(value: &str) -> Option<Vec<String>> {
    value.split_whitespace().map(origin).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Config;

    #[test]
    fn origins_are_compared_whole() {
        let listed = "HTTPS://Example.org/ http://localhost:8080\nhttps://cdn.example.net:443";
        let (config, warnings) =
            Config::read(crate::config::Place::App, &|name| (name == "origins").then(|| listed.to_owned()), &|_| None);
        assert_eq!(warnings, []);
        let own = "https://reader.example";
        for allowed in
            [own, "https://example.org", "https://EXAMPLE.ORG:443", "http://localhost:8080", "https://cdn.example.net"]
        {
            assert!(config.allows(allowed, own), "{allowed}");
        }
        for refused in [
            "null",
            "",
            "http://example.org",
            "https://example.org:8443",
            "https://a.example.org",
            "https://example.org.evil.test",
            "https://evilexample.org",
            "http://localhost",
        ] {
            assert!(!config.allows(refused, own), "{refused}");
        }
        assert!(!config.allows("null", "null"));
    }
}
