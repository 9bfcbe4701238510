//! Where the tools are: the search path and the toolchain that page builds run with.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{process, root};

/// The environment in which the page is built.
#[derive(Clone, Debug)]
pub struct Toolbox {
    path: OsString,
    toolchain: Option<String>,
}

impl Toolbox {
    /// Our own tools first, then the user's.
    pub fn new() -> Self {
        let own = [root::tools().join("bin"), root::tools().join("npm/node_modules/.bin")];
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = own.into_iter().chain(std::env::split_paths(&path)).collect();
        Self { path: std::env::join_paths(folders).unwrap_or(path), toolchain: None }
    }

    /// Builds with this rustup toolchain from now on.
    pub(super) fn use_toolchain(&mut self, name: &str) {
        self.toolchain = Some(name.to_owned());
    }

    /// The rustup toolchain that builds for the browser, if it is not the one in use.
    pub fn toolchain(&self) -> Option<&str> {
        self.toolchain.as_deref()
    }

    /// A command that finds our tools; what it compiles itself is for this machine.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = process::command(program);
        command.env("PATH", &self.path);
        command
    }

    /// A command that compiles for the browser. What is compiled names no folder of this machine, so that it
    /// is the same wherever it is built.
    pub fn wasm_command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = self.command(program);
        command.env(FLAGS, renamed(&crates_folder(), root::root()));
        if let Some(toolchain) = &self.toolchain {
            command.env("RUSTUP_TOOLCHAIN", toolchain);
        }
        command
    }
}

/// What the compiler is told in addition when it compiles for the browser.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Where cargo keeps the crates that it fetched.
fn crates_folder() -> PathBuf {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    cargo.unwrap_or_default().join("registry/src")
}

/// Other names for the two folders that messages in the code may name. One with a space in its path cannot be
/// told to the compiler this way, and stays.
fn renamed(crates: &Path, root: &Path) -> String {
    let names = [(crates, "crates"), (root, "parallax")];
    let flags = names.iter().filter_map(|(folder, name)| {
        let folder = folder.to_str().filter(|path| !path.is_empty() && !path.contains(' '))?;
        Some(format!("--remap-path-prefix={folder}={name}"))
    });
    flags.collect::<Vec<_>>().join(" ")
}

impl Default for Toolbox {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_tools_come_before_the_users() {
        let tools = Toolbox::new();
        let first = std::env::split_paths(&tools.path).next().unwrap();
        assert_eq!(first, root::tools().join("bin"));
    }

    #[test]
    fn folders_of_this_machine_are_called_otherwise() {
        let flags = |crates: &str| renamed(Path::new(crates), Path::new("/work here"));
        assert_eq!(
            flags("/a/.cargo/registry/src"),
            "--remap-path-prefix=/a/.cargo/registry/src=crates"
        );
        assert_eq!(flags(""), "");
    }

    #[test]
    fn only_wasm_commands_change_the_toolchain() {
        let mut tools = Toolbox::new();
        tools.use_toolchain("web");
        let set = |command: Command| command.get_envs().any(|(key, _)| key == "RUSTUP_TOOLCHAIN");
        assert!(set(tools.wasm_command("cargo")));
        assert!(!set(tools.command("cargo")));
    }
}
