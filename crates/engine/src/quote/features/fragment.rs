//! The features of a fragment: its words, what stands around its marks, and where it stands.

use super::{
    FRAGMENT_TEMPLATES, Facts, FragmentRow, RULES, Row, VERBS, bucket,
    inner::Inner,
    of_block,
    words::{self, WORD_CLASSES, word_class},
};
use crate::{
    person::token::Kind,
    quote::{candidates::Fragment, stance},
};

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
    #[inline(always)]
    fn put_words(&self, row: &mut Row<FRAGMENT_TEMPLATES>) {
        let scene = self.scene;
        let inner = Inner::of(scene, self.outer);
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
    #[inline(always)]
    fn put_edges(&self, row: &mut Row<FRAGMENT_TEMPLATES>) {
        let (scene, tokens) = (self.scene, &self.outer.tokens);
        let before = tokens.start.checked_sub(1);
        let second = tokens.start.checked_sub(2);
        row.put(WORD_CLASSES, word_class(scene, before));
        row.put(WORD_CLASSES, word_class(scene, second));
        row.put(WORD_CLASSES, word_class(scene, Some(tokens.end)));
        row.put(WORD_CLASSES, word_class(scene, Some(tokens.end + 1)));
        let named = |at: Option<usize>| at.map_or(0, |at| words::before(scene, at));
        row.put(words::BEFORE_SIZE, named(before));
        row.put(words::BEFORE_SIZE, named(second));
        row.put(words::AFTER_SIZE, words::after(scene, tokens.end));
        let verb = |at: Option<usize>| at.filter(|&at| scene.reports(at));
        let verb = verb(before).or_else(|| verb(second));
        row.put(VERBS, verb.map_or(0, |at| stance::number(scene.lemma(at))));
    }

    /// Where the fragment stands.
    #[inline(always)]
    fn put_place(&self, row: &mut Row<FRAGMENT_TEMPLATES>) {
        let (scene, tokens, sentence) = (self.scene, &self.outer.tokens, &self.fragment.sentence);
        row.put(4, of_block(scene.block.kind));
        let last = scene.tokens.len();
        row.put(4, usize::from(tokens.start == 0) * 2 + usize::from(tokens.end + 1 >= last));
        let ends = tokens.end >= sentence.end;
        row.put(4, usize::from(tokens.start == sentence.start) * 2 + usize::from(ends));
        let (number, count) = self.among();
        row.put(4, number);
        row.put(4, count);
        row.put(6, self.since_last);
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
    pub(super) fn among(&self) -> (usize, usize) {
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
}
