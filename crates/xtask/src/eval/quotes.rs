//! Quotations in marks against the gold: how many of those marked sure are right, and what is
//! wrong where. The unit is the quoted fragment, direct and mixed, as in `score.py`'s view A.

use std::collections::HashMap;

use super::{
    errors::Listed,
    rows::{FoundQuote, FoundRow, GoldQuote, GoldRow},
    spans::{Stretch, pair},
};

/// What the fragments came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Fragments of the gold that were found, and those with the right speaker.
    pub(super) hit: usize,
    pub(super) right: usize,
    /// Found fragments that are none of the gold's.
    pub(super) wrong: usize,
    /// Fragments of the gold that were not found.
    pub(super) missed: usize,
    /// Of the found ones, those marked sure, and of these those with the right speaker.
    pub(super) sure: usize,
    pub(super) sure_right: usize,
}

impl Counts {
    /// The share of found fragments that are marked sure.
    pub(super) fn sure_share(self) -> f64 {
        share(self.sure, self.hit + self.wrong)
    }

    /// The share of the fragments marked sure that are right.
    pub(super) fn sure_precision(self) -> f64 {
        share(self.sure_right, self.sure)
    }
}

/// `part` of `whole`, from 0 to 1.
pub(super) fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// Counts all documents, and hands each error to `list`.
pub(super) fn count(gold: &[GoldRow], found: &[FoundRow], list: &mut impl FnMut(Listed)) -> Counts {
    let by_name: HashMap<&str, &FoundRow> =
        found.iter().map(|row| (row.doc_id.as_str(), row)).collect();
    let mut counts = Counts::default();
    for row in gold {
        let found = by_name.get(row.doc_id.as_str()).map_or(&[][..], |row| &row.quotes);
        document(row, found, &mut counts, list);
    }
    counts
}

fn document(
    row: &GoldRow,
    found: &[FoundQuote],
    counts: &mut Counts,
    list: &mut impl FnMut(Listed),
) {
    let text: Vec<char> = row.text.chars().collect();
    let marked: Vec<Stretch> = row
        .quotes
        .iter()
        .flat_map(GoldQuote::fragments)
        .chain(row.unattributed_marked.iter().copied())
        .collect();
    let (wanted, of): (Vec<Stretch>, Vec<&GoldQuote>) = row
        .quotes
        .iter()
        .filter(|quote| quote.kind != "indirect")
        .flat_map(|quote| quote.fragments().map(move |span| (span, quote)))
        .map(|(span, quote)| (span.stripped(&text), quote))
        .filter(|(span, _)| span.len() > 0)
        .unzip();
    let (places, found): (Vec<Stretch>, Vec<&FoundQuote>) = found
        .iter()
        .map(|quote| (quote.stretch().stripped(&text), quote))
        .filter(|(span, _)| {
            span.len() > 0 && marked.iter().any(|m| span.shared(*m) * 2 > span.len())
        })
        .unzip();
    let pairs = pair(&places, &wanted);
    for ((pair, quote), place) in pairs.iter().zip(&found).zip(&places) {
        let gold = pair.map(|at| of[at]);
        let right = gold.is_some_and(|gold| gold.names(quote));
        counts.hit += usize::from(gold.is_some());
        counts.wrong += usize::from(gold.is_none());
        counts.right += usize::from(right);
        counts.sure += usize::from(quote.is_sure());
        counts.sure_right += usize::from(quote.is_sure() && right);
        let listed = |class| Listed::new(class, row, &text, *place, gold, Some(quote));
        match gold {
            None => list(listed("false")),
            Some(_) if !right => list(listed("speaker")),
            Some(_) => {}
        }
        if quote.is_sure() && !right {
            list(listed("sure"));
        }
    }
    for (at, place) in wanted.iter().enumerate().filter(|(at, _)| !pairs.contains(&Some(*at))) {
        counts.missed += 1;
        list(Listed::new("missed", row, &text, *place, Some(of[at]), None));
    }
}

#[cfg(test)]
mod tests {
    use super::super::rows::tests::{found, gold};
    use super::*;

    #[test]
    fn counts_what_is_right_wrong_and_missed() {
        let gold = GoldRow {
            doc_id: "a".to_owned(),
            text: "x".repeat(100),
            quotes: vec![gold("direct", 0, 10), gold("mixed", 40, 50), gold("indirect", 60, 70)],
            unattributed_marked: vec![Stretch::new(80, 90)],
        };
        let quotes = vec![
            found("direct", 0, 10, "Smith"),
            found("scare", 80, 90, "Jones"),
            // Not in marks: not counted here.
            found("indirect", 60, 70, "Smith"),
        ];
        let row = FoundRow { doc_id: "a".to_owned(), quotes };
        let mut classes = Vec::new();
        let counts = count(&[gold], &[row], &mut |listed| classes.push(listed.class));
        let expected = Counts { hit: 1, right: 1, wrong: 1, missed: 1, sure: 2, sure_right: 1 };
        assert_eq!(counts, expected);
        assert_eq!(classes, ["false", "sure", "missed"]);
    }
}
