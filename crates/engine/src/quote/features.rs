//! Features: what the ranker sees of a fragment and of each of its candidates.
//!
//! A row holds one number for each template, in the order in which the templates are put: the
//! number of the value that holds, counted through all templates. Does not weigh anything.

use super::{
    attribute::Proposal,
    candidates::{Fragment, Last, Mentioned, Stage},
    scene::{Outer, Scene, Verb},
    stance,
    words::{self, WORD_CLASSES, word_class},
};
use crate::{
    article::BlockKind,
    person::{chunk::Chunk, lexicon::Class, token::Kind},
    quote::MentionKind,
};

/// How many templates describe a fragment.
pub(crate) const FRAGMENT_TEMPLATES: usize = 30;
/// How many templates describe a candidate.
pub(crate) const CANDIDATE_TEMPLATES: usize = 33;

/// The features of a fragment.
pub(crate) type FragmentRow = [u16; FRAGMENT_TEMPLATES];
/// The features of a candidate.
pub(crate) type CandidateRow = [u16; CANDIDATE_TEMPLATES];

/// The most verbs that are told from each other.
const VERBS: u16 = 220;
/// The rules that propose, and none.
const RULES: u16 = 12;

/// Writes one value for each template.
struct Row<const N: usize> {
    row: [u16; N],
    at: usize,
    base: u16,
}

impl<const N: usize> Row<N> {
    fn new() -> Self {
        Self { row: [0; N], at: 0, base: 0 }
    }

    /// The value of the next template, which has `size` values.
    fn put(&mut self, size: u16, value: usize) {
        let value = u16::try_from(value).unwrap_or(u16::MAX).min(size - 1);
        if let Some(place) = self.row.get_mut(self.at) {
            *place = self.base + value;
        }
        self.at += 1;
        self.base += size;
    }

    fn flag(&mut self, value: bool) {
        self.put(2, usize::from(value));
    }
}

/// What a fragment and its surroundings are.
pub(crate) struct Facts<'f, 's, 'a> {
    /// The article.
    pub(crate) stage: &'f Stage<'s, 'a>,
    /// The fragment's number.
    pub(crate) index: usize,
    /// The fragment.
    pub(crate) fragment: &'f Fragment,
    /// Its block.
    pub(crate) scene: &'s Scene<'a>,
    /// Its stretch.
    pub(crate) outer: &'s Outer,
    /// Who spoke last.
    pub(crate) last: Option<&'f Last>,
}

/// Which of the steps `value` is beyond.
fn bucket(value: usize, steps: &[usize]) -> usize {
    steps.iter().take_while(|step| value > **step).count()
}

