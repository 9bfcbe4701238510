//! The `parallax` command: building it as it is installed, and running it over texts.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};

use super::{inputs, rows::GoldRow};
use crate::error::{Error, Result};
use crate::{files, process, root};

/// A built command.
pub(super) struct Parallax {
    binary: PathBuf,
}

/// What the command printed for rows.
pub(super) struct Output {
    /// The rows.
    pub(super) path: PathBuf,
    /// How long it took.
    pub(super) timing: Timing,
}

/// How long the extraction took inside the command: text in to quotations out.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Timing {
    pub(super) bytes: usize,
    /// The seconds of the fastest run.
    pub(super) seconds: f64,
}

impl Timing {
    /// Million bytes a second.
    pub(super) fn speed(self) -> f64 {
        self.bytes as f64 / 1e6 / self.seconds.max(1e-9)
    }
}

impl Parallax {
    /// The command at `binary`, or one that is built now.
    pub(super) fn of(binary: Option<&Path>) -> Result<Self> {
        if let Some(binary) = binary {
            return Ok(Self { binary: binary.to_owned() });
        }
        Self::built("native", "native")
    }

    /// The command as the tests use it: slow, but built already where they ran.
    pub(super) fn unoptimised() -> Result<Self> {
        Self::built("dev", "debug")
    }

    /// The command built with a profile, whose files are in a folder of the target.
    fn built(profile: &str, folder: &str) -> Result<Self> {
        println!("  building the command");
        let mut cargo = process::command("cargo");
        cargo.args(["build", "--locked", "--profile", profile, "--package", "parallax-cli"]);
        process::logged("eval-build", &mut cargo, "mend what is named above")?;
        let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
        let target = target.unwrap_or_else(|| root::root().join("target"));
        let name = format!("parallax{}", std::env::consts::EXE_SUFFIX);
        Ok(Self { binary: target.join(folder).join(name) })
    }

    /// Where the command is.
    pub(super) fn path(&self) -> &Path {
        &self.binary
    }

    /// What it finds in the texts of gold rows; `name` is that of the files made on the way.
    pub(super) fn rows(&self, name: &str, rows: &[GoldRow]) -> Result<Output> {
        let rows: Vec<(&str, &str)> =
            rows.iter().map(|row| (row.doc_id.as_str(), row.text.as_str())).collect();
        self.texts(name, &rows)
    }

    /// What it finds in texts, each with its name.
    pub(super) fn texts(&self, name: &str, texts: &[(&str, &str)]) -> Result<Output> {
        let folder = root::generated().join("eval");
        let input = folder.join(format!("{name}.jsonl"));
        let rows = texts.iter().map(|(id, text)| json!({ "doc_id": id, "text": text }));
        files::write(&input, &rows.map(|row| format!("{row}\n")).collect::<String>())?;
        let arguments = [input.as_os_str(), "--timing".as_ref()];
        let (printed, said) =
            self.run(["extract", "--jsonl"].map(AsRef::as_ref).into_iter().chain(arguments))?;
        let path = folder.join(format!("{name}.found.jsonl"));
        files::write(&path, &printed)?;
        let timing = serde_json::from_str(&said).map_err(|cause| Error::Content {
            path: self.binary.clone(),
            problem: format!("told no timing ({cause}): {said}"),
        })?;
        Ok(Output { path, timing })
    }

    /// All that it finds in a folder of documents.
    pub(super) fn documents(&self, folder: &Path) -> Result<Value> {
        let arguments = ["extract".as_ref(), folder.as_os_str(), "--json".as_ref()];
        inputs::parsed(&self.binary, &self.run(arguments.into_iter())?.0)
    }

    /// What it prints, and what it says beside.
    fn run<'a>(
        &self,
        arguments: impl Iterator<Item = &'a std::ffi::OsStr>,
    ) -> Result<(String, String)> {
        let mut command = process::command(&self.binary);
        let output = command.args(arguments).output().map_err(|_| Error::Missing {
            program: self.binary.display().to_string(),
            remedy: "name a finished `parallax`, or leave `--binary` out to build one".to_owned(),
        })?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        if output.status.success() {
            return Ok((text(&output.stdout), text(&output.stderr)));
        }
        Err(Error::Failed {
            command: process::line(&command),
            status: output.status.to_string(),
            remedy: text(&output.stderr),
        })
    }
}
