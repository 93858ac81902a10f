//! Which script a text is in, and which way it runs.
//!
//! The language decides when it is given, its script subtag first; else the letters do. Type is set per [`Script`]: size,
//! line height and faces hang on it.

use super::{Direction, Locale};

/// The scripts that are set differently. Each stands for those that are set alike: Greek and Cyrillic for Latin,
/// Gujarati and Gurmukhi for Devanagari, Malayalam for Tamil, Kannada and Sinhala for Telugu, Lao for Thai, Burmese for
/// Khmer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Script {
    Latin,
    Vietnamese,
    Arabic,
    Urdu,
    Hebrew,
    Chinese,
    Japanese,
    Korean,
    Devanagari,
    Bengali,
    Tamil,
    Telugu,
    Thai,
    Khmer,
}

use Script::{
    Arabic, Bengali, Chinese, Devanagari, Hebrew, Japanese, Khmer, Korean, Latin, Tamil, Telugu, Thai, Urdu, Vietnamese,
};

/// Every script with its name, the script subtags (ISO 15924) and the languages (ISO 639) that are set in it. Languages
/// that are not listed are set as Latin.
const SCRIPTS: [(Script, &str, &str, &str); 14] = [
    (Latin, "latin", "Latn Cyrl Grek", ""),
    (Vietnamese, "vietnamese", "", "vi"),
    (Arabic, "arabic", "Arab Thaa Syrc Nkoo Adlm Rohg", "ar fa ps ckb sd ug prs arz ary lrc azb dv syr nqo"),
    (Urdu, "urdu", "Aran", "ur pnb ks skr"),
    (Hebrew, "hebrew", "Hebr Samr", "he iw yi ji"),
    (Chinese, "chinese", "Hans Hant Hani Bopo", "zh cmn yue wuu nan hak lzh"),
    (Japanese, "japanese", "Jpan Hira Kana Hrkt", "ja"),
    (Korean, "korean", "Kore Hang", "ko"),
    (Devanagari, "devanagari", "Deva Gujr Guru", "hi mr ne sa kok mai bho doi awa gu pa"),
    (Bengali, "bengali", "Beng", "bn as"),
    (Tamil, "tamil", "Taml Mlym", "ta ml"),
    (Telugu, "telugu", "Telu Knda Sinh", "te kn si"),
    (Thai, "thai", "Thai Laoo", "th lo"),
    (Khmer, "khmer", "Khmr Mymr", "km my"),
];

/// Letters by which a script is told from its letters, as the last of a block and whose it is. What lies between two
/// blocks that are of interest counts as Latin.
const BLOCKS: [(u32, Script); 31] = [
    (0x058F, Latin),
    (0x05FF, Hebrew),
    (0x08FF, Arabic),
    (0x097F, Devanagari),
    (0x09FF, Bengali),
    (0x0AFF, Devanagari),
    (0x0B7F, Latin),
    (0x0BFF, Tamil),
    (0x0CFF, Telugu),
    (0x0D7F, Tamil),
    (0x0DFF, Telugu),
    (0x0EFF, Thai),
    (0x0FFF, Latin),
    (0x109F, Khmer),
    (0x10FF, Latin),
    (0x11FF, Korean),
    (0x177F, Latin),
    (0x17FF, Khmer),
    (0x2E7F, Latin),
    (0x303F, Chinese),
    (0x30FF, Japanese),
    (0x312F, Chinese),
    (0x318F, Korean),
    (0x9FFF, Chinese),
    (0xABFF, Latin),
    (0xD7FF, Korean),
    (0xF8FF, Latin),
    (0xFAFF, Chinese),
    (0xFB1C, Latin),
    (0xFB4F, Hebrew),
    (0xFEFC, Arabic),
];

/// How many letters of a sample are looked at.
const SAMPLE: usize = 200;

