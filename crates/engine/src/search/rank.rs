//! Puts results in order.
//!
//! Best score first; equal scores fall back to the newest, then to the corpus's own order, so that no
//! order is left to chance. A few of many are found without sorting all.

use std::cmp::Ordering;

use super::{facets::Sifted, matching::Matched};
use crate::{
    article::Date,
    collection::{Collection, Segment},
    order::sort_by,
    query::{Facet, NONE, Query, Sort, Unit},
};

/// The first `count` units of those that match and are admitted, in the order asked for. Linear in them
/// where `count` is small.
pub(super) fn first(
    collection: &Collection,
    query: &Query,
    matched: &[Matched],
    sifted: &[Sifted],
    count: usize,
) -> Vec<Ranked> {
    let segments = || (0..).zip(collection.segments()).zip(matched.iter().zip(sifted));
    let all: usize = segments().map(|(_, (matched, sifted))| sifted.count(matched)).sum();
    // A few of many are held against the last of the best so far; otherwise all are sorted.
    let room = if count < all / 4 { count } else { all };
    let keys = Keys::new(collection, query);
    let order = |one: &Ranked, other: &Ranked| compare(collection, query, one, other);
    let mut best: Vec<Ranked> = Vec::with_capacity(room + 1);
    // Most results are not among the first, which their scores show.
    let (by_score, mut least) = (room < all && query.sort == Sort::Relevance, f32::MIN);
    for ((segment, it), (matched, sifted)) in segments() {
        sifted.each(matched, |unit, shown, score| {
            if score < least {
                return;
            }
            let published = it.index.published(query.unit, shown);
            let key = keys.of((segment, it), query.unit, shown);
            let ranked = Ranked { segment, unit, shown, score, published, key };
            if room == all {
                best.push(ranked);
            } else {
                insert(&mut best, room, ranked, order);
            }
            if let Some(last) = best.last().filter(|_| by_score && best.len() == room) {
                least = last.score;
            }
        });
    }
    if room == all {
        sort_by(&mut best, order);
        best.truncate(count);
    }
    best
}

/// A result and what its place in the order depends on.
#[derive(Clone, Copy, Debug)]
pub struct Ranked {
    /// The segment it is in.
    pub segment: usize,
    /// Its number there, among units of its kind.
    pub unit: u32,
    /// The number of what is shown of it: of an utterance its best witness, or else its own.
    pub shown: u32,
    /// How well it matches; 0 where there are no words to match.
    pub score: f32,
    published: Option<Date>,
    /// What comes before the day, where another order than by days is asked for: the least is first.
    key: u32,
}

fn compare(collection: &Collection, query: &Query, a: &Ranked, b: &Ranked) -> Ordering {
    let own = || {
        if a.segment == b.segment {
            (a.shown, a.unit).cmp(&(b.shown, b.unit))
        } else {
            by_name(collection, query.unit, a, b)
        }
    };
    let newest = || newest_first(a.published, b.published).then_with(own);
    match query.sort {
        Sort::Relevance => b.score.total_cmp(&a.score).then_with(newest),
        Sort::Newest => newest(),
        Sort::Oldest => oldest_first(a.published, b.published).then_with(own),
        Sort::Outlet | Sort::Longest | Sort::Shortest => a.key.cmp(&b.key).then_with(newest),
    }
}

/// What units are ordered by, other than scores and days.
enum Keys {
    /// Nothing else.
    Same,
    /// Their outlets: for each value of a segment's column its place in the alphabet.
    Outlets(Vec<Vec<u32>>),
    /// How many words they have.
    Lengths {
        /// Whether the longest come first.
        longest: bool,
    },
}

impl Keys {
    fn new(collection: &Collection, query: &Query) -> Self {
        match query.sort {
            Sort::Relevance | Sort::Newest | Sort::Oldest => Self::Same,
            Sort::Outlet => Self::Outlets(alphabet(collection, query.unit.searched())),
            Sort::Longest => Self::Lengths { longest: true },
            Sort::Shortest => Self::Lengths { longest: false },
        }
    }

