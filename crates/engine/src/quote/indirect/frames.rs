//! What each verb takes when it reports without marks: a clause, a question, an infinitive, and
//! whether the one who is told comes first.
//!
//! The list is the data file `frames.txt`. Knows words only, not sentences.

use std::sync::LazyLock;

use crate::{person::lexicon::listed, text::table::Table};

/// A set of frames.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Frames(u8);

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

    /// Both together.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it is any of `others`.
    pub(super) const fn is(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// The frames of a verb by its dictionary form, with its particle if it has one.
    pub(super) fn of(lemma: &str) -> Self {
        Self(FRAMES.look_up(lemma) as u8)
    }
}

static FRAMES: LazyLock<Table> = LazyLock::new(|| {
    let mut frames = Table::with_room(256);
    let lines = listed(include_str!("frames.txt")).filter_map(|line| line.split_once(':'));
    for (frame, verb) in lines
        .flat_map(|(frame, verbs)| verbs.split(',').map(move |verb| (named(frame), verb.trim())))
    {
        *frames.entry(verb) |= u64::from(frame.0);
    }
    frames
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
        _ => Frames::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::lexicon::{Class, look_up};

    #[test]
    fn every_frame_of_the_file_is_known() {
        for line in listed(include_str!("frames.txt")) {
            let (frame, _) = line.split_once(':').unwrap();
            assert_ne!(named(frame), Frames::default(), "{frame}");
        }
    }

    #[test]
    fn every_verb_of_the_file_has_forms() {
        let reports = Class::REPORT.and(Class::WEAK_REPORT).and(Class::SILENT_REPORT);
        let lines = listed(include_str!("frames.txt")).filter_map(|line| line.split_once(':'));
        for verb in lines.flat_map(|(_, verbs)| verbs.split(',')).map(str::trim) {
            let first = verb.split(' ').next().unwrap();
            assert!(look_up(first).class.is(reports), "{verb}");
        }
    }

    #[test]
    fn a_verb_may_have_several_frames() {
        assert!(Frames::of("ask").is(Frames::WHETHER) && Frames::of("ask").is(Frames::PERSON_TO));
        assert!(!Frames::of("ask").is(Frames::SAY) && !Frames::of("rain").is(Frames::SAY));
    }
}
