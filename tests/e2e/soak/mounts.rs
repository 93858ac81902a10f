//! Readers that come and go, articles that follow each other, dialogs that open and close: nothing of it stays.
//!
//! 1. `mounts.js` does each of the three a few times: what is made once is then there, and stays.
//! 2. [`Held`] is what the page holds after a collection.
//! 3. Each of the three is done many times, and what is held is compared after each.

use super::{LONGEST, figures, is_full, scaled};
use crate::browser::{Tab, scene_of};
use crate::pages::article;
use crate::server::Reply;
use std::fmt::{self, Display, Formatter};

/// How often each is done before it counts.
const WARM_UP: [(&str, usize); 3] = [("mounts", 40), ("changes", 20), ("shares", 10)];

/// How much more of JavaScript's heap there may be at the end: engines keep what they learned of code.
const TOLERANCE: f64 = 1.02;

/// Remembers the memory of every WebAssembly that the page starts.
const MEMORIES: &str = "(() => { const memories = (window.memories = []); \
    for (const name of ['instantiate', 'instantiateStreaming']) { const real = WebAssembly[name]; \
    WebAssembly[name] = async (...input) => { const made = await real.apply(WebAssembly, input); \
    for (const one of Object.values((made.instance ?? made).exports)) \
    if (one instanceof WebAssembly.Memory && !memories.includes(one)) memories.push(one); return made; } } })()";

/// What a page holds.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Held {
    elements: usize,
    /// Pages of WebAssembly's memory, 64 KiB each.
    memory: usize,
    /// Nodes, listeners, and bytes of JavaScript's heap, where the engine tells.
    renderer: Option<(u64, u64, u64)>,
}

impl Held {
    async fn by(tab: &Tab) -> Self {
        tab.settle().await;
        let elements = tab.count("*").await;
        let memory =
            tab.number("memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) / 65536").await as usize;
        let mut renderer = None;
        if tab.engine.has_devtools() {
            // What the first collection lets go of, the next ones find.
            for _ in 0..3 {
                let (nodes, listeners) = tab.holds().await;
                renderer = Some((nodes, listeners, tab.heap().await));
                tab.settle().await;
            }
        }
        Self { elements, memory, renderer }
    }
}

impl Display for Held {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        write!(to, "{} elements, {} pages of memory", self.elements, self.memory)?;
        let Some((nodes, listeners, heap)) = self.renderer else { return Ok(()) };
        write!(to, ", {nodes} nodes, {listeners} listeners, {} KB of heap", heap / 1000)
    }
}

async fn go(tab: &Tab, what: &str, times: usize) {
    let told =
        tab.run_async(&format!("soak.{what}({times}).then(() => done('done'), (error) => done(String(error)))")).await;
    assert_eq!(told, "done", "{what}");
}

#[tokio::test]
async fn readers_articles_and_dialogs_that_come_and_go_leave_nothing() {
    scene_of(LONGEST, async |tab| {
        tab.before_load(MEMORIES).await;
        for (name, title) in [("a", "First"), ("b", "Second")] {
            tab.site.put(&format!("/own/{name}.json"), Reply::json(&article(title, &["One", "Two"])));
        }
        let script = include_str!("mounts.js");
        tab.visit_with(&format!("<script>{script}</script><div id=place></div>")).await;
        tab.wait("customElements.get('gatefold-reader')").await;
        for (what, times) in WARM_UP {
            go(tab, what, times).await;
        }
        let before = Held::by(tab).await;
        assert!(before.memory > 0, "no memory of WebAssembly was seen");
        figures(&format!("before: {before}"));
        let mut after = before;
        for (what, full, short) in [("mounts", 1000, 40), ("changes", 200, 20), ("shares", 100, 10)] {
            let (times, mut done) = (scaled(full, short), 0);
            while done < times {
                // In steps, that show whether what grows goes on growing.
                let step = (times - done).min(200);
                go(tab, what, step).await;
                done += step;
                after = Held::by(tab).await;
                figures(&format!("after {done} {what}: {after}"));
            }
        }
        assert_eq!((after.elements, after.memory), (before.elements, before.memory));
        let (Some(then), Some(now)) = (before.renderer, after.renderer) else { return };
        assert_eq!((now.0, now.1), (then.0, then.1), "nodes and listeners");
        // A few are less than what engines do for themselves.
        if !is_full() {
            return;
        }
        let grown = now.2 as f64 / then.2 as f64;
        assert!(grown <= TOLERANCE, "the heap grew from {} to {} bytes, {:.1} %", then.2, now.2, (grown - 1.0) * 100.0);
    })
    .await;
}