impl Facts<'_, '_, '_> {
    /// The features of the fragment.
    pub(crate) fn fragment(&self) -> FragmentRow {
        let mut row = Row::new();
        row.put(1, 0);
        self.put_words(&mut row);
        self.put_edges(&mut row);
        self.put_place(&mut row);
        debug_assert_eq!(row.at, FRAGMENT_TEMPLATES);
        row.row
    }

    /// What stands between the marks.
    fn put_words(&self, row: &mut Row<FRAGMENT_TEMPLATES>) {
        let scene = self.scene;
        let inner = words::Inner::of(scene, self.outer);
        row.put(12, inner.count.min(6) + bucket(inner.count, &[8, 12, 18, 30, 50]));
        row.put(7, inner.initial);
        row.put(8, inner.end);
        row.flag(inner.first_person);
        row.flag(inner.second_person);
        row.put(3, inner.auxiliaries.min(2));
        row.put(4, inner.stops.min(3));
        row.put(3, inner.commas.min(2));
        row.flag(inner.titled);
        row.put(WORD_CLASSES, inner.first_class);
        let part = scene.marked.get(self.outer.marked).map(|marked| marked.part);
        row.flag(part.is_some_and(|part| part.closed));
        let mark = part.and_then(|part| part.outer.of(scene.source).chars().next());
        row.put(
            5,
            ['"', '“', '‘', '\''].iter().position(|c| Some(*c) == mark).map_or(0, |at| at + 1),
        );
    }

    /// What stands around the marks.
    fn put_edges(&self, row: &mut Row<FRAGMENT_TEMPLATES>) {
        let (scene, tokens) = (self.scene, &self.outer.tokens);
        let before = tokens.start.checked_sub(1);
        let second = tokens.start.checked_sub(2);
        row.put(WORD_CLASSES, word_class(scene, before));
        row.put(WORD_CLASSES, word_class(scene, second));
        row.put(WORD_CLASSES, word_class(scene, Some(tokens.end)));
        row.put(WORD_CLASSES, word_class(scene, Some(tokens.end + 1)));
        row.put(words::BEFORE_SIZE, words::before(scene.word_at(before)));
        row.put(words::BEFORE_SIZE, words::before(scene.word_at(second)));
        row.put(words::AFTER_SIZE, words::after(scene.word(tokens.end)));
        let verb = before.filter(|&at| scene.reports(at)).map(|at| scene.lemma(at));
        let verb =
            verb.or_else(|| second.filter(|&at| scene.reports(at)).map(|at| scene.lemma(at)));
        row.put(VERBS, verb.map_or(0, verb_number));
    }

    /// Where the fragment stands.
    fn put_place(&self, row: &mut Row<FRAGMENT_TEMPLATES>) {
        let (scene, tokens, sentence) = (self.scene, &self.outer.tokens, &self.fragment.sentence);
        row.put(
            4,
            match scene.block.kind {
                BlockKind::Headline => 0,
                BlockKind::Paragraph => 1,
                BlockKind::Subhead | BlockKind::Standfirst => 2,
                _ => 3,
            },
        );
        let last = scene.tokens.len();
        row.put(4, usize::from(tokens.start == 0) * 2 + usize::from(tokens.end + 1 >= last));
        let ends = tokens.end >= sentence.end;
        row.put(4, usize::from(tokens.start == sentence.start) * 2 + usize::from(ends));
        let (number, count) = self.among();
        row.put(4, number);
        row.put(4, count);
        row.put(6, self.since_last());
        let first = self.fragment.proposals.iter().flatten().next();
        row.put(RULES, first.map_or(0, |first| first.by as usize + 1));
        row.put(3, self.fragment.proposals.iter().flatten().count());
        let before = self.fragment.scene.checked_sub(1).and_then(|at| self.stage.scenes.get(at));
        let colon = before.and_then(|scene| scene.tokens.last()).map(|token| token.kind);
        row.put(
            3,
            match colon {
                Some(Kind::Colon) => 1,
                Some(Kind::Stop) => 0,
                _ => 2,
            },
        );
    }

    /// How many fragments stand before this one in its sentence, and behind it.
    fn among(&self) -> (usize, usize) {
        let in_sentence = |other: &&Fragment| {
            other.scene == self.fragment.scene && other.sentence == self.fragment.sentence
        };
        let fragments = &self.stage.fragments;
        let before = fragments.get(..self.index).unwrap_or_default().iter().rev();
        let behind = fragments.get(self.index + 1..).unwrap_or_default().iter();
        (
            before.take(3).take_while(in_sentence).count(),
            behind.take(3).take_while(in_sentence).count(),
        )
    }

    /// How far back the fragment is that somebody spoke last.
    fn since_last(&self) -> usize {
        let Some(last) = self.last.and_then(|last| self.stage.fragments.get(last.fragment)) else {
            return 0;
        };
        let open = self.stage.place(last).is_some_and(|(scene, outer)| {
            scene.marked.get(outer.marked).is_some_and(|marked| !marked.part.closed)
        });
        match self.fragment.scene - last.scene {
            _ if open => 5,
            0 if last.sentence == self.fragment.sentence => 1,
            0 => 2,
            1 => 3,
            _ => 4,
        }
    }

    /// The features of nobody.
    pub(crate) fn nobody(&self) -> CandidateRow {
        let mut row = Row::new();
        for size in CANDIDATE_SIZES {
            row.put(size, 0);
        }
        row.row
    }

    /// The features of somebody.
    pub(crate) fn candidate(
        &self,
        who: &Mentioned,
        proposal: Option<&Proposal>,
        person: u64,
    ) -> CandidateRow {
        let Some(scene) = self.stage.scenes.get(who.scene) else { return self.nobody() };
        let chunk = &who.chunk;
        let place = self.place_of(who);
        let (verb, relation) = proposal.map_or_else(
            || verb_of(scene, chunk),
            |proposal| (Some(proposal.verb), 8 + usize::from(proposal.verb.at > chunk.start)),
        );
        let between = self.between(who);
        let mut sizes = CANDIDATE_SIZES.into_iter();
        let mut row = Row::new();
        let mut put = |value: usize| row.put(sizes.next().unwrap_or(1), value);
        put(place);
        put(self.rank(who));
        put(self.distance(who));
        put(mention(scene, chunk));
        put(1 + usize::from(chunk.possessive));
        put(1 + word_class(scene, chunk.start.checked_sub(1)));
        put(1 + word_class(scene, Some(chunk.end)));
        put(verb.map_or(1, |verb| 2 + verb_number(verb.lemma)));
        put(1 + relation);
        put(verb.map_or(1, |verb| 2 + self.verb_place(who, &verb)));
        put(1 + verb.map_or(0, |verb| {
            1 + usize::from(scene.is(verb.at, Class::PARTICIPLE))
                + 2 * usize::from(verb.group < verb.at && scene.is(verb.group, Class::AUXILIARY))
        }));
        put(1 + self.rule(proposal, who));
        put(1 + self.second_rule(who));
        put(1 + self.subject(who));
        put(1 + self.spoke_last(who, person));
        let name = self.stage.names.get(&person).copied().unwrap_or_default();
        put(1 + bucket(name.speaks, &[0, 1, 3]));
        put(1 + bucket(name.mentions, &[0, 1, 3, 7]));
        put(1 + nature(scene, chunk));
        put(1 + between.commas.min(3));
        put(1 + between.verbs.min(2));
        put(1 + between.conjunctions.min(2));
        put(1 + between.marks.min(2));
        put(1 + usize::from(between.that));
        put(1 + between.stops.min(2));
        put(1 + self.neighbours(who));
        put(1
            + usize::from(chunk.start == 0)
            + 2 * usize::from(
                chunk.start == self.fragment.sentence.start && who.scene == self.fragment.scene,
            ));
        put(1 + (chunk.end - chunk.start).min(4));
        put(1 + usize::from(self.names_between(who, person)));
        put(1 + self.last_distance(person, who));
        put(1
            + usize::from(scene.is(chunk.start, Class::DETERMINER))
            + usize::from(matches!(scene.word(chunk.start), "a" | "an" | "A" | "An")));
        put(1 + word_class(scene, Some(chunk.end + 1)));
        put(1 + word_class(scene, chunk.start.checked_sub(2)));
        put(1 + usize::from(self.quote_adjoins(who)));
        debug_assert_eq!(row.at, CANDIDATE_TEMPLATES);
        row.row
    }

    /// Where the mention stands from the fragment.
    fn place_of(&self, who: &Mentioned) -> usize {
        let (fragment, chunk) = (self.fragment, &who.chunk);
        if who.scene != fragment.scene {
            return match (who.scene + 1 == fragment.scene, who.scene > fragment.scene) {
                (true, _) => 5,
                (_, true) => 6,
                _ => 7,
            };
        }
        match chunk.start {
            at if at < fragment.sentence.start => 3,
            at if at >= fragment.sentence.end => 4,
            at if at < self.outer.tokens.start => 1,
            _ => 2,
        }
    }

    /// How many mentions stand between, and one.
    fn rank(&self, who: &Mentioned) -> usize {
        let Some(scene) = self.stage.scenes.get(who.scene) else { return 0 };
        let here = scene.chunks.partition_point(|chunk| chunk.start < who.chunk.start);
        let tokens = &self.outer.tokens;
        let quote = match who.scene.cmp(&self.fragment.scene) {
            std::cmp::Ordering::Less => scene.chunks.len(),
            std::cmp::Ordering::Greater => 0,
            std::cmp::Ordering::Equal => {
                let edge = if who.chunk.start < tokens.start { tokens.start } else { tokens.end };
                scene.chunks.partition_point(|chunk| chunk.start < edge)
            }
        };
        1 + if here < quote { quote - here - 1 } else { here - quote }.min(6)
    }

    /// The distance in tokens, in steps.
    fn distance(&self, who: &Mentioned) -> usize {
        let tokens = &self.outer.tokens;
        if who.scene != self.fragment.scene {
            return 1;
        }
        let steps = [0, 1, 2, 4, 7, 12, 20, 40];
        if who.chunk.start < tokens.start {
            2 + bucket(tokens.start.saturating_sub(who.chunk.end), &steps)
        } else {
            11 + bucket(who.chunk.start.saturating_sub(tokens.end), &steps)
        }
    }

    /// Where the verb of a candidate stands from the fragment.
    fn verb_place(&self, who: &Mentioned, verb: &Verb) -> usize {
        let tokens = &self.outer.tokens;
        if who.scene != self.fragment.scene {
            return 0;
        }
        let steps = [0, 1, 2, 4, 8, 16];
        if verb.at < tokens.start {
            1 + bucket(tokens.start.saturating_sub(verb.end), &steps)
        } else {
            8 + bucket(verb.group.saturating_sub(tokens.end), &steps)
        }
    }

    /// The rule that proposes the candidate, if it is the first that proposes anybody.
    fn rule(&self, proposal: Option<&Proposal>, who: &Mentioned) -> usize {
        let first = self.fragment.proposals.iter().flatten().next();
        let best = first.is_some_and(|first| first.mention.start == who.chunk.start);
        proposal.filter(|_| best).map_or(0, |proposal| proposal.by as usize + 1)
    }

    /// Another rule that proposes the candidate.
    fn second_rule(&self, who: &Mentioned) -> usize {
        let proposals = self.fragment.proposals.iter().flatten().skip(1);
        let mut fitting = proposals.filter(|proposal| {
            who.scene == self.fragment.scene && proposal.mention.start == who.chunk.start
        });
        fitting.next().map_or(0, |proposal| proposal.by as usize + 1)
    }

    /// Whether the mention is the first of its sentence that could act.
    fn subject(&self, who: &Mentioned) -> usize {
        let (scene, sentence) = (self.scene, &self.fragment.sentence);
        if who.scene != self.fragment.scene || !sentence.contains(&who.chunk.start) {
            return 0;
        }
        let from = scene.chunks.partition_point(|chunk| chunk.start < sentence.start);
        let acts = |chunk: &&Chunk| {
            let before = chunk.start.checked_sub(1).filter(|&at| at >= sentence.start);
            !chunk.possessive
                && scene.outer_over(chunk.start).is_none()
                && !before.is_some_and(|at| scene.is(at, Class::PREPOSITION))
        };
        let first = scene.chunks.get(from..).unwrap_or_default().iter().take(12).find(acts);
        1 + usize::from(first.is_some_and(|first| first.start == who.chunk.start))
    }

    /// Whether the candidate spoke last, and how long ago.
    fn spoke_last(&self, who: &Mentioned, person: u64) -> usize {
        let Some(last) = self.last else { return 0 };
        let same = last.who.scene == who.scene && last.who.chunk.start == who.chunk.start;
        if same {
            return 1 + self.since_last();
        }
        if self.stage.person(&last.who) == person { 7 } else { 8 }
    }

    /// How many fragments and blocks ago the candidate spoke.
    fn last_distance(&self, person: u64, who: &Mentioned) -> usize {
        let Some(last) = self.last else { return 0 };
        let same = last.who.scene == who.scene && last.who.chunk.start == who.chunk.start
            || self.stage.person(&last.who) == person;
        let Some(fragment) = self.stage.fragments.get(last.fragment).filter(|_| same) else {
            return 0;
        };
        let fragments = (self.index - last.fragment).min(2);
        1 + (self.fragment.scene - fragment.scene).min(3) * 2 + usize::from(fragments > 1)
    }

    /// Whether somebody else is named between the last quotation and this one.
    fn names_between(&self, who: &Mentioned, person: u64) -> bool {
        let Some(last) = self.last.and_then(|last| self.stage.fragments.get(last.fragment)) else {
            return false;
        };
        if who.scene > self.fragment.scene || last.scene != self.fragment.scene {
            return false;
        }
        let end = self.stage.place(last).map_or(0, |(_, outer)| outer.tokens.end);
        let scene = self.scene;
        let from = scene.chunks.partition_point(|chunk| chunk.start < end);
        let between = scene.chunks.get(from..).unwrap_or_default().iter();
        between
            .take_while(|chunk| chunk.end <= self.outer.tokens.start)
            .take(8)
            .filter(|chunk| chunk.name.is_some())
            .any(|chunk| {
                self.stage.person(&Mentioned { scene: who.scene, chunk: *chunk }) != person
            })
    }

    /// Whether the rules take the candidate for the speaker of the fragment before or behind.
    fn neighbours(&self, who: &Mentioned) -> usize {
        let proposed = |index: Option<usize>| {
            let fragment = index.and_then(|index| self.stage.fragments.get(index));
            let first = fragment
                .filter(|fragment| fragment.scene == who.scene)
                .and_then(|fragment| fragment.proposals.iter().flatten().next());
            first.is_some_and(|first| first.mention.start == who.chunk.start)
        };
        usize::from(proposed(self.index.checked_sub(1)))
            + 2 * usize::from(proposed(Some(self.index + 1)))
    }

    /// Whether a quotation, this one or another, stands right beside the mention or its verb.
    fn quote_adjoins(&self, who: &Mentioned) -> bool {
        let Some(scene) = self.stage.scenes.get(who.scene) else { return false };
        let over = |at: Option<usize>| at.is_some_and(|at| scene.outer_over(at).is_some());
        let before = who.chunk.start.checked_sub(1);
        let comma = before.filter(|&at| scene.kind(at) == Some(Kind::Comma));
        over(before)
            || over(comma.and_then(|at| at.checked_sub(1)))
            || before.is_some_and(|at| scene.reports(at) && over(at.checked_sub(1)))
    }

    /// What stands between the mention and the fragment.
    fn between(&self, who: &Mentioned) -> Between {
        if who.scene != self.fragment.scene {
            return Between::default();
        }
        let tokens = &self.outer.tokens;
        let range = if who.chunk.start < tokens.start {
            who.chunk.end.max(tokens.start.saturating_sub(LOOK))..tokens.start
        } else {
            tokens.end..who.chunk.start.min(tokens.end + LOOK)
        };
        Between::of(self.scene, range)
    }
}

