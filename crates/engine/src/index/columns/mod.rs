//! Facet columns: which values of a facet each article or quotation has.
//!
//! A column is read where it stands in the pack: a value is a name's number among all names of the pack,
//! and units have the numbers of values, in one, two or four bytes as there are values. Only where units
//! have several (or none) is it worked out on opening where each unit's begin. What one column tells of
//! another is not kept: a quotation has its article's outlet, events, topics and day, and a day its month.

mod value;
mod write;

use std::{borrow::Cow, collections::BTreeMap, rc::Rc};

use crate::{
    bytes::{Reader, little_endian},
    order::sort_by,
    pack::{Bytes, Records, Strings},
    query::{Facet, NONE, Unit},
};
pub use value::Value;
pub(super) use write::write;

/// The facets whose columns are kept for articles, and for quotations.
const OF_ARTICLES: [Facet; 6] =
    [Facet::Outlet, Facet::Event, Facet::Topic, Facet::Speaker, Facet::Kind, Facet::Date];
const OF_QUOTES: [Facet; 2] = [Facet::Speaker, Facet::Kind];

/// The facets whose columns are kept for units of that kind, in their order.
fn kept(unit: Unit) -> &'static [Facet] {
    match unit {
        Unit::Article => &OF_ARTICLES,
        Unit::Quote | Unit::Utterance => &OF_QUOTES,
    }
}

/// How many bytes of a day say its month: "2010-11" of "2010-11-20".
const MONTH: usize = 7;

/// The values of one facet for every unit.
#[derive(Clone, Debug, Default)]
pub struct Column {
    names: Rc<Records>,
    /// The values as numbers of names.
    values: Rc<[u32]>,
    /// For each value that is held the one that it is part of, as a day is of its month: values are the
    /// months that begin the names, then.
    whole: Option<Rc<[u32]>>,
    held: Rc<Held>,
    /// For each unit the one that it has its values from, if it has none of its own.
    from: Option<Rc<[u32]>>,
}

/// Which values units have, by number.
#[derive(Clone, Debug, Default)]
struct Held {
    /// For each unit the end of its run; nothing where every unit has exactly one value.
    ends: Option<Vec<u32>>,
    bytes: Bytes,
    /// How many bytes a number takes.
    width: usize,
    units: usize,
}

impl Held {
    /// The numbers of the values that `unit` has.
    fn of(&self, unit: usize) -> impl Iterator<Item = u32> {
        let run = match &self.ends {
            None => unit..unit.saturating_add(1),
            Some(ends) => {
                let end = |unit: usize| ends.get(unit).map_or(0, |&end| end as usize);
                unit.checked_sub(1).map_or(0, end)..end(unit)
            }
        };
        let bytes = run.start.saturating_mul(self.width)..run.end.saturating_mul(self.width);
        let bytes = self.bytes.get(bytes).unwrap_or_default();
        bytes.chunks_exact(self.width.max(1)).map(little_endian)
    }

    /// Calls `each` with the place of every unit, and every value it has.
    #[inline]
    fn each(&self, units: impl Iterator<Item = u32>, each: impl FnMut(usize, u32)) {
        match self.width {
            1 => self.each_wide::<1>(units, each),
            2 => self.each_wide::<2>(units, each),
            _ => self.each_wide::<4>(units, each),
        }
    }

    /// The same where the number of a value has so many bytes: known here, it costs no loop.
    #[inline]
    fn each_wide<const WIDTH: usize>(
        &self,
        units: impl Iterator<Item = u32>,
        mut each: impl FnMut(usize, u32),
    ) {
        let (held, _) = self.bytes.as_chunks::<WIDTH>();
        let value = |value: &[u8; WIDTH]| little_endian(value);
        match &self.ends {
            None => units.enumerate().for_each(|(at, unit)| {
                held.get(unit as usize).into_iter().for_each(|it| each(at, value(it)));
            }),
            Some(ends) => units.enumerate().for_each(|(at, unit)| {
                let end = |unit: u32| ends.get(unit as usize).map_or(0, |&end| end as usize);
                let run = unit.checked_sub(1).map_or(0, end)..end(unit);
                held.get(run).unwrap_or_default().iter().for_each(|it| each(at, value(it)));
            }),
        }
    }
}

