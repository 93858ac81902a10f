//! The pieces of content systems.

use super::{give, img, p, tell};
use serde_json::json;

#[test]
fn block_editor() {
    give(&[
        (
            concat!(
                r#"<div class="wp-block-columns"><div class=wp-block-column><p>a</p></div>"#,
                "<div class=wp-block-column><p>b</p></div></div>",
            ),
            json!([{ "type": "columns", "columns": [{ "blocks": [p("a")] }, { "blocks": [p("b")] }] }]),
        ),
        ("<div class=wp-block-columns><div class=wp-block-column><p>only</p></div></div>", json!([p("only")])),
        (
            concat!(
                "<div class=wp-block-media-text><figure class=wp-block-media-text__media><img src=a.jpg>",
                "</figure><div class=wp-block-media-text__content><p>a</p></div></div>",
            ),
            json!([{ "type": "columns", "columns": [{ "blocks": [img("a.jpg")] }, { "blocks": [p("a")] }] }]),
        ),
        (
            concat!(
                r#"<div class="wp-block-cover alignfull">"#,
                "<span aria-hidden=true class=wp-block-cover__background></span>",
                r#"<img class=wp-block-cover__image-background src=a.jpg alt="">"#,
                "<div class=wp-block-cover__inner-container><p>Over</p></div></div>",
            ),
            json!([img("a.jpg"), p("Over")]),
        ),
        (
            concat!(
                "<div class=wp-block-buttons><div class=wp-block-button>",
                r#"<a class="wp-block-button__link wp-element-button" href=/go>Go</a></div>"#,
                r#"<div class=wp-block-button><a class=wp-block-button__link href="javascript:1">No</a></div>"#,
                "</div>",
            ),
            json!([{ "type": "button", "href": "https://m.example/go", "text": "Go" }, p("No")]),
        ),
        (
            concat!(
                "<div class=wp-block-file>",
                "<object class=wp-block-file__embed data=t.pdf type=application/pdf></object>",
                "<a id=f href=t.pdf>Tides</a><a href=t.pdf class=wp-block-file__button download>Download</a>",
                "</div>",
            ),
            json!([{ "type": "file", "href": "https://m.example/t.pdf", "name": "Tides" }]),
        ),
        (
            concat!(
                r#"<div style="height:43px" aria-hidden=true class=wp-block-spacer></div>"#,
                r#"<hr class="wp-block-separator">"#,
            ),
            json!([{ "type": "divider" }]),
        ),
        ("<div class=wp-block-group><div class=wp-block-group__inner-container><p>a</p></div></div>", json!([p("a")])),
        (
            r#"<p>a<span id="more-12"></span></p><!--more--><p>b</p>"#,
            json!([{ "type": "paragraph", "text": ["a", { "type": "anchor", "id": "more-12" }] }, p("b")]),
        ),
        (
            concat!(
                r#"<blockquote class=wp-embedded-content><a href="https://b.example/p/">A post</a>"#,
                r#"</blockquote><iframe class=wp-embedded-content src="https://b.example/p/embed/"></iframe>"#,
            ),
            json!([{ "type": "card", "url": "https://b.example/p/", "title": "A post" }]),
        ),
        (
            concat!(
                "<h3 class=wp-block-accordion-heading><button><span>Why?</span><span aria-hidden=true>+",
                "</span></button></h3>",
            ),
            json!([{ "type": "heading", "text": "Why?+", "level": 3 }]),
        ),
    ]);
    tell(&[(
        concat!(
            "<div class=wp-block-buttons><div class=wp-block-button>",
            r#"<a class="wp-block-button__link wp-element-button" href=/go>Go</a></div>"#,
            r#"<div class=wp-block-button><a class=wp-block-button__link href="javascript:1">No</a></div>"#,
            "</div>",
        ),
        &["downgraded div/div[2]/a: link: scheme not allowed"],
    )]);
}

