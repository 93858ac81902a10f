//! Words in a terminal: lines that fit, columns that align, nothing that the terminal would obey.
//!
//! Widths are those of a terminal's cells (Unicode Standard Annex #11): two for East Asian letters and emoji, none for
//! marks that sit on a letter.

/// The text on one line, without what could command a terminal or turn the order of its letters.
pub(super) fn plain(text: &str) -> String {
    let harmless = |c: char| match c {
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => None,
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() => Some(char::REPLACEMENT_CHARACTER),
        c => Some(c),
    };
    let line: String = text.trim().chars().filter_map(harmless).collect();
    line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How many cells a text takes.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(cells).sum()
}

fn cells(c: char) -> usize {
    match c {
        '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' => 0,
        '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' => 2,
        '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF60}' | '\u{1F300}'..='\u{1FAFF}' | '\u{20000}'..='\u{3FFFD}' => 2,
        _ => 1,
    }
}

/// At most `most` cells of the text, ended by an ellipsis where it had to be cut.
pub(super) fn cut(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let (mut kept, mut used) = (String::new(), 1);
    for c in text.chars() {
        used += cells(c);
        if used > most {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end())
}

/// The text with spaces after it, as wide as `wide`.
pub(super) fn padded(text: &str, wide: usize) -> String {
    [text, &" ".repeat(wide.saturating_sub(width(text)))].concat()
}

/// The text in lines of at most `most` cells, broken at spaces, and within words that are longer than a line.
pub(super) fn wrapped(text: &str, most: usize) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if !line.is_empty() && width(&line) + 1 + width(word) > most {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        for c in word.chars() {
            if !line.is_empty() && width(&line) + cells(c) > most {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
    }
    lines.push(line);
    lines
}

/// A number with what is counted, in the singular or the plural.
pub(super) fn count(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{} {one}s", grouped(number)) }
}

/// A number with commas between its thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_commands_the_terminal() {
        assert_eq!(plain(" a\u{1B}[31mred\n\n\tb\u{202E}c\u{7} "), "a\u{FFFD}[31mred bc\u{FFFD}");
    }

    #[test]
    fn texts_are_cut_and_wrapped_by_cells() {
        assert_eq!((cut("tide mill", 9), cut("tide mill", 6)), ("tide mill".to_owned(), "tide…".to_owned()));
        assert_eq!(cut("水車水車", 5), "水車…");
        assert_eq!(padded("水", 4), "水  ");
        assert_eq!(wrapped("the tide mill turns", 9), ["the tide", "mill", "turns"]);
        assert_eq!(wrapped("a https://example", 8), ["a", "https://", "example"]);
        assert_eq!(wrapped("", 8), [""]);
    }

    #[test]
    fn numbers_are_grouped_and_counted() {
        assert_eq!(
            (count(1, "word"), count(0, "word"), count(1_234_567, "word")),
            ("1 word".to_owned(), "0 words".to_owned(), "1,234,567 words".to_owned())
        );
    }
}
