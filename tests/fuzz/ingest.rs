//! The fuzz target: bytes → every adapter and the HTML converter (see [`reading`]).
//!
//! 1. [`seeds`] writes the golden sources, the attack vectors and what was kept as inputs, where `GATEFOLD_SEEDS` says.
//! 2. Half of the inputs are made by libFuzzer, byte by byte; the others keep to JSON: [`spoil`] does to them what the
//!    tests do.
#![no_main]

#[path = "../it/soup/dice.rs"]
mod dice;
mod reading;
#[path = "../it/soup/spoil.rs"]
mod spoil;

use dice::Dice;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::Value;
use std::path::Path;
use std::sync::LazyLock;
use std::{env, fs};

/// The golden sources, each with the name of its folder, which is that of its format.
static SOURCES: LazyLock<Vec<(String, Value)>> = LazyLock::new(|| {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    let mut sources: Vec<(String, Value)> = Vec::new();
    for format in fs::read_dir(fixtures).expect("fixtures").flatten().filter(|entry| entry.path().is_dir()) {
        let name = format.file_name().to_string_lossy().into_owned();
        for case in fs::read_dir(format.path()).expect("a format").flatten() {
            let text = fs::read_to_string(case.path().join("source.json"));
            let value: Option<Value> = text.ok().and_then(|text| serde_json::from_str(&text).ok());
            sources.extend(value.map(|value| (name.clone(), value)));
        }
    }
    sources.sort_by_cached_key(|(name, value)| (name.clone(), value.to_string()));
    sources
});

fn seeds() {
    let Some(folder) = env::var_os("GATEFOLD_SEEDS") else { return };
    let vectors: Vec<Value> =
        serde_json::from_str(include_str!("../fixtures/attacks/vectors.json")).expect("a list of vectors");
    let html = vectors.iter().filter_map(|vector| Some(format!("html\n{}", vector["html"].as_str()?)));
    let json = SOURCES.iter().flat_map(|(name, value)| {
        ["", " list"].map(|list| format!("{name}{list}\n{value}"))
    });
    let kept: Vec<String> = serde_json::from_str(include_str!("corpus.json")).expect("a list of inputs");
    for (index, seed) in json.chain(html).chain(kept).enumerate() {
        fs::write(Path::new(&folder).join(format!("seed-{index}")), seed).expect("a seed");
    }
}

/// Spoils the JSON of an input; `None` when it holds none.
fn spoiled(input: &[u8], seed: u32) -> Option<String> {
    let (head, text) = std::str::from_utf8(input).ok()?.split_once('\n')?;
    let mut document: Value = serde_json::from_str(text).ok()?;
    let mut dice = Dice::new(u64::from(seed));
    let (_, other) = dice.one_of(&SOURCES);
    spoil::spoil(&mut document, other, &mut dice);
    Some(format!("{head}\n{document}"))
}

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    if seed % 2 == 0
        && let Some(text) = spoiled(&data[..size], seed)
        && text.len() <= max_size
    {
        data[..text.len()].copy_from_slice(text.as_bytes());
        return text.len();
    }
    fuzzer_mutate(data, size, max_size)
});

fuzz_target!(init: seeds(), |data: &[u8]| reading::read(data));
