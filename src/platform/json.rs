//! The browser's own parsed JSON behind [`Json`].

use crate::ingest::format::Format;
use crate::ingest::{Adapter, Json, Kind};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Takes and gives JavaScript's own strings, so that no second copy of the text is made.
    #[wasm_bindgen(js_namespace = JSON, js_name = parse, catch)]
    fn parse_json(text: &js_sys::JsString) -> Result<JsValue, js_sys::Error>;

    #[wasm_bindgen(js_name = String)]
    fn text_of_value(value: &JsValue) -> String;
    #[wasm_bindgen(js_name = parseFloat)]
    fn parse_float(value: &JsValue) -> f64;
}

thread_local! {
    /// The adapters of foreign formats that are loaded.
    static ADAPTERS: RefCell<Vec<(Format, Adapter<JsJson>)>> = const { RefCell::new(Vec::new()) };
    /// One that was asked for and is not.
    static WANTED: Cell<Option<Format>> = const { Cell::new(None) };
}

/// Takes in what reads a format.
pub(crate) fn add_adapter(format: Format, adapter: Adapter<JsJson>) {
    ADAPTERS.with_borrow_mut(|adapters| adapters.push((format, adapter)));
}

/// A format that was met since this was asked last, and that nothing here reads yet.
pub(crate) fn wanted_adapter() -> Option<Format> {
    WANTED.take()
}

/// A value that `JSON.parse` made.
#[derive(Clone)]
pub(crate) struct JsJson(JsValue);

impl From<JsValue> for JsJson {
    fn from(value: JsValue) -> Self {
        Self(value)
    }
}

/// Parses JSON text.
///
/// # Errors
/// The parser's own message, which names the place.
pub(crate) fn parse(text: &js_sys::JsString) -> Result<JsJson, String> {
    parse_json(text).map(JsJson).map_err(|error| String::from(error.message()))
}

/// JSON text of an object; what is `None` is left out.
pub(crate) fn text_of(fields: &[(&str, Option<JsValue>)]) -> Option<String> {
    js_sys::JSON::stringify(&object(fields)).ok().map(String::from)
}

/// A plain object; what is `None` is left out.
pub(crate) fn object(fields: &[(&str, Option<JsValue>)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in fields {
        if let Some(value) = value {
            // A new plain object takes every property.
            let _ = js_sys::Reflect::set(&object, &JsValue::from_str(name), value);
        }
    }
    object.into()
}

impl JsJson {
    fn as_array(&self) -> Option<&js_sys::Array> {
        // A parsed value has no other prototype, so the cheap test is exact.
        js_sys::Array::is_array(&self.0).then(|| self.0.unchecked_ref())
    }
}

impl Json for JsJson {
    fn adapter(format: Format) -> Option<Adapter<Self>> {
        let known = |adapters: &Vec<(Format, Adapter<Self>)>| {
            adapters.iter().find(|(known, _)| *known == format).map(|(_, adapter)| *adapter)
        };
        let adapter = ADAPTERS.with_borrow(known);
        if adapter.is_none() {
            WANTED.set(Some(format));
        }
        adapter
    }

    fn kind(&self) -> Kind {
        if self.0.is_string() {
            Kind::String
        } else if self.0.is_null() || self.0.is_undefined() {
            Kind::Null
        } else if self.as_array().is_some() {
            Kind::Array
        } else if self.0.is_object() {
            Kind::Object
        } else if self.0.as_bool().is_some() {
            Kind::Bool
        } else {
            Kind::Number
        }
    }

    fn string(&self) -> Option<String> {
        self.0.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn text(&self) -> Option<String> {
        match self.kind() {
            Kind::String | Kind::Number => Some(text_of_value(&self.0)),
            _ => None,
        }
    }

    fn numeric(&self) -> Option<f64> {
        match self.kind() {
            Kind::String | Kind::Number => Some(parse_float(&self.0)).filter(|number| !number.is_nan()),
            _ => None,
        }
    }

    fn boolean(&self) -> Option<bool> {
        self.0.as_bool()
    }

    fn len(&self) -> usize {
        self.as_array().map_or(0, |array| array.length() as usize)
    }

    fn item(&self, index: usize) -> Option<Self> {
        let array = self.as_array()?;
        let index = u32::try_from(index).ok().filter(|index| *index < array.length())?;
        Some(Self(array.get(index)))
    }

    fn field(&self, name: &str) -> Option<Self> {
        if !self.0.is_object() {
            return None;
        }
        let value = js_sys::Reflect::get(&self.0, &JsValue::from_str(name)).ok()?;
        // A list has methods, which are no fields of anything that was parsed.
        (!value.is_null() && !value.is_undefined() && !value.is_function()).then_some(Self(value))
    }

    fn names(&self) -> Vec<String> {
        if !self.0.is_object() || self.as_array().is_some() {
            return Vec::new();
        }
        let names = js_sys::Object::keys(self.0.unchecked_ref::<js_sys::Object>());
        names.iter().filter_map(|name| name.as_string()).collect()
    }

    fn parsed(&self) -> Option<Self> {
        parse(self.0.dyn_ref::<js_sys::JsString>()?).ok()
    }
}