#[test]
fn ghost() {
    give(&[
        (
            concat!(
                r#"<figure class="kg-card kg-bookmark-card">"#,
                r#"<a class=kg-bookmark-container href="https://o.example/w"><div class=kg-bookmark-content>"#,
                "<div class=kg-bookmark-title>The weir</div><div class=kg-bookmark-description>On it</div>",
                "<div class=kg-bookmark-metadata><img class=kg-bookmark-icon src=i.png>",
                "<span class=kg-bookmark-author>Ada</span><span class=kg-bookmark-publisher>Other</span>",
                "</div></div><div class=kg-bookmark-thumbnail><img src=t.jpg></div></a><figcaption>See",
                "</figcaption></figure>",
            ),
            json!([
                {
                    "type": "card",
                    "url": "https://o.example/w",
                    "title": "The weir",
                    "teaser": "On it",
                    "image": { "src": "https://m.example/t.jpg", "alt": "" },
                    "source": "Ada · Other",
                },
                { "type": "paragraph", "text": "See", "role": "note" },
            ]),
        ),
        (
            concat!(
                r#"<div class="kg-card kg-callout-card kg-callout-card-grey"><div class=kg-callout-emoji>💡"#,
                "</div><div class=kg-callout-text>Mind the <b>tide</b>.</div></div>",
            ),
            json!([
                {
                    "type": "callout",
                    "icon": "💡",
                    "blocks": [
                                  {
                                      "type": "paragraph",
                                      "text": ["Mind the ", { "type": "strong", "text": "tide" }, "."],
                                  },
                              ],
                },
            ]),
        ),
        (
            concat!(
                r#"<div class="kg-card kg-toggle-card" data-kg-toggle-state=close>"#,
                "<div class=kg-toggle-heading><h4 class=kg-toggle-heading-text>Why?</h4>",
                "<button class=kg-toggle-card-icon>v</button></div><div class=kg-toggle-content><p>So.</p>",
                "</div></div>",
            ),
            json!([{ "type": "details", "summary": "Why?", "blocks": [p("So.")] }]),
        ),
        (
            r#"<div class="kg-card kg-button-card"><a href=/join class="kg-btn kg-btn-accent">Join</a></div>"#,
            json!([{ "type": "button", "href": "https://m.example/join", "text": "Join" }]),
        ),
        (
            concat!(
                r#"<div class="kg-card kg-file-card"><a class=kg-file-card-container href=t.pdf>"#,
                "<div class=kg-file-card-contents><div class=kg-file-card-title>Tides</div>",
                "<div class=kg-file-card-caption>All year</div><div class=kg-file-card-metadata>",
                "<div class=kg-file-card-filename>t.pdf</div><div class=kg-file-card-filesize>1.5 MB</div>",
                "</div></div></a></div>",
            ),
            json!([
                {
                    "type": "file",
                    "href": "https://m.example/t.pdf",
                    "name": "Tides",
                    "bytes": 1500000,
                    "text": "All year t.pdf",
                },
            ]),
        ),
        (
            concat!(
                r#"<div class="kg-card kg-product-card"><div class=kg-product-card-container>"#,
                "<img src=p.jpg width=400 height=300><h4 class=kg-product-card-title>Lamp</h4>",
                "<div class=kg-product-card-rating>",
                r#"<span class="kg-product-card-rating-active kg-product-card-rating-star"><svg></svg></span>"#,
                "<span class=kg-product-card-rating-star><svg></svg></span></div>",
                "<div class=kg-product-card-description><p>Bright.</p></div>",
                "<a href=/buy class=kg-product-card-button><span>Buy</span></a></div></div>",
            ),
            json!([
                {
                    "type": "group",
                    "title": "Lamp",
                    "blocks": [
                                  {
                                      "type": "image",
                                      "src": "https://m.example/p.jpg",
                                      "alt": "",
                                      "width": 400,
                                      "height": 300,
                                  },
                                  { "type": "rating", "value": 1.0, "best": 5.0 },
                                  p("Bright."),
                                  { "type": "button", "href": "https://m.example/buy", "text": "Buy" },
                              ],
                },
            ]),
        ),
        (
            concat!(
                r#"<div class="kg-card kg-audio-card"><img src="" class="kg-audio-thumbnail kg-audio-hide">"#,
                "<div class=kg-audio-player-container><audio src=a.mp3></audio>",
                "<div class=kg-audio-title>Bells</div><div class=kg-audio-player><span>0:00</span></div>",
                "</div></div>",
            ),
            json!([{ "type": "audio", "sources": [{ "src": "https://m.example/a.mp3" }], "title": "Bells" }]),
        ),
        (
            concat!(
                r#"<div class="kg-card kg-header-card kg-v2 kg-width-full">"#,
                "<h2 class=kg-header-card-heading>Head</h2><p>Sub</p>",
                "<a href=/x class=kg-header-card-button>Go</a></div>",
            ),
            json!([
                { "type": "heading", "text": "Head", "level": 2 },
                p("Sub"),
                { "type": "button", "href": "https://m.example/x", "text": "Go" },
            ]),
        ),
        (
            concat!(
                r#"<div class="kg-card kg-signup-card"><h2>Sign</h2><form><input type=email><button>Join"#,
                "</button></form></div>",
            ),
            json!([]),
        ),
    ]);
    tell(&[(
        concat!(
            r#"<div class="kg-card kg-signup-card"><h2>Sign</h2><form><input type=email><button>Join</button>"#,
            "</form></div>",
        ),
        &["dropped div: a sign-up form"],
    )]);
}
