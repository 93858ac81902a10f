//! The share dialog.

use crate::browser::Tab;
use thirtyfour::Key;

/// The share dialog of the article that is open.
pub(crate) struct ShareDialog<'a>(pub(crate) &'a Tab);

impl ShareDialog<'_> {
    /// Opens it for the article, with the keyboard.
    pub(crate) async fn open(&self) {
        self.0.focus("t.one('.share-open')").await;
        self.0.press(Key::Enter).await;
        self.wait_open().await;
    }

    /// Waits until it is open as a modal dialog, with the focus in it.
    pub(crate) async fn wait_open(&self) {
        self.0
            .wait(
                "t.one('.share-dialog:modal')?.contains(t.active()) && \
                   t.shown(t.one('.share-dialog'))",
            )
            .await;
    }

    /// Waits until it is closed.
    pub(crate) async fn wait_closed(&self) {
        self.0.wait("!t.one('.share-dialog')?.open").await;
    }

    /// The address that is offered for copying.
    pub(crate) async fn address(&self) -> String {
        self.0.string("t.one('.share__address').value").await
    }
}
