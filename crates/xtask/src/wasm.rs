//! Modules for the browser outside the page: compiled and shrunk as the page's own are.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{At, Result};
use crate::setup::{Toolbox, wasm_opt};
use crate::{digest, files, process, root};

/// So many shrunk modules are kept: those of some builds.
const MOST_KEPT: usize = 128;

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

/// Writes the module as small as the page's are. What came of the same bytes before is taken as it is: most
/// modules of a build are those of the one before, and each takes seconds.
pub fn shrink(tools: &Toolbox, module: &Path, to: &Path) -> Result<()> {
    let wishes = format!("-Oz {}", features()?);
    let kept = kept(&fs::read(module).at("read", module)?, &wishes);
    if !kept.is_file() {
        let mut shrink = tools.command("wasm-opt");
        shrink.args(wishes.split_whitespace()).arg("-o").arg(to).arg(module);
        process::logged("wasm-opt", &mut shrink, "see that `cargo xtask setup` succeeds")?;
        return keep(to, &kept);
    }
    fs::copy(&kept, to).map(drop).at("copy", &kept)
}

/// Where the small form of a module is kept, named by all that it depends on: `wishes` are what wasm-opt is told.
fn kept(module: &[u8], wishes: &str) -> PathBuf {
    let asked = format!("{} {wishes}\n", wasm_opt::VERSION);
    let name = digest::short(&[asked.as_bytes(), module].concat());
    root::generated().join("shrunk").join(format!("{name}.wasm"))
}

/// Keeps a module; all others go when they are many.
fn keep(module: &Path, kept: &Path) -> Result<()> {
    let Some(folder) = kept.parent() else { return Ok(()) };
    fs::create_dir_all(folder).at("make", folder)?;
    if files::all_below(folder)?.len() >= MOST_KEPT {
        fs::remove_dir_all(folder).at("remove", folder)?;
        fs::create_dir_all(folder).at("make", folder)?;
    }
    // Whole or not at all: a build may be stopped at any time.
    let coming = kept.with_extension("coming");
    fs::copy(module, &coming).at("copy", module)?;
    fs::rename(&coming, kept).at("rename", &coming)
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

    #[test]
    fn what_is_kept_is_named_by_all_that_it_depends_on() {
        assert_eq!(kept(b"module", "--all"), kept(b"module", "--all"));
        assert_ne!(kept(b"module", "--all"), kept(b"module", "--few"));
        assert_ne!(kept(b"module", "--all"), kept(b"another", "--all"));
    }
}
