use super::*;
use crate::model::Base;
use crate::sanitize::parser::Html5ever;
use serde_json::json;

fn source(base: &str) -> Source<'static> {
    let base = Base::at(base);
    Source::new(&base, &Html5ever)
}

#[test]
fn the_ending_of_a_cut_excerpt_becomes_an_ellipsis() {
    for (excerpt, expected) in [
        ("The pond fills […]", "The pond fills…"),
        ("The pond fills, [...] ", "The pond fills,…"),
        ("The pond fills… Continue reading The mill", "The pond fills…"),
        ("The pond fills... Read more", "The pond fills…"),
        ("A list of mills. Read more books this winter.", "A list of mills. Read more books this winter."),
        ("Read more", "Read more"),
        ("[…]", ""),
        ("", ""),
    ] {
        let text = standfirst(excerpt, &mut source("https://cms.example/"));
        assert_eq!(plain_text(&text), expected);
    }
    let long = ["[…] ", &"word ".repeat(100)].concat();
    let text = standfirst(&long, &mut source("https://cms.example/"));
    assert_eq!(plain_text(&text), long.trim(), "an omission in the middle is none at the end");
}

#[test]
fn the_list_of_a_post_is_in_its_links_or_in_the_request() {
    let collection = |json: serde_json::Value, request: &str| collection(&&json, "12", request);
    let own = json!({ "_links": { "self": [{ "href": "https://cms.example/wp-json/wp/v2/stories/12" }] } });
    assert_eq!(collection(own, "").as_deref(), Some("https://cms.example/wp-json/wp/v2/stories"));
    let listed = json!({ "_links": { "collection": [{ "href": "https://cms.example/?rest_route=/wp/v2/posts" }] } });
    assert_eq!(collection(listed, "").as_deref(), Some("https://cms.example/?rest_route=/wp/v2/posts"));
    let list = Some("https://cms.example/wp-json/wp/v2/posts".to_owned());
    assert_eq!(collection(json!({}), "https://cms.example/wp-json/wp/v2/posts/12/?_embed=1"), list);
    assert_eq!(collection(json!({}), "https://cms.example/wp-json/wp/v2/posts?slug=mill"), list);
    assert_eq!(collection(json!({}), "https://cdn.example/mill.json"), None);
}

#[test]
fn related_posts_are_of_the_same_category_and_others() {
    let post = json!({ "id": 12, "categories": [7, 8] });
    let src = related(&&post, &mut source("https://cms.example/wp-json/wp/v2/posts/12"));
    let expected = "https://cms.example/wp-json/wp/v2/posts?categories=7&exclude=12&per_page=10&_embed=1";
    assert_eq!(src.as_ref().map(SafeUrl::as_str), Some(expected));
    assert_eq!(related(&&json!({ "id": 12 }), &mut source("https://cms.example/wp-json/wp/v2/posts/12")), None);
}

#[test]
fn the_picture_is_the_widest_whole_file_within_reason() {
    let address = |media: serde_json::Value| {
        let post = json!({ "_embedded": { "wp:featuredmedia": [media] } });
        let image = media::image(&&post, &mut source("https://cms.example/"))?;
        Some((image.src?.as_str().rsplit('/').next()?.to_owned(), image.width))
    };
    let size = |name: &str, width: u32, height: u32| json!({ "source_url": name, "width": width, "height": height });
    let media = |width: u32, height: u32, sizes: serde_json::Value| json!({ "source_url": "full.jpg", "media_details": { "width": width, "height": height, "sizes": sizes } });
    let sizes = json!({ "a": size("a.jpg", 300, 200), "b": size("b.jpg", 1500, 1000), "c": size("c.jpg", 2400, 1600),
        "crop": size("crop.jpg", 1600, 900) });
    assert_eq!(address(media(6000, 4000, sizes.clone())), Some(("b.jpg".to_owned(), 1500)));
    assert_eq!(address(media(1200, 800, json!({ "a": size("a.jpg", 300, 200) }))), Some(("full.jpg".to_owned(), 1200)));
    assert_eq!(address(media(0, 0, sizes)), Some(("full.jpg".to_owned(), 0)), "nobody knows which are whole");
    assert_eq!(address(media(9000, 6000, json!({}))), Some(("full.jpg".to_owned(), 9000)));
    assert_eq!(address(json!({ "source_url": "plan.pdf", "media_type": "file" })), None);
}
