//! Which format a file is in: by its name, or else by how it begins.

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text, as a crawl saves it.
    Text,
    /// HTML, as a browser saves it.
    Html,
    /// Markdown, with or without front matter.
    Markdown,
    /// JSON Lines: one article a line.
    JsonLines,
}

impl Format {
    /// The extensions of files that are read, in lower case.
    pub const EXTENSIONS: &'static [&'static str] =
        &["txt", "html", "htm", "xhtml", "md", "markdown", "jsonl", "ndjson"];

    /// The format that a file's extension names.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        Some(match extension.to_ascii_lowercase().as_str() {
            "txt" => Self::Text,
            "html" | "htm" | "xhtml" => Self::Html,
            "md" | "markdown" => Self::Markdown,
            "jsonl" | "ndjson" => Self::JsonLines,
            _ => return None,
        })
    }

    /// The format of a file that is called a text: some are web pages all the same.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let begins = |lead: &str| {
            start.get(..lead.len()).is_some_and(|head| head.eq_ignore_ascii_case(lead))
        };
        if begins("<!doctype html") || begins("<html") || begins("<?xml") {
            Self::Html
        } else {
            Self::Text
        }
    }

    /// What a reader calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "plain text",
            Self::Html => "HTML",
            Self::Markdown => "Markdown",
            Self::JsonLines => "JSON Lines",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_extension_has_a_format() {
        assert!(Format::EXTENSIONS.iter().all(|name| Format::of_extension(name).is_some()));
        assert_eq!(Format::of_extension("HTML"), Some(Format::Html));
        assert_eq!(Format::of_extension("pdf"), None);
    }

    #[test]
    fn a_text_may_be_a_page() {
        assert_eq!(Format::of_text("\u{feff}\n<!DOCTYPE HTML><p>x"), Format::Html);
        assert_eq!(Format::of_text("<3 is not a tag"), Format::Text);
    }
}
