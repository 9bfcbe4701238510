//! Reported speech without marks against the gold. A prediction is right where its words are at
//! least half those of a gold content (intersection over union) and its source is the gold's. One
//! that meets a content with marked words in it is neither right nor wrong: that is scored in
//! marks.

use std::collections::HashMap;

use super::{
    errors::Listed,
    quotes::share,
    rows::{FoundQuote, FoundRow, GoldQuote, GoldRow},
    spans::{Stretch, pair},
};

/// What the predictions came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) gold: usize,
    pub(super) predicted: usize,
    /// Predictions at the words of a gold content, and those that name its source too.
    pub(super) hit: usize,
    pub(super) right: usize,
}

impl Counts {
    /// The share of predictions that are right.
    pub(super) fn precision(self) -> f64 {
        share(self.right, self.predicted)
    }

    /// The share of gold contents that are found with their source.
    pub(super) fn recall(self) -> f64 {
        share(self.right, self.gold)
    }
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
    let contents = |indirect: bool| -> (Vec<Stretch>, Vec<&GoldQuote>) {
        let unmarked =
            |quote: &GoldQuote| quote.kind == "indirect" && !has_typed_marks(quote, &text);
        let fitting = row.quotes.iter().filter(|quote| unmarked(quote) == indirect);
        fitting.map(|quote| (quote.stretch().stripped(&text), quote)).unzip()
    };
    let (wanted, of) = contents(true);
    let (others, _) = contents(false);
    let (places, found): (Vec<Stretch>, Vec<&FoundQuote>) = found
        .iter()
        .filter(|quote| quote.kind == "indirect")
        .map(|quote| (quote.stretch().stripped(&text), quote))
        .unzip();
    let pairs = pair(&places, &wanted);
    counts.gold += wanted.len();
    for ((pair, quote), place) in pairs.iter().zip(&found).zip(&places) {
        let listed = |class, gold| Listed::new(class, row, &text, *place, gold, Some(quote));
        match pair.map(|at| of[at]) {
            None if others.iter().any(|other| place.likeness(*other) >= 0.5) => continue,
            None => list(listed("indirect-false", None)),
            Some(gold) => {
                counts.hit += 1;
                counts.right += usize::from(gold.names(quote));
                if !gold.names(quote) {
                    list(listed("indirect-source", Some(gold)));
                }
            }
        }
        counts.predicted += 1;
    }
    for (at, place) in wanted.iter().enumerate().filter(|(at, _)| !pairs.contains(&Some(*at))) {
        list(Listed::new("indirect-missed", row, &text, *place, Some(of[at]), None));
    }
}

/// Whether a content has marks of two single signs, ''so'': the gold takes no note of such marks,
/// and calls what stands between them indirect.
fn has_typed_marks(quote: &GoldQuote, text: &[char]) -> bool {
    let words = text.get(quote.start..quote.end.min(text.len())).unwrap_or_default();
    words.windows(2).any(|pair| matches!(pair, ['\'', '\''] | ['`', '`']))
}

#[cfg(test)]
mod tests {
    use super::super::rows::tests::{found, gold};
    use super::*;

    #[test]
    fn words_and_source_must_both_be_right() {
        let gold = GoldRow {
            doc_id: "a".to_owned(),
            text: "x".repeat(100),
            quotes: vec![
                gold("indirect", 0, 10),
                gold("indirect", 30, 40),
                gold("indirect", 50, 60),
                gold("mixed", 70, 80),
            ],
            unattributed_marked: Vec::new(),
        };
        let quotes = vec![
            found("indirect", 1, 10, "Smith"),
            found("indirect", 30, 40, "Jones"),
            found("indirect", 70, 80, "Smith"),
            found("indirect", 90, 99, "Smith"),
        ];
        let row = FoundRow { doc_id: "a".to_owned(), quotes };
        let mut classes = Vec::new();
        let counts = count(&[gold], &[row], &mut |listed| classes.push(listed.class));
        assert_eq!(counts, Counts { gold: 3, predicted: 3, hit: 2, right: 1 });
        assert_eq!(classes, ["indirect-source", "indirect-false", "indirect-missed"]);
    }
}
