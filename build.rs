//! Makes the pack of the corpus folder before the page is compiled.
//!
//! Tells what is doubtful in the documents as warnings with their place; what cannot be read ends
//! the build with its own text. Does not know how documents are read (`parallax-corpus`).

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use parallax_corpus::Crew;

/// Names another folder than `corpus` to build the page from.
const FOLDER: &str = "PARALLAX_CORPUS";

fn main() -> ExitCode {
    println!("cargo:rerun-if-env-changed={FOLDER}");
    println!("cargo:rerun-if-changed=build.rs");
    let folder = env::var_os(FOLDER).map_or_else(|| PathBuf::from("corpus"), PathBuf::from);
    println!("cargo:rerun-if-changed={}", folder.display());
    match pack(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn pack(folder: &Path) -> Result<(), String> {
    let packed =
        parallax_corpus::pack(folder, &Crew::default()).map_err(|error| error.to_string())?;
    for finding in &packed.findings {
        println!("cargo:warning={finding}");
    }
    let out = env::var_os("OUT_DIR").ok_or("cargo gave no OUT_DIR: build with cargo")?;
    let target = Path::new(&out).join("corpus.pack");
    fs::write(&target, &packed.pack).map_err(|error| format!("{}: {error}", target.display()))
}
