//! What readers choose for themselves: colours, type, spacing.
//!
//! A choice is an attribute on the reader's root, which the style sheets know; what is not chosen is as the publisher has
//! it. The browser keeps all of them as one text (`theme=sepia&size=5`), from which the loader sets the attributes before
//! there is anything to see (`public/embed/chosen.js`).

/// Where the text is kept, in the origin's local storage.
pub const KEPT: &str = "gatefold-reading";

/// Something that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Its name in the text, and in the option `settings`.
    pub name: &'static str,
    /// The attribute that says it.
    pub attribute: &'static str,
    /// What it can be.
    pub values: &'static [&'static str],
}

const fn choice(name: &'static str, attribute: &'static str, values: &'static [&'static str]) -> Choice {
    Choice { name, attribute, values }
}

/// The colours.
pub const THEME: Choice = choice("theme", "data-theme", &["auto", "light", "dark", "sepia", "contrast"]);
/// How large the text is, from the smallest to the largest.
pub const SIZE: Choice = choice("size", "data-size", &["1", "2", "3", "4", "5", "6", "7"]);
/// The typeface of the text.
pub const FACE: Choice = choice("face", "data-face", &["serif", "sans", "legible"]);
/// The room between lines.
pub const LEADING: Choice = choice("leading", "data-leading", &["less", "normal", "more"]);
/// The room between letters.
pub const LETTERS: Choice = choice("letters", "data-letters", &["normal", "more"]);
/// The room between words.
pub const WORDS: Choice = choice("words", "data-words", &["normal", "more"]);
/// The room between paragraphs.
pub const PARAGRAPHS: Choice = choice("paragraphs", "data-paragraphs", &["normal", "more"]);
/// How long a line gets.
pub const MEASURE: Choice = choice("measure", "data-measure", &["less", "normal", "more"]);
/// Where lines end.
pub const ALIGN: Choice = choice("align", "data-align", &["start", "both"]);

/// Whether what opens and changes may move.
pub const MOTION: Choice = choice("motion", "data-motion", &["auto", "still"]);

/// Everything that can be chosen, as the panel has it.
pub const CHOICES: [Choice; 10] = [THEME, SIZE, FACE, LEADING, MEASURE, ALIGN, LETTERS, WORDS, PARAGRAPHS, MOTION];

/// The size that text has when none was chosen.
pub const USUAL_SIZE: usize = 2;

/// How large each size is, beside the usual one, in per cent.
pub const SIZES: [u32; 7] = [85, 92, 100, 112, 125, 145, 170];

/// What a reader has chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preferences(Vec<(&'static str, &'static str)>);

impl Preferences {
    /// Reads what was kept. What it does not know it leaves out: an older or a newer version may have written it.
    pub fn read(text: &str) -> Self {
        let mut read = Self::default();
        for (name, value) in text.split('&').filter_map(|pair| pair.split_once('=')) {
            if let Some(choice) = CHOICES.iter().find(|choice| choice.name == name) {
                read.choose(*choice, value);
            }
        }
        read
    }

    /// What was chosen; `None` leaves it to the publisher.
    pub fn chosen(&self, choice: Choice) -> Option<&'static str> {
        self.0.iter().find(|(name, _)| *name == choice.name).map(|(_, value)| *value)
    }

    /// Chooses; a value that there is not changes nothing.
    pub fn choose(&mut self, choice: Choice, value: &str) {
        if let Some(value) = choice.values.iter().find(|known| **known == value) {
            self.0.retain(|(name, _)| *name != choice.name);
            self.0.push((choice.name, value));
        }
    }

    /// The place of the size in [`SIZES`].
    pub fn size(&self) -> usize {
        let chosen = self.chosen(SIZE).and_then(|size| SIZE.values.iter().position(|value| *value == size));
        chosen.unwrap_or(USUAL_SIZE)
    }

    /// The text to keep.
    pub fn to_text(&self) -> String {
        self.0.iter().map(|(name, value)| [*name, "=", value].concat()).collect::<Vec<_>>().join("&")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_comes_back() {
        let mut chosen = Preferences::default();
        assert_eq!((chosen.to_text().as_str(), chosen.size()), ("", 2));
        chosen.choose(THEME, "sepia");
        chosen.choose(SIZE, "7");
        chosen.choose(SIZE, "1");
        assert_eq!(chosen.to_text(), "theme=sepia&size=1");
        assert_eq!(Preferences::read(&chosen.to_text()), chosen);
        assert_eq!((chosen.chosen(THEME), chosen.chosen(FACE), chosen.size()), (Some("sepia"), None, 0));
    }

    #[test]
    fn what_nobody_knows_is_left_out() {
        let read = Preferences::read("version=9&theme=%22><script>&size=8&face=sans&leading&=&size=5&face=comic");
        assert_eq!(read.to_text(), "face=sans&size=5");
        assert_eq!(Preferences::read("\u{0}&&&theme==dark"), Preferences::default());
    }

    /// What a rule says, from its selector on.
    fn declarations<'a>(sheet: &'a str, selector: &str) -> Vec<&'a str> {
        let (_, rest) = sheet.split_once(selector).unwrap();
        let (_, body) = rest.split_once('{').unwrap();
        body.split('}').next().unwrap().lines().map(str::trim).filter(|line| line.starts_with("--")).collect()
    }

    #[test]
    fn contrast_is_the_same_whoever_asks_for_it() {
        let asked = declarations(include_str!("../style/themes.css"), "@media (prefers-contrast: more) {\n    :where");
        let chosen = declarations(include_str!("../style/choices.css"), ":where(.gatefold[data-theme=\"contrast\"]");
        assert_eq!(asked, chosen);
        assert_eq!(asked.len(), 18);
    }

    #[test]
    fn every_choice_is_known_to_the_loader_and_the_style_sheet() {
        let loader = include_str!("../public/embed/chosen.js");
        let names = loader.split("NAMES = \"").nth(1).and_then(|rest| rest.split('"').next());
        assert_eq!(names, Some(CHOICES.map(|choice| choice.name).join(" ").as_str()));
        assert!(loader.contains(&format!("getItem(\"{KEPT}\")")));
        let sheets = concat!(include_str!("../style/themes.css"), include_str!("../style/choices.css"));
        for choice in CHOICES {
            assert_eq!(choice.attribute, ["data-", choice.name].concat());
            // What is usual is in no sheet.
            for value in choice.values.iter().filter(|value| !["auto", "3", "serif", "normal", "start"].contains(value))
            {
                let selector = format!("[{}=\"{value}\"]", choice.attribute);
                assert!(sheets.contains(&selector), "no rule for {selector}");
            }
        }
        for (value, size) in SIZE.values.iter().zip(SIZES).filter(|(_, size)| *size != 100) {
            let factor = format!("{}", f64::from(size) / 100.0);
            let rule = format!("[data-size=\"{value}\"] {{ --_scale: calc({} *", factor.trim_start_matches('0'));
            assert!(sheets.contains(&rule), "{rule}");
        }
        assert_eq!(SIZES.len(), SIZE.values.len());
        assert_eq!(SIZES[USUAL_SIZE], 100);
    }
}
