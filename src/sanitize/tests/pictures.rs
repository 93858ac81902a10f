//! Pictures: where they stand, how they are loaded, which are not shown.

use super::{give, img, p, tell};
use serde_json::json;

#[test]
fn pictures_stand_apart() {
    give(&[
        (
            r#"<p><img src=a.jpg alt="A mill" width=300 height="200px"></p>"#,
            json!([
                {
                    "type": "image",
                    "src": "https://m.example/a.jpg",
                    "alt": "A mill",
                    "width": 300,
                    "height": 200,
                },
            ]),
        ),
        (
            "<p><img src=a.jpg width=300 height=200> Words</p><p>Words <img src=b.jpg></p>",
            json!([
                { "type": "image", "src": "https://m.example/a.jpg", "alt": "", "width": 300, "height": 200 },
                p("Words"),
                p("Words"),
                img("b.jpg"),
            ]),
        ),
        (
            concat!(
                "<p>an <img src=i.png width=16 height=16> icon, an <img src=u.png> unknown, a ",
                "<img src=l.jpg width=600 height=400> large</p>",
            ),
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                "an ",
                                {
                                    "type": "image",
                                    "src": "https://m.example/i.png",
                                    "alt": "",
                                    "width": 16,
                                    "height": 16,
                                },
                                " icon, an ",
                                img("u.png"),
                                " unknown, a",
                            ],
                },
                { "type": "image", "src": "https://m.example/l.jpg", "alt": "", "width": 600, "height": 400 },
                p("large"),
            ]),
        ),
        (
            "<p><a href=big.jpg><img src=s.jpg></a><br><b><img src=t.jpg></b></p>",
            json!([
                {
                    "type": "image",
                    "src": "https://m.example/s.jpg",
                    "alt": "",
                    "href": "https://m.example/big.jpg",
                },
                img("t.jpg"),
            ]),
        ),
        (r#"<p>high <img class="wp-smiley emoji" alt="🌊" src=w.png> water</p>"#, json!([p("high 🌊 water")])),
        (
            r#"<img src=a.jpg role=presentation data-object-position="50% 25%" width=100% height=999999>"#,
            json!([
                {
                    "type": "image",
                    "src": "https://m.example/a.jpg",
                    "alt": "",
                    "decorative": true,
                    "focus": [0.5, 0.25],
                },
            ]),
        ),
        (r#"<img alt="no address"><img>"#, json!([{ "type": "image", "alt": "no address" }])),
    ]);
    tell(&[(r#"<img alt="no address"><img>"#, &["dropped img[2]: a picture without an address"])]);
}

#[test]
fn late_pictures_are_found() {
    give(&[
        (r#"<img src="data:image/gif;base64,R0lG" data-src=a.jpg>"#, json!([img("a.jpg")])),
        (
            "<img src=small.jpg data-lazy-src=a.jpg class=lazy><noscript><img src=a.jpg?x=1></noscript>",
            json!([img("a.jpg")]),
        ),
        ("<noscript><img src=a.jpg></noscript><img data-original=a.jpg>", json!([img("a.jpg")])),
        (
            "<noscript>Scripts, please. <img src=only.jpg alt=x></noscript>",
            json!([{ "type": "image", "src": "https://m.example/only.jpg", "alt": "x" }]),
        ),
        ("<noscript>Scripts, please.</noscript>", json!([])),
        (
            r#"<img src="data:image/png;base64,AA" srcset="a.jpg 300w, b.jpg 900w">"#,
            json!([
                {
                    "type": "image",
                    "src": "https://m.example/b.jpg",
                    "sources": [{ "src": "https://m.example/a.jpg", "width": 300 }],
                    "alt": "",
                },
            ]),
        ),
        (
            r#"<img data-srcset="a.jpg 1x, b.jpg 2x" src="about:blank">"#,
            json!([
                {
                    "type": "image",
                    "src": "https://m.example/b.jpg",
                    "sources": [{ "src": "https://m.example/a.jpg" }],
                    "alt": "",
                },
            ]),
        ),
    ]);
    tell(&[("<noscript>Scripts, please.</noscript>", &["dropped noscript: words for browsers without scripts"])]);
}

#[test]
fn sources_are_offered_best_first() {
    give(&[
        (
            r#"<img src=a.jpg srcset="a.jpg 800w, c.jpg 3000w, b.jpg 1600w">"#,
            json!([
                {
                    "type": "image",
                    "src": "https://m.example/a.jpg",
                    "sources": [{ "src": "https://m.example/b.jpg", "width": 1600 }],
                    "alt": "",
                },
            ]),
        ),
        (
            concat!(
                "<picture>",
                r#"<source srcset="a.webp 800w, b.webp 1600w" type=image/webp media="(min-width: 600px)">"#,
                r#"<source srcset="x" type="text/html"><img src=a.jpg alt=A></picture>"#,
            ),
            json!([
                {
                    "type": "image",
                    "src": "https://m.example/a.jpg",
                    "sources": [
                                   {
                                       "src": "https://m.example/b.webp",
                                       "type": "image/webp",
                                       "width": 1600,
                                       "media": "(min-width: 600px)",
                                   },
                               ],
                    "alt": "A",
                },
            ]),
        ),
        (
            r#"<picture></picture><img srcset="https://c.example/w_1,h_2/a.jpg 2x, /b.jpg">"#,
            json!([
                {
                    "type": "image",
                    "src": "https://c.example/w_1,h_2/a.jpg",
                    "sources": [{ "src": "https://m.example/b.jpg" }],
                    "alt": "",
                },
            ]),
        ),
    ]);
    tell(&[(
        r#"<picture></picture><img srcset="https://c.example/w_1,h_2/a.jpg 2x, /b.jpg">"#,
        &["dropped picture: no picture in it"],
    )]);
}

#[test]
fn counters_and_refused_pictures_go() {
    give(&[
        (r#"<p>a<img src="https://t.example/p.gif" width=1 height=1>b</p>"#, json!([p("ab")])),
        (
            r#"<img src="javascript:alert(1)" alt="chart"><img src="data:image/png;base64,AA">"#,
            json!([{ "type": "image", "alt": "chart" }]),
        ),
        (
            concat!(
                "<p>a <svg><title>A wheel</title><path/></svg> b <svg><path/></svg> <svg aria-hidden=true>",
                "<text>c</text></svg></p>",
            ),
            json!([
                {
                    "type": "paragraph",
                    "text": ["a ", { "type": "unknown", "name": "svg", "text": "A wheel" }, " b"],
                },
            ]),
        ),
        ("<canvas>fallback</canvas><p>x</p>", json!([p("x")])),
    ]);
    tell(&[
        (
            r#"<p>a<img src="https://t.example/p.gif" width=1 height=1>b</p>"#,
            &["dropped p/img: a picture to count readers"],
        ),
        (
            r#"<img src="javascript:alert(1)" alt="chart"><img src="data:image/png;base64,AA">"#,
            &[
                "dropped img: scheme not allowed",
                "dropped img[2]: scheme not allowed",
                "dropped img[2]: a picture without an address",
            ],
        ),
        (
            concat!(
                "<p>a <svg><title>A wheel</title><path/></svg> b <svg><path/></svg> <svg aria-hidden=true>",
                "<text>c</text></svg></p>",
            ),
            &[
                "downgraded p/svg:svg: a drawing: only its words are kept",
                "dropped p/svg:svg[2]: a drawing",
                "dropped p/svg:svg[3]: a drawing",
            ],
        ),
        ("<canvas>fallback</canvas><p>x</p>", &["dropped canvas: a drawing made by a script"]),
    ]);
}
