//! Sidecars: a few lines of TOML that say what a document's own text cannot tell.
//!
//! The names are those of schema.org's NewsArticle. A sidecar that cannot be understood is an
//! error, never a guess.

use serde::Deserialize;

use super::line;
use crate::article::{Article, Date, Stated};

/// The keys that a sidecar may have.
pub const KEYS: &[&str] =
    &["headline", "publisher", "datePublished", "author", "url", "inLanguage", "about"];

/// What a sidecar says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Sidecar {
    /// The headline.
    #[serde(default, deserialize_with = "filled")]
    pub headline: Option<String>,
    /// Who published it, by the short name.
    #[serde(default, deserialize_with = "filled")]
    pub publisher: Option<String>,
    /// The day of publication.
    #[serde(default, deserialize_with = "date")]
    pub date_published: Option<Date>,
    /// Who wrote it: one name or several.
    #[serde(default, deserialize_with = "names")]
    pub author: Vec<String>,
    /// The address it was published at.
    #[serde(default, deserialize_with = "filled")]
    pub url: Option<String>,
    /// The language, as a BCP 47 tag.
    #[serde(default, deserialize_with = "filled")]
    pub in_language: Option<String>,
    /// The name of the event that it reports: documents that give the same name are put together.
    #[serde(default, deserialize_with = "filled")]
    pub about: Option<String>,
}

/// Why a sidecar cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}; {remedy}")]
pub struct SidecarError {
    /// The line, counted from 1.
    pub line: u32,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub remedy: String,
}

impl Sidecar {
    /// Reads a sidecar's text.
    ///
    /// # Errors
    ///
    /// An unknown key, a value of the wrong kind, a bad date or broken TOML is refused, with its
    /// line and what to do.
    pub fn parse(text: &str) -> Result<Self, SidecarError> {
        toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let message = error.message().lines().next().unwrap_or_default().to_owned();
            SidecarError { line: line::number(text, at), remedy: remedy(&message), message }
        })
    }

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
        if !self.author.is_empty() {
            article.authors =
                self.author.into_iter().map(|name| Stated::elsewhere(name, RULE)).collect();
        }
    }
}

fn remedy(message: &str) -> String {
    if message.contains("unknown field") {
        format!("known keys are {}", KEYS.join(", "))
    } else if message.contains("date") {
        "write the day as \"2010-11-20\" (year, month, day)".to_owned()
    } else {
        format!("write `key = \"value\"` lines with the keys {}", KEYS.join(", "))
    }
}

/// Words: a value of nothing says nothing, and the page could not show it.
fn filled<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let words = String::deserialize(from)?;
    if words.trim().is_empty() {
        return Err(serde::de::Error::custom("an empty value; leave the key out instead"));
    }
    Ok(Some(words))
}

/// A day, in quotes or as TOML's own date.
fn date<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Form {
        Words(String),
        Toml(toml::value::Datetime),
    }
    let words = match Form::deserialize(from).map_err(|_| bad_date("this value"))? {
        Form::Words(words) => words,
        Form::Toml(date) => date.to_string(),
    };
    // A time may follow the day.
    let day = words.split(['T', ' ']).next().unwrap_or(&words);
    day.parse().map(Some).map_err(|_| bad_date(&format!("\"{words}\"")))
}

fn bad_date<E: serde::de::Error>(what: &str) -> E {
    E::custom(format!("{what} is not a date"))
}

/// One name or a list of names.
fn names<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Form {
        One(String),
        Several(Vec<String>),
    }
    Ok(match Form::deserialize(from)? {
        Form::One(name) => vec![name],
        Form::Several(names) => names,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(text: &str, line: u32, message: &str, remedy: &str) {
        let error = Sidecar::parse(text).unwrap_err();
        assert_eq!(error.line, line, "{error}");
        assert!(error.message.contains(message), "{error}");
        assert!(error.remedy.contains(remedy), "{error}");
    }

    #[test]
    fn reads_every_key() {
        let sidecar = Sidecar::parse(
            "headline = \"H\"\npublisher = \"RT\"\ndatePublished = 2010-11-22\n\
             author = [\"Ann Smith\"]\nurl = \"https://example.org\"\ninLanguage = \"en\"\n\
             about = \"A summit\"",
        )
        .unwrap();
        assert_eq!(sidecar.publisher.as_deref(), Some("RT"));
        assert_eq!(sidecar.date_published.unwrap().to_string(), "2010-11-22");
        assert_eq!(sidecar.author, ["Ann Smith"]);
        assert_eq!(sidecar.about.as_deref(), Some("A summit"));
    }

    #[test]
    fn every_key_is_listed() {
        let text = KEYS.iter().map(|key| format!("{key} = \"2010-11-22\"\n")).collect::<String>();
        assert!(Sidecar::parse(&text).is_ok());
    }

    #[test]
    fn names_line_fault_and_remedy() {
        refused("publisher = \"RT\"\noutlet = \"RT\"", 2, "outlet", "publisher");
        refused("\ndatePublished = \"22.11.2010\"", 2, "22.11.2010", "2010-11-20");
        refused("datePublished = \"2010-13-40\"", 1, "not a date", "2010-11-20");
        refused("datePublished = \"2010-11-2299\"", 1, "not a date", "2010-11-20");
        refused("headline = \"H\"\npublisher = \" \"", 2, "empty value", "publisher");
        refused("publisher = 5", 1, "string", "key");
        refused("publisher = ", 1, "", "key");
    }
}
