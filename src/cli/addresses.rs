//! What relative addresses are relative to, when a file comes from a disk.
//!
//! The model holds absolute addresses only ([`SafeUrl`](crate::model::SafeUrl)). Without `--base` there is nothing to make
//! them absolute with, so they are resolved against a place that does not exist, and made relative again on the way out:
//! `../images/mill.svg` comes out as it went in.

use super::input::Entry;
use crate::model::Base;
use serde_json::Value;
use std::path::Component;
use url::Url;

/// The place that does not exist (RFC 2606, §2). Its folders are there to be climbed out of by `../`; an address that
/// is outside the first of them began with `/`.
const NOWHERE: &str = "https://nowhere.invalid/~1/~2/~3/~4/~5/~6/~7/~8/";
const HOST: &str = "https://nowhere.invalid/";
const FIRST: &str = "/~1/";

/// How addresses are resolved in this run.
pub(super) struct Addresses {
    given: Option<Url>,
}

impl Addresses {
    pub(super) fn new(given: Option<Url>) -> Self {
        Self { given }
    }

    /// The base of a file: what was given, with the file's path below its folder where that ends in `/`.
    pub(super) fn base(&self, entry: &Entry) -> Base {
        let Some(given) = &self.given else { return Base::new(NOWHERE, resolve) };
        let mut base = given.clone();
        if base.path().ends_with('/')
            && let Ok(mut path) = base.path_segments_mut()
        {
            path.pop_if_empty();
            path.extend(entry.below.components().filter_map(|part| match part {
                Component::Normal(name) => Some(name.to_string_lossy()),
                _ => None,
            }));
        }
        Base::new(base, resolve)
    }

    /// An address as it is shown.
    pub(super) fn shown(&self, address: &str) -> String {
        self.nowhere().map_or_else(|| address.to_owned(), |nowhere| relative(address, &nowhere))
    }

    /// Makes the addresses of an article, or of a list, relative again.
    pub(super) fn restore(&self, value: &mut Value) {
        let Some(nowhere) = self.nowhere() else { return };
        // What stands in an article is relative to its canonical address, and only that to the file.
        let url = value.get("url").and_then(Value::as_str).map(str::to_owned);
        let inner = url.as_deref().filter(|url| url.starts_with(HOST)).and_then(|url| Url::parse(url).ok());
        if let (Some(inner), Some(url)) = (&inner, url) {
            let mut written = value.clone();
            each_string(&mut written, &mut |text| *text = relative(text, inner));
            if !has_nowhere(&written) {
                *value = written;
                if let Some(field) = value.get_mut("url") {
                    *field = Value::String(relative(&url, &nowhere));
                }
                return;
            }
            // They would lead through a folder whose name is not known: then the address that is none has to go.
            if let Some(article) = value.as_object_mut() {
                article.remove("url");
            }
        }
        each_string(value, &mut |text| *text = relative(text, &nowhere));
    }

    fn nowhere(&self) -> Option<Url> {
        if self.given.is_none() { Url::parse(NOWHERE).ok() } else { None }
    }
}

fn resolve(base: &str, reference: &str) -> Option<String> {
    Some(Url::parse(base).ok()?.join(reference).ok()?.into())
}

/// The reference that leads from `base` to `address`; `address` itself when it is somewhere.
fn relative(address: &str, base: &Url) -> String {
    let Some(url) = Url::parse(address).ok().filter(|_| address.starts_with(HOST)) else { return address.to_owned() };
    let reference = if url.path().starts_with(FIRST) { base.make_relative(&url) } else { None };
    match reference {
        Some(itself) if itself.is_empty() => ".".to_owned(),
        Some(reference) => reference,
        None => address.replacen(HOST, "/", 1),
    }
}

/// Whether an address leads through a folder of the place that does not exist.
fn has_nowhere(value: &Value) -> bool {
    let mut found = false;
    each_string(&mut value.clone(), &mut |text| {
        let below = text.trim_start_matches("../");
        found |= (1..=8).any(|folder| below.starts_with(&format!("~{folder}/")));
    });
    found
}

fn each_string(value: &mut Value, change: &mut dyn FnMut(&mut String)) {
    // A stack instead of recursion: nothing here depends on how deep the value is nested.
    let mut stack = vec![value];
    while let Some(value) = stack.pop() {
        match value {
            Value::String(text) => change(text),
            Value::Array(items) => stack.extend(items),
            Value::Object(fields) => stack.extend(fields.values_mut()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::path::PathBuf;

    fn entry(below: &str) -> Entry {
        let below = PathBuf::from(below);
        Entry { name: String::new(), path: below.clone(), below, walked: false, failure: None }
    }

    #[test]
    fn relative_addresses_come_out_as_they_went_in() {
        let addresses = Addresses::new(None);
        let base = addresses.base(&entry("a.json"));
        for address in [
            "a.svg",
            "../images/a.svg",
            "../../../a",
            "sub/a.json?b=c#d",
            "?read=mill",
            "/a/b.svg",
            "https://a.example/b",
        ] {
            let resolved = resolve(base.href(), address).unwrap();
            assert!(resolved.starts_with("https://"));
            assert_eq!(addresses.shown(&resolved), address);
        }
        assert_eq!(addresses.shown("mailto:a@b.example"), "mailto:a@b.example");
    }

    #[test]
    fn what_an_article_holds_is_relative_to_its_own_address() {
        let addresses = Addresses::new(None);
        let base = addresses.base(&entry("a.json"));
        let url = base.join("2026/mill");
        let image = url.join("mill.svg");
        let mut article = json!({ "url": url.href(), "image": { "src": image.href() }, "title": "https://a.example/" });
        addresses.restore(&mut article);
        assert_eq!(
            article,
            json!({ "url": "2026/mill", "image": { "src": "mill.svg" }, "title": "https://a.example/" })
        );
    }

    #[test]
    fn a_canonical_address_that_leads_out_of_an_unknown_folder_is_left_out() {
        let addresses = Addresses::new(None);
        let base = addresses.base(&entry("feed.json"));
        let (url, other) = (base.join("../?read=mill"), base.join("sundials.json"));
        let mut article = json!({ "url": url.href(), "related": { "items": [{ "article": other.href() }] } });
        addresses.restore(&mut article);
        assert_eq!(article, json!({ "related": { "items": [{ "article": "sundials.json" }] } }));
    }

    #[test]
    fn a_base_that_is_a_folder_takes_the_name_of_the_file() {
        let base =
            |base: &str, below: &str| Addresses::new(Url::parse(base).ok()).base(&entry(below)).href().to_owned();
        assert_eq!(base("https://a.example/x/", "b/c d.json"), "https://a.example/x/b/c%20d.json");
        assert_eq!(base("https://a.example", "c.json"), "https://a.example/c.json");
        assert_eq!(base("https://a.example/api?id=7", "c.json"), "https://a.example/api?id=7");
    }
}
