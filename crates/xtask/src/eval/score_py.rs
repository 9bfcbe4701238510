//! Figures of `score.py`, the program that defines them.

use std::path::Path;

use serde_json::Value;

use super::{inputs::Inputs, table::Figure};
use crate::error::{Error, Result};
use crate::process;

/// Fragments of the five documents, and their speakers by full name.
pub(super) fn persons(inputs: &Inputs, found: &Path) -> Result<Vec<Figure>> {
    let printed = score(inputs, &["persons".as_ref(), inputs.seeds_quotes.as_os_str()], found)?;
    let last = printed.lines().last().unwrap_or_default();
    let [found, all, right, _] = numbers(last)[..] else { return Err(unread(inputs, &printed)) };
    Ok(vec![
        Figure::of("five: attributed fragments", found, all),
        Figure::of("five: speakers by full name", right, all),
    ])
}

/// Quotations: direct ones, and direct and mixed ones.
pub(super) fn quotes(inputs: &Inputs, found: &Path) -> Result<Vec<Figure>> {
    let printed = score(inputs, &["quotes".as_ref(), inputs.dev.as_os_str()], found)?;
    let views = [
        ("D relaxed", "end_to_end", "direct: end to end", Some(90.0)),
        ("D exact", "end_to_end", "direct: exact", None),
        ("A relaxed", "end_to_end", "direct and mixed: end to end", Some(85.0)),
        ("A exact", "end_to_end", "direct and mixed: exact", None),
        ("A relaxed", "f1", "direct and mixed: detection", Some(96.5)),
    ];
    let figure = |(view, key, name, least): (&str, &str, &str, Option<f64>)| {
        let value = value(&printed, view, key).ok_or_else(|| unread(inputs, &printed))?;
        Ok(match least {
            Some(least) => Figure::at_least(name, value, least, ""),
            None => Figure::plain(name, format!("{value:.1}")),
        })
    };
    views.into_iter().map(figure).collect()
}

/// The people behind "he" and "she".
pub(super) fn pronouns(inputs: &Inputs, found: &Path) -> Result<Vec<Figure>> {
    let gold = ["pronouns".as_ref(), inputs.dev.as_os_str(), inputs.pronouns.as_os_str()];
    let printed = score(inputs, &gold, found)?;
    let [right, all, ..] = numbers(&printed)[..] else { return Err(unread(inputs, &printed)) };
    let share = 100.0 * right as f64 / all.max(1) as f64;
    let figure = Figure::at_least("he and she", share, 80.0, " %");
    Ok(vec![figure.with(&format!("{right} of {all}"))])
}

/// The field `key` of the line of `view`: `A relaxed {"f1": 94.9, …}`.
fn value(printed: &str, view: &str, key: &str) -> Option<f64> {
    let line = printed.lines().find(|line| line.starts_with(view))?;
    let value: Value = serde_json::from_str(line.get(line.find('{')?..)?).ok()?;
    value.get(key)?.as_f64()
}

/// The whole numbers in a line, in order.
fn numbers(line: &str) -> Vec<usize> {
    line.split(|letter: char| !letter.is_ascii_digit())
        .filter_map(|word| word.parse().ok())
        .collect()
}

fn score(inputs: &Inputs, arguments: &[&std::ffi::OsStr], found: &Path) -> Result<String> {
    let mut python = process::command("python3");
    python.arg(&inputs.score_py).args(arguments).arg(found);
    process::output(&mut python).ok_or_else(|| Error::Failed {
        command: process::line(&python),
        status: "it says why when typed".to_owned(),
        remedy: "see that score.py is the one that the gold came with".to_owned(),
    })
}

fn unread(inputs: &Inputs, printed: &str) -> Error {
    let problem = format!("printed what is not understood here: {printed}");
    Error::Content { path: inputs.score_py.clone(), problem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_the_program_prints() {
        let printed = "D exact   {\"f1\": 1.5}\nA relaxed {\"f1\": 94.9, \"end_to_end\": 76.7}\n";
        assert_eq!(value(printed, "A relaxed", "end_to_end"), Some(76.7));
        assert_eq!(value(printed, "A exact", "f1"), None);
        let line = "fragments 36 of 36; speakers by full name 35 of 36";
        assert_eq!(numbers(line), [36, 36, 35, 36]);
    }
}
