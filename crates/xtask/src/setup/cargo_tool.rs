//! Trunk, wasm-bindgen and geckodriver, compiled by cargo into the checkout's own tools folder.

use std::fs;

use super::toolbox::Toolbox;
use crate::error::{At, Error, Result};
use crate::{process, root};

/// The newest Trunk that compiles with the Rust version this project asks for.
const TRUNK: &str = "0.21.14";

/// Drives any Firefox that is supported.
const GECKODRIVER: &str = "0.37.1";

/// Makes sure of Trunk.
pub(super) fn ensure_trunk(tools: &Toolbox) -> Result<String> {
    // Without TLS: all that it would download is put on its search path beforehand.
    let tool =
        CargoTool { package: "trunk", program: "trunk", options: &["--no-default-features"] };
    tool.ensure(tools, TRUNK, "5 to 10 minutes on two cores")
}

/// Makes sure of wasm-bindgen, of the library's own version: any other refuses the page.
pub(super) fn ensure_wasm_bindgen(tools: &Toolbox) -> Result<String> {
    let path = root::root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).at("read", &path)?;
    let version = locked_version(&lock, "wasm-bindgen").ok_or_else(|| Error::Content {
        path,
        problem: "names no wasm-bindgen: type `cargo update --workspace`".to_owned(),
    })?;
    let tool = CargoTool { package: "wasm-bindgen-cli", program: "wasm-bindgen", options: &[] };
    tool.ensure(tools, version, "3 to 5 minutes on two cores")
}

/// Makes sure of geckodriver, which drives Firefox.
pub(super) fn ensure_geckodriver(tools: &Toolbox) -> Result<String> {
    let tool = CargoTool { package: "geckodriver", program: "geckodriver", options: &[] };
    tool.ensure(tools, GECKODRIVER, "3 to 5 minutes on two cores")
}

struct CargoTool {
    package: &'static str,
    program: &'static str,
    options: &'static [&'static str],
}

impl CargoTool {
    fn ensure(&self, tools: &Toolbox, version: &str, patience: &str) -> Result<String> {
        if self.is_there(tools, version) {
            return Ok(format!("{version} is there"));
        }
        println!("  {} {version} is being compiled ({patience})", self.package);
        self.install(tools, version)?;
        if self.is_there(tools, version) {
            return Ok(format!("{version} installed"));
        }
        Err(Error::Missing {
            program: format!("{} {version}", self.program),
            remedy: format!("delete {} and run this again", root::tools().display()),
        })
    }

    fn is_there(&self, tools: &Toolbox, version: &str) -> bool {
        let printed = process::output(tools.command(self.program).arg("--version"));
        printed.is_some_and(|text| text.split_whitespace().any(|word| word == version))
    }

    fn install(&self, tools: &Toolbox, version: &str) -> Result<()> {
        let mut cargo = tools.command("cargo");
        cargo.args(["install", self.package, "--version", version, "--locked", "--force"]);
        cargo.args(self.options).arg("--root").arg(root::tools());
        // Half-done work is kept for the next try, and is not mixed with the project's own.
        cargo.env("CARGO_TARGET_DIR", root::tools().join("build"));
        // These run for seconds in a build: compiling them fast is worth more than their speed.
        cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1").env("CARGO_PROFILE_RELEASE_LTO", "off");
        cargo
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        let remedy = "see that cargo can reach its registry, then run this again";
        process::logged(self.package, &mut cargo, remedy)
    }
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| line.trim() != name);
    lines.nth(1)?.trim().strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.125\"\nsource = \"registry\"\n";

    #[test]
    fn the_version_is_of_exactly_that_package() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.125"));
        assert_eq!(locked_version(LOCK, "wasm-bindgen-macro"), Some("0.1.0"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
    }

    #[test]
    fn the_projects_own_lock_is_read() {
        let lock = fs::read_to_string(root::root().join("Cargo.lock")).unwrap();
        assert!(locked_version(&lock, "wasm-bindgen").is_some());
    }
}