impl Column {
    /// Reads the three records of a column; none if they do not fit together.
    pub(super) fn new([values, counts, held]: [Bytes; 3], names: &Rc<Records>) -> Option<Self> {
        let values = sums(&values)?;
        let (bytes, width) = (held, width(values.len()));
        bytes.len().is_multiple_of(width).then_some(())?;
        let all = bytes.len() / width;
        let ends = if counts.is_empty() { None } else { Some(sums(&counts)?) };
        let fit =
            ends.as_ref().is_none_or(|ends| ends.last().map_or(0, |&end| end as usize) == all);
        fit.then_some(())?;
        let units = ends.as_ref().map_or(all, Vec::len);
        let held = Rc::new(Held { ends, bytes, width, units });
        let names = Rc::clone(names);
        Some(Self { names, values: values.into(), whole: None, held, from: None })
    }

    /// The column of units that have these values, each once.
    pub(crate) fn made(held: Vec<Vec<Cow<'_, str>>>) -> Self {
        let held: Vec<_> = held.into_iter().map(write::or_none).collect();
        let mut names = Strings::default();
        let written = write::encode(&held, &mut names).map(Bytes::from);
        let names = Records::new(&names.write().into()).unwrap_or_default();
        // What was just written can be read.
        Self::new(written, &Rc::new(names)).unwrap_or_default()
    }

    /// The months of a column of days. Costs a number for each day, none for a unit.
    fn months(&self) -> Self {
        let (mut numbers, mut values) = (BTreeMap::new(), Vec::new());
        let month = |(value, &name)| {
            *numbers.entry(month_of(value)).or_insert_with(|| {
                values.push(name);
                values.len() as u32 - 1
            })
        };
        let whole: Rc<[u32]> = self.values().zip(self.values.iter()).map(month).collect();
        Self { values: values.into(), whole: Some(whole), ..self.clone() }
    }

    /// The column of units that have the values of others: `from` says of whom.
    pub(super) fn inherited(&self, from: &Rc<[u32]>) -> Self {
        Self { from: Some(Rc::clone(from)), ..self.clone() }
    }

    /// How many values there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there are no values.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether every unit has exactly one value.
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.held.ends.is_none()
    }

    /// How many units there are.
    #[must_use]
    pub fn units(&self) -> usize {
        self.from.as_ref().map_or(self.held.units, |from| from.len())
    }

    /// The value of that number; empty where there is none.
    #[must_use]
    pub fn value(&self, number: u32) -> &str {
        self.values.get(number as usize).map_or("", |&name| self.named(name))
    }

    /// The value of that number, to be kept.
    pub(crate) fn kept(&self, number: u32) -> Option<Value> {
        let name = self.name(number)?;
        Some(Value::named(&self.names, name, self.named(name).len()))
    }

    fn named(&self, name: u32) -> &str {
        let name = self.names.text(name as usize);
        if self.whole.is_some() { month_of(name) } else { name }
    }

    /// The number of the value's name among all names of the pack.
    pub(crate) fn name(&self, number: u32) -> Option<u32> {
        self.values.get(number as usize).copied()
    }

    /// The values, in the order of their numbers.
    pub fn values(&self) -> impl ExactSizeIterator<Item = &str> {
        self.values.iter().map(|&name| self.named(name))
    }

    /// The numbers of the values that `unit` has: at least one, since "none" is a value too.
    pub fn of(&self, unit: usize) -> impl Iterator<Item = u32> {
        let unit = match &self.from {
            None => unit,
            Some(from) => from.get(unit).map_or(usize::MAX, |&from| from as usize),
        };
        self.held.of(unit).map(|value| match &self.whole {
            None => value,
            Some(whole) => whole.get(value as usize).copied().unwrap_or_default(),
        })
    }

    /// Adds to `counts` how many of the units have each value.
    pub fn count(&self, units: &[u32], counts: &mut [u32]) {
        let Some(whole) = &self.whole else { return self.count_held(units, counts) };
        let mut parts = vec![0; whole.len()];
        self.count_held(units, &mut parts);
        whole.iter().zip(parts).for_each(|(&value, times)| add(counts, value, times));
    }

    /// For each value how many of all units have it.
    pub(crate) fn totals(&self) -> Vec<u32> {
        let all: Vec<u32> = (0..self.units() as u32).collect();
        let mut counts = vec![0; self.len()];
        self.count(&all, &mut counts);
        counts
    }

    fn count_held(&self, units: &[u32], counts: &mut [u32]) {
        self.each_held(units, |_, value| add(counts, value, 1));
    }

    /// Calls `each` with the place of every one of `units`, and the marks of all its values put together;
    /// `marks` has them by value.
    pub(crate) fn each_marked(&self, units: &[u32], marks: &[u8], mut each: impl FnMut(usize, u8)) {
        let of = |value: u32| marks.get(value as usize).copied().unwrap_or_default();
        let parts: Option<Vec<u8>> =
            self.whole.as_ref().map(|whole| whole.iter().map(|&value| of(value)).collect());
        let marks = parts.as_deref().unwrap_or(marks);
        let mut all = vec![0; units.len()];
        self.each_held(units, |at, value| {
            all[at] |= marks.get(value as usize).copied().unwrap_or_default();
        });
        all.into_iter().enumerate().for_each(|(at, marks)| each(at, marks));
    }

    /// Calls `each` with the place of every unit, and every value that is held for it.
    #[inline]
    fn each_held(&self, units: &[u32], each: impl FnMut(usize, u32)) {
        match &self.from {
            None => self.held.each(units.iter().copied(), each),
            Some(from) => {
                // A unit that has none of its own has none at all, and keeps its place.
                let own =
                    units.iter().map(|&unit| from.get(unit as usize).copied().unwrap_or(u32::MAX));
                self.held.each(own, each);
            }
        }
    }
}

