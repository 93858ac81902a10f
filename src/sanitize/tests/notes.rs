//! Footnotes, shortcodes, what nobody sees.

use super::{footnotes, give, p, tell};
use serde_json::json;

#[test]
fn footnotes_are_gathered() {
    give(&[
        (
            concat!(
                r##"<p>Water<sup data-fn=u1 class=fn><a href="#u1" id=u1-link>1</a></sup> runs.</p>"##,
                r##"<ol class=wp-block-footnotes><li id=u1>It does. <a href="#u1-link">↩︎</a></li></ol>"##,
            ),
            json!([{ "type": "paragraph", "text": ["Water", { "type": "note", "ref": "u1" }, " runs."] }]),
        ),
        (
            concat!(
                r##"<p>a<sup id=fnref:1><a href="#fn:1">1</a></sup></p><div class=footnotes><hr><h2>Notes</h2>"##,
                r##"<ol><li id=fn:1><p>b <a href="#fnref:1">↑</a></p></li></ol></div>"##,
            ),
            json!([
                {
                    "type": "paragraph",
                    "text": ["a", { "type": "anchor", "id": "fnref:1" }, { "type": "note", "ref": "fn:1" }],
                },
            ]),
        ),
        (
            concat!(
                r##"<p>a <a href="#n">a long way of saying it</a><a href="#m">[2]</a></p>"##,
                "<section class=footnotes><ol><li id=n>x<li id=m>y</ol></section>",
            ),
            json!([
                {
                    "type": "paragraph",
                    "text": [
                                "a a long way of saying it",
                                { "type": "note", "ref": "n" },
                                { "type": "note", "ref": "m" },
                            ],
                },
            ]),
        ),
        (
            "<ol class=footnotes><li>nameless</li></ol>",
            json!([{ "type": "list", "ordered": true, "items": [{ "blocks": [p("nameless")] }] }]),
        ),
        (
            r##"<sup><a href="#gone">1</a></sup>"##,
            json!([
                {
                    "type": "paragraph",
                    "text": [{ "type": "sup", "text": [{ "type": "link", "href": "#gone", "text": "1" }] }],
                },
            ]),
        ),
    ]);
    tell(&[(
        concat!(
            r##"<p>a<sup id=fnref:1><a href="#fn:1">1</a></sup></p><div class=footnotes><hr><h2>Notes</h2><ol>"##,
            r##"<li id=fn:1><p>b <a href="#fnref:1">↑</a></p></li></ol></div>"##,
        ),
        &["dropped div[2]/h2[2]: the title of the footnotes"],
    )]);
    let html = concat!(
        r##"<p>Water<sup data-fn=u1 class=fn><a href="#u1" id=u1-link>1</a></sup> runs.</p>"##,
        r##"<ol class=wp-block-footnotes><li id=u1>It does. <a href="#u1-link">↩︎</a></li></ol>"##,
    );
    assert_eq!(footnotes(html), json!([{ "id": "u1", "blocks": [p("It does.")] }]));
    let html = concat!(
        r##"<p>a<sup id=fnref:1><a href="#fn:1">1</a></sup></p><div class=footnotes><hr><h2>Notes</h2><ol>"##,
        r##"<li id=fn:1><p>b <a href="#fnref:1">↑</a></p></li></ol></div>"##,
    );
    assert_eq!(footnotes(html), json!([{ "id": "fn:1", "blocks": [p("b")] }]));
    let html = concat!(
        r##"<p>a <a href="#n">a long way of saying it</a><a href="#m">[2]</a></p><section class=footnotes><ol>"##,
        "<li id=n>x<li id=m>y</ol></section>",
    );
    assert_eq!(footnotes(html), json!([{ "id": "n", "blocks": [p("x")] }, { "id": "m", "blocks": [p("y")] }]));
}

#[test]
fn shortcodes_are_taken_out() {
    give(&[
        (r#"a [contact-form-7 id="12" title="x"] b [vc_row][/vc_row]c"#, json!([p("a b c")])),
        ("[sic] [1] [see above] [a = b] [/x] [", json!([p("[sic] [1] [see above] [a = b] [/x] [")])),
        (
            r#"<pre>[gallery ids="1"]</pre><p>[gallery ids="1,2"]</p>"#,
            json!([{ "type": "preformatted", "text": "[gallery ids=\"1\"]" }]),
        ),
    ]);
    tell(&[
        (
            r#"a [contact-form-7 id="12" title="x"] b [vc_row][/vc_row]c"#,
            &["unresolved body: shortcode `contact-form-7`", "unresolved body: shortcode `vc_row`"],
        ),
        (r#"<pre>[gallery ids="1"]</pre><p>[gallery ids="1,2"]</p>"#, &["unresolved p[2]: shortcode `gallery`"]),
    ]);
}

#[test]
fn what_nobody_sees_is_not_text() {
    give(&[
        (
            concat!(
                "<style>p{}</style><script>alert(1)</script><template><p>t</p></template><title>t</title>a",
                "<datalist><option>o</datalist>",
            ),
            json!([p("a")]),
        ),
        (
            concat!(
                "<p>a <button>Buy</button> <select><option>1</select> <textarea>t</textarea> <input value=x>",
                "<input type=hidden></p>",
            ),
            json!([p("a")]),
        ),
        ("<div hidden>secret</div><p>a</p><div class=wpcf7><form>f</form></div>", json!([p("a")])),
        ("<form><p>Words in a form</p><label>Name</label></form>", json!([p("Words in a form"), p("Name")])),
        (r##"<h2>A <a href="#a">#</a></h2>"##, json!([{ "type": "heading", "text": "A", "level": 2 }])),
    ]);
    tell(&[
        (
            concat!(
                "<p>a <button>Buy</button> <select><option>1</select> <textarea>t</textarea> <input value=x>",
                "<input type=hidden></p>",
            ),
            &[
                "dropped p/button: a form control",
                "dropped p/select[2]: a form control",
                "dropped p/textarea[3]: a form control",
                "dropped p/input[4]: a form control",
            ],
        ),
        (
            "<div hidden>secret</div><p>a</p><div class=wpcf7><form>f</form></div>",
            &["dropped div: hidden", "dropped div[3]: a form"],
        ),
        (r##"<h2>A <a href="#a">#</a></h2>"##, &["dropped h2/a: a link of a heading to itself"]),
    ]);
}
