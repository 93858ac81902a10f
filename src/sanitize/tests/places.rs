//! Languages, directions, and places that links can name.

use super::{give, p, tell};
use serde_json::json;

#[test]
fn language_and_direction_stay() {
    give(&[
        (
            "<p lang=fr>Eau <em lang=de-AT>Wasser</em></p>",
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                "Eau ",
                                {
                                    "type": "em",
                                    "text": [{ "type": "span", "text": "Wasser", "language": "de-AT" }],
                                },
                            ],
                    "language": "fr",
                },
            ]),
        ),
        (
            "<div lang=ar dir=rtl><p>ماء</p><ul><li>x</ul></div>",
            json!([
                { "type": "paragraph", "text": "ماء", "language": "ar", "direction": "rtl" },
                { "type": "list", "items": [{ "blocks": [p("x")] }], "language": "ar", "direction": "rtl" },
            ]),
        ),
        (
            "<p lang=English dir=up>x <span dir=RTL>y</span> <bdo dir=rtl>z</bdo></p>",
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                "x ",
                                { "type": "span", "text": "y", "direction": "rtl" },
                                " ",
                                { "type": "span", "text": "z", "direction": "rtl" },
                            ],
                },
            ]),
        ),
        (
            "<ul lang=cy><li dir=ltr>a</ul>",
            json!([
                {
                    "type": "list",
                    "items": [{ "blocks": [{ "type": "paragraph", "text": "a", "direction": "ltr" }] }],
                    "language": "cy",
                },
            ]),
        ),
    ]);
    tell(&[(
        "<p lang=English dir=up>x <span dir=RTL>y</span> <bdo dir=rtl>z</bdo></p>",
        &["downgraded p/bdo[2]: its letters keep their own direction"],
    )]);
}

#[test]
fn places_keep_their_names() {
    give(&[
        (
            "<h2 id=top>Top</h2><p id=a>a <span id=b>b</span></p>",
            json!([
                { "type": "heading", "text": "Top", "level": 2, "id": "top" },
                { "type": "paragraph", "text": ["a ", { "type": "anchor", "id": "b" }, "b"], "id": "a" },
            ]),
        ),
        (
            "<h3><a name=old></a>Old</h3><p><a id=lone></a></p><hr>",
            json!([{ "type": "heading", "text": "Old", "level": 3, "id": "old" }, { "type": "divider", "id": "lone" }]),
        ),
        (
            "<div id=x><div id=y><p>z</p></div></div>",
            json!([{ "type": "paragraph", "text": [{ "type": "anchor", "id": "y" }, "z"], "id": "x" }]),
        ),
        (r#"<p id="no good">a</p>"#, json!([p("a")])),
    ]);
}
