//! Every rule of the feed, and a hundred random lives of it.

use super::*;
use crate::model::url::{Base, Use};
use crate::model::{Image, Related};

fn url(reference: &str) -> SafeUrl {
    let base = Base::at("https://example.org/feeds/");
    SafeUrl::parse(reference, &base, Use::Resource).unwrap()
}

/// A card at an address of its own.
fn card(name: &str) -> Card {
    Card { url: Some(url(name)), title: Some(name.to_owned()), ..Card::default() }
}

fn cards(names: &[&str]) -> Vec<Card> {
    names.iter().map(|name| card(name)).collect()
}

fn page(names: &[&str], next: Option<&str>) -> Page {
    Page { cards: cards(names), next: next.map(url) }
}

fn feed(curated: Vec<Card>, src: Option<&str>) -> Feed {
    let related = Related { title: None, items: curated, src: src.map(url) };
    let article = Article { id: Some("me".to_owned()), url: Some(url("/me")), related, ..Article::default() };
    Feed::new(&article, "https://example.org/me.json", None, 2)
}

fn titles(feed: &Feed) -> Vec<&str> {
    feed.cards().iter().filter_map(|card| card.title.as_deref()).collect()
}

#[test]
fn nothing_curated_and_no_feed_is_nothing_at_all() {
    let mut feed = feed(Vec::new(), None);
    assert!(feed.is_empty() && !feed.start_fetches());
    assert_eq!(feed.start(), Step::Nothing);
    assert_eq!(feed.load_more(), Step::Nothing);
    assert_eq!(feed.phase(), &Phase::End);
}

#[test]
fn curated_cards_come_a_handful_at_a_time_and_then_the_end() {
    let mut feed = feed(cards(&["a", "b", "c"]), None);
    assert!(!feed.is_empty() && !feed.start_fetches());
    assert_eq!(feed.start(), Step::Shown { first_new: 0 });
    assert_eq!((titles(&feed), feed.phase()), (vec!["a", "b"], &Phase::More));
    assert_eq!(feed.start(), Step::Nothing, "a second start");
    assert_eq!(feed.load_more(), Step::Shown { first_new: 2 });
    assert_eq!((titles(&feed), feed.phase()), (vec!["a", "b", "c"], &Phase::End));
    assert_eq!(feed.load_more(), Step::Nothing);
}

#[test]
fn pages_follow_the_curated_cards() {
    let mut feed = feed(cards(&["a"]), Some("1.json"));
    assert_eq!(feed.start(), Step::Shown { first_new: 0 });
    assert_eq!(feed.load_more(), Step::Fetch(url("1.json")));
    assert_eq!((feed.load_more(), feed.phase()), (Step::Nothing, &Phase::Loading));
    assert_eq!(feed.received(page(&["b", "c", "d"], Some("2.json"))), Step::Shown { first_new: 1 });
    assert_eq!((titles(&feed), feed.phase()), (vec!["a", "b", "c"], &Phase::More));
    assert_eq!(feed.load_more(), Step::Shown { first_new: 3 }, "the rest of the page was in hand");
    assert_eq!(feed.load_more(), Step::Fetch(url("2.json")));
    assert_eq!(feed.received(page(&["e"], None)), Step::Shown { first_new: 4 });
    assert_eq!((titles(&feed), feed.phase()), (vec!["a", "b", "c", "d", "e"], &Phase::End));
}

#[test]
fn without_curated_cards_the_start_is_a_fetch() {
    let mut feed = feed(Vec::new(), Some("1.json"));
    assert!(feed.start_fetches() && !feed.is_empty());
    assert_eq!(feed.start(), Step::Fetch(url("1.json")));
    assert!(!feed.start_fetches());
    assert_eq!(feed.received(page(&["a"], Some("2.json"))), Step::Shown { first_new: 0 });
    assert_eq!(feed.phase(), &Phase::More, "a short page shows what came and fetches no other");
}

#[test]
fn duplicates_and_the_article_itself_never_appear() {
    let same_id = |name: &str, id: &str| Card { id: Some(id.to_owned()), ..card(name) };
    let source = Card { url: None, article: Some(url("/me.json")), ..card("by its JSON") };
    let curated = vec![card("/me/?utm_source=x#top"), same_id("a", "1"), same_id("other", "me"), source, card("a/")];
    let mut feed = feed(curated, Some("1.json"));
    feed.start();
    assert_eq!(titles(&feed), ["a"]);
    feed.load_more();
    let id_is_address = Card { id: Some("https://example.org/feeds/b#x".to_owned()), url: None, ..card("b again") };
    let cards = vec![same_id("moved", "1"), card("a?utm_medium=mail"), card("b"), id_is_address, card("b?page=2")];
    feed.received(Page { cards, next: None });
    assert_eq!(titles(&feed), ["a", "b", "b?page=2"]);
}

#[test]
fn an_address_is_known_by_where_it_leads() {
    for (address, expected) in [
        ("https://e.org/a/#b", "https://e.org/a"),
        ("https://e.org/", "https://e.org"),
        ("https://e.org/a/?UTM_source=x&id=1&utm_term=y&b", "https://e.org/a?id=1&b"),
        ("https://e.org/a?utm_id=é", "https://e.org/a"),
        ("https://e.org/a?ütm", "https://e.org/a?ütm"),
        ("https://e.org/a?utm", "https://e.org/a?utm"),
        ("tide#mill/", "tide#mill/"),
    ] {
        assert_eq!(identity(address), expected);
    }
}

