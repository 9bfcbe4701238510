//! Word classes and reporting verbs: the language that the rules of `person` and `quote` speak.
//!
//! The lists are data files beside this one; each word is looked up once, when a text is cut into
//! tokens. Knows no names of people but common given names.

pub(crate) mod words;

use std::{borrow::Cow, sync::LazyLock};

use crate::text::{
    list::{self, list, shortened},
    table::Table,
};
use words::Word;

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Class {
            $($(#[$doc])* pub(crate) const $name: Self = Self(1 << $bit);)*
        }
    };
}

classes! {
    /// He, she, they, I, we, it, who.
    PRONOUN = 0;
    /// The, a, his, some, two.
    DETERMINER = 1;
    /// Words that hold a sentence together; no name begins with one.
    FUNCTION = 2;
    /// Of, in, on.
    PREPOSITION = 3;
    /// Has, was, will.
    AUXILIARY = 4;
    /// Also, later, on what day.
    ADVERB = 5;
    /// Monday.
    WEEKDAY = 6;
    /// January, Jan.
    MONTH = 7;
    /// Mr, Dr.
    HONORIFIC = 8;
    /// De, van, bin.
    PARTICLE = 9;
    /// President, spokesman, analyst.
    ROLE = 10;
    /// Officials, analysts, states.
    GROUP = 11;
    /// Council, party, times.
    ORGANIZATION = 12;
    /// Russian, British.
    DEMONYM = 13;
    /// Countries and continents.
    COUNTRY = 14;
    /// Large cities.
    CITY = 15;
    /// Given names.
    GIVEN = 16;
    /// Any form of a reporting verb.
    REPORT = 17;
    /// Any form of a verb that reports beside a quotation only.
    WEAK_REPORT = 18;
    /// The -ing form of either.
    PARTICIPLE = 19;
    /// Titles, roles and given names of women.
    FEMALE = 20;
    /// Titles, roles and given names of men.
    MALE = 21;
    /// States and provinces.
    REGION = 22;
    /// Any form of a verb that reports without marks only.
    SILENT_REPORT = 23;
    /// A form of a reporting verb that is a noun's too: "claims", "state".
    NOUN_FORM = 24;
}

impl Class {
    /// No class.
    pub(crate) const NONE: Self = Self(0);

    /// Both together.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// It without any of `others`.
    pub(crate) const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    /// Those of it that are among `others`.
    pub(crate) const fn only(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    /// Whether it is in any of `others`.
    pub(crate) const fn is(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}

/// What the lists say of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Entry {
    /// Its classes.
    pub(crate) class: Class,
    /// The dictionary form, if it is a reporting verb.
    pub(crate) lemma: Lemma,
    /// The word itself, if rules ask for it by name.
    pub(crate) word: Word,
}

/// The dictionary form of a reporting verb, by its number; 0 is that of any other word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lemma(u16);

impl Lemma {
    /// That of a word that is no reporting verb.
    pub(crate) const NONE: Self = Self(0);

    /// "According to", which reports without being a verb.
    pub(crate) const ACCORDING_TO: Self = Self(1);

    /// Its number among all.
    pub(crate) fn number(self) -> usize {
        usize::from(self.0)
    }

    /// All of them, in the order of their numbers.
    pub(crate) fn all() -> &'static [&'static str] {
        &LEXICON.lemmas
    }

    /// Whether its plain form is a noun too.
    pub(crate) fn is_noun(self) -> bool {
        NOUNS.contains(&self.word())
    }

    /// The form; empty where the word is no reporting verb.
    pub(crate) fn word(self) -> &'static str {
        LEXICON.lemmas.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

/// Looks `word` up, whatever its case.
pub(crate) fn look_up(word: &str) -> Entry {
    Entry::of(LEXICON.words.look_up(word))
}

/// Looks the word of a key up (see `text::table`).
#[inline]
pub(crate) fn look_up_key(key: u64) -> Entry {
    Entry::of(LEXICON.words.number(key))
}

impl Entry {
    /// What a number of the table says.
    fn of(number: u64) -> Self {
        Self {
            class: Class(number as u32),
            lemma: Lemma((number >> LEMMA) as u16),
            word: Word::numbered((number >> WORD) as u16),
        }
    }
}

/// From which bits of a number on a word's dictionary form stands, and the number of the word.
const LEMMA: u32 = 32;
const WORD: u32 = 48;

/// The word that belongs to the verb `lemma`, if the next word is it: "point" and "out".
pub(crate) fn takes(lemma: Lemma, next: Word) -> bool {
    LEXICON.particles.contains(&(lemma, next))
}

/// Reporting verbs whose plain forms are nouns too.
const NOUNS: &[&str] = &[
    "accuse", "answer", "call", "caution", "charge", "claim", "comment", "cry", "estimate",
    "label", "note", "offer", "pledge", "post", "praise", "promise", "protest", "question",
    "quote", "read", "remark", "reply", "report", "request", "show", "state", "tweet", "vow",
];

/// Lists, each in lower case.
const CLASSES: &str = list!("classes.txt");

/// Given names, of which each begins as the one before does.
const GIVEN: &[u8] = shortened!("given.txt");

/// What all lists say.
struct Lexicon {
    /// A word's classes, above them the number of its dictionary form, above that its own.
    words: Table,
    /// The dictionary forms of verbs; the first is none, the second is no verb.
    lemmas: Vec<&'static str>,
    /// Verbs, each with a particle that belongs to it.
    particles: Vec<(Lemma, Word)>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut all = Lexicon {
        words: Table::with_room(8192),
        lemmas: vec!["", "according to"],
        particles: Vec::new(),
    };
    let given = list::expanded(GIVEN);
    let lines = CLASSES.lines().chain(given.lines());
    for (class, list) in lines.filter_map(|line| line.split_once(':')) {
        for word in list.split_whitespace() {
            all.add(word, named(class), "");
            if class == "demonym" && word.ends_with('n') {
                all.add(&format!("{word}s"), Class::GROUP, "");
            }
        }
    }
    all.verbs(list!("silent_verbs.txt"), Class::SILENT_REPORT);
    all.verbs(list!("weak_verbs.txt"), Class::WEAK_REPORT);
    all.verbs(list!("verbs.txt"), Class::REPORT);
    for (word, number) in words::all().zip(1_u64..) {
        *all.words.entry(word) |= number << WORD;
    }
    let particles = list!("particles.txt").lines().filter_map(|line| line.split_once(' '));
    for (verb, particle) in particles {
        // A verb of several lists has several numbers.
        let known = all.lemmas.iter().zip(0..).filter(|(lemma, _)| **lemma == verb);
        let particle = Entry::of(all.words.look_up(particle)).word;
        all.particles.extend(known.map(|(_, number)| (Lemma(number), particle)));
    }
    all
});

