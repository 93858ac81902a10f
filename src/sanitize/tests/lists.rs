//! Lists, definitions, notes that open, quotes, remarks.

use super::{give, p, tell};
use serde_json::json;

#[test]
fn lists_hold_blocks() {
    give(&[
        (
            "<ul><li>a</li><li><p>b</p><p>c</p></li><li> </li></ul>",
            json!([{ "type": "list", "items": [{ "blocks": [p("a")] }, { "blocks": [p("b"), p("c")] }] }]),
        ),
        (
            "<ol start=3><li>a<ol><li>b</ol></ol>",
            json!([
                {
                    "type": "list",
                    "ordered": true,
                    "start": 3,
                    "items": [
                                 {
                                     "blocks": [
                                                   p("a"),
                                                   {
                                                       "type": "list",
                                                       "ordered": true,
                                                       "items": [{ "blocks": [p("b")] }],
                                                   },
                                               ],
                                 },
                             ],
                },
            ]),
        ),
        (
            "<ol><li value=5>a<li>b</ol>",
            json!([
                {
                    "type": "list",
                    "ordered": true,
                    "start": 5,
                    "items": [{ "blocks": [p("a")] }, { "blocks": [p("b")] }],
                },
            ]),
        ),
        (
            "<ul><li>a</li><ul><li>b</li></ul> loose </ul>",
            json!([
                {
                    "type": "list",
                    "items": [
                                 {
                                     "blocks": [
                                                   p("a"),
                                                   { "type": "list", "items": [{ "blocks": [p("b")] }] },
                                                   p("loose"),
                                               ],
                                 },
                             ],
                },
            ]),
        ),
        (
            "<menu><li>x</menu><li>alone</li>",
            json!([{ "type": "list", "items": [{ "blocks": [p("x")] }] }, p("alone")]),
        ),
        ("<ul></ul><p>a</p>", json!([p("a")])),
        (
            "<ol start=x reversed><li>a</ol>",
            json!([{ "type": "list", "ordered": true, "items": [{ "blocks": [p("a")] }] }]),
        ),
    ]);
    tell(&[("<ol start=x reversed><li>a</ol>", &["downgraded ol: a list that counts down"])]);
}

#[test]
fn tasks_are_done_or_not() {
    give(&[
        (
            concat!(
                r#"<ul class="contains-task-list"><li><input type=checkbox checked disabled> a</li><li><label>"#,
                "<input type=checkbox> b</label></li><li>c</li></ul>",
            ),
            json!([
                {
                    "type": "list",
                    "items": [
                                 { "blocks": [p("a")], "checked": true },
                                 { "blocks": [p("b")], "checked": false },
                                 { "blocks": [p("c")] },
                             ],
                },
            ]),
        ),
        (
            r#"<ul><li><p><input type="checkbox"> d</p></li></ul>"#,
            json!([{ "type": "list", "items": [{ "blocks": [p("d")], "checked": false }] }]),
        ),
    ]);
}

#[test]
fn terms_have_definitions() {
    give(&[
        (
            "<dl><dt>Weir</dt><dd>A wall</dd><dd>A dam</dd></dl>",
            json!([
                {
                    "type": "definitions",
                    "items": [
                                 {
                                     "terms": ["Weir"],
                                     "definitions": [{ "blocks": [p("A wall")] }, { "blocks": [p("A dam")] }],
                                 },
                             ],
                },
            ]),
        ),
        (
            "<dl><div><dt>Leat</dt><dt>Lade</dt><dd><p>A <b>ditch</b></p></dd></div></dl>",
            json!([
                {
                    "type": "definitions",
                    "items": [
                                 {
                                     "terms": ["Leat", "Lade"],
                                     "definitions": [
                                                        {
                                                            "blocks": [
                                                                          {
                                                                              "type": "paragraph",
                                                                              "text": [
                                                                                          "A ",
                                                                                          {
                                                                                              "type": "strong",
                                                                                              "text": "ditch",
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
            "<dl><dd>first</dd><dt>last</dt></dl>",
            json!([
                {
                    "type": "definitions",
                    "items": [
                                 { "terms": [], "definitions": [{ "blocks": [p("first")] }] },
                                 { "terms": ["last"], "definitions": [] },
                             ],
                },
            ]),
        ),
    ]);
}

#[test]
fn notes_open() {
    give(&[
        (
            "<details><summary>Why?</summary><p>Because.</p></details>",
            json!([{ "type": "details", "summary": "Why?", "blocks": [p("Because.")] }]),
        ),
        (
            "<details open><summary><h3>How?</h3></summary>So.</details>",
            json!([{ "type": "details", "summary": "How?", "blocks": [p("So.")], "open": true }]),
        ),
        ("<details><p>No title</p></details>", json!([{ "type": "group", "blocks": [p("No title")] }])),
        ("<details><summary>Only a title</summary></details>", json!([p("Only a title")])),
    ]);
}

#[test]
fn quotes_have_citations() {
    give(&[
        (
            "<blockquote><p>Slow water.</p><cite>A. Fenwick</cite></blockquote>",
            json!([{ "type": "quote", "blocks": [p("Slow water.")], "citation": "A. Fenwick" }]),
        ),
        (
            r#"<blockquote cite="/talk"><p>a</p><p>b</p><footer>— <cite>C</cite></footer></blockquote>"#,
            json!([
                {
                    "type": "quote",
                    "blocks": [p("a"), p("b")],
                    "citation": ["\u{2014} ", { "type": "cite", "text": "C" }],
                    "url": "https://m.example/talk",
                },
            ]),
        ),
        (
            "<blockquote>Said so.<br>— <cite>D</cite></blockquote>",
            json!([{ "type": "quote", "blocks": [p("Said so.")], "citation": "D" }]),
        ),
        (
            "<blockquote>He read <cite>The Mill</cite></blockquote>",
            json!([
                {
                    "type": "quote",
                    "blocks": [
                                  {
                                      "type": "paragraph",
                                      "text": ["He read ", { "type": "cite", "text": "The Mill" }],
                                  },
                              ],
                },
            ]),
        ),
        (
            r#"<blockquote class="kg-blockquote-alt">Wait.</blockquote>"#,
            json!([{ "type": "quote", "blocks": [p("Wait.")], "pull": true }]),
        ),
        (
            r#"<figure class="wp-block-pullquote"><blockquote><p>Wait.</p><cite>E</cite></blockquote></figure>"#,
            json!([{ "type": "quote", "blocks": [p("Wait.")], "citation": "E", "pull": true }]),
        ),
        (
            "<figure><blockquote><p>f</p></blockquote><figcaption>G</figcaption></figure>",
            json!([{ "type": "quote", "blocks": [p("f")], "citation": "G" }]),
        ),
        (
            "<blockquote><blockquote>h</blockquote></blockquote>",
            json!([{ "type": "quote", "blocks": [{ "type": "quote", "blocks": [p("h")] }] }]),
        ),
    ]);
}

#[test]
fn remarks_are_set_apart() {
    give(&[
        (
            "<aside><h3>Box</h3><p>text</p></aside>",
            json!([{ "type": "callout", "title": "Box", "blocks": [p("text")] }]),
        ),
        ("<aside>bare</aside>", json!([{ "type": "callout", "blocks": [p("bare")] }])),
        (r#"<div class="callout"><p>Mind.</p></div>"#, json!([{ "type": "callout", "blocks": [p("Mind.")] }])),
    ]);
}
