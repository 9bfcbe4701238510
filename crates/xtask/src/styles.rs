//! One style sheet out of many: the look's own files first, then each component's.
//!
//! Component styles stand beside the component's code. Which order wins is decided here and
//! nowhere else, so that an `@import` cannot decide it again.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::{bare, files, root};

/// These come first, in this order, because the others build on them.
const FIRST: [&str; 3] = ["fonts.css", "tokens.css", "base.css"];

/// Writes the sheet that the page links.
pub fn write() -> Result<()> {
    let sheet = join(&root::root().join("styles"), &root::root().join("src"))?;
    files::write(&root::generated().join("page.css"), &sheet)
}

/// The sheets of the two folders as one.
fn join(styles: &Path, source: &Path) -> Result<String> {
    let mut joined = String::new();
    for path in in_order(sheets(styles)?).into_iter().chain(sheets(source)?) {
        let text = files::text(&path)?;
        if text.contains("@import") {
            let problem = "`@import` is not taken: every sheet is joined by `cargo xtask styles`";
            return Err(Error::Content { path, problem: problem.to_owned() });
        }
        let bare = bare::sheet(&text).ok_or_else(|| {
            let problem = "a comment or a text in quotes is not closed".to_owned();
            Error::Content { path, problem }
        })?;
        joined.push_str(&bare);
    }
    Ok(joined)
}

fn sheets(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut all = files::all_below(folder)?;
    all.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
    Ok(all)
}

fn in_order(mut sheets: Vec<PathBuf>) -> Vec<PathBuf> {
    let place = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        FIRST.iter().position(|first| *first == name).unwrap_or(FIRST.len())
    };
    // Stable: the rest stays in the order of names.
    sheets.sort_by_key(place);
    sheets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_tokens_and_base_come_first() {
        let names = ["base.css", "alpha.css", "tokens.css", "zeta.css", "fonts.css"];
        let ordered = in_order(names.iter().map(|n| Path::new("styles").join(n)).collect());
        let ordered: Vec<_> = ordered.iter().map(|p| p.file_name().unwrap()).collect();
        assert_eq!(ordered, ["fonts.css", "tokens.css", "base.css", "alpha.css", "zeta.css"]);
    }

    #[test]
    fn an_import_is_refused_by_name() {
        let folder = root::generated().join("test-styles");
        files::write(&folder.join("styles/one.css"), "@import 'two.css';").unwrap();
        files::write(&folder.join("src/two.css"), "a{}").unwrap();
        let error = join(&folder.join("styles"), &folder.join("src")).unwrap_err().to_string();
        assert!(error.contains("one.css") && error.contains("@import"), "{error}");
    }

    #[test]
    fn component_sheets_follow_the_looks_own() {
        let folder = root::generated().join("test-joined");
        files::write(&folder.join("styles/tokens.css"), "t{}").unwrap();
        files::write(&folder.join("src/components/chip.css"), "c{}\n").unwrap();
        let joined = join(&folder.join("styles"), &folder.join("src")).unwrap();
        assert_eq!(joined, "t{}\nc{}\n");
    }
}
