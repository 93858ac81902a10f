//! Links that say they lead elsewhere, and characters that are not seen.

use super::{give, p, tell};
use serde_json::json;

#[test]
fn texts_that_name_another_place_are_told() {
    give(&[
        (
            r#"<a href="https://evil.example/">https://bank.example/login</a>"#,
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                {
                                    "type": "link",
                                    "href": "https://evil.example/",
                                    "text": "https://bank.example/login [evil.example]",
                                },
                            ],
                },
            ]),
        ),
        (
            r#"<a href="https://evil.example/">www.bank.example</a>"#,
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                {
                                    "type": "link",
                                    "href": "https://evil.example/",
                                    "text": "www.bank.example [evil.example]",
                                },
                            ],
                },
            ]),
        ),
        (
            r#"<a href="https://evil.example/">Log in at <b>bank.com</b> now</a>"#,
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                {
                                    "type": "link",
                                    "href": "https://evil.example/",
                                    "text": [
                                                "Log in at ",
                                                { "type": "strong", "text": "bank.com" },
                                                " now [evil.example]",
                                            ],
                                },
                            ],
                },
            ]),
        ),
        (
            r#"<a href="https://bank.example@evil.example/">bank.example</a>"#,
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                {
                                    "type": "link",
                                    "href": "https://bank.example@evil.example/",
                                    "text": "bank.example [evil.example]",
                                },
                            ],
                },
            ]),
        ),
        (
            r#"<a href="mailto:thief@evil.example">desk@bank.example</a>"#,
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                {
                                    "type": "link",
                                    "href": "mailto:thief@evil.example",
                                    "text": "desk@bank.example [evil.example]",
                                },
                            ],
                },
            ]),
        ),
        (
            r#"<a href="https://evil.example/">b&#8203;ank.com</a>"#,
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                {
                                    "type": "link",
                                    "href": "https://evil.example/",
                                    "text": "bank.com [evil.example]",
                                },
                            ],
                },
            ]),
        ),
    ]);
    tell(&[
        (
            r#"<a href="https://evil.example/">https://bank.example/login</a>"#,
            &["downgraded a: its text names another place than evil.example"],
        ),
        (
            r#"<a href="https://evil.example/">www.bank.example</a>"#,
            &["downgraded a: its text names another place than evil.example"],
        ),
        (
            r#"<a href="https://evil.example/">Log in at <b>bank.com</b> now</a>"#,
            &["downgraded a: its text names another place than evil.example"],
        ),
        (
            r#"<a href="https://bank.example@evil.example/">bank.example</a>"#,
            &["downgraded a: its text names another place than evil.example"],
        ),
        (
            r#"<a href="mailto:thief@evil.example">desk@bank.example</a>"#,
            &["downgraded a: its text names another place than evil.example"],
        ),
        (
            r#"<a href="https://evil.example/">b&#8203;ank.com</a>"#,
            &["downgraded a: its text names another place than evil.example"],
        ),
    ]);
}

#[test]
fn texts_that_do_not_are_left_alone() {
    give(&[
        (
            r#"<a href="https://bank.example/login">https://www.bank.example</a>"#,
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                {
                                    "type": "link",
                                    "href": "https://bank.example/login",
                                    "text": "https://www.bank.example",
                                },
                            ],
                },
            ]),
        ),
        (
            r#"<a href="https://sub.bank.com:8080/">bank.com</a>"#,
            json!([
                {
                    "type": "paragraph",
                    "text": [{ "type": "link", "href": "https://sub.bank.com:8080/", "text": "bank.com" }],
                },
            ]),
        ),
        (
            r#"<a href="https://nodejs.org/">Node.js</a> <a href="https://w.example/">e.g. 3.5 a.m.</a>"#,
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                { "type": "link", "href": "https://nodejs.org/", "text": "Node.js" },
                                " ",
                                { "type": "link", "href": "https://w.example/", "text": "e.g. 3.5 a.m." },
                            ],
                },
            ]),
        ),
        (
            r#"<a href="mailto:desk@bank.example?subject=x">desk@bank.example</a>"#,
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                {
                                    "type": "link",
                                    "href": "mailto:desk@bank.example?subject=x",
                                    "text": "desk@bank.example",
                                },
                            ],
                },
            ]),
        ),
        (
            r##"<a href="#x">bank.example</a>"##,
            json!([{ "type": "paragraph", "text": [{ "type": "link", "href": "#x", "text": "bank.example" }] }]),
        ),
    ]);
}

#[test]
fn unseen_characters_go() {
    give(&[
        (
            r#"<a href="/a">a&#8203;b&#x2060;c&#xFEFF;d&#x202E;e&#x2066;f&#xE0041;g</a>"#,
            json!([
                {
                    "type": "paragraph",
                    "text": [{ "type": "link", "href": "https://m.example/a", "text": "abcdefg" }],
                },
            ]),
        ),
        (
            "<p>run &#x202E;exe.cod</p><h2>a&#x202E;b</h2>",
            json!([
                { "type": "paragraph", "text": [{ "type": "bdi", "text": "run \u{202e}exe.cod" }] },
                { "type": "heading", "text": "ab", "level": 2 },
            ]),
        ),
        (
            r#"<p>می&#x200C;رود <img src=a.jpg alt="x&#x202E;y"></p>"#,
            json!([p("می\u{200c}رود"), { "type": "image", "src": "https://m.example/a.jpg", "alt": "xy" }]),
        ),
    ]);
}