impl Script {
    /// Its name, as in `data-script`.
    pub fn as_str(self) -> &'static str {
        SCRIPTS[self as usize].1
    }

    /// The script that a letter is of, as far as one letter can tell: Chinese for all ideographs, Arabic for Urdu.
    pub(super) fn of_letter(c: char) -> Self {
        let code = u32::from(c);
        match BLOCKS.iter().find(|(last, _)| code <= *last) {
            Some((_, script)) => *script,
            None if (0xFF66..=0xFF9F).contains(&code) => Japanese,
            None if (0x2_0000..=0x3_FFFF).contains(&code) => Chinese,
            None => Latin,
        }
    }
}

/// The script of a text: by its language, else by the letters of `sample`, which is best its title and opening.
pub fn script(language: Option<&str>, sample: &str) -> Script {
    language.and_then(language_script).unwrap_or_else(|| letters_script(sample))
}

/// The direction of a text: as it says itself, else by its language, else by the first letter of `sample` (HTML, §3.2.6.4
/// "The dir attribute", `auto`).
pub fn direction(locale: &Locale, sample: &str) -> Direction {
    locale.direction.unwrap_or_else(|| match locale.language.as_deref().filter(|tag| !is_undetermined(tag)) {
        Some(tag) => language_direction(tag),
        None => sample.chars().find(|c| c.is_alphabetic()).map_or(Direction::Ltr, letter_direction),
    })
}

/// The direction in which a language is written.
pub fn language_direction(tag: &str) -> Direction {
    match language_script(tag) {
        Some(Arabic | Urdu | Hebrew) => Direction::Rtl,
        _ => Direction::Ltr,
    }
}

fn letter_direction(c: char) -> Direction {
    match u32::from(c) {
        0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFC | 0x1_0800..=0x1_0FFF | 0x1_E800..=0x1_EFFF => {
            Direction::Rtl
        }
        _ => Direction::Ltr,
    }
}

/// The script of a language (BCP 47, §2.2.3); `None` for tags that name no language.
fn language_script(tag: &str) -> Option<Script> {
    if is_undetermined(tag) {
        return None;
    }
    let mut parts = tag.split(['-', '_']);
    let language = parts.next().unwrap_or_default();
    // After a singleton come extensions.
    let subtag = parts.take_while(|part| part.len() > 1).find(|part| part.len() == 4 && part.is_ascii());
    let by_language = listed(language, |row| row.3);
    match subtag.and_then(|subtag| listed(subtag, |row| row.2)) {
        // Vietnamese and Urdu say more than their script subtags do.
        Some(Latin) if by_language == Some(Vietnamese) => by_language,
        Some(Arabic) if by_language == Some(Urdu) => by_language,
        Some(script) => Some(script),
        None => by_language.or(Some(Latin)),
    }
}

