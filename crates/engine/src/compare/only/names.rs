//! The names in an article that are not its speakers': words with capital letters, and their short forms.
//!
//! Goes by spelling alone, so it cannot tell a body from a place. Does not know other articles.

use std::collections::BTreeMap;

use super::{
    ItemKind, Sought,
    facts::{Fact, Key, fact, known_by},
};
use crate::{
    compare::passages::{PassageWords, Side, Word},
    order::sort_by,
    person::Person,
    span::Span,
    text::lower,
};

/// Words with capital letters that are no names by themselves.
const DAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// If more than this part of a passage's words have capital letters, they tell nothing: a title, or a shout.
const CAPITALS: f32 = 0.75;

/// A name and a form of it ("Russia", "Russian") begin alike for so many letters, and end after so many more.
const STEM: usize = 4;
const ENDING: usize = 6;

/// So many names of one person stand in one place: in full, and parts of that.
const MOST_NESTED: usize = 8;

/// The names of an article.
pub(super) struct Names {
    /// Where each word stands, in small letters.
    words: BTreeMap<String, Vec<Span>>,
    /// The names, in order: their words.
    runs: Vec<Vec<Named>>,
}

/// A word of a name.
#[derive(Clone)]
struct Named {
    lower: String,
    stem: Option<u32>,
    span: Span,
}

/// The names of the article but those of these people.
pub(super) fn of(side: &Side<'_>, people: &[Person]) -> Names {
    let mut words: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    for word in side.passages.iter().flat_map(|passage| &passage.words) {
        words.entry(lower(side.words_of(word.span))).or_default().push(word.span);
    }
    let mut names = Names { words, runs: Vec::new() };
    let mut taken: Vec<Span> = people
        .iter()
        .flat_map(known_by)
        .flat_map(|name| names.sequence(&name.split(' ').map(lower).collect::<Vec<_>>()))
        .collect();
    sort_by(&mut taken, Ord::cmp);
    for passage in side.passages.iter().filter(|passage| !is_shouted(passage)) {
        names.runs.extend(runs(side, passage, &taken));
    }
    names
}

impl Names {
    /// Adds the names as facts of the article.
    pub(super) fn facts(&self, side: &Side<'_>, facts: &mut Vec<Fact>) {
        for run in &self.runs {
            let Some(span) = run.iter().map(|word| word.span).reduce(Span::cover) else { continue };
            let key = Key::Name(run.iter().filter_map(|word| word.stem).collect());
            let sought = Sought::Names(forms(side.words_of(span), run));
            facts.push(fact(side, key, ItemKind::Name, sought, span));
        }
    }

    /// Where the words stand side by side, whatever their case.
    pub(super) fn sequence(&self, words: &[String]) -> Vec<Span> {
        let Some((first, rest)) = words.split_first() else { return Vec::new() };
        let behind = |start: &Span| {
            rest.iter().try_fold(*start, |run, word| {
                let next = self.words.get(word)?;
                let at = next.partition_point(|span| span.start < run.end);
                // A blank, a hyphen or an abbreviation's full stop may stand between.
                let next = next.get(at).filter(|span| span.start <= run.end + 2)?;
                Some(run.cover(*next))
            })
        };
        self.words.get(first).into_iter().flatten().filter_map(behind).collect()
    }

    /// Where a name stands, or a form of each of its words, or its first letters, or its last word.
    pub(super) fn find(&self, names: &[String]) -> Vec<Span> {
        let found = names.iter().map(|name| {
            let words: Vec<String> = name.split([' ', '-']).map(lower).collect();
            let together = self.sequence(&words);
            if together.is_empty() { self.scattered(&words) } else { together }
        });
        let short = |name: &&String| name.len() > 1 && !name.contains(char::is_lowercase);
        let spelt_out = names.iter().filter(short).flat_map(|name| self.spelt_out(name));
        let mut found: Vec<Span> = found.flatten().chain(spelt_out).collect();
        sort_by(&mut found, Ord::cmp);
        found.dedup();
        found
    }

    /// A place of each of the words, in some form, if the article has all.
    fn scattered(&self, words: &[String]) -> Vec<Span> {
        let telling = words.iter().filter(|word| !crate::text::is_function_word(word));
        let places: Option<Vec<Span>> = telling.map(|word| self.form(word)).collect();
        places.unwrap_or_default()
    }

