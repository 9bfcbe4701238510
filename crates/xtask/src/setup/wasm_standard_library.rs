//! The standard library for wasm32, built from the source that Debian ships beside its compiler.
//!
//! Debian updates both together, so the versions are read from what is installed and compared,
//! and a library built by an older compiler is built anew.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::package_manager::APT_INSTALL;
use super::system_packages;
use super::wasm_target::TARGET;
use crate::error::{At, Error, Result};
use crate::{process, root};

/// Debian's compiler, which stands beside rustup's.
pub(super) const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const STAMP: &str = "built-for-parallax-by";
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];

/// Has this compiler a standard library for the browser?
pub(super) fn is_there(rustc: &mut Command) -> bool {
    target_folder(rustc).is_some_and(|folder| holds_std(&folder))
}

/// Has Debian's compiler one, made by its present version?
pub(super) fn is_there_for_debian() -> bool {
    let Some(folder) = target_folder(&mut process::command(RUSTC)) else { return false };
    let stamp = fs::read_to_string(folder.join(STAMP)).ok();
    holds_std(&folder) && stamp.is_some() && stamp == version()
}

/// Installs Debian's compiler and builds the library.
pub(super) fn build_from_debian() -> Result<()> {
    system_packages::refresh_lists();
    let linker = linker_package();
    let packages: Vec<&str> = PACKAGES.into_iter().chain([linker.as_str()]).collect();
    if system_packages::may_install() {
        system_packages::install_on_debian(&packages)?;
    } else if let Some(command) = as_root(&system_packages::missing(&packages), is_ours()) {
        let what = format!("a Rust standard library for {TARGET}, which rustup could not add");
        return Err(Error::SystemPackages { what, command });
    }
    let version = check_source()?;
    println!("  building the standard library for {TARGET} (about two minutes)");
    let made = compile()?;
    let folder = target_folder(&mut process::command(RUSTC)).ok_or_else(unusable)?;
    copy_libraries(&made, &folder)?;
    let stamp = folder.join(STAMP);
    fs::write(&stamp, version).at("write", &stamp)
}

/// Where Debian's compiler looks for the library.
const FOLDER: &str = "/usr/lib/rustlib/wasm32-unknown-unknown";

/// What must be typed with more rights than ours, once: install what is missing, and let us put the
/// library where the compiler looks for it. None where nothing is left to do.
fn as_root(missing: &[&str], ours: bool) -> Option<String> {
    let install = format!("sudo {APT_INSTALL} {}", missing.join(" "));
    let allow = format!("sudo install -d -o \"$(id -un)\" {FOLDER} {FOLDER}/lib");
    let steps = [(!missing.is_empty()).then_some(install), (!ours).then_some(allow)];
    let steps: Vec<String> = steps.into_iter().flatten().collect();
    (!steps.is_empty()).then(|| steps.join(" && "))
}

/// May we change that folder? Only trying tells.
fn is_ours() -> bool {
    let probe = Path::new(FOLDER).join("lib/written-by-parallax");
    fs::write(&probe, "").and_then(|()| fs::remove_file(&probe)).is_ok()
}

fn target_folder(rustc: &mut Command) -> Option<PathBuf> {
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    process::output(rustc).map(PathBuf::from)
}

fn holds_std(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}

fn version() -> Option<String> {
    process::output(process::command(RUSTC).arg("-vV"))
}

fn unusable() -> Error {
    Error::Missing {
        program: RUSTC.to_owned(),
        remedy: format!("reinstall Debian's {}, then run this again", PACKAGES[0]),
    }
}

/// The linker package of the LLVM release that Debian's compiler is built on.
fn linker_package() -> String {
    let listed = process::output(process::command("apt-cache").args(["depends", "rust-web-llvm"]));
    let release = listed.as_deref().and_then(llvm_release);
    release.map_or_else(|| "lld".to_owned(), |release| format!("lld-{release}"))
}

