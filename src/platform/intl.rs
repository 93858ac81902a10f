//! Dates and lists as people write them, by the browser's `Intl`.

use super::json;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &JsValue, options: &js_sys::Object) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, date: &js_sys::Date) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type RelativeTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &str, options: &js_sys::Object) -> Result<RelativeTimeFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &RelativeTimeFormat, value: i32, unit: &str) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &str, options: &js_sys::Object) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type ListFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &str) -> Result<ListFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &ListFormat, items: &js_sys::Array) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &str, options: &JsValue) -> Result<Segmenter, JsValue>;
    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> JsValue;
}

/// How much of a date is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateStyle {
    /// 12 October 2026.
    Long,
    /// 12 Oct 2026.
    Medium,
    /// 12 Oct 2026, 14:30.
    WithTime,
}

/// A date as readers of that language write it; `None` for what is no date.
pub(crate) fn format_date(iso: &str, language: &str, style: DateStyle) -> Option<String> {
    let date = js_sys::Date::new(&JsValue::from_str(iso));
    if date.get_time().is_nan() {
        return None;
    }
    let options = js_sys::Object::new();
    let set = |name: &str, value: &str| js_sys::Reflect::set(&options, &name.into(), &value.into());
    set("dateStyle", if style == DateStyle::Long { "long" } else { "medium" }).ok()?;
    if style == DateStyle::WithTime {
        set("timeStyle", "short").ok()?;
    } else if iso.trim().len() == "2026-10-12".len() {
        // A date without a time is that day everywhere; the engine reads it as midnight UTC.
        set("timeZone", "UTC").ok()?;
    }
    let format = DateTimeFormat::new(&JsValue::from_str(language), &options)
        .or_else(|_| DateTimeFormat::new(&JsValue::UNDEFINED, &options));
    Some(format.ok()?.format(&date))
}

/// How long ago a date is, where that is less than a week: "3 hours ago", "yesterday". A date without a time is counted in
/// days. `None` for what is older, to come, or no date.
pub(crate) fn format_age(iso: &str, language: &str) -> Option<String> {
    let (then, now) = (js_sys::Date::new(&JsValue::from_str(iso)), js_sys::Date::new_0());
    let minutes = (now.get_time() - then.get_time()) / 60_000.0;
    if !(0.0..10_080.0).contains(&minutes) {
        return None;
    }
    let (minutes, is_day) = (minutes as i32, iso.trim().len() == "2026-10-12".len());
    let (value, unit) = match minutes {
        _ if is_day => (minutes / 1440, "day"),
        0..60 => (minutes, "minute"),
        60..1440 => (minutes / 60, "hour"),
        _ => (minutes / 1440, "day"),
    };
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"numeric".into(), &"auto".into()).ok()?;
    Some(RelativeTimeFormat::new(language, &options).ok()?.format(-value, unit))
}

/// A number as readers of that language write it.
pub(crate) fn format_number(number: f64, language: &str) -> String {
    js_sys::Number::from(number).to_locale_string(language).into()
}

/// So many per cent, as readers of that language write it.
pub(crate) fn per_cent(number: u32, language: &str) -> String {
    let options = js_sys::Object::new();
    let set = js_sys::Reflect::set(&options, &"style".into(), &"percent".into());
    let format = set.and_then(|_| NumberFormat::new(language, &options));
    format.map(|format| format.format(f64::from(number) / 100.0)).unwrap_or_default()
}

/// Stands for an item while a list is formatted; no text holds it.
const ITEM: &str = "\u{FFFC}";

/// What stands between the items of a list of that length: ", " and " and ".
pub(crate) fn list_separators(length: usize, language: &str) -> Vec<String> {
    if length < 2 {
        return Vec::new();
    }
    let items: js_sys::Array = (0..length).map(|_| JsValue::from_str(ITEM)).collect();
    match ListFormat::new(language) {
        Ok(list) => list.format(&items).split(ITEM).skip(1).take(length - 1).map(str::to_owned).collect(),
        Err(_) => vec![", ".to_owned(); length - 1],
    }
}

/// How long, in bytes, each sentence of a text is; empty where the engine does not tell.
pub(crate) fn sentences(text: &str, language: &str) -> Vec<usize> {
    let options = json::object(&[("granularity", Some("sentence".into()))]);
    let Ok(segmenter) = Segmenter::new(language, &options) else { return Vec::new() };
    let segments = js_sys::Array::from(&segmenter.segment(text));
    let length = |segment: JsValue| js_sys::Reflect::get(&segment, &"segment".into()).ok()?.as_string();
    segments.into_iter().filter_map(length).map(|sentence| sentence.len()).collect()
}
