//! Texts: white space, marks, readings.

use super::{give, p};
use serde_json::json;

#[test]
fn white_space_folds_and_blocks_part() {
    give(&[
        (
            "<p> The  <b>old </b> mill </p> stands <div>by<p>the</p>pond</div>still",
            json!([
                { "type": "paragraph", "text": ["The ", { "type": "strong", "text": "old " }, "mill"] },
                p("stands"),
                p("by"),
                p("the"),
                p("pond"),
                p("still"),
            ]),
        ),
        (
            "<p>a<b> b</b><i>c </i> d</p>",
            json!([
                {
                    "type": "paragraph",
                    "text": ["a", { "type": "strong", "text": " b" }, { "type": "em", "text": "c " }, "d"],
                },
            ]),
        ),
        ("<p>a <span></span> b<em> </em>c</p>", json!([p("a b c")])),
        (
            "<p>one<br>two <br> three<br></p>",
            json!([{ "type": "paragraph", "text": ["one", { "type": "break" }, "two", { "type": "break" }, "three"] }]),
        ),
        (
            "<p>one<br><br>two <b>three<br> <br>four</b></p>",
            json!([
                p("one"),
                { "type": "paragraph", "text": ["two ", { "type": "strong", "text": "three" }] },
                { "type": "paragraph", "text": [{ "type": "strong", "text": "four" }] },
            ]),
        ),
        ("<p>&nbsp;</p><p> <br> </p><p></p>", json!([])),
        (
            "<b>bold<p>in a block</p></b>",
            json!([
                { "type": "paragraph", "text": [{ "type": "strong", "text": "bold" }] },
                { "type": "paragraph", "text": [{ "type": "strong", "text": "in a block" }] },
            ]),
        ),
        ("<p>a<wbr>b<unknown-thing>c</unknown-thing></p>", json!([p("abc")])),
        (
            "<section><h2>A</h2>text<h4>B <i>c</i></h4></section>",
            json!([
                { "type": "heading", "text": "A", "level": 2 },
                p("text"),
                { "type": "heading", "text": ["B ", { "type": "em", "text": "c" }], "level": 4 },
            ]),
        ),
        (
            "<h2>&nbsp;</h2><h3><img src=a.jpg width=300 height=200> Words</h3>",
            json!([
                { "type": "heading", "text": "Words", "level": 3 },
                { "type": "image", "src": "https://m.example/a.jpg", "alt": "", "width": 300, "height": 200 },
            ]),
        ),
    ]);
}

#[test]
fn marks_stay() {
    give(&[
        (
            concat!(
                "<p><strong>s</strong><em>e</em><u>u</u><s>k</s><code>c</code><sub>b</sub><sup>p</sup>",
                "<mark>m</mark><small>l</small></p>",
            ),
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                { "type": "strong", "text": "s" },
                                { "type": "em", "text": "e" },
                                { "type": "underline", "text": "u" },
                                { "type": "strike", "text": "k" },
                                { "type": "code", "text": "c" },
                                { "type": "sub", "text": "b" },
                                { "type": "sup", "text": "p" },
                                { "type": "highlight", "text": "m" },
                                { "type": "small", "text": "l" },
                            ],
                },
            ]),
        ),
        (
            concat!(
                "<p><kbd>K</kbd> <cite>C</cite> <q cite=/x>q</q> <bdi>b</bdi> <ins>i</ins> <del>d</del> ",
                "<var>v</var> <samp>s</samp></p>",
            ),
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                { "type": "kbd", "text": "K" },
                                " ",
                                { "type": "cite", "text": "C" },
                                " ",
                                { "type": "q", "text": "q" },
                                " ",
                                { "type": "bdi", "text": "b" },
                                " ",
                                { "type": "underline", "text": "i" },
                                " ",
                                { "type": "strike", "text": "d" },
                                " ",
                                { "type": "em", "text": "v" },
                                " ",
                                { "type": "code", "text": "s" },
                            ],
                },
            ]),
        ),
        (
            "<p><b><strong>once</strong></b> <q>a <q>b</q></q></p>",
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                { "type": "strong", "text": "once" },
                                " ",
                                { "type": "q", "text": ["a ", { "type": "q", "text": "b" }] },
                            ],
                },
            ]),
        ),
        (
            concat!(
                r#"<p><abbr title="Mean high water">MHW</abbr> <abbr>TBA</abbr> "#,
                r#"<time datetime="2026-03-01">1 March</time></p>"#,
            ),
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                { "type": "abbr", "text": "MHW", "title": "Mean high water" },
                                " TBA ",
                                { "type": "time", "text": "1 March", "datetime": "2026-03-01" },
                            ],
                },
            ]),
        ),
        (
            "<p>H<sub>2</sub>O <font color=red>red</font> <center>mid</center></p>",
            json!([{ "type": "paragraph", "text": ["H", { "type": "sub", "text": "2" }, "O red"] }, p("mid")]),
        ),
    ]);
}

#[test]
fn rubies_have_readings() {
    give(&[
        (
            "<ruby>水<rp>(</rp><rt>みず</rt><rp>)</rp></ruby>",
            json!([{ "type": "paragraph", "text": [{ "type": "ruby", "text": "水", "reading": "みず" }] }]),
        ),
        (
            "<p>a <ruby>水<rt>すい</rt>車<rt>しゃ</rt></ruby> b</p>",
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                "a ",
                                { "type": "ruby", "text": "水", "reading": "すい" },
                                { "type": "ruby", "text": "車", "reading": "しゃ" },
                                " b",
                            ],
                },
            ]),
        ),
        ("<ruby>水<rt></rt></ruby>", json!([p("水")])),
    ]);
}
