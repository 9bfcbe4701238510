//! Little English words: those too common to say what a passage is about, those that sentences begin
//! with, and abbreviations.
//!
//! Lists of the language, not of any corpus. The fragments that an apostrophe leaves ("t", "ve") are
//! among the common words. Does not know what sentences are.

use std::sync::LazyLock;

use super::table::Table;

/// What a little word is, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Little(u64);

impl Little {
    /// A word that only holds a sentence together.
    const FUNCTION: Self = Self(1);
    /// An abbreviation that a name, a number or a word follows: a full stop after it ends nothing.
    pub(super) const ABBREVIATION: Self = Self(1 << 1);
    /// Of these, a word too: it abbreviates before a number only.
    pub(super) const BEFORE_NUMBERS: Self = Self(1 << 2);
    /// An abbreviation that may also be a sentence's last word.
    pub(super) const ENDING: Self = Self(1 << 3);
    /// A word that a sentence often begins with and a name never does.
    pub(super) const STARTER: Self = Self(1 << 4);

    /// What is listed of `word`, whatever its case.
    pub(super) fn of(word: &str) -> Self {
        Self(LISTED.look_up(word))
    }

    /// Whether it is of the kind.
    pub(super) fn is(self, kind: Self) -> bool {
        self.0 & kind.0 != 0
    }
}

/// The words of each kind.
const LISTS: [(Little, &str); 5] = [
    (
        Little::FUNCTION,
        "a about above across after again against all along also although am amid among an and any \
     are around as at be because been before being below between both but by can could d despite \
     did do does doing don down during each even few for from further had has have having he her \
     here hers him himself his how however i if in into is it its itself just ll m may me might \
     more most must my myself no nor not now of off on once one only onto or other ought our ours \
     ourselves out over own per re s same shall she should since so some such t than that the \
     their theirs them themselves then there these they this those though through to too toward \
     towards under unless until up upon ve very via was we were what when where whether which \
     while who whom whose why will with within without would yet you your yours yourself",
    ),
    (
        Little::ABBREVIATION,
        "adm ala apr ariz ark atty aug brig calif capt cf cmdr col colo conn cpl dec del dr e.g feb \
     fig fla ft ga gen gov hon i.e ill jan jul jun kan ky lt maj mar md messrs mich minn mo mont \
     mr mrs ms mt neb nev no nos nov oct okla ont ore pa pfc pres prof que rep reps rev sec sen \
     sens sep sept sgt st supt tenn tex v va viz vs vt wis wyo",
    ),
    (Little::BEFORE_NUMBERS, "no nos mar fig dec sec"),
    (Little::ENDING, "a.m bros co corp d.c e.u etc inc jr ltd p.m ph.d sr u.k u.n u.s u.s.a"),
    (
        Little::STARTER,
        "a after although an and as at but for he her his how however i if in it its my no of on our \
     she since so some that the their there these they this those though to under we what when \
     while who why with yet you",
    ),
];

static LISTED: LazyLock<Table> = LazyLock::new(|| {
    let mut words = Table::with_room(512);
    for (kind, list) in LISTS {
        list.split(' ').for_each(|word| *words.entry(word) |= kind.0);
    }
    words
});

/// Whether `word` only holds a sentence together.
#[must_use]
pub fn is_function_word(word: &str) -> bool {
    Little::of(word).is(Little::FUNCTION)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_function_words_from_others() {
        assert!(is_function_word("the") && is_function_word("ve"));
        assert!(!is_function_word("summit") && !is_function_word("mr"));
        assert!(Little::of("Mr").is(Little::ABBREVIATION));
    }
}
