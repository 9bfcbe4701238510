//! wasm-opt, which makes the WebAssembly small: a Node program from npm's package `binaryen`.

use super::npm;
use super::toolbox::Toolbox;
use crate::error::{Error, Result};
use crate::process;

/// The version of the npm package.
pub(crate) const VERSION: &str = "132.0.0";

/// Where it goes, among our tools: the toolbox looks for programs there.
const FOLDER: &str = "npm";

/// Makes sure of wasm-opt.
pub(super) fn ensure(tools: &Toolbox) -> Result<String> {
    if let Some(version) = installed(tools).filter(|&version| version == major(VERSION)) {
        return Ok(format!("{version} is there"));
    }
    npm::install(tools, FOLDER, &format!("binaryen@{VERSION}"))?;
    match installed(tools) {
        Some(version) => Ok(format!("{version} installed from npm")),
        None => Err(Error::Missing {
            program: "wasm-opt".to_owned(),
            remedy: "Node 18 or newer must be able to run it: update Node".to_owned(),
        }),
    }
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
