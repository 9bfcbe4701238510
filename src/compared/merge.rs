//! Merges the comparisons of a base text with one to three others.
//!
//! The order is the base text's. A passage of it that any other text answers is level with its answers;
//! what stands alone in any column until the next level passage is one stretch. Of a passage that is told
//! in another place, a marker stays where its own text has it.

use parallax_engine::compare::{Comparison, Link, Pair, Passage, Relation, Row};

use super::{
    notes::{self, Note},
    sheet::{Answer, Level, Lone, Sheet, Stretch, Told},
};

impl Sheet {
    /// The sheet of these comparisons, which all have the base text on the left. Costs n log n in the
    /// passages.
    #[must_use]
    pub fn of(comparisons: &[&Comparison]) -> Self {
        let mut pending = Pending::new(comparisons.len() + 1);
        let mut columns: Vec<Column> = comparisons.iter().map(|it| Column::of(it)).collect();
        let base: Vec<&Passage> = comparisons.first().map_or_else(Vec::new, |it| left(&it.rows));
        for at in 0..=base.len() {
            for (number, column) in columns.iter_mut().enumerate() {
                pending.alone[number + 1].append(&mut column.alone[at]);
            }
            let Some(passage) = base.get(at) else { break };
            if columns.iter().any(|column| column.pairs[at].is_some()) {
                pending.flush();
                pending.stretches.push(Stretch::Level(level(passage, at, &columns)));
            } else {
                pending.alone[0].push(Lone::Passage(Told::new(passage)));
            }
        }
        pending.flush();
        let mut sheet = Self { columns: comparisons.len() + 1, stretches: pending.stretches };
        notes::write(&mut sheet.stretches, comparisons);
        sheet
    }
}

/// The stretches so far, and what stands alone since the last level passage.
struct Pending {
    stretches: Vec<Stretch>,
    alone: Vec<Vec<Lone>>,
}

impl Pending {
    fn new(columns: usize) -> Self {
        Self { stretches: Vec::new(), alone: vec![Vec::new(); columns] }
    }

    fn flush(&mut self) {
        if self.alone.iter().any(|column| !column.is_empty()) {
            let alone = self.alone.iter_mut().map(std::mem::take).collect();
            self.stretches.push(Stretch::Alone(alone));
        }
    }
}

/// One other text, by the base text's passages.
struct Column<'engine> {
    links: &'engine [Link],
    /// The answer to each passage of the base text.
    pairs: Vec<Option<&'engine Pair>>,
    /// What stands alone before each passage of the base text, and behind the last.
    alone: Vec<Vec<Lone>>,
}

impl<'engine> Column<'engine> {
    fn of(comparison: &'engine Comparison) -> Self {
        let (mut pairs, mut alone) = (Vec::new(), vec![Vec::new()]);
        // The pairs in the order of both texts: where the right one has them, and how far that is.
        let mut anchors: Vec<(u32, usize)> = Vec::new();
        for row in &comparison.rows {
            let pair = match row {
                Row::OnlyRight(passage) => {
                    alone[pairs.len()].push(Lone::Passage(Told::new(passage)));
                    continue;
                }
                Row::OnlyLeft(_) => None,
                Row::Pair(pair) => Some(pair),
            };
            pairs.push(pair);
            alone.push(Vec::new());
            let in_order = pair.filter(|pair| !pair.moved);
            anchors.extend(in_order.map(|pair| (pair.right.span.start, pairs.len())));
        }
        for pair in pairs.iter().flatten().filter(|pair| pair.moved) {
            let before = anchors.partition_point(|(start, _)| *start < pair.right.span.start);
            let place = before.checked_sub(1).map_or(0, |anchor| anchors[anchor].1);
            let marker = Lone::Moved(Note::place(&pair.right));
            let behind = alone[place].partition_point(|it| it.start() < marker.start());
            alone[place].insert(behind, marker);
        }
        Self { links: &comparison.links, pairs, alone }
    }
}

fn left(rows: &[Row]) -> Vec<&Passage> {
    let of_left = rows.iter().filter_map(|row| match row {
        Row::Pair(pair) => Some(&pair.left),
        Row::OnlyLeft(passage) => Some(passage),
        Row::OnlyRight(_) => None,
    });
    of_left.collect()
}

