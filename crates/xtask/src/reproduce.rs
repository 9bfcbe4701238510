//! Builds the last commit twice, in two folders, and holds what came of it side by side: byte for byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{At, Error, Result};
use crate::{digest, files, process, root};

/// The two folders, whose names have different lengths.
const FOLDERS: [&str; 2] = ["one", "another-place"];

/// Builds the commit twice, and names every file that differs.
pub fn run() -> Result<()> {
    let homes = FOLDERS.map(|name| root::root().join("target/reproduce").join(name));
    for home in &homes {
        build(home)?;
    }
    let [one, other] = [built(&homes[0])?, built(&homes[1])?];
    let differing = differing(&one, &other);
    if differing.is_empty() {
        println!("  reproduced    {} files, the same to the last byte", one.len());
        return Ok(());
    }
    let problem = format!("two builds of one commit differ in {}", differing.join(", "));
    Err(Error::Content { path: homes[1].join("dist"), problem })
}

/// Builds the page of the last commit in a folder of its own, with nothing of an earlier build.
fn build(home: &Path) -> Result<()> {
    if home.exists() {
        fs::remove_dir_all(home).at("remove", home)?;
    }
    fs::create_dir_all(home).at("make", home)?;
    let archive = home.join("commit.tar");
    let mut git = process::command("git");
    process::show(git.args(["archive", "--output"]).arg(&archive).arg("HEAD"), "commit something")?;
    process::show(
        process::command("tar").arg("-xf").arg(&archive).current_dir(home),
        "install tar",
    )?;
    share_tools(home)?;
    let mut cargo = process::command("cargo");
    cargo.args(["xtask", "build", "--single-file"]).current_dir(home);
    cargo.env_remove("CARGO_TARGET_DIR");
    println!("  building      in {}", home.display());
    process::logged("reproduce", &mut cargo, "see that `cargo xtask build` succeeds")
}

/// The tools are not what is tried here, and take long to be made.
fn share_tools(home: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        let link = home.join(".tools");
        std::os::unix::fs::symlink(root::tools(), &link).at("make", &link)?;
    }
    let _ = home;
    Ok(())
}

/// The digest of every built file.
fn built(home: &Path) -> Result<BTreeMap<String, String>> {
    let folder = home.join("dist");
    let digest = |path: PathBuf| {
        let bytes = fs::read(&path).at("read", &path)?;
        Ok((files::below(&folder, &path), digest::sha256(&bytes)))
    };
    files::all_below(&folder)?.into_iter().map(digest).collect()
}

/// The files that only one has, or that differ.
fn differing(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>) -> Vec<String> {
    let mut names: Vec<&String> = one.keys().chain(other.keys()).collect();
    names.sort();
    names.dedup();
    names.retain(|name| one.get(*name) != other.get(*name));
    names.into_iter().cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_named_and_so_is_what_only_one_has() {
        let files = |names: &[(&str, &str)]| {
            let owned =
                names.iter().map(|(name, digest)| ((*name).to_owned(), (*digest).to_owned()));
            owned.collect::<BTreeMap<_, _>>()
        };
        let one = files(&[("a", "1"), ("b", "1"), ("c", "1")]);
        let other = files(&[("a", "1"), ("b", "2"), ("d", "1")]);
        assert_eq!(differing(&one, &other), ["b", "c", "d"]);
        assert!(differing(&one, &one).is_empty());
    }
}
