//! What attackers write, in a browser: nothing of it runs, is asked for, or stands in the document.

use crate::browser::scene;
use serde_json::{Value, json};

const SHOW: &str = include_str!("attacks.js");
const VECTORS: &str = include_str!("../fixtures/attacks/vectors.json");

/// Those of the project, and those of the file that `GATEFOLD_PAYLOADS` names, a JSON list of objects with a `payload`.
fn vectors() -> Vec<Value> {
    let mut vectors: Vec<Value> = serde_json::from_str(VECTORS).unwrap();
    if let Ok(file) = std::env::var("GATEFOLD_PAYLOADS") {
        let further: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        vectors.extend(further.iter().map(|one| json!({ "name": one["id"], "html": one["payload"] })));
    }
    vectors
}

#[tokio::test]
async fn nothing_that_html_brings_along_comes_to_life() {
    scene(async |tab| {
        tab.expect_failed_requests();
        let vectors = vectors();
        tab.visit_with(
            "<gatefold-reader loading=eager sections=open related=off src=/articles/tide-mill.json></gatefold-reader>",
        )
        .await;
        tab.wait_told("ready").await;
        let (mut found, mut hosts) = (Vec::new(), Vec::new());
        for some in vectors.chunks(25) {
            let result = tab.run_async(&format!("({SHOW})({}, done)", json!(some))).await;
            found.extend(result["found"].as_array().unwrap().clone());
            hosts.extend(result["hosts"].as_array().unwrap().clone());
        }
        assert!(found.is_empty(), "{found:#?}");
        tab.settle().await;
        assert_eq!(tab.value("t.seen.alerts").await, json!([]));
        assert_eq!(tab.string("location.pathname").await, "/hosts/given.html");
        // Pictures of other hosts are shown; nothing else is fetched from there.
        let asked: Vec<_> = tab.outside.hosts().into_iter().filter(|host| !hosts.contains(&json!(host))).collect();
        assert!(asked.is_empty(), "{asked:?}");
    })
    .await;
}
