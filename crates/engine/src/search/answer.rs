//! An answer as plain data: results, totals and counts, ready to be shown.
//!
//! Does not know how an answer is found or drawn.

use std::rc::Rc;

use crate::{
    article::{BlockKind, Date},
    index::Value,
    query::{Choice, Facet, Message},
    quote::{Confidence, QuoteKind},
    span::Span,
};

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// How many results there are, exactly.
    pub total: usize,
    /// The results, in the order asked for.
    pub hits: Vec<Hit>,
    /// What each facet offers that answers count, and each that something is chosen in, in the order of
    /// [`Facet::ALL`].
    pub facets: Vec<FacetCounts>,
    /// What could not be read in the search box, and where.
    pub messages: Vec<Message>,
}

/// One result.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The article or quotation.
    pub item: Item,
    /// How well it matches; 0 where there are no words to match.
    pub score: f32,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
// Not `expect`: on 32 bits the lint has nothing to say.
#[allow(clippy::large_enum_variant, reason = "an answer holds one kind only, so nothing is wasted")]
pub enum Item {
    /// A whole article, with the best passage for the words asked for (or its standfirst).
    Article(ArticleCard, Option<Snippet>),
    /// A quotation.
    Quote(QuoteCard),
    /// An utterance: the quotation that carries it best, and the others that do.
    Utterance(QuoteCard, Vec<WitnessCard>),
}

/// A quotation that carries an utterance, as a link to it needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessCard {
    /// The quotation's own name inside its article.
    pub key: String,
    /// The article it stands in; cards of one answer share it.
    pub article: Rc<ArticleCard>,
}

/// What a list shows of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleCard {
    /// The document's name, as addresses spell it.
    pub id: String,
    /// The headline, or the document's name where it has none.
    pub headline: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// The day of publication.
    pub published: Option<Date>,
    /// The time of publication, as `HH:MM`.
    pub published_time: Option<String>,
    /// The event it reports.
    pub event: Option<String>,
    /// The day of that event.
    pub happened: Option<Date>,
    /// The day until which it was embargoed.
    pub embargoed: Option<Date>,
    /// The time until which it was embargoed, as `HH:MM`.
    pub embargoed_time: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The place it was sent from.
    pub place: Option<String>,
    /// Who is quoted in it, in order of first appearance.
    pub speakers: Vec<String>,
    /// How many quotations it has.
    pub quotations: usize,
    /// How many words a reader reads.
    pub words: usize,
    /// Where the words that were searched for stand in it, in order, where it is a result.
    pub places: Vec<HitPlace>,
}

/// A place of the words that were searched for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HitPlace {
    /// Where it stands in the document as received.
    pub span: Span,
    /// How many bytes of the readable text stand before it.
    pub before: u32,
    /// How many bytes the whole readable text has.
    pub of: u32,
}

/// What a card shows of a quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct QuoteCard {
    /// The quotation's own name inside its article: a hash of its words and their neighbours.
    pub key: String,
    /// How it is quoted.
    pub kind: QuoteKind,
    /// The kind of block it stands in.
    pub place: BlockKind,
    /// The quoted words of each part, without their marks, with the words that were searched for.
    pub parts: Vec<QuotePart>,
    /// Who said it, by full name.
    pub speaker: Option<String>,
    /// Where the full name stands, the document's name and the place, when this article has only a part
    /// of it.
    pub full_name: Option<(String, Span)>,
    /// The role that this article gives the speaker.
    pub role: Option<String>,
    /// The words of the article that name the speaker, and where.
    pub mention: Option<(String, Span)>,
    /// The words of the article that report, and where.
    pub cue: Option<(String, Span)>,
    /// The language it was spoken in, where the document flags it.
    pub language: Option<String>,
    /// How far to trust the speaker.
    pub confidence: Confidence,
    /// The rule that found the speaker.
    pub rule: String,
    /// The sentence or sentences that it stands in, from the report.
    pub context: Snippet,
    /// The sentence before these; empty where there is none.
    pub before: String,
    /// The sentence behind them, likewise.
    pub after: String,
    /// The article it stands in; cards of one answer share it.
    pub article: Rc<ArticleCard>,
    /// How many other articles carry the same utterance.
    pub elsewhere: usize,
}

/// A stretch of quoted words on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotePart {
    /// Where it stands in the document as received, without marks.
    pub span: Span,
    /// Its words.
    pub words: Snippet,
    /// Whether the closing mark is there.
    pub closed: bool,
}

/// Words of a document with the matching ones marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// Where it stands in the document as received.
    pub span: Span,
    /// The words, in pieces.
    pub pieces: Vec<Piece>,
}

/// A piece of a snippet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether the query asks for them.
    pub hit: bool,
}

/// What a facet offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts {
    /// Which facet.
    pub facet: Facet,
    /// Its values: dates newest first, all others by count over the whole corpus, then by name. The
    /// order does not change with the query, so that nothing moves under the reader's hand. Shared: they may be
    /// many thousands.
    pub values: Rc<[FacetValue]>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The value, as the query and addresses spell it ([`crate::query::NONE`] for none). All answers
    /// share it.
    pub value: Value,
    /// How many results have it, under all other facets' choices (this facet's own ignored).
    pub count: usize,
    /// Whether it is chosen.
    pub choice: Choice,
}