/// How far apart two places may be for what stands between to be counted, in tokens.
const LOOK: usize = 48;

/// What stands between a mention and a fragment.
#[derive(Default)]
struct Between {
    commas: usize,
    verbs: usize,
    conjunctions: usize,
    marks: usize,
    stops: usize,
    that: bool,
}

impl Between {
    fn of(scene: &Scene<'_>, range: std::ops::Range<usize>) -> Self {
        let mut found = Self::default();
        for at in range {
            let Some(token) = scene.tokens.get(at) else { break };
            match token.kind {
                Kind::Comma => found.commas += 1,
                Kind::Stop => found.stops += 1,
                Kind::Other => found.marks += usize::from(scene.outer_at(at).is_some()),
                Kind::Small if token.is(Class::REPORT) => found.verbs += 1,
                Kind::Small if token.is(Class::FUNCTION) => {
                    let word = scene.word(at);
                    found.that |= word == "that";
                    found.conjunctions += usize::from(matches!(word, "and" | "but" | "while"));
                }
                _ => {}
            }
        }
        found
    }
}

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

/// The number of a verb among the features, from 1.
fn verb_number(lemma: &str) -> usize {
    stance::number(lemma).map_or(0, |number| usize::from(number) + 1)
}

/// The reporting verb that belongs to a mention, and how it does.
pub(crate) fn verb_of(scene: &Scene<'_>, chunk: &Chunk) -> (Option<Verb>, usize) {
    let end = scene.after_brackets(chunk.end);
    if let Some(verb) = scene.verb(end) {
        return (Some(verb), 1);
    }
    if let Some(at) = chunk.start.checked_sub(1).filter(|&at| scene.reports(at)) {
        return (Some(scene.verb_at(at, at)), 2);
    }
    let second = chunk.start.checked_sub(2);
    if let Some(at) =
        second.filter(|&at| scene.reports_far(at) && scene.is(at + 1, Class::PREPOSITION))
    {
        return (Some(scene.verb_at(at, at)), 3);
    }
    if matches!(scene.word(end), "who" | "which" | "that") {
        return (scene.verb(end + 1), 4);
    }
    if scene.kind(end) == Some(Kind::Comma) {
        let behind = (end + 2..end + 16)
            .filter(|&at| scene.kind(at) == Some(Kind::Comma) && scene.outer_over(at).is_none())
            .find_map(|at| scene.verb(at + 1));
        return (behind, 5);
    }
    // "Smith also went on to say": the next verb of the clause.
    let far = (end..end + 10)
        .take_while(|&at| !matches!(scene.kind(at), Some(Kind::Stop | Kind::Other) | None))
        .find(|&at| scene.reports_far(at));
    (far.map(|at| scene.verb_at(at, at)), 6)
}

