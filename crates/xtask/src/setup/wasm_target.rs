//! A compiler that can build for the browser: the one in use, or Debian's where it cannot.
//!
//! rustup downloads the standard library for wasm32 where it can. Where it cannot, Debian carries
//! a current compiler with its library source, and the library is built from that.

use std::process::Command;

use super::toolbox::Toolbox;
use super::{system_packages, wasm_standard_library as library};
use crate::error::{Error, Result};
use crate::process;

/// The one target of the page.
pub(super) const TARGET: &str = "wasm32-unknown-unknown";

/// What Debian's compiler is called among rustup's toolchains.
const LINKED: &str = "web";

/// Makes sure of the target, and says which way was taken.
pub(super) fn ensure(tools: &mut Toolbox) -> Result<String> {
    if library::is_there(&mut process::command("rustc")) {
        return Ok("is in the toolchain in use".to_owned());
    }
    if library::is_there_for_debian() && is_linked() {
        tools.use_toolchain(LINKED);
        return Ok(format!("is in Debian's compiler (rustup toolchain `{LINKED}`)"));
    }
    if process::output(process::command("rustup").arg("--version")).is_none() {
        return Err(no_rustup());
    }
    if add_by_rustup() {
        return Ok("added by rustup".to_owned());
    }
    from_debian()?;
    tools.use_toolchain(LINKED);
    Ok(format!("rustup could not add it: built from Debian's source (toolchain `{LINKED}`)"))
}

/// Rust came from elsewhere, and without what it takes to build for the browser.
fn no_rustup() -> Error {
    Error::Missing {
        program: "rustup".to_owned(),
        remedy: format!(
            "the Rust in use has no standard library for {TARGET}; install rustup (https://rustup.rs), \
             which adds it, then run this again"
        ),
    }
}

fn add_by_rustup() -> bool {
    let mut command = process::command("rustup");
    command.args(["target", "add", TARGET]);
    let added = command.output().is_ok_and(|output| output.status.success());
    added && library::is_there(&mut process::command("rustc"))
}

fn from_debian() -> Result<()> {
    if !system_packages::is_debian() {
        return Err(Error::Missing {
            program: format!("the Rust standard library for {TARGET}"),
            remedy: format!(
                "`rustup target add {TARGET}` did not add it; type that to see why, then run this again"
            ),
        });
    }
    library::build_from_debian()?;
    let mut link = process::command("rustup");
    link.args(["toolchain", "link", LINKED, "/usr"]);
    process::logged("rustup-link", &mut link, "install rustup, then run this again")
}

fn is_linked() -> bool {
    let rustc = |command: &mut Command| process::output(command.args(["--print", "sysroot"]));
    let linked = rustc(process::command("rustc").env("RUSTUP_TOOLCHAIN", LINKED));
    linked.is_some() && linked == rustc(&mut process::command(library::RUSTC))
}
