//! The interactive views, one a file. A component never parses or builds an address: it reads signals and calls back. Only a list
//! of cards asks for its own next page.
//!
//! A component returns the element it is, built once; what changes in it is an effect on a signal. Views of Leptos' own
//! are left to the app's frame: each would bring its own code for building, rebuilding and unmounting, and what `view!`
//! makes of static markup goes through a template's markup, which a strict content-security policy forbids.

mod article;
mod cards;
mod copy;
mod deferred;
mod failure;
mod following;
mod guide;
#[cfg(not(feature = "embed"))]
mod library;
mod listen;
mod live;
mod loading;
mod panel;
mod reader;
mod related;
#[cfg(not(feature = "embed"))]
mod saved;
mod settings;
mod share;

pub(crate) use article::Controls;
#[cfg(not(feature = "embed"))]
pub(crate) use deferred::library;
pub(crate) use reader::reader;

use crate::error::LoadError;
use crate::platform::dom::El;
use crate::platform::listen::Listener;
use crate::state::Document;
use leptos::prelude::*;
use std::any::Any;
use std::rc::Rc;

/// How a reader stands in its surroundings, and whom it tells what.
#[derive(Clone)]
pub(crate) struct Presentation {
    /// Width that it has, in CSS pixels.
    pub(crate) width: i32,
    /// It stands below another one, which the page's address is about.
    pub(crate) follows: bool,
    /// Something is asked for again.
    pub(crate) began: Rc<dyn Fn()>,
    /// An article is about to be shown.
    pub(crate) arrived: Rc<dyn Fn(&Document)>,
    /// The article is complete and the place that was wanted is in view.
    pub(crate) ready: Rc<dyn Fn()>,
    /// There is no article, or no newer one.
    pub(crate) failed: Rc<dyn Fn(&LoadError)>,
    /// What can be done with the article that is shown.
    pub(crate) controls: Rc<dyn Fn(Controls)>,
}

/// Keeps something until the view that is being made goes.
pub(crate) fn keep<T: 'static>(value: T) {
    // One type for all, so that there is one copy of the code.
    StoredValue::new_local(Box::new(value) as Box<dyn Any>);
}

/// Calls back on every click, for as long as the view that is being made is there. Told whether it came from the
/// keyboard: Enter and Space make a click without a pointer.
pub(crate) fn on_click(element: &El, mut handler: impl FnMut(bool) + 'static) {
    keep(Listener::new(element.node(), "click", move |event| handler(crate::platform::listen::from_keyboard(&event))));
}
