//! The chores by name: what each does, in one table, and which function does it.

use crate::error::{Error, Result};
use crate::setup::{self, Needs};

/// Runs the chore that the command line names.
pub fn run(arguments: impl Iterator<Item = String>) -> Result<()> {
    let arguments: Vec<String> = arguments.collect();
    match arguments.first().map(String::as_str) {
        Some("setup") => {
            let browser = arguments.iter().any(|word| word == "--browser");
            setup::set_up(if browser { Needs::PageAndBrowser } else { Needs::Page }).map(drop)
        }
        other => Err(Error::Usage(format!("no chore {other:?}"))),
    }
}
