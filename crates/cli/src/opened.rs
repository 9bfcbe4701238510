//! Where the documents are that a question is about: the arguments that all questions have in common.
//!
//! Does not know what is asked.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use parallax_engine::Engine;

use crate::documents;

/// Documents, or a pack of them.
#[derive(Debug, Args)]
pub(crate) struct Opened {
    /// The documents: a folder, or a file.
    #[arg(long, value_name = "PATH", required_unless_present = "pack", conflicts_with = "pack")]
    corpus: Option<PathBuf>,
    /// A pack of documents.
    #[arg(long, value_name = "FILE")]
    pack: Option<PathBuf>,
}

impl Opened {
    /// The documents, opened.
    pub(crate) fn engine(&self) -> Result<Engine> {
        if let Some(pack) = &self.pack {
            let bytes =
                fs::read(pack).with_context(|| format!("{}: cannot be read", pack.display()))?;
            return Engine::open(bytes).with_context(|| pack.display().to_string());
        }
        let paths: Vec<_> = self.corpus.iter().cloned().collect();
        Ok(Engine::open(parallax_engine::build(&documents(&paths)?)?.pack)?)
    }
}
