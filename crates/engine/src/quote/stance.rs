//! Stance: what a reporting verb lets the reporter's words do with what is said.
//!
//! "Said" takes no side, "admitted" takes the words for true, "claimed" keeps them at arm's length.
//! The classes follow the grammar of reporting verbs (Thompson and Ye 1991, Caldas-Coulthard 1994;
//! factives after Hooper 1975). A data file lists the verbs. Knows single verbs, no sentences.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::{person::lexicon::Lemma, text::list::list};

/// What a reporting verb does with what is said.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Stance {
    /// Takes no side ("said").
    #[default]
    Neutral,
    /// Takes the words for true ("confirmed", "admitted").
    Committing,
    /// Keeps the words at arm's length ("claimed").
    Distancing,
    /// The speaker rejects something ("denied").
    Denying,
    /// The speaker thinks it may be so ("suggested").
    Tentative,
    /// The speaker asks.
    Asking,
    /// The speaker wants something done ("urged").
    Urging,
    /// The speaker warns or threatens.
    Warning,
    /// The speaker binds themselves ("vowed").
    Promising,
    /// The speaker praises or thanks.
    Praising,
    /// The speaker blames ("condemned").
    Criticizing,
    /// Tells how it sounded or looked ("shouted").
    Voicing,
}

impl Stance {
    /// All stances, in the order they are listed in.
    pub const ALL: [Self; 12] = [
        Self::Neutral,
        Self::Committing,
        Self::Distancing,
        Self::Denying,
        Self::Tentative,
        Self::Asking,
        Self::Urging,
        Self::Warning,
        Self::Promising,
        Self::Praising,
        Self::Criticizing,
        Self::Voicing,
    ];

    /// The stance's name, in lower case, as files spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Committing => "committing",
            Self::Distancing => "distancing",
            Self::Denying => "denying",
            Self::Tentative => "tentative",
            Self::Asking => "asking",
            Self::Urging => "urging",
            Self::Warning => "warning",
            Self::Promising => "promising",
            Self::Praising => "praising",
            Self::Criticizing => "criticizing",
            Self::Voicing => "voicing",
        }
    }

    /// The stance of the verb with the dictionary form `lemma`, perhaps with a particle ("point
    /// out"); neutral if it is not listed.
    #[must_use]
    pub fn of(lemma: &str) -> Self {
        let verb = lemma.split(' ').next().unwrap_or_default();
        look_up(verb).map_or(Self::Neutral, |verb| verb.stance)
    }
}

/// A listed verb.
#[derive(Clone, Copy, Debug)]
struct Verb {
    lemma: &'static str,
    stance: Stance,
    number: u16,
}

/// The verbs by the alphabet.
static VERBS: LazyLock<Vec<Verb>> = LazyLock::new(|| {
    let mut verbs = Vec::new();
    for line in list!("stances.txt").lines() {
        let Some((name, list)) = line.split_once(':') else { continue };
        let stance = Stance::ALL.into_iter().find(|stance| stance.name() == name);
        let numbers = u16::try_from(verbs.len()).unwrap_or(u16::MAX)..;
        verbs.extend(list.split_whitespace().zip(numbers).map(|(lemma, number)| Verb {
            lemma,
            stance: stance.unwrap_or_default(),
            number,
        }));
    }
    crate::order::sort_by(&mut verbs, |one, other| one.lemma.cmp(other.lemma));
    verbs
});

fn look_up(lemma: &str) -> Option<&'static Verb> {
    VERBS.binary_search_by_key(&lemma, |verb| verb.lemma).ok().and_then(|at| VERBS.get(at))
}

/// The verb's number, in the order of the list, from 1; the same as long as verbs are added at its
/// end. 0 if it is not listed.
pub(crate) fn number(lemma: Lemma) -> usize {
    NUMBERS.get(lemma.number()).copied().map_or(0, usize::from)
}

/// The number of each dictionary form of the lexicon.
static NUMBERS: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let number = |lemma: &&str| look_up(lemma).map_or(0, |verb| verb.number + 1);
    Lemma::all().iter().map(number).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_have_their_stance() {
        for (lemma, stance) in [
            ("say", Stance::Neutral),
            ("claim", Stance::Distancing),
            ("deny", Stance::Denying),
            ("point out", Stance::Committing),
            ("vow", Stance::Promising),
            ("unheard-of", Stance::Neutral),
        ] {
            assert_eq!(Stance::of(lemma), stance, "{lemma}");
        }
    }

    #[test]
    fn every_reporting_verb_is_listed_once() {
        let lists = [
            include_str!("../person/lexicon/verbs.txt"),
            include_str!("../person/lexicon/weak_verbs.txt"),
        ];
        let lines = lists.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#'));
        let missing: Vec<_> = lines
            .filter_map(|line| line.split_whitespace().next())
            .filter(|lemma| look_up(lemma).is_none())
            .collect();
        assert_eq!(missing, [""; 0]);
        assert!(VERBS.windows(2).all(|pair| pair[0].lemma != pair[1].lemma));
        assert!(Stance::ALL.iter().all(|stance| VERBS.iter().any(|verb| verb.stance == *stance)));
    }
}
