//! What is read aloud at once: a sentence. Engines stop in the middle of a long text, and whoever listens skips by sentences.
//!
//! The text of an article is one line a block. A piece is a part of it in bytes; no two overlap, none crosses a line, and
//! every word is in one.

use std::ops::Range;

/// The most characters of a piece: some engines stop after a quarter of a minute.
const LONGEST: usize = 240;

/// Where a long sentence may be cut: after what one pauses at.
const PAUSES: &str = ",;:—–،؛、，；：।";

/// The first piece that goes beyond the byte `at`. `sentences` says how long, in bytes, each sentence of a line is.
pub fn piece_from(text: &str, at: usize, sentences: impl Fn(&str) -> Vec<usize>) -> Option<Range<usize>> {
    let mut begin = line_at(text, at)?;
    while begin < text.len() {
        let end = line_end(text, begin);
        let found = pieces(text, begin..end, &sentences).into_iter().find(|piece| piece.end > at);
        if found.is_some() {
            return found;
        }
        begin = end + 1;
    }
    None
}

/// The last piece that begins before the byte `at`.
pub fn piece_before(text: &str, at: usize, sentences: impl Fn(&str) -> Vec<usize>) -> Option<Range<usize>> {
    let mut begin = line_at(text, at)?;
    loop {
        let line = begin..line_end(text, begin);
        let found = pieces(text, line, &sentences).into_iter().rfind(|piece| piece.start < at);
        if found.is_some() || begin == 0 {
            return found;
        }
        begin = line_at(text, begin - 1)?;
    }
}

/// Where the line begins that a byte is in.
fn line_at(text: &str, at: usize) -> Option<usize> {
    Some(text.get(..at)?.rfind('\n').map_or(0, |end| end + 1))
}

fn line_end(text: &str, begin: usize) -> usize {
    text[begin..].find('\n').map_or(text.len(), |length| begin + length)
}

/// The pieces of one line.
fn pieces(text: &str, line: Range<usize>, sentences: &impl Fn(&str) -> Vec<usize>) -> Vec<Range<usize>> {
    let (mut pieces, mut begin) = (Vec::new(), line.start);
    let lengths = sentences(&text[line.clone()]);
    // Whatever they do not say is one more.
    for length in lengths.into_iter().chain([usize::MAX]) {
        let end = begin.saturating_add(length).min(line.end);
        if let Some(sentence) = text.get(begin..end) {
            cut(sentence, begin, &mut pieces);
            begin = end;
        }
    }
    pieces
}

/// Adds a sentence that begins at the byte `begin`, in pieces that are not too long.
fn cut(mut sentence: &str, mut begin: usize, pieces: &mut Vec<Range<usize>>) {
    while let Some((limit, _)) = sentence.char_indices().nth(LONGEST) {
        let most = &sentence[..limit];
        let after = |(at, found): (usize, &str)| at + found.len();
        let pause = most.rmatch_indices(|found| PAUSES.contains(found)).next().map(after).filter(|at| *at > limit / 3);
        let space = || most.rmatch_indices(char::is_whitespace).next().map(after);
        let (piece, rest) = sentence.split_at(pause.or_else(space).unwrap_or(limit));
        add(piece, begin, pieces);
        begin += piece.len();
        sentence = rest;
    }
    add(sentence, begin, pieces);
}

/// Adds a piece without the space around it, if it says anything.
fn add(piece: &str, begin: usize, pieces: &mut Vec<Range<usize>>) {
    if piece.contains(char::is_alphanumeric) {
        let begin = begin + piece.len() - piece.trim_start().len();
        pieces.push(begin..begin + piece.trim().len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sentence ends at a full stop.
    fn sentences(line: &str) -> Vec<usize> {
        line.split_inclusive('.').map(str::len).collect()
    }

    /// All pieces, one after the other.
    fn all(text: &str) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        while let Some(piece) = piece_from(text, found.last().map_or(0, |last| last.end), sentences) {
            found.push(piece);
        }
        found
    }

    #[test]
    fn a_text_is_read_by_sentences() {
        let text = "\nThe pond fills. \n\nIt empties. * \n***\nTwice a day";
        let read: Vec<_> = all(text).into_iter().map(|piece| &text[piece]).collect();
        assert_eq!(read, ["The pond fills.", "It empties.", "Twice a day"]);
        assert_eq!(piece_from("", 0, sentences), None);
        assert_eq!(piece_from("…\n", 9, sentences), None);
    }

    #[test]
    fn one_goes_back_the_way_one_came() {
        let text = "One. Two.\n\nThree.";
        let before = |at| piece_before(text, at, sentences).map(|piece| &text[piece]);
        assert_eq!([before(11), before(9), before(5), before(0)], [Some("Two."), Some("Two."), Some("One."), None]);
    }

    #[test]
    fn a_long_sentence_is_cut_where_one_pauses() {
        let clause = "word ".repeat(30);
        let text = [&clause, "end, ", &clause, "end"].concat();
        let read: Vec<_> = all(&text).into_iter().map(|piece| &text[piece]).collect();
        assert_eq!(read.len(), 2, "{read:?}");
        assert!(read[0].ends_with("end,"));
        let solid = "の".repeat(LONGEST * 2 + 1);
        assert_eq!(all(&solid).len(), 3);
    }

    /// Words, marks and ends of lines in every order, from a small random number generator (Marsaglia 2003, "Xorshift RNGs").
    fn random_text(seed: u64) -> String {
        let mut state = 0x9E37_79B9_7F4A_7C15 ^ seed;
        let mut next = |below: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state % below as u64) as usize
        };
        let parts = ["word", "é", "日本", "🙂", ".", ". ", ",", ", ", " ", "  ", "\n", "\n\n", "a", "long", "…"];
        (0..next(500)).map(|_| parts[next(parts.len())]).collect()
    }

    #[test]
    fn every_word_is_read_once_and_in_order() {
        let words = |text: &str| text.chars().filter(|one| one.is_alphanumeric()).collect::<String>();
        for seed in 1..=200 {
            let text = random_text(seed);
            let found = all(&text);
            assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].start), "{seed}");
            let spoken: String = found.iter().map(|piece| &text[piece.clone()]).collect();
            assert_eq!(words(&spoken), words(&text), "{seed}");
            assert!(found.iter().all(|piece| text[piece.clone()].chars().count() <= LONGEST), "{seed}");
            // Back from any of them is the one before.
            for pair in found.windows(2) {
                assert_eq!(piece_before(&text, pair[1].start, sentences), Some(pair[0].clone()), "{seed}");
            }
        }
    }
}
