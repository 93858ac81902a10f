//! The page that Gatefold is on: its address, its history, its viewport.

use super::dom::find;
use super::place::Place;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, Url, Window};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Window;
    #[wasm_bindgen(js_namespace = console, js_name = warn)]
    fn console_warn(line: &str);
    #[wasm_bindgen(js_namespace = performance, js_name = mark, catch)]
    fn performance_mark(name: &str) -> Result<JsValue, JsValue>;

    /// A change of the page that fades (CSS View Transitions, §6).
    type Transition;
    #[wasm_bindgen(js_namespace = document, js_name = startViewTransition, catch)]
    fn start_transition(change: &JsValue) -> Result<Transition, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn ready(this: &Transition) -> js_sys::Promise;
}

/// Changes what the page shows: with a fade, where the engine has it and the reader nothing against it. The change is then
/// made in the next frame.
pub(crate) fn change(change: impl FnOnce() + 'static) {
    let system = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    let still = system.is_some_and(|system| system.matches())
        || root().is_some_and(|root| find(&root, "[data-motion=still]").is_some());
    let change = Closure::once_into_js(change);
    let fading = (!still).then(|| start_transition(&change).ok()).flatten();
    let Some(fading) = fading else {
        // It takes nothing and throws nothing.
        let _ = change.unchecked_ref::<js_sys::Function>().call0(&JsValue::UNDEFINED);
        return;
    };
    // One that another overtakes is no error.
    wasm_bindgen_futures::spawn_local(async move { drop(JsFuture::from(fading.ready()).await) });
}

/// The window.
pub(crate) fn window() -> Window {
    WINDOW.with(Clone::clone)
}

/// The document element, when there is one.
pub(crate) fn root() -> Option<HtmlElement> {
    window().document()?.document_element().map(JsCast::unchecked_into)
}

/// One line in the console.
pub(crate) fn warn(line: &str) {
    console_warn(line);
}

/// The element with that id, in the document or the shadow root that holds `near`.
pub(crate) fn by_id(near: &Element, id: &str) -> Option<HtmlElement> {
    let root: JsValue = near.get_root_node().into();
    let found = match root.dyn_ref::<web_sys::ShadowRoot>() {
        Some(shadow) => shadow.get_element_by_id(id),
        None => window().document()?.get_element_by_id(id),
    };
    found.map(JsCast::unchecked_into)
}

/// The document's element with that id.
pub(crate) fn document_element(id: &str) -> Option<HtmlElement> {
    window().document()?.get_element_by_id(id).map(JsCast::unchecked_into)
}

/// The address of the page, whole.
pub(crate) fn href() -> String {
    window().location().href().unwrap_or_default()
}

/// Scheme, host and port of the page.
pub(crate) fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Scheme, host and port of an address; `None` for those that have no such thing.
pub(crate) fn origin_of(address: &str) -> Option<String> {
    Url::new(address).ok().map(|url| url.origin()).filter(|origin| origin != "null")
}

/// The page's directory: its address without file name, query and fragment.
pub(crate) fn directory() -> String {
    resolve(&href(), ".").unwrap_or_default()
}

/// What relative addresses on the page are relative to.
pub(crate) fn base() -> String {
    window().document().and_then(|document| document.base_uri().ok().flatten()).unwrap_or_else(href)
}

/// The fragment of the page's address, as written, without `#`.
pub(crate) fn fragment() -> Option<String> {
    let hash = window().location().hash().ok()?;
    hash.strip_prefix('#').filter(|fragment| !fragment.is_empty()).map(str::to_owned)
}

/// The address that the page was opened at, with what browsers keep from its scripts: instructions such as a text fragment's.
/// `None` for a page that was reloaded or come back to, whose place is kept anyway.
pub(crate) fn opened_at() -> Option<String> {
    let entries = window().performance()?.get_entries_by_type("navigation");
    let entry = entries.get(0);
    let field = |name: &str| js_sys::Reflect::get(&entry, &name.into()).ok()?.as_string();
    if field("type").is_some_and(|kind| kind != "navigate") {
        return None;
    }
    let here = href();
    let opened = field("name").unwrap_or_default();
    Some(if without_fragment(&opened) == without_fragment(&here) && opened.contains(":~:") { opened } else { here })
}

/// A parameter of an address's query.
pub(crate) fn query(address: &str, name: &str) -> Option<String> {
    Url::new(address).ok()?.search_params().get(name)
}

/// An address without its query and fragment.
pub(crate) fn path_of(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or(address)
}

/// An address without its fragment.
pub(crate) fn without_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or(address)
}

/// Resolves a reference as the browser does.
pub(crate) fn resolve(base: &str, reference: &str) -> Option<String> {
    Url::new_with_base(reference, base).ok().map(|url| url.href())
}

/// Percent-decodes; `None` for what is malformed.
pub(crate) fn percent_decoded(text: &str) -> Option<String> {
    js_sys::decode_uri_component(text).ok().map(String::from)
}

/// An entry of the history: which visit of an article it is, and the place in it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) place: Place,
}

