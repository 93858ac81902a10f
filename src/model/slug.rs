//! Names for places in an article: readable in every script, never the same twice, and the same at every visit.
//!
//! [`slugify`] makes a name out of a text; [`Names`] hands each out once. Both depend on nothing but the text, so a link
//! to a section outlives the visit.

/// Most characters of a name.
const MAX_CHARS: usize = 80;

/// What a text without letters or digits is called.
const NAMELESS: &str = "section";

/// A name for a heading or an anchor: letters, digits and combining marks of any script, in lower case; whatever lies
/// between becomes one hyphen. At most 80 characters; `section` when nothing is left.
pub fn slugify(text: &str) -> String {
    let mut slug = String::new();
    let mut count = 0;
    let mut gap = false;
    for c in text.chars() {
        if is_invisible(c) {
            continue;
        }
        if !c.is_alphanumeric() && (slug.is_empty() || !is_mark(c)) {
            gap = true;
            continue;
        }
        if gap && count > 0 {
            slug.push('-');
            count += 1;
        }
        gap = false;
        count += 1;
        if count > MAX_CHARS {
            break;
        }
        slug.push(lower(c));
    }
    // A hyphen may have been the last that fitted.
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() { NAMELESS.to_owned() } else { slug }
}

/// The names given so far in an article.
#[derive(Debug, Default)]
pub struct Names {
    /// In order, each with the number to try next when it is wanted again.
    given: Vec<(String, u32)>,
}

impl Names {
    /// Takes a name; `false` when it is taken already.
    pub fn claim(&mut self, name: &str) -> bool {
        match self.find(name) {
            Ok(_) => false,
            Err(at) => {
                self.given.insert(at, (name.to_owned(), 2));
                true
            }
        }
    }

    /// Takes the name, or the first of `name-2`, `name-3`, … that is free.
    pub fn claim_like(&mut self, name: &str) -> String {
        loop {
            let Ok(at) = self.find(name) else {
                self.claim(name);
                return name.to_owned();
            };
            let number = self.given[at].1;
            // Remembered, so that a thousand sections of one name take a thousand steps and not a million.
            self.given[at].1 += 1;
            let number = number.to_string();
            let room = MAX_CHARS - 1 - number.len();
            let end = name.char_indices().nth(room).map_or(name.len(), |(end, _)| end);
            let candidate = [&name[..end], "-", &number].concat();
            if self.claim(&candidate) {
                return candidate;
            }
        }
    }

    fn find(&self, name: &str) -> Result<usize, usize> {
        self.given.binary_search_by(|(given, _)| given.as_str().cmp(name))
    }
}

/// Is not seen, and separates nothing: soft hyphens, joiners, marks of direction, variation selectors.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}')
        || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Combining marks that Unicode does not count as alphabetic: accents, viramas, nuktas, tone marks, cantillation. A
/// range may hold letters too, they are kept anyway; it holds no punctuation (Unicode 16, `DerivedGeneralCategory.txt`).
const MARKS: [(u16, u16); 34] = [
    (0x0300, 0x0362),
    (0x0483, 0x0489),
    (0x0591, 0x05AF),
    (0x0658, 0x0658),
    (0x06DF, 0x06E0),
    (0x06EA, 0x06EC),
    (0x0740, 0x07F3),
    (0x0898, 0x08E1),
    (0x08EA, 0x0954),
    (0x09BC, 0x09CD),
    (0x09FE, 0x0A4D),
    (0x0ABC, 0x0ACD),
    (0x0AFD, 0x0B55),
    (0x0BCD, 0x0BCD),
    (0x0C3C, 0x0C4D),
    (0x0CBC, 0x0D4D),
    (0x0DCA, 0x0DCA),
    (0x0E47, 0x0E4E),
    (0x0EBA, 0x0ECC),
    (0x0F35, 0x0F39),
    (0x0F3E, 0x0F84),
    (0x1037, 0x103A),
    (0x135D, 0x135F),
    (0x1714, 0x1734),
    (0x17B4, 0x17D3),
    (0x17DD, 0x17DD),
    (0x1A60, 0x1A7F),
    (0x1AB0, 0x1B44),
    (0x1BAA, 0x1BF3),
    (0x1CD4, 0x1DFF),
    (0x3099, 0x309A),
    (0xA8E0, 0xA8F1),
    (0xA9B3, 0xA9C0),
    (0xFE20, 0xFE2F),
];

fn is_mark(c: char) -> bool {
    MARKS.iter().any(|&(first, last)| (u32::from(first)..=u32::from(last)).contains(&u32::from(c)))
}

