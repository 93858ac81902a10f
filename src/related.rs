//! What to read next, as a machine without I/O.
//!
//! 1. [`Feed::new`] takes the curated cards of an article and the address of its feed.
//! 2. [`Feed::start`] and [`Feed::load_more`] show what is in hand, or say which page to fetch.
//! 3. The caller fetches and reports with [`Feed::received`] or [`Feed::failed`]; [`Feed::retry`] asks for the same page
//!    again.
//!
//! Always exactly one [`Phase`] holds, so a view that shows one thing per phase cannot show two. The article being read,
//! cards seen before and cards without content never come out, whatever a page holds; and no chain of pages goes on for
//! ever without a reader asking, because a page without news is the end.

use crate::model::{Article, Card, SafeUrl};
use std::collections::BTreeSet;

/// What stands below the cards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phase {
    /// There may be more: a button that asks for it.
    More,
    /// A page is on its way.
    Loading,
    /// A page did not come: a button that tries again. Holds the code of the error.
    Failed(String),
    /// There is no more.
    End,
}

/// What a command led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Cards were added.
    Shown {
        /// Index of the first of them in [`Feed::cards`].
        first_new: usize,
    },
    /// That page is to be fetched.
    Fetch(SafeUrl),
    /// Nothing to do.
    Nothing,
}

/// A page of a feed, fetched and read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Its cards.
    pub cards: Vec<Card>,
    /// Where the next page is.
    pub next: Option<SafeUrl>,
}

/// The cards shown so far, and where more come from.
#[derive(Debug, Clone)]
pub struct Feed {
    page_size: usize,
    shown: Vec<Card>,
    /// In hand, but not shown yet; the next one last.
    waiting: Vec<Card>,
    /// The page to fetch next; stays until it has come, so that a retry finds it.
    next: Option<SafeUrl>,
    /// Pages that have come.
    visited: Vec<String>,
    /// Identities of all cards so far and of the article being read.
    seen: BTreeSet<String>,
    phase: Phase,
}

impl Feed {
    /// What to read after `article`, which came from the address `source` (empty when there is none), and from the list that it
    /// names, else from `list`. Cards are added `page_size` at a time.
    pub fn new(article: &Article, source: &str, list: Option<SafeUrl>, page_size: usize) -> Self {
        let mut seen = BTreeSet::new();
        seen.extend(article.id.as_deref().map(identity));
        seen.extend(article.url.as_ref().map(|url| identity(url.as_str())));
        if !source.is_empty() {
            seen.insert(identity(source));
        }
        let mut feed = Self {
            page_size: page_size.max(1),
            shown: Vec::new(),
            waiting: Vec::new(),
            next: article.related.src.clone().or(list),
            visited: Vec::new(),
            seen,
            phase: Phase::End,
        };
        feed.take(article.related.items.clone());
        feed.settle();
        feed
    }

    /// The cards shown so far; only ever grows at its end.
    pub fn cards(&self) -> &[Card] {
        &self.shown
    }

    /// What stands below them.
    pub fn phase(&self) -> &Phase {
        &self.phase
    }