/// How a mention names, with pronouns told from each other.
fn mention(scene: &Scene<'_>, chunk: &Chunk) -> usize {
    match chunk.kind {
        MentionKind::Name => 1,
        MentionKind::TitledName => 2,
        MentionKind::Title => 3,
        MentionKind::Role => 4,
        MentionKind::Collective => 5 + usize::from(chunk.name.is_some()),
        MentionKind::Indefinite => 7,
        MentionKind::Pronoun => match scene.word(chunk.start) {
            "he" | "she" => 8,
            "He" | "She" => 9,
            "they" | "They" => 10,
            "I" => 11,
            "we" | "We" => 12,
            "it" | "It" => 13,
            "who" | "Who" => 14,
            _ => 15,
        },
    }
}

/// What a mention's words are, as far as the lists tell.
fn nature(scene: &Scene<'_>, chunk: &Chunk) -> usize {
    let all = (chunk.start..chunk.end.min(chunk.start + 6))
        .filter_map(|at| scene.tokens.get(at))
        .fold(Class::default(), |all, token| all.and(token.class));
    let kinds = [
        Class::GIVEN,
        Class::HONORIFIC,
        Class::ROLE,
        Class::GROUP,
        Class::ORGANIZATION,
        Class::COUNTRY.and(Class::CITY),
        Class::WEEKDAY.and(Class::MONTH),
    ];
    kinds.iter().position(|kind| all.is(*kind)).map_or(0, |at| at + 1)
}
