//! Runs the extraction again on the documents of a pack, and tells whether it finds what the pack says.
//!
//! Whoever distrusts a pack can check it where they read it. Knows the pack's sections and the
//! analysis; does not know how a result is shown.

mod compare;
mod facts;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::{
    document::Beside,
    index,
    pack::{Bytes, OpenError, Pack},
    shelf,
    span::Span,
    story::analyse,
};

/// What came of a check of a whole pack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    /// Whether the analysis gives the pack's corpus again, to the last value.
    pub same: bool,
    /// What came of it for each article of the pack, in the pack's order.
    pub articles: Vec<Verified>,
}

/// What came of the check for one article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// The article's name.
    pub id: String,
    /// How many facts were found again, subject by subject.
    pub again: Vec<(Subject, u32)>,
    /// Where the pack and the analysis differ.
    pub differences: Vec<Difference>,
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// What the document says of itself: headline, outlet, date.
    Report,
    /// The blocks of its text.
    Blocks,
    /// Who is quoted, in which words and by which verb.
    Quotations,
    /// The names and roles of people.
    People,
    /// Which event it reports, and which quotations other reports have too.
    Links,
}

/// One fact on which the pack and the analysis differ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// What the fact is: "speaker", "headline".
    pub what: String,
    /// The words that it is about, where it is about some.
    pub span: Option<Span>,
    /// What the pack says; nothing where only the analysis finds such a fact.
    pub packed: Option<String>,
    /// What the analysis finds; nothing where it does not find such a fact.
    pub found: Option<String>,
}

impl Verified {
    /// How many facts were found again.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.again.iter().map(|(_, count)| count).sum()
    }
}

impl Verification {
    /// The result for the article of that name.
    #[must_use]
    pub fn of(&self, id: &str) -> Option<&Verified> {
        self.articles.iter().find(|verified| verified.id == id)
    }

    /// The result as bytes, to be handed from one module to another.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Text, numbers and lists always fit.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// The result that [`Verification::to_bytes`] gave these bytes for; none for any others.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

/// Analyses the documents of a pack again, and compares. Costs what the analysis costs.
///
/// # Errors
///
/// A pack that cannot be opened cannot be checked.
pub fn verify(pack: impl Into<Bytes>) -> Result<Verification, OpenError> {
    let pack = Pack::open(&pack.into())?;
    let packed = index::corpus(&pack)?;
    let beside = shelf::beside(&pack)?.into_iter().chain(std::iter::repeat(Beside::default()));
    let document = |(analysis, beside): (&crate::story::Analysis, Beside)| {
        beside.document(analysis.article.id.clone(), analysis.source.clone())
    };
    let documents: Vec<_> = packed.articles.iter().zip(beside).map(document).collect();
    Ok(compare::compare(&packed, &analyse(&documents)))
}
