//! Texts: white space, marks, languages, places, lines that count, formulas.

use super::{give, p, tell};
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

#[test]
fn lines_count_in_preformatted_text() {
    give(&[
        (
            "<pre>a\n  b <b>c</b><br>d\n</pre>",
            json!([{ "type": "preformatted", "text": ["a\n  b ", { "type": "strong", "text": "c" }, "\nd"] }]),
        ),
        (
            r#"<pre class="wp-block-verse">a
  b</pre>"#,
            json!([{ "type": "preformatted", "text": "a\n  b", "verse": true }]),
        ),
        (r#"<pre class="wp-block-preformatted">x</pre>"#, json!([{ "type": "preformatted", "text": "x" }])),
        (
            r#"<pre class="wp-block-code"><code lang=x>let a = 1;
  &lt;b&gt;
</code></pre>"#,
            json!([{ "type": "code", "code": "let a = 1;\n  <b>" }]),
        ),
        (
            r#"<pre><code class="hljs language-rust"><span>fn</span> main()</code></pre>"#,
            json!([{ "type": "code", "code": "fn main()", "syntax": "rust" }]),
        ),
        (
            r#"<pre class="brush: php; gutter: true">echo 1;</pre>"#,
            json!([{ "type": "code", "code": "echo 1;", "syntax": "php" }]),
        ),
        (
            "<p><code>in line</code></p><pre> </pre>",
            json!([{ "type": "paragraph", "text": [{ "type": "code", "text": "in line" }] }]),
        ),
    ]);
}

#[test]
fn dividers_addresses_initials() {
    give(&[
        ("<p>a</p><hr><p>b</p>", json!([p("a"), { "type": "divider" }, p("b")])),
        (
            "<address>Mill Lane<br>by the river</address>",
            json!([
                {
                    "type": "paragraph",
                    "text": ["Mill Lane", { "type": "break" }, "by the river"],
                    "role": "address",
                },
            ]),
        ),
        (
            r#"<p class="has-drop-cap">It began.</p>"#,
            json!([{ "type": "paragraph", "text": "It began.", "dropCap": true }]),
        ),
    ]);
}

#[test]
fn formulas() {
    give(&[
        (
            "<math display=block><mfrac><mi>a</mi><mn>2</mn></mfrac></math>",
            json!([
                {
                    "type": "math",
                    "text": "a2",
                    "tree": [
                                {
                                    "tag": "mfrac",
                                    "children": [{ "tag": "mi", "text": "a" }, { "tag": "mn", "text": "2" }],
                                },
                            ],
                    "display": true,
                },
            ]),
        ),
        (
            concat!(
                r#"<p>so <math alttext="x squared"><semantics><msup><mi>x</mi><mn>2</mn></msup>"#,
                r#"<annotation encoding="application/x-tex">x^2</annotation></semantics></math></p>"#,
            ),
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                "so ",
                                {
                                    "type": "math",
                                    "text": "x squared",
                                    "tex": "x^2",
                                    "tree": [
                                                {
                                                    "tag": "mrow",
                                                    "children": [
                                                                    {
                                                                        "tag": "msup",
                                                                        "children": [
                                                                                        {
                                                                                            "tag": "mi",
                                                                                            "text": "x",
                                                                                        },
                                                                                        {
                                                                                            "tag": "mn",
                                                                                            "text": "2",
                                                                                        },
                                                                                    ],
                                                                    },
                                                                ],
                                                },
                                            ],
                                },
                            ],
                },
            ]),
        ),
        (
            "<p><math><mmultiscripts><mi>x</mi></mmultiscripts></math></p>",
            json!([{ "type": "paragraph", "text": [{ "type": "math", "text": "x" }] }]),
        ),
        (
            concat!(
                "<p><span class=katex><span class=katex-mathml><math><mi>y</mi></math></span>",
                "<span class=katex-html aria-hidden=true>y</span></span></p>",
            ),
            json!([
                {
                    "type": "paragraph",
                    "text": [{ "type": "math", "text": "y", "tree": [{ "tag": "mi", "text": "y" }] }],
                },
            ]),
        ),
    ]);
    tell(&[(
        "<p><math><mmultiscripts><mi>x</mi></mmultiscripts></math></p>",
        &["downgraded p/math:math: a formula with parts that are not known: its text is kept"],
    )]);
}
