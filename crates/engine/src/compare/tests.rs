//! Pairs and differences, tried on small reports.

use super::{Link, Pair, Passage, Row, Wording, rows};
use crate::{
    span::Span,
    story::Corpus,
    testing::{Sample, corpus, opened},
};

/// Two reports whose passages are the given texts.
fn reports(left: &[&str], right: &[&str]) -> Corpus {
    let join = |passages: &[&str]| passages.join(" ");
    let (left_text, right_text) = (join(left), join(right));
    let sample = |text| Sample { outlet: "North", day: "2010-11-20", text };
    let mut corpus = corpus(&[sample(&left_text), sample(&right_text)]);
    for (analysis, passages) in corpus.articles.iter_mut().zip([left, right]) {
        let mut at = 0;
        let plain = |passage: &&str| passage.split(['«', '»']).map(unmarked).collect::<String>();
        analysis.sentences = passages
            .iter()
            .map(|passage| {
                let span = Span::new(at, at + plain(passage).len());
                at = span.end as usize + 1;
                span
            })
            .collect();
    }
    corpus
}

/// `speaker|words` without the speaker.
fn unmarked(text: &str) -> &str {
    text.split_once('|').map_or(text, |(_, words)| words)
}

/// The first report beside another.
fn compared(corpus: &Corpus, right: usize) -> Vec<Row> {
    both(corpus, right).0
}

fn both(corpus: &Corpus, right: usize) -> (Vec<Row>, Vec<Link>) {
    let collection = opened(corpus);
    let segment = &collection.segments()[0];
    rows::<true>((segment, 0), (segment, right))
}

/// The passage with what differs in brackets.
fn shown(passage: &Passage) -> String {
    passage.pieces.iter().fold(String::new(), |text, piece| {
        if piece.differs { text + "[" + &piece.text + "]" } else { text + &piece.text }
    })
}

fn pairs(left: &[&str], right: &[&str]) -> Vec<Pair> {
    let pair = |row| match row {
        Row::Pair(pair) => Some(pair),
        Row::OnlyLeft(_) | Row::OnlyRight(_) => None,
    };
    compared(&reports(left, right), 1).into_iter().filter_map(pair).collect()
}

/// The differences between two passages that are sure to be paired.
fn check(left: &str, right: &str, wording: Wording, expected: (&str, &str)) {
    let found = pairs(&[left], &[right]);
    let [pair] = &found[..] else { panic!("{left:?} and {right:?} are not one pair: {found:?}") };
    assert_eq!((shown(&pair.left).as_str(), shown(&pair.right).as_str()), expected);
    assert_eq!(pair.wording, wording);
}

#[test]
fn marks_the_words_that_differ() {
    check(
        "Today marks a fresh start in NATO-Russia relations",
        "Today marks a true fresh start in NATO-Russia relations",
        Wording::Differs,
        (
            "Today marks a fresh start in NATO-Russia relations",
            "Today marks a [true] fresh start in NATO-Russia relations",
        ),
    );
}

#[test]
fn case_and_punctuation_are_no_difference() {
    check(
        "We have overcome the difficulties of the past,",
        "“we have overcome the difficulties of the past!”",
        Wording::Same,
        (
            "We have overcome the difficulties of the past,",
            "“we have overcome the difficulties of the past!”",
        ),
    );
}

#[test]
fn neighbouring_differences_are_one() {
    check(
        "The alliance invited Moscow to join the shield on Saturday",
        "The alliance invited Kiev and Minsk to join the shield on Saturday",
        Wording::Differs,
        (
            "The alliance invited [Moscow] to join the shield on Saturday",
            "The alliance invited [Kiev and Minsk] to join the shield on Saturday",
        ),
    );
}

#[test]
fn passages_with_little_in_common_are_shown_whole() {
    let left = "An equal partnership is what Anna Berg demands";
    let right = "Berg would, as she told us once more, only go along if partnership were equal";
    check(left, right, Wording::Reworded, (left, right));
}

#[test]
fn unrelated_passages_stand_alone() {
    assert!(pairs(&["The summit began"], &["Protests filled the streets"]).is_empty());
}

#[test]
fn passages_in_another_order_are_paired_and_marked_as_moved() {
    let (talks, shield, war) = (
        "The talks opened quietly in Lisbon",
        "A missile shield was promised",
        "Differences over the war remain",
    );
    let found = pairs(&[talks, shield, war], &[war, talks, shield]);
    let moved: Vec<_> = found.iter().map(|pair| (shown(&pair.left), pair.moved)).collect();
    let expected = [(talks, false), (shield, false), (war, true)];
    assert_eq!(moved, expected.map(|(text, moved)| (text.to_owned(), moved)));
}

#[test]
fn a_pair_says_why() {
    let quote = "«Anna Berg|A fresh start for the alliance» she said";
    let found = pairs(&[quote], &["«Anna Berg|Truly a fresh start» added Berg"]);
    assert_eq!(found[0].reasons, ["both quote Anna Berg", "both have fresh, start"]);
    let quoted: Vec<_> = found[0].left.pieces.iter().map(|piece| piece.quoted).collect();
    assert!(quoted[0] && !quoted[quoted.len() - 1]);
}

#[test]
fn every_passage_is_shown_byte_for_byte() {
    let (left, right) = (["One fresh start.", "Two wars."], ["A true, fresh start!", "Peace."]);
    let corpus = reports(&left, &right);
    let mut shown_left = Vec::new();
    let text = |passage: &Passage| -> String {
        passage.pieces.iter().map(|piece| piece.text.as_str()).collect()
    };
    for row in compared(&corpus, 1) {
        match row {
            Row::Pair(pair) => shown_left.push(text(&pair.left)),
            Row::OnlyLeft(passage) => shown_left.push(text(&passage)),
            Row::OnlyRight(_) => {}
        }
    }
    assert_eq!(shown_left, left);
}

#[test]
fn an_article_equals_itself() {
    let corpus = reports(&["One fresh start.", "Two wars."], &[]);
    let same = |row: &Row| matches!(row, Row::Pair(pair) if pair.wording == Wording::Same);
    assert!(compared(&corpus, 0).iter().all(same));
}

#[test]
fn a_split_sentence_answers_both_halves() {
    let (storm, harbour) =
        ("A storm wrecked twelve hundred boats in Velden", "the mayor closed the old harbour");
    let whole = format!("{storm}, and {harbour}");
    let halves = ["Nobody slept", "A storm wrecked 1,200 boats", "The mayor closed the harbour"];
    let (rows, links) = both(&reports(&[&whole, "Talks go on"], &halves), 1);
    let ends: Vec<_> = links.iter().map(|link| (link.left.start, link.moved)).collect();
    assert_eq!(ends, [(0, false), (0, false)], "{links:?}");
    assert_eq!(links[0].right.end + 1, links[1].right.start);
    let pairs = rows.iter().filter(|row| matches!(row, Row::Pair(_)));
    assert_eq!(pairs.count(), 1, "a row has one passage of each side");
}