fn listed(
    name: &str,
    column: impl Fn(&(Script, &'static str, &'static str, &'static str)) -> &'static str,
) -> Option<Script> {
    let row = SCRIPTS.iter().find(|row| column(row).split(' ').any(|one| one.eq_ignore_ascii_case(name)))?;
    (!name.is_empty()).then_some(row.0)
}

/// Empty, private, or one of the codes for "undetermined", "several" and "none" (ISO 639-2).
fn is_undetermined(tag: &str) -> bool {
    let language = tag.split(['-', '_']).next().unwrap_or_default();
    ["", "x", "i", "und", "mul", "zxx", "mis"].iter().any(|code| code.eq_ignore_ascii_case(language))
}

/// The script of most letters. A few letters settle what scripts share.
fn letters_script(sample: &str) -> Script {
    let mut counts = [0; SCRIPTS.len()];
    let (mut vietnamese, mut urdu) = (false, false);
    for c in sample.chars().filter(|c| c.is_alphabetic()).take(SAMPLE) {
        counts[Script::of_letter(c) as usize] += 1;
        vietnamese |= matches!(c, 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ạ'..='ỹ');
        urdu |= matches!(c, 'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ہ');
    }
    // Japanese is written in ideographs too; Chinese never in kana.
    if counts[Japanese as usize] > 0 {
        counts[Japanese as usize] += std::mem::take(&mut counts[Chinese as usize]);
    }
    let mut most = Latin;
    for row in SCRIPTS {
        if counts[row.0 as usize] > counts[most as usize] {
            most = row.0;
        }
    }
    match most {
        Latin if vietnamese => Vietnamese,
        Arabic if urdu => Urdu,
        script => script,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_scripts() {
        for (index, row) in SCRIPTS.iter().enumerate() {
            assert_eq!((row.0 as usize, row.0.as_str()), (index, row.1));
        }
        assert!(BLOCKS.is_sorted_by_key(|block| block.0));
    }

    #[test]
    fn a_language_decides_and_its_script_subtag_first() {
        for (tag, expected) in [
            ("en", Latin),
            ("el-GR", Latin),
            ("de-1996", Latin),
            ("VI", Vietnamese),
            ("vi-Latn", Vietnamese),
            ("ur-Arab-PK", Urdu),
            ("ks-Aran", Urdu),
            ("az-Arab", Arabic),
            ("fa", Arabic),
            ("sr-Latn", Latin),
            ("zh-Hant-TW", Chinese),
            ("zh_CN", Chinese),
            ("zh-Latn", Latin),
            ("pa", Devanagari),
            ("ml", Tamil),
            ("kn", Telugu),
            ("lo", Thai),
            ("my", Khmer),
            ("en-t-jpan", Latin),
        ] {
            assert_eq!(script(Some(tag), "中文"), expected, "{tag}");
        }
    }

    #[test]
    fn without_a_language_the_letters_decide() {
        for (sample, expected) in [
            ("", Latin),
            ("123 …", Latin),
            ("Что решает Луна", Latin),
            ("Mặt trăng quyết định", Vietnamese),
            ("São Tomé e Príncipe, à água", Latin),
            ("ما الذي يقرره القمر", Arabic),
            ("چاند کیا طے کرتا ہے", Urdu),
            ("מה שהירח מחליט", Hebrew),
            ("iPhone 发布会：一切都变了，没有人知道为什么", Chinese),
            ("東京の月が決めること", Japanese),
            ("ﾂｷ", Japanese),
            ("달이 정하는 것", Korean),
            ("चाँद क्या तय करता है", Devanagari),
            ("ચંદ્ર", Devanagari),
            ("চাঁদ কী ঠিক করে", Bengali),
            ("நிலா", Tamil),
            ("ചന്ദ്രൻ", Tamil),
            ("చంద్రుడు", Telugu),
            ("ಚಂದ್ರ", Telugu),
            ("චන්ද්‍රයා", Telugu),
            ("ดวงจันทร์", Thai),
            ("ດວງຈັນ", Thai),
            ("ព្រះច័ន្ទ", Khmer),
            ("လမင်း", Khmer),
            ("𠮷野家", Chinese),
        ] {
            assert_eq!(script(None, sample), expected, "{sample}");
            assert_eq!(script(Some("und"), sample), expected, "{sample}");
        }
    }

    #[test]
    fn direction_is_said_or_follows_from_language_or_letters() {
        let locale = |language: Option<&str>, direction| Locale { language: language.map(str::to_owned), direction };
        for (language, given, sample, expected) in [
            (Some("ar"), Some(Direction::Ltr), "", Direction::Ltr),
            (Some("ar"), None, "Latin", Direction::Rtl),
            (Some("he-IL"), None, "", Direction::Rtl),
            (Some("dv"), None, "", Direction::Rtl),
            (Some("ar-Latn"), None, "", Direction::Ltr),
            (Some("uz-Arab"), None, "", Direction::Rtl),
            (Some("en"), None, "שלום", Direction::Ltr),
            (Some("mul"), None, "שלום", Direction::Rtl),
            (None, None, "2026: «القمر» and more", Direction::Rtl),
            (None, None, "The word القمر", Direction::Ltr),
            (None, None, "", Direction::Ltr),
        ] {
            assert_eq!(direction(&locale(language, given), sample), expected, "{language:?} {sample}");
        }
    }
}
