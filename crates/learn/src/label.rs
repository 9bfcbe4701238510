//! Labels: which of a fragment's candidates the annotators took for its speaker.
//!
//! A candidate is right if it overlaps the annotated words or bears the same last name, as the
//! scoring has it. Knows no features.

use parallax_engine::quote::learning::{Choice, Example};

use crate::gold::{Article, Spoken};

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
    if spoken.speaker.is_empty() {
        return Label::Absent;
    }
    let wanted = if spoken.pronoun { None } else { last_name(&spoken.speaker) };
    let fits = |candidate: &Choice| {
        let mention = (candidate.mention.start as usize, candidate.mention.end as usize);
        let name = candidate.name.map(|name| name.of(&article.text));
        spoken.mentions.iter().any(|&span| overlap(span, mention) > 0)
            || (wanted.is_some() && name.and_then(last_name) == wanted)
    };
    let right = example.candidates.iter().enumerate().skip(1);
    let right: Vec<usize> = right.filter(|(_, one)| fits(one)).map(|(at, _)| at).collect();
    if right.is_empty() { Label::Absent } else { Label::Right(right) }
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
