//! The features of a candidate; the first value of each template is nobody's.

use super::{
    CANDIDATE_TEMPLATES, CandidateRow, Facts, RULES, Row, VERBS, bucket,
    mention::{mention, nature, verb_of},
    words::{WORD_CLASSES, word_class},
};
use crate::{
    person::lexicon::{Class, words::words},
    quote::{
        attribute::Proposal,
        candidates::Mentioned,
        scene::{Scene, Verb},
        stance,
    },
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

/// Writes a candidate's values in the order of [`CANDIDATE_SIZES`].
struct Values {
    row: Row<CANDIDATE_TEMPLATES>,
}

impl Values {
    #[inline(always)]
    fn put(&mut self, value: usize) {
        let size = CANDIDATE_SIZES.get(self.row.at).copied().unwrap_or(1);
        self.row.put(size, value);
    }

    /// A value where 0 is free for nobody.
    #[inline(always)]
    fn put_own(&mut self, value: usize) {
        self.put(1 + value);
    }
}

/// A candidate with what its features are read from.
struct Somebody<'c> {
    who: &'c Mentioned,
    scene: &'c Scene<'c>,
    proposal: Option<&'c Proposal>,
    person: u64,
}

impl Facts<'_, '_, '_> {
    /// The features of nobody.
    pub(crate) fn nobody(&self) -> CandidateRow {
        let mut values = Values { row: Row::new() };
        for _ in CANDIDATE_SIZES {
            values.put(0);
        }
        values.row.row
    }

    /// The features of somebody.
    pub(crate) fn candidate(
        &self,
        who: &Mentioned,
        proposal: Option<&Proposal>,
        person: u64,
    ) -> CandidateRow {
        let Some(scene) = self.stage.scenes.get(who.scene) else { return self.nobody() };
        let mut values = Values { row: Row::new() };
        let one = Somebody { who, scene, proposal, person };
        self.put_where(&mut values, &one);
        self.put_verb(&mut values, &one);
        self.put_rules(&mut values, &one);
        self.put_between(&mut values, &one);
        self.put_shape(&mut values, &one);
        debug_assert_eq!(values.row.at, CANDIDATE_TEMPLATES);
        values.row.row
    }

    /// Where the mention stands, and how it names.
    #[inline(always)]
    fn put_where(&self, values: &mut Values, one: &Somebody<'_>) {
        let (scene, chunk) = (one.scene, &one.who.chunk);
        values.put(self.place_of(one.who));
        values.put(self.rank(one.who));
        values.put(self.distance(one.who));
        values.put(mention(scene, chunk));
        values.put_own(usize::from(chunk.possessive));
        values.put_own(word_class(scene, chunk.start.checked_sub(1)));
        values.put_own(word_class(scene, Some(chunk.end)));
    }

    /// The reporting verb that belongs to the mention.
    #[inline(always)]
    fn put_verb(&self, values: &mut Values, one: &Somebody<'_>) {
        let (scene, chunk) = (one.scene, &one.who.chunk);
        let (verb, relation) = one.proposal.map_or_else(
            || verb_of(scene, chunk),
            |proposal| (Some(proposal.verb), 8 + usize::from(proposal.verb.at > chunk.start)),
        );
        let form = |verb: Verb| {
            let helped = verb.group < verb.at && scene.is(verb.group, Class::AUXILIARY);
            1 + usize::from(scene.is(verb.at, Class::PARTICIPLE)) + 2 * usize::from(helped)
        };
        values.put_own(verb.map_or(0, |verb| 1 + stance::number(verb.lemma)));
        values.put_own(relation);
        values.put_own(verb.map_or(0, |verb| 1 + self.verb_place(one.who, &verb)));
        values.put_own(verb.map_or(0, form));
    }

    /// What the rules say, who spoke before, and how often the article names the person.
    #[inline(always)]
    fn put_rules(&self, values: &mut Values, one: &Somebody<'_>) {
        values.put_own(self.rule(one.proposal, one.who));
        values.put_own(self.second_rule(one.who));
        values.put_own(self.subject(one.who));
        values.put_own(self.spoke_last(one.who, one.person));
        let name = self.stage.shown(one.person);
        values.put_own(bucket(name.speaks, &[0, 1, 3]));
        values.put_own(bucket(name.mentions, &[0, 1, 3, 7]));
        values.put_own(nature(one.scene, &one.who.chunk));
    }

    /// What stands between the mention and the fragment.
    #[inline(always)]
    fn put_between(&self, values: &mut Values, one: &Somebody<'_>) {
        let between = self.between(one.who);
        values.put_own(between.commas.min(3));
        values.put_own(between.verbs.min(2));
        values.put_own(between.conjunctions.min(2));
        values.put_own(between.marks.min(2));
        values.put_own(usize::from(between.that));
        values.put_own(between.stops.min(2));
        values.put_own(self.neighbours(one.who));
    }

    /// The mention's shape and surroundings.
    #[inline(always)]
    fn put_shape(&self, values: &mut Values, one: &Somebody<'_>) {
        let (scene, chunk) = (one.scene, &one.who.chunk);
        let here = one.who.scene == self.fragment.scene;
        let leads = here && chunk.start == self.fragment.sentence.start;
        let article = scene.written(chunk.start, words!("a an"));
        values.put_own(usize::from(chunk.start == 0) + 2 * usize::from(leads));
        values.put_own((chunk.end - chunk.start).min(4));
        values.put_own(usize::from(self.others_named(one.who, one.person)));
        values.put_own(self.last_distance(one.who, one.person));
        values
            .put_own(usize::from(scene.is(chunk.start, Class::DETERMINER)) + usize::from(article));
        values.put_own(word_class(scene, Some(chunk.end + 1)));
        values.put_own(word_class(scene, chunk.start.checked_sub(2)));
        values.put_own(usize::from(self.quote_adjoins(one.who)));
    }
}
