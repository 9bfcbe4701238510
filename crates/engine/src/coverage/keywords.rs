//! The words that set each report of an event apart from the others of it, by log-likelihood.
//!
//! Dunning's G² ("Accurate Methods for the Statistics of Surprise and Coincidence", 1993), in the form for two corpora
//! of Rayson and Garside, "Comparing Corpora using Frequency Profiling" (2000). Words are counted as they stand, in
//! lower case and not as stems; function words and figures tell nothing of a report and are left aside, but count among all
//! its words. Linear in the texts. Does not know what the words mean.

use std::collections::BTreeMap;

use crate::{
    collection::Segment,
    order::sort_by,
    span::Span,
    text::{
        is_function_word,
        word::{fold, words},
    },
};

/// A word is used at least so often in the report.
const LEAST: usize = 2;
/// From here on chance alone would do as much less than once in twenty words (χ², one degree of freedom).
const SURPRISE: f64 = 3.84;
/// So many words are told of a report, at most.
const MOST: usize = 10;

/// A word that a report uses more than the others do.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// The word as the report mostly spells it.
    pub word: String,
    /// How often the other reports have it, all together.
    pub others: usize,
    /// How surprising that is: the higher, the more.
    pub likelihood: f64,
    /// Where the report has it.
    pub places: Vec<Span>,
}

/// The words of a report.
struct Counted {
    /// How many there are.
    all: usize,
    /// Where each that tells something stands, in lower case.
    telling: BTreeMap<String, Vec<Span>>,
}

/// For each of the reports the words that set it apart, the most surprising first.
pub(super) fn of(reports: &[(&Segment, usize)]) -> Vec<Vec<Keyword>> {
    if reports.len() < 2 {
        return vec![Vec::new(); reports.len()];
    }
    let counted: Vec<Counted> = reports.iter().map(|&(segment, at)| count(segment, at)).collect();
    let all: usize = counted.iter().map(|report| report.all).sum();
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for (word, places) in counted.iter().flat_map(|report| &report.telling) {
        *times.entry(word).or_default() += places.len();
    }
    let keywords = reports.iter().zip(&counted).map(|(&(segment, at), report)| {
        let keyword = |(word, places): (&String, &Vec<Span>)| {
            let others = times.get(word.as_str()).copied().unwrap_or_default() - places.len();
            let likelihood = surprise((places.len(), report.all), (others, all - report.all))?;
            (places.len() >= LEAST && likelihood >= SURPRISE).then(|| Keyword {
                word: spelt(segment.shelf.text(at), places),
                others,
                likelihood,
                places: places.clone(),
            })
        };
        let mut keywords: Vec<Keyword> = report.telling.iter().filter_map(keyword).collect();
        sort_by(&mut keywords, |one, other| other.likelihood.total_cmp(&one.likelihood));
        keywords.truncate(MOST);
        keywords
    });
    keywords.collect()
}

fn count(segment: &Segment, article: usize) -> Counted {
    let record = segment.record(article);
    let mut counted = Counted { all: 0, telling: BTreeMap::new() };
    for block in record.article.text_blocks() {
        for span in words(record.source, block.span) {
            counted.all += 1;
            let word = fold(span.of(record.source));
            // In small letters a pronoun; in capitals a country.
            let pronoun = span.of(record.source) == "us";
            let figure = word.contains(|letter: char| letter.is_ascii_digit());
            if !figure && !pronoun && word.chars().count() > 1 && !is_function_word(&word) {
                counted.telling.entry(word.into_owned()).or_default().push(span);
            }
        }
    }
    counted
}

/// G² of a word that is used so often among so many words here, and so often among so many elsewhere; none where it is
/// not used more here.
fn surprise(here: (usize, usize), elsewhere: (usize, usize)) -> Option<f64> {
    let ((times, all), (others, rest)) = (here, elsewhere);
    (times * rest > others * all).then_some(())?;
    let share = (times + others) as f64 / (all + rest) as f64;
    let term = |times: usize, all: usize| match times {
        0 => 0.0,
        times => times as f64 * (times as f64 / (all as f64 * share)).ln(),
    };
    Some(2.0 * (term(times, all) + term(others, rest)))
}

/// The word as it is mostly spelt, and first of several.
fn spelt(source: &str, places: &[Span]) -> String {
    let times = |word: &str| places.iter().filter(|place| place.of(source) == word).count();
    let spellings = places.iter().rev().map(|place| place.of(source));
    spellings.max_by_key(|word| times(word)).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        testing::{Sample, corpus, opened},
        text::lower,
    };

    /// The words of each of some reports, with how often it has them and the others do.
    #[track_caller]
    fn check(texts: &[&str], expected: &[&[(&str, usize, usize)]]) {
        let samples: Vec<Sample<'_>> =
            texts.iter().map(|text| Sample { outlet: "A", day: "2010-11-20", text }).collect();
        let collection = opened(&corpus(&samples));
        let segment = &*collection.segments()[0];
        let reports: Vec<_> = (0..texts.len()).map(|at| (segment, at)).collect();
        let found = of(&reports);
        let told: Vec<Vec<_>> = found
            .iter()
            .map(|of| of.iter().map(|it| (it.word.as_str(), it.places.len(), it.others)).collect())
            .collect();
        assert_eq!(told, expected);
        for (keywords, text) in found.iter().zip(texts) {
            for keyword in keywords {
                let is = |place: &Span| lower(place.of(text)) == lower(&keyword.word);
                assert!(keyword.places.iter().all(is), "{keyword:?}");
            }
        }
    }

    #[test]
    fn the_measure_is_that_of_rayson_and_garside() {
        // 2 (20 ln(20 / 15) + 10 ln(10 / 15))
        let measured = surprise((20, 1000), (10, 1000)).unwrap();
        assert!((measured - 3.398).abs() < 0.001, "{measured}");
        assert_eq!(surprise((10, 1000), (20, 1000)), None, "used less");
        assert_eq!(surprise((10, 1000), (10, 1000)), None, "used alike");
        assert!(surprise((5, 100), (0, 100)).unwrap() > 6.9, "5 times 2 ln 2");
    }

    #[test]
    fn a_word_that_one_report_repeats_sets_it_apart() {
        check(
            &[
                "Missiles here and missiles there, missiles at sea: the shield of the many missiles.",
                "A talk of trust and peace was held on the coast in a small town by the sea.",
            ],
            &[&[("missiles", 4, 0)], &[]],
        );
    }

    #[test]
    fn function_words_figures_and_what_is_said_once_tell_nothing() {
        let plain = "Some quiet words about a town, the sea and a hill in the north of an island.";
        check(&["Up up up up 2010 2010 2010 2010 once", plain], &[&[], &[]]);
    }

    #[test]
    fn one_report_has_nothing_beside_it() {
        check(&["Missiles missiles missiles missiles"], &[&[]]);
    }
}
