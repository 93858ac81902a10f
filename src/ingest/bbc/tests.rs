use super::media::address;

#[test]
fn addresses_of_pictures_are_put_together() {
    for (locator, origin, width, expected) in [
        ("4a/live/a.jpg", "cpsprodpb", 1600, "https://ichef.bbci.co.uk/news/1024/cpsprodpb/4a/live/a.jpg"),
        ("4a/live/a.jpg", "cpsprodpb", 1000, "https://ichef.bbci.co.uk/news/976/cpsprodpb/4a/live/a.jpg"),
        ("4a/live/a.jpg", "cpsprodpb", 100, "https://ichef.bbci.co.uk/news/240/cpsprodpb/4a/live/a.jpg"),
        ("4a/live/a.jpg", "cpsprodpb", 0, "https://ichef.bbci.co.uk/news/1024/cpsprodpb/4a/live/a.jpg"),
        ("/cpsprodpb/4a/a.jpg", "", 976, "https://ichef.bbci.co.uk/news/976/cpsprodpb/4a/a.jpg"),
        ("ichef.bbci.co.uk/images/ic/$recipe/p1.jpg", "pips", 0, "https://ichef.bbci.co.uk/images/ic/1024xn/p1.jpg"),
        ("https://images.example/{width}/a.jpg", "", 0, "https://images.example/1024/a.jpg"),
    ] {
        assert_eq!(address(locator, origin, width), expected);
    }
}
