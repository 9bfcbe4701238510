//! Makes queries of every kind out of what a corpus says, by chance that is the same in every run.
//!
//! Each is made twice at once: as a reader would type it, and as what it means. The reading of what is
//! typed is so held against the meaning too.

use fastrand::Rng;
use parallax_engine::{
    article::Date,
    query::{Clause, Days, Facet, Field, Match, Query, Term, Unit},
};

use crate::world::{Thing, Word, World};

/// A query as it is typed and chosen, and what is meant by what is typed.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The query.
    pub query: Query,
    /// What its words mean.
    pub clauses: Vec<Clause>,
}

/// The fields of words, as they are typed.
const FIELDS: [(&str, Field); 5] = [
    ("", Field::Anywhere),
    ("headline:", Field::Headline),
    ("text:", Field::Text),
    ("quote:", Field::Quote),
    ("report:", Field::Report),
];

/// From how many letters on two of them may differ.
const LONG: usize = 8;

/// So many queries about `world`, the same ones for the same seed.
#[must_use]
pub fn queries(world: &World, count: usize, seed: u64) -> Vec<Asked> {
    let mut asking = Asking { world, random: Rng::with_seed(seed) };
    (0..count).map(|number| asking.query(number)).collect()
}

struct Asking<'world> {
    world: &'world World,
    random: Rng,
}

