//! The inputs that the fuzzer kept, one by one: the short form of `make fuzz`.

#[path = "../fuzz/reading.rs"]
mod reading;

use std::path::Path;

#[test]
fn every_kept_input_is_read_or_refused() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
    let mut count = 0;
    for file in std::fs::read_dir(corpus).unwrap() {
        let file = file.unwrap().path();
        let input = std::fs::read(&file).unwrap();
        let read = std::panic::catch_unwind(|| reading::read(&input));
        assert!(read.is_ok(), "{}", file.display());
        count += 1;
    }
    assert!(count > 100, "{count}");
}
