//! Who is quoted by which outlet, counted as a query over these facets counts.
//!
//! Linear in the quotations of the reports. Knows facet columns; does not know what is quoted.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    collection::{Collection, Segment},
    order::sort_by,
    profile::{Share, choosing, shares},
    query::{Facet, NONE, Query, Unit},
    search::Found,
};

/// How often each speaker is quoted by each outlet on an event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    /// The quotations on the event.
    pub query: Query,
    /// The outlets, as their facet spells them, in the order in which their first reports came out.
    pub outlets: Vec<String>,
    /// The speakers, who is quoted most first and nobody last.
    pub rows: Vec<SpeakerRow>,
}

/// How often one speaker is quoted.
#[derive(Clone, Debug, PartialEq)]
pub struct SpeakerRow {
    /// The speaker, as the facet spells the name; and all quotations on the event.
    pub speaker: Share,
    /// The utterances that they are: what several reports carry counts once.
    pub utterances: Option<Share>,
    /// How often each outlet quotes the speaker, in their order.
    pub cells: Vec<Cell>,
}

/// How often a speaker is quoted by an outlet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The quotations.
    pub quotations: usize,
    /// How many different utterances they carry. One quotation may carry several.
    pub utterances: usize,
}

impl Matrix {
    /// What shows the quotations of a cell.
    #[must_use]
    pub fn cell(&self, speaker: &str, outlet: &str) -> Query {
        choosing(&choosing(&self.query, Facet::Outlet, outlet), Facet::Speaker, speaker)
    }

    pub(super) fn of(collection: &Collection, event: &str, reports: &[(&Segment, usize)]) -> Self {
        let query = |unit| choosing(&Query { unit, ..Query::default() }, Facet::Event, event);
        let by_speaker =
            |query: &Query| shares(query, &Found::new(collection, query).facet(Facet::Speaker));
        let quotes = query(Unit::Quote);
        let mut speakers = by_speaker(&quotes);
        sort_by(&mut speakers, |one, other| (one.value == NONE).cmp(&(other.value == NONE)));
        let mut once = by_speaker(&query(Unit::Utterance));
        let mut counted = Counted::default();
        reports.iter().for_each(|&(segment, article)| counted.add(segment, article));
        let row = |speaker: Share| {
            let at = once.iter().position(|it| it.value == speaker.value);
            let cells = counted.outlets.iter().map(|it| counted.cell(&speaker.value, it)).collect();
            SpeakerRow { utterances: at.map(|at| once.swap_remove(at)), cells, speaker }
        };
        let rows = speakers.into_iter().map(row).collect();
        Self { query: quotes, outlets: counted.outlets, rows }
    }
}

/// The speaker and the outlet of a cell.
type Key = (String, String);
/// The utterances of a cell, by segment and number.
type Utterances = BTreeSet<(usize, u32)>;

/// What was counted so far.
#[derive(Default)]
struct Counted {
    /// The outlets, in the order of their first reports.
    outlets: Vec<String>,
    /// How many quotations each cell has, and their utterances.
    cells: BTreeMap<Key, (usize, Utterances)>,
}

impl Counted {
    /// Adds the quotations of an article.
    fn add(&mut self, segment: &Segment, article: usize) {
        let published = segment.facet(Unit::Article, Facet::Outlet).column;
        for outlet in published.of(article).map(|value| published.value(value)) {
            if self.outlets.iter().all(|known| known != outlet) {
                self.outlets.push(outlet.to_owned());
            }
        }
        let first = |article: usize| segment.index.articles.get(article).map(|it| it.first_quote);
        let end = first(article + 1).unwrap_or(segment.index.quotes.len() as u32);
        (first(article).unwrap_or(end)..end).for_each(|quote| self.add_quote(segment, quote));
    }

    fn add_quote(&mut self, segment: &Segment, quote: u32) {
        let [speakers, outlets] =
            [Facet::Speaker, Facet::Outlet].map(|it| segment.facet(Unit::Quote, it).column);
        // Utterances of two segments are two, and a segment is known by where it is.
        let place = std::ptr::from_ref(segment).addr();
        for speaker in speakers.of(quote as usize).map(|it| speakers.value(it)) {
            for outlet in outlets.of(quote as usize).map(|it| outlets.value(it)) {
                let cell = self.cells.entry((speaker.to_owned(), outlet.to_owned()));
                let (quotations, utterances) = cell.or_default();
                *quotations += 1;
                utterances.extend(segment.utterances().of(quote).map(|it| (place, it)));
            }
        }
    }

    fn cell(&self, speaker: &str, outlet: &str) -> Cell {
        let cell = self.cells.get(&(speaker.to_owned(), outlet.to_owned()));
        cell.map_or_else(Cell::default, |(quotations, utterances)| Cell {
            quotations: *quotations,
            utterances: utterances.len(),
        })
    }
}
