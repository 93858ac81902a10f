//! The parameters by which a publisher tells where readers come from.

use super::push_escape;

/// Adds the parameters in `campaign` (`utm_source=a&utm_medium={target}`) to the query of an address, before any fragment;
/// `{target}` stands for `target`, the name of where it is shared to. A parameter that the address already has keeps its
/// value.
pub fn with_campaign(url: &str, campaign: &str, target: &str) -> String {
    let campaign = campaign.replace("{target}", target);
    let (start, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
    let mut out = String::from(start);
    for parameter in campaign.split('&') {
        let key = parameter.split('=').next().unwrap_or_default();
        let query = out.split_once('?').map(|(_, query)| query);
        let known = query.is_some_and(|query| query.split('&').any(|part| part.split('=').next() == Some(key)));
        if key.is_empty() || known {
            continue;
        }
        match query {
            None => out.push('?'),
            Some("") => {}
            Some(query) if query.ends_with('&') => {}
            Some(_) => out.push('&'),
        }
        for &byte in parameter.as_bytes() {
            // What the publisher has encoded stays so; the rest must not break out of the query.
            let kept = byte.is_ascii_graphic() && !matches!(byte, b'#' | b'"' | b'<' | b'>' | b'\'');
            if kept { out.push(char::from(byte)) } else { push_escape(&mut out, byte) }
        }
    }
    out.push_str(fragment);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_campaign_goes_into_the_query_once() {
        for (url, campaign, expected) in [
            ("https://e.org/a", "", "https://e.org/a"),
            ("https://e.org/a", "s=g", "https://e.org/a?s=g"),
            ("https://e.org/a#b?c", "s=g&m=x", "https://e.org/a?s=g&m=x#b?c"),
            ("https://e.org/a?b=1#c", "s=g", "https://e.org/a?b=1&s=g#c"),
            ("https://e.org/a?", "s=g", "https://e.org/a?s=g"),
            ("https://e.org/a?b&", "s=g", "https://e.org/a?b&s=g"),
            ("https://e.org/a?s=mine", "s=g&m=x", "https://e.org/a?s=mine&m=x"),
            ("https://e.org/a?xs=1", "s=g&s=h&&=i", "https://e.org/a?xs=1&s=g"),
            ("https://e.org/a", "s=g&m={target}&c={target}-{other}", "https://e.org/a?s=g&m=x&c=x-{other}"),
            ("https://e.org/a", "s=caf%C3%A9 é\"#", "https://e.org/a?s=caf%C3%A9%20%C3%A9%22%23"),
        ] {
            assert_eq!(with_campaign(url, campaign, "x"), expected);
            assert_eq!(with_campaign(expected, campaign, "x"), expected, "twice is once");
        }
    }
}
