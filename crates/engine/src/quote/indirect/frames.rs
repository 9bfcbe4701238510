//! What each verb takes when it reports without marks: a clause, a question, an infinitive, and
//! whether the one who is told comes first.
//!
//! The list is the data file `frames.txt`. Knows words only, not sentences.

use std::sync::LazyLock;

use crate::text::{list::list, table::Table};

/// A set of frames.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Frames(u16);

impl Frames {
    /// "Say it rains": what follows is a clause, without more evidence.
    pub(super) const SAY: Self = Self(1);
    /// "Note it rains", where what follows shows that it is a clause.
    pub(super) const CLAUSE: Self = Self(1 << 1);
    /// "Show that it rains", with its "that" only.
    pub(super) const THAT: Self = Self(1 << 2);
    /// "Ask whether it rains".
    pub(super) const WHETHER: Self = Self(1 << 3);
    /// "Vow to go".
    pub(super) const TO: Self = Self(1 << 4);
    /// "Tell them it rains".
    pub(super) const PERSON: Self = Self(1 << 5);
    /// "Urge them to go".
    pub(super) const PERSON_TO: Self = Self(1 << 6);
    /// "Show", "suggest": what events do too.
    pub(super) const SHOWING: Self = Self(1 << 7);

    /// "Praise it": what is said of it is in the verb.
    pub(super) const OBJECT: Self = Self(1 << 8);

    /// Both together.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it is any of `others`.
    pub(super) const fn is(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}

/// A verb that reports without marks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Listed {
    /// The dictionary form, with the particle.
    pub(super) lemma: &'static str,
    /// What it takes.
    pub(super) frames: Frames,
    /// Its number in the order of the file, from [`FIRST`].
    pub(super) number: u16,
}

/// The number of the first verb; smaller ones are other words that report.
const FIRST: u16 = 4;

/// The verb of a dictionary form, with its particle if it has one.
pub(super) fn look_up(lemma: &str) -> Option<Listed> {
    let (verbs, lemmas) = &*VERBS;
    let known = verbs.look_up(lemma);
    let number = (known >> NUMBER) as u16;
    let lemma = lemmas.get(usize::from(number.checked_sub(FIRST)?))?;
    Some(Listed { lemma, frames: Frames(known as u16), number })
}

/// From which bit on a verb's number stands, behind its frames.
const NUMBER: u32 = 16;

/// The frames and numbers of all verbs, and the verbs by number.
static VERBS: LazyLock<(Table, Vec<&str>)> = LazyLock::new(|| {
    let (mut verbs, mut lemmas) = (Table::with_room(512), Vec::new());
    let lines = list!("frames.txt").lines().filter_map(|line| line.split_once(':'));
    for (frame, lemma) in lines
        .flat_map(|(frame, verbs)| verbs.split(',').map(move |verb| (named(frame), verb.trim())))
    {
        let known = verbs.entry(lemma);
        if *known == 0 {
            *known = (lemmas.len() as u64 + u64::from(FIRST)) << NUMBER;
            lemmas.push(lemma);
        }
        *known |= u64::from(frame.0);
    }
    (verbs, lemmas)
});

fn named(frame: &str) -> Frames {
    match frame {
        "say" => Frames::SAY,
        "clause" => Frames::CLAUSE,
        "that" => Frames::THAT,
        "whether" => Frames::WHETHER,
        "to" => Frames::TO,
        "person" => Frames::PERSON,
        "person to" => Frames::PERSON_TO,
        "showing" => Frames::SHOWING,
        "object" => Frames::OBJECT,
        _ => Frames::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::lexicon::{self, Class};

    #[test]
    fn every_frame_of_the_file_is_known() {
        for line in list!("frames.txt").lines() {
            let (frame, _) = line.split_once(':').unwrap();
            assert_ne!(named(frame), Frames::default(), "{frame}");
        }
    }

    #[test]
    fn every_verb_of_the_file_has_forms() {
        let reports = Class::REPORT.and(Class::WEAK_REPORT).and(Class::SILENT_REPORT);
        for verb in &VERBS.1 {
            let first = verb.split(' ').next().unwrap();
            assert!(lexicon::look_up(first).class.is(reports), "{verb}");
        }
    }

    #[test]
    fn a_verb_may_have_several_frames() {
        let ask = look_up("ask").unwrap().frames;
        assert!(ask.is(Frames::WHETHER) && ask.is(Frames::PERSON_TO) && !ask.is(Frames::SAY));
        assert!(look_up("rain").is_none());
    }
}
