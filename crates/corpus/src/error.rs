//! What can be wrong with a folder of documents, said so that it can be mended.

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

use parallax_formats::FormatError;
use parallax_formats::SidecarError;

/// Why a folder or a file in it cannot be used.
#[derive(Debug)]
pub struct CorpusError {
    /// The file or folder.
    pub path: PathBuf,
    /// The line in it, counted from 1, where there is one to point at.
    pub line: Option<u32>,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a file or folder.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// It cannot be read.
    #[error("cannot be read: {0}; check that it exists and may be read")]
    Unreadable(io::Error),
    /// The folder has no documents.
    #[error("has no documents; put at least one .txt, .html, .md or .jsonl file into it")]
    NoDocuments,
    /// The file has no words.
    #[error("is empty; put the document's text into it, or take it away")]
    Empty,
    /// The file is larger than spans can address.
    #[error("is larger than 4 GB; split it")]
    TooLarge,
    /// The file is not UTF-8.
    #[error("is not UTF-8 (byte {byte} cannot be decoded); save it as UTF-8{hint}")]
    NotUtf8 {
        /// The first byte that cannot be decoded.
        byte: usize,
        /// What the encoding may be.
        hint: &'static str,
    },
    /// The file declares an encoding that nobody knows.
    #[error("declares the encoding \"{0}\", which is not known; save it as UTF-8")]
    UnknownEncoding(String),
    /// The file is not in the encoding that it declares.
    #[error("is not in {encoding} as it says (byte {byte} cannot be decoded); save it as UTF-8")]
    Undecodable {
        /// The first byte that cannot be decoded.
        byte: usize,
        /// The encoding's name.
        encoding: &'static str,
    },
    /// The file's format is broken.
    #[error("{0}")]
    Format(FormatError),
    /// A sidecar beside a file of many documents.
    #[error(
        "stands beside rows, which say all of themselves; put its values into the rows, or take it away"
    )]
    SidecarOfRows,
    /// The file is of a kind that is not read.
    #[error(
        "is neither a document (.txt, .html, .md, .jsonl) nor a sidecar (.toml); rename it, or take it away"
    )]
    UnknownKind,
    /// There is a folder inside the folder.
    #[error("is a folder inside the corpus; put its documents beside the others, or take it away")]
    Nested,
    /// The sidecar's document is missing.
    #[error("has no document beside it; put {0} there, or take the sidecar away")]
    NoDocument(String),
    /// Two documents have the same name but for the case, or the same stem.
    #[error("has the same name as {0}; rename one of them")]
    Twice(String),
    /// The file's name is not UTF-8.
    #[error("has a name that is not UTF-8; rename it")]
    BadName,
    /// The documents are too many for one pack.
    #[error("{0}")]
    PackTooLarge(parallax_engine::pack::TooLarge),
    /// The sidecar cannot be understood.
    #[error("{0}")]
    Sidecar(SidecarError),
}

impl CorpusError {
    pub(crate) fn new(path: &Path, fault: Fault) -> Self {
        Self { path: path.to_owned(), line: None, fault }
    }

    pub(crate) fn at(path: &Path, line: u32, fault: Fault) -> Self {
        Self { path: path.to_owned(), line: Some(line), fault }
    }
}

impl fmt::Display for CorpusError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.fault)
    }
}

impl std::error::Error for CorpusError {}
