//! Where the gold and the scoring program are, and that they are there.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::error::{Error, Result};
use crate::{files, process, root};

/// The files that measuring needs.
pub(super) struct Inputs {
    pub(super) seeds: PathBuf,
    pub(super) seeds_quotes: PathBuf,
    pub(super) dev: PathBuf,
    pub(super) pronouns: PathBuf,
    pub(super) train: PathBuf,
    pub(super) score_py: PathBuf,
}

impl Inputs {
    /// The files of `gold`, or of where the gold is by default.
    pub(super) fn find(gold: Option<&Path>) -> Result<Self> {
        let named = std::env::var_os("PARALLAX_GOLD").map(PathBuf::from);
        let beside = || root::root().join("../shared/gold");
        let folder = gold.map(Path::to_owned).or(named).unwrap_or_else(beside);
        let there = |name: &str| is_there(folder.join(name));
        let inputs = Self {
            seeds: there("seeds.json")?,
            seeds_quotes: there("seeds-quotes.jsonl")?,
            dev: there("polnear-dev.jsonl")?,
            pronouns: there("pronoun-gold-dev.jsonl")?,
            train: there("polnear-train.jsonl.gz")?,
            score_py: there("../tools/score.py")?,
        };
        let mut python = process::command("python3");
        if process::output(python.arg("--version")).is_none() {
            let remedy = "score.py is written in it; install it, then run this again".to_owned();
            return Err(Error::Missing { program: "python3".to_owned(), remedy });
        }
        Ok(inputs)
    }
}

fn is_there(path: PathBuf) -> Result<PathBuf> {
    if path.is_file() {
        return Ok(path);
    }
    let problem = "is not there: measuring needs the gold annotations, which are not of the \
                   project; name their folder (`cargo xtask eval FOLDER`, or PARALLAX_GOLD)";
    Err(Error::Content { path, problem: problem.to_owned() })
}

/// The JSON value in a file.
pub(super) fn value(path: &Path) -> Result<Value> {
    parsed(path, &files::text(path)?)
}

/// The JSON value of `text`, which came from `path`.
pub(super) fn parsed(path: &Path, text: &str) -> Result<Value> {
    serde_json::from_str(text).map_err(|cause| Error::Content {
        path: path.to_owned(),
        problem: format!("is not JSON: {cause}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_gold_is_said_plainly() {
        let error = Inputs::find(Some(Path::new("no-such-folder"))).err().unwrap().to_string();
        assert!(error.starts_with("no-such-folder/seeds.json: is not there"), "{error}");
        assert!(error.contains("PARALLAX_GOLD"), "{error}");
    }
}
