//! Terms: the telling words of a text in one form for all that a word becomes when it is told again.
//!
//! "Bought", "buying" and "purchase" are one term: irregular forms and synonyms are data files, the
//! rest is stemming, done once for each word as it is written. Each term weighs by how few sentences of
//! the corpus have it (inverse document frequency). Knows words, not quotations.

use std::sync::LazyLock;

use crate::{
    order,
    span::Span,
    text::{
        is_function_word,
        keyed::{Key, Map},
        list::list,
        token::{Hash, each_word},
        word::{Stems, fold},
    },
};

/// A telling word at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// Which term it is.
    pub(super) key: Key,
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

/// Which words of the language are one term, and which terms contradict each other.
struct Language {
    stems: Stems,
    /// The plain form of an irregular one.
    plain: Vec<&'static str>,
    irregular: Map,
    /// The stem that stands for a stem and its synonyms.
    chiefs: Vec<String>,
    synonyms: Map,
    /// Each term with one that contradicts it, in order.
    opposites: Vec<(Key, Key)>,
}

static LANGUAGE: LazyLock<Language> = LazyLock::new(Language::read);

impl Language {
    fn read() -> Self {
        let mut language = Self {
            stems: Stems::default(),
            plain: Vec::new(),
            irregular: Map::default(),
            chiefs: Vec::new(),
            synonyms: Map::default(),
            opposites: Vec::new(),
        };
        for line in list!("irregular.txt").lines() {
            let mut forms = line.split(' ');
            let plain = forms.next().unwrap_or_default();
            for form in forms {
                language.irregular.insert(Key::EMPTY.and(form), language.plain.len());
            }
            language.plain.push(plain);
        }
        for line in list!("synonyms.txt").lines() {
            let mut meanings = line.split(' ').map(|word| language.stems.of(word).into_owned());
            let chief = meanings.next().unwrap_or_default();
            for other in meanings {
                language.synonyms.insert(Key::EMPTY.and(&other), language.chiefs.len());
            }
            language.chiefs.push(chief);
        }
        for line in list!("opposites.txt").lines() {
            let Some((one, other)) = line.split_once(' ') else { continue };
            let (one, other) = (language.key(one), language.key(other));
            language.opposites.extend([(one, other), (other, one)]);
        }
        order::sort_by(&mut language.opposites, Ord::cmp);
        language
    }

    /// The term of a folded word.
    fn key(&self, folded: &str) -> Key {
        let plain = self.irregular.place(Key::EMPTY.and(folded));
        let plain = plain.and_then(|at| self.plain.get(at)).copied().unwrap_or(folded);
        let stem = self.stems.of(plain);
        let chief = self.synonyms.place(Key::EMPTY.and(&stem));
        let chief = chief.and_then(|at| self.chiefs.get(at)).map_or(&*stem, String::as_str);
        Key::EMPTY.and(chief)
    }
}

/// What a word is, whatever its case.
#[derive(Clone, Copy)]
struct Form {
    key: Key,
    kind: TermKind,
    /// Whether it tells something.
    tells: bool,
    /// Whether it may be what an apostrophe has cut off "not".
    cut: bool,
    /// The place of its term among those counted.
    counted: u32,
}

/// A term in the sentences read so far.
#[derive(Clone, Copy)]
struct Counted {
    key: Key,
    sentences: u32,
    /// The number of the last sentence that it stands in.
    last: u32,
}

/// What the words' hashes begin with.
const SEED: Hash = Hash::start(0);

/// The words of texts as they are read, each made a term when it is first met, and in how many sentences
/// the terms stand.
#[derive(Default)]
pub(crate) struct Vocabulary {
    by_word: Map,
    forms: Vec<Form>,
    by_term: Map,
    counted: Vec<Counted>,
    sentences: u32,
    /// The telling words of the sentence that is read.
    found: Vec<(Span, Form)>,
}

impl Vocabulary {
    /// Counts a sentence of the corpus.
    pub(super) fn count(&mut self, source: &str, sentence: Span) {
        self.read(source, sentence);
        self.sentences += 1;
        for (_, form) in &self.found {
            if let Some(counted) = self.counted.get_mut(form.counted as usize)
                && counted.last != self.sentences
            {
                counted.last = self.sentences;
                counted.sentences += 1;
            }
        }
    }

    /// The telling words at `span`, in order.
    pub(super) fn of(&mut self, source: &str, span: Span) -> Vec<Term> {
        self.read(source, span);
        let term =
            |(span, form): &(Span, Form)| Term { key: form.key, span: *span, kind: form.kind };
        self.found.iter().map(term).collect()
    }

    /// Finds the telling words at `span`.
    fn read(&mut self, source: &str, span: Span) {
        self.found.clear();
        let (mut before, mut last) = ("", Span::default());
        each_word(span.of(source), SEED, |hash, place| {
            let start = span.start as usize;
            let mut place = Span::new(start + place.start, start + place.end);
            let word = place.of(source);
            let mut form = self.form(hash, word);
            if form.cut && before.ends_with('n') && is_behind_apostrophe(source, place) {
                // "Won't" is one word.
                form = self.form(SEED.of(b"not"), "not");
                place = place.cover(last);
                self.found.pop_if(|(span, _)| *span == last);
            }
            (before, last) = (word, place);
            if form.tells {
                self.found.push((place, form));
            }
        });
    }

