//! A whole article, a section at a time.

use super::{Extras, Native};
use crate::ingest::fields::{Fields, Place, Reading};
use crate::ingest::format::Format;
use crate::ingest::{Ingested, Json, Kind};
use crate::model::Article;
use crate::model::url::{Base, Use};

/// An article that is being read: [`begin`](Self::begin), then [`step`](Self::step) until nothing is left, then
/// [`finish`](Self::finish). Between two steps the browser can do something else, however long the article is.
pub struct ArticleReading<J: Json> {
    json: J,
    native: Native<J>,
    article: Article,
    /// The list of sections, and which is the next.
    sections: Option<J>,
    next: usize,
}

impl<J: Json> ArticleReading<J> {
    /// Reads what stands before the sections.
    ///
    /// # Errors
    /// The place and the reason, when the value is not Article JSON.
    pub fn begin(json: &J, base: &Base, extras: Option<Extras<J>>) -> Result<Self, String> {
        if json.kind() != Kind::Object {
            return Err(format!("expected an article object, found {}", json.kind().name()));
        }
        let reading = Reading::new(base.clone());
        let mut native = Native { reading, footnotes: Vec::new(), label: false, extras, incomplete: false };
        let fields = Fields::of_root(json);
        // For editors of JSON; it says nothing about the article.
        fields.take("$schema", &mut native.reading);
        match fields.take("gatefold", &mut native.reading).map(|version| version.number()) {
            Some(Some(1.0)) => {}
            Some(_) => return Err("gatefold: only version 1 is known".to_owned()),
            None => return Err("gatefold: missing; expected Article JSON with \"gatefold\": 1".to_owned()),
        }
        let article = native.head(&fields);
        let mut sections = fields.take("sections", &mut native.reading);
        if let Some(other) = sections.take_if(|sections| sections.kind() != Kind::Array) {
            let reason = format_args!("expected a list, found {}", other.kind().name());
            native.reading.dropped(&Place::Field(&Place::Root, "sections"), reason);
        }
        Ok(Self { json: json.clone(), native, article, sections, next: 0 })
    }

    /// Reads the next section; `false` when there is none.
    pub fn step(&mut self) -> bool {
        let Some(list) = self.sections.as_ref().filter(|list| self.next < list.len() && !self.native.incomplete) else {
            return false;
        };
        if let Some(item) = list.item(self.next) {
            let place = Place::Index(&Place::Field(&Place::Root, "sections"), self.next);
            self.native.section(&item, &place, &mut self.article.sections);
        }
        self.next += 1;
        true
    }

    /// Reads what stands after the sections.
    ///
    /// # Errors
    /// The place and the reason, when there is nothing that could be shown.
    pub fn finish(self) -> Result<Ingested, String> {
        let Self { json, mut native, mut article, .. } = self;
        native.tail(Fields::of_root(&json), &mut article);
        let Native { reading: Reading { notes, .. }, incomplete, .. } = native;
        if !incomplete && article.title.is_empty() && article.standfirst.is_empty() && article.sections.is_empty() {
            let place = notes.first().map_or_else(|| "sections: missing".to_owned(), ToString::to_string);
            return Err(format!("nothing in it could be shown ({place})"));
        }
        Ok(Ingested { format: Some(Format::Native), article, notes, incomplete })
    }
}

impl<J: Json> Native<J> {
    fn head(&mut self, fields: &Fields<'_, J>) -> Article {
        let reading = &mut self.reading;
        let url = fields.url("url", Use::Link, reading);
        if let Some(url) = &url {
            reading.base = reading.base.join(url.as_str());
        }
        let id = fields.string("id", reading);
        let locale = fields.locale(reading);
        let kicker = fields.label("kicker", reading);
        let source = fields.label("source", reading);
        let (published, updated) = (fields.string("published", reading), fields.string("updated", reading));
        let edit = fields.url("edit", Use::Link, reading);
        let tags = fields.items("tags", &mut self.reading).iter().filter_map(Json::string).collect();
        let mut article = Article {
            id,
            url,
            locale,
            kicker,
            title: self.label_field(fields, "title"),
            standfirst: self.label_field(fields, "standfirst"),
            source,
            published,
            updated,
            tags,
            edit,
            authors: self.authors(fields),
            ..Article::default()
        };
        if let Some(image) = fields.take("image", &mut self.reading) {
            article.image = self.image(&image, &Place::Field(fields.place, "image"));
        }
        article
    }

    fn tail(&mut self, fields: Fields<'_, J>, article: &mut Article) {
        if let Some(list) = fields.take("footnotes", &mut self.reading) {
            let place = Place::Field(fields.place, "footnotes");
            self.each(&list, &place, |reader, item, place| reader.footnote(item, place));
        }
        article.footnotes = std::mem::take(&mut self.footnotes);
        self.incomplete |= self.extras.is_none() && !article.footnotes.is_empty();
        if let Some(related) = fields.take("related", &mut self.reading) {
            article.related = self.related(&related, &Place::Field(fields.place, "related"));
        }
        fields.finish(&mut self.reading);
    }
}
