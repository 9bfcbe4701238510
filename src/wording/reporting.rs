//! Words for how a text reports what was said: how near to the speaker's own words, and what the verb commits to.

use parallax_engine::{compare::Rung, quote::Stance};

/// How near words are to the speaker's own, in a word or two.
#[must_use]
pub fn rung_label(rung: Rung) -> &'static str {
    match rung {
        Rung::Direct => "Direct",
        Rung::Mixed => "Partial",
        Rung::Indirect => "Reported",
        Rung::Unsourced => "Without a source",
    }
}

/// What that means, in a phrase.
#[must_use]
pub fn rung_meaning(rung: Rung) -> &'static str {
    match rung {
        Rung::Direct => "Whole clauses in quotation marks.",
        Rung::Mixed => "A few quoted words inside the reporter’s own sentence.",
        Rung::Indirect => "The reporter’s words for what was said.",
        Rung::Unsourced => "Much the same words, with nobody named who said them.",
    }
}

/// What a reporting verb does with what is said, as in "said: takes no side".
#[must_use]
pub fn stance_meaning(stance: Stance) -> &'static str {
    match stance {
        Stance::Neutral => "takes no side",
        Stance::Committing => "takes the words for true",
        Stance::Distancing => "keeps the words at arm’s length",
        Stance::Denying => "tells that the speaker rejects something",
        Stance::Tentative => "tells that the speaker thinks it may be so",
        Stance::Asking => "tells that the speaker asks",
        Stance::Urging => "tells that the speaker wants something done",
        Stance::Warning => "tells that the speaker warns",
        Stance::Promising => "tells that the speaker promises",
        Stance::Praising => "tells that the speaker praises or thanks",
        Stance::Criticizing => "tells that the speaker blames",
        Stance::Voicing => "tells how it sounded",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_stance_has_a_meaning_of_its_own() {
        let meanings: HashSet<_> = Stance::ALL.into_iter().map(stance_meaning).collect();
        assert_eq!(meanings.len(), Stance::ALL.len());
    }
}
