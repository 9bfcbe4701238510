//! wasm-opt, which makes the WebAssembly small: a Node program from npm's package `binaryen`.

use super::toolbox::Toolbox;
use super::{package_manager::Need, system_packages};
use crate::error::{Error, Result};
use crate::{process, root};

/// The version of the npm package.
const VERSION: &str = "132.0.0";

/// Makes sure of wasm-opt.
pub(super) fn ensure(tools: &Toolbox) -> Result<String> {
    if let Some(version) = installed(tools).filter(|&version| version == major(VERSION)) {
        return Ok(format!("{version} is there"));
    }
    ensure_npm(tools)?;
    let mut npm = tools.command(npm());
    npm.args(["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"]);
    npm.arg(root::tools().join("npm")).arg(format!("binaryen@{VERSION}"));
    process::logged(
        "wasm-opt",
        &mut npm,
        "see that npm can reach its registry, then run this again",
    )?;
    match installed(tools) {
        Some(version) => Ok(format!("{version} installed from npm")),
        None => Err(Error::Missing {
            program: "wasm-opt".to_owned(),
            remedy: "Node 18 or newer must be able to run it: update Node".to_owned(),
        }),
    }
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

fn ensure_npm(tools: &Toolbox) -> Result<()> {
    if process::output(tools.command(npm()).arg("--version")).is_some() {
        return Ok(());
    }
    system_packages::provide(Need::Node)
}

fn installed(tools: &Toolbox) -> Option<u32> {
    process::output(tools.command("wasm-opt").arg("--version")).map(|text| version_in(&text))
}

/// The number in "wasm-opt version 132 (version_132)".
fn version_in(text: &str) -> u32 {
    text.split_whitespace().find_map(|word| word.parse().ok()).unwrap_or(0)
}

fn major(version: &str) -> u32 {
    version.split('.').next().and_then(|word| word.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read() {
        assert_eq!(version_in("wasm-opt version 132 (version_132)"), 132);
        assert_eq!(version_in("nonsense"), 0);
        assert_eq!(major(VERSION), 132);
    }
}
