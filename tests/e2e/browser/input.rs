//! What a reader does: click, press keys, scroll, and what they see of it.

use super::{Tab, quoted};
use thirtyfour::Key;

impl Tab {
    /// Clicks the first element with the mouse: it is scrolled into view, and something that stays in front of it is an
    /// error.
    pub(crate) async fn click(&self, selector: &str) {
        self.wait(&format!("t.reachable(document.querySelector({}))", quoted(selector))).await;
        let clicked = self.find(selector).await.click().await;
        clicked.unwrap_or_else(|error| panic!("cannot click {selector}: {error}"));
    }

    /// Clicks what a JavaScript expression gives.
    pub(crate) async fn click_on(&self, element: &str) {
        self.wait(&format!("t.reachable({element})")).await;
        let found = self.session.execute(format!("return {element}"), Vec::new()).await;
        let found = found.and_then(|found| found.element()).unwrap_or_else(|error| panic!("{element}: {error}"));
        found.click().await.unwrap_or_else(|error| panic!("cannot click {element}: {error}"));
    }

    /// Presses a key.
    pub(crate) async fn press(&self, key: Key) {
        self.session.action_chain().send_keys(key).perform().await.expect("a key");
    }

    /// Types a text where the focus is.
    pub(crate) async fn type_text(&self, text: &str) {
        self.session.action_chain().send_keys(text).perform().await.expect("keys");
    }

    /// Presses a key while another is held.
    pub(crate) async fn press_with(&self, held: Key, key: Key) {
        let chain = self.session.action_chain().key_down(held.clone()).send_keys(key).key_up(held);
        chain.perform().await.expect("two keys");
    }

    /// Clicks with the mouse at a point of the page's window.
    pub(crate) async fn click_at(&self, x: i64, y: i64) {
        self.session.action_chain().move_to(x, y).click().perform().await.expect("a click");
    }

    /// Puts the mouse on the first element, without a click.
    pub(crate) async fn point_at(&self, selector: &str) {
        self.wait(&format!("t.reachable(document.querySelector({}))", quoted(selector))).await;
        let element = self.find(selector).await;
        self.session.action_chain().move_to_element_center(&element).perform().await.expect("a pointer");
    }

    /// Clicks the first element while a key is held.
    pub(crate) async fn click_with(&self, held: Key, selector: &str) {
        let element = self.find(selector).await;
        element.scroll_into_view().await.expect("it scrolls");
        let chain = self.session.action_chain().key_down(held.clone()).click_element(&element).key_up(held);
        chain.perform().await.expect("a click");
    }

    /// Puts the focus on what a JavaScript expression gives.
    pub(crate) async fn focus(&self, element: &str) {
        self.wait(element).await;
        self.run(&format!("({element}).focus()")).await;
        self.wait(&format!("t.active() === ({element})")).await;
    }

    /// Tabs forward until the focused element matches; fails when it comes round or goes on for ever.
    pub(crate) async fn tab_to(&self, selector: &str) {
        let there = format!("!!document.activeElement?.matches({})", quoted(selector));
        for _ in 0..200 {
            if self.value(&there).await == true {
                return;
            }
            self.press(Key::Tab).await;
        }
        panic!("200 presses of Tab did not reach {selector}");
    }

    /// Scrolls what a JavaScript expression gives to the middle of the window.
    pub(crate) async fn scroll_to(&self, element: &str) {
        self.wait(element).await;
        self.run(&format!("({element}).scrollIntoView({{ block: 'center', behavior: 'instant' }})")).await;
    }

    /// Scrolls through the whole page, a window at a time, and waits at its end until nothing more happens.
    pub(crate) async fn scroll_through(&self) {
        self.run_async(
            "const step = () => { const before = scrollY; scrollBy({ top: innerHeight * 0.8, behavior: 'instant' }); \
             requestAnimationFrame(() => requestAnimationFrame(() => scrollY > before ? step() : done())) }; step()",
        )
        .await;
        self.settle().await;
    }
}
