//! Several packs as one collection: what is counted over all of them, and the facets' values in one order.
//!
//! A pack is a segment that never changes; a query goes through all of them and its counts are added up,
//! so three segments answer as one with the same documents would. Facet values are merged by name; what
//! was found across documents (events, utterances, who is one person) stays what each pack says. The
//! values are put together once, when somebody first asks for them, so that a query meets numbers only. After the
//! segments of Lucene. Does not know queries.

use std::{cell::OnceCell, collections::HashMap, ops::Range, rc::Rc};

use crate::{
    index::{Column, Index, Value, shown_order},
    late_facets::LateFacets,
    order::sort_by,
    pack::{Bytes, OpenError, Pack},
    query::{Days, Facet, NONE, Unit},
    shelf::{Record, Shelf},
    story::Witness,
    utterances::{Facets, Utterances},
};

/// One opened pack.
#[derive(Debug)]
pub struct Segment {
    /// Its articles.
    pub shelf: Shelf,
    /// What is looked up in them.
    pub index: Rc<Index>,
    /// Whether all of it is there, or only what is counted and put in order.
    pub(crate) whole: bool,
    /// Which quotations are one utterance, made when somebody first asks for utterances.
    utterances: OnceCell<Utterances>,
    /// The columns that a pack does not have.
    late: LateFacets,
}

impl Segment {
    /// Opens a pack. Linear in its length.
    ///
    /// # Errors
    ///
    /// A pack that is damaged, cut short, foreign or of another version is refused.
    pub fn open(bytes: &Bytes) -> Result<Self, OpenError> {
        Self::of(&Pack::open(bytes)?)
    }

    /// What the sections of a pack hold.
    pub(crate) fn of(pack: &Pack) -> Result<Self, OpenError> {
        let shelf = Shelf::open(pack)?;
        let index = Index::open(pack, &shelf)?;
        Ok(Self::new(shelf, index.into()))
    }

    /// A pack whose parts are opened.
    pub(crate) fn new(shelf: Shelf, index: Rc<Index>) -> Self {
        let (utterances, late) = (OnceCell::new(), LateFacets::default());
        Self { shelf, index, whole: true, utterances, late }
    }

    /// A pack of which only the early sections have come.
    pub(crate) fn early(shelf: Shelf, index: Rc<Index>) -> Self {
        Self { whole: false, ..Self::new(shelf, index) }
    }

    /// Which quotations are one utterance. The first call reads all utterances.
    pub(crate) fn utterances(&self) -> &Utterances {
        self.utterances.get_or_init(|| Utterances::new(&self.shelf, &self.index))
    }

    /// How many results of `unit` there could be.
    #[must_use]
    pub fn count(&self, unit: Unit) -> usize {
        match unit {
            Unit::Article | Unit::Quote => self.index.count(unit),
            Unit::Utterance => self.utterances().count(),
        }
    }

