//! The features of a candidate; the first value of each template is nobody's.
//!
//! What a mention shows by itself is worked out once for all fragments that it may speak, and what
//! it is to a fragment for each of these.

use super::{
    CANDIDATE_TEMPLATES, CandidateRow, Facts, RULES, VERBS, bucket,
    mention::{mention, nature, verb_of},
    words::{WORD_CLASSES, word_class},
};
use crate::{
    person::{
        chunk::Chunk,
        lexicon::{Class, words::words},
        token::Kind,
    },
    quote::{
        attribute::Proposal,
        candidates::{Mentioned, Name},
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

/// How many templates tell what a mention shows by itself, and which these are.
const OWN: usize = 12;
const OWN_TEMPLATES: [usize; OWN] = [3, 4, 5, 6, 15, 16, 17, 26, 29, 30, 31, 32];

/// How many templates tell what it is to a fragment, and which these are.
const TOWARDS: usize = CANDIDATE_TEMPLATES - OWN;
const TOWARDS_TEMPLATES: [usize; TOWARDS] =
    [0, 1, 2, 7, 8, 9, 10, 11, 12, 13, 14, 18, 19, 20, 21, 22, 23, 24, 25, 27, 28];

/// The features of a mention by itself.
pub(crate) type OwnRow = [u16; OWN];

/// The features of a mention towards a fragment.
pub(crate) type TowardsRow = [u16; TOWARDS];

/// What some templates make of their values.
struct Scale<const N: usize> {
    /// The number of each template's first value.
    first: [u16; N],
    /// The last value of each.
    last: [u16; N],
}

impl<const N: usize> Scale<N> {
    const fn of(templates: [usize; N]) -> Self {
        let mut scale = Self { first: [0; N], last: [0; N] };
        let mut at = 0;
        while at < N {
            scale.first[at] = BASES[templates[at]];
            scale.last[at] = CANDIDATE_SIZES[templates[at]] - 1;
            at += 1;
        }
        scale
    }

    /// The numbers of the values: somebody's begin with the value 1.
    #[inline(always)]
    fn numbers(&self, values: [usize; N]) -> [u16; N] {
        // All in one step, eight at a time.
        let mut row = values.map(|value| value as u16);
        for (at, place) in row.iter_mut().enumerate() {
            *place = self.first[at] + (*place + 1).min(self.last[at]);
        }
        row
    }
}

static OWN_SCALE: Scale<OWN> = Scale::of(OWN_TEMPLATES);
static TOWARDS_SCALE: Scale<TOWARDS> = Scale::of(TOWARDS_TEMPLATES);

/// Both rows as one, in the order of the templates.
pub(crate) fn joined(own: &OwnRow, towards: &TowardsRow) -> CandidateRow {
    let mut row = NOBODY;
    let own = OWN_TEMPLATES.iter().zip(own);
    for (template, number) in own.chain(TOWARDS_TEMPLATES.iter().zip(towards)) {
        row[*template] = *number;
    }
    row
}

/// The reporting verb beside a mention, with how it stands there.
#[derive(Clone, Copy)]
pub(crate) struct Beside {
    verb: Option<Verb>,
    relation: usize,
}

impl Beside {
    /// No verb.
    pub(crate) const NOTHING: Self = Self { verb: None, relation: 0 };
}

/// What a mention shows by itself, if the article shows `name` of its last name.
pub(crate) fn own(scene: &Scene<'_>, chunk: &Chunk, name: Name) -> (OwnRow, Beside) {
    let article = scene.written(chunk.start, words!("a an"));
    let values = [
        mention(scene, chunk) - 1,
        usize::from(chunk.possessive),
        word_class(scene, chunk.start.checked_sub(1)),
        word_class(scene, Some(chunk.end)),
        bucket(name.speaks, &[0, 1, 3]),
        bucket(name.mentions, &[0, 1, 3, 7]),
        nature(scene, chunk),
        (chunk.end - chunk.start).min(4),
        usize::from(scene.is(chunk.start, Class::DETERMINER)) + usize::from(article),
        word_class(scene, Some(chunk.end + 1)),
        word_class(scene, chunk.start.checked_sub(2)),
        usize::from(quote_adjoins(scene, chunk)),
    ];
    let (verb, relation) = verb_of(scene, chunk);
    (OWN_SCALE.numbers(values), Beside { verb, relation })
}

/// Whether a quotation, this one or another, stands right beside the mention or its verb.
fn quote_adjoins(scene: &Scene<'_>, chunk: &Chunk) -> bool {
    let over = |at: Option<usize>| at.is_some_and(|at| scene.quoted(at));
    let before = chunk.start.checked_sub(1);
    let comma = before.filter(|&at| scene.kind(at) == Some(Kind::Comma));
    over(before)
        || over(comma.and_then(|at| at.checked_sub(1)))
        || before.is_some_and(|at| scene.reports(at) && over(at.checked_sub(1)))
}

impl Facts<'_, '_, '_> {
    /// The first of the fragment's proposals that names the candidate.
    pub(crate) fn proposal(&self, who: &Mentioned<'_>) -> Option<usize> {
        if who.scene != self.fragment.scene {
            return None;
        }
        self.proposed.iter().position(|(start, _)| *start == who.chunk.start)
    }

    /// The features of somebody towards the fragment.
    pub(crate) fn towards(
        &mut self,
        who: &Mentioned<'_>,
        beside: &Beside,
        proposal: Option<&Proposal>,
        person: u64,
    ) -> TowardsRow {
        let Some(scene) = self.stage.scenes.get(who.scene) else { return [0; TOWARDS] };
        let chunk = who.chunk;
        let here = who.scene == self.fragment.scene;
        let leads = here && chunk.start == self.fragment.sentence.start;
        let [number, relation, verb_place, form] = self.verb(scene, who, beside, proposal);
        let between = self.between(who);
        let values = [
            self.place_of(who) - 1,
            self.rank(who) - 1,
            self.distance(who) - 1,
            number,
            relation,
            verb_place,
            form,
            self.rule(proposal, who),
            if here { self.second_rule(who) } else { 0 },
            self.subject(who),
            self.spoke_last(who, person),
            between.commas().min(3),
            between.verbs().min(2),
            between.conjunctions().min(2),
            between.marks().min(2),
            usize::from(between.that()),
            between.stops().min(2),
            self.neighbours(who),
            usize::from(chunk.start == 0) + 2 * usize::from(leads),
            usize::from(self.others_named(who, person)),
            self.last_distance(who, person),
        ];
        TOWARDS_SCALE.numbers(values)
    }

    /// The reporting verb that belongs to the mention.
    #[inline(always)]
    fn verb(
        &self,
        scene: &Scene<'_>,
        who: &Mentioned<'_>,
        beside: &Beside,
        proposal: Option<&Proposal>,
    ) -> [usize; 4] {
        let (verb, relation) = match proposal {
            None => (beside.verb, beside.relation),
            Some(proposal) => {
                (Some(proposal.verb), 8 + usize::from(proposal.verb.at > who.chunk.start))
            }
        };
        let Some(verb) = verb else { return [0, relation, 0, 0] };
        let helped = verb.group < verb.at && scene.is(verb.group, Class::AUXILIARY);
        [
            1 + stance::number(verb.lemma),
            relation,
            1 + self.verb_place(who, &verb),
            1 + usize::from(scene.is(verb.at, Class::PARTICIPLE)) + 2 * usize::from(helped),
        ]
    }
}
