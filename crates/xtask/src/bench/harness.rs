//! The harness of the peers: copied beside the build, with the engine's adapter and queries with slips added.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::results::Measured;
use super::table::OURS;
use crate::error::{At, Error, Result};
use crate::{files, process, root};

/// The kinds of queries that the harness asks, and what it is to ask beside.
const KINDS: [&str; 2] = ["['w1','w2','prefix','phrase']", "['w1','w2','prefix','phrase','typo']"];

/// The copy of the harness, and the folder that it works in.
pub(super) struct Harness {
    /// Where it was copied from.
    peers: PathBuf,
    /// Corpora, built indexes and results.
    work: PathBuf,
}

impl Harness {
    /// Copies the harness of `peers`, or of where it is by default, and installs what it needs.
    pub(super) fn prepare(peers: Option<&Path>) -> Result<Self> {
        let named = std::env::var_os("PARALLAX_PEERS").map(PathBuf::from);
        let beside = || root::root().join("../shared/peers");
        let peers = peers.map(Path::to_owned).or(named).unwrap_or_else(beside);
        if !peers.join("run.mjs").is_file() {
            let problem = "holds no harness of peers, which is not of the project; name its folder \
                           (`cargo xtask bench FOLDER`, or PARALLAX_PEERS)";
            return Err(Error::Content { path: peers, problem: problem.to_owned() });
        }
        let harness = Self { peers, work: root::root().join("target/peers") };
        harness.copy()?;
        harness.install()?;
        Ok(harness)
    }

    /// The folder of the copy.
    pub(super) fn folder(&self) -> PathBuf {
        self.work.join("harness")
    }

    /// The rows of a corpus.
    pub(super) fn rows(&self, size: &str) -> PathBuf {
        self.work.join(format!("corpus-{size}.jsonl"))
    }

    /// The queries, with those that have slips.
    pub(super) fn queries(&self) -> PathBuf {
        self.folder().join("queries.json")
    }

    fn copy(&self) -> Result<()> {
        let engines = self.folder().join("engines");
        fs::create_dir_all(&engines).at("make", &engines)?;
        for path in files::all_below(&self.peers.join("engines"))? {
            let name = path.file_name().unwrap_or_default();
            fs::copy(&path, engines.join(name)).at("copy", &path)?;
        }
        let adapter = root::root().join("crates/bench/adapter.mjs");
        fs::copy(&adapter, engines.join(format!("{OURS}.mjs"))).at("copy", &adapter)?;
        for name in ["run.mjs", "page.mjs"] {
            let path = self.peers.join(name);
            files::write(&self.folder().join(name), &asking_typos(&path, &files::text(&path)?)?)?;
        }
        let queries = self.peers.join("queries.json");
        let all = with_typos(&queries, &files::text(&queries)?)?;
        files::write(&self.queries(), &all)
    }

    fn install(&self) -> Result<()> {
        let wanted = self.peers.join("package.json");
        let there = self.work.join("package.json");
        let text = files::text(&wanted)?;
        if self.work.join("node_modules").is_dir() && files::text(&there).is_ok_and(|it| it == text)
        {
            return Ok(());
        }
        println!("  installing the other engines");
        files::write(&there, &text)?;
        let mut npm = process::command("npm");
        npm.args(["install", "--no-audit", "--no-fund"]).current_dir(&self.work);
        process::logged("peers", &mut npm, "see that npm can reach its registry")
    }

    /// Makes the corpora if that one is not there yet.
    pub(super) fn corpus(&self, size: &str) -> Result<()> {
        if self.rows(size).is_file() {
            return Ok(());
        }
        println!("  making the corpora");
        let mut python = process::command("python3");
        python.arg(self.peers.join("make_corpus.py")).env("PEERS_WORK", &self.work);
        process::logged(
            "corpora",
            &mut python,
            "see that python3 runs, and the peers' raw files are there",
        )?;
        if self.rows(size).is_file() {
            return Ok(());
        }
        Err(Error::Usage(format!("there is no corpus `{size}` among the peers'")))
    }

    /// What an engine does with a corpus in a browser. The engine's own index is made anew, others' are kept.
    pub(super) fn measure(&self, engine: &str, size: &str, command: &Path) -> Result<Measured> {
        println!("  {engine} with {size}");
        let index = self.work.join(format!("idx/{engine}-{size}"));
        if engine == OURS && index.is_dir() {
            fs::remove_dir_all(&index).at("remove", &index)?;
        }
        let mut node = process::command("node");
        node.arg("--max-old-space-size=14000").arg(self.folder().join("run.mjs"));
        node.args([engine, size, "5"]).env("PEERS_WORK", &self.work);
        node.env("PARALLAX", command).env("PARALLAX_MODULE", self.folder().join("engines/module"));
        process::logged("bench", &mut node, "see what is said above")?;
        let path = self.work.join(format!("results/{engine}-{size}.json"));
        let pack = index.join("corpus.pack");
        Measured::read(engine, &path, pack.is_file().then_some(&*pack))
    }
}

/// The harness's program, asking for words with slips where an engine can find them.
fn asking_typos(path: &Path, text: &str) -> Result<String> {
    let (kinds, prefix) = (KINDS[0], "if(kind==='prefix'&&!caps.prefix) continue;");
    let asks =
        text.replace(kinds, KINDS[1]).replace("'phrase','facets'", "'phrase','typo','facets'");
    let asks = asks.replace(prefix, &format!("{prefix} if(kind==='typo'&&!caps.typo) continue;"));
    if asks.contains("'typo'") {
        return Ok(asks);
    }
    let problem = format!("asks no {kinds}: this chore knows another version of the harness");
    Err(Error::Content { path: path.to_owned(), problem })
}

/// The queries, and the single words once more with a slip each: a letter left out, doubled, or taken for
/// the next of the alphabet.
fn with_typos(path: &Path, text: &str) -> Result<String> {
    let odd = |problem: String| Error::Content { path: path.to_owned(), problem };
    let mut queries: Value =
        serde_json::from_str(text).map_err(|cause| odd(format!("is not JSON: {cause}")))?;
    let words = queries["w1"].as_array().ok_or_else(|| odd("has no list `w1`".to_owned()))?;
    let words = words.iter().filter_map(Value::as_str);
    queries["typo"] = words.enumerate().map(|(number, word)| slip(number, word)).collect();
    Ok(queries.to_string())
}

fn slip(number: usize, word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = (number * 7 % letters.len().max(1)).max(1);
    match (number % 3, letters.get(at).copied()) {
        (0, Some(_)) => {
            letters.remove(at);
        }
        (1, Some(letter)) => letters.insert(at, letter),
        (_, Some(letter)) => letters[at] = char::from_u32(letter as u32 + 1).unwrap_or('a'),
        (_, None) => {}
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_gets_one_slip() {
        let slips: Vec<_> = (1..4).map(|number| slip(number, "looking")).collect();
        assert_eq!(slips, ["loooking", "lpoking", "loking"]);
    }

    #[test]
    fn another_harness_is_refused_by_name() {
        let error = asking_typos(Path::new("page.mjs"), "[]").unwrap_err().to_string();
        assert!(error.starts_with("page.mjs"), "{error}");
    }
}
