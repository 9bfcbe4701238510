//! The check of an article, Trunk's second module: put into a folder named by its content.
//!
//! Trunk gives a worker's files the same names in every build. A page that stays open while a newer
//! version is published would be given the newer check, whose rules may differ from those that made
//! its own pack. Under a name of its own the old check is found or gone, and never a wrong one.

use std::fs;
use std::path::Path;

use crate::digest;
use crate::error::{At, Result};

/// What Trunk calls the module's files: the name of its binary, and what follows.
const FILES: [&str; 3] = ["recheck.js", "recheck_bg.wasm", "recheck_loader.js"];

/// What the page asks for.
const LOADER: &str = "recheck_loader.js";

/// What the folder's name begins with.
const FOLDER: &str = "recheck-";

/// Is this a file of the check, by its path in the built folder?
pub(super) fn is_part(path: &str) -> bool {
    path.starts_with(FOLDER)
}

/// Moves the module into its folder, and gives the relative address to ask for; none where the build
/// made no such module.
pub(super) fn settle(folder: &Path) -> Result<Option<String>> {
    if !FILES.iter().all(|file| folder.join(file).is_file()) {
        return Ok(None);
    }
    let mut all = Vec::new();
    for file in FILES {
        let path = folder.join(file);
        all.extend(fs::read(&path).at("read", &path)?);
    }
    let name = format!("{FOLDER}{}", digest::short(&all));
    let home = folder.join(&name);
    fs::create_dir_all(&home).at("make", &home)?;
    for file in FILES {
        let path = folder.join(file);
        fs::rename(&path, home.join(file)).at("move", &path)?;
    }
    Ok(Some(format!("{name}/{LOADER}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files;

    fn built(name: &str, script: &str) -> std::path::PathBuf {
        let folder = crate::root::generated().join(name);
        let _ = fs::remove_dir_all(&folder);
        files::write(&folder.join(FILES[0]), script).unwrap();
        files::write(&folder.join(FILES[1]), "wasm").unwrap();
        files::write(&folder.join(FILES[2]), "loader").unwrap();
        folder
    }

    #[test]
    fn the_name_follows_the_content() {
        let folder = built("test-check-module", "one");
        let address = settle(&folder).unwrap().unwrap();
        assert!(folder.join(&address).is_file() && is_part(&address), "{address}");
        assert!(FILES.iter().all(|file| !folder.join(file).exists()));
        let other = settle(&built("test-check-module", "two")).unwrap();
        assert_ne!(other, Some(address));
    }

    #[test]
    fn a_build_without_it_stays_as_it_is() {
        let folder = crate::root::generated().join("test-no-check-module");
        files::write(&folder.join("recheck.js"), "").unwrap();
        assert_eq!(settle(&folder).unwrap(), None);
        assert!(!is_part("recheck.js"));
    }
}
