//! The inputs that the fuzzer kept, one by one: the short form of `make fuzz`.

#[path = "../fuzz/reading.rs"]
mod reading;

#[test]
fn every_kept_input_is_read_or_refused() {
    let inputs: Vec<String> = serde_json::from_str(include_str!("../fuzz/corpus.json")).unwrap();
    assert!(inputs.len() > 1_000, "{}", inputs.len());
    for input in inputs {
        let read = std::panic::catch_unwind(|| reading::read(input.as_bytes()));
        assert!(read.is_ok(), "{input:?}");
    }
}
