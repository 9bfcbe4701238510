//! Keyword in context: every place of the words searched for, with what stands before and behind it, in the
//! order of the neighbours, so that what is usually said beside a word stands together.
//!
//! After the concordances of Luhn, "Keyword-in-Context Index for Technical Literature" (1960). Goes through the
//! texts of the results once; only the first lines are kept. A line for each longest run of words that a
//! clause wants; runs do not overlap. Does not know ranking, nor how lines are shown.

use std::{cmp::Ordering, ops::Range};

use super::{found::Found, highlight::Highlight, rank::insert};
use crate::{
    collection::Segment,
    order::sort_by,
    query::{LineOrder, Message, Unit},
    shelf::Record,
    span::Span,
    text::word::fold,
};

/// How many words stand on either side.
const WORDS: usize = 8;

/// The lines of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concordance {
    /// How many lines there are, exactly.
    pub total: usize,
    /// The first of them, in the order asked for.
    pub lines: Vec<Line>,
    /// What could not be read in the search box, or is chosen and does not exist.
    pub messages: Vec<Message>,
}

/// A place of the words searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The document's name.
    pub id: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where the words stand in the document as received.
    pub span: Span,
    /// What stands before them in their block, up to eight words, as it stands there.
    pub left: String,
    /// The words.
    pub hit: String,
    /// What stands behind them, likewise.
    pub right: String,
}

/// A line, and the folded words that its place depends on, the nearest first.
struct Sorted {
    key: Vec<String>,
    line: Line,
}

impl Sorted {
    /// Equal neighbours come in the order of the documents' names, and then as they stand there.
    fn order(&self, other: &Self) -> Ordering {
        let place = |it: &Self| (it.line.span.start, it.line.span.end);
        let names = || self.line.id.cmp(&other.line.id);
        let places = || place(self).cmp(&place(other));
        self.key.cmp(&other.key).then_with(names).then_with(places)
    }
}

/// An article, and which of its quotations is shown; none where it is the article.
type Place = (usize, Option<usize>);

/// The first `count` lines of what is found: in articles all places, in quotations and utterances those in
/// the quotations that are shown.
pub(super) fn concordance(found: &Found<'_>, by: LineOrder, count: usize) -> Concordance {
    let mut all = Lines { by, count, total: 0, best: Vec::new() };
    found.each_segment(|segment, unit, shown| {
        let searched = Highlight::new(&segment.index, found.words());
        let place = |number: u32| match unit {
            Unit::Article => Some((number as usize, None)),
            Unit::Quote | Unit::Utterance => {
                let (article, quotation) = segment.index.place_of_quote(number)?;
                Some((article, Some(quotation)))
            }
        };
        let mut places: Vec<Place> = shown.into_iter().filter_map(place).collect();
        sort_by(&mut places, Ord::cmp);
        for article in places.chunk_by(|one, other| one.0 == other.0) {
            all.read(segment, &searched, article);
        }
    });
    let lines = all.best.into_iter().map(|it| it.line).collect();
    Concordance { total: all.total, lines, messages: found.messages() }
}

struct Lines {
    by: LineOrder,
    count: usize,
    total: usize,
    best: Vec<Sorted>,
}

impl Lines {
    /// Adds the lines of an article, or of those of its quotations that are named.
    fn read(&mut self, segment: &Segment, searched: &Highlight, shown: &[Place]) {
        let Some(&(article, _)) = shown.first() else { return };
        let record = segment.record(article);
        let quotations = || shown.iter().filter_map(|(_, quotation)| *quotation);
        let quotes = quotations().filter_map(|at| record.quotations.get(at));
        let within: Vec<Span> = quotes.flat_map(|it| &it.parts).map(|part| part.span).collect();
        let whole = quotations().next().is_none();
        searched.hits(&record, |places, hit| {
            let span = places[hit.start].cover(places[hit.end - 1]);
            if whole || within.iter().any(|part| part.contains(span)) {
                self.total += 1;
                let line = self.line(&record, places, hit);
                insert(&mut self.best, self.count, line, Sorted::order);
            }
        });
    }

    /// The line of the words `hit` among all words of a block.
    fn line(&self, record: &Record<'_>, places: &[Span], hit: Range<usize>) -> Sorted {
        let (first, last) = (hit.start.saturating_sub(WORDS), (hit.end + WORDS).min(places.len()));
        let span = places[hit.start].cover(places[hit.end - 1]);
        let folded = |place: &Span| fold(place.of(record.source)).into_owned();
        let key = match self.by {
            LineOrder::Left => places[first..hit.start].iter().rev().map(folded).collect(),
            LineOrder::Right => places[hit.end..last].iter().map(folded).collect(),
            LineOrder::Place => Vec::new(),
        };
        let words = |span: Span| span.of(record.source).to_owned();
        let line = Line {
            id: record.article.id.clone(),
            outlet: record.article.outlet.as_ref().map(|outlet| outlet.value.clone()),
            span,
            left: words(Span { start: places[first].start, end: span.start }),
            hit: words(span),
            right: words(Span { start: span.end, end: places[last - 1].end }),
        };
        Sorted { key, line }
    }
}
