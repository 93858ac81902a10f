//! How long the way in takes: a WordPress post of 10 KB to 10 MB, and HTML that is nested or of one kind, step by step.
//!
//! `cargo bench --bench ingest` prints medians in milliseconds. The last column is the time of the conversion for a byte,
//! which must not grow with the length: html5ever, which parses here, is not what parses in a browser.
#![allow(clippy::print_stdout, clippy::expect_used, reason = "a program for the eye")]

use gatefold::ingest::foreign::{self, Given};
use gatefold::model::Base;
use gatefold::sanitize::parser::Html5ever;
use gatefold::sanitize::{Html, blocks};
use serde_json::{Value, json};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// What a block editor makes of a page or so.
const PIECE: &str = "<h2 class=\"wp-block-heading\" id=\"h-moon\"><strong>What the moon decides</strong></h2>\n\n\n\n\
    <p class=\"has-drop-cap\">High water comes <em>fifty minutes</em> later each day, so the miller&#8217;s hours walk round the \
    <a href=\"https://cms.example/clock\" target=\"_blank\" rel=\"noreferrer\">clock</a><sup class=\"fn\"><a href=\"#a1\">1</a></sup>. The pond \
    fills without anyone touching it, and nine acres of river stay behind the wall until the ebb.</p>\n\n\n\n\
    <ul class=\"wp-block-list\"><li>Spring tides: four hours</li><li>Neap tides: two<ul><li>and none in a drought</li></ul></li></ul>\n\n\n\n\
    <figure class=\"wp-block-image alignwide size-large\"><img decoding=\"async\" width=\"1024\" height=\"683\" \
    src=\"https://cms.example/wp-content/uploads/wheel-1024x683.jpg\" alt=\"A wheel\" srcset=\"https://cms.example/wp-content/uploads/wheel-1024x683.jpg \
    1024w, https://cms.example/wp-content/uploads/wheel-300x200.jpg 300w\" sizes=\"(max-width: 1024px) 100vw, 1024px\" />\
    <figcaption class=\"wp-element-caption\">The wheel turns.</figcaption></figure>\n\n\n\n\
    <blockquote class=\"wp-block-quote\"><p>The river keeps the books.</p><cite>A saying in the valley</cite></blockquote>\n\n\n\n\
    <p>Six hours later it empties through the wheel, and the mill grinds on what the sea has left it.<br>Nobody is asked.</p>\n\n\n\n\
    <figure class=\"wp-block-table\"><table><thead><tr><th>Tide</th><th>Hours</th></tr></thead><tbody><tr><td>Spring</td><td>4</td></tr>\
    </tbody></table></figure>\n\n\n\n";

/// Kinds of HTML of which much may come, by the name of what is repeated.
const KINDS: [(&str, &str); 8] = [
    ("paragraphs", "<p>The pond fills.</p>"),
    ("one long line", "The <b>pond</b> fills <i>again</i>, "),
    ("breaks", "The pond fills.<br><br>"),
    ("lists in lists", "<ul><li>pond"),
    ("quotes in quotes", "<blockquote>pond"),
    ("marks in marks", "<b><i>pond "),
    ("pictures", "<img src=a.jpg srcset='a.jpg 1x, b.jpg 2x' alt=pond>"),
    ("links and anchors", "<a id=a href=#b>pond</a> "),
];

fn base() -> Base {
    Base::at("https://cms.example/post")
}

/// The median of a few runs.
fn median(mut run: impl FnMut()) -> f64 {
    let mut times = Vec::new();
    let begun = Instant::now();
    while times.len() < 3 || (begun.elapsed() < Duration::from_millis(500) && times.len() < 101) {
        let start = Instant::now();
        run();
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Times of a piece of HTML: to parse it, and to convert the tree.
fn html_times(html: &str) -> (f64, f64) {
    let parse = median(|| drop(black_box(Html5ever.parse(black_box(html)))));
    let tree = Html5ever.parse(html).expect("a tree");
    let base = base();
    (parse, median(|| drop(black_box(blocks(&tree, &base)))))
}

fn main() {
    println!("{:24}{:>10}{:>10}{:>10}{:>10}{:>10}", "WordPress post", "JSON", "HTML", "convert", "all", "ns/byte");
    for size in [10_000, 100_000, 1_000_000, 10_000_000] {
        let body = PIECE.repeat(size / PIECE.len() + 1);
        let post = json!({ "id": 1, "link": "https://cms.example/post", "title": { "rendered": "The mill" },
            "content": { "rendered": body } });
        let text = post.to_string();
        let parse_json = median(|| drop(black_box(serde_json::from_str::<Value>(black_box(&text)))));
        let (parse, convert) = html_times(&body);
        let base = base();
        let all = median(|| drop(black_box(foreign::article(&&post, &base, &Html5ever, Given::default()))));
        let each = convert * 1e6 / body.len() as f64;
        println!(
            "{:<24}{parse_json:>10.2}{parse:>10.2}{convert:>10.2}{:>10.2}{each:>10.1}",
            body.len(),
            parse_json + all
        );
    }
    println!("\n{:24}{:>10}{:>10}{:>10}{:>10}", "HTML of one kind", "bytes", "HTML", "convert", "ns/byte");
    for (name, piece) in KINDS {
        for size in [20_000, 100_000] {
            let html = piece.repeat(size / piece.len());
            let (parse, convert) = html_times(&html);
            let each = convert * 1e6 / html.len() as f64;
            println!("{name:24}{:>10}{parse:>10.2}{convert:>10.2}{each:>10.1}", html.len());
        }
    }
}
