//! The controls of the settings: the colours as discs, the size as two buttons, the rest as rows of words.

use crate::i18n::{Catalog, Later};
use crate::model::{plain_text, script};
use crate::platform::dom::{El, el, find};
use crate::platform::intl;
use crate::preferences::{
    ALIGN, Choice, FACE, LEADING, LETTERS, MEASURE, MOTION, PARAGRAPHS, Preferences, SIZE, SIZES, THEME, WORDS,
};
use crate::state::Document;
use web_sys::Element;

/// The script that an article is set in, by the name that style sheets have for it.
pub(super) fn script_of(document: &Document) -> &'static str {
    let article = &document.article;
    script::script(article.locale.language.as_deref(), &plain_text(&article.title)).as_str()
}

/// Whether a choice is of use in a script: spacing takes joined letters apart, only lines of many words can be justified, and
/// not every script has room between words.
pub(super) fn suits(choice: &Choice, script: &str) -> bool {
    match *choice {
        LETTERS | ALIGN => ["latin", "vietnamese", "hebrew"].contains(&script),
        WORDS => !["chinese", "japanese", "thai", "khmer"].contains(&script),
        _ => true,
    }
}

/// What it is when nothing was chosen, for all but the colours.
pub(super) fn usual(choice: Choice) -> &'static str {
    match choice {
        SIZE => "3",
        FACE => "serif",
        ALIGN => "start",
        MOTION => "auto",
        _ => "normal",
    }
}

/// What a choice is called, and each of its values.
fn words(choice: Choice) -> (Later, &'static [Later]) {
    match choice {
        THEME => {
            let themes =
                &[Later::ThemeAuto, Later::ThemeLight, Later::ThemeDark, Later::ThemeSepia, Later::ThemeContrast];
            (Later::Theme, themes)
        }
        FACE => (Later::Typeface, &[Later::FaceSerif, Later::FaceSans, Later::FaceLegible]),
        LEADING => (Later::LineSpacing, &[Later::Less, Later::Normal, Later::More]),
        LETTERS => (Later::LetterSpacing, &[Later::Normal, Later::More]),
        WORDS => (Later::WordSpacing, &[Later::Normal, Later::More]),
        PARAGRAPHS => (Later::ParagraphSpacing, &[Later::Normal, Later::More]),
        MOTION => (Later::Motion, &[Later::ThemeAuto, Later::MotionNone]),
        MEASURE => (Later::LineLength, &[Later::Less, Later::Normal, Later::More]),
        ALIGN => (Later::Alignment, &[Later::AlignStart, Later::AlignBoth]),
        _ => (Later::TextSize, &[]),
    }
}

/// The control of a choice; `usual` is what holds until something is chosen.
pub(super) fn control(choice: &Choice, chosen: &Preferences, usual: &str, catalog: Catalog) -> El {
    let (name, values) = words(*choice);
    let legend = el("legend", "settings__name").text(catalog.get(name));
    let class = if values.len() == 2 { "settings__choice settings__choice--half" } else { "settings__choice" };
    let group = el("fieldset", class).attr("data-name", choice.name).add(legend);
    if *choice == SIZE {
        return group.add(size(chosen.size(), catalog));
    }
    let now = chosen.chosen(*choice).unwrap_or(usual);
    let options = choice.values.iter().zip(values).fold(el("div", "settings__options"), |options, (value, word)| {
        let radio = el("input", "settings__radio").attr("type", "radio").attr("value", value);
        let radio = radio.attr("name", &["gf-settings-", choice.name].concat()).attr("data-choice", choice.name);
        let radio = if *value == now { radio.attr("checked", "") } else { radio };
        let word = catalog.get(*word);
        let shown = if *choice == THEME {
            // The disc shows the colours; its name is for whoever does not see them, and under the pointer.
            let disc = el("span", "settings__disc").attr("data-look", value).attr("aria-hidden", "true").text("Aa");
            el("span", "").attr("title", word).add(disc).add(el("span", "visually-hidden").text(word))
        } else {
            el("span", "settings__word").attr("data-look", value).text(word)
        };
        options.add(el("label", "settings__option").add(radio).add(shown))
    });
    group.add(options)
}

fn size(at: usize, catalog: Catalog) -> El {
    let button = |step, glyph: &str, label| {
        let button = el("button", "settings__step").attr("type", "button").attr("data-step", step);
        button.attr("aria-label", catalog.get(label)).add(el("span", glyph).attr("aria-hidden", "true").text("A"))
    };
    let said = el("output", "settings__size");
    let row = el("div", "settings__options settings__sizes");
    let row = row.add(button("-1", "settings__small", Later::Smaller)).add(said);
    let row = row.add(button("1", "settings__large", Later::Larger));
    show_size(row.node(), at, catalog);
    row
}

/// Says how large the text is, in per cent of what is usual. What cannot be pressed any further says so, and keeps its focus.
pub(super) fn show_size(control: &Element, at: usize, catalog: Catalog) {
    if let (Some(said), Some(size)) = (find(control, ".settings__size"), SIZES.get(at)) {
        said.set_text_content(Some(&intl::per_cent(*size, catalog.locale().tag)));
    }
    for (selector, end) in [("[data-step='-1']", 0), ("[data-step='1']", SIZES.len() - 1)] {
        if let Some(button) = find(control, selector) {
            let _ = El::from_html(button).attr("aria-disabled", if at == end { "true" } else { "false" });
        }
    }
}
