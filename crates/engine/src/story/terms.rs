//! Terms: the telling words of a text in one form for all that a word becomes when it is told again.
//!
//! "Bought", "buying" and "purchase" are one term: irregular forms and synonyms are data files, the
//! rest is stemming. Each term weighs by how few sentences of the corpus have it (inverse document
//! frequency). Knows words, not quotations.

use crate::{
    order,
    span::Span,
    text::{
        is_function_word,
        keyed::{Key, Lists, Map},
        list::list,
        word::{Stems, fold, words},
    },
};

/// A telling word at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// The term's number.
    pub(super) number: u32,
    /// Where it stands.
    pub(super) span: Span,
    /// What it is besides a word.
    pub(super) kind: TermKind,
}

/// What a term is besides a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TermKind {
    /// A word and no more.
    Word,
    /// A number, a year.
    Number,
    /// A word that denies.
    Negation,
}

/// All terms of a corpus, and what each weighs.
pub(super) struct Terms {
    stems: Stems,
    /// The plain form of an irregular one.
    plain: Vec<&'static str>,
    irregular: Map,
    /// The stem that stands for a stem and its synonyms.
    chiefs: Vec<String>,
    synonyms: Map,
    /// The terms that contradict a term.
    opposites: Lists,
    numbers: Map,
    /// In how many sentences each term stands.
    sentences: Vec<u32>,
    /// How many sentences there are.
    total: u32,
}

impl Terms {
    /// The language's terms, before any corpus is read.
    pub(super) fn new() -> Self {
        let mut terms = Self {
            stems: Stems::default(),
            plain: Vec::new(),
            irregular: Map::default(),
            chiefs: Vec::new(),
            synonyms: Map::default(),
            opposites: Lists::default(),
            numbers: Map::default(),
            sentences: Vec::new(),
            total: 0,
        };
        for line in list!("irregular.txt").lines() {
            let mut forms = line.split(' ');
            let plain = forms.next().unwrap_or_default();
            for form in forms {
                terms.irregular.insert(Key::EMPTY.and(form), terms.plain.len());
            }
            terms.plain.push(plain);
        }
        for line in list!("synonyms.txt").lines() {
            let mut meanings = line.split(' ').map(|word| terms.stems.of(word).into_owned());
            let chief = meanings.next().unwrap_or_default();
            for other in meanings {
                terms.synonyms.insert(Key::EMPTY.and(&other), terms.chiefs.len());
            }
            terms.chiefs.push(chief);
        }
        for line in list!("opposites.txt").lines() {
            let Some((one, other)) = line.split_once(' ') else { continue };
            let (one, other) = (terms.number(one), terms.number(other));
            for (one, other) in [(one, other), (other, one)] {
                terms.opposites.add(Key::number(one as usize), other as usize, usize::MAX);
            }
        }
        terms
    }

    /// Counts a sentence of the corpus.
    pub(super) fn count(&mut self, source: &str, sentence: Span) {
        let mut distinct: Vec<u32> =
            self.of(source, sentence).into_iter().map(|term| term.number).collect();
        order::sort_by(&mut distinct, Ord::cmp);
        distinct.dedup();
        for number in distinct {
            if let Some(count) = self.sentences.get_mut(number as usize) {
                *count += 1;
            }
        }
        self.total += 1;
    }

    /// What a term weighs: the natural logarithm of how much rarer than everywhere it is.
    pub(super) fn weight(&self, number: u32) -> f32 {
        let count = self.sentences.get(number as usize).copied().unwrap_or(0).max(1);
        #[expect(clippy::cast_precision_loss, reason = "a weight needs no exact count")]
        let rarity = (self.total + 1) as f32 / count as f32;
        (1.0 + rarity).ln()
    }

    /// Whether two terms contradict each other.
    pub(super) fn opposites(&self, number: u32) -> Vec<u32> {
        let against = self.opposites.of(Key::number(number as usize));
        against.map(|number| u32::try_from(number).unwrap_or(u32::MAX)).collect()
    }

    /// The telling words at `span`, in order.
    pub(super) fn of(&mut self, source: &str, span: Span) -> Vec<Term> {
        let mut found = Vec::new();
        let mut before = "";
        let mut last = Span::default();
        for place in words(source, span) {
            let word = place.of(source);
            let folded = fold(word);
            let kind = kind(source, place, before, &folded);
            before = word;
            let mut place = place;
            if kind == TermKind::Negation && folded == "t" {
                // "Won't" is one word.
                place = place.cover(last);
                found.pop_if(|term: &mut Term| term.span == last);
            }
            last = place;
            let plain = kind == TermKind::Word && is_function_word(&folded);
            if !plain || matches!(folded.as_ref(), "only" | "other") {
                let number = match kind {
                    TermKind::Negation => self.number("not"),
                    _ => self.number(&folded),
                };
                found.push(Term { number, span: place, kind });
            }
        }
        found
    }

    /// The number of a folded word's term.
    fn number(&mut self, folded: &str) -> u32 {
        let plain = self.irregular.place(Key::EMPTY.and(folded));
        let plain = plain.and_then(|at| self.plain.get(at)).copied().unwrap_or(folded);
        let stem = self.stems.of(plain);
        let chief = self.synonyms.place(Key::EMPTY.and(&stem));
        let chief = chief.and_then(|at| self.chiefs.get(at)).map_or(&*stem, String::as_str);
        let new = self.sentences.len();
        let number = *self.numbers.entry(Key::EMPTY.and(chief), new);
        if number as usize == new {
            self.sentences.push(0);
        }
        number
    }
}

fn kind(source: &str, place: Span, before: &str, folded: &str) -> TermKind {
    const DENYING: &[&str] =
        &["not", "no", "never", "nothing", "nobody", "none", "neither", "nor", "cannot", "without"];
    let behind = source.get(..place.start as usize).unwrap_or_default();
    let contracted = folded == "t" && before.ends_with('n') && behind.ends_with(['\'', '’']);
    if contracted || DENYING.contains(&folded) {
        TermKind::Negation
    } else if folded.starts_with(|c: char| c.is_ascii_digit()) {
        TermKind::Number
    } else {
        TermKind::Word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(words: &str) -> Vec<u32> {
        let mut terms = Terms::new();
        terms.number("not");
        let whole = Span::new(0, words.len());
        terms.of(words, whole).into_iter().map(|term| term.number).collect()
    }

    #[test]
    fn one_term_for_all_forms_and_meanings() {
        let mut terms = Terms::new();
        for (one, other) in
            [("bought", "purchasing"), ("necessity", "needs"), ("treaties", "agreement")]
        {
            assert_eq!(terms.number(one), terms.number(other), "{one} {other}");
        }
        assert_ne!(terms.number("bridge"), terms.number("ferry"));
    }

    #[test]
    fn denials_are_one_term() {
        assert_eq!(numbers("don’t"), numbers("never"));
        assert_eq!(numbers("t"), numbers(""));
    }

    #[test]
    fn rare_terms_weigh_more() {
        let mut terms = Terms::new();
        for sentence in ["a ferry sank", "a ferry came", "a ferry left", "a crane fell"] {
            terms.count(sentence, Span::new(0, sentence.len()));
        }
        let (ferry, crane) = (terms.number("ferry"), terms.number("crane"));
        assert!(terms.weight(crane) > terms.weight(ferry));
    }

    #[test]
    fn every_line_of_opposites_has_two_words() {
        let lines = list!("opposites.txt").lines();
        assert!(lines.into_iter().all(|line| line.split(' ').count() == 2));
    }
}
