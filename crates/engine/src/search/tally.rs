//! Which articles or quotations hold one clause of a query, and how often.
//!
//! Goes through the places of the clause's words and counts for each unit and field. Costs a step for each
//! place, a look-up where places come to another article, and a sort of the units found where
//! they do not come in order. Does not know other clauses, nor what a count is worth.

use crate::{
    index::{Index, NAME, Position, TEXT, Times},
    order::sort_by_key,
    query::{Clause, Days, Facet, Field, Match, NONE, Term, Unit},
    span::Span,
    text::{
        near::Near,
        word::{Stems, fold, words},
    },
};

/// The units that hold a clause, in order, and how often.
#[derive(Clone, Debug, Default)]
pub(super) struct List {
    pub(super) units: Vec<u32>,
    pub(super) times: Vec<Times>,
    /// Whether it only narrows: who speaks and when it was published say nothing of how well words match.
    pub(super) narrows: bool,
}

impl List {
    /// How often the unit holds it.
    pub(super) fn of(&self, unit: u32) -> Times {
        let at = self.units.binary_search(&unit).ok();
        at.and_then(|at| self.times.get(at)).copied().unwrap_or_default()
    }

    pub(super) fn find(index: &Index, unit: Unit, clause: &Clause, stems: &Stems) -> Self {
        let mut tally = Tally::new(index, unit);
        for term in &clause.any {
            tally.add_term(term, stems);
        }
        let narrows = clause.any.iter().all(|term| matches!(term.field, Field::Facet(_)));
        List { narrows, ..tally.finish() }
    }
}

/// How often each unit holds something, while it is counted.
struct Tally<'index> {
    index: &'index Index,
    unit: Unit,
    counts: Vec<Times>,
    /// The units that hold it at all, as they came.
    found: Vec<u32>,
}

impl<'index> Tally<'index> {
    fn new(index: &'index Index, unit: Unit) -> Self {
        Self { index, unit, counts: vec![Times::default(); index.count(unit)], found: Vec::new() }
    }

    fn add_term(&mut self, term: &Term, stems: &Stems) {
        let terms = &self.index.terms;
        match (&term.find, term.field) {
            (Match::Days(days), _) => self.add_days(*days),
            (find, Field::Facet(facet)) => self.add_facet(facet, find),
            (Match::Word(word), field) => self.add_words(terms.forms(word, stems), field),
            (Match::Exact(word), field) => self.add_words(terms.number(word), field),
            (Match::Prefix(start), field) => self.add_words(terms.prefix(start), field),
            (Match::Near(word, edits), field) => self.add_words(terms.near(word, *edits), field),
            (Match::Phrase(words), field) => {
                self.add(words.len() as u32, field, phrase(self.index, words).into_iter());
            }
        }
    }

    fn add_words(&mut self, words: impl IntoIterator<Item = u32>, field: Field) {
        let index = self.index;
        for word in words {
            match (self.unit, field) {
                (Unit::Article, Field::Anywhere) => {
                    index.each_holding(word, |article, times| self.count(article as usize, times));
                }
                _ => self.add(1, field, index.occurrences(word)),
            }
        }
    }

    /// Counts runs of `length` words that begin at `places`, which come in order.
    fn add(&mut self, length: u32, field: Field, places: impl Iterator<Item = Position>) {
        match (self.unit, field) {
            (Unit::Article, Field::Anywhere) => self.add_articles(length, places),
            (Unit::Quote | Unit::Utterance, Field::Anywhere) => self.add_quotes(length, places),
            (unit, field) => {
                let index = self.index;
                let inside = places.filter(|&place| stands_in(index, place, field));
                match unit {
                    Unit::Article => self.add_articles(length, inside),
                    Unit::Quote | Unit::Utterance => self.add_quotes(length, inside),
                }
            }
        }
    }

    fn add_articles(&mut self, length: u32, places: impl Iterator<Item = Position>) {
        let index = self.index;
        index.each_article(length, places, |article, times| self.count(article as usize, times));
    }