    /// Nothing to show and nothing to come: not even a heading is wanted.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty() && self.phase == Phase::End
    }

    /// Whether [`Feed::start`] would fetch, and so had better wait until the reader comes near.
    pub fn start_fetches(&self) -> bool {
        self.shown.is_empty() && self.waiting.is_empty() && self.phase == Phase::More
    }

    /// The first display. A second call does nothing.
    pub fn start(&mut self) -> Step {
        if self.shown.is_empty() { self.load_more() } else { Step::Nothing }
    }

    /// Shows what is in hand, else asks for the next page. Does nothing in any phase but [`Phase::More`].
    pub fn load_more(&mut self) -> Step {
        if self.phase != Phase::More {
            return Step::Nothing;
        }
        if !self.waiting.is_empty() {
            return self.show();
        }
        self.fetch()
    }

    /// Asks again for the page that failed.
    pub fn retry(&mut self) -> Step {
        match self.phase {
            Phase::Failed(_) => self.fetch(),
            _ => Step::Nothing,
        }
    }

    /// The page that was asked for has come. One that nobody waits for is ignored.
    pub fn received(&mut self, page: Page) -> Step {
        if self.phase != Phase::Loading {
            return Step::Nothing;
        }
        self.visited.extend(self.next.take().map(|url| without_fragment(url.as_str()).to_owned()));
        self.take(page.cards);
        if self.waiting.is_empty() {
            // A feed that repeats itself could go on for ever.
            self.phase = Phase::End;
            return Step::Nothing;
        }
        self.next = page.next.filter(|url| !self.visited.iter().any(|page| page == without_fragment(url.as_str())));
        self.show()
    }

    /// The page that was asked for is not fetched after all; it may be asked for again.
    pub fn cancelled(&mut self) {
        if self.phase == Phase::Loading {
            self.phase = Phase::More;
        }
    }

    /// The page that was asked for did not come.
    pub fn failed(&mut self, code: impl Into<String>) {
        if self.phase == Phase::Loading {
            self.phase = Phase::Failed(code.into());
        }
    }

    /// Takes cards in hand, without those that are empty or known.
    fn take(&mut self, cards: Vec<Card>) {
        for card in cards {
            if is_hollow(&card) {
                continue;
            }
            let names = identities(&card);
            if !names.iter().any(|name| self.seen.contains(name)) {
                self.seen.extend(names);
                self.waiting.push(card);
            }
        }
        self.waiting.reverse();
    }

    /// Moves up to `page_size` cards into view.
    fn show(&mut self) -> Step {
        let first_new = self.shown.len();
        let left = self.waiting.len().saturating_sub(self.page_size);
        self.shown.extend(self.waiting.drain(left..).rev());
        self.settle();
        Step::Shown { first_new }
    }

    fn fetch(&mut self) -> Step {
        match self.next.clone() {
            Some(url) => {
                self.phase = Phase::Loading;
                Step::Fetch(url)
            }
            None => Step::Nothing,
        }
    }

    fn settle(&mut self) {
        self.phase = if self.waiting.is_empty() && self.next.is_none() { Phase::End } else { Phase::More };
    }
}

/// Holds nothing that a card could show.
fn is_hollow(card: &Card) -> bool {
    let blank = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
    blank(&card.title) && blank(&card.teaser) && card.image.is_none()
}

/// All by which a card is recognised: what it says, when it has neither id nor address.
fn identities(card: &Card) -> Vec<String> {
    let mut names = Vec::new();
    names.extend(card.id.as_deref().map(identity));
    names.extend(card.url.iter().chain(&card.article).map(|url| identity(url.as_str())));
    if names.is_empty() {
        let image = card.image.as_ref().and_then(|image| image.src.as_ref()).map_or("", SafeUrl::as_str);
        let said = [card.title.as_deref().unwrap_or_default(), card.teaser.as_deref().unwrap_or_default(), image];
        names.push(said.join("\n"));
    }
    names
}

/// An id as it is; an address without what does not change where it leads: fragment, trailing slash and campaign
/// parameters. Many feeds use the address as the id, so both share one space.
fn identity(name: &str) -> String {
    if !name.contains("://") {
        return name.to_owned();
    }
    let address = without_fragment(name);
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let mut identity = path.strip_suffix('/').unwrap_or(path).to_owned();
    let mut separator = '?';
    for parameter in query.split('&').filter(|parameter| !parameter.is_empty() && !is_campaign(parameter)) {
        identity.push(separator);
        identity.push_str(parameter);
        separator = '&';
    }
    identity
}

fn is_campaign(parameter: &str) -> bool {
    parameter.as_bytes().get(..4).is_some_and(|start| start.eq_ignore_ascii_case(b"utm_"))
}

fn without_fragment(address: &str) -> &str {
    address.split_once('#').map_or(address, |(before, _)| before)
}

#[cfg(test)]
mod tests;
