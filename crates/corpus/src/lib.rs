//! Reads a folder of documents and makes the pack of it: the one place that touches files.
//!
//! Knows file names, encodings and sidecars; what the documents say, the engine finds out. Nothing
//! is silently skipped: a file is a document, a sidecar, or an error.

mod encoding;
mod error;
mod read;

use std::path::Path;

pub use error::{CorpusError, Fault};
use parallax_engine::article::Finding;
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
}

/// Reads the folder and makes the pack of it.
///
/// # Errors
///
/// A folder or a file that cannot be read, or a sidecar that cannot be understood, is refused by
/// name, with what to do about it.
pub fn pack_folder(folder: &Path) -> Result<Packed, CorpusError> {
    let documents = read_folder(folder)?;
    let built = parallax_engine::build(&documents)
        .map_err(|error| CorpusError::new(folder, Fault::PackTooLarge(error)))?;
    let mut findings = built.findings;
    for finding in &mut findings {
        let file = |extension| folder.join(format!("{}.{extension}", finding.document));
        // A row has no file of its own.
        let found = Format::EXTENSIONS.iter().map(file).find(|file| file.is_file());
        let path = found.unwrap_or_else(|| folder.join(&finding.document));
        finding.document = path.display().to_string();
    }
    Ok(Packed { pack: built.pack, findings, articles: documents.len() })
}

#[cfg(test)]
mod tests;
