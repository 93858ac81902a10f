//! Many readers on one page at once.

use super::{LONGEST, figures, scaled};
use crate::browser::scene_of;
use crate::pages::{article, engine};
use crate::server::Reply;
use std::time::Instant;

/// Nodes of the readers, with all that is in their shadow roots.
const NODES: &str =
    "t.all('gatefold-reader').reduce((sum, one) => sum + 1 + one.shadowRoot.querySelectorAll('*').length, 0)";

#[tokio::test]
async fn two_hundred_on_a_page_all_show_their_articles_and_go() {
    let count = scaled(200, 40);
    scene_of(LONGEST, async |tab| {
        tab.be_patient(300);
        for number in 0..count {
            let given = article(&format!("Number {number}"), &["One", "Two", "Three"]);
            tab.site.put(&format!("/own/{number}.json"), Reply::json(&given));
        }
        tab.visit_with("<main id=place></main>").await;
        tab.wait("customElements.get('gatefold-reader')").await;
        let elements = tab.count("*").await;
        let begun = Instant::now();
        tab.run(&format!(
            "place.innerHTML = Array.from({{ length: {count} }}, (_, at) => \
             `<gatefold-reader loading=eager id=n${{at}} src=/own/${{at}}.json></gatefold-reader>`).join('')"
        ))
        .await;
        tab.wait(&format!("t.count('ready') === {count} || t.count('error')")).await;
        let taken = begun.elapsed();
        let wrong = "t.all('gatefold-reader').filter((one, at) => !t.isComplete(one) || t.words(t.inside('h1', one)) !== `Number ${at}`).map(({ id }) => id)";
        assert_eq!(tab.strings(wrong).await, [] as [&str; 0]);
        assert_eq!((tab.number("t.count('error')").await, tab.site.count(&engine())), (0.0, 1));
        let nodes = tab.number(NODES).await;
        figures(&format!("{count} readers on a page: ready after {} ms, {nodes} elements", taken.as_millis()));
        // The last one works as the first does.
        tab.run_async(&format!("n{}.collapseAll().then(done)", count - 1)).await;
        tab.wait(&format!("!t.inside('.section[data-open]', n{})", count - 1)).await;
        tab.run("place.replaceChildren()").await;
        tab.settle().await;
        assert_eq!(tab.count("*").await, elements);
        assert_eq!(tab.number("t.count('error')").await, 0.0);
    })
    .await;
}
