//! Bytes → text that a JSON parser takes, whatever a publisher's tools made of it.
//!
//! 1. [`decode`] finds the encoding: a byte order mark (The Unicode Standard, §23.8), else the zero bytes that UTF-16
//!    leaves in JSON (RFC 4627, §3), else UTF-8. What is no UTF-8 is read as Windows-1252, byte by byte, so that a file
//!    that mixes both comes out whole.
//! 2. [`paired`] replaces escapes of half a character, `"\ud800"`, as the browser's parser does and `serde_json` does not.
//!
//! What the browser would have read differently, it reads UTF-8 and nothing else, is said in a sentence.

/// Windows-1252 from 0x80 to 0x9F; from 0xA0 on it is Latin-1 (Encoding Standard, §9.1). Five bytes are unassigned and
/// stand for control characters.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', //
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The text of a file, without its byte order mark, and what is odd about its encoding.
pub(super) fn decode(bytes: &[u8]) -> (String, Option<String>) {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf_8(rest),
        [0xFF, 0xFE, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        [0, second, ..] if *second != 0 => utf_16(bytes, u16::from_be_bytes),
        [first, 0, ..] if *first != 0 => utf_16(bytes, u16::from_le_bytes),
        _ => utf_8(bytes),
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, Option<String>) {
    let units = bytes.chunks(2).map(|pair| match pair {
        [first, second] => unit([*first, *second]),
        _ => 0xFFFD,
    });
    let text = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    (text, Some("encoded in UTF-16; the reader takes UTF-8 only".to_owned()))
}

fn utf_8(bytes: &[u8]) -> (String, Option<String>) {
    let (mut text, mut wrong) = (String::with_capacity(bytes.len()), 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        wrong += chunk.invalid().len();
        text.extend(chunk.invalid().iter().map(|byte| {
            let special = byte.checked_sub(0x80).and_then(|at| WINDOWS_1252.get(usize::from(at)));
            special.copied().unwrap_or(char::from(*byte))
        }));
    }
    let bytes = if wrong == 1 { "1 byte is" } else { &format!("{wrong} bytes are") };
    let note = format!("{bytes} no UTF-8 and read as Windows-1252; the reader shows \u{FFFD} there");
    (text, (wrong > 0).then_some(note))
}

/// The text with every escape of an unpaired surrogate (RFC 8259, §8.2) replaced by that of U+FFFD, and how many there
/// were.
pub(super) fn paired(text: String) -> (String, Option<String>) {
    let mut at = 0;
    let mut unpaired = Vec::new();
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('\\')) {
        at += found;
        match (escaped(&text, at), escaped(&text, at + 6)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => at += 12,
            (Some(0xD800..=0xDFFF), _) => {
                unpaired.push(at);
                at += 6;
            }
            // The backslash and what it escapes, so that the second of `\\` begins nothing.
            _ => at += 1 + text.get(at + 1..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8),
        }
    }
    let Some(first) = unpaired.first() else { return (text, None) };
    let line = 1 + text.get(..*first).unwrap_or_default().matches('\n').count();
    let note = match unpaired.len() - 1 {
        0 => format!("half a character is escaped on line {line}; it shows as \u{FFFD}"),
        more => format!("half a character is escaped on line {line}, and {more} more; each shows as \u{FFFD}"),
    };
    let (mut mended, mut end) = (String::with_capacity(text.len()), 0);
    for at in unpaired {
        mended.push_str(text.get(end..at).unwrap_or_default());
        mended.push_str("\\ufffd");
        end = at + 6;
    }
    mended.push_str(text.get(end..).unwrap_or_default());
    (mended, Some(note))
}

/// The code unit that `\uXXXX` at that place stands for.
fn escaped(text: &str, at: usize) -> Option<u32> {
    let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
    if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) { u32::from_str_radix(digits, 16).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_comes_out_as_the_same_text() {
        let text = "{\"a\": \"Mühle 水 🌊\"}";
        let utf_16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let (little, big) = (utf_16(u16::to_le_bytes), utf_16(u16::to_be_bytes));
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        assert_eq!(decode(text.as_bytes()), (text.to_owned(), None));
        assert_eq!(decode(&marked(&[0xEF, 0xBB, 0xBF], text.as_bytes())), (text.to_owned(), None));
        for bytes in [marked(&[0xFF, 0xFE], &little), marked(&[0xFE, 0xFF], &big), little, big] {
            let (decoded, note) = decode(&bytes);
            assert_eq!(decoded, text);
            assert!(note.unwrap().contains("UTF-16"));
        }
    }

    #[test]
    fn bytes_that_are_no_utf_8_are_windows_1252() {
        let (text, note) = decode(b"\x93caf\xE9\x94 \x80 \x81 na\xC3\xAFve");
        assert_eq!(text, "“café” € \u{81} naïve");
        assert!(note.unwrap().starts_with("5 bytes are"));
        assert!(decode(b"caf\xE9").1.unwrap().starts_with("1 byte is"));
    }

    #[test]
    fn an_odd_byte_and_half_a_pair_in_utf_16_are_replaced() {
        assert_eq!(decode(&[0xFF, 0xFE, 0x00, 0xD8, b'a', 0, b'b']).0, "\u{FFFD}a\u{FFFD}");
        assert_eq!(decode(&[]), (String::new(), None));
    }

    #[test]
    fn half_characters_are_replaced_and_pairs_stay() {
        for (given, expected) in [
            (r#""\ud800""#, r#""\ufffd""#),
            (r#""\uDC00x\ud83c\udf0a""#, r#""\ufffdx\ud83c\udf0a""#),
            (r#""\ud83c\ud83c\udf0a""#, r#""\ufffd\ud83c\udf0a""#),
            (r#""\ud800\\udc00 \\ud800""#, r#""\ufffd\\udc00 \\ud800""#),
            (r#""\ud800\"水""#, r#""\ufffd\"水""#),
        ] {
            let (mended, note) = paired(given.to_owned());
            assert_eq!((mended.as_str(), note.is_some()), (expected, true), "{given}");
        }
        for whole in [r#""\\ud800""#, r#""\ud8""#, r#""\u00e9\n水""#, "\\", "\\水", r"\u+d80"] {
            assert_eq!(paired(whole.to_owned()), (whole.to_owned(), None));
        }
        assert!(paired("[\n\"\\udc00\", \"\\udc00\"]".to_owned()).1.unwrap().contains("line 2, and 1 more"));
    }
}
