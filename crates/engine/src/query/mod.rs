//! A query as plain data: what the reader asks, the same in the address, the page and a terminal.
//!
//! Knows facets and how the search box is read (`words`); does not know matching or ranking.

mod facet;
mod words;

use std::collections::BTreeMap;

pub use facet::{Facet, NONE};
pub use words::{Clause, Days, Field, Match, Message, Term, Words};

/// What the reader asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What a result is.
    pub unit: Unit,
    /// What stands in the search box, as typed.
    pub words: String,
    /// Whether words are wanted as they are, none in its other forms.
    pub exact: bool,
    /// The values chosen in each facet; a facet without a choice is absent.
    pub facets: BTreeMap<Facet, Selection>,
    /// The order of the results.
    pub sort: Sort,
    /// The order of the lines, where the places of the words are wanted in lines and not the results.
    pub lines: Option<LineOrder>,
}

impl Query {
    /// What its words ask for.
    #[must_use]
    pub fn asked(&self) -> Words {
        let asked = Words::read(&self.words);
        if self.exact { asked.exactly() } else { asked }
    }

    /// What is chosen in `facet`.
    #[must_use]
    pub fn selection(&self, facet: Facet) -> &Selection {
        const NOTHING: &Selection = &Selection { include: Vec::new(), exclude: Vec::new() };
        self.facets.get(&facet).unwrap_or(NOTHING)
    }

    /// Changes what is chosen in `facet`, and forgets the facet when nothing is left.
    pub fn choose(&mut self, facet: Facet, change: impl FnOnce(&mut Selection)) {
        let selection = self.facets.entry(facet).or_default();
        change(selection);
        if selection.is_empty() {
            self.facets.remove(&facet);
        }
    }

    /// Whether nothing narrows the corpus.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.has_words() && self.facets.is_empty()
    }

    /// Whether it is enough to know which articles have a word, and what columns say of them: neither where in
    /// one a word stands, nor what was found there.
    pub(crate) fn asks_for_articles_alone(&self) -> bool {
        let alone = |term: &Term| match (&term.find, term.field) {
            (Match::Days(_), _) => true,
            (_, Field::Facet(facet)) => facet.is_at_once(),
            (Match::Phrase(_), _) => false,
            (_, field) => field == Field::Anywhere,
        };
        let Words { clauses, .. } = self.asked();
        let unit = self.unit == Unit::Article || clauses.is_empty();
        let columns = self.lines.is_none() && self.facets.keys().all(|it| it.is_at_once());
        unit && columns && clauses.iter().flat_map(|it| &it.any).all(alone)
    }

    /// Whether words are searched for.
    #[must_use]
    pub fn has_words(&self) -> bool {
        !self.words.trim().is_empty()
    }
}

/// What a result is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Whole articles.
    #[default]
    Article,
    /// Single quotations.
    Quote,
    /// What was said once, however many quotations carry it.
    Utterance,
}

impl Unit {
    /// All units, in the order they are offered in.
    pub const ALL: [Self; 3] = [Self::Article, Self::Quote, Self::Utterance];

    /// The unit's name, in lower case, as addresses spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Quote => "quote",
            Self::Utterance => "utterance",
        }
    }

    /// The units whose words are searched: an utterance's are the quotations that carry it.
    #[must_use]
    pub fn searched(self) -> Self {
        match self {
            Self::Article => Self::Article,
            Self::Quote | Self::Utterance => Self::Quote,
        }
    }

    /// The unit of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.name() == name)
    }
}

/// The values chosen in one facet: any of `include`, and none of `exclude`. Both are in the order of their
/// bytes, and no value is twice in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// A result must have one of these, if there are any.
    pub include: Vec<String>,
    /// A result must have none of these.
    pub exclude: Vec<String>,
}

impl Selection {
    /// Whether nothing is chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }

    /// Includes `value` and nothing else.
    pub fn only(&mut self, value: &str) {
        *self = Self { include: vec![value.to_owned()], exclude: Vec::new() };
    }

