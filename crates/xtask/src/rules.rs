//! The project's own rules for its files, which no lint knows.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::{files, root};

/// Where our code is.
const CODE: [&str; 3] = ["src", "crates", "e2e"];

/// Checks every file, and names each breach.
pub fn check() -> Result<()> {
    let mut breaches = Vec::new();
    for path in sources()? {
        let name = files::below(root::root(), &path);
        breaches.extend(breaches_in(&name, &files::text(&path)?));
    }
    if breaches.is_empty() {
        return Ok(());
    }
    let problem = format!("{} breaches of the rules:\n{}", breaches.len(), breaches.join("\n"));
    Err(Error::Content { path: PathBuf::from("."), problem })
}

fn sources() -> Result<Vec<PathBuf>> {
    let mut all = vec![root::root().join("build.rs")];
    all.retain(|path| path.is_file());
    for folder in CODE {
        all.extend(files::all_below(&root::root().join(folder))?);
    }
    all.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    Ok(all)
}

fn breaches_in(name: &str, text: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    if !text.starts_with("//!") {
        breaches.push(format!("{name}:1: opens with no `//!` that says what the file is for"));
    }
    for (number, line) in text.lines().enumerate() {
        let mut breach = |what: &str| breaches.push(format!("{name}:{}: {what}", number + 1));
        if is_page(name) && sets_style(line) {
            breach("sets a `style` attribute, which the policy forbids: use a class");
        }
        if names_a_home(line) {
            breach("names a folder of one machine: make it relative to the checkout");
        }
    }
    breaches
}

fn is_page(name: &str) -> bool {
    Path::new(name).starts_with("src")
}

fn sets_style(line: &str) -> bool {
    let code = line.split("//").next().unwrap_or(line);
    code.contains(" style=") || code.contains("\"style\"")
}

/// Written so that this file keeps its own rule.
fn names_a_home(line: &str) -> bool {
    ["home", "root", "Users"].iter().any(|folder| {
        let path = format!("/{folder}/");
        line.find(&path).is_some_and(|at| !line[..at].ends_with(|c: char| c.is_alphanumeric()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, text: &str, expected: &[&str]) {
        let found = breaches_in(name, text);
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.contains(expected), "{found} is not about {expected}");
        }
    }

    #[test]
    fn a_file_says_what_it_is_for() {
        check("src/a.rs", "//! Shows a chip.\n", &[]);
        check("src/a.rs", "use yew::prelude::*;\n", &["src/a.rs:1: opens with no"]);
    }

    #[test]
    fn no_style_attribute_in_the_page() {
        let text = "//! A.\nhtml! { <p style=\"top: 0\" /> }\n";
        check("src/components/a.rs", text, &["src/components/a.rs:2: sets a `style`"]);
        check("e2e/src/a.rs", text, &[]);
        check("src/a.rs", "//! A.\n// never style= here\n", &[]);
    }

    #[test]
    fn no_folder_of_one_machine() {
        check("src/a.rs", &format!("//! A.\n\"/{}/x\"\n", "home"), &["a.rs:2: names a folder"]);
        check("src/a.rs", "//! A.\n\"crates/work/x\"\n", &[]);
    }
}