    /// The first place of a word or of another form of it.
    fn form(&self, word: &str) -> Option<Span> {
        let first = |spans: &Vec<Span>| spans.first().copied();
        if let Some(spans) = self.words.get(word) {
            return first(spans);
        }
        let longer = self.words.range(word.to_owned()..).take_while(|(it, _)| it.starts_with(word));
        let mut longer =
            longer.filter(|(it, _)| word.len() >= STEM && it.len() <= word.len() + ENDING);
        longer.next().and_then(|(_, spans)| first(spans)).or_else(|| {
            let ends = (STEM..word.len()).rev().take(ENDING);
            ends.filter_map(|end| self.words.get(word.get(..end)?)).find_map(first)
        })
    }

    /// The names of which these are the first letters.
    fn spelt_out(&self, letters: &str) -> Vec<Span> {
        let is = |run: &&Vec<Named>| run.len() > 1 && initials(run) == lower(letters);
        let spans = self.runs.iter().filter(is).flat_map(|run| run.iter().map(|word| word.span));
        spans.collect()
    }
}

fn initials(run: &[Named]) -> String {
    run.iter().filter_map(|word| word.lower.chars().next()).collect()
}

/// What a name is looked for by: itself, its first letters, its last word.
fn forms(words: &str, run: &[Named]) -> Vec<String> {
    let mut forms = vec![words.to_owned()];
    if let [_, .., last] = run {
        if run.len() > 1 {
            forms.push(initials(run).to_uppercase());
        }
        forms.push(last.lower.clone());
    }
    forms
}

/// Whether so many words have capital letters that these tell nothing.
fn is_shouted(passage: &PassageWords) -> bool {
    let telling = passage.words.iter().filter(|word| word.form.stem.is_some());
    let (all, capitals) = telling
        .fold((0, 0), |(all, capitals), word| (all + 1, capitals + usize::from(word.capitalised)));
    all > 2 && capitals as f32 > all as f32 * CAPITALS
}

/// The runs of words with capital letters in a passage, without those of people, and what stands before these.
fn runs(side: &Side<'_>, passage: &PassageWords, taken: &[Span]) -> Vec<Vec<Named>> {
    let (mut runs, mut at) = (Vec::new(), 0);
    while at < passage.words.len() {
        let length = run(side, &passage.words[at..]);
        let words = &passage.words[at..at + length];
        let person = words.iter().any(|word| {
            let from = taken.partition_point(|span| span.end < word.span.end);
            let near = taken.get(from..).unwrap_or_default().iter().take(MOST_NESTED);
            near.into_iter().any(|span| span.contains(word.span))
        });
        let opens = at == 0 || opens(side, &passage.words[at - 1], &passage.words[at]);
        // Any word may have a capital letter at the head of a sentence.
        if length > 0 && !person && !(opens && length == 1) {
            runs.push(words.iter().map(|word| named(side, word)).collect());
        }
        at += length.max(1);
    }
    runs
}

/// How many words from the first on are one name.
fn run(side: &Side<'_>, words: &[Word]) -> usize {
    let is = |word: &Word| {
        let plain = word.capitalised && word.form.stem.is_some() && word.form.spelled.is_none();
        plain && !DAYS.contains(&lower(side.words_of(word.span)).as_str())
    };
    let ties = |pair: &[Word]| {
        let gap = Span { start: pair[0].span.end, end: pair[1].span.start };
        let initial = pair[0].span.len() == 1 && side.words_of(gap) == ". ";
        matches!(side.words_of(gap), " " | "-") || initial
    };
    if !words.first().is_some_and(is) {
        return 0;
    }
    1 + words.windows(2).take_while(|pair| ties(pair) && is(&pair[1])).count()
}

/// Whether a sentence or a quotation begins between two words.
fn opens(side: &Side<'_>, before: &Word, word: &Word) -> bool {
    let gap = Span { start: before.span.end, end: word.span.start };
    side.words_of(gap).contains(['"', '“', '‘', '.', '?', '!', ':', '–'])
}

fn named(side: &Side<'_>, word: &Word) -> Named {
    Named { lower: lower(side.words_of(word.span)), stem: word.form.stem, span: word.span }
}