fn level(passage: &Passage, at: usize, columns: &[Column<'_>]) -> Level {
    let answers: Vec<Option<Answer>> =
        columns.iter().map(|column| Some(answer(column.pairs[at]?, column.links))).collect();
    let mut base = Told::new(passage);
    if columns.len() > 1 {
        // Words that one of several texts has otherwise are marked there.
        base.passage.pieces.iter_mut().for_each(|piece| piece.differs = false);
    }
    for (pair, column) in columns.iter().filter_map(|column| Some((column.pairs[at]?, column))) {
        let of_pair = notes::link(column.links, pair).map_or(&[][..], |it| &it.disagreements);
        base.disputed.extend(of_pair.iter().map(|it| it.left));
    }
    Level { base, answers }
}

fn answer(pair: &Pair, links: &[Link]) -> Answer {
    let link = notes::link(links, pair);
    let disagreements = link.map_or(&[][..], |link| &link.disagreements);
    let mut told = Told::new(&pair.right);
    told.disputed = disagreements.iter().map(|it| it.right).collect();
    let words = |passage, span| notes::words_at(passage, span);
    let details = disagreements.iter();
    Answer {
        told,
        base: pair.left.clone(),
        wording: pair.wording,
        related: link.is_some_and(|link| link.relation == Relation::Related),
        moved: pair.moved,
        reasons: pair.reasons.clone(),
        details: details
            .map(|it| (words(&pair.left, it.left), words(&pair.right, it.right)))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{comparison, link_between, pair_at, passage_at};

    /// Each stretch in short: "a=b" for a level passage, "a|x" for what stands alone, "(x)" for markers.
    fn drawn(comparisons: &[&Comparison]) -> Vec<String> {
        let words = |told: &Told| told.passage.pieces[0].text.clone();
        let lone = |lone: &Lone| match lone {
            Lone::Passage(told) => words(told),
            Lone::Moved(note) => format!("({})", note.words),
        };
        let each = |stretch: &Stretch| match stretch {
            Stretch::Level(level) => {
                let answers = level.answers.iter();
                let answers =
                    answers.map(|it| it.as_ref().map_or(String::new(), |it| words(&it.told)));
                format!("{}={}", words(&level.base), answers.collect::<Vec<_>>().join("="))
            }
            Stretch::Alone(columns) => {
                let columns = columns.iter();
                let columns = columns.map(|it| it.iter().map(lone).collect::<Vec<_>>().join(" "));
                columns.collect::<Vec<_>>().join("|")
            }
        };
        Sheet::of(comparisons).stretches.iter().map(each).collect()
    }

    fn alone(words: &str, at: u32) -> Row {
        Row::OnlyLeft(passage_at(words, at))
    }

    fn other(words: &str, at: u32) -> Row {
        Row::OnlyRight(passage_at(words, at))
    }

    fn pair(left: (&str, u32), right: (&str, u32), moved: bool) -> Row {
        Row::Pair(Pair { moved, ..pair_at(left, right) })
    }

    #[test]
    fn lone_passages_stand_beside_each_other_until_the_next_pair() {
        let rows = vec![
            other("x", 0),
            alone("a", 0),
            alone("b", 10),
            pair(("c", 20), ("y", 10), false),
            other("z", 20),
        ];
        assert_eq!(drawn(&[&comparison(rows, Vec::new())]), ["a b|x", "c=y", "|z"]);
    }

    #[test]
    fn several_texts_are_set_by_the_base_texts_passages() {
        let one = vec![pair(("a", 0), ("x", 0), false), alone("b", 10), other("y", 10)];
        let two = vec![alone("a", 0), other("u", 0), pair(("b", 10), ("v", 10), false)];
        let (one, two) = (comparison(one, Vec::new()), comparison(two, Vec::new()));
        assert_eq!(drawn(&[&one, &two]), ["a=x=", "||u", "b==v", "|y|"]);
    }

    #[test]
    fn what_has_moved_leaves_a_marker_where_its_own_text_has_it() {
        let rows = vec![
            pair(("a", 0), ("z", 30), true),
            pair(("b", 10), ("x", 0), false),
            other("y", 10),
            pair(("c", 20), ("w", 40), false),
        ];
        let comparison = comparison(rows, Vec::new());
        assert_eq!(drawn(&[&comparison]), ["a=z", "b=x", "|y (z)", "c=w"]);
        let sheet = Sheet::of(&[&comparison]);
        let Stretch::Alone(columns) = &sheet.stretches[2] else { panic!("{sheet:?}") };
        let Some(Lone::Moved(note)) = columns[1].last() else { panic!("{columns:?}") };
        assert_eq!((note.at, note.above), (0, true));
    }

    #[test]
    fn a_stretch_knows_its_quotations_and_whether_it_is_the_same() {
        let mut quoting = passage_at("a", 0);
        quoting.quotes = vec![("k".to_owned(), None)];
        let rows = vec![Row::OnlyRight(quoting), pair(("b", 10), ("b", 10), false)];
        let sheet = Sheet::of(&[&comparison(rows, Vec::new())]);
        assert_eq!((sheet.quoting("k"), sheet.quoting("other")), (Some(0), None));
        assert!(!sheet.stretches[0].is_same() && sheet.stretches[1].is_same());
    }

    #[test]
    fn a_passage_without_a_row_of_its_own_says_what_it_answers() {
        let rows = vec![pair(("a", 0), ("x", 0), false), other("y", 10)];
        let links = vec![link_between(("a", 0), ("x", 0)), link_between(("a", 0), ("y", 10))];
        let sheet = Sheet::of(&[&comparison(rows, links)]);
        let notes: Vec<_> = sheet.stretches.iter().flat_map(Stretch::passages).collect();
        let of = |at: usize| {
            notes[at].1.notes.iter().map(|it| (it.column, it.at, it.words.as_str())).collect()
        };
        let (base, level, lone): (Vec<_>, Vec<_>, Vec<_>) = (of(0), of(1), of(2));
        assert_eq!((base, level, lone), (vec![(1, 1, "y")], vec![], vec![(0, 0, "a")]));
    }
}
