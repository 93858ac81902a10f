//! Films and recordings.

use super::{give, p, tell};
use serde_json::json;

#[test]
fn films_and_recordings_play() {
    give(&[
        (
            concat!(
                "<figure class=wp-block-audio><audio controls src=a.mp3></audio><figcaption>Sound",
                "</figcaption></figure>",
            ),
            json!([{ "type": "audio", "sources": [{ "src": "https://m.example/a.mp3" }], "caption": "Sound" }]),
        ),
        (
            concat!(
                "<video controls poster=p.jpg width=640 height=360 title=Film>",
                r#"<source src=a.webm type=video/webm><source src=a.mp4 type="text/html">"#,
                "<track src=c.vtt kind=captions srclang=en label=English>",
                r#"<track src=d.vtt kind=evil srclang="no tag">No video</video>"#,
            ),
            json!([
                {
                    "type": "video",
                    "sources": [
                                   { "src": "https://m.example/a.webm", "type": "video/webm" },
                                   { "src": "https://m.example/a.mp4" },
                               ],
                    "poster": "https://m.example/p.jpg",
                    "tracks": [
                                  {
                                      "src": "https://m.example/c.vtt",
                                      "kind": "captions",
                                      "language": "en",
                                      "label": "English",
                                  },
                                  { "src": "https://m.example/d.vtt" },
                              ],
                    "width": 640,
                    "height": 360,
                    "title": "Film",
                },
            ]),
        ),
        (
            "<p>a <audio><source data-src=b.ogg></audio> c</p>",
            json!([p("a"), { "type": "audio", "sources": [{ "src": "https://m.example/b.ogg" }] }, p("c")]),
        ),
        (
            r#"<video src="javascript:1"><p>Get the <a href=a.mp4>file</a></p></video>"#,
            json!([
                {
                    "type": "paragraph",
                    "text": ["Get the ", { "type": "link", "href": "https://m.example/a.mp4", "text": "file" }],
                },
            ]),
        ),
        (
            concat!(
                r#"<figure class="kg-card kg-video-card"><div class=kg-video-container>"#,
                "<video src=v.mp4 poster=p.jpg></video><div class=kg-video-overlay><button>x</button></div>",
                "<div class=kg-video-player-container><span>0:00</span></div></div><figcaption>Film",
                "</figcaption></figure>",
            ),
            json!([
                {
                    "type": "video",
                    "sources": [{ "src": "https://m.example/v.mp4" }],
                    "poster": "https://m.example/p.jpg",
                    "caption": "Film",
                },
            ]),
        ),
    ]);
    tell(&[(
        r#"<video src="javascript:1"><p>Get the <a href=a.mp4>file</a></p></video>"#,
        &["dropped video: scheme not allowed", "dropped video: no file that could be played"],
    )]);
}
