//! The WebAssembly behind `<gatefold-reader>`: nothing happens until the element asks (`gatefold::embed`).

use gatefold as _;

fn main() {}
