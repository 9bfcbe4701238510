//! What the page shows, as plain data, and how that is spelt in the address bar.
//!
//! This module alone knows the spelling. It is pure: it knows no browser and no engine answers.

mod parse;
mod query;
mod spell;
#[cfg(test)]
mod tests;

use parallax_engine::{query::Query, span::Span};

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// A list of articles or quotations, filtered.
    Browse(Query),
    /// One quotation.
    Quote(QuoteView),
    /// One article.
    Article(ArticleView),
    /// Two articles side by side.
    Compare(CompareView),
    /// What this page is.
    About,
    /// An address that means nothing here, as it was asked for.
    Unknown(String),
}

/// One quotation of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteView {
    /// The article's name.
    pub article: String,
    /// The quotation's key.
    pub key: String,
}

/// One article, at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleView {
    /// The article's name.
    pub id: String,
    /// In which form.
    pub show: Show,
    /// The key of the quotation to be at.
    pub at: Option<String>,
    /// The bytes of the document to be at; only in the document as received.
    pub span: Option<Span>,
}

/// The form in which an article is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// To be read: the report without the page around it.
    #[default]
    Reading,
    /// The document as received, byte for byte.
    Received,
}

/// Two articles side by side; a picker stands in for a missing one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareView {
    /// The article on the left.
    pub left: Option<String>,
    /// The article on the right.
    pub right: Option<String>,
    /// The key of the quotation to be at.
    pub at: Option<String>,
}

impl View {
    /// The first view: every article.
    #[must_use]
    pub fn start() -> Self {
        Self::Browse(Query::default())
    }

    /// An article to be read from its beginning.
    #[must_use]
    pub fn article(id: &str) -> Self {
        Self::Article(ArticleView { id: id.to_owned(), ..ArticleView::default() })
    }

    /// An article at one of its quotations.
    #[must_use]
    pub fn article_at(id: &str, key: &str, show: Show) -> Self {
        let at = Some(key.to_owned());
        Self::Article(ArticleView { id: id.to_owned(), show, at, span: None })
    }

    /// One quotation.
    #[must_use]
    pub fn quote(article: &str, key: &str) -> Self {
        Self::Quote(QuoteView { article: article.to_owned(), key: key.to_owned() })
    }

    /// Two articles side by side.
    #[must_use]
    pub fn compare(left: &str, right: &str, at: Option<&str>) -> Self {
        Self::Compare(CompareView {
            left: Some(left.to_owned()),
            right: Some(right.to_owned()),
            at: at.map(str::to_owned),
        })
    }

    /// Whether `self` and `other` are states of one page, so that a reader stays where they are
    /// when one becomes the other.
    #[must_use]
    pub fn same_page(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Browse(_), Self::Browse(_)) | (Self::About, Self::About) => true,
            (Self::Article(one), Self::Article(two)) => one.id == two.id && one.show == two.show,
            (Self::Compare(one), Self::Compare(two)) => {
                one.left == two.left && one.right == two.right
            }
            _ => self == other,
        }
    }
}

/// A view with the parts of its address that nothing here understands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// What to show.
    pub view: View,
    /// What was not understood, decoded, in the order it stood; kept when the address is spelt again.
    pub unknown: Vec<(String, String)>,
}

impl From<View> for Address {
    fn from(view: View) -> Self {
        Self { view, unknown: Vec::new() }
    }
}
