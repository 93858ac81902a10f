use super::*;

fn nothing(_: &str) -> Option<String> {
    None
}

/// One option set, where it can be.
fn with(option: &'static str, value: &'static str) -> (Config, Vec<Warning>) {
    let place = OPTIONS.iter().find(|spec| spec.name == option).map_or(Place::App, |spec| spec.place);
    let place = if place == Place::Both { Place::App } else { place };
    Config::read(place, &|name| (name == option).then(|| value.to_owned()), &nothing)
}

#[test]
fn every_default_is_an_allowed_value() {
    for option in OPTIONS {
        assert_eq!(with(option.name, option.default), (Config::default(), Vec::new()), "{}", option.name);
    }
    let config = Config::default();
    assert_eq!((config.feed.as_str(), config.related_size, config.timeout), ("articles/feed.json", 4, 15));
    assert_eq!((config.share, config.diagnostics, config.max_bytes), (true, false, 20 << 20));
}

#[test]
fn every_documented_word_is_allowed() {
    for option in OPTIONS.iter().filter(|option| option.values.starts_with('`')) {
        for word in option.values.split('`').skip(1).step_by(2) {
            let place = if option.place == Place::Both { Place::Element } else { option.place };
            let (_, warnings) = Config::read(place, &|name| (name == option.name).then(|| word.into()), &nothing);
            assert_eq!(warnings, [], "{word}");
        }
    }
}

#[test]
fn a_wrong_value_is_reported_and_changes_nothing() {
    for (option, values) in [
        ("feed", &["", "two words"] as &[_]),
        ("origins", &["https://example.org *", "https://user@example.org", "https://example.org/path", "https://"]),
        ("sections", &["folded", ""]),
        ("theme", &["dark mode"]),
        ("related-size", &["0", "51", "-4", "4.5"]),
        ("share", &["yes", "1"]),
        ("share-targets", &["e-mail; x", "https://example.org"]),
        ("campaign", &["a=b#c", "?a=b"]),
        ("edit-href", &["two words"]),
        ("timeout", &["15s"]),
        ("max-bytes", &["99999999999"]),
        ("lang", &["en_GB"]),
        ("fields", &["title=headline"]),
        ("heading-level", &["0", "7"]),
        ("loading", &["soon"]),
    ] {
        for value in values {
            let (config, warnings) = with(option, value);
            assert_eq!((config, warnings.len()), (Config::default(), 1), "{option}={value}");
        }
    }
    let shown = with("timeout", "soon").1.iter().map(Warning::to_string).collect::<Vec<_>>();
    assert_eq!(shown, ["option timeout: `soon` is not allowed; allowed: 1–300"]);
}

#[test]
fn the_query_string_sets_what_it_may_and_wins() {
    let attribute = |name: &str| (name == "theme").then(|| "dark".to_owned());
    let query = |name: &str| Some(if name == "theme" { "Sepia" } else { "closed" }.to_owned());
    let (config, warnings) = Config::read(Place::App, &attribute, &query);
    assert_eq!((config.theme.as_str(), config.sections), ("sepia", Sections::Closed));
    assert_eq!((config.feed, warnings), (Config::default().feed, Vec::new()));
    let wrong = |name: &str| (name == "theme").then(|| "plaid".to_owned());
    let (config, warnings) = Config::read(Place::App, &attribute, &wrong);
    assert_eq!((config.theme, warnings.len()), (Theme::Dark, 1));
}

#[test]
fn an_id_is_one_part_of_the_edit_address() {
    let (config, _) = with("edit-href", "https://example.org/edit?post={id}&x=1");
    assert_eq!(config.edit_address("a/b&c").as_deref(), Some("https://example.org/edit?post=a%2Fb%26c&x=1"));
    assert_eq!(Config::default().edit_address("1"), None);
}

#[test]
fn an_option_counts_only_where_it_can_be_set() {
    let everywhere = |name: &str| matches!(name, "feed" | "src").then(|| "other.json".to_owned());
    let (app, _) = Config::read(Place::App, &everywhere, &nothing);
    assert_eq!((app.feed.as_str(), app.src), ("other.json", None));
    let (element, _) = Config::read(Place::Element, &everywhere, &nothing);
    assert_eq!((element.feed.as_str(), element.src.as_deref()), ("articles/feed.json", Some("other.json")));
}

#[test]
fn headings_follow_the_level_of_the_title() {
    let config = Config { heading_level: 3, ..Config::default() };
    assert_eq!([1, 2, 3, 6].map(|level| config.heading(level)), ["h3", "h4", "h5", "h6"]);
    assert_eq!(Config::default().heading(1), "h1");
}

#[test]
fn more_like_an_article_is_asked_for_with_what_the_article_has() {
    let of = |template: &str, article: &Article| {
        let config = Config { related_src: Some(template.to_owned()), ..Config::default() };
        config.related_address(article)
    };
    let article =
        Article { id: Some("a/1".into()), tags: vec!["tide & mill".into(), "x".into()], ..Article::default() };
    assert_eq!(
        of("/more?not={id}&tags={tags}", &article).as_deref(),
        Some("/more?not=a%2F1&tags=tide%20%26%20mill%2Cx")
    );
    assert_eq!(of("/more.json", &Article::default()).as_deref(), Some("/more.json"));
    assert_eq!(of("/more?like={url}", &article), None, "it has no address");
    assert_eq!(Config::default().related_address(&article), None);
}