/// The month of a day, as the first bytes of its name; what is no day is its own.
fn month_of(value: &str) -> &str {
    value.get(..MONTH).filter(|_| value != NONE).unwrap_or(value)
}

/// The sums of the numbers that were written, up to each; none if they are no numbers.
fn sums(bytes: &[u8]) -> Option<Vec<u32>> {
    let (mut reader, mut sums, mut sum) = (Reader::new(bytes), Vec::new(), 0_u32);
    while !reader.is_empty() {
        sum = sum.checked_add(reader.number()?)?;
        sums.push(sum);
    }
    sums.shrink_to_fit();
    Some(sums)
}

#[inline]
fn add(counts: &mut [u32], value: u32, times: u32) {
    if let Some(count) = counts.get_mut(value as usize) {
        *count += times;
    }
}

/// How many bytes the number of one of so many values takes.
fn width(values: usize) -> usize {
    match values {
        0..=0x100 => 1,
        0x101..=0x1_0000 => 2,
        _ => 4,
    }
}

/// The order in which values, each with how often it is held, are shown: dates newest first, others by
/// count, then by name; "none" is last.
pub(crate) fn shown_order(values: &[(&str, u32)], facet: Facet) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    sort_by(&mut order, |&one, &other| {
        let ((one, times), (other, more)) = (values[one], values[other]);
        let shown = match facet {
            Facet::Date | Facet::Month | Facet::Happened => other.cmp(one),
            _ => more.cmp(&times).then_with(|| one.cmp(other)),
        };
        (one == NONE).cmp(&(other == NONE)).then(shown)
    });
    order
}

/// The columns that are kept for units of one kind.
pub(super) struct Kept {
    unit: Unit,
    columns: Vec<Column>,
}

impl Kept {
    /// Reads what was written.
    pub(super) fn read(bytes: &Bytes, unit: Unit, names: &Rc<Records>) -> Option<Self> {
        let records = Records::new(bytes)?;
        let count = kept(unit).len();
        (records.len() == count * 3).then_some(())?;
        let column =
            |at: usize| Column::new([at, at + 1, at + 2].map(|at| records.held(at)), names);
        let columns = (0..count).map(|facet| column(facet * 3)).collect::<Option<_>>()?;
        Some(Self { unit, columns })
    }

    /// The column of a facet, if it is kept.
    pub(super) fn column(&self, facet: Facet) -> Option<&Column> {
        self.columns.get(kept(self.unit).iter().position(|it| *it == facet)?)
    }

    /// The columns of articles, of all facets that answers count. Costs a number for each day.
    pub(super) fn of_articles(&self) -> Option<Vec<Column>> {
        let column = |facet| match facet {
            Facet::Month => Some(self.column(Facet::Date)?.months()),
            facet => self.column(facet).cloned(),
        };
        Facet::AT_ONCE.into_iter().map(column).collect()
    }

