//! The engines that are not in a browser: a program of its own, since what it is made of takes minutes to
//! compile and nothing else needs it.

use std::path::PathBuf;

use super::harness::Harness;
use super::results::Measured;
use super::table::NATIVE;
use crate::error::Result;
use crate::{process, root};

/// The built program.
pub(super) struct Native {
    binary: PathBuf,
}

/// Builds it.
pub(super) fn build() -> Result<Native> {
    println!("  building the native engines");
    let target = root::generated().join("bench/native");
    let mut cargo = process::command("cargo");
    cargo.args(["build", "--locked", "--release", "--target-dir"]).arg(&target);
    cargo.current_dir(root::root().join("crates/bench/native"));
    process::logged("native-engines", &mut cargo, "mend what is named above")?;
    let name = format!("native{}", std::env::consts::EXE_SUFFIX);
    Ok(Native { binary: target.join("release").join(name) })
}

impl Native {
    /// What they do with a corpus.
    pub(super) fn measure(&self, harness: &Harness, size: &str) -> Result<Vec<Measured>> {
        println!("  native engines with {size}");
        let mut command = process::command(&self.binary);
        command.arg(harness.rows(size)).arg(harness.queries());
        let told = super::told(&mut command)?;
        Ok(NATIVE.iter().map(|engine| Measured::of(engine, &told[engine])).collect())
    }
}
