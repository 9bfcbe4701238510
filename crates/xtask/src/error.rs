//! What can go wrong in a chore. Each error names the thing and says what to do about it.

use std::path::{Path, PathBuf};

/// Why a chore stopped.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be read or written.
    #[error("cannot {doing} {}: {source}", path.display())]
    File {
        /// The verb: "read", "write".
        doing: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A program that a step needs is not on this machine.
    #[error("`{program}` is not on this machine: {remedy}")]
    Missing {
        /// The program.
        program: String,
        /// What to do.
        remedy: String,
    },
    /// A program ran and failed.
    #[error("`{command}` failed ({status}): {remedy}")]
    Failed {
        /// The command line.
        command: String,
        /// Its exit status.
        status: String,
        /// What to do.
        remedy: String,
    },
    /// A document of the corpus cannot be read; the text names file, line and remedy.
    #[error("{0}")]
    Corpus(String),
    /// System packages are needed that this chore may not install.
    #[error("this machine lacks {what}: type `{command}`, then run this again")]
    SystemPackages {
        /// What is missing.
        what: String,
        /// The exact command to type.
        command: String,
    },
    /// Two things that must be of one version are not.
    #[error("{what} is {found}, but {wanted} is needed: {remedy}")]
    Version {
        /// The thing.
        what: String,
        /// Its version.
        found: String,
        /// The version needed.
        wanted: String,
        /// What to do.
        remedy: String,
    },
    /// Something we read is not as it must be.
    #[error("{}: {problem}", path.display())]
    Content {
        /// The file.
        path: PathBuf,
        /// What is wrong, and what to do.
        problem: String,
    },
    /// A port cannot be listened on.
    #[error("cannot listen on port {port} ({cause}): stop what does, or add `--port {next}`")]
    Port {
        /// The port.
        port: u16,
        /// What the system said.
        cause: std::io::Error,
        /// Another to try.
        next: u16,
    },
    /// Parts of the suite failed.
    #[error("not all holds: {0}")]
    Suite(String),
    /// The command line was not understood.
    #[error("{0}; `cargo xtask help` lists the chores")]
    Usage(String),
}

/// The result of a chore's step.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Gives an input/output error its place.
pub trait At<T> {
    /// Says what was being done to which file.
    fn at(self, doing: &'static str, path: &Path) -> Result<T>;
}

impl<T> At<T> for std::io::Result<T> {
    fn at(self, doing: &'static str, path: &Path) -> Result<T> {
        self.map_err(|source| Error::File { doing, path: path.to_owned(), source })
    }
}