    /// Which values of the facet units of that kind have.
    pub(crate) fn facet(&self, unit: Unit, facet: Facet) -> Facets<'_> {
        let utterances = (unit == Unit::Utterance).then(|| self.utterances());
        let kept = self.index.column(unit, facet);
        let column =
            kept.unwrap_or_else(|| self.late.column(&self.shelf, &self.index, unit, facet));
        Facets { column, utterances }
    }

    /// All that was found in the article. Linear in the article.
    #[must_use]
    pub fn record(&self, article: usize) -> Record<'_> {
        let mut record = self.shelf.record(article);
        let unit = self.index.articles.get(article);
        if let Some((unit, spoken)) = unit.zip(self.index.spoken(self.shelf.people())) {
            let quotations = (unit.first_quote as usize..).zip(&mut record.quotations);
            quotations.for_each(|(number, quotation)| spoken.complete(number, quotation));
        }
        record
    }

    /// The quotations that carry an utterance with this one, and it, each by article and number in it.
    pub(crate) fn witnesses(&self, quotation: (usize, usize)) -> Vec<(usize, usize)> {
        let utterances = self.record(quotation.0).utterances;
        shared(&self.carried(&utterances), quotation)
    }

    /// The quotations that carry each of some utterances.
    pub(crate) fn carried(&self, utterances: &[u32]) -> Vec<Vec<(usize, usize)>> {
        let place = |it: &Witness| (it.article as usize, it.quotation as usize);
        let utterances = utterances.iter().filter_map(|&it| self.shelf.utterance(it));
        utterances.map(|it| it.witnesses.iter().map(place).collect()).collect()
    }

    /// The events that the article reports, by number: they are the values of its facet.
    #[must_use]
    pub fn events_of(&self, article: usize) -> Vec<u32> {
        let mut events = Vec::new();
        if let Some(column) = self.index.column(Unit::Article, Facet::Event) {
            for value in column.of(article) {
                events.extend(column.name(value).and_then(|name| self.shelf.event_named(name)));
            }
        }
        sort_by(&mut events, Ord::cmp);
        events
    }
}

/// The quotation, and those that carry one of some utterances with it, in order.
pub(crate) fn shared(
    carried: &[Vec<(usize, usize)>],
    quotation: (usize, usize),
) -> Vec<(usize, usize)> {
    let same = carried.iter().filter(|places| places.contains(&quotation)).flatten().copied();
    let mut places: Vec<_> = same.chain([quotation]).collect();
    sort_by(&mut places, Ord::cmp);
    places.dedup();
    places
}

/// The segments, and what holds for all of them.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    segments: Vec<Rc<Segment>>,
    /// Unit by unit, facet by facet, made when somebody first asks for it.
    offered: [[OnceCell<Offered>; Facet::ALL.len()]; Unit::ALL.len()],
}

/// The values of one facet over all segments.
#[derive(Clone, Debug, Default)]
pub struct Offered {
    /// The values, in the order they are shown in.
    pub values: Vec<Value>,
    /// How many units have each value.
    pub totals: Vec<u32>,
    /// For each segment, for each value of its column the place in `values`.
    places: Vec<Vec<u32>>,
    /// The places of the values in the order of their names, made when a value is first looked for.
    by_name: OnceCell<Vec<u32>>,
}

impl Collection {
    /// These segments.
    #[must_use]
    pub fn new(segments: Vec<Rc<Segment>>) -> Self {
        Self { segments, ..Self::default() }
    }

    /// These and one more.
    #[must_use]
    pub fn with(&self, segment: Segment) -> Self {
        Self::new(self.segments.iter().cloned().chain([Rc::new(segment)]).collect())
    }

    /// The segments, as they were added.
    #[must_use]
    pub fn segments(&self) -> &[Rc<Segment>] {
        &self.segments
    }

    /// The facet's values for `unit`.
    #[must_use]
    pub fn offered(&self, unit: Unit, facet: Facet) -> &Offered {
        self.offered[unit as usize][facet as usize].get_or_init(|| {
            let columns: Vec<_> = self.segments.iter().map(|it| it.facet(unit, facet)).collect();
            Offered::of(facet, columns.iter())
        })
    }

    /// How many results of `unit` there could be.
    #[must_use]
    pub fn count(&self, unit: Unit) -> usize {
        self.segments.iter().map(|segment| segment.count(unit)).sum()
    }

    /// How many words each field of the units of that kind has in the mean.
    #[must_use]
    pub fn mean_lengths(&self, unit: Unit) -> [f32; 3] {
        let mut all = [0; 3];
        for segment in &self.segments {
            let lengths = segment.index.total_lengths(unit);
            all.iter_mut().zip(lengths).for_each(|(all, own)| *all += own);
        }
        all.map(|all| all as f32 / self.count(unit).max(1) as f32)
    }

