//! The interactive views, one a file. A component never fetches, parses or builds an address: it reads signals and calls
//! back.
//!
//! Elements are made with the builder API: what `view!` makes of static markup goes through a template's markup, which a
//! strict content-security policy forbids.

mod article;
mod cards;
mod failure;
mod library;
mod loading;
mod reader;
mod share;

pub(crate) use library::library;
pub(crate) use reader::reader;

use crate::error::LoadError;
use crate::platform::dom::El;
use crate::state::Document;
use send_wrapper::SendWrapper;
use std::rc::Rc;
use std::sync::Arc;

/// How a reader stands in its surroundings, and whom it tells what.
#[derive(Clone)]
pub(crate) struct Presentation {
    /// Width that it has, in CSS pixels.
    pub(crate) width: i32,
    /// An article is about to be shown.
    pub(crate) arrived: Rc<dyn Fn(&Document)>,
    /// The article is complete and the place that was wanted is in view.
    pub(crate) ready: Rc<dyn Fn()>,
    /// There is no article.
    pub(crate) failed: Rc<dyn Fn(&LoadError)>,
}

/// A closure for a view. Leptos asks for one that could move between threads; in a browser there is only one.
pub(crate) fn local<T>(closure: impl Fn() -> T + 'static) -> impl Fn() -> T + Send + Sync + Clone + 'static {
    let closure = Arc::new(SendWrapper::new(closure));
    move || closure()
}

/// Appends an element built by hand to one of a view.
pub(crate) fn holding(child: El) -> impl Fn(web_sys::Element) + Clone {
    move |parent: web_sys::Element| {
        let _ = El::from(parent).add(&child);
    }
}
