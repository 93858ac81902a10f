//! Tables, of data and of pages.

use super::{give, img, p};
use serde_json::json;

#[test]
fn tables_keep_their_cells() {
    give(&[
        (
            "<table><thead><tr><th>A<th>B<tbody><tr><td>1<td>2<tfoot><tr><td>3<td>4</table>",
            json!([
                {
                    "type": "table",
                    "head": [[{ "blocks": [p("A")] }, { "blocks": [p("B")] }]],
                    "body": [[{ "blocks": [p("1")] }, { "blocks": [p("2")] }]],
                    "foot": [[{ "blocks": [p("3")] }, { "blocks": [p("4")] }]],
                },
            ]),
        ),
        (
            "<table><tr><th>A<th>B<tr><th>1<td>2</table>",
            json!([
                {
                    "type": "table",
                    "head": [[{ "blocks": [p("A")] }, { "blocks": [p("B")] }]],
                    "body": [[{ "blocks": [p("1")], "header": true }, { "blocks": [p("2")] }]],
                },
            ]),
        ),
        (
            concat!(
                "<table><caption>Tides</caption><tr><td colspan=2 rowspan=3>1<tr><td align=center>2",
                r#"<td style="color:red;text-align: right">3</table>"#,
            ),
            json!([
                {
                    "type": "table",
                    "caption": "Tides",
                    "body": [
                                [{ "blocks": [p("1")], "colspan": 2, "rowspan": 3 }],
                                [
                                    { "blocks": [p("2")], "align": "center" },
                                    { "blocks": [p("3")], "align": "end" },
                                ],
                            ],
                },
            ]),
        ),
        (
            "<figure class=wp-block-table><table><tr><td>1<td>2</table><figcaption>Tab</figcaption></figure>",
            json!([{ "type": "table", "caption": "Tab", "body": [[{ "blocks": [p("1")] }, { "blocks": [p("2")] }]] }]),
        ),
        (
            "<table lang=cy><tr><td lang=fr id=c>1<td><ul><li>x</ul></table>",
            json!([
                {
                    "type": "table",
                    "body": [
                                [
                                    {
                                        "blocks": [
                                                      {
                                                          "type": "paragraph",
                                                          "text": "1",
                                                          "language": "fr",
                                                          "id": "c",
                                                      },
                                                  ],
                                    },
                                    { "blocks": [{ "type": "list", "items": [{ "blocks": [p("x")] }] }] },
                                ],
                            ],
                    "language": "cy",
                },
            ]),
        ),
        (
            "<table><tr><td><p>1</p><p>2</p><td colspan=99999>3</table>",
            json!([{ "type": "table", "body": [[{ "blocks": [p("1"), p("2")] }, { "blocks": [p("3")] }]] }]),
        ),
        ("<table><tr><td> <td></table><table></table>", json!([])),
    ]);
}

#[test]
fn tables_that_set_a_page_are_taken_apart() {
    give(&[
        ("<table role=presentation><tr><td>a<td>b</table>", json!([p("a"), p("b")])),
        ("<table><tr><td><p>one</p></td></tr></table>", json!([p("one")])),
        (
            "<table><tr><td><h2>T</h2>a<td><img src=a.jpg></table>",
            json!([{ "type": "heading", "text": "T", "level": 2 }, p("a"), img("a.jpg")]),
        ),
        (
            "<table><tr><td><table><tr><td>1<td>2</table><td>3</table>",
            json!([{ "type": "table", "body": [[{ "blocks": [p("1")] }, { "blocks": [p("2")] }]] }, p("3")]),
        ),
    ]);
}
