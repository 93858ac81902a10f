//! Figures and galleries.

use super::{give, p};
use serde_json::json;

#[test]
fn figures_have_captions_and_credits() {
    give(&[
        (
            concat!(
                r#"<figure class="wp-block-image alignwide"><img src=a.jpg alt=A>"#,
                r#"<figcaption class="wp-element-caption">The <b>mill</b></figcaption></figure>"#,
            ),
            json!([
                {
                    "type": "image",
                    "src": "https://m.example/a.jpg",
                    "alt": "A",
                    "caption": ["The ", { "type": "strong", "text": "mill" }],
                    "size": "wide",
                },
            ]),
        ),
        (
            r#"<figure class="kg-card kg-image-card kg-width-full"><img src=a.jpg class=kg-image></figure>"#,
            json!([{ "type": "image", "src": "https://m.example/a.jpg", "alt": "", "size": "full" }]),
        ),
        (
            concat!(
                "<figure><a href=/big><img src=a.jpg></a><figcaption>Mill <small>Photo: Ada</small>",
                "</figcaption></figure>",
            ),
            json!([
                {
                    "type": "image",
                    "src": "https://m.example/a.jpg",
                    "alt": "",
                    "caption": "Mill",
                    "credit": "Photo: Ada",
                    "href": "https://m.example/big",
                },
            ]),
        ),
        (
            "<figure><img src=a.jpg><figcaption><cite>Ada</cite></figcaption></figure>",
            json!([{ "type": "image", "src": "https://m.example/a.jpg", "alt": "", "credit": "Ada" }]),
        ),
        (
            concat!(
                "<figure><img src=a.jpg><figcaption><small>All small</small></figcaption>",
                "<span class=credit>Ada</span></figure>",
            ),
            json!([
                {
                    "type": "image",
                    "src": "https://m.example/a.jpg",
                    "alt": "",
                    "caption": [{ "type": "small", "text": "All small" }],
                    "credit": "Ada",
                },
            ]),
        ),
        (
            concat!(
                "<figure><div><picture><source srcset=a.webp type=image/webp><img src=a.jpg></picture></div>",
                "<figcaption><p>a</p><p>b</p></figcaption></figure>",
            ),
            json!([
                {
                    "type": "image",
                    "src": "https://m.example/a.jpg",
                    "sources": [{ "src": "https://m.example/a.webp", "type": "image/webp" }],
                    "alt": "",
                    "caption": "a b",
                },
            ]),
        ),
        (
            "<figure><figcaption>Alone</figcaption></figure><figcaption>loose</figcaption>",
            json!([{ "type": "paragraph", "text": "Alone", "role": "note" }, p("loose")]),
        ),
        (
            "<figure><p>Text</p><figcaption>Cap</figcaption></figure>",
            json!([p("Text"), { "type": "paragraph", "text": "Cap", "role": "note" }]),
        ),
        (
            "<figure><pre><code class=language-js>a()</code></pre><figcaption>Code</figcaption></figure>",
            json!([{ "type": "code", "code": "a()", "syntax": "js", "caption": "Code" }]),
        ),
        (
            concat!(
                r#"<div id=attachment_1 class="wp-caption alignleft" style="width: 310px">"#,
                r#"<img src=a.jpg width=300><p class="wp-caption-text">Mill</p></div>"#,
            ),
            json!([
                {
                    "type": "image",
                    "src": "https://m.example/a.jpg",
                    "alt": "",
                    "width": 300,
                    "caption": "Mill",
                    "id": "attachment_1",
                },
            ]),
        ),
        (
            r#"[caption id="attachment_2" width="300"]<img src=a.jpg width=300> The mill[/caption] after"#,
            json!([
                {
                    "type": "image",
                    "src": "https://m.example/a.jpg",
                    "alt": "",
                    "width": 300,
                    "caption": "The mill",
                },
                p("after"),
            ]),
        ),
        (
            r#"<p>[caption width="300"]<a href=/b><img src=a.jpg></a>Mill[/caption]</p>"#,
            json!([
                {
                    "type": "image",
                    "src": "https://m.example/a.jpg",
                    "alt": "",
                    "caption": "Mill",
                    "href": "https://m.example/b",
                },
            ]),
        ),
    ]);
}