impl Lexicon {
    fn add(&mut self, word: &str, class: Class, lemma: &'static str) {
        let entry = self.words.entry(word);
        *entry |= u64::from(class.0);
        if !lemma.is_empty() {
            if self.lemmas.last() != Some(&lemma) {
                self.lemmas.push(lemma);
            }
            *entry = *entry & u64::from(u32::MAX) | (self.lemmas.len() as u64 - 1) << LEMMA;
        }
    }

    fn verbs(&mut self, list: &'static str, class: Class) {
        for line in list.lines() {
            let mut forms = line.split_whitespace();
            let Some(lemma) = forms.next() else { continue };
            let given: Vec<Cow<'static, str>> = forms.map(Cow::Borrowed).collect();
            let forms = if given.is_empty() { regular(lemma) } else { given };
            let last = forms.len().saturating_sub(1);
            let noun = if NOUNS.contains(&lemma) { Class::NOUN_FORM } else { Class::default() };
            self.add(lemma, class.and(noun), lemma);
            for (at, form) in forms.into_iter().enumerate() {
                let participle = if at == last { Class::PARTICIPLE } else { Class::default() };
                let noun = if form.ends_with('s') { noun } else { Class::default() };
                self.add(&form, class.and(participle).and(noun), lemma);
            }
        }
    }
}

/// Third person, past and -ing form of a regular verb.
fn regular(lemma: &str) -> Vec<Cow<'static, str>> {
    let third = if lemma.ends_with(['s', 'h', 'x', 'z']) { "es" } else { "s" };
    let stem = lemma.strip_suffix('e').unwrap_or(lemma);
    let forms = [format!("{lemma}{third}"), format!("{stem}ed"), format!("{stem}ing")];
    forms.into_iter().map(Cow::Owned).collect()
}

fn named(class: &str) -> Class {
    match class {
        "pronoun" => Class::PRONOUN,
        "determiner" => Class::DETERMINER,
        "function" => Class::FUNCTION,
        "preposition" => Class::PREPOSITION,
        "auxiliary" => Class::AUXILIARY,
        "adverb" => Class::ADVERB,
        "weekday" => Class::WEEKDAY,
        "month" => Class::MONTH,
        "honorific" => Class::HONORIFIC,
        "particle" => Class::PARTICLE,
        "role" => Class::ROLE,
        "group" => Class::GROUP,
        "organization" => Class::ORGANIZATION,
        "demonym" => Class::DEMONYM,
        "country" => Class::COUNTRY,
        "city" => Class::CITY,
        "given" => Class::GIVEN,
        "woman" => Class::GIVEN.and(Class::FEMALE),
        "man" => Class::GIVEN.and(Class::MALE),
        "region" => Class::REGION,
        "female" => Class::FEMALE,
        "male" => Class::MALE,
        _ => Class::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, class: Class, lemma: &str) {
        let entry = look_up(word);
        assert!(entry.class.is(class), "{word}");
        assert_eq!(entry.lemma.word(), lemma, "{word}");
    }

    #[test]
    fn knows_the_forms_of_reporting_verbs() {
        check("said", Class::REPORT, "say");
        check("SAYING", Class::PARTICIPLE, "say");
        check("noted", Class::REPORT, "note");
        check("stresses", Class::REPORT, "stress");
        check("denied", Class::REPORT, "deny");
        check("pointed", Class::WEAK_REPORT, "point");
        assert!(takes(look_up("pointed").lemma, Word::of("out")));
    }

    #[test]
    fn knows_classes_whatever_the_case() {
        check("The", Class::DETERMINER, "");
        check("MINISTER", Class::ROLE, "");
        check("José", Class::GIVEN, "");
    }

    #[test]
    fn every_class_of_the_file_is_known() {
        let given = list::expanded(GIVEN);
        for line in CLASSES.lines().chain(given.lines()) {
            let (class, _) = line.split_once(':').unwrap();
            assert_ne!(named(class), Class::default(), "{class}");
        }
    }
}