    fn of(&self, (at, segment): (usize, &Segment), unit: Unit, shown: u32) -> u32 {
        match self {
            Self::Same => 0,
            Self::Outlets(places) => {
                let outlets = segment.index.column(unit.searched(), Facet::Outlet);
                let outlet = outlets.and_then(|column| column.of(shown as usize).next());
                let place = outlet.and_then(|outlet| places.get(at)?.get(outlet as usize));
                place.copied().unwrap_or(u32::MAX)
            }
            Self::Lengths { longest } => {
                let words = segment.index.lengths(unit, shown).iter().sum();
                if *longest { u32::MAX - words } else { words }
            }
        }
    }
}

/// For each outlet of each segment its place in the alphabet, whatever its case; none comes last.
fn alphabet(collection: &Collection, unit: Unit) -> Vec<Vec<u32>> {
    let offered = collection.offered(unit, Facet::Outlet);
    let name = |value: &str| (value == NONE, value.to_lowercase());
    let mut names: Vec<_> =
        (0_usize..).zip(&offered.values).map(|(at, it)| (name(it), at)).collect();
    sort_by(&mut names, Ord::cmp);
    let mut places = vec![0; names.len()];
    for (place, (_, at)) in (0..).zip(&names) {
        places[*at] = place;
    }
    let of = |segment| offered.places_in(segment).iter().map(|&at| places[at as usize]).collect();
    (0..collection.segments().len()).map(of).collect()
}

/// The order of units of different segments: that of their articles' names, as it is within a segment.
fn by_name(collection: &Collection, unit: Unit, a: &Ranked, b: &Ranked) -> Ordering {
    let name = |ranked: &Ranked| name(collection, unit, ranked);
    name(a).cmp(&name(b)).then(a.segment.cmp(&b.segment))
}

/// The name of the article that is a result, or that has it.
pub(super) fn name<'collection>(
    collection: &'collection Collection,
    unit: Unit,
    ranked: &Ranked,
) -> Option<&'collection str> {
    let segment = collection.segments().get(ranked.segment)?;
    let article = match unit {
        Unit::Article => ranked.shown as usize,
        Unit::Quote | Unit::Utterance => segment.index.place_of_quote(ranked.shown)?.0,
    };
    Some(segment.shelf.id(article))
}

/// Undated ones come last in either direction.
fn oldest_first(a: Option<Date>, b: Option<Date>) -> Ordering {
    a.is_none().cmp(&b.is_none()).then(a.cmp(&b))
}

/// Likewise.
pub(super) fn newest_first(a: Option<Date>, b: Option<Date>) -> Ordering {
    a.is_none().cmp(&b.is_none()).then(b.cmp(&a))
}

/// Puts an item in its place among the best `count`, if it is one of them; of equals the first comes first.
pub(super) fn insert<T>(
    best: &mut Vec<T>,
    count: usize,
    item: T,
    order: impl Fn(&T, &T) -> Ordering,
) {
    let full = best.len() == count;
    if full && best.last().is_none_or(|last| order(&item, last).is_ge()) {
        return;
    }
    let at = best.partition_point(|other| order(other, &item).is_le());
    best.insert(at, item);
    best.truncate(count);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn undated_ones_come_last_in_either_direction() {
        let mut days = ["", "2009-01-02", "2010-11-20"].map(|day| day.parse::<Date>().ok());
        let [undated, old, new] = days;
        days.sort_by(|&a, &b| newest_first(a, b));
        assert_eq!(days, [new, old, undated]);
        days.sort_by(|&a, &b| oldest_first(a, b));
        assert_eq!(days, [old, new, undated]);
    }

    proptest! {
        #[test]
        fn the_best_are_the_first_of_all_in_order(
            items in proptest::collection::vec(0_u8..50, 0..60),
            count in 0_usize..70,
        ) {
            let items: Vec<_> = items.into_iter().zip(0_u32..).collect();
            let mut sorted = items.clone();
            sorted.sort_by_key(|item| item.0);
            sorted.truncate(count);
            let mut found = Vec::new();
            for item in items {
                insert(&mut found, count, item, |one: &(u8, u32), other| one.0.cmp(&other.0));
            }
            prop_assert_eq!(found, sorted);
        }
    }
}
