//! Lighthouse, which rates pages: a Node program from npm, for the chore of its name alone.

use std::path::PathBuf;

use super::npm;
use super::toolbox::Toolbox;
use crate::error::Result;
use crate::root;

/// The version of the npm package: the last that runs with Node 20.
const VERSION: &str = "12.8.2";

/// Where it goes, among our tools.
const FOLDER: &str = "lighthouse";

/// Makes sure of Lighthouse, and tells where its program is.
pub fn lighthouse(tools: &Toolbox) -> Result<PathBuf> {
    let program = root::tools().join(FOLDER).join("node_modules/lighthouse/cli/index.js");
    if !program.is_file() {
        npm::install(tools, FOLDER, &format!("lighthouse@{VERSION}"))?;
    }
    Ok(program)
}