    /// The article of that name: its segment and its place there. Looks at every name.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<(&Segment, usize)> {
        let (segment, article) = self.place(id)?;
        Some((self.segments.get(segment)?, article))
    }

    /// The same, as the segment's number.
    #[must_use]
    pub(crate) fn place(&self, id: &str) -> Option<(usize, usize)> {
        let mut segments = self.segments.iter().enumerate();
        segments.find_map(|(at, segment)| Some((at, segment.shelf.find(id)?)))
    }
}

impl Offered {
    /// The values of one facet's columns, put together by name where there are several columns.
    fn of<'columns>(
        facet: Facet,
        columns: impl ExactSizeIterator<Item = &'columns Facets<'columns>>,
    ) -> Self {
        let mut all: Vec<(&str, u32, &Column, u32)> = Vec::new();
        let mut known = HashMap::new();
        let (mut places, alone) = (Vec::new(), columns.len() == 1);
        for facets in columns {
            let (column, counts) = (facets.column, facets.totals());
            let place = |((number, value), count): ((u32, &'columns str), u32)| {
                let new = all.len() as u32;
                let place = if alone { new } else { *known.entry(value).or_insert(new) };
                match all.get_mut(place as usize) {
                    Some((_, times, ..)) => *times += count,
                    None => all.push((value, count, column, number)),
                }
                place
            };
            places.push((0..).zip(column.values()).zip(counts).map(place).collect::<Vec<u32>>());
        }
        let counted: Vec<_> = all.iter().map(|&(value, times, ..)| (value, times)).collect();
        let order = shown_order(&counted, facet);
        let mut moved = vec![0; all.len()];
        (0..).zip(&order).for_each(|(to, &from)| moved[from] = to);
        places.iter_mut().flatten().for_each(|place| *place = moved[*place as usize]);
        let value = |at: usize| {
            let (_, times, column, number) = all.get(at)?;
            Some((column.kept(*number)?, *times))
        };
        let (values, totals) = order.into_iter().filter_map(value).unzip();
        Self { values, totals, places, by_name: OnceCell::new() }
    }

    /// For each value of the segment's own column its place among all values.
    #[must_use]
    pub fn places_in(&self, segment: usize) -> &[u32] {
        self.places.get(segment).map_or(&[], Vec::as_slice)
    }

    /// The places of the days that these hold, if the values are days: those come newest first, as they
    /// are spelt too. Costs a comparison for each time that the values can be halved.
    #[must_use]
    pub fn within(&self, days: Days) -> Range<usize> {
        let dated = self.values.partition_point(|value| **value != *NONE);
        let values = self.values.get(..dated).unwrap_or_default();
        let start = days.to.map_or(0, |to| {
            let to = to.to_string();
            values.partition_point(|value| **value > *to)
        });
        let end = days.from.map_or(dated, |from| {
            let from = from.to_string();
            values.partition_point(|value| **value >= *from)
        });
        start..end.max(start)
    }

    /// The places of all values that a choice stands for: its own, or those of all days in it.
    #[must_use]
    pub fn chosen(&self, facet: Facet, value: &str) -> Range<usize> {
        let own = self.find(value).map(|at| at..at + 1);
        let days = || Days::read(value).filter(|_| facet.is_of_days());
        own.or_else(|| days().map(|days| self.within(days))).unwrap_or_default()
    }

    /// The place of a value. Costs a comparison for each time that the values can be halved.
    #[must_use]
    pub fn find(&self, value: &str) -> Option<usize> {
        let named = |place: &u32| self.values.get(*place as usize).map_or("", |value| &**value);
        let order = self.by_name.get_or_init(|| {
            let mut places: Vec<u32> = (0..self.values.len() as u32).collect();
            sort_by(&mut places, |one, other| named(one).cmp(named(other)));
            places
        });
        let place = order.binary_search_by(|place| named(place).cmp(value)).ok()?;
        order.get(place).map(|&place| place as usize)
    }
}