/// Lower case for the alphabets in use that have cases. Rust's own table knows the historical ones too and weighs more
/// than the rest of this module.
fn lower(c: char) -> char {
    let code = u32::from(c);
    let lower = match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F => code + 32,
        // İ has no single lower-case letter of its own; Ÿ lies in another block.
        0x130 => 0x69,
        0x178 => 0xFF,
        // Pairs of which the even one is the capital.
        0x100..=0x137 | 0x14A..=0x177 | 0x1A0..=0x1A5 | 0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F => code | 1,
        0x1DE..=0x1EF | 0x1F8..=0x21F | 0x222..=0x233 | 0x1E00..=0x1E95 | 0x1EA0..=0x1EFF => code | 1,
        // Pairs of which the odd one is.
        0x139..=0x148 | 0x179..=0x17E | 0x1CD..=0x1DC | 0x4C1..=0x4CE => code + code % 2,
        0x1AF => 0x1B0,
        0x4C0 => 0x4CF,
        0x386 => 0x3AC,
        0x388..=0x38A => code + 37,
        0x38C => 0x3CC,
        0x38E | 0x38F => code + 63,
        0x400..=0x40F => code + 80,
        0x531..=0x556 => code + 48,
        0x1E9E => 0xDF,
        0xFF21..=0xFF3A => code + 32,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_readable_in_every_script() {
        for (text, slug) in [
            ("What the moon decides", "what-the-moon-decides"),
            ("  “Hello”, — World!  ", "hello-world"),
            ("L’Été à Île-d’Yeu", "l-été-à-île-d-yeu"),
            ("e\u{301}te\u{301}", "e\u{301}te\u{301}"),
            ("ŁÓDŹ ŽĎÁR ƠƯỆ", "łódź-žďár-ơưệ"),
            ("Что решает Луна?", "что-решает-луна"),
            ("Ἀθῆναι ΑΘΉΝΑ", "Ἀθῆναι-αθήνα"),
            ("ما الذي يقرره القمر؟", "ما-الذي-يقرره-القمر"),
            ("می\u{200C}رود", "میرود"),
            ("שָׁלוֹם־עולם", "שָׁלוֹם-עולם"),
            ("चन्द्रमा क्या तय करता है।", "चन्द्रमा-क्या-तय-करता-है"),
            ("நிலா, கடல்", "நிலா-கடல்"),
            ("ดวงจันทร์ที่น้ำ", "ดวงจันทร์ที่น้ำ"),
            ("ព្រះច័ន្ទ។ ទឹក", "ព្រះច័ន្ទ-ទឹក"),
            ("月が決める、こと。", "月が決める-こと"),
            ("달이 정하는 것", "달이-정하는-것"),
            ("が", "が"),
            ("🌕 Full moon 🌕", "full-moon"),
            ("C++ & C#", "c-c"),
            ("", "section"),
            ("!?… 🌕\u{FE0F}", "section"),
            ("\u{301}", "section"),
        ] {
            assert_eq!(slugify(text), slug, "{text}");
            assert_eq!(slugify(&slugify(text)), slug, "twice is once: {text}");
        }
    }

    #[test]
    fn a_long_slug_ends_at_a_character() {
        assert_eq!(slugify(&"月".repeat(200)).chars().count(), 80);
        assert_eq!(slugify(&["a".repeat(79).as_str(), " b"].concat()), "a".repeat(79));
        let name = "月".repeat(80);
        let mut names = Names::default();
        for _ in 0..200 {
            assert!(names.claim_like(&name).chars().count() <= 80);
        }
    }

    #[test]
    fn names_are_given_once() {
        let mut names = Names::default();
        assert!(names.claim("foo-2") && !names.claim("foo-2"));
        assert_eq!(names.claim_like("foo"), "foo");
        assert_eq!(names.claim_like("foo"), "foo-3");
        assert_eq!(names.claim_like("foo-2"), "foo-2-2");
        assert_eq!(names.claim_like("foo"), "foo-4");
    }

    #[test]
    fn ten_thousand_of_one_name_take_no_time() {
        let mut names = Names::default();
        let last = (0..10_000).map(|_| names.claim_like("foo")).last();
        assert_eq!(last.as_deref(), Some("foo-10000"));
    }

    #[test]
    fn lower_case_is_what_unicode_says_in_the_alphabets_of_today() {
        let latin = [0..0x180, 0x1A0..0x1A6, 0x1AF..0x1B1, 0x1CD..0x1F1, 0x1F8..0x220, 0x222..0x234, 0x1E00..0x1F00];
        let others = [0x386..0x3CF, 0x400..0x530, 0x531..0x590, 0xFF00..0xFF60];
        for c in latin.into_iter().chain(others).flatten().filter_map(char::from_u32) {
            let expected: Vec<char> = c.to_lowercase().collect();
            // Letters that become two are left to their first.
            assert_eq!(lower(c), expected[0], "{c} {:04X}", u32::from(c));
        }
    }
}
