//! Labels: which of a fragment's candidates the annotators took for its speaker.
//!
//! A candidate is right if it overlaps the annotated words or bears the same last name, as the
//! scoring has it. Knows no features.

use parallax_engine::quote::learning::{Choice, Example};

use crate::gold::{Article, Source, Spoken};

/// What the annotators say of a fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// Nothing: it is left out.
    Unknown,
    /// Nobody speaks it.
    Nobody,
    /// Somebody who is not among the candidates.
    Absent,
    /// These candidates are right.
    Right(Vec<usize>),
}

/// What the annotators of `article` say of the fragment; and whether it is a direct quotation.
pub(crate) fn label(article: &Article, example: &Example) -> (Label, bool) {
    let quote = (example.quote.start as usize, example.quote.end as usize);
    let best = article.spoken.iter().max_by_key(|spoken| overlap(spoken.span, quote));
    let best = best.filter(|spoken| {
        let shared = overlap(spoken.span, quote);
        shared * 2 > (spoken.span.1 - spoken.span.0).min(quote.1 - quote.0)
    });
    if let Some(spoken) = best {
        return (speakers(article, spoken, example), spoken.direct);
    }
    let nobody = article
        .unspoken
        .iter()
        .any(|&span| overlap(span, quote) * 2 > (span.1 - span.0).min(quote.1 - quote.0));
    (if nobody { Label::Nobody } else { Label::Unknown }, false)
}

fn speakers(article: &Article, spoken: &Spoken, example: &Example) -> Label {
    if spoken.source.speaker.is_empty() {
        return Label::Absent;
    }
    let right = example.candidates.iter().enumerate().skip(1);
    let right = right.filter(|(_, one)| names(article, &spoken.source, one));
    let right: Vec<usize> = right.map(|(at, _)| at).collect();
    if right.is_empty() { Label::Absent } else { Label::Right(right) }
}

/// Whether the candidate is the source: by words that overlap, or by the last name.
fn names(article: &Article, source: &Source, candidate: &Choice) -> bool {
    let mention = (candidate.mention.start as usize, candidate.mention.end as usize);
    let wanted = if source.pronoun { None } else { last_name(&source.speaker) };
    let name = candidate.name.map(|name| name.of(&article.text));
    source.mentions.iter().any(|&span| overlap(span, mention) > 0)
        || (wanted.is_some() && name.and_then(last_name) == wanted)
}

/// How much less like the annotators' content than the best one a right content may be.
const LESS: f64 = 0.15;

/// What the annotators of `article` say of what a cue reports, and the number of the content.
pub(crate) fn report_label(article: &Article, example: &Example) -> (Label, Option<usize>) {
    let mut best: Option<(f64, usize)> = None;
    let mut marked = false;
    let mut alike = Vec::new();
    for (at, candidate) in example.candidates.iter().enumerate().skip(1) {
        let content = stripped(
            &article.text,
            (candidate.content.start as usize, candidate.content.end as usize),
        );
        for (number, reported) in article.reported.iter().enumerate() {
            let likeness = likeness(content, stripped(&article.text, reported.span));
            if likeness < 0.5 {
                continue;
            }
            if !reported.unmarked {
                marked = true;
            } else if names(article, &reported.source, candidate) {
                alike.push((at, likeness));
                if best.is_none_or(|(most, _)| likeness > most) {
                    best = Some((likeness, number));
                }
            }
        }
    }
    let Some((most, number)) = best else {
        return (if marked { Label::Unknown } else { Label::Nobody }, None);
    };
    let mut right: Vec<usize> = alike
        .into_iter()
        .filter(|(_, likeness)| *likeness >= most - LESS)
        .map(|(at, _)| at)
        .collect();
    right.dedup();
    (Label::Right(right), Some(number))
}

/// The number of the annotators' content that a candidate is right for.
pub(crate) fn meets(article: &Article, candidate: &Choice) -> Option<usize> {
    let content = (candidate.content.start as usize, candidate.content.end as usize);
    let content = stripped(&article.text, content);
    let numbered = article.reported.iter().enumerate().filter(|(_, reported)| reported.unmarked);
    let alike = numbered
        .map(|(number, one)| (likeness(content, stripped(&article.text, one.span)), number, one))
        .filter(|(likeness, ..)| *likeness >= 0.5);
    let (_, number, reported) = alike.max_by(|one, two| one.0.total_cmp(&two.0))?;
    names(article, &reported.source, candidate).then_some(number)
}

/// A stretch without the signs at its edges, as the scoring takes it.
fn stripped(text: &str, span: (usize, usize)) -> (usize, usize) {
    let edge = |c: char| c.is_whitespace() || " .,;:!?-–—\"'“”‘’«»…()[]".contains(c);
    let words = text.get(span.0..span.1).unwrap_or_default();
    let start = span.0 + words.len() - words.trim_start_matches(edge).len();
    (start, start + words.trim_matches(edge).len())
}

/// Intersection over union.
fn likeness(one: (usize, usize), two: (usize, usize)) -> f64 {
    let all = one.1.max(two.1).saturating_sub(one.0.min(two.0)).max(1);
    overlap(one, two) as f64 / all as f64
}

fn overlap(left: (usize, usize), right: (usize, usize)) -> usize {
    left.1.min(right.1).saturating_sub(left.0.max(right.0))
}

const TITLES: [&str; 18] = [
    "mr",
    "mrs",
    "ms",
    "dr",
    "sen",
    "rep",
    "gov",
    "president",
    "secretary",
    "general",
    "minister",
    "chancellor",
    "jr",
    "sr",
    "ii",
    "iii",
    "sir",
    "the",
];

/// The last word of the first run of capitalised words that is more than titles.
fn last_name(name: &str) -> Option<String> {
    let ends = [",", " who ", " of ", " - ", " for ", " at ", " in ", "("];
    let end = ends.iter().filter_map(|end| name.find(end)).min().unwrap_or(name.len());
    let mut run: Vec<&str> = Vec::new();
    for word in name.get(..end)?.split_whitespace().chain(["."]) {
        if word.starts_with(char::is_uppercase) {
            run.push(word);
            continue;
        }
        let title =
            |word: &&&str| !TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str());
        if let Some(last) = run.iter().rfind(title) {
            let last = last.trim_end_matches("'s").trim_end_matches("’s");
            return Some(last.trim_matches(['.', '\'', '’']).to_lowercase());
        }
        run.clear();
    }
    None
}
