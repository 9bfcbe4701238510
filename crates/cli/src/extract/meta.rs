//! What a document says of itself: outlet, dates, names, its event.

use parallax_engine::{
    article::{Article, Stated},
    story::Event,
};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{blocks, receipt, source::Source};

/// The metadata of the document, and its blocks. `receipts` has, for each value, rule and words.
pub(super) fn value(source: &Source<'_>) -> Value {
    let article = &source.analysis.article;
    let mut fields = Fields { source, meta: Map::new(), receipts: Map::new() };
    stated(&mut fields, article);
    let numbered = source.corpus.events.iter();
    let event = numbered.into_iter().find(|event| event.articles.contains(&source.index));
    fields.event(event);
    let Fields { mut meta, receipts, .. } = fields;
    let labelled: Map<String, Value> =
        article.fields.iter().map(|(label, stated)| (label.clone(), json!(stated.value))).collect();
    if !labelled.is_empty() {
        meta.insert("fields".to_owned(), Value::Object(labelled));
    }
    meta.extend(blocks::values(source));
    meta.insert("receipts".to_owned(), Value::Object(receipts));
    Value::Object(meta)
}

fn stated(fields: &mut Fields<'_, '_>, article: &Article) {
    fields.one("outlet", article.outlet.as_ref());
    fields.one("headline", article.headline.as_ref());
    fields.one("date", article.published.as_ref());
    fields.one("time", article.published_time.as_ref());
    fields.one("zone", article.published_zone.as_ref());
    fields.one("updated", article.updated.as_ref());
    fields.one("updated_time", article.updated_time.as_ref());
    fields.one("updated_zone", article.updated_zone.as_ref());
    fields.one("embargoed", article.embargoed.as_ref());
    fields.one("embargoed_time", article.embargoed_time.as_ref());
    fields.one("embargoed_zone", article.embargoed_zone.as_ref());
    fields.one("dateline_place", article.dateline_place.as_ref());
    fields.many("author", &article.authors);
    fields.many("author_initials", &article.initials);
    fields.one("editor", article.editor.as_ref());
    fields.many("agencies", &article.agencies);
    fields.one("url", article.url.as_ref());
    fields.one("language", article.language.as_ref());
    fields.one("about", article.about.as_ref());
    fields.many("topics", &article.topics);
    fields.one("speakers_given", article.speakers.as_ref());
}

/// The values being gathered, and their receipts.
struct Fields<'s, 'a> {
    source: &'s Source<'a>,
    meta: Map<String, Value>,
    receipts: Map<String, Value>,
}

impl Fields<'_, '_> {
    /// A value that is there or not.
    fn one<T: Serialize>(&mut self, key: &str, stated: Option<&Stated<T>>) {
        self.meta.insert(key.to_owned(), json!(stated.map(|stated| &stated.value)));
        self.keep(key, stated.as_slice());
    }

    /// A list of values.
    fn many<T: Serialize>(&mut self, key: &str, stated: &[Stated<T>]) {
        let values: Vec<&T> = stated.iter().map(|stated| &stated.value).collect();
        self.meta.insert(key.to_owned(), json!(values));
        self.keep(key, &stated.iter().collect::<Vec<_>>());
    }

    /// Keeps the receipts, and the first words as the value's source ("dateline_place" has its
    /// source as "dateline_source").
    fn keep<T: Serialize>(&mut self, key: &str, stated: &[&Stated<T>]) {
        if let Some(span) = stated.first().and_then(|stated| stated.spans.first()) {
            let key = key.trim_end_matches("_place");
            self.meta.insert(format!("{key}_source"), self.source.quoted(*span));
        }
        if !stated.is_empty() {
            let receipts: Vec<Value> =
                stated.iter().map(|stated| receipt::stated(self.source, stated)).collect();
            self.receipts.insert(key.to_owned(), json!(receipts));
        }
    }

    /// When and where what the document reports happened. The receipts are with the event.
    fn event(&mut self, event: Option<&Event>) {
        let date = event.and_then(|event| event.date.as_ref()).map(|date| date.value);
        let place = event.and_then(|event| event.place.as_ref()).map(|place| &place.value);
        self.meta.insert("event_date".to_owned(), json!(date));
        self.meta.insert("event_place".to_owned(), json!(place));
    }
}
