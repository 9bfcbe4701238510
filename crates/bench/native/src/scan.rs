//! A scan of all text for the bytes of a query: what an engine must beat to be worth its memory.

use memchr::memmem::Finder;

use crate::{Engine, Kind, Row};

/// All texts, in lower case.
pub(crate) struct Texts(Vec<String>);

impl Texts {
    pub(crate) fn of(rows: &[Row]) -> Self {
        let text = |row: &Row| format!("{}\n{}", row.title, row.text).to_lowercase();
        Self(rows.iter().map(text).collect())
    }
}

impl Engine for Texts {
    /// Rows that hold each word, or the phrase, somewhere; inside of words too.
    fn total(&self, kind: Kind, query: &str) -> Option<usize> {
        let parts: Vec<Finder<'_>> = match kind {
            Kind::Words => query.split(' ').map(Finder::new).collect(),
            Kind::Prefix | Kind::Phrase => vec![Finder::new(query)],
            Kind::Typo => return None,
        };
        let holds = |text: &&String| parts.iter().all(|it| it.find(text.as_bytes()).is_some());
        Some(self.0.iter().filter(holds).count())
    }
}
