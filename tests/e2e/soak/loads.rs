//! Loads that go wrong.
//!
//! 1. [`plan`] draws for every article how it is answered: of half of them well, of the others in one of the ways of
//!    `server/soak.rs`, once, twice or until further notice.
//! 2. `loads.js` mounts a reader for each, twenty at a time, waits for what it tells, looks at what it shows, ends the fault
//!    of one that failed and tries again.
//! 3. The test compares what came of each with what has to.

use super::dice::Dice;
use super::{LONGEST, figures, scaled, seed, thousands};
use crate::browser::{Engine, scene_of};
use crate::server::{KINDS, Outcome};
use serde_json::{Value, json};
use std::time::Instant;

/// How many readers there are at any moment.
const AT_ONCE: usize = 20;

/// One load: the number of the article, the query that says how it is answered, the time that the reader gives it, in
/// seconds, and whether an article comes of it at once, where that is not up to the engine.
struct Load {
    number: usize,
    query: String,
    seconds: u32,
    comes: Option<bool>,
}

fn plan(count: usize, dice: &mut Dice) -> Vec<Load> {
    let load = |number| {
        let (kind, outcome) = if dice.below(2) == 0 { KINDS[0] } else { *dice.one_of(&KINDS) };
        // Time enough on a busy machine, except where it has to run out.
        let seconds = if outcome == Outcome::Timeout { 1 } else { 60 };
        let times = [0, 0, 1, 2][dice.below(4)];
        let query = if times == 0 { kind.to_owned() } else { format!("{kind}&{times}") };
        let comes = match outcome {
            Outcome::Article => Some(true),
            Outcome::Passing => Some(times > 0),
            Outcome::Broken => (times == 0).then_some(false),
            Outcome::Failure | Outcome::Timeout => Some(false),
            Outcome::Either => None,
        };
        Load { number, query, seconds, comes }
    };
    (1..=count).map(load).collect()
}

/// Which of them came to another end than they have to.
fn astray(plan: &[Load], kinds: &Value) -> Vec<String> {
    let wrong = |load: &&Load| {
        let other = match load.comes {
            Some(true) => "error",
            Some(false) => "ready",
            None => return false,
        };
        !kinds[&load.query][other].is_null()
    };
    let mut astray: Vec<_> =
        plan.iter().filter(wrong).map(|load| format!("{}: {}", load.query, kinds[&load.query])).collect();
    astray.sort();
    astray.dedup();
    astray
}

#[tokio::test]
async fn whatever_goes_wrong_a_reader_ends_with_its_article_or_a_failure_and_heals_with_the_server() {
    let full = if Engine::chosen() == Engine::Chromium { 10_000 } else { 1_000 };
    let (count, seed) = (scaled(full, 120), seed());
    let plan = plan(count, &mut Dice::new(seed));
    scene_of(LONGEST, async |tab| {
        tab.expect_failed_requests();
        let script = include_str!("loads.js");
        tab.visit_with(&format!("<script>{script}</script><div id=place></div>")).await;
        tab.wait("customElements.get('gatefold-reader')").await;
        let begun = Instant::now();
        let list: Vec<Value> = plan.iter().map(|load| json!([load.number, load.query, load.seconds])).collect();
        tab.task(&format!("soak.run({}, {AT_ONCE})", Value::from(list))).await;
        while tab.run_async("soak.turn().then(done)").await != true {}
        let told = tab.value("soak").await;
        let number = |name: &str| told[name].as_u64().expect("a number") as usize;
        let wrong = |ends: &[&str]| {
            let list = told["wrong"].as_array().expect("a list").iter().filter_map(Value::as_str);
            list.filter(|line| ends.iter().any(|end| line.contains(end))).count()
        };
        let panics = told["codes"]["crashed"].as_u64().unwrap_or(0);
        let uncaught = told["uncaught"].as_array().map_or(0, Vec::len);
        figures(&format!(
            "{} loads (seed {seed}): {} articles, {} failures, {} of them with a button to try again, {} stuck, \
             {uncaught} uncaught errors, {panics} panics, {} healed ({} s)",
            thousands(count),
            thousands(number("articles")),
            thousands(number("failures")),
            thousands(number("retries")),
            wrong(&["is stuck"]),
            if number("healed") == number("failures") { "all".to_owned() } else { thousands(number("healed")) },
            begun.elapsed().as_secs(),
        ));
        eprintln!("codes: {}", told["codes"]);
        assert_eq!(told["wrong"], json!([]), "seed {seed}");
        assert_eq!(told["uncaught"], json!([]), "seed {seed}");
        assert_eq!(panics, 0, "seed {seed}");
        assert_eq!(number("articles") + number("failures"), count, "seed {seed}");
        assert_eq!(number("healed"), number("failures"), "seed {seed}");
        assert_eq!(astray(&plan, &told["kinds"]), [] as [&str; 0], "seed {seed}");
        assert_eq!(tab.count("gatefold-reader").await, 0);
    })
    .await;
}
