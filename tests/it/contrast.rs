//! The contrast of every palette, computed from the style sheets (WCAG 2.2, "contrast ratio", 1.4.3, 1.4.6 and 1.4.11).

use std::collections::BTreeMap;

const THEMES: &str = include_str!("../../style/themes.css");
const CHOICES: &str = include_str!("../../style/choices.css");

/// The colours of a palette by the names of their properties.
type Palette = BTreeMap<String, f64>;

/// The relative luminance of a colour in six hexadecimal digits.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("two hexadecimal digits")) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/// The palettes of a rule, light and dark, from its selector on.
fn palettes(sheet: &str, selector: &str) -> [Palette; 2] {
    let (_, rest) = sheet.split_once(selector).unwrap_or_else(|| panic!("no {selector}"));
    let (_, body) = rest.split_once('{').expect("a rule");
    let body = body.split('}').next().unwrap_or_default();
    let mut both = [Palette::new(), Palette::new()];
    for line in body.lines().map(str::trim).filter(|line| line.starts_with("--_")) {
        let (name, value) = line.split_once(": ").expect("a declaration");
        let colours: Vec<_> = value.match_indices('#').map(|(at, _)| luminance(&value[at..at + 7])).collect();
        if let (Some(light), Some(dark)) = (colours.first(), colours.last()) {
            both[0].insert(name[3..].to_owned(), *light);
            both[1].insert(name[3..].to_owned(), *dark);
        }
    }
    both
}

/// What stands on what, and how far apart they have to be at least; the names of the publisher's own properties.
const PAIRS: &[(&str, &[&str], f64)] = &[
    ("ink", &["bg", "surface", "sunken"], 7.0),
    ("strong", &["bg", "surface", "sunken"], 7.0),
    ("muted", &["bg", "surface", "sunken"], 4.5),
    ("accent", &["bg", "surface", "sunken"], 4.5),
    ("accent-hover", &["bg", "surface", "sunken"], 4.5),
    ("danger", &["bg", "surface", "sunken"], 4.5),
    ("ok", &["bg", "surface", "sunken"], 4.5),
    ("on-accent", &["accent", "accent-hover"], 4.5),
    ("ink", &["mark", "selection"], 4.5),
    ("border", &["bg", "surface"], 3.0),
    ("focus", &["bg", "surface", "sunken"], 3.0),
];

#[test]
fn every_palette_can_be_read() {
    let [light, dark] = palettes(THEMES, ":where(.gatefold, .gf-app, .gf-page)");
    let [sepia, _] = palettes(CHOICES, ":where(.gatefold[data-theme=\"sepia\"]");
    let [bright, black] = palettes(CHOICES, ":where(.gatefold[data-theme=\"contrast\"]");
    let mut low = Vec::new();
    for (name, palette) in
        [("light", light), ("dark", dark), ("sepia", sepia), ("contrast, light", bright), ("contrast, dark", black)]
    {
        for (front, backs, least) in PAIRS {
            // Whoever asks for contrast gets the enhanced one everywhere.
            let least = if name.starts_with("contrast") && *least == 4.5 { 7.0 } else { *least };
            for back in *backs {
                let of = |colour: &str| palette.get(colour).unwrap_or_else(|| panic!("{name} has no {colour}"));
                let (one, other) = (of(front), of(back));
                let ratio = (one.max(*other) + 0.05) / (one.min(*other) + 0.05);
                if ratio < least {
                    low.push(format!("{name}: {front} on {back} is {ratio:.2}, at least {least}"));
                }
            }
        }
    }
    assert_eq!(low, [] as [String; 0], "{low:#?}");
}

#[test]
fn the_ratio_is_that_of_the_standard() {
    assert!((luminance("#ffffff") - 1.0).abs() < 1e-9 && luminance("#000000") == 0.0);
    // A grey whose ratio to white is known: 4.54.
    let grey = luminance("#767676");
    assert!(((1.0 + 0.05) / (grey + 0.05) - 4.54).abs() < 0.01);
}