impl Entry {
    /// An entry that no other one has been.
    pub(crate) fn fresh() -> Self {
        let (now, random) = (js_sys::Date::now() as u64, (js_sys::Math::random() * 1e9) as u32);
        Self { key: format!("{now}-{random}"), place: Place::default() }
    }

    /// The current entry's, if Gatefold made it.
    pub(crate) fn current() -> Option<Self> {
        let state = window().history().ok()?.state().ok()?.as_string()?;
        let (key, place) = state.strip_prefix("gatefold ")?.split_once(' ')?;
        Some(Self { key: key.to_owned(), place: Place::from_text(place)? })
    }

    fn state(&self) -> JsValue {
        JsValue::from_str(&["gatefold ", &self.key, " ", &self.place.to_text()].concat())
    }

    /// Puts this into the current entry.
    pub(crate) fn replace(&self) {
        self.put(None);
    }

    /// The same, and gives the entry another address.
    pub(crate) fn replace_at(&self, address: &str) {
        self.put(Some(address));
    }

    fn put(&self, address: Option<&str>) {
        if let Ok(history) = window().history() {
            // Refused only when called a hundred times in a few seconds; the place is then the earlier one.
            let _ = history.replace_state_with_url(&self.state(), "", address);
        }
    }

    /// Makes a new entry with this address. `false` when the browser refuses.
    pub(crate) fn push(&self, address: &str) -> bool {
        window().history().is_ok_and(|history| history.push_state_with_url(&self.state(), "", Some(address)).is_ok())
    }
}

/// Makes a new entry like the current one, for what Back is to close. `false` when the browser refuses.
pub(crate) fn push_same() -> bool {
    let Ok(history) = window().history() else { return false };
    let state = history.state().unwrap_or_default();
    history.push_state_with_url(&state, "", None).is_ok()
}

/// Goes one entry back.
pub(crate) fn back() {
    if let Ok(history) = window().history() {
        let _ = history.back();
    }
}

/// The app restores places itself: the browser would do it before there is anything to scroll to.
pub(crate) fn restore_places_by_hand() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
}

/// Width of the viewport, in whole CSS pixels.
pub(crate) fn width() -> i32 {
    window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or_default() as i32
}

/// Height of the viewport, in CSS pixels.
pub(crate) fn height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// How much of a text has been read: from nothing, 0, to all of it, 1, when its end is in view.
pub(crate) fn share_read(text: &Element) -> f64 {
    let (area, height) = (text.get_bounding_client_rect(), height());
    // What fits the window is read when it is seen.
    let room = (area.height() - height).max(1.0);
    if area.bottom() <= height { 1.0 } else { (-area.top() / room).clamp(0.0, 1.0) }
}

/// How far the page is scrolled, in whole CSS pixels.
pub(crate) fn scroll() -> i32 {
    window().scroll_y().unwrap_or_default() as i32
}

/// Scrolls the page.
pub(crate) fn set_scroll(y: i32) {
    window().scroll_to_with_x_and_y(0.0, y.into());
}

/// Brings an element to the upper third of the screen.
pub(crate) fn bring(element: &Element) {
    set_scroll(scroll() + (element.get_bounding_client_rect().top() - height() / 3.0) as i32);
}

/// Whether nobody sees the page: another tab is in front, or the window is covered.
pub(crate) fn is_hidden() -> bool {
    window().document().is_some_and(|document| document.hidden())
}

/// Tells tests and hosts what the page shows: `library`, `1` for a complete article, `failed`.
pub(crate) fn set_ready(value: Option<&str>) {
    let Some(root) = root() else { return };
    let _ = match value {
        Some(value) => root.set_attribute("data-ready", value),
        None => root.remove_attribute("data-ready"),
    };
    if value == Some("1") {
        let _ = performance_mark("article-rendered");
    }
}

/// Prints the page.
pub(crate) fn print() {
    // Refused only where printing is forbidden.
    let _ = window().print();
}

/// Locks or frees the scrolling of the page behind a dialog.
pub(crate) fn lock_scroll(locked: bool) {
    let Some(root) = root() else { return };
    // The room of the scroll bar is kept, so that nothing moves.
    let style = root.style();
    let _ = if locked {
        style.set_property("scrollbar-gutter", "stable").and_then(|()| style.set_property("overflow", "hidden"))
    } else {
        style.remove_property("scrollbar-gutter").and_then(|_| style.remove_property("overflow")).map(|_| ())
    };
    // What was not there before does not stay. Chromium removes the attribute only when it has been read.
    if root.get_attribute("style").is_some_and(|style| style.is_empty()) {
        let _ = root.remove_attribute("style");
    }
}

/// The reader asked for a new tab, a new window or a download, which the browser does.
pub(crate) fn is_modified(event: &web_sys::MouseEvent) -> bool {
    event.button() != 0 || event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()
}

/// Whether the reader has asked for little to be loaded (Save Data API).
pub(crate) fn saves_data() -> bool {
    let field = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let connection = field(window().navigator().as_ref(), "connection");
    connection.and_then(|connection| field(&connection, "saveData")).is_some_and(|saves| saves.is_truthy())
}

/// Whether the browser thinks that it is connected.
pub(crate) fn online() -> bool {
    window().navigator().on_line()
}
