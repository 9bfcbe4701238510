//! Builds the page through Trunk, with every tool that Trunk looks for at hand, and passes on what was
//! said of the corpus on the way.

use std::path::Path;
use std::time::Instant;

use crate::error::{Error, Result};
use crate::setup::Toolbox;
use crate::{files, process, root, wasm};

const REMEDY: &str = "what is above says where; a tool at odds is mended by deleting .tools";

/// Names another folder than `corpus/` to build the page from.
const CORPUS: &str = "PARALLAX_CORPUS";

/// What makes a build's own scripts faster, and longer to compile: the one of the page reads the documents, which
/// takes minutes for ten thousand of them otherwise.
const PACKS_FAST: (&str, &str) = ("CARGO_PROFILE_RELEASE_BUILD_OVERRIDE_OPT_LEVEL", "3");

/// Makes the finished page.
pub fn page(tools: &Toolbox) -> Result<()> {
    let start = Instant::now();
    println!("  page          is being built");
    let mut trunk = tools.wasm_command("trunk");
    trunk.args(["build", "--release"]).env("RUST_BACKTRACE", "0");
    if let Some(corpus) = std::env::var_os(CORPUS) {
        // Named from where the chore was typed, which is not where Trunk runs.
        let corpus = std::path::absolute(&corpus).unwrap_or_else(|_| corpus.into());
        if is_large(&corpus) {
            trunk.env(wasm::FAST.0, wasm::FAST.1).env(PACKS_FAST.0, PACKS_FAST.1);
        }
        trunk.env(CORPUS, corpus);
    }
    let run = process::into_log("build", &mut trunk, REMEDY)?;
    let said = process::read_log(&run.log);
    for finding in findings(&said) {
        println!("  warning       {finding}");
    }
    if !run.status.success() {
        return Err(failure(&trunk, &run, &said));
    }
    println!("  page          is in dist/ ({:.1} s)", start.elapsed().as_secs_f32());
    Ok(())
}

/// Whether the documents are more than is put into the page itself: what is built then is made to be fast
/// rather than small. What cannot be read is left to the build to name.
fn is_large(corpus: &Path) -> bool {
    let length = |path: &Path| path.metadata().map_or(0, |data| data.len());
    let documents =
        if corpus.is_dir() { files::all_below(corpus) } else { Ok(vec![corpus.into()]) };
    documents.is_ok_and(|all| all.iter().map(|path| length(path)).sum::<u64>() > LARGE)
}

/// The most bytes of documents whose page is made to be small.
const LARGE: u64 = 1 << 20;

/// What the corpus made the build doubt, as `file:line: message`.
fn findings(said: &str) -> Vec<&str> {
    let warnings =
        said.lines().filter_map(|line| line.trim().strip_prefix("warning: parallax-page@"));
    warnings.filter_map(|warning| Some(warning.split_once(": ")?.1)).collect()
}

/// A document that cannot be read is named by itself; anything else with the end of the log.
fn failure(trunk: &std::process::Command, run: &process::Run, said: &str) -> Error {
    refusal(said).map_or_else(
        || process::failure(trunk, run, REMEDY),
        |refusal| Error::Corpus(refusal.to_owned()),
    )
}

/// What the page's build script said before it gave up.
fn refusal(said: &str) -> Option<&str> {
    let (_, script) = said.split_once("failed to run custom build command for `parallax-page")?;
    let (_, behind) = script.split_once("--- stderr")?;
    behind.lines().map(str::trim).find(|line| !line.is_empty())
}

/// Serves the page and builds it anew on every change, until stopped.
///
/// In a folder of its own: what stands in `dist/` is always a finished page.
pub fn serve_changing(tools: &Toolbox) -> Result<()> {
    let mut trunk = tools.wasm_command("trunk");
    trunk.args(["serve", "--dist"]).arg(root::generated().join("dev"));
    process::show(&mut trunk, REMEDY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_many_documents_is_made_to_be_fast() {
        let folder = root::generated().join("test-large-corpus");
        // What an earlier run left would count.
        let _ = std::fs::remove_dir_all(&folder);
        files::write(&folder.join("rows.jsonl"), &"x".repeat(1 << 19)).unwrap();
        assert!(!is_large(&folder));
        files::write(&folder.join("more/rows.jsonl"), &"x".repeat(1 << 19 | 1)).unwrap();
        assert!(is_large(&folder) && !is_large(&folder.join("rows.jsonl")));
    }

    #[test]
    fn findings_are_told_without_what_cargo_puts_before_them() {
        let said = "   Compiling a v1\nwarning: parallax-page@0.1.0: corpus/a.txt:3: no closing mark\n\
                    warning: unused import: `x`\n";
        assert_eq!(findings(said), ["corpus/a.txt:3: no closing mark"]);
    }

    #[test]
    fn a_refused_document_is_named_by_itself() {
        let said = "error: failed to run custom build command for `parallax-page v0.1.0 (/x)`\n\n\
                    Caused by:\n  process didn't exit successfully\n  --- stdout\n  cargo:x\n\n  \
                    --- stderr\n  corpus/one.txt:3: is not UTF-8\n2026 ERROR";
        assert_eq!(refusal(said), Some("corpus/one.txt:3: is not UTF-8"));
        assert_eq!(refusal("error: could not compile `parallax-page`"), None);
    }
}
