//! Links: where they lead.

use super::{give, p, tell};
use serde_json::json;

#[test]
fn links_lead_where_they_say() {
    give(&[
        (
            concat!(
                r##"<a href="/tides">Tides</a> <a href="#low">low</a> <a href="mailto:desk@m.example">mail</a> "##,
                r#"<a href="tel:+4412">call</a>"#,
            ),
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                { "type": "link", "href": "https://m.example/tides", "text": "Tides" },
                                " ",
                                { "type": "link", "href": "#low", "text": "low" },
                                " ",
                                { "type": "link", "href": "mailto:desk@m.example", "text": "mail" },
                                " ",
                                { "type": "link", "href": "tel:+4412", "text": "call" },
                            ],
                },
            ]),
        ),
        (
            r##"<p><a href="//w.example/a" title="More">x</a><a href="">y</a><a href="#">z</a></p>"##,
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                { "type": "link", "href": "https://w.example/a", "text": "x", "title": "More" },
                                "yz",
                            ],
                },
            ]),
        ),
        (
            r#"<a href="/a"><h3>Head</h3><p>Text <b>b</b></p></a>"#,
            json!([
                {
                    "type": "heading",
                    "text": [{ "type": "link", "href": "https://m.example/a", "text": "Head" }],
                    "level": 3,
                },
                {
                    "type": "paragraph",
                    "text": [
                                {
                                    "type": "link",
                                    "href": "https://m.example/a",
                                    "text": ["Text ", { "type": "strong", "text": "b" }],
                                },
                            ],
                },
            ]),
        ),
        (
            r#"<a href="/a"><div><img src=a.jpg><p>Words</p></div></a>"#,
            json!([
                { "type": "image", "src": "https://m.example/a.jpg", "alt": "", "href": "https://m.example/a" },
                {
                    "type": "paragraph",
                    "text": [{ "type": "link", "href": "https://m.example/a", "text": "Words" }],
                },
            ]),
        ),
        (r#"<p><a href="/a"> </a>b<a href="/c"></a></p>"#, json!([p("b")])),
        (
            r#"<p><b><a href="/a">a</a></b></p>"#,
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                {
                                    "type": "strong",
                                    "text": [{ "type": "link", "href": "https://m.example/a", "text": "a" }],
                                },
                            ],
                },
            ]),
        ),
    ]);
}

#[test]
fn refused_addresses_leave_the_text() {
    give(&[
        (r#"<p>a <a href="javascript:alert(1)">b</a> <a href="data:text/html,x">c</a></p>"#, json!([p("a b c")])),
        (r#"<a href="java&#10;script:alert(1)">d</a>"#, json!([p("d")])),
    ]);
    tell(&[
        (
            r#"<p>a <a href="javascript:alert(1)">b</a> <a href="data:text/html,x">c</a></p>"#,
            &["downgraded p/a: link: scheme not allowed", "downgraded p/a[2]: link: scheme not allowed"],
        ),
        (r#"<a href="java&#10;script:alert(1)">d</a>"#, &["downgraded a: link: scheme not allowed"]),
    ]);
}
