//! `parallax check`: what is doubtful in documents, each under the path of its file.

use std::{
    collections::HashMap,
    io::{self, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use parallax_engine::article::Document;

/// Prints the findings in `documents`, which were read from `paths`.
pub(crate) fn print(documents: &[Document], paths: &[PathBuf], out: &mut impl Write) -> Result<()> {
    let corpus = parallax_engine::story::analyse(documents);
    let files = files(paths)?;
    for finding in &corpus.findings {
        let mut finding = finding.clone();
        if let Some(path) = files.get(&finding.document) {
            finding.document = path.display().to_string();
        }
        writeln!(out, "{finding}")?;
    }
    writeln!(out, "{} documents, {} findings", corpus.articles.len(), corpus.findings.len())?;
    Ok(())
}

/// The files of folders and files, by their documents' names.
fn files(paths: &[PathBuf]) -> Result<HashMap<String, PathBuf>> {
    let mut files = HashMap::new();
    for path in paths {
        let inside = if path.is_dir() {
            inside(path).with_context(|| format!("{}: cannot be read", path.display()))?
        } else {
            vec![path.clone()]
        };
        for file in inside.into_iter().filter(|file| !is_sidecar(file)) {
            if let Some(stem) = file.file_stem().and_then(|stem| stem.to_str()) {
                files.insert(stem.to_owned(), file);
            }
        }
    }
    Ok(files)
}

fn inside(folder: &Path) -> io::Result<Vec<PathBuf>> {
    folder.read_dir()?.map(|entry| entry.map(|entry| entry.path())).collect()
}

fn is_sidecar(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "toml")
}
