//! What is checked in every state: axe-core's rules, and the few things that it cannot see.

use super::Tab;
use std::path::{Path, PathBuf};

fn axe() -> PathBuf {
    std::env::var_os("GATEFOLD_AXE").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/node_modules/axe-core/axe.min.js"),
        PathBuf::from,
    )
}

impl Tab {
    /// Runs every rule of axe-core, best practices and target size with them, and expects it to find nothing.
    pub(crate) async fn expect_accessible(&self, state: &str) {
        self.expect_accessible_in("document", state).await;
    }

    /// The same for what axe-core calls a context, as an expression.
    pub(crate) async fn expect_accessible_in(&self, context: &str, state: &str) {
        if self.value("typeof window.axe").await == "undefined" {
            let script = std::fs::read_to_string(axe());
            let script = script.unwrap_or_else(|error| panic!("{}: {error}; run `make test`", axe().display()));
            self.run(&script).await;
        }
        // A colour on its way from one to another is none that anyone reads; what begins does so with a frame.
        self.settle().await;
        self.wait("[document, ...t.all('*').flatMap((one) => one.shadowRoot ?? [])].flatMap((root) => root.getAnimations()).every((one) => one.playState !== 'running' || one.effect.getTiming().iterations === Infinity)")
            .await;
        let found = self
            .run_async(
                &[
                    "const context = ",
                    context,
                    "; const rules = {}; for (const { ruleId, tags } of axe.getRules()) \
                 if (!tags.includes('experimental') && !tags.includes('wcag2aaa')) rules[ruleId] = { enabled: true }; \
                 axe.run(context, { rules, resultTypes: ['violations'] }).then(({ violations, passes }) => done(\
                 [...(passes.length ? [] : ['axe checked nothing']), ...violations.flatMap(({ id, nodes }) => \
                 nodes.map((node) => `${id}: ${node.target} ${node.failureSummary.replace(/\\s+/g, ' ')}`))]), \
                 (error) => done([String(error)]))",
                ]
                .concat(),
            )
            .await;
        let found = found.as_array().expect("a list");
        assert!(found.is_empty(), "axe on {state}: {found:#?}");
    }

    /// Nothing reaches past the side of the page.
    pub(crate) async fn expect_no_sideways_scrolling(&self, state: &str) {
        self.settle().await;
        let wide = self
            .strings(
                "document.documentElement.scrollWidth <= innerWidth ? [] : t.all('body *').filter((one) => \
                 one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1)\
                 .slice(0, 5).map((one) => one.cloneNode(false).outerHTML).concat('the page scrolls sideways')",
            )
            .await;
        assert!(wide.is_empty(), "{state}: {wide:#?}");
    }

    /// Everything to be pressed is at least 24 CSS pixels large, a link in running text, one stretched
    /// over its card, or hidden until it has the focus.
    pub(crate) async fn expect_large_targets(&self, state: &str) {
        let small = self
            .strings(
                "t.all('button, input, summary, [role=button], a[href]').filter(t.shown).filter((one) => { \
                 if (one.offsetWidth <= 1 || getComputedStyle(one, '::after').position === 'absolute') return false; \
                 if (one.matches('a[href]') && getComputedStyle(one).display === 'inline') return false; \
                 const { width, height } = one.getBoundingClientRect(); return width < 24 || height < 24 })\
                 .map((one) => `${one.className} ${t.words(one)} ${one.offsetWidth}×${one.offsetHeight}`)",
            )
            .await;
        assert!(small.is_empty(), "{state}: {small:#?}");
    }
}