    /// The columns of quotations, likewise: each has its article, and the articles have columns.
    pub(super) fn of_quotes(&self, article: &Rc<[u32]>, columns: &[Column]) -> Vec<Column> {
        let column = |(facet, of_article): (Facet, &Column)| {
            self.column(facet).cloned().unwrap_or_else(|| of_article.inherited(article))
        };
        Facet::AT_ONCE.into_iter().zip(columns).map(column).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{write::encode, *};
    use crate::pack::records;

    fn column(held: &[&[&str]]) -> Column {
        let held: Vec<Vec<_>> =
            held.iter().map(|of| of.iter().map(|&value| value.into()).collect()).collect();
        let mut names = Strings::default();
        let written = encode(&held, &mut names).map(Bytes::from);
        Column::new(written, &Records::new(&names.write().into()).unwrap().into()).unwrap()
    }

    fn of(column: &Column, unit: usize) -> Vec<&str> {
        column.of(unit).map(|value| column.value(value)).collect()
    }

    fn shown(values: &[(&'static str, u32)], facet: Facet) -> Vec<&'static str> {
        shown_order(values, facet).into_iter().map(|at| values[at].0).collect()
    }

    #[test]
    fn values_come_by_count_then_by_name_and_none_last() {
        let values = [(NONE, 9), ("c", 1), ("a", 1), ("b", 2)];
        assert_eq!(shown(&values, Facet::Outlet), ["b", "a", "c", NONE]);
    }

    #[test]
    fn dates_come_newest_first() {
        let values = [(NONE, 1), ("2009-12-17", 9), ("2010-11-20", 1)];
        assert_eq!(shown(&values, Facet::Date), ["2010-11-20", "2009-12-17", NONE]);
    }

    #[test]
    fn a_unit_has_its_values() {
        let one = column(&[&["b"], &["a"], &["b"]]);
        assert_eq!((of(&one, 1), of(&one, 2)), (vec!["a"], vec!["b"]));
        assert_eq!((one.units(), one.of(3).count()), (3, 0));
        let several = column(&[&["a", "b"], &["b"]]);
        assert_eq!((of(&several, 0), of(&several, 1)), (vec!["a", "b"], vec!["b"]));
        assert_eq!((several.units(), several.of(2).count()), (2, 0));
        let mut counts = [0; 2];
        several.count(&[0, 1], &mut counts);
        assert_eq!(counts, [1, 2]);
    }

    #[test]
    fn a_day_has_its_month_and_a_quotation_its_article() {
        let days = column(&[&["2010-11-20"], &[NONE], &["2010-11-02"], &["2009-12-17"]]);
        let months = days.months();
        assert_eq!(months.values().collect::<Vec<_>>(), ["2010-11", NONE, "2009-12"]);
        let held: Vec<_> = (0..4).map(|unit| of(&months, unit).concat()).collect();
        assert_eq!(held, ["2010-11", NONE, "2010-11", "2009-12"]);
        let of_quotes = months.inherited(&Rc::from([1, 2, 2, 9]));
        assert_eq!((of_quotes.units(), of(&of_quotes, 1)), (4, vec!["2010-11"]));
        assert_eq!((of(&of_quotes, 3), of(&of_quotes, 4)), (vec![], vec![]));
        let mut counts = [0; 3];
        of_quotes.count(&[0, 1, 2, 3, 4, 5, 6, 7, 8], &mut counts);
        assert_eq!(counts, [2, 1, 0]);
    }

    #[test]
    fn many_values_take_more_bytes_each() {
        for count in [1, 256, 257, 65_536, 65_537] {
            let names: Vec<String> = (0..count).map(|value| format!("{value:05}")).collect();
            let held: Vec<[&str; 1]> = names.iter().map(|name| [name.as_str()]).collect();
            let held: Vec<&[&str]> = held.iter().map(<[_; 1]>::as_slice).collect();
            let column = column(&held);
            assert!((0..count).all(|unit| of(&column, unit) == [names[unit].as_str()]));
            assert!(column.totals().iter().all(|&count| count == 1));
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let names = Rc::new(Records::new(&records::write(["a"].iter()).into()).unwrap());
        let new = |values: &[u8], counts: &[u8], held: &[u8]| {
            Column::new([values, counts, held].map(|it| it.to_vec().into()), &names)
        };
        assert!(new(&[0], &[2, 1], &[0, 0, 0]).is_some());
        assert!(new(&[0], &[2, 1], &[0, 0]).is_none(), "more counted than held");
        assert!(new(&[0], &[128], &[0]).is_none(), "a count is cut off");
        assert_eq!(new(&[1], &[], &[0]).unwrap().value(0), "", "a name that is not there");
        let unknown = new(&[0], &[], &[7]).unwrap();
        assert_eq!(unknown.of(0).map(|value| unknown.value(value)).collect::<Vec<_>>(), [""]);
        let mut counts = [0];
        unknown.count(&[0, 1], &mut counts);
        assert_eq!(counts, [0]);
    }
}
