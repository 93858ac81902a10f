//! The built app, and the articles written for these tests, as files.

use super::Reply;
use std::path::{Component, Path, PathBuf};

/// Where the built app is.
pub(crate) fn dist() -> PathBuf {
    std::env::var_os("GATEFOLD_DIST").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from)
}

/// The file, or the index of the folder. `own/…` is `tests/fixtures/e2e/…`.
pub(super) fn read(path: &str, attributes: &[(String, String)]) -> Option<Reply> {
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let plain = Path::new(&path).components().all(|part| matches!(part, Component::Normal(_)));
    let file = match path.strip_prefix("own/") {
        Some(own) => Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/e2e").join(own),
        None => dist().join(&path),
    };
    let body = std::fs::read(file).ok().filter(|_| plain)?;
    let kind = kind(&path);
    if path == "index.html" {
        let page = String::from_utf8(body).ok()?;
        return Some(Reply::new(kind, with_attributes(&page, attributes)));
    }
    Some(Reply::new(kind, body))
}

/// The page with attributes added to the app's root element; what is written first wins over what was there.
fn with_attributes(page: &str, attributes: &[(String, String)]) -> String {
    let written: String = attributes
        .iter()
        .map(|(name, value)| format!(" {name}=\"{}\"", value.replace('&', "&amp;").replace('"', "&quot;")))
        .collect();
    let root = page.find("id=\"gatefold\"").or_else(|| page.find("id=gatefold"));
    let root = root.expect("index.html has an element with the id `gatefold`");
    let tag = page[..root].rfind('<').expect("the element begins");
    let name_end = tag + page[tag..].find(char::is_whitespace).expect("its name ends");
    format!("{}{written}{}", &page[..name_end], &page[name_end..])
}

pub(super) fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        "ogg" | "opus" => "audio/ogg",
        "wav" => "audio/wav",
        "vtt" => "text/vtt",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
