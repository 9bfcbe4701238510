//! Makes the pack of the documents before the page is compiled.
//!
//! A small pack is embedded in the page. A larger one is left beside what the compiler makes, from
//! where `cargo xtask seal` puts it into the page's folder. Tells what is doubtful in the documents as
//! warnings with their place; what cannot be read ends the build with its own text. Does not know how
//! documents are read (`parallax-corpus`).

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
    time::SystemTime,
};

use parallax_corpus::Crew;

/// Names another folder than `corpus`, or a file of rows, to build the page from.
const CORPUS: &str = "PARALLAX_CORPUS";

/// The longest pack that is embedded, in bytes. A longer one is fetched, so that a reader sees how far it is.
const EMBEDDED: usize = 1 << 20;

/// What a larger pack is called beside what the compiler makes (`target/…/release`).
const BESIDE: &str = "parallax.pack";

/// What a smaller one is called there, where the first frame is drawn from it.
const EMBEDDED_TOO: &str = "parallax-embedded.pack";

fn main() -> ExitCode {
    println!("cargo:rerun-if-env-changed={CORPUS}");
    println!("cargo:rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        // What the page's module is cut into parts by, once it is linked.
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
    let path = env::var_os(CORPUS).map_or_else(|| PathBuf::from("corpus"), PathBuf::from);
    println!("cargo:rerun-if-changed={}", path.display());
    match pack(&path) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn pack(path: &Path) -> Result<(), String> {
    let packed =
        parallax_corpus::pack(path, &Crew::default()).map_err(|error| error.to_string())?;
    for finding in &packed.findings {
        println!("cargo:warning={finding}");
    }
    let out = env::var_os("OUT_DIR").ok_or("cargo gave no OUT_DIR: build with cargo")?;
    let out = Path::new(&out);
    let beside = beside(out).ok_or("cargo's OUT_DIR is not where it always is")?;
    let small = packed.pack.len() <= EMBEDDED;
    write(&out.join("corpus.pack"), if small { &packed.pack } else { &[] })?;
    let (there, gone) = if small { (EMBEDDED_TOO, BESIDE) } else { (BESIDE, EMBEDDED_TOO) };
    remove(&beside.join(gone))?;
    let there = beside.join(there);
    write(&there, &packed.pack)?;
    watch(&there)
}

/// Has this run again where a build with other settings, of documents of another size, took the file away. The file gets
/// the time of no build: cargo would take what is written now for a change.
fn watch(file: &Path) -> Result<(), String> {
    println!("cargo:rerun-if-changed={}", file.display());
    let opened = fs::File::options().write(true).open(file);
    let dated = opened.and_then(|opened| opened.set_modified(SystemTime::UNIX_EPOCH));
    dated.map_err(|error| format!("{}: {error}", file.display()))
}

/// The folder of what the compiler makes, of which `OUT_DIR` is `build/<package>/out`.
fn beside(out: &Path) -> Option<&Path> {
    out.ancestors().nth(3)
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(file, bytes).map_err(|error| format!("{}: {error}", file.display()))
}

fn remove(file: &Path) -> Result<(), String> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(format!("{}: {error}", file.display()))
        }
        _ => Ok(()),
    }
}
