//! The features of a candidate; the first value of each template is nobody's.

use super::{
    CANDIDATE_TEMPLATES, CandidateRow, Facts, RULES, VERBS, bucket,
    mention::{mention, nature, verb_of},
    words::{WORD_CLASSES, word_class},
};
use crate::{
    person::lexicon::{Class, words::words},
    quote::{attribute::Proposal, candidates::Mentioned, scene::Scene, stance},
};

/// The sizes of the candidates' templates; the first value of each is nobody's.
const CANDIDATE_SIZES: [u16; CANDIDATE_TEMPLATES] = [
    8,
    9,
    20,
    16,
    3,
    WORD_CLASSES + 1,
    WORD_CLASSES + 1,
    VERBS + 2,
    11,
    17,
    6,
    RULES + 1,
    RULES + 1,
    4,
    10,
    5,
    6,
    9,
    5,
    4,
    4,
    4,
    3,
    4,
    5,
    5,
    6,
    3,
    9,
    4,
    WORD_CLASSES + 1,
    WORD_CLASSES + 1,
    3,
];

/// The first number of each template.
const BASES: CandidateRow = {
    let mut bases = [0; CANDIDATE_TEMPLATES];
    let mut at = 1;
    while at < CANDIDATE_TEMPLATES {
        bases[at] = bases[at - 1] + CANDIDATE_SIZES[at - 1];
        at += 1;
    }
    bases
};

/// The features of nobody: the first value of each template.
pub(crate) const NOBODY: CandidateRow = BASES;

/// The row with the values of the templates from `FROM` on: somebody's begin with the value 1.
#[inline(always)]
fn with<const FROM: usize, const N: usize>(
    mut row: CandidateRow,
    values: [usize; N],
) -> CandidateRow {
    for (at, value) in values.into_iter().enumerate() {
        let most = CANDIDATE_SIZES[FROM + at] - 1;
        row[FROM + at] = BASES[FROM + at] + (value + 1).min(usize::from(most)) as u16;
    }
    row
}

/// A candidate with what its features are read from.
struct Somebody<'c> {
    who: &'c Mentioned<'c>,
    scene: &'c Scene<'c>,
    proposal: Option<&'c Proposal>,
    person: u64,
}

impl Facts<'_, '_, '_> {
    /// The features of somebody.
    pub(crate) fn candidate(
        &self,
        who: &Mentioned<'_>,
        proposal: Option<&Proposal>,
        person: u64,
    ) -> CandidateRow {
        let Some(scene) = self.stage.scenes.get(who.scene) else { return NOBODY };
        let one = Somebody { who, scene, proposal, person };
        let row = with::<0, 7>(NOBODY, self.whereabouts(&one));
        let row = with::<7, 4>(row, self.verb(&one));
        let row = with::<11, 7>(row, self.rules(&one));
        let row = with::<18, 7>(row, self.what_is_between(&one));
        with::<25, 8>(row, self.shape(&one))
    }

    /// Where the mention stands, and how it names.
    fn whereabouts(&self, one: &Somebody<'_>) -> [usize; 7] {
        let (scene, chunk) = (one.scene, one.who.chunk);
        [
            self.place_of(one.who) - 1,
            self.rank(one.who) - 1,
            self.distance(one.who) - 1,
            mention(scene, chunk) - 1,
            usize::from(chunk.possessive),
            word_class(scene, chunk.start.checked_sub(1)),
            word_class(scene, Some(chunk.end)),
        ]
    }

    /// The reporting verb that belongs to the mention.
    fn verb(&self, one: &Somebody<'_>) -> [usize; 4] {
        let (scene, chunk) = (one.scene, one.who.chunk);
        let (verb, relation) = one.proposal.map_or_else(
            || verb_of(scene, chunk),
            |proposal| (Some(proposal.verb), 8 + usize::from(proposal.verb.at > chunk.start)),
        );
        let Some(verb) = verb else { return [0, relation, 0, 0] };
        let helped = verb.group < verb.at && scene.is(verb.group, Class::AUXILIARY);
        [
            1 + stance::number(verb.lemma),
            relation,
            1 + self.verb_place(one.who, &verb),
            1 + usize::from(scene.is(verb.at, Class::PARTICIPLE)) + 2 * usize::from(helped),
        ]
    }

    /// What the rules say, who spoke before, and how often the article names the person.
    fn rules(&self, one: &Somebody<'_>) -> [usize; 7] {
        let name = self.stage.shown(one.person);
        [
            self.rule(one.proposal, one.who),
            self.second_rule(one.who),
            self.subject(one.who),
            self.spoke_last(one.who, one.person),
            bucket(name.speaks, &[0, 1, 3]),
            bucket(name.mentions, &[0, 1, 3, 7]),
            nature(one.scene, one.who.chunk),
        ]
    }

    /// What stands between the mention and the fragment.
    fn what_is_between(&self, one: &Somebody<'_>) -> [usize; 7] {
        let between = self.between(one.who);
        [
            between.commas.min(3),
            between.verbs.min(2),
            between.conjunctions.min(2),
            between.marks.min(2),
            usize::from(between.that),
            between.stops.min(2),
            self.neighbours(one.who),
        ]
    }

    /// The mention's shape and surroundings.
    fn shape(&self, one: &Somebody<'_>) -> [usize; 8] {
        let (scene, chunk) = (one.scene, one.who.chunk);
        let here = one.who.scene == self.fragment.scene;
        let leads = here && chunk.start == self.fragment.sentence.start;
        let article = scene.written(chunk.start, words!("a an"));
        [
            usize::from(chunk.start == 0) + 2 * usize::from(leads),
            (chunk.end - chunk.start).min(4),
            usize::from(self.others_named(one.who, one.person)),
            self.last_distance(one.who, one.person),
            usize::from(scene.is(chunk.start, Class::DETERMINER)) + usize::from(article),
            word_class(scene, Some(chunk.end + 1)),
            word_class(scene, chunk.start.checked_sub(2)),
            usize::from(self.quote_adjoins(one.who)),
        ]
    }
}
