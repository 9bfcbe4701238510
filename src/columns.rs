//! Gathers the rows of a comparison into stretches that are drawn: a pair, or the passages that
//! stand alone in either column until the next pair.
//!
//! Pure; does not know how stretches look.

use parallax_engine::compare::{Pair, Passage, Row};

/// What is drawn across both columns.
#[derive(Clone, Debug, PartialEq)]
pub enum Stretch {
    /// Passages that answer each other.
    Pair(Pair),
    /// Passages that stand alone: of the left article, and beside them of the right one.
    Alone(Vec<Passage>, Vec<Passage>),
}

impl Stretch {
    /// The stretches of the rows, each passage in its article's order.
    #[must_use]
    pub fn of(rows: &[Row]) -> Vec<Self> {
        rows.iter().fold(Vec::new(), |mut stretches, row| {
            match row {
                Row::Pair(pair) => stretches.push(Self::Pair(pair.clone())),
                Row::OnlyLeft(passage) => push_alone(&mut stretches, Side::Left, passage.clone()),
                Row::OnlyRight(passage) => push_alone(&mut stretches, Side::Right, passage.clone()),
            }
            stretches
        })
    }

    /// Whether a passage here has the quotation `key`.
    #[must_use]
    pub fn quotes(&self, key: &str) -> bool {
        let holds = |passage: &Passage| passage.quotes.iter().any(|(quote, _)| quote == key);
        match self {
            Self::Pair(pair) => holds(&pair.left) || holds(&pair.right),
            Self::Alone(left, right) => left.iter().chain(right).any(holds),
        }
    }
}

/// Adds a lone passage to the last stretch, or begins one where a pair is last.
fn push_alone(stretches: &mut Vec<Stretch>, side: Side, passage: Passage) {
    let Some(Stretch::Alone(left, right)) = stretches.last_mut() else {
        let (left, right) = side.split(passage);
        stretches.push(Stretch::Alone(left, right));
        return;
    };
    match side {
        Side::Left => left.push(passage),
        Side::Right => right.push(passage),
    }
}

/// Which article a lone passage is of.
#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

impl Side {
    /// The first passage of a stretch, in its column.
    fn split(self, passage: Passage) -> (Vec<Passage>, Vec<Passage>) {
        match self {
            Self::Left => (vec![passage], Vec::new()),
            Self::Right => (Vec::new(), vec![passage]),
        }
    }
}

#[cfg(test)]
mod tests {
    use parallax_engine::compare::Wording;

    use super::*;
    use crate::testing::{pair, passage};

    #[test]
    fn lone_passages_stand_beside_each_other_until_the_next_pair() {
        let rows = [
            Row::OnlyRight(passage("x")),
            Row::OnlyLeft(passage("a")),
            Row::OnlyLeft(passage("b")),
            Row::Pair(pair("c", "c", Wording::Same)),
            Row::OnlyRight(passage("y")),
        ];
        let expected = [
            Stretch::Alone(vec![passage("a"), passage("b")], vec![passage("x")]),
            Stretch::Pair(pair("c", "c", Wording::Same)),
            Stretch::Alone(Vec::new(), vec![passage("y")]),
        ];
        assert_eq!(Stretch::of(&rows), expected);
    }

    #[test]
    fn a_stretch_knows_its_quotations() {
        let quoting = Passage { quotes: vec![("k".to_owned(), None)], ..passage("a") };
        let stretch = Stretch::Alone(Vec::new(), vec![quoting]);
        assert!(stretch.quotes("k") && !stretch.quotes("other"));
    }
}
