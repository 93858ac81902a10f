use super::super::tests::decode;
use super::*;
use crate::i18n::Catalog;
use std::collections::BTreeMap;

fn hard_titles() -> Vec<String> {
    let long = "Überschwemmung & Dürre? ".repeat(13);
    let hard = [
        "Plain",
        "  spaces  at the ends ",
        "tab\tand\nline",
        "javascript:alert(1)",
        "https://example.net/?q=1&r=2#three",
        "\u{202e}reversed\u{202c}",
        "naïve café — “quoted” … end",
        "東京の水車、もう一度",
        "हिन्दी और संस्कृत",
        "한국어 제목",
        "<script>alert('1')</script>",
        "{title} %s $1 \\0",
        "+ plus + and = equals",
        "Salt & \"pepper\": it's <b>50%</b> + #1?",
        "%",
        "100%25 %zz",
        "🦢👩‍👩‍👧 swans",
        "طاحونة النهر «القديمة»",
        "a=b;c,d/e\\f",
        "",
    ];
    hard.map(String::from).into_iter().chain([long]).collect()
}

/// The parameters of an address as a server reads them, but with `+` left alone: nothing here means a space by it.
fn parameters(address: &str) -> BTreeMap<String, String> {
    let query = address.split_once('?').map_or("", |(_, query)| query);
    assert!(query.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%&=".contains(&byte)), "{address}");
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(key, value)| (key.to_owned(), decode(value))).collect()
}

#[test]
fn every_target_gets_title_and_address_whole() {
    let url = "https://example.org/a b?x=1&y=é#:~:text=one%2Dtwo,three";
    for title in hard_titles() {
        let subject = Subject { title: title.clone(), url: url.into(), ..Subject::default() };
        let text_and_url = if title.is_empty() { url.to_owned() } else { format!("{title}\n{url}") };
        for target in TARGETS {
            let Way::Link(href) = target.way else { continue };
            let address = href(&subject);
            let start = ["https://", "mailto:?", "sms:?", "fb-messenger://"];
            assert!(start.iter().any(|start| address.starts_with(start)), "{address}");
            let found = parameters(&address);
            let get = |key: &str| found.get(key).map_or("(missing)", String::as_str);
            match target.id {
                "email" => {
                    assert_eq!(get("subject"), title);
                    assert_eq!(get("body"), text_and_url.replace('\n', "\r\n"));
                }
                "sms" => assert_eq!(get("body"), text_and_url),
                "messenger" => assert_eq!(get("link"), url),
                "whatsapp" | "bluesky" => assert_eq!(get("text"), text_and_url),
                "telegram" | "x" | "threads" | "line" => {
                    assert_eq!((get("url"), get("text")), (url, title.as_str()))
                }
                "vk" | "weibo" => assert_eq!((get("url"), get("title")), (url, title.as_str())),
                "instapaper" => assert_eq!((get("url"), get("title")), (url, title.as_str())),
                "raindrop" => assert_eq!((get("link"), get("title")), (url, title.as_str())),
                "facebook" => assert_eq!(get("u"), url),
                "linkedin" | "kakaostory" => assert_eq!(get("url"), url),
                "reddit" | "naver" => {
                    assert_eq!((get("url"), get("title")), (url, if title.is_empty() { url } else { &title }))
                }
                other => panic!("no check for {other}"),
            }
        }
    }
}

#[test]
fn targets_are_distinct_and_have_icons() {
    let ids: std::collections::BTreeSet<_> = TARGETS.iter().map(|target| target.id).collect();
    assert_eq!(ids.len(), TARGETS.len());
    let drawn = |icon: &str| {
        icon.starts_with('M') && icon.bytes().all(|byte| b"MmLlHhVvCcSsQqAaZz0123456789 .-".contains(&byte))
    };
    assert!(TARGETS.iter().all(|target| drawn(target.icon)));
    assert_eq!(TARGETS[0].label.text(Catalog::default()), "E-mail");
}
