//! Sidecars: what somebody says of a document beside its text.
//!
//! The names are those of schema.org's NewsArticle. Does not know how a sidecar is written in a file.

use serde::{Deserialize, Serialize};

use crate::article::{Article, Date, Stated};

/// What a sidecar says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sidecar {
    /// The headline.
    pub headline: Option<String>,
    /// Who published it, by the short name.
    pub publisher: Option<String>,
    /// The day of publication.
    pub date_published: Option<Date>,
    /// Who wrote it.
    pub author: Vec<String>,
    /// The address it was published at.
    pub url: Option<String>,
    /// The language, as a BCP 47 tag.
    pub in_language: Option<String>,
    /// What it is about: politics, sport.
    pub article_section: Vec<String>,
    /// The name of the event that it reports: documents that give the same name are put together.
    pub about: Option<String>,
}

impl Sidecar {
    /// Writes what the sidecar says into `article`; it goes before what the text says.
    pub(crate) fn apply(self, article: &mut Article) {
        const RULE: &str = "sidecar";
        let stated = |value: Option<String>| value.map(|value| Stated::elsewhere(value, RULE));
        let replace = |slot: &mut Option<Stated<String>>, value: Option<String>| {
            if let Some(value) = stated(value) {
                *slot = Some(value);
            }
        };
        replace(&mut article.headline, self.headline);
        replace(&mut article.outlet, self.publisher);
        replace(&mut article.url, self.url);
        replace(&mut article.language, self.in_language);
        replace(&mut article.about, self.about);
        if let Some(date) = self.date_published {
            article.published = Some(Stated::elsewhere(date, RULE));
        }
        let several = |slot: &mut Vec<Stated<String>>, values: Vec<String>| {
            if !values.is_empty() {
                *slot = values.into_iter().map(|value| Stated::elsewhere(value, RULE)).collect();
            }
        };
        several(&mut article.authors, self.author);
        several(&mut article.topics, self.article_section);
    }
}
