//! The last name in what a text calls a speaker, as `score.py` takes it.

const TITLES: [&str; 16] = [
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
];
const NOT_A_FORENAME: [&str; 11] =
    ["The", "A", "An", "Former", "One", "Some", "Many", "He", "She", "They", "In"];
const CUTS: [&str; 8] = [",", " who ", " of the ", " of ", " - ", " for ", " at ", " in "];

/// The last word of the first run of capitalised words that is more than titles.
pub(super) fn last_name(name: &str) -> Option<String> {
    let name = without_brackets(name);
    segments(&name).iter().find_map(|segment| in_segment(segment))
}

fn without_brackets(name: &str) -> String {
    let mut rest = name;
    let mut plain = String::new();
    while let Some((before, inside)) = rest.split_once('(') {
        let Some((_, after)) = inside.split_once(')') else { break };
        plain.push_str(before);
        plain.push(' ');
        rest = after;
    }
    plain + rest
}

fn segments(name: &str) -> Vec<&str> {
    let mut segments = vec![name];
    for cut in CUTS {
        segments = segments.iter().flat_map(|segment| segment.split(cut)).collect();
    }
    segments
}

fn in_segment(segment: &str) -> Option<String> {
    let words = words(segment);
    let mut runs = words.split(|word| !word.starts_with(char::is_uppercase));
    runs.find_map(|run| {
        let mut run: Vec<&str> = run
            .iter()
            .map(String::as_str)
            .filter(|word| {
                let bare = word.to_lowercase();
                let bare = bare.trim_matches('.');
                !TITLES.contains(&bare) && bare != "sir"
            })
            .collect();
        if run.first().is_some_and(|first| NOT_A_FORENAME.contains(first)) {
            run.remove(0);
        }
        run.last().map(|last| bare(last))
    })
}

/// A letter, and what words are made of behind it.
fn words(segment: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut inside = false;
    for letter in segment.chars() {
        let goes_on = letter.is_alphanumeric() || "_.'’-".contains(letter);
        match words.last_mut().filter(|_| inside && goes_on) {
            Some(word) => word.push(letter),
            None if letter.is_alphabetic() => {
                words.push(letter.to_string());
                inside = true;
            }
            None => inside = false,
        }
    }
    words
}

/// Without the possessive's ending, in small letters.
fn bare(word: &str) -> String {
    let cut = ["'s", "’s", "'", "’"].iter().find_map(|ending| word.strip_suffix(ending));
    cut.unwrap_or(word).trim_matches('.').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_name_a_speaker_is_known_by() {
        let cases = [
            ("Ann Smith", Some("smith")),
            ("Sen. Ann Smith (D-Ohio)", Some("smith")),
            ("The Post", Some("post")),
            ("President Lee's", Some("lee")),
            ("a spokesman for the Northern Line", Some("line")),
            ("the minister, Bob Jones", Some("jones")),
            ("officials", None),
            ("He", None),
            ("", None),
        ];
        for (name, expected) in cases {
            assert_eq!(last_name(name).as_deref(), expected, "{name}");
        }
    }
}