#[test]
fn cards_without_content_are_dropped_and_a_teaser_alone_is_one() {
    let teaser = Card { teaser: Some("How a pond became a clock.".to_owned()), ..Card::default() };
    let picture = Card { image: Some(Image::default()), ..Card::default() };
    let hollow = Card { title: Some(" ".to_owned()), url: Some(url("x")), ..Card::default() };
    let mut feed = feed(vec![hollow, teaser.clone(), teaser.clone(), picture.clone()], None);
    feed.start();
    assert_eq!(feed.cards(), [teaser, picture]);
}

#[test]
fn a_page_without_news_is_the_end() {
    let mut feed = feed(cards(&["a"]), Some("1.json"));
    feed.start();
    feed.load_more();
    assert_eq!(feed.received(page(&["a", "/me"], Some("2.json"))), Step::Nothing);
    assert_eq!((feed.phase(), feed.cards().len()), (&Phase::End, 1));
    assert_eq!((feed.load_more(), feed.retry()), (Step::Nothing, Step::Nothing));
}

#[test]
fn a_circle_of_pages_is_the_end() {
    for back in ["1.json", "1.json#again", "2.json"] {
        let mut feed = feed(Vec::new(), Some("1.json"));
        feed.start();
        feed.received(page(&["a"], Some("2.json")));
        assert_eq!(feed.load_more(), Step::Fetch(url("2.json")));
        assert_eq!(feed.received(page(&["b"], Some(back))), Step::Shown { first_new: 1 });
        assert_eq!(feed.phase(), &Phase::End, "{back}");
    }
}

#[test]
fn retry_asks_for_the_same_page() {
    let mut feed = feed(Vec::new(), Some("1.json"));
    assert_eq!(feed.retry(), Step::Nothing);
    feed.start();
    assert_eq!(feed.retry(), Step::Nothing);
    feed.failed("timeout");
    assert_eq!(feed.phase(), &Phase::Failed("timeout".to_owned()));
    assert_eq!((feed.load_more(), feed.start()), (Step::Nothing, Step::Nothing));
    assert!(!feed.is_empty());
    assert_eq!(feed.retry(), Step::Fetch(url("1.json")));
    assert_eq!(feed.received(page(&["a"], None)), Step::Shown { first_new: 0 });
}

#[test]
fn what_nobody_waits_for_is_ignored() {
    let mut feed = feed(cards(&["a"]), Some("1.json"));
    feed.failed("network");
    assert_eq!(feed.received(page(&["b"], None)), Step::Nothing);
    assert_eq!((feed.phase(), feed.cards().len()), (&Phase::More, 0));
    feed.start();
    feed.load_more();
    feed.failed("network");
    assert_eq!(feed.received(page(&["b"], None)), Step::Nothing);
    assert_eq!((feed.retry(), titles(&feed)), (Step::Fetch(url("1.json")), vec!["a"]));
}

/// A small random number generator (Marsaglia 2003, "Xorshift RNGs").
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    fn cards(&mut self) -> Vec<Card> {
        let count = self.below(6);
        let one = |random: &mut Self| match random.below(8) {
            0 => Card::default(),
            1 => card("/me?utm_source=feed"),
            2 => Card { id: Some(random.below(20).to_string()), title: Some("by id".to_owned()), ..Card::default() },
            _ => card(&random.below(30).to_string()),
        };
        (0..count).map(|_| one(self)).collect()
    }
}

#[test]
fn whatever_happens_the_rules_hold() {
    for seed in 1..=100 {
        let mut random = Random(0x9E37_79B9_7F4A_7C15 ^ seed);
        let src = (random.below(4) > 0).then_some("0.json");
        let mut feed = feed(random.cards(), src);
        let mut came: Vec<SafeUrl> = Vec::new();
        let mut asked = None;
        for _ in 0..200 {
            let before = feed.clone();
            let step = match random.below(7) {
                0 => feed.start(),
                1 | 2 => feed.load_more(),
                3 => feed.retry(),
                4 => {
                    feed.failed("network");
                    Step::Nothing
                }
                5 => {
                    feed.cancelled();
                    Step::Nothing
                }
                _ => {
                    let next = (random.below(5) > 0).then(|| url(&[&random.below(12).to_string(), ".json"].concat()));
                    if before.phase == Phase::Loading {
                        came.extend(asked.take());
                    }
                    feed.received(Page { cards: random.cards(), next })
                }
            };
            assert!(feed.cards().starts_with(before.cards()), "cards stay where they are");
            match step {
                Step::Shown { first_new } => {
                    let added = feed.cards().len() - first_new;
                    assert_eq!(first_new, before.cards().len());
                    assert!((1..=2).contains(&added) && matches!(feed.phase(), Phase::More | Phase::End));
                }
                Step::Fetch(url) => {
                    assert_eq!(feed.phase(), &Phase::Loading);
                    assert!(!came.contains(&url), "a page is fetched once");
                    if matches!(before.phase, Phase::Failed(_)) {
                        assert_eq!(asked.as_ref(), Some(&url), "a retry is the same request");
                    }
                    asked = Some(url);
                }
                Step::Nothing => assert_eq!(feed.cards().len(), before.cards().len()),
            }
            if before.phase == Phase::End {
                assert_eq!((feed.phase(), feed.cards()), (&Phase::End, before.cards()), "the end is the end");
            }
            if feed.phase() == &Phase::Loading {
                assert!(feed.waiting.is_empty(), "nothing is fetched while cards are in hand");
            }
        }
        let names: Vec<String> = feed.cards().iter().flat_map(identities).collect();
        let mut unique = names.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), names.len(), "no card twice");
        assert!(!names.iter().any(|name| name.ends_with("/me")) && !feed.cards().iter().any(is_hollow));
    }
}
