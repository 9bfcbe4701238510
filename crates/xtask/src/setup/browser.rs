//! Chromium and its driver, for the journeys. The page itself needs neither.

use std::path::PathBuf;

use super::{package_manager::Need, system_packages};
use crate::error::{Error, Result};
use crate::process;

/// What Chromium is called on one machine or another.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Where Chrome is on a Mac, which puts nothing on the search path.
const ON_A_MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// Makes sure of the browser and a driver of its version.
pub(super) fn ensure() -> Result<String> {
    if find_browser().is_none() || version("chromedriver").is_none() {
        system_packages::provide(Need::Browser)?;
    }
    let browser = find_browser().and_then(|path| version(&path.to_string_lossy()));
    match (browser, version("chromedriver")) {
        (Some(browser), Some(driver)) if major(&browser) == major(&driver) => {
            Ok(format!("Chromium {browser} and its driver are there"))
        }
        (Some(browser), Some(driver)) => Err(Error::Version {
            what: "chromedriver".to_owned(),
            found: driver,
            wanted: browser,
            remedy: "update the browser and its driver together".to_owned(),
        }),
        _ => Err(Error::Missing {
            program: "chromium or chromedriver".to_owned(),
            remedy: format!("{}; each must print its --version", Need::Browser.in_words()),
        }),
    }
}

/// The browser's program, if there is one.
pub fn find_browser() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let named = NAMES.iter().find_map(|name| process::find(name, &path));
    named.or_else(|| Some(PathBuf::from(ON_A_MAC)).filter(|path| path.is_file()))
}

fn version(program: &str) -> Option<String> {
    process::output(process::command(program).arg("--version")).as_deref().and_then(number)
}

/// The first word that looks like 156.0.8078.79.
fn number(text: &str) -> Option<String> {
    let mut words = text.split_whitespace();
    words.find(|word| word.contains('.') && major(word).parse::<u32>().is_ok()).map(str::to_owned)
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_in_what_each_prints() {
        let chromium = "Chromium 156.0.8078.79 built on Debian GNU/Linux 12.11 (bookworm)";
        let driver = "ChromeDriver 156.0.8078.79 (abc-refs/branch-heads/8078@{#1})";
        assert_eq!(number(chromium).as_deref(), Some("156.0.8078.79"));
        assert_eq!(number(driver), number(chromium));
        assert_eq!(number("nothing"), None);
    }
}