fn llvm_release(dependencies: &str) -> Option<u32> {
    let releases = dependencies.split_whitespace().filter_map(|word| word.strip_prefix("llvm-"));
    releases.filter_map(|release| release.parse().ok()).max()
}

/// The library's source must be of the compiler's own version.
fn check_source() -> Result<String> {
    let full = version().ok_or_else(unusable)?;
    let compiler = release(&full).unwrap_or_default().to_owned();
    let mut query = process::command("dpkg-query");
    query.args(["--show", "--showformat", "${Version}", "rust-web-src"]);
    let source = process::output(&mut query).unwrap_or_default();
    if !compiler.is_empty() && source.starts_with(&compiler) {
        return Ok(full);
    }
    Err(Error::Version {
        what: "Debian's rust-web-src".to_owned(),
        found: source,
        wanted: compiler,
        remedy: "type `apt-get update && apt-get install rustc-web rust-web-src`".to_owned(),
    })
}

fn release(version: &str) -> Option<&str> {
    version.lines().find_map(|line| line.strip_prefix("release: "))
}

/// Builds an empty package for the target, and with it the library. Returns where it is.
fn compile() -> Result<PathBuf> {
    let package = root::tools().join("wasm-std");
    let source = package.join("src");
    fs::create_dir_all(&source).at("make", &source)?;
    let manifest = package.join("Cargo.toml");
    fs::write(&manifest, MANIFEST).at("write", &manifest)?;
    let library = source.join("lib.rs");
    fs::write(&library, "//! Empty: built for the standard library alone.\n")
        .at("write", &library)?;
    let target = package.join("target");
    let mut cargo = process::command(CARGO);
    cargo.current_dir(&package).env("CARGO_TARGET_DIR", &target).env("RUSTC", RUSTC);
    // Without bitcode a page built with fat LTO cannot take the library in.
    cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", "-Cembed-bitcode=yes");
    cargo.args(["build", "--release", "--target", TARGET]);
    cargo.arg("-Zbuild-std=std,panic_abort,proc_macro,test");
    process::logged("wasm-std", &mut cargo, "see that cargo can reach its registry")?;
    Ok(target.join(TARGET).join("release/deps"))
}

const MANIFEST: &str =
    "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[workspace]\n";

fn copy_libraries(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to).at("clear", to)?;
    }
    fs::create_dir_all(to).at("make", to)?;
    for entry in fs::read_dir(from).at("read", from)?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            fs::copy(entry.path(), to.join(&name)).at("copy", &entry.path())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_release_is_read_from_the_compiler() {
        let text = "rustc 1.96.0 (abc)\nbinary: rustc\nhost: x86_64\nrelease: 1.96.0\nLLVM: 22.1\n";
        assert_eq!(release(text), Some("1.96.0"));
        assert_eq!(release("nonsense"), None);
    }

    #[test]
    fn what_needs_root_is_one_command_that_leaves_nothing_to_root_behind() {
        let folder = format!("sudo install -d -o \"$(id -un)\" {FOLDER} {FOLDER}/lib");
        let install = format!("sudo {APT_INSTALL} rustc-web lld-22");
        let both = format!("{install} && {folder}");
        assert_eq!(as_root(&["rustc-web", "lld-22"], false).as_deref(), Some(both.as_str()));
        assert_eq!(as_root(&[], false).as_deref(), Some(folder.as_str()));
        assert_eq!(as_root(&["rustc-web", "lld-22"], true).as_deref(), Some(install.as_str()));
        assert_eq!(as_root(&[], true), None);
    }

    #[test]
    fn the_linker_is_of_the_compilers_llvm() {
        let listed = "rust-web-llvm\n  Depends: libc6\n  Depends: llvm-22\n  Conflicts: llvm-dev";
        assert_eq!(llvm_release(listed), Some(22));
        assert_eq!(llvm_release("nothing"), None);
    }
}
