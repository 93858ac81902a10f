//! Pages of others that have the element on them: `tests/fixtures/hosts/`.

use super::{Reply, files};
use std::path::{Component, Path};

/// What `strict.html` is sent with, as it says itself.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    img-src 'self'; require-trusted-types-for 'script'; trusted-types gatefold";

/// The page, or what belongs to it.
pub(super) fn read(name: &str) -> Option<Reply> {
    let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    // Those that have to be built are there when `packages` has built them.
    let folder = if name.starts_with("built/") { "target/pages" } else { "tests/fixtures/hosts" };
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(name);
    let body = std::fs::read(file).ok().filter(|_| plain)?;
    let mut reply = Reply::new(files::kind(name), body);
    if name == "strict.html" {
        reply.headers.push(("content-security-policy".to_owned(), STRICT.to_owned()));
    }
    Some(reply)
}