impl Asking<'_> {
    /// The kinds come in turn; one in five has choices beside its words, one in ten nothing else.
    fn query(&mut self, number: usize) -> Asked {
        let unit = Unit::ALL[number % 3];
        let mut asked = Asked { query: Query { unit, ..Query::default() }, clauses: Vec::new() };
        match number % 10 {
            0 => self.term(&mut asked, 0, ""),
            1 => (0..2).for_each(|_| self.term(&mut asked, 0, "")),
            2 => {
                self.term(&mut asked, 0, "");
                self.term(&mut asked, 0, "OR ");
            }
            3 => {
                self.term(&mut asked, 0, "");
                self.term(&mut asked, 0, "-");
            }
            4 => self.some_facet(&mut asked),
            5 => self.days(&mut asked),
            6 => self.choices(&mut asked),
            _ => {
                let field = self.random.usize(..FIELDS.len());
                self.term(&mut asked, field, "");
            }
        }
        if self.random.u8(..5) == 0 {
            self.choices(&mut asked);
        }
        asked
    }

    /// Adds something to look for, with what stands before it: nothing, "-" or "OR ".
    fn term(&mut self, asked: &mut Asked, field: usize, before: &str) {
        let (name, field) = FIELDS[field];
        let Some((typed, find)) = self.matching(asked.query.unit) else { return };
        add(asked, &format!("{before}{name}{typed}"), Term { find, field });
    }

    /// Something that is there, or nearly, as it is typed and as it is meant.
    fn matching(&mut self, unit: Unit) -> Option<(String, Match)> {
        let run = self.run(unit)?;
        let at = self.random.usize(..run.len());
        let word = run[at].folded.clone();
        let cased = if self.random.bool() { word.clone() } else { word.to_uppercase() };
        Some(match self.random.u8(..8) {
            0 => (format!("={cased}"), Match::Exact(word)),
            1 => {
                let length = 1 + self.random.usize(..word.chars().count());
                let start: String = word.chars().take(length).collect();
                (format!("{start}*"), Match::Prefix(start))
            }
            2 | 3 => {
                let near = self.misspelt(&word);
                let edits = if near.chars().count() < LONG { 1 } else { 2 };
                (format!("{near}~"), Match::Near(near, edits))
            }
            4 | 5 => {
                let length = 1 + self.random.usize(..4);
                let phrase: Vec<String> =
                    run[at..].iter().take(length).map(|word| word.folded.clone()).collect();
                (format!("\"{}\"", phrase.join(" ")), Match::Phrase(phrase))
            }
            // What is all capitals may be the word that stands between two things.
            _ if word == "or" => (word.clone(), Match::Word(word)),
            _ => (cased, Match::Word(word)),
        })
    }

    /// The words of something, by chance.
    fn run(&mut self, unit: Unit) -> Option<Vec<Word>> {
        let thing = self.thing(unit)?;
        let runs: Vec<_> = thing.runs.into_iter().filter(|run| !run.is_empty()).collect();
        (!runs.is_empty()).then(|| runs[self.random.usize(..runs.len())].clone())
    }

    fn thing(&mut self, unit: Unit) -> Option<Thing> {
        let things = self.world.things(unit);
        (!things.is_empty()).then(|| things[self.random.usize(..things.len())].clone())
    }

    /// The word with a letter left out, doubled or changed, or as it is.
    fn misspelt(&mut self, word: &str) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        let at = self.random.usize(..letters.len());
        match self.random.u8(..4) {
            0 if letters.len() > 1 => {
                letters.remove(at);
            }
            1 => letters.insert(at, letters[at]),
            2 => letters[at] = self.random.lowercase(),
            _ => {}
        }
        letters.into_iter().collect()
    }

    /// Adds a word of a facet's value.
    fn some_facet(&mut self, asked: &mut Asked) {
        let Some(thing) = self.thing(asked.query.unit) else { return };
        let at = self.random.usize(..Facet::AT_ONCE.len());
        let facet = Facet::AT_ONCE[at];
        let value = &thing.values[at][self.random.usize(..thing.values[at].len())];
        let words: Vec<String> =
            crate::world::split(value).map(|span| crate::world::fold(span.of(value))).collect();
        if words.is_empty() || facet == Facet::Date {
            return self.days(asked);
        }
        let word = words[self.random.usize(..words.len())].clone();
        let (typed, find) = match self.random.u8(..3) {
            0 => (format!("\"{}\"", words.join(" ")), Match::Phrase(words)),
            1 => (format!("{word}*"), Match::Prefix(word)),
            _ => (word.clone(), Match::Word(word)),
        };
        let typed = format!("{}:{typed}", facet.name());
        add(asked, &typed, Term { find, field: Field::Facet(facet) });
    }

    /// Adds a day, or a stretch of days, on which something was published.
    fn days(&mut self, asked: &mut Asked) {
        let mut day = || self.thing(asked.query.unit)?.published;
        let (Some(one), Some(other)) = (day(), day()) else { return };
        let (from, to) = (one.min(other), one.max(other));
        let some = |from: Option<Date>, to: Option<Date>| Days { from, to };
        let (typed, days) = match self.random.u8(..4) {
            0 => (format!("{from}"), some(Some(from), Some(from))),
            1 => (format!("{from}.."), some(Some(from), None)),
            2 => (format!("..{to}"), some(None, Some(to))),
            _ => (format!("{from}..{to}"), some(Some(from), Some(to))),
        };
        let term = Term { find: Match::Days(days), field: Field::Facet(Facet::Date) };
        add(asked, &format!("date:{typed}"), term);
    }

    /// Chooses one to three values that something has, or that nothing else has: "none".
    fn choices(&mut self, asked: &mut Asked) {
        for _ in 0..self.random.usize(1..=3) {
            let Some(thing) = self.thing(asked.query.unit) else { return };
            let at = self.random.usize(..Facet::AT_ONCE.len());
            let value = &thing.values[at][self.random.usize(..thing.values[at].len())];
            let exclude = self.random.u8(..3) == 0;
            asked.query.choose(Facet::AT_ONCE[at], |chosen| match exclude {
                true => chosen.toggle_exclude(value),
                false => chosen.toggle(value),
            });
        }
    }
}

/// Adds a term as it is typed and as it is meant.
fn add(asked: &mut Asked, typed: &str, term: Term) {
    if !asked.query.words.is_empty() {
        asked.query.words.push(' ');
    }
    let start = asked.query.words.len();
    asked.query.words.push_str(typed);
    let end = asked.query.words.len();
    match asked.clauses.last_mut().filter(|_| typed.starts_with("OR ")) {
        Some(last) => {
            last.any.push(term);
            last.at.end = end;
        }
        None => {
            let not = typed.starts_with('-');
            asked.clauses.push(Clause { any: vec![term], not, at: start..end });
        }
    }
}
