//! Whole bodies, and lines of text on their own.

use super::{base, img, made, notes, p, read};
use crate::sanitize::parser::Html5ever;
use crate::sanitize::{Html, text};
use serde_json::json;

fn line(html: &str) -> serde_json::Value {
    serde_json::to_value(text(&Html5ever.parse(html).unwrap(), &base()).0).unwrap()
}

#[test]
fn a_title_keeps_its_marks_on_one_line() {
    assert_eq!(line("The &#8220;tide&#8221; &amp; the mill"), json!("The “tide” & the mill"));
    assert_eq!(
        line("<p>The <em>tide</em><br>mill</p>"),
        json!(["The ", { "type": "em", "text": "tide" }, { "type": "break" }, "mill"])
    );
    assert_eq!(line("<h1>One</h1>\n<p>two</p><ul><li>three<li>four</ul>"), json!("One two three four"));
    assert_eq!(line("<p>a [caption] b</p><script>x</script> "), json!("a [caption] b"));
    assert_eq!(line("<p></p> &nbsp;"), json!(""));
    assert_eq!(
        line("by <a href='/ada'>Ada</a>"),
        json!(["by ", { "type": "link", "href": "https://m.example/ada", "text": "Ada" }])
    );
    assert_eq!(
        line("<div class=kg-button-card><a class=kg-btn>x</a></div><figure><figcaption>y</figcaption></figure>"),
        json!("x y")
    );
}

#[test]
fn a_post_of_the_block_editor() {
    let html = "\n<h2 class=\"wp-block-heading\">The leat</h2>\n\n\n\n<p>Water runs <strong>down</strong>.</p>\n\n\n\n\
        <div style=\"height:40px\" aria-hidden=\"true\" class=\"wp-block-spacer\"></div>\n\n\n\n\
        <figure class=\"wp-block-image size-large\"><img decoding=\"async\" width=\"1024\" \
        height=\"683\" src=\"/a-1024.jpg\" \
        alt=\"\" class=\"wp-image-7\" srcset=\"/a-1024.jpg 1024w, /a-300.jpg 300w\" sizes=\"100vw\" />\
        <figcaption class=\"wp-element-caption\">The leat in May</figcaption></figure>\n\n\n\n\
        <ul class=\"wp-block-list\">\n<li>one</li>\n\n\n\n<li>two</li>\n</ul>\n";
    let image = json!({
        "type": "image", "src": "https://m.example/a-1024.jpg", "alt": "", "width": 1024,
        "height": 683, "caption": "The leat in May",
        "sources": [{ "src": "https://m.example/a-300.jpg", "width": 300 }],
    });
    let water = json!(["Water runs ", { "type": "strong", "text": "down" }, "."]);
    let expected = json!([
        { "type": "heading", "text": "The leat", "level": 2 },
        { "type": "paragraph", "text": water },
        image,
        { "type": "list", "items": [{ "blocks": [p("one")] }, { "blocks": [p("two")] }] },
    ]);
    assert_eq!(made(html), expected);
    assert_eq!(notes(html), Vec::<String>::new());
}

#[test]
fn a_post_of_the_classic_editor() {
    let html = "<p><img class=\"alignleft\" src=\"/a.jpg\" />The pond fills.</p>\n\
        <p><span id=\"more-3\"></span></p>\n<p>It empties.<br />\n\
        Twice a day.</p>\n<p>&nbsp;</p>\n<p style=\"text-align: center\"><strong>Notes</strong></p>";
    let expected = json!([
        img("a.jpg"),
        p("The pond fills."),
        { "type": "paragraph", "text": ["It empties.", { "type": "break" }, "Twice a day."], "id": "more-3" },
        { "type": "paragraph", "text": [{ "type": "strong", "text": "Notes" }] },
    ]);
    assert_eq!(made(html), expected);
}

#[test]
fn notes_say_where() {
    let html = "<div><p>a</p><p>b <canvas></canvas></p></div><div><ul><li>c<li><iframe></iframe></ul></div>";
    assert_eq!(
        notes(html),
        [
            "dropped div/p[2]/canvas: a drawing made by a script",
            "dropped div[2]/ul/li[2]/iframe: a frame without an address"
        ]
    );
}

#[test]
fn addresses_resolve_against_the_base() {
    let fragment = read("<a href='../tides'>x</a><img src='//c.example/a.jpg' alt=y>");
    let blocks = serde_json::to_string(&fragment.blocks).unwrap();
    assert!(
        blocks.contains("\"https://m.example/tides\"") && blocks.contains("\"https://c.example/a.jpg\""),
        "{blocks}"
    );
}

#[test]
fn what_has_a_field_of_its_own_keeps_its_language_and_name() {
    let made = made(
        "<figure><img src=a.jpg><figcaption lang=cy id=c>Melin</figcaption></figure><details><summary dir=rtl>x</summary>y",
    );
    let caption = json!([{ "type": "anchor", "id": "c" }, { "type": "span", "text": "Melin", "language": "cy" }]);
    assert_eq!(made[0]["caption"], caption);
    assert_eq!(made[1]["summary"], json!([{ "type": "span", "text": "x", "direction": "rtl" }]));
}

#[test]
fn a_class_means_something_only_where_it_can() {
    let html =
        "<p>a <a class=gallery href=/b><img class=callout src=i.png width=9 height=9></a> <b class=footnotes>c</b></p>";
    let icon = json!({ "type": "image", "src": "https://m.example/i.png", "alt": "", "width": 9, "height": 9 });
    let link = json!({ "type": "link", "href": "https://m.example/b", "text": [icon] });
    let text = json!(["a ", link, " ", { "type": "strong", "text": "c" }]);
    assert_eq!(made(html), json!([{ "type": "paragraph", "text": text }]));
}