    fn add_quotes(&mut self, length: u32, places: impl Iterator<Item = Position>) {
        for place in places {
            for stretch in self.index.stretches_at(place) {
                if place + length <= stretch.words.end {
                    let field = if self.index.is_name(place) { NAME } else { TEXT };
                    self.count(stretch.quote as usize, Times::once(field));
                }
            }
        }
    }

    /// Counts the units that were published on one of the days.
    fn add_days(&mut self, days: Days) {
        for unit in 0..self.counts.len() {
            let day = self.index.published(self.unit, unit as u32);
            if day.is_some_and(|day| days.hold(day)) {
                self.count(unit, Times::once(TEXT));
            }
        }
    }

    /// Counts the units that have a value of the facet whose name holds what is looked for.
    fn add_facet(&mut self, facet: Facet, find: &Match) {
        let Some(column) = self.index.column(self.unit, facet) else { return };
        let holding: Vec<bool> =
            column.values().map(|value| value != NONE && is_in(find, value)).collect();
        for unit in 0..self.counts.len() {
            if column.of(unit).any(|value| holding.get(value as usize) == Some(&true)) {
                self.count(unit, Times::once(TEXT));
            }
        }
    }

    fn count(&mut self, unit: usize, times: Times) {
        let Some(count) = self.counts.get_mut(unit).filter(|_| !times.is_none()) else { return };
        if count.is_none() {
            self.found.push(unit as u32);
        }
        *count = count.plus(times);
    }

    fn finish(mut self) -> List {
        if !self.found.is_sorted() {
            self.sort();
        }
        let times = self.found.iter().map(|&unit| self.counts[unit as usize]).collect();
        List { units: self.found, times, narrows: false }
    }

    /// Where there are many, going through all units is quicker than sorting.
    fn sort(&mut self) {
        if self.found.len() * 16 > self.counts.len() {
            let counts = (0..).zip(&self.counts).filter(|(_, count)| !count.is_none());
            self.found = counts.map(|(unit, _)| unit).collect();
        } else {
            self.found.sort_unstable();
        }
    }
}

/// Whether the position is one of the field's.
fn stands_in(index: &Index, place: Position, field: Field) -> bool {
    let article = index.article_at(place).map(|(_, article)| article);
    match (field, article) {
        (Field::Headline, Some(article)) => article.headline.contains(&place),
        (Field::Text, Some(article)) => !article.headline.contains(&place),
        (Field::Quote, Some(_)) => index.is_quoted(place),
        (Field::Report, Some(_)) => !index.is_quoted(place),
        (Field::Anywhere, _) => true,
        (_, None) | (Field::Facet(_), Some(_)) => false,
    }
}

/// Whether the name of a value holds what is looked for, word by word and as it is.
fn is_in(find: &Match, value: &str) -> bool {
    let words: Vec<_> =
        words(value, Span::new(0, value.len())).map(|word| fold(word.of(value))).collect();
    let any = |is: &mut dyn FnMut(&str) -> bool| words.iter().any(|word| is(word));
    match find {
        Match::Word(asked) | Match::Exact(asked) => any(&mut |word| word == asked),
        Match::Prefix(start) => any(&mut |word| word.starts_with(start.as_str())),
        Match::Near(asked, edits) => {
            let mut near = Near::new(asked, *edits);
            any(&mut |word| near.is(word))
        }
        Match::Phrase(phrase) => words.windows(phrase.len().max(1)).any(|run| run == phrase),
        Match::Days(_) => false,
    }
}

/// Where the words stand side by side: the rarest word's places, as far as the others agree.
fn phrase(index: &Index, words: &[String]) -> Vec<Position> {
    let numbered: Option<Vec<(u32, u32)>> =
        (0..).zip(words).map(|(at, word)| Some((at, index.terms.number(word)?))).collect();
    let mut rarest = numbered.unwrap_or_default();
    sort_by_key(&mut rarest, |&(_, word)| index.terms.cost(word..word + 1));
    let Some((&(lead, first), others)) = rarest.split_first() else { return Vec::new() };
    let mut starts: Vec<Position> =
        index.occurrences(first).filter_map(|place| place.checked_sub(lead)).collect();
    for &(offset, word) in others {
        let mut places = index.occurrences(word);
        starts.retain(|&start| places.has(start + offset));
    }
    starts
}
