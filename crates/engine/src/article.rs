//! An article: what a document says of itself, and its text cut into labelled blocks.
//!
//! Does not know where documents come from, how they are read (`ingest`), or what is quoted in
//! them (`quote`).

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Serialize};

pub use crate::{
    date::Date,
    document::{Document, Mark, Origin, Role, Run},
};
use crate::{span::Span, text::part};

/// A value together with the words that state it and the rule that read them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated<T> {
    /// What is stated.
    pub value: T,
    /// Where the document states it; empty when a sidecar does, or another document.
    pub spans: Vec<Span>,
    /// The name of the rule that found it.
    pub rule: Rule,
}

/// The name of a rule, in words a reader can look up.
pub type Rule = Cow<'static, str>;

impl<T> Stated<T> {
    /// A value that `span` states, read by `rule`.
    pub fn at(value: T, span: Span, rule: &'static str) -> Self {
        Self { value, spans: vec![span], rule: Rule::Borrowed(rule) }
    }

    /// A value that the document's own text does not state.
    pub fn elsewhere(value: T, rule: &'static str) -> Self {
        Self { value, spans: Vec::new(), rule: Rule::Borrowed(rule) }
    }
}

/// What a document says of itself, and its text in blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The document's name.
    pub id: String,
    /// Who published it, by the short name ("DW").
    pub outlet: Option<Stated<String>>,
    /// The headline.
    pub headline: Option<Stated<String>>,
    /// The paragraph under the headline that sums the report up.
    pub standfirst: Option<Stated<String>>,
    /// The day of publication.
    pub published: Option<Stated<Date>>,
    /// The time of publication, as `HH:MM`, where it is given.
    pub published_time: Option<Stated<String>>,
    /// The zone of that time as the document writes it: "GMT", "+01:00", "Z".
    pub published_zone: Option<Stated<String>>,
    /// The day on which it was last changed.
    pub updated: Option<Stated<Date>>,
    /// The time of that change, as `HH:MM`, where it is given.
    pub updated_time: Option<Stated<String>>,
    /// The zone of that time as the document writes it.
    pub updated_zone: Option<Stated<String>>,
    /// The day until which it was embargoed.
    pub embargoed: Option<Stated<Date>>,
    /// The time until which it was embargoed, as `HH:MM`, where it is given.
    pub embargoed_time: Option<Stated<String>>,
    /// The zone of that time as the document writes it.
    pub embargoed_zone: Option<Stated<String>>,
    /// The day of what is reported, where the document's own fields or shotlist state it.
    pub event_date: Option<Stated<Date>>,
    /// Who wrote it, by name.
    pub authors: Vec<Stated<String>>,
    /// The initials of those who worked on it.
    pub initials: Vec<Stated<String>>,
    /// Who edited it.
    pub editor: Option<Stated<String>>,
    /// The agencies credited.
    pub agencies: Vec<Stated<String>>,
    /// The place in its dateline.
    pub dateline_place: Option<Stated<String>>,
    /// The address it was published at.
    pub url: Option<Stated<String>>,
    /// The language, as a BCP 47 tag.
    pub language: Option<Stated<String>>,
    /// The event that it reports, by the name that a sidecar gives.
    pub about: Option<Stated<String>>,
    /// What it is about, as its data or a sidecar say.
    pub topics: Vec<Stated<String>>,
    /// Who is quoted, where its data say so: each name with its place, in order. An empty list has the
    /// place that says so.
    pub speakers: Option<Stated<Vec<String>>>,
    /// Labelled fields of a record-like document (label, value), furniture for the reader.
    pub fields: Vec<(String, Stated<String>)>,
    /// The whole document, in order: blocks never overlap, and between them is only white space.
    pub blocks: Vec<Block>,
}

impl Article {
    /// The blocks that are text and no furniture, in order.
    pub(crate) fn text_blocks(&self) -> impl Iterator<Item = Block> {
        self.blocks.iter().filter(|block| block.kind.is_text()).copied()
    }
}

/// A labelled stretch of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands, without white space at its edges.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is to the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BlockKind {
    /// The headline.
    Headline,
    /// The paragraph under the headline.
    Standfirst,
    /// A heading inside the text.
    Subhead,
    /// A paragraph of the report.
    Paragraph,
    /// What a picture shows, for those who cannot see it.
    AltText,
    /// The line under a picture.
    Caption,
    /// Whose picture it is.
    Credit,
    /// A broadcaster's list of shots, with its soundbites.
    Shotlist,
    /// Not the report: cut away when reading, kept as a label.
    Furniture(Furniture),
}

impl BlockKind {
    /// Whether a reader of the report reads it (everything but furniture).
    #[must_use]
    pub fn is_text(self) -> bool {
        !matches!(self, Self::Furniture(_))
    }
}

/// The kinds of page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Furniture {
    /// The title of the browser's window.
    PageTitle,
    /// Menus and skip links.
    Navigation,
    /// Names of icons that a crawl read as words.
    Icons,
    /// The line that gives the date.
    Date,
    /// Who wrote and edited it.
    Byline,
    /// The headline a second time.
    DuplicateTitle,
    /// A link to another report.
    RelatedLink,
    /// Lists of other reports.
    TeaserLinks,
    /// A media player's labels and times.
    Player,
    /// Labelled fields of a record.
    Fields,
    /// Rights and restrictions.
    Copyright,
    /// Names of sections and topics, and counts beside them ("4 min read").
    Labels,
    /// Ways to send the report on.
    Share,
    /// What the site says to its readers: cookies, letters, advertisements, editors' notes.
    Notice,
    /// What readers wrote below the report.
    Comments,
}

impl Furniture {
    /// The short name of the kind, for files: "page-title".
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::PageTitle => "page-title",
            Self::Navigation => "navigation",
            Self::Icons => "icons",
            Self::Date => "date",
            Self::Byline => "byline",
            Self::DuplicateTitle => "duplicate-title",
            Self::RelatedLink => "related-link",
            Self::TeaserLinks => "teaser-links",
            Self::Player => "player",
            Self::Fields => "fields",
            Self::Copyright => "copyright",
            Self::Labels => "labels",
            Self::Share => "share",
            Self::Notice => "notice",
            Self::Comments => "comments",
        }
    }
}

/// Something the analysis doubts, or could not read, with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The document's name.
    pub document: String,
    /// Where in the document, if it is about a place there.
    pub span: Option<Span>,
    /// The line, counted from 1, of the document or of its sidecar.
    pub line: Option<u32>,
    /// What is doubtful, and what to do about it.
    pub message: String,
}

impl Finding {
    /// What kind of doubt it is: its message, without the names that it may be about.
    #[must_use]
    pub fn kind(&self) -> &str {
        let named = part::has(&self.message, " may be ");
        if named { "a name may be several people's" } else { &self.message }
    }
}

/// As `document:line: message`, which terminals and editors make a link of.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.document)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.message)
    }
}
