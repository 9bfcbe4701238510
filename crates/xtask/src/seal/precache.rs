//! The list of files that the worker keeps: exactly those built, each with its digest.
//!
//! Made by looking at the folder, never by hand. Addresses are relative, so that the page works
//! under any path of any host.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{At, Result};
use crate::{bare, digest, files, shipped, single};

/// The worker's own file, which the browser keeps by itself and which cannot list itself.
pub(super) const WORKER_FILE: &str = "sw.js";

/// How the names of the fonts' licences end.
const LICENCE: &str = "-OFL.txt";

/// One file to keep: its relative address and its digest.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    address: String,
    digest: String,
}

/// The files to keep: all that the page may ask for. Licences and the list of what
/// is shipped are for those who look into the folder, and the page as one file is for taking away: no page asks for them.
pub(super) fn kept(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut all = files::all_below(folder)?;
    all.retain(|path| {
        let name = files::below(folder, path);
        ![WORKER_FILE, single::FILE, shipped::FILE].contains(&&*name) && !name.ends_with(LICENCE)
    });
    Ok(all)
}

/// The list for a built folder.
pub(super) fn list(folder: &Path) -> Result<Vec<Entry>> {
    let entry = |path: &PathBuf| {
        let bytes = fs::read(path).at("read", path)?;
        let address = address(&files::below(folder, path));
        Ok(Entry { address, digest: digest::sha256(&bytes) })
    };
    kept(folder)?.iter().map(entry).collect()
}

/// The worker with its list. Its version changes when any file does, or the worker itself.
pub(super) fn worker(source: &str, list: &[Entry]) -> String {
    let entry = |entry: &Entry| format!("\n[\"{}\", \"{}\"],", entry.address, entry.digest);
    let entries: String = list.iter().map(entry).collect();
    let version = digest::short(format!("{entries}{source}").as_bytes());
    let source = bare::script(source);
    format!("self.PRECACHE = {{ version: \"{version}\", files: [{entries}\n] }};\n{source}")
}

/// A file's address as the page asks for it. Hosts redirect the page's own file name to its folder,
/// and a redirected answer cannot be shown again offline, so the folder stands for it.
fn address(path: &str) -> String {
    if path == "index.html" {
        return "./".to_owned();
    }
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = crate::root::generated().join(name);
        for file in [
            "index.html",
            "sw.js",
            "fonts/a b.woff2",
            "fonts/A-OFL.txt",
            "page.js",
            ".hidden",
            single::FILE,
        ] {
            files::write(&folder.join(file), file).unwrap();
        }
        folder
    }

    #[test]
    fn the_list_is_every_file_that_the_page_may_ask_for() {
        let listed = list(&folder("test-precache")).unwrap();
        let addresses: Vec<_> = listed.iter().map(|entry| entry.address.as_str()).collect();
        assert_eq!(addresses, ["fonts/a%20b.woff2", "./", "page.js"]);
    }

    #[test]
    fn addresses_are_relative_and_safe_to_quote() {
        assert_eq!(address("fonts/page-1f_bg.wasm"), "fonts/page-1f_bg.wasm");
        assert_eq!(address("a\"b\\.js"), "a%22b%5C.js");
    }

    #[test]
    fn the_version_follows_the_content() {
        let entry = |digest: &str| [Entry { address: "./".to_owned(), digest: digest.to_owned() }];
        let one = worker("source", &entry("sha256-1"));
        assert_ne!(one.lines().next(), worker("source", &entry("sha256-2")).lines().next());
        assert_ne!(one.lines().next(), worker("other", &entry("sha256-1")).lines().next());
        assert_eq!(one, worker("source", &entry("sha256-1")));
    }
}