    /// Includes `value`, or takes it back when it is included already.
    pub fn toggle(&mut self, value: &str) {
        take_out(&mut self.exclude, value);
        flip(&mut self.include, value);
    }

    /// Excludes `value`, or takes that back.
    pub fn toggle_exclude(&mut self, value: &str) {
        take_out(&mut self.include, value);
        flip(&mut self.exclude, value);
    }

    /// How `value` is chosen.
    #[must_use]
    pub fn choice(&self, value: &str) -> Choice {
        let holds = |values: &[String]| place(values, value).is_ok();
        match (holds(&self.include), holds(&self.exclude)) {
            (true, _) => Choice::Included,
            (false, true) => Choice::Excluded,
            (false, false) => Choice::Open,
        }
    }
}

/// Where `value` is, or where it would be.
fn place(values: &[String], value: &str) -> Result<usize, usize> {
    values.binary_search_by(|chosen| chosen.as_str().cmp(value))
}

fn take_out(values: &mut Vec<String>, value: &str) {
    if let Ok(at) = place(values, value) {
        values.remove(at);
    }
}

/// Takes `value` out, or puts it in its place: values stay sorted, so that one choice has one
/// address whatever the order of the clicks.
fn flip(values: &mut Vec<String>, value: &str) {
    match place(values, value) {
        Ok(at) => {
            values.remove(at);
        }
        Err(at) => values.insert(at, value.to_owned()),
    }
}

/// How a facet's value is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// Not chosen.
    #[default]
    Open,
    /// Results must have it (or another included one).
    Included,
    /// Results must not have it.
    Excluded,
}

/// The order of results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Best match first; newest first where there are no words.
    #[default]
    Relevance,
    /// Newest first.
    Newest,
    /// Oldest first.
    Oldest,
    /// By the outlets' names, newest first in each.
    Outlet,
    /// The most words first.
    Longest,
    /// The fewest words first.
    Shortest,
}

impl Sort {
    /// All orders, as they are offered.
    pub const ALL: [Self; 6] =
        [Self::Relevance, Self::Newest, Self::Oldest, Self::Outlet, Self::Longest, Self::Shortest];

    /// The order's name, in lower case, as addresses spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Relevance => "best",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Outlet => "outlet",
            Self::Longest => "longest",
            Self::Shortest => "shortest",
        }
    }

    /// The order of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name() == name)
    }
}

/// The order of keywords in their context, a line for each place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LineOrder {
    /// By the words to the left, from the nearest on.
    Left,
    /// By the words to the right, from the nearest on.
    #[default]
    Right,
    /// As they stand in the texts, one after the other by name.
    Place,
}

impl LineOrder {
    /// All of them, in the order they are offered in.
    pub const ALL: [Self; 3] = [Self::Left, Self::Right, Self::Place];

    /// The order's name, in lower case, as addresses spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Place => "place",
        }
    }

    /// The order of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_clicks_does_not_show() {
        let chosen = |order: [&str; 2]| {
            let mut query = Query::default();
            for value in order {
                query.choose(Facet::Outlet, |outlets| outlets.toggle(value));
            }
            query
        };
        assert_eq!(chosen(["RT", "DW"]), chosen(["DW", "RT"]));
    }

    #[test]
    fn a_second_click_takes_the_first_back() {
        let mut query = Query::default();
        for _ in 0..2 {
            query.choose(Facet::Speaker, |speakers| speakers.toggle("A"));
        }
        assert!(query.is_open());
    }

    #[test]
    fn a_value_is_never_both_wanted_and_unwanted() {
        let mut chosen = Selection::default();
        chosen.toggle("A");
        chosen.toggle_exclude("A");
        assert_eq!(chosen.choice("A"), Choice::Excluded);
        chosen.toggle("A");
        assert_eq!(chosen.choice("A"), Choice::Included);
        assert!(chosen.exclude.is_empty());
    }
}
