//! Addresses that point at a passage: text fragments (WICG, "URL Fragment Text Directives", §3).

use super::push_encoded;

/// What separates an ordinary fragment from the instructions to the browser.
const DELIMITER: &str = ":~:";

/// Characters that a passage may have and still be written out; a longer one is given by its two ends.
const WHOLE: usize = 120;

/// Words at each end of a longer passage.
const WORDS: usize = 4;

/// Characters of each end where the script has no spaces between words.
const END: usize = 40;

/// The address of a passage on a page: `#:~:text=prefix-,start,end,-suffix`.
///
/// `quote` is what the reader selected, whole words, with a line break where a block ends; `prefix` and `suffix` are the
/// words around it that tell it from its repetitions. An element's id in the address is kept: browsers that know no text
/// fragments go there.
pub fn text_fragment(url: &str, quote: &str, prefix: Option<&str>, suffix: Option<&str>) -> String {
    let bare = url.find(DELIMITER).map_or(url, |at| &url[..at]);
    let lines: Vec<String> = quote.lines().map(fold).filter(|line| !line.is_empty()).collect();
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return url.to_owned() };
    let mut out = String::from(bare);
    if !bare.contains('#') {
        out.push('#');
    }
    out.push_str(DELIMITER);
    out.push_str("text=");
    let prefix = prefix.map(fold).filter(|prefix| !prefix.is_empty());
    if let Some(prefix) = prefix {
        push_encoded(&mut out, &prefix, true);
        out.push_str("-,");
    }
    // A browser looks for a single text within one block, so a passage over several needs both ends even when short.
    let (start, end) = (head(first), tail(last));
    let overlap = lines.len() == 1 && start.len() + end.len() >= first.len();
    if lines.len() == 1 && (overlap || first.chars().count() <= WHOLE) {
        push_encoded(&mut out, first, true);
    } else {
        push_encoded(&mut out, start, true);
        out.push(',');
        push_encoded(&mut out, end, true);
    }
    let suffix = suffix.map(fold).filter(|suffix| !suffix.is_empty());
    if let Some(suffix) = suffix {
        out.push_str(",-");
        push_encoded(&mut out, &suffix, true);
    }
    out
}

/// White space as a page shows it: single spaces, none at the ends.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// The first words of a line.
fn head(line: &str) -> &str {
    let words = line.match_indices(' ').nth(WORDS - 1).map_or(line, |(at, _)| &line[..at]);
    match words.char_indices().nth(END) {
        // Only punctuation is sure to be the edge of a word there; without it the line stays whole.
        Some((limit, _)) => words[..limit].rfind(is_edge).filter(|at| *at > 0).map_or(words, |at| &words[..at]),
        None => words,
    }
}

/// The last words of a line.
fn tail(line: &str) -> &str {
    let words = line.rmatch_indices(' ').nth(WORDS - 1).map_or(line, |(at, _)| &line[at + 1..]);
    match words.char_indices().rev().nth(END) {
        Some((limit, _)) => {
            let near = &words[limit..];
            // The mark that ends the line is no edge before its last words.
            let inner = near.trim_end_matches(is_edge);
            let after = inner.char_indices().find(|(_, c)| is_edge(*c)).map(|(at, c)| at + c.len_utf8());
            after.map_or(words, |at| &near[at..])
        }
        None => words,
    }
}

/// A space or the punctuation of scripts that write none.
fn is_edge(c: char) -> bool {
    matches!(c, ' ' | '、' | '。' | '，' | '．' | '！' | '？' | '；' | '：' | '「' | '」' | '『' | '』' | '（' | '）')
}

#[cfg(test)]
mod tests {
    use super::super::tests::decode;
    use super::*;

    const PAGE: &str = "https://example.org/a?b=1";

    /// The directive, and its parts decoded.
    fn parts(quote: &str, prefix: Option<&str>, suffix: Option<&str>) -> Vec<String> {
        let address = text_fragment(PAGE, quote, prefix, suffix);
        let directive = address.strip_prefix("https://example.org/a?b=1#:~:text=").expect("a text directive");
        directive.split(',').map(decode).collect()
    }

    #[test]
    fn a_short_passage_is_written_out() {
        let address = text_fragment(PAGE, " salt-water,\u{a0}sweet & 50%\tsour ", None, None);
        assert_eq!(address, "https://example.org/a?b=1#:~:text=salt%2Dwater%2C%20sweet%20%26%2050%25%20sour");
    }

    #[test]
    fn what_stands_around_it_is_marked() {
        assert_eq!(parts("b", Some("a-a, "), Some(" c")), ["a-a,-", "b", "-c"]);
        assert_eq!(parts("b", Some(" "), Some("")), ["b"]);
        let address = text_fragment(PAGE, "b", Some("a-a,"), Some("c&"));
        assert!(address.ends_with("#:~:text=a%2Da%2C-,b,-c%26"), "{address}");
    }

    #[test]
    fn a_long_passage_is_given_by_its_ends() {
        let long =
            format!("The mill stood idle for {} until the river came back.", "many long years and more ".repeat(9));
        assert_eq!(parts(&long, None, None), ["The mill stood idle", "the river came back."]);
    }

    #[test]
    fn a_passage_over_several_blocks_is_given_by_its_ends() {
        assert_eq!(
            parts("One two.\n\n  Three four five six seven.\n", None, None),
            ["One two.", "four five six seven."]
        );
    }

    #[test]
    fn scripts_without_spaces_are_cut_at_punctuation_or_not_at_all() {
        let clause = "川の水車は長いあいだ止まっていた、";
        let long = format!("{}そして水が戻ってきた。", clause.repeat(9));
        let [start, end] = parts(&long, None, None).try_into().expect("two ends");
        assert!(long.starts_with(&start) && start.chars().count() <= END, "{start}");
        assert!(long.ends_with(&end) && end.chars().count() <= END, "{end}");
        let unbroken = "水".repeat(200);
        assert_eq!(parts(&unbroken, None, None), [unbroken]);
    }

    #[test]
    fn an_elements_id_is_kept_and_an_older_directive_replaced() {
        assert_eq!(text_fragment("https://e.org/#sec", "x", None, None), "https://e.org/#sec:~:text=x");
        assert_eq!(text_fragment("https://e.org/#sec:~:text=y", "x", None, None), "https://e.org/#sec:~:text=x");
        assert_eq!(text_fragment("https://e.org/#:~:text=y", "x", None, None), "https://e.org/#:~:text=x");
        assert_eq!(text_fragment("https://e.org/#sec", " \n ", None, None), "https://e.org/#sec");
    }
}
