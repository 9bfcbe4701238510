//! How much of what somebody said each text kept: the longest witness, and the words of it that each other has.
//!
//! A run of little words alone that both happen to have is not kept, unless it is longer than chance. Costs the
//! words of each witness times its differences.

use std::ops::Range;

use super::{apparatus::Aligned, vocabulary::Vocabulary, witness::Witness};
use crate::{span::Span, text::is_function_word};

/// So many little words in a row are more than chance.
const RUN: usize = 3;

/// The longest witness of an utterance, and what the others kept of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Clip {
    /// The witness whose words lead: the longest in marks.
    pub longest: Witness,
    /// What the others kept, from the earliest to the latest.
    pub kept: Vec<Kept>,
}

/// What a witness kept of the longest one.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The witness.
    pub witness: Witness,
    /// The words of the longest that it has, by number, in order.
    pub words: Vec<Range<usize>>,
    /// Where they stand in the longest one's document.
    pub spans: Vec<Span>,
    /// What part of the longest one's words they are, from 0 to 1.
    pub share: f32,
    /// Where the witness has words that the longest has not, in its own document.
    pub more: Vec<Span>,
}

impl Clip {
    /// What these witnesses kept of the first. None of nobody.
    pub(crate) fn of(mut witnesses: Vec<Witness>) -> Option<Self> {
        let others = witnesses.split_off(1.min(witnesses.len()));
        let longest = witnesses.pop()?;
        let mut vocabulary = Vocabulary::default();
        let text = longest.numbers(&mut vocabulary);
        let kept = others.into_iter().map(|witness| {
            let aligned = Aligned::new(&text, witness.numbers(&mut vocabulary));
            kept(&longest, witness, &aligned)
        });
        Some(Self { kept: kept.collect(), longest })
    }
}

fn kept(longest: &Witness, witness: Witness, aligned: &Aligned) -> Kept {
    let total = longest.words.len();
    let (mut words, mut more): (Vec<_>, Vec<_>) = (Vec::new(), aligned.more().collect());
    for (here, there) in aligned.equal(total) {
        if tells(longest, here.clone()) { words.push(here) } else { more.push(there) }
    }
    crate::order::sort_by_key(&mut more, |range| range.start);
    let count: usize = words.iter().map(Range::len).sum();
    Kept {
        spans: words.iter().flat_map(|range| longest.spans(range.clone())).collect(),
        share: count as f32 / total.max(1) as f32,
        more: joined(more).into_iter().flat_map(|range| witness.spans(range)).collect(),
        words,
        witness,
    }
}

/// Whether a run of words is more than little words that any text has.
fn tells(witness: &Witness, run: Range<usize>) -> bool {
    let words = witness.words.get(run.clone()).unwrap_or_default();
    let little =
        |word: &Range<usize>| is_function_word(witness.text.get(word.clone()).unwrap_or_default());
    run.len() >= RUN || !words.iter().all(little)
}

/// Ranges in order, those that touch as one.
fn joined(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{quote::QuoteKind, search::ArticleCard};

    /// What a witness kept of the first, and what it has more.
    #[track_caller]
    fn check(longest: &str, witness: &str, kept: &[&str], share: f32, more: &[&str]) {
        let of = |words: &str| {
            let spans = vec![Span::new(0, words.len())];
            Witness::new(ArticleCard::default(), String::new(), QuoteKind::Direct, (words, spans))
        };
        let clip = Clip::of(vec![of(longest), of(witness)]).unwrap();
        let [found] = &clip.kept[..] else { panic!("{clip:?}") };
        let words = |spans: &[Span], text: &'static str| -> Vec<&str> {
            spans.iter().map(|span| span.of(text)).collect()
        };
        let leak = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
        assert_eq!(words(&found.spans, leak(longest)), kept);
        assert_eq!(words(&found.more, leak(witness)), more);
        assert!((found.share - share).abs() < 0.001, "{}", found.share);
    }

    #[test]
    fn a_clipped_quotation_keeps_its_words() {
        check(
            "We met, and we spoke of the war.",
            "we spoke of the war",
            &["we spoke of the war"],
            0.625,
            &[],
        );
        check("One fresh start.", "One fresh start!", &["One fresh start"], 1.0, &[]);
    }

    #[test]
    fn other_words_are_told_apart() {
        check(
            "Today marks a fresh start",
            "Today marks a true fresh start, he said",
            &["Today marks a", "fresh start"],
            1.0,
            &["true", "he said"],
        );
    }

    #[test]
    fn little_words_that_any_text_has_are_not_kept() {
        check("Peace is the aim of Rome", "the talks of Oslo", &[], 0.0, &["the talks of Oslo"]);
        check("Peace it is not", "War it is not", &["it is not"], 0.75, &["War"]);
    }
}
