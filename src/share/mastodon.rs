//! Mastodon: one name for many servers, so a reader has to say which is theirs.

use super::{Subject, encode, text_and_url};

/// The server in what a reader typed: `mastodon.social`, `https://mastodon.social/`, `@me@mastodon.social`; in small
/// letters. `None` for all that is not just the name of a server (RFC 1123, §2.1): no port, no path, no password, no
/// address in numbers.
pub fn server(typed: &str) -> Option<String> {
    let typed = typed.trim().to_ascii_lowercase();
    let host = match typed.strip_prefix('@') {
        Some(handle) => handle.split_once('@').map(|(_, host)| host)?,
        None => {
            let bare = typed.strip_prefix("https://").unwrap_or(&typed);
            bare.strip_suffix('/').unwrap_or(bare)
        }
    };
    let label = |label: &str| {
        let plain = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        plain && matches!(label.len(), 1..=63) && !label.starts_with('-') && !label.ends_with('-')
    };
    let (_, last) = host.rsplit_once('.')?;
    // Browsers read a last label in decimal or hexadecimal digits as an address (URL Standard, §3.5).
    let digits = last.strip_prefix("0x").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let named = last.len() > 1 && !digits && !last.bytes().all(|byte| byte.is_ascii_digit());
    (named && host.len() <= 253 && host.split('.').all(label)).then(|| host.to_owned())
}

/// The address on a server that opens a post with everything in it (Mastodon documentation, "Share intent").
pub fn address(server: &str, subject: &Subject) -> String {
    ["https://", server, "/share?text=", &encode(&text_and_url(subject))].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_found_in_what_people_type() {
        for typed in [
            "mastodon.social",
            " Mastodon.Social ",
            "https://mastodon.social",
            "https://mastodon.social/",
            "@someone@mastodon.social",
        ] {
            assert_eq!(server(typed).as_deref(), Some("mastodon.social"), "{typed}");
        }
        assert_eq!(server("xn--bcher-kva.example").as_deref(), Some("xn--bcher-kva.example"));
        assert_eq!(server("a-b.c1.example").as_deref(), Some("a-b.c1.example"));
    }

    #[test]
    fn what_is_no_name_of_a_server_is_refused() {
        let long = format!("{}.example", "a".repeat(64));
        for typed in [
            "",
            "mastodon",
            ".",
            "a..b",
            ".social",
            "social.",
            "-a.example",
            "a-.example",
            "192.168.0.1",
            "127.0.0.0x1",
            "0x7f.0x1",
            "10.0x",
            "[::1]",
            "localhost",
            "mastodon.social:8080",
            "mastodon.social/path",
            "mastodon.social?x",
            "mastodon.social#x",
            "https://good.example@evil.example",
            "good.example@evil.example",
            "@me",
            "@a@b@evil.example",
            "http://mastodon.social",
            "javascript:alert(1)",
            "javascript://evil.example/%0aalert(1)",
            "//evil.example",
            "https:evil.example",
            "evil.example\\@good.example",
            "mastodon.social\nevil.example",
            "mastodon social.example",
            "mast\u{43e}don.social",
            "mastodon\u{3002}social",
            "%6d.example",
            "\u{202e}laicos.example",
            &long,
        ] {
            assert_eq!(server(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_post_has_title_and_address_whole() {
        let subject =
            Subject { title: "Fish & chips".into(), url: "https://e.org/?a=1&b#c".into(), ..Subject::default() };
        assert_eq!(
            address("mastodon.social", &subject),
            "https://mastodon.social/share?text=Fish%20%26%20chips%0Ahttps%3A%2F%2Fe.org%2F%3Fa%3D1%26b%23c"
        );
    }
}
