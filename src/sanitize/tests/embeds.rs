//! What other sites show.

use super::{give, p, tell};
use serde_json::json;

#[test]
fn players_become_the_pages_they_show() {
    give(&[
        (
            concat!(
                r#"<iframe src="//www.youtube.com/embed/abcDEF12345?feature=oembed" width=500 height=281 title="A film">"#,
                "</iframe>",
            ),
            json!([
                {
                    "type": "embed",
                    "url": "https://www.youtube.com/watch?v=abcDEF12345",
                    "provider": "YouTube",
                    "title": "A film",
                    "width": 500,
                    "height": 281,
                },
            ]),
        ),
        (
            concat!(
                r#"<iframe src="https://www.youtube-nocookie.com/embed/abcDEF12345"></iframe>"#,
                r#"<iframe src="https://player.vimeo.com/video/123456?h=1"></iframe>"#,
            ),
            json!([
                { "type": "embed", "url": "https://www.youtube.com/watch?v=abcDEF12345", "provider": "YouTube" },
                { "type": "embed", "url": "https://vimeo.com/123456", "provider": "Vimeo" },
            ]),
        ),
        (
            r#"<iframe data-src="https://www.dailymotion.com/embed/video/x7abc" src="about:blank"></iframe>"#,
            json!([{ "type": "embed", "url": "https://www.dailymotion.com/video/x7abc", "provider": "Dailymotion" }]),
        ),
        (
            concat!(
                r#"<iframe src="https://open.spotify.com/embed/track/7abc?utm=1"></iframe>"#,
                r#"<iframe src="https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/mill/bells&amp;color=%23ff">"#,
                "</iframe>",
            ),
            json!([
                { "type": "embed", "url": "https://open.spotify.com/track/7abc", "provider": "Spotify" },
                { "type": "embed", "url": "https://soundcloud.com/mill/bells", "provider": "SoundCloud" },
            ]),
        ),
        (
            concat!(
                r#"<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fmill%2Fposts%2F1&amp;show=1">"#,
                "</iframe>",
            ),
            json!([{ "type": "embed", "url": "https://www.facebook.com/mill/posts/1", "provider": "Facebook" }]),
        ),
        (
            r#"<iframe src="https://maps.example/here?z=1" height="400"></iframe>"#,
            json!([{ "type": "embed", "url": "https://maps.example/here?z=1", "height": 400 }]),
        ),
        (
            r#"<iframe src="https://w.soundcloud.com/player/?url=javascript%3Aalert(1)"></iframe>"#,
            json!([
                {
                    "type": "embed",
                    "url": "https://w.soundcloud.com/player/?url=javascript%3Aalert(1)",
                    "provider": "SoundCloud",
                },
            ]),
        ),
        (
            r#"<p>a <iframe src="https://x.example/"></iframe> b</p>"#,
            json!([p("a"), { "type": "embed", "url": "https://x.example/" }, p("b")]),
        ),
    ]);
}

