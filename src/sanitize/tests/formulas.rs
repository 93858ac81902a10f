//! Text whose lines count, formulas, dividers, addresses.

use super::{give, p, tell};
use serde_json::json;

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
