//! Modules for the browser outside the page: compiled and shrunk as the page's own are.

use std::path::{Path, PathBuf};

use crate::error::Result;
use crate::setup::Toolbox;
use crate::{files, process, root};

/// What makes a build of the page's profile faster where it runs, and larger: what a page of thousands of
/// articles is built with, which are more to fetch than its code.
pub const FAST: (&str, &str) = ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "3");

/// Compiles a part of the workspace for the browser, as the page of a small corpus is or as that of a large
/// one, into the folder `target`.
pub fn compile(tools: &Toolbox, part: &[&str], target: &Path, is_fast: bool) -> Result<()> {
    let mut cargo = tools.wasm_command("cargo");
    if is_fast {
        cargo.env(FAST.0, FAST.1);
    }
    cargo.args(["build", "--locked", "--release", "--target", "wasm32-unknown-unknown"]);
    cargo.args(part).arg("--target-dir").arg(target);
    process::logged("wasm", &mut cargo, "mend what is named above")
}

/// The folder of what the page's build compiles for the browser.
pub fn compiled(release: bool) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR");
    let target = target.map_or_else(|| root::root().join("target"), PathBuf::from);
    target.join("wasm32-unknown-unknown").join(if release { "release" } else { "debug" })
}

/// Writes the module as small as the page's are.
pub fn shrink(tools: &Toolbox, module: &Path, to: &Path) -> Result<()> {
    let mut shrink = tools.command("wasm-opt");
    shrink.arg("-Oz").args(features()?.split_whitespace()).arg("-o").arg(to).arg(module);
    process::logged("wasm-opt", &mut shrink, "see that `cargo xtask setup` succeeds")
}

/// What the page tells wasm-opt of its modules.
fn features() -> Result<String> {
    let page = files::text(&root::root().join("index.html"))?;
    let told = page.split("data-wasm-opt-params=\"").nth(1).and_then(|rest| rest.split('"').next());
    Ok(told.unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_the_features_of_its_modules() {
        assert!(features().unwrap().contains("--enable-bulk-memory"));
    }
}