#[test]
fn galleries_hold_pictures() {
    give(&[
        (
            concat!(
                r#"<figure class="wp-block-gallery has-nested-images"><figure class=wp-block-image>"#,
                "<img src=1.jpg><figcaption>One</figcaption></figure><figure class=wp-block-image>",
                r#"<img src=2.jpg></figure><figcaption class="blocks-gallery-caption">All</figcaption>"#,
                "</figure>",
            ),
            json!([
                {
                    "type": "gallery",
                    "images": [
                                  { "src": "https://m.example/1.jpg", "alt": "", "caption": "One" },
                                  { "src": "https://m.example/2.jpg", "alt": "" },
                              ],
                    "caption": "All",
                },
            ]),
        ),
        (
            concat!(
                r#"<ul class="wp-block-gallery columns-2"><li class=blocks-gallery-item><figure>"#,
                "<img src=1.jpg><figcaption>One</figcaption></figure></li><li class=blocks-gallery-item>",
                "<figure><img src=2.jpg></figure></li></ul>",
            ),
            json!([
                {
                    "type": "gallery",
                    "images": [
                                  { "src": "https://m.example/1.jpg", "alt": "", "caption": "One" },
                                  { "src": "https://m.example/2.jpg", "alt": "" },
                              ],
                },
            ]),
        ),
        (
            concat!(
                "<figure class=wp-block-gallery><ul class=blocks-gallery-grid><li><figure><img src=1.jpg>",
                "</figure></li><li><figure><img src=2.jpg></figure></li></ul><figcaption>All</figcaption>",
                "</figure>",
            ),
            json!([
                {
                    "type": "gallery",
                    "images": [
                                  { "src": "https://m.example/1.jpg", "alt": "" },
                                  { "src": "https://m.example/2.jpg", "alt": "" },
                              ],
                    "caption": "All",
                },
            ]),
        ),
        (
            concat!(
                r#"<div class="gallery galleryid-1"><dl class=gallery-item><dt class=gallery-icon>"#,
                "<a href=a.jpg><img src=1.jpg width=150 height=150></a></dt>",
                r#"<dd class="wp-caption-text gallery-caption">One</dd></dl><br style="clear: both">"#,
                "<dl class=gallery-item><dt class=gallery-icon><img src=2.jpg></dt></dl></div>",
            ),
            json!([
                {
                    "type": "gallery",
                    "images": [
                                  {
                                      "src": "https://m.example/1.jpg",
                                      "alt": "",
                                      "width": 150,
                                      "height": 150,
                                      "caption": "One",
                                      "href": "https://m.example/a.jpg",
                                  },
                                  { "src": "https://m.example/2.jpg", "alt": "" },
                              ],
                },
            ]),
        ),
        (
            concat!(
                r#"<figure class="kg-card kg-gallery-card kg-width-wide kg-card-hascaption">"#,
                "<div class=kg-gallery-container><div class=kg-gallery-row><div class=kg-gallery-image>",
                "<img src=1.jpg width=600 height=400></div><div class=kg-gallery-image><img src=2.jpg></div>",
                "</div></div><figcaption>All</figcaption></figure>",
            ),
            json!([
                {
                    "type": "gallery",
                    "images": [
                                  { "src": "https://m.example/1.jpg", "alt": "", "width": 600, "height": 400 },
                                  { "src": "https://m.example/2.jpg", "alt": "" },
                              ],
                    "caption": "All",
                },
            ]),
        ),
        (
            "<figure><img src=1.jpg><img src=2.jpg><figcaption>Two</figcaption></figure>",
            json!([
                {
                    "type": "gallery",
                    "images": [
                                  { "src": "https://m.example/1.jpg", "alt": "" },
                                  { "src": "https://m.example/2.jpg", "alt": "" },
                              ],
                    "caption": "Two",
                },
            ]),
        ),
    ]);
}
