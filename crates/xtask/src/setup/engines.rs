//! Firefox and WebKit with their drivers, for the short form of the journeys. Chromium has all of them.
//!
//! Where they are missing and cannot be installed, their journeys are left out, and that is said.

use std::path::PathBuf;

use super::{Toolbox, cargo_tool, system_packages};
use crate::error::Result;
use crate::{files, process};

/// What Debian calls them, and the screen without a screen that WebKit's browser draws to.
const PACKAGES: [&str; 3] = ["firefox-esr", "webkit2gtk-driver", "xvfb"];

/// Makes sure of them, as far as that can be done here.
pub(super) fn ensure(tools: &Toolbox) -> Result<String> {
    if system_packages::may_install() {
        system_packages::install_on_debian(&PACKAGES)?;
    }
    let firefox = match find_firefox() {
        Some(_) => {
            format!("Firefox is there, its driver {}", cargo_tool::ensure_geckodriver(tools)?)
        }
        None => "Firefox is not here: its journeys are left out".to_owned(),
    };
    let webkit = match find_webkit() {
        Some(_) => "WebKit and its driver are there",
        None => "WebKitGTK with WebKitWebDriver and Xvfb is not here: its journeys are left out",
    };
    Ok(format!("{firefox}; {webkit}"))
}

/// Firefox's program, if it is there.
pub fn find_firefox() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    ["firefox-esr", "firefox"].iter().find_map(|name| process::find(name, &path))
}

/// WebKitGTK's own small browser, if it is there with what drives it.
pub fn find_webkit() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    process::find("WebKitWebDriver", &path).and(process::find("Xvfb", &path))?;
    let libraries = ["/usr/lib", "/usr/lib64", "/usr/libexec"].map(PathBuf::from);
    libraries.into_iter().find_map(|folder| browser_below(&folder, 3))
}

fn browser_below(folder: &std::path::Path, depth: usize) -> Option<PathBuf> {
    let browser = folder.join("MiniBrowser");
    if browser.is_file() {
        return Some(browser);
    }
    let deeper = depth.checked_sub(1)?;
    let entries = std::fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    // Of several the one with the newest name.
    let mut folders: Vec<_> = entries.filter(|path| path.is_dir() && may_hold(path)).collect();
    folders.sort();
    folders.iter().rev().find_map(|path| browser_below(path, deeper))
}

/// Whether a folder of libraries may have WebKit's in it: one of a machine, or its own.
fn may_hold(path: &std::path::Path) -> bool {
    let name = files::below(path.parent().unwrap_or(path), path);
    name.contains("-linux-") || name.starts_with("webkit")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::root;

    #[test]
    fn webkits_browser_is_found_in_its_own_folder_of_the_newest_kind() {
        let folder = root::generated().join("test-engines");
        for place in
            ["x86_64-linux-gnu/webkit2gtk-4.0", "x86_64-linux-gnu/webkit2gtk-4.1", "perl/x"]
        {
            files::write(&folder.join(place).join("MiniBrowser"), "").unwrap();
        }
        let found = browser_below(&folder, 3).unwrap();
        assert!(found.ends_with("webkit2gtk-4.1/MiniBrowser"), "{}", found.display());
        assert_eq!(browser_below(&folder.join("perl"), 0), None);
    }
}
