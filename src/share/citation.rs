//! What is shared as a text to paste: Markdown, HTML, the usual forms of a citation, the element for another page.
//!
//! The citations follow the manuals' forms for a page of a website: APA 7 (§10.16), MLA 9, Chicago 17 (§14.207), and
//! biblatex's `@online`. Names are turned round where that is how they are cited: of two or three words in an alphabet that
//! does so.

use super::{Embed, Subject};

/// A form to copy in: its name, which is the same in every language, and what writes it.
pub struct Form {
    /// Names it in the page.
    pub id: &'static str,
    /// What a reader sees.
    pub name: &'static str,
    /// The text; empty for a subject that has no such form.
    pub write: fn(&Subject) -> String,
}

/// All forms, in the order in which they are offered.
pub const FORMS: [Form; 7] = [
    Form { id: "markdown", name: "Markdown", write: markdown },
    Form { id: "html", name: "HTML", write: html },
    Form { id: "apa", name: "APA", write: apa },
    Form { id: "mla", name: "MLA", write: mla },
    Form { id: "chicago", name: "Chicago", write: chicago },
    Form { id: "bibtex", name: "BibTeX", write: bibtex },
    Form { id: "embed", name: "HTML embed", write: embed },
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn title(subject: &Subject) -> &str {
    if subject.title.is_empty() { &subject.url } else { &subject.title }
}

/// What stands for some characters.
type Escapes = [(char, &'static str)];

const MARKDOWN: &Escapes = &[
    ('\\', "\\\\"),
    ('[', "\\["),
    (']', "\\]"),
    ('*', "\\*"),
    ('_', "\\_"),
    ('`', "\\`"),
    ('<', "\\<"),
    ('&', "\\&"),
    ('\n', " "),
    ('\r', " "),
];
const HTML: &Escapes = &[('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('"', "&quot;")];
const TEX: &Escapes = &[
    ('\\', "\\textbackslash{}"),
    ('~', "\\textasciitilde{}"),
    ('^', "\\textasciicircum{}"),
    ('{', "\\{"),
    ('}', "\\}"),
    ('&', "\\&"),
    ('%', "\\%"),
    ('$', "\\$"),
    ('#', "\\#"),
    ('_', "\\_"),
];

fn escaped(text: &str, escapes: &Escapes) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match escapes.iter().find(|(special, _)| *special == character) {
            Some((_, instead)) => out.push_str(instead),
            None => out.push(character),
        }
    }
    out
}

fn markdown(subject: &Subject) -> String {
    let plain = |text: &str| escaped(text, MARKDOWN);
    let url = escaped(&subject.url, &[('(', "%28"), (')', "%29")]);
    let link = ["[", &plain(title(subject)), "](", &url, ")"].concat();
    let Some(quote) = &subject.quote else { return link };
    let lines: Vec<_> = quote.lines().filter(|line| !line.trim().is_empty()).collect();
    let lines: Vec<_> = lines.iter().map(|line| ["> ", &plain(line.trim())].concat()).collect();
    [&lines.join("\n>\n"), "\n>\n> — ", &link].concat()
}

fn html(subject: &Subject) -> String {
    let plain = |text: &str| escaped(text, HTML);
    let url = plain(&subject.url);
    let link = ["<a href=\"", &url, "\">", &plain(title(subject)), "</a>"].concat();
    match &subject.quote {
        None => link,
        Some(quote) => {
            let quote = plain(quote);
            [
                "<figure><blockquote cite=\"",
                &url,
                "\">",
                &quote,
                "</blockquote><figcaption>",
                &link,
                "</figcaption></figure>",
            ]
            .concat()
        }
    }
}

/// The lines that put the article on another page.
fn embed(subject: &Subject) -> String {
    let Some(Embed { loader, src }) = &subject.embed else { return String::new() };
    let plain = |text: &str| escaped(text, HTML);
    let script = ["<script type=\"module\" src=\"", &plain(loader), "\"></script>\n"].concat();
    let link = ["<a href=\"", &plain(&subject.url), "\">", &plain(title(subject)), "</a>"].concat();
    [&script, "<gatefold-reader src=\"", &plain(src), "\">", &link, "</gatefold-reader>"].concat()
}

/// A name in its parts: given names and family name, with what belongs to it (`van der`). `None` for what is cited as it
/// stands: one word, an organisation of many, or a script in which the family comes first anyway.
fn parts(name: &str) -> Option<(&str, &str)> {
    let words: Vec<_> = name.split_whitespace().collect();
    let turns = |character: char| character.is_alphabetic() && (character as u32) < 0x590 || ".-'’".contains(character);
    if words.len() < 2 || !name.chars().all(|character| character.is_whitespace() || turns(character)) {
        return None;
    }
    let lower = |word: &&str| word.chars().next().is_some_and(char::is_lowercase);
    let family = words.iter().position(lower).filter(|at| *at > 0).unwrap_or(words.len() - 1);
    if family > 3 {
        return None;
    }
    let at = words.get(family)?.as_ptr() as usize - name.as_ptr() as usize;
    let (given, family) = name.split_at_checked(at)?;
    Some((given.trim(), family.trim()))
}

/// Family name first.
fn inverted(name: &str) -> String {
    parts(name).map_or_else(|| name.to_owned(), |(given, family)| [family, ", ", given].concat())
}

/// Family name first, given names as initials.
fn initialled(name: &str) -> String {
    let Some((given, family)) = parts(name) else { return name.to_owned() };
    let initial = |word: &str| word.chars().next().map(|first| format!("{first}."));
    let hyphened = |word: &str| word.split('-').filter_map(initial).collect::<Vec<_>>().join("-");
    let given: Vec<_> = given.split_whitespace().map(hyphened).collect();
    [family, ", ", &given.join(" ")].concat()
}

/// With a full stop at its end, unless it ends as a sentence does.
fn stopped(text: &str) -> String {
    let ends = text.ends_with(['.', '?', '!', '。', '？', '！']);
    if ends { text.to_owned() } else { [text, "."].concat() }
}

/// Year, month and day of an ISO 8601 date.
fn date(subject: &Subject) -> Option<(u16, usize, u8)> {
    let day = subject.published.as_deref()?.get(..10)?;
    let mut numbers = day.split('-');
    let (year, month, day) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    Some((year.parse().ok()?, month, day.parse().ok().filter(|day| (1..=31).contains(day))?))
}

fn month(number: usize) -> &'static str {
    MONTHS.get(number.wrapping_sub(1)).copied().unwrap_or_default()
}

fn apa(subject: &Subject) -> String {
    let names: Vec<_> = subject.authors.iter().map(|name| initialled(name)).collect();
    let authors = match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => [&most.join(", "), ", & ", last].concat(),
    };
    let when = date(subject)
        .map_or_else(|| "(n.d.)".to_owned(), |(year, number, day)| format!("({year}, {} {day})", month(number)));
    let title = stopped(title(subject));
    let head = match authors.as_str() {
        "" => [&title, " ", &when, "."].concat(),
        _ => [&stopped(&authors), " ", &when, ". ", &title].concat(),
    };
    let source = subject.source.as_deref().map(|source| [" ", &stopped(source)].concat()).unwrap_or_default();
    [&head, &source, " ", &subject.url].concat()
}

/// The first family name first; of more than `most` the first alone.
fn listed(subject: &Subject, most: usize) -> Option<String> {
    let (first, others) = subject.authors.split_first()?;
    let first = inverted(first);
    Some(match others {
        [] => stopped(&first),
        _ if subject.authors.len() > most => [&first, ", et al."].concat(),
        [most @ .., last] => {
            let most: String = most.iter().flat_map(|name| [", ", name]).collect();
            stopped(&[&first, &most, ", and ", last].concat())
        }
    })
}

fn mla(subject: &Subject) -> String {
    let mut parts: Vec<_> = subject.source.iter().cloned().collect();
    parts.extend(date(subject).map(|(year, number, day)| {
        let name = month(number);
        let short = match number {
            5..=7 => name.to_owned(),
            9 => "Sept.".to_owned(),
            _ => [name.get(..3).unwrap_or(name), "."].concat(),
        };
        format!("{day} {short} {year}")
    }));
    let address = subject.url.strip_prefix("https://").unwrap_or(&subject.url);
    parts.push(address.to_owned());
    let title = ["“", &stopped(title(subject)), "” "].concat();
    [listed(subject, 2).map(|authors| authors + " ").unwrap_or_default(), title, parts.join(", "), ".".to_owned()]
        .concat()
}

fn chicago(subject: &Subject) -> String {
    let mut parts: Vec<_> = subject.source.iter().cloned().collect();
    parts.extend(date(subject).map(|(year, number, day)| format!("{} {day}, {year}", month(number))));
    let title = ["“", &stopped(title(subject)), "” "].concat();
    let place = if parts.is_empty() { String::new() } else { [&stopped(&parts.join(", ")), " "].concat() };
    [listed(subject, 10).map(|authors| authors + " ").unwrap_or_default(), title, place, stopped(&subject.url)].concat()
}

fn bibtex(subject: &Subject) -> String {
    let plain = |text: &str| escaped(text, TEX);
    // In braces a name is taken as it stands.
    let name = |name: &String| if parts(name).is_some() { plain(name) } else { ["{", &plain(name), "}"].concat() };
    let authors = subject.authors.iter().map(name).collect::<Vec<_>>().join(" and ");
    let when = date(subject);
    let first = subject.authors.first().map(|name| parts(name).map_or(name.as_str(), |(_, family)| family));
    let letters =
        |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let word = title(subject).split_whitespace().map(letters).find(|word| word.len() > 3).unwrap_or_default();
    let year = when.map(|(year, ..)| year.to_string()).unwrap_or_default();
    let key = [letters(first.unwrap_or_default()), year, word].concat();
    let key = if key.is_empty() { "article".to_owned() } else { key };
    let url = escaped(&subject.url, &[('{', "%7B"), ('}', "%7D")]);
    let fields = [
        ("author", authors),
        ("title", ["{", &plain(title(subject)), "}"].concat()),
        ("organization", plain(subject.source.as_deref().unwrap_or_default())),
        ("date", when.map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")).unwrap_or_default()),
        ("url", url),
    ];
    let fields = fields.iter().filter(|(_, value)| !value.is_empty());
    let fields: String = fields.flat_map(|(name, value)| ["  ", name, " = {", value, "},\n"]).collect();
    ["@online{", &key, ",\n", &fields, "}"].concat()
}

#[cfg(test)]
mod tests;
