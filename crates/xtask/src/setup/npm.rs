//! Packages from npm, each in a folder of its own among our tools, so that none undoes another.
//!
//! Nothing of them is part of the page, and none of their scripts runs when they are installed.

use super::toolbox::Toolbox;
use super::{package_manager::Need, system_packages};
use crate::error::Result;
use crate::{process, root};

/// Installs `package`, with its version, in that folder.
pub(super) fn install(tools: &Toolbox, folder: &str, package: &str) -> Result<()> {
    if process::output(tools.command(npm()).arg("--version")).is_none() {
        system_packages::provide(Need::Node)?;
    }
    let mut npm = tools.command(npm());
    npm.args(["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"]);
    npm.arg(root::tools().join(folder)).arg(package);
    process::logged(package, &mut npm, "see that npm can reach its registry, then run this again")
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}
