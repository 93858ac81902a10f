#[test]
fn show() {
    let html = std::fs::read_to_string("/tmp/try.html").unwrap_or_default();
    for piece in html.split("\n===\n") {
        println!("{piece}\n  -> {}\n  !! {:?}\n", super::json(piece), super::notes(piece));
        let foot = super::read(piece).footnotes;
        if !foot.is_empty() { println!("  foot {}", serde_json::to_string(&foot).unwrap()); }
    }
}
