//! What the page shows, as plain data, and how that is spelt in the address bar.
//!
//! This module alone knows the spelling. It is pure: it knows no browser and no engine answers.

#[cfg(test)]
mod hostile_tests;
mod parse;
mod query;
mod spell;
#[cfg(test)]
mod tests;

use parallax_engine::{
    query::{Facet, Query},
    span::Span,
};

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// Articles, quotations or utterances, filtered.
    Browse(BrowseView),
    /// One quotation.
    Quote(QuoteView),
    /// One article.
    Article(ArticleView),
    /// Two to four articles side by side.
    Compare(CompareView),
    /// Somebody who is quoted or named, by the full name.
    Person(String),
    /// An event that was reported, by its name.
    Event(String),
    /// What this page is.
    About,
    /// An address that means nothing here, as it was asked for.
    Unknown(String),
}

/// Articles, quotations or utterances, filtered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BrowseView {
    /// What is asked.
    pub query: Query,
    /// How the results are shown.
    pub display: Display,
    /// Which days are counted beside the list.
    pub time: Time,
    /// What is open beside the list, in a window that has room for it.
    pub open: Option<Opened>,
}

/// How results are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Display {
    /// As a list.
    #[default]
    List,
    /// By when it was said, published and embargoed.
    Timeline,
}

/// Which days are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Time {
    /// Those of publication.
    #[default]
    Published,
    /// Those of what is reported.
    Event,
}

impl Time {
    /// The facet of these days.
    #[must_use]
    pub fn facet(self) -> Facet {
        match self {
            Self::Published => Facet::Date,
            Self::Event => Facet::Happened,
        }
    }
}

/// What is open beside a list: an article, or one of its quotations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The article's name.
    pub article: String,
    /// The quotation's key, if it is one.
    pub at: Option<String>,
}

impl Opened {
    /// The page that shows it alone.
    #[must_use]
    pub fn page(&self) -> View {
        match &self.at {
            Some(key) => View::quote(&self.article, key),
            None => View::article(&self.article),
        }
    }
}

impl From<Query> for BrowseView {
    fn from(query: Query) -> Self {
        Self { query, ..Self::default() }
    }
}

/// One quotation of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteView {
    /// The article's name.
    pub article: String,
    /// The quotation's key.
    pub key: String,
    /// Its first words, in a spelling for addresses: by them the nearest is found when it is gone.
    pub words: Option<String>,
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

/// Articles side by side; a picker stands in where there are fewer than two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareView {
    /// The articles, in the order of their columns. There may be more here than [`CompareView::MOST`].
    pub articles: Vec<String>,
    /// The article that the others are set beside, where it is another than the first; one of them.
    pub base: Option<String>,
    /// How their passages are set.
    pub mode: Mode,
    /// The key of the quotation to be at.
    pub at: Option<String>,
    /// The bytes of the base text to be at, if it is no quotation.
    pub span: Option<Span>,
}

/// How compared passages are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// In columns.
    #[default]
    Parallel,
    /// In one column, the other article's words inside the base text's.
    Inline,
    /// In columns, without the passages that are the same.
    Differences,
    /// What each alone carries, what it does not, and what all have.
    Apart,
}

impl Mode {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Parallel, Self::Inline, Self::Differences, Self::Apart];
}

impl CompareView {
    /// So many articles fit side by side.
    pub const MOST: usize = 4;

    /// The articles of the columns: the base text first, then the others in their order, as many as fit.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        let mut columns: Vec<&str> =
            self.articles.iter().take(Self::MOST).map(String::as_str).collect();
        let base = columns.iter().position(|id| Some(*id) == self.base.as_deref());
        if let Some(base) = base {
            columns[..=base].rotate_right(1);
        }
        columns
    }

    /// The same with another base text.
    #[must_use]
    pub fn based_on(&self, id: &str) -> Self {
        let first = self.articles.first().is_some_and(|first| first == id);
        let base = (!first && self.articles.iter().any(|known| known == id)).then(|| id.to_owned());
        // Bytes are of one text.
        let span = self.span.filter(|_| base == self.base);
        Self { base, span, ..self.clone() }
    }

    /// The same with these articles; the base text stays while it is among them.
    #[must_use]
    pub fn with(&self, articles: Vec<String>) -> Self {
        let base = self.columns().first().map(|base| (*base).to_owned());
        let view = Self { articles, base: None, at: None, span: None, ..self.clone() };
        base.map_or_else(|| view.clone(), |base| view.based_on(&base))
    }
}

impl View {
    /// The first view: every article.
    #[must_use]
    pub fn start() -> Self {
        Self::browse(Query::default())
    }

    /// The list of what is asked.
    #[must_use]
    pub fn browse(query: Query) -> Self {
        Self::Browse(query.into())
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

    /// Words of an article as received.
    #[must_use]
    pub fn received(id: &str, span: Span) -> Self {
        let (id, span) = (id.to_owned(), Some(span));
        Self::Article(ArticleView { id, show: Show::Received, at: None, span })
    }

    /// One quotation.
    #[must_use]
    pub fn quote(article: &str, key: &str) -> Self {
        Self::Quote(QuoteView { article: article.to_owned(), key: key.to_owned(), words: None })
    }

    /// One quotation, by an address that outlasts it: it has its first words.
    #[must_use]
    pub fn quote_in_words(article: &str, key: &str, words: &str) -> Self {
        let words = Some(spelt(words)).filter(|spelt| !spelt.is_empty());
        Self::Quote(QuoteView { article: article.to_owned(), key: key.to_owned(), words })
    }

    /// Two articles side by side.
    #[must_use]
    pub fn compare(left: &str, right: &str, at: Option<&str>) -> Self {
        Self::Compare(CompareView {
            articles: vec![left.to_owned(), right.to_owned()],
            at: at.map(str::to_owned),
            ..CompareView::default()
        })
    }

    /// Whether `self` and `other` are states of one page, so that a reader stays where they are
    /// when one becomes the other.
    #[must_use]
    pub fn same_page(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Browse(_), Self::Browse(_)) | (Self::About, Self::About) => true,
            (Self::Article(one), Self::Article(two)) => one.id == two.id && one.show == two.show,
            (Self::Compare(one), Self::Compare(two)) => one.articles == two.articles,
            (Self::Quote(one), Self::Quote(two)) => {
                (&one.article, &one.key) == (&two.article, &two.key)
            }
            _ => self == other,
        }
    }
}

/// So many words stand in an address.
const WORDS: usize = 8;

/// The first words, in lower case and with hyphens between.
fn spelt(words: &str) -> String {
    let words = words.split(|letter: char| !letter.is_alphanumeric()).filter(|it| !it.is_empty());
    let words: Vec<String> = words.take(WORDS).map(str::to_lowercase).collect();
    words.join("-")
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
