//! What a visit remembers: the tab's session storage, or memory where the browser refuses it.

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
