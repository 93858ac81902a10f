//! Every way in which an answer goes wrong, under `/soak/`.
//!
//! 1. `GET /soak/17.json?cut` asks for article 17 from a server that cuts it off, however often; with `?cut&2` it does so
//!    twice, then is well. [`KINDS`] has the names.
//! 2. `GET /soak/well/17` ends that: from then on article 17 comes.

use super::Reply;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// What a reader makes of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// An article, perhaps somewhat later.
    Article,
    /// A failure that may pass: it asks again by itself.
    Passing,
    /// An article in engines that make the best of it, a failure in others.
    Either,
    /// A failure that some engines call one of the network, which may pass, and others an answer with half of it missing.
    Broken,
    /// A failure, said at once.
    Failure,
    /// A failure once the time is over.
    Timeout,
}

use Outcome::{Article, Broken, Either, Failure, Passing, Timeout};

/// Every kind of answer, and what comes of it.
pub(crate) const KINDS: [(&str, Outcome); 48] = [
    ("valid", Article),
    ("late", Article),
    ("later", Article),
    ("unmeasured", Article),
    ("sent-as-text", Article),
    ("sent-as-nothing", Article),
    ("sent-as-picture", Article),
    ("with-mark", Article),
    ("400", Failure),
    ("401", Failure),
    ("403", Failure),
    ("404", Failure),
    ("410", Failure),
    ("418", Failure),
    ("451", Failure),
    ("408", Passing),
    ("425", Passing),
    ("429", Passing),
    ("500", Passing),
    ("502", Passing),
    ("503", Passing),
    ("504", Passing),
    ("599", Passing),
    ("retry-after-0", Passing),
    ("retry-after-1", Passing),
    ("retry-after-60", Failure),
    ("retry-after-date", Failure),
    ("retry-after-odd", Failure),
    ("hang", Timeout),
    ("drip", Timeout),
    ("no-answer", Passing),
    ("half-a-head", Broken),
    ("cut", Broken),
    ("reset", Passing),
    ("reset-within", Broken),
    ("bad-chunk", Broken),
    ("bad-gzip", Either),
    ("loop", Broken),
    ("html", Failure),
    ("html-as-json", Failure),
    ("empty", Failure),
    ("blank", Failure),
    ("204", Failure),
    ("truncated", Failure),
    ("twice", Failure),
    ("garbage", Failure),
    ("binary", Failure),
    ("other", Failure),
];

/// How the articles have been asked for.
#[derive(Default)]
pub(super) struct Soak {
    asked: HashMap<String, usize>,
    well: HashSet<String>,
}

impl Soak {
    /// The answer to what stands after `/soak/`, its query with it.
    pub(super) fn reply(&mut self, rest: &str) -> Reply {
        if let Some(name) = rest.strip_prefix("well/") {
            self.well.insert(name.to_owned());
            return Reply::status(204);
        }
        let (file, query) = rest.split_once('?').unwrap_or((rest, "valid"));
        let name = file.trim_end_matches(".json");
        let (kind, times) = query.split_once('&').unwrap_or((query, ""));
        let asked = self.asked.entry(name.to_owned()).or_default();
        *asked += 1;
        let ill =
            !self.well.contains(name) && times.parse().is_ok_and(|times: usize| *asked <= times) | times.is_empty();
        if ill { kind_of(kind, name, rest) } else { whole(name) }
    }
}

/// Article 17 is called so, says so in every section, and ends with a word of its own.
fn article(name: &str) -> Value {
    let section =
        |heading| json!({ "heading": heading, "blocks": [format!("Of number {name}."), "Water. ".repeat(40)] });
    let end = json!([{ "type": "list", "items": ["a", "b"] }, format!("End of {name}.")]);
    let sections = json!([section("One"), section("Two"), { "heading": "Last", "blocks": end }]);
    json!({ "gatefold": 1, "id": name, "language": "en", "title": format!("Number {name}"), "sections": sections })
}

fn whole(name: &str) -> Reply {
    Reply::json(&article(name))
}

fn kind_of(kind: &str, name: &str, rest: &str) -> Reply {
    let text = article(name).to_string();
    let as_kind = |mime: &str, body: &str| Reply::new(mime, body);
    let as_json = |body: &str| as_kind("application/json", body);
    let busy = |after: &str| Reply::status(503).with("retry-after", after);
    let page = "<!doctype html><title>Sign in</title><p>Welcome to the café's network.";
    let head = "HTTP/1.1 200 -\r\nconnection: close\r\ncontent-type: application/json\r\n";
    let half = &text[..text.len() / 2];
    match kind {
        "valid" => whole(name),
        "late" => whole(name).late(120),
        "later" => whole(name).late(700),
        "unmeasured" => whole(name).unmeasured(),
        "sent-as-text" => as_kind("text/plain", &text),
        "sent-as-nothing" => as_kind("", &text),
        "sent-as-picture" => as_kind("image/png", &text),
        "with-mark" => as_json(&format!("\u{feff}\r\n {text}\n")),
        "retry-after-0" => busy("0"),
        "retry-after-1" => Reply::status(429).with("retry-after", "1"),
        "retry-after-60" => busy("60"),
        "retry-after-date" => busy("Wed, 21 Oct 2099 07:28:00 GMT"),
        "retry-after-odd" => busy("-5 soon"),
        "hang" => Reply::never(),
        "drip" => whole(name).drip(),
        "no-answer" => Reply::bytes(""),
        "half-a-head" => Reply::bytes(&head[..40]),
        "cut" => whole(name).broken(),
        "reset" => Reply::bytes("").reset(),
        "reset-within" => Reply::bytes(format!("{head}content-length: {}\r\n\r\n{half}", text.len())).reset(),
        "bad-chunk" => {
            Reply::bytes(format!("{head}transfer-encoding: chunked\r\n\r\n5\r\n{{\"gat\r\nno number\r\n{half}"))
        }
        "bad-gzip" => as_json(&text).with("content-encoding", "gzip"),
        "loop" => Reply::status(302).with("location", &format!("/soak/{rest}")),
        "html" => as_kind("text/html", page),
        "html-as-json" => as_json(page),
        "empty" => as_json(""),
        "blank" => as_json(" \n\t\r\n"),
        "truncated" => as_json(half),
        "twice" => as_json(&text.repeat(2)),
        "garbage" => as_json("}{\"gatefold\":1,,]\u{0}\u{7}\u{202e} NaN undefined 'title'"),
        "binary" => Reply::new("application/json", (0..=255).rev().cycle().skip(7).take(4000).collect::<Vec<u8>>()),
        "other" => as_json(r#"{"hello":"world"}"#),
        status => Reply::status(status.parse().expect("a kind of answer, or a status")),
    }
}