#[test]
fn frames_that_are_not_seen_or_safe_go() {
    give(&[
        (
            concat!(
                r#"<iframe src="https://t.example/ns.html" height=0 width=0></iframe><iframe></iframe>"#,
                r#"<iframe src="javascript:alert(1)"></iframe><iframe srcdoc="<p>x"></iframe>"#,
            ),
            json!([]),
        ),
        (r#"<noscript><iframe src="https://t.example/ns.html" height=0></iframe></noscript>"#, json!([])),
        (
            concat!(
                r#"<object data="movie.swf" type="application/x-shockwave-flash"></object>"#,
                r#"<embed src="https://v.example/p">"#,
            ),
            json!([{ "type": "embed", "url": "https://v.example/p" }]),
        ),
        (
            r#"<object><param name=movie value=x><embed src="https://www.youtube.com/v/abcDEF12345"></object>"#,
            json!([{ "type": "embed", "url": "https://www.youtube.com/watch?v=abcDEF12345", "provider": "YouTube" }]),
        ),
    ]);
    tell(&[
        (
            concat!(
                r#"<iframe src="https://t.example/ns.html" height=0 width=0></iframe><iframe></iframe>"#,
                r#"<iframe src="javascript:alert(1)"></iframe><iframe srcdoc="<p>x"></iframe>"#,
            ),
            &[
                "dropped iframe: a frame that is not seen",
                "dropped iframe[2]: a frame without an address",
                "dropped iframe[3]: scheme not allowed",
                "dropped iframe[4]: a frame without an address",
            ],
        ),
        (
            r#"<noscript><iframe src="https://t.example/ns.html" height=0></iframe></noscript>"#,
            &["dropped noscript/iframe: a frame that is not seen"],
        ),
        (
            concat!(
                r#"<object data="movie.swf" type="application/x-shockwave-flash"></object>"#,
                r#"<embed src="https://v.example/p">"#,
            ),
            &["dropped object: an object of a plug-in"],
        ),
        (
            r#"<object><param name=movie value=x><embed src="https://www.youtube.com/v/abcDEF12345"></object>"#,
            &["downgraded object: an object of a plug-in: what stands for it is kept"],
        ),
    ]);
}

#[test]
fn embed_blocks_take_captions() {
    give(&[
        (
            concat!(
                r#"<figure class="wp-block-embed is-provider-youtube">"#,
                "<div class=wp-block-embed__wrapper> https://www.youtube.com/watch?v=abcDEF12345 </div>",
                "<figcaption>Film</figcaption></figure>",
            ),
            json!([
                {
                    "type": "embed",
                    "url": "https://www.youtube.com/watch?v=abcDEF12345",
                    "provider": "YouTube",
                    "caption": "Film",
                },
            ]),
        ),
        (
            concat!(
                r#"<figure class="wp-block-embed"><div class=wp-block-embed__wrapper>"#,
                r#"<iframe src="https://player.vimeo.com/video/123456"></iframe></div><figcaption>Film"#,
                "</figcaption></figure>",
            ),
            json!([{ "type": "embed", "url": "https://vimeo.com/123456", "provider": "Vimeo", "caption": "Film" }]),
        ),
        (
            concat!(
                r#"<figure class="kg-card kg-embed-card"><blockquote class=twitter-tweet>"#,
                "<p lang=en dir=ltr>Low water</p>— Mill (@mill) ",
                r#"<a href="https://twitter.com/mill/status/12">May 1</a></blockquote>"#,
                r#"<script src="https://platform.twitter.com/widgets.js"></script></figure>"#,
            ),
            json!([
                {
                    "type": "embed",
                    "url": "https://twitter.com/mill/status/12",
                    "provider": "X",
                    "text": [
                                { "type": "span", "text": "Low water", "language": "en", "direction": "ltr" },
                                " \u{2014} Mill (@mill) ",
                                {
                                    "type": "link",
                                    "href": "https://twitter.com/mill/status/12",
                                    "text": "May 1",
                                },
                            ],
                },
            ]),
        ),
        (
            concat!(
                r#"<blockquote class=instagram-media data-instgrm-permalink="https://www.instagram.com/p/ABC/?utm=1">"#,
                r#"<a href="https://www.instagram.com/p/ABC/">View this post</a></blockquote>"#,
            ),
            json!([
                {
                    "type": "embed",
                    "url": "https://www.instagram.com/p/ABC",
                    "provider": "Instagram",
                    "text": [
                                {
                                    "type": "link",
                                    "href": "https://www.instagram.com/p/ABC/",
                                    "text": "View this post",
                                },
                            ],
                },
            ]),
        ),
        (
            concat!(
                r#"<blockquote class=tiktok-embed cite="https://www.tiktok.com/@mill/video/1"><section>Bells"#,
                "</section></blockquote>",
            ),
            json!([
                {
                    "type": "embed",
                    "url": "https://www.tiktok.com/@mill/video/1",
                    "provider": "TikTok",
                    "text": "Bells",
                },
            ]),
        ),
        (
            "<blockquote class=twitter-tweet><p>No address</p></blockquote>",
            json!([{ "type": "quote", "blocks": [p("No address")] }]),
        ),
        (
            "[embed]https://vimeo.com/123456[/embed]",
            json!([{ "type": "embed", "url": "https://vimeo.com/123456", "provider": "Vimeo" }]),
        ),
        ("<figure class=wp-block-embed>words only</figure>", json!([p("words only")])),
    ]);
}
