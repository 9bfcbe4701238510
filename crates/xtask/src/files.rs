//! Walking folders and reading files, with the place in every error.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{At, Result};

/// Every file below a folder, in a fixed order. Names that start with a dot are left out.
pub fn all_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).at("read", &folder)? {
            let path = entry.at("read", &folder)?.path();
            let hidden = path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
            match path.is_dir() {
                _ if hidden => {}
                true => folders.push(path),
                false => found.push(path),
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The text of a file.
pub fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).at("read", path)
}

/// Writes a file, unless it holds just that already: a watcher would take a new date for news.
pub fn write(path: &Path, text: &str) -> Result<()> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).at("make", folder)?;
    }
    fs::write(path, text).at("write", path)
}

/// A file's path below a folder, with slashes, as an address would have it.
pub fn below(folder: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_fixed_and_paths_have_slashes() {
        let here = crate::root::root().join("crates/xtask/src/serve");
        let names: Vec<_> = all_below(&here).unwrap().iter().map(|p| below(&here, p)).collect();
        assert_eq!(names, ["files.rs", "http.rs", "mod.rs"]);
    }

    #[test]
    fn a_missing_folder_is_named() {
        let error = all_below(Path::new("no-such-folder")).unwrap_err().to_string();
        assert!(error.starts_with("cannot read no-such-folder"), "{error}");
    }
}
