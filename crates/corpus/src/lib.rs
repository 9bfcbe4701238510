//! Reads a folder of documents and makes the pack of it: the one place that touches files.
//!
//! Knows file names, encodings and sidecars; what the documents say, the engine finds out. Nothing
//! is silently skipped: a file is a document, a sidecar, or an error.

mod crew;
mod encoding;
mod error;
mod read;

use std::path::Path;

pub use crew::Crew;
pub use error::{CorpusError, Fault};
use parallax_engine::{
    Built,
    article::Finding,
    workers::{Stage, Workers},
};
use parallax_formats::Format;
pub use read::{read_bytes, read_files, read_folder};

/// A pack of a folder, and what was doubtful on the way.
#[derive(Clone, Debug, Default)]
pub struct Packed {
    /// The pack.
    pub pack: Vec<u8>,
    /// What is doubtful in the documents, each under its file's path.
    pub findings: Vec<Finding>,
    /// The number of documents in it.
    pub articles: usize,
    /// The length of all their texts.
    pub bytes: usize,
}

/// Reads the folder, or the one file, and makes the pack of it. The pack is the same whoever works.
///
/// # Errors
///
/// A folder or a file that cannot be read, or a sidecar that cannot be understood, is refused by
/// name, with what to do about it.
pub fn pack(path: &Path, crew: &Crew<'_>) -> Result<Packed, CorpusError> {
    let folder = path.is_dir();
    let documents = match folder {
        true => read::read_folder_by(crew, path)?,
        false => read::read_files_by(crew, &[path.to_owned()])?,
    };
    let (articles, bytes) = (documents.len(), documents.iter().map(|it| it.text.len()).sum());
    crew.done(Stage::Read, articles);
    let built = parallax_engine::build_by(crew, documents)
        .map_err(|error| CorpusError::new(path, Fault::PackTooLarge(error)))?;
    let Built { pack, mut findings } = built;
    if folder {
        place(&mut findings, path);
    }
    Ok(Packed { pack, findings, articles, bytes })
}

/// Puts the path of its file in the place of each finding's document. Asks for each document's file once.
fn place(findings: &mut [Finding], folder: &Path) {
    let mut last: Option<(String, String)> = None;
    for finding in findings {
        let known = last.take().filter(|(document, _)| *document == finding.document);
        let (document, path) = known.unwrap_or_else(|| {
            let file = |extension| folder.join(format!("{}.{extension}", finding.document));
            // A row has no file of its own.
            let found = Format::EXTENSIONS.iter().map(file).find(|file| file.is_file());
            let path = found.unwrap_or_else(|| folder.join(&finding.document));
            (finding.document.clone(), path.display().to_string())
        });
        finding.document.clone_from(&path);
        last = Some((document, path));
    }
}

#[cfg(test)]
mod tests;
