//! What stands above the text: kicker, title, standfirst, byline and dates, lead image.

use super::inline::{some_text, with_text};
use super::panel::time;
use super::{Icon, Scope, figure};
use crate::i18n::Message;
use crate::model::{Author, Text, plain_text};
use crate::platform::dom::{El, el};
use crate::platform::intl::{DateStyle, list_separators};

/// The article's header. `edit` is where its content is edited, `minutes` how long it takes to read.
pub(crate) fn header(scope: &Scope, minutes: u32, edit: Option<&str>) -> El {
    let article = &scope.article;
    let kicker = article.kicker.as_deref().map(|kicker| el("p", "kicker").attr("dir", "auto").text(kicker));
    let header = el("header", "header").attr("part", "header").add_some(kicker).add_some(title(scope));
    let standfirst = some_text(scope, "p", "standfirst", &article.standfirst);
    header
        .add_some(standfirst.map(|standfirst| standfirst.attr("dir", "auto").attr("part", "standfirst")))
        .add(meta(scope, minutes, edit))
}

/// The lead image, or nothing.
pub(crate) fn lead(scope: &Scope) -> Option<El> {
    scope.article.image.as_ref().map(|image| figure::figure(scope, image, " figure--lead"))
}

/// The title, in the size that its length asks for. It takes focus when the article is opened in place.
fn title(scope: &Scope) -> Option<El> {
    if scope.article.title.is_empty() {
        return None;
    }
    let class = title_class(&scope.article.title);
    let title = with_text(scope, scope.heading(1), class, &scope.article.title);
    Some(title.attr("id", &scope.id("title")).attr("tabindex", "-1").attr("dir", "auto").attr("part", "title"))
}

/// A character of a script without spaces says as much as two.
fn title_class(title: &Text) -> &'static str {
    let length: usize = plain_text(title).chars().map(|c| if c >= '\u{2E80}' { 2 } else { 1 }).sum();
    match length {
        0..=60 => "title",
        61..=110 => "title title--long",
        _ => "title title--very-long",
    }
}

fn meta(scope: &Scope, minutes: u32, edit: Option<&str>) -> El {
    let (article, catalog) = (&scope.article, scope.catalog);
    let mut facts = el("div", "meta__facts");
    if !article.authors.is_empty() {
        facts = facts.add(byline(scope, &article.authors).attr("part", "byline"));
    }
    facts = facts.add_some(scope.slot("byline"));
    facts = facts
        .add_some(article.source.as_deref().map(|source| el("span", "meta__source").attr("dir", "auto").text(source)));
    facts =
        facts.add_some(article.published.as_deref().map(|iso| time(catalog, iso, DateStyle::Long).class("meta__date")));
    if let Some(iso) = article.updated.as_deref().filter(|iso| Some(*iso) != article.published.as_deref()) {
        let (before, after) = catalog.around(Message::Updated, "date");
        let updated =
            scope.interface(el("span", "meta__updated")).text(before).add(time(catalog, iso, DateStyle::Medium));
        facts = facts.add(updated.text(after));
    }
    let minutes = catalog.format(Message::MinutesRead, &[("minutes", &minutes.to_string())]);
    facts = facts.add(scope.interface(el("span", "meta__minutes")).text(&minutes));
    let mut actions = scope.interface(el("div", "meta__actions"));
    if let Some(edit) = edit {
        let link = el("a", "edit-link").attr("href", edit).attr("rel", "noopener");
        actions = actions.add(link.text(catalog.get(Message::EditContent)));
    }
    if scope.config.settings != "off" {
        let button = el("button", "icon-button settings-open").attr("type", "button").attr("part", "settings-button");
        actions = actions.add(button.attr("aria-label", catalog.get(Message::Settings)).text("Aa"));
    }
    if scope.config.share {
        let button = el("button", "icon-button share-open").attr("type", "button").attr("aria-haspopup", "dialog");
        let button = button
            .attr("aria-label", catalog.get(Message::ShareArticle))
            .attr("data-testid", "share-open")
            .attr("part", "share-button");
        actions = actions.add(button.add(Icon::Share.draw("")));
    }
    if !crate::EMBEDDED && scope.config.copies {
        let button = el("button", "icon-button save-open").attr("type", "button").attr("aria-pressed", "false");
        let label = scope.catalog.get(Message::SaveOffline);
        actions = actions.add(button.attr("aria-label", label).attr("title", label).add(Icon::Save.draw("")));
    }
    el("div", "meta").add(facts).add(actions)
}

fn byline(scope: &Scope, authors: &[Author]) -> El {
    let (before, after) = scope.catalog.around(Message::By, "authors");
    let separators = list_separators(authors.len(), scope.catalog.locale().tag);
    let byline = authors.iter().enumerate().fold(
        scope.interface(el("span", "byline")).text(before),
        |byline, (index, author)| {
            let byline = match index.checked_sub(1).and_then(|gap| separators.get(gap)) {
                Some(separator) => byline.text(separator),
                None => byline,
            };
            let name = match &author.url {
                Some(url) => el("a", "").attr("rel", "noopener author").attr("href", url.as_str()),
                None => el("bdi", ""),
            };
            byline.add(name.text(&author.name))
        },
    );
    byline.text(after)
}
