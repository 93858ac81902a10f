//! What a visit remembers, in the tab's session storage, and what stays, in the origin's local storage; both in memory where
//! the browser refuses.

use std::cell::RefCell;

thread_local! {
    static MEMORY: RefCell<Vec<(String, String)>> = RefCell::default();
}

fn session() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// What was remembered under that name in this visit.
pub(crate) fn recall(name: &str) -> Option<String> {
    let kept = MEMORY
        .with_borrow(|memory| memory.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.clone()));
    kept.or_else(|| session()?.get_item(name).ok().flatten())
}

/// Remembers until the tab is closed.
pub(crate) fn remember(name: &str, value: &str) {
    let stored = session().is_some_and(|storage| storage.set_item(name, value).is_ok());
    if !stored {
        MEMORY.with_borrow_mut(|memory| memory.push((name.to_owned(), value.to_owned())));
    }
}

fn local() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// What was kept under that name, in this visit or an earlier one.
pub(crate) fn kept(name: &str) -> Option<String> {
    // What this visit remembers is newer: it stands there because it could not be kept.
    recall(name).or_else(|| local()?.get_item(name).ok().flatten())
}

/// Keeps across visits.
pub(crate) fn keep(name: &str, value: &str) {
    if local().is_none_or(|storage| storage.set_item(name, value).is_err()) {
        remember(name, value);
    }
}
