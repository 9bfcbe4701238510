//! Sidecars: a few lines of TOML that say what a document's own text cannot tell.
//!
//! The names are those of schema.org's NewsArticle. A sidecar that cannot be understood is an
//! error, never a guess. What a value means to an article, the engine decides.

use parallax_engine::{article::Date, ingest::Sidecar};
use serde::{Deserialize, Deserializer, de::Error as _};

/// The keys that a sidecar may have.
const KEYS: &[&str] = &[
    "headline",
    "publisher",
    "datePublished",
    "author",
    "url",
    "inLanguage",
    "articleSection",
    "about",
];

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

/// A sidecar as its file spells it.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase", default)]
struct File {
    #[serde(deserialize_with = "filled")]
    headline: Option<String>,
    #[serde(deserialize_with = "filled")]
    publisher: Option<String>,
    #[serde(deserialize_with = "date")]
    date_published: Option<Date>,
    #[serde(deserialize_with = "names")]
    author: Vec<String>,
    #[serde(deserialize_with = "filled")]
    url: Option<String>,
    #[serde(deserialize_with = "filled")]
    in_language: Option<String>,
    #[serde(deserialize_with = "names")]
    article_section: Vec<String>,
    #[serde(deserialize_with = "filled")]
    about: Option<String>,
}

/// Reads a sidecar's text.
///
/// # Errors
///
/// An unknown key, a value of the wrong kind, a bad date or broken TOML is refused, with its line
/// and what to do.
pub fn sidecar(text: &str) -> Result<Sidecar, SidecarError> {
    let file: File = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let message = error.message().lines().next().unwrap_or_default().to_owned();
        SidecarError { line: line(text, at), remedy: remedy(&message), message }
    })?;
    let File { headline, publisher, date_published, author, url, in_language, .. } = file;
    let File { article_section, about, .. } = file;
    Ok(Sidecar {
        headline,
        publisher,
        date_published,
        author,
        url,
        in_language,
        article_section,
        about,
    })
}

/// The line, counted from 1, on which the byte `at` stands.
fn line(text: &str, at: usize) -> u32 {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    let breaks = before.iter().filter(|&&byte| byte == b'\n').count();
    u32::try_from(breaks + 1).unwrap_or(u32::MAX)
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
fn filled<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let words = String::deserialize(from)?;
    if words.trim().is_empty() {
        return Err(D::Error::custom("an empty value; leave the key out instead"));
    }
    Ok(Some(words))
}

/// A day, in quotes or as TOML's own date.
fn date<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
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
fn names<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
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
        let error = sidecar(text).unwrap_err();
        assert_eq!(error.line, line, "{error}");
        assert!(error.message.contains(message), "{error}");
        assert!(error.remedy.contains(remedy), "{error}");
    }

    #[test]
    fn reads_every_key() {
        let read = sidecar(
            "headline = \"H\"\npublisher = \"RT\"\ndatePublished = 2010-11-22\n\
             author = [\"Ann Smith\"]\nurl = \"https://example.org\"\ninLanguage = \"en\"\n\
             articleSection = \"World\"\nabout = \"A summit\"",
        )
        .unwrap();
        assert_eq!(read.article_section, ["World"]);
        assert_eq!(read.publisher.as_deref(), Some("RT"));
        assert_eq!(read.date_published.unwrap().to_string(), "2010-11-22");
        assert_eq!(read.author, ["Ann Smith"]);
        assert_eq!(read.about.as_deref(), Some("A summit"));
    }

    #[test]
    fn every_key_is_listed() {
        let text = KEYS.iter().map(|key| format!("{key} = \"2010-11-22\"\n")).collect::<String>();
        assert!(sidecar(&text).is_ok());
    }

    #[test]
    fn counts_lines_from_one() {
        assert_eq!([line("a\nb\nc", 0), line("a\nb\nc", 4)], [1, 3]);
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