    /// What the word is that has that hash.
    fn form(&mut self, hash: Hash, word: &str) -> Form {
        let key = Key::EMPTY.mixed(hash.mixed());
        if let Some(form) = self.by_word.place(key).and_then(|at| self.forms.get(at)) {
            return *form;
        }
        let folded = fold(word);
        let kind = kind(&folded);
        let only = || matches!(folded.as_ref(), "only" | "other");
        let term = LANGUAGE.key(if kind == TermKind::Negation { "not" } else { &folded });
        let new = self.counted.len();
        let counted = *self.by_term.entry(term, new);
        if counted as usize == new {
            self.counted.push(Counted { key: term, sentences: 0, last: 0 });
        }
        let form = Form {
            key: term,
            kind,
            tells: kind != TermKind::Word || !is_function_word(&folded) || only(),
            cut: folded == "t",
            counted,
        };
        self.by_word.insert(key, self.forms.len());
        self.forms.push(form);
        form
    }
}

/// All terms of a corpus, and what each weighs.
#[derive(Debug, Default)]
pub(crate) struct Terms {
    /// In how many sentences each term stands.
    sentences: Map,
    /// How many sentences there are.
    total: u32,
}

impl Terms {
    /// The terms of all sentences, counted in whichever order.
    pub(crate) fn of(counted: &[Vocabulary]) -> Self {
        let mut terms = Self::default();
        for part in counted {
            terms.total += part.sentences;
            for term in &part.counted {
                *terms.sentences.entry(term.key, 0) += term.sentences;
            }
        }
        terms
    }

    /// What a term weighs: the natural logarithm of how much rarer than everywhere it is.
    pub(super) fn weight(&self, term: Key) -> f32 {
        let count = self.sentences.get(term).unwrap_or(0).max(1);
        #[expect(clippy::cast_precision_loss, reason = "a weight needs no exact count")]
        let rarity = (self.total + 1) as f32 / count as f32;
        (1.0 + rarity).ln()
    }
}

/// The terms that contradict a term.
pub(super) fn opposites(term: Key) -> impl Iterator<Item = Key> {
    let all = &LANGUAGE.opposites;
    let from = all.partition_point(|(one, _)| *one < term);
    all[from..].iter().take_while(move |(one, _)| *one == term).map(|(_, other)| *other)
}

fn is_behind_apostrophe(source: &str, place: Span) -> bool {
    let behind = source.get(..place.start as usize).unwrap_or_default();
    behind.ends_with(['\'', '’'])
}

fn kind(folded: &str) -> TermKind {
    const DENYING: &[&str] =
        &["not", "no", "never", "nothing", "nobody", "none", "neither", "nor", "cannot", "without"];
    if DENYING.contains(&folded) {
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

    fn keys(words: &str) -> Vec<Key> {
        let whole = Span::new(0, words.len());
        Vocabulary::default().of(words, whole).into_iter().map(|term| term.key).collect()
    }

    #[test]
    fn one_term_for_all_forms_and_meanings() {
        for (one, other) in
            [("bought", "purchasing"), ("necessity", "needs"), ("treaties", "Agreement")]
        {
            assert_eq!(keys(one), keys(other), "{one} {other}");
        }
        assert_ne!(keys("bridge"), keys("ferry"));
    }

    #[test]
    fn denials_are_one_term() {
        assert_eq!(keys("don’t"), keys("never"));
        assert_eq!(keys("t"), keys(""));
    }

    #[test]
    fn rare_terms_weigh_more_whoever_counts() {
        let sentences = ["a ferry sank", "a ferry came", "a ferry left", "a crane fell"];
        let weights = |parts: usize| {
            let mut counts: Vec<Vocabulary> = (0..parts).map(|_| Vocabulary::default()).collect();
            for (at, sentence) in sentences.iter().enumerate() {
                counts[at % parts].count(sentence, Span::new(0, sentence.len()));
            }
            let terms = Terms::of(&counts);
            ["ferry", "crane"].map(|word| terms.weight(keys(word)[0]))
        };
        let [ferry, crane] = weights(1);
        assert!(crane > ferry);
        assert_eq!(weights(3), [ferry, crane]);
    }

    #[test]
    fn opposites_contradict_each_other() {
        for line in list!("opposites.txt").lines() {
            let words: Vec<_> = line.split(' ').map(|word| keys(word)[0]).collect();
            let [one, other] = words[..] else { panic!("two words: {line}") };
            assert!(opposites(one).any(|it| it == other) && opposites(other).any(|it| it == one));
        }
        assert_eq!(opposites(keys("bridge")[0]).count(), 0);
    }
}
