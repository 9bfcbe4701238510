//! What the lists say: which names are known, and what the head words of names stand for.
//!
//! The lists are data files beside this one. Knows words, not where they stand.

use std::sync::LazyLock;

use super::run::shout_down;
use crate::text::{
    keyed::{Key, Map},
    list::list,
    lower,
    table::Table as Words,
};

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// A body of people.
    Body,
    /// A place.
    Place,
}

/// A name that is on a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) kind: Kind,
    /// Its usual form.
    pub(crate) name: &'static str,
}

/// What a word does in names, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark(u16);

impl Mark {
    /// The last word of a body's name.
    pub(super) const BODY: Self = Self(1);
    /// The last word of a place's name.
    pub(super) const SITE: Self = Self(2);
    /// The last word of what is neither.
    pub(super) const MATTER: Self = Self(4);
    /// The first word of a place's name.
    pub(super) const FRONT: Self = Self(8);
    /// North, eastern.
    pub(super) const POINT: Self = Self(16);
    /// What a body has.
    pub(super) const OWNED: Self = Self(32);
    /// What a place has.
    pub(super) const SITED: Self = Self(64);
    /// Capitals that name no body.
    pub(super) const PLAIN: Self = Self(128);
    /// No part of a name that it stands before.
    pub(super) const LOOSE: Self = Self(256);
    /// What a department is for.
    pub(super) const TOPIC: Self = Self(512);
    /// The last word of any name.
    pub(super) const HEAD: Self = Self(1 | 2 | 4);

    /// Both together.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it is any of `others`.
    pub(super) const fn is(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    fn named(kind: &str) -> Self {
        match kind {
            "body" => Self::BODY,
            "site" => Self::SITE,
            "matter" => Self::MATTER,
            "front" => Self::FRONT,
            "point" => Self::POINT,
            "owned" => Self::OWNED,
            "sited" => Self::SITED,
            "plain" => Self::PLAIN,
            "loose" => Self::LOOSE,
            "topic" => Self::TOPIC,
            _ => Self::default(),
        }
    }
}

/// What `word` does in names, whatever its case.
pub(super) fn mark(word: &str) -> Mark {
    Mark(MARKS.look_up(word) as u16)
}

/// The name that is exactly `words`.
pub(super) fn known(words: &str) -> Option<Known> {
    TABLE.known.get(TABLE.by_name.place(Key::EMPTY.and(words))?).copied()
}

/// The name that is `words`, which may be shouted.
pub(super) fn known_shouted(words: &str) -> Option<Known> {
    known(words).or_else(|| known(&shout_down(words)))
}

/// The most words that a known name has which begins with `first`, whatever its case.
pub(super) fn longest(first: &str) -> usize {
    TABLE.longest.look_up(first) as usize
}

/// The head words by which `name`, in its usual form, may be called for short: small letters.
pub(super) fn heads_of(name: &str) -> &'static [String] {
    let at = TABLE.by_usual.place(Key::EMPTY.and(name));
    at.and_then(|at| TABLE.heads.get(at)).map_or(&[], Vec::as_slice)
}

/// The word that says what a body is: the last one before "of", "for" or "on".
pub(super) fn head_of(words: &str) -> &str {
    let end = [" of ", " for ", " on "].iter().filter_map(|link| words.find(link)).min();
    words
        .get(..end.unwrap_or(words.len()))
        .and_then(|head| head.rsplit(' ').next())
        .unwrap_or_default()
}

struct Table {
    known: Vec<Known>,
    by_name: Map,
    longest: Words,
    heads: Vec<Vec<String>>,
    by_usual: Map,
}

impl Table {
    fn add(&mut self, list: &'static str, kind: Kind) {
        for line in list.lines() {
            let (name, others) = line.split_once('=').unwrap_or((line, ""));
            // "Calif.=California" gives a short form of a name that is listed elsewhere.
            let short = name.ends_with('.');
            let usual = if short { others } else { name };
            for form in std::iter::once(name).chain(others.split('|')).filter(|it| !it.is_empty()) {
                let new = self.known.len();
                if *self.by_name.entry(Key::EMPTY.and(form), new) as usize == new {
                    self.known.push(Known { kind, name: usual });
                }
                let first = form.split(' ').next().unwrap_or_default();
                let longest = self.longest.entry(&lower(first));
                *longest = (form.split(' ').count() as u64).max(*longest);
                if kind == Kind::Body && form.contains(' ') {
                    let head = head_of(form).to_ascii_lowercase();
                    let at = *self.by_usual.entry(Key::EMPTY.and(usual), self.heads.len()) as usize;
                    match self.heads.get_mut(at) {
                        Some(heads) => heads.push(head),
                        None => self.heads.push(vec![head]),
                    }
                }
            }
        }
    }
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        known: Vec::new(),
        by_name: Map::default(),
        longest: Words::with_room(1024),
        heads: Vec::new(),
        by_usual: Map::default(),
    };
    table.add(list!("places.txt"), Kind::Place);
    table.add(list!("bodies.txt"), Kind::Body);
    table
});

static MARKS: LazyLock<Words> = LazyLock::new(|| {
    let mut marks = Words::with_room(1024);
    for (kind, words) in list!("heads.txt").lines().filter_map(|line| line.split_once(':')) {
        for word in words.split_whitespace() {
            *marks.entry(word) |= u64::from(Mark::named(kind).0);
        }
    }
    marks
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_the_list_is_known() {
        for (kind, _) in list!("heads.txt").lines().filter_map(|line| line.split_once(':')) {
            assert_ne!(Mark::named(kind), Mark::default(), "{kind}");
        }
    }

    #[test]
    fn knows_the_forms_of_a_name() {
        let cases = [
            ("U.S.", Some((Kind::Place, "United States"))),
            ("Calif.", Some((Kind::Place, "California"))),
            ("OSCE", Some((Kind::Body, "Organisation for Security and Cooperation in Europe"))),
            ("Who", None),
        ];
        for (words, expected) in cases {
            assert_eq!(known(words).map(|it| (it.kind, it.name)), expected, "{words}");
        }
        assert_eq!(known_shouted("NEW YORK").map(|it| it.name), Some("New York"));
    }

    #[test]
    fn a_body_has_heads() {
        assert!(heads_of("NATO").iter().any(|head| head == "alliance"));
        assert_eq!(head_of("Ministry of Defence"), "Ministry");
        assert_eq!(head_of("Justice Department"), "Department");
    }
}
