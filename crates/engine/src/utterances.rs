//! Which quotations of a pack are one utterance, as numbers; and which facet values utterances have.
//!
//! What is said in one quotation only has that quotation's number, so that it costs nothing; utterances that
//! several quotations carry are numbered behind all quotations. A quotation that carries several belongs to
//! each. Costs a few numbers for each quotation that shares an utterance. Knows the shelf and the index;
//! does not know queries.

use crate::{
    index::{Column, Index},
    order::sort_by,
    shelf::Shelf,
    story::Utterance,
};

/// The utterances of a pack, by number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Utterances {
    /// How many quotations there are.
    quotes: u32,
    /// For each utterance of several quotations the end of its run in `witnesses`.
    ends: Vec<u32>,
    /// Their quotations, by number.
    witnesses: Vec<u32>,
    /// The quotations that share an utterance, each with its utterance; in order.
    shared: Vec<(u32, u32)>,
    /// How many quotations share none.
    alone: usize,
}

impl Utterances {
    /// Reads the utterances of the shelf. Linear in them.
    pub(crate) fn new(shelf: &Shelf, index: &Index) -> Self {
        let mut all = Self { quotes: index.quotes.len() as u32, ..Self::default() };
        for utterance in (0..shelf.utterances()).filter_map(|at| shelf.utterance(at as u32)) {
            all.add(&utterance, index);
        }
        sort_by(&mut all.shared, Ord::cmp);
        let several = all.shared.chunk_by(|(one, _), (other, _)| one == other).count();
        all.alone = index.quotes.len() - several;
        all
    }

    /// Adds an utterance with those of its witnesses that are here, if any is.
    fn add(&mut self, utterance: &Utterance, index: &Index) {
        let number = |article: u32, quotation: u32| {
            let first = index.articles.get(article as usize)?.first_quote;
            let quote = first.checked_add(quotation)?;
            let place = (article as usize, quotation as usize);
            (index.place_of_quote(quote) == Some(place)).then_some(quote)
        };
        let witnesses = utterance.witnesses.iter();
        let mut quotes: Vec<u32> =
            witnesses.filter_map(|it| number(it.article, it.quotation)).collect();
        sort_by(&mut quotes, Ord::cmp);
        quotes.dedup();
        if !quotes.is_empty() {
            let unit = self.quotes + self.ends.len() as u32;
            self.shared.extend(quotes.iter().map(|&quote| (quote, unit)));
            self.witnesses.extend(quotes);
            self.ends.push(self.witnesses.len() as u32);
        }
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.alone + self.ends.len()
    }

    /// One more than the highest number of one.
    pub(crate) fn end(&self) -> u32 {
        self.quotes + self.ends.len() as u32
    }

    /// The numbers of all.
    fn all(&self) -> impl Iterator<Item = u32> {
        let alone = (0..self.quotes).filter(|&quote| self.shared_from(quote).is_empty());
        alone.chain(self.quotes..self.end())
    }

    /// The utterances that a quotation carries: at least one.
    pub(crate) fn of(&self, quote: u32) -> impl Iterator<Item = u32> {
        let shared = self.shared_from(quote);
        let alone = shared.is_empty().then_some(quote);
        alone.into_iter().chain(shared.iter().map(|&(_, unit)| unit))
    }

    fn shared_from(&self, quote: u32) -> &[(u32, u32)] {
        let start = self.shared.partition_point(|&(at, _)| at < quote);
        let shared = self.shared.get(start..).unwrap_or_default();
        let count = shared.iter().take_while(|&&(at, _)| at == quote).count();
        shared.get(..count).unwrap_or_default()
    }

    /// The quotations that carry the utterance of that number, in order.
    pub(crate) fn witnesses(&self, unit: u32) -> impl Iterator<Item = u32> {
        let alone = (unit < self.quotes).then_some(unit);
        alone.into_iter().chain(self.several(unit).iter().copied())
    }

    fn several(&self, unit: u32) -> &[u32] {
        let Some(at) = unit.checked_sub(self.quotes) else { return &[] };
        let end = |at: u32| self.ends.get(at as usize).map_or(0, |&end| end as usize);
        self.witnesses.get(at.checked_sub(1).map_or(0, end)..end(at)).unwrap_or_default()
    }
}

/// Which values of one facet units have: those of a column, and an utterance those of all its witnesses.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facets<'segment> {
    /// The column of the units, or of the quotations that carry them.
    pub(crate) column: &'segment Column,
    /// The utterances, where these are the units.
    pub(crate) utterances: Option<&'segment Utterances>,
}

impl Facets<'_> {
    /// Calls `each` with every value of the unit, once.
    #[inline]
    pub(crate) fn each(&self, unit: u32, mut each: impl FnMut(u32)) {
        match self.utterances.map(|utterances| utterances.several(unit)) {
            None | Some([]) => self.column.of(unit as usize).for_each(each),
            Some(witnesses) => {
                let values = witnesses.iter().flat_map(|&quote| self.column.of(quote as usize));
                let mut values: Vec<u32> = values.collect();
                sort_by(&mut values, Ord::cmp);
                values.dedup();
                values.into_iter().for_each(&mut each);
            }
        }
    }

    /// Whether every unit has exactly one value.
    pub(crate) fn is_single(&self) -> bool {
        self.utterances.is_none() && self.column.is_single()
    }

    /// Adds to `counts` how many of the units have each value.
    pub(crate) fn count(&self, units: &[u32], counts: &mut [u32]) {
        let Some(utterances) = self.utterances else { return self.column.count(units, counts) };
        let (alone, several): (Vec<u32>, Vec<u32>) =
            units.iter().partition(|&&unit| unit < utterances.quotes);
        self.column.count(&alone, counts);
        for unit in several {
            self.each(unit, |value| {
                if let Some(count) = counts.get_mut(value as usize) {
                    *count += 1;
                }
            });
        }
    }

    /// Calls `each` with the place of every one of `units`, and the marks of all its values put together.
    #[inline]
    pub(crate) fn each_marked(&self, units: &[u32], marks: &[u8], mut each: impl FnMut(usize, u8)) {
        if self.utterances.is_none() {
            return self.column.each_marked(units, marks, each);
        }
        for (at, &unit) in units.iter().enumerate() {
            let mut all = 0;
            self.each(unit, |value| all |= marks.get(value as usize).copied().unwrap_or_default());
            each(at, all);
        }
    }

    /// For each value how many of all units have it.
    pub(crate) fn totals(&self) -> Vec<u32> {
        let Some(utterances) = self.utterances else { return self.column.totals() };
        let mut counts = vec![0; self.column.len()];
        self.count(&utterances.all().collect::<Vec<_>>(), &mut counts);
        counts
    }
}
