//! axe-core, the rules that the journeys hold the page's accessibility against: a script from npm.

use std::path::PathBuf;

use super::npm;
use super::toolbox::Toolbox;
use crate::error::{Error, Result};
use crate::{files, root};

/// The version of the npm package.
const VERSION: &str = "4.14.1";

/// Where it goes, among our tools.
const FOLDER: &str = "axe";

/// Makes sure of axe-core.
pub(super) fn ensure(tools: &Toolbox) -> Result<String> {
    if is_there() {
        return Ok(format!("{VERSION} is there"));
    }
    npm::install(tools, FOLDER, &format!("axe-core@{VERSION}"))?;
    match is_there() {
        true => Ok(format!("{VERSION} installed from npm")),
        false => Err(Error::Missing {
            program: "axe-core".to_owned(),
            remedy: format!("see what npm put in {}", package().display()),
        }),
    }
}

/// The script, as a browser runs it.
pub fn axe_script() -> PathBuf {
    package().join("axe.min.js")
}

fn package() -> PathBuf {
    root::tools().join(FOLDER).join("node_modules/axe-core")
}

fn is_there() -> bool {
    let stated = files::text(&package().join("package.json")).unwrap_or_default();
    stated.contains(&format!("\"version\": \"{VERSION}\"")) && axe_script().is_file()
}
