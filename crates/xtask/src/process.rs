//! Running other programs: quietly with a log and a heartbeat, or openly. Knows none of them.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::error::{At, Error, Result};
use crate::root;

/// How often a long step shows that it is alive.
const HEARTBEAT: Duration = Duration::from_secs(20);

/// A command that starts clean of what cargo put in our own environment, and in the checkout.
///
/// Left in, cargo's variables pin child builds to the toolchain that built this chore.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    for (key, _) in std::env::vars_os() {
        let name = key.to_string_lossy();
        let ours = name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_BIN_");
        if ours || ["CARGO", "CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH"].contains(&&*name) {
            command.env_remove(&key);
        }
    }
    // Trunk takes "1", which everyone else's NO_COLOR is, for a mistake.
    command.env_remove("NO_COLOR").env_remove("LD_LIBRARY_PATH").current_dir(root::root());
    command
}

/// The full path of a program on a search path.
pub fn find(program: &str, path: &std::ffi::OsStr) -> Option<PathBuf> {
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(path).map(|folder| folder.join(&name)).find(|file| file.is_file())
}

/// What a command prints, when it succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok().filter(|o| o.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The day and the name of the checkout's last commit, and whether something was changed since.
pub fn commit() -> (String, String) {
    let of_commit = |format: &str| {
        let mut git = command("git");
        output(git.args(["log", "-1", &format!("--format={format}"), "--abbrev=9"]))
            .unwrap_or_else(|| "unknown".to_owned())
    };
    let mut git = command("git");
    let changed = output(git.args(["status", "--porcelain", "--untracked-files=no"]));
    let changed = if changed.is_none_or(|files| files.is_empty()) { "" } else { " and changes" };
    (of_commit("%cs"), of_commit("%h") + changed)
}

/// Runs a command with its output shown.
pub fn show(command: &mut Command, remedy: &str) -> Result<()> {
    let status = command.status().map_err(|_| missing(command, remedy))?;
    check(command, status, remedy)
}

/// Runs a long command with its output in a log, and a line now and then.
pub fn logged(name: &str, command: &mut Command, remedy: &str) -> Result<()> {
    let run = into_log(name, command, remedy)?;
    if run.status.success() { Ok(()) } else { Err(failure(command, &run, remedy)) }
}

/// The failure of a long command; the end of its log is shown.
pub fn failure(command: &Command, run: &Run, remedy: &str) -> Error {
    eprintln!("{}\n  (all of it is in {})", tail(&run.log, 12), run.log.display());
    failed(command, run.status, remedy)
}

/// How a long command ended, and where what it said is.
pub struct Run {
    /// How it ended.
    pub status: ExitStatus,
    /// The file with all that it said.
    pub log: PathBuf,
}

/// Runs a long command with its output in a log, however it ends.
pub fn into_log(name: &str, command: &mut Command, remedy: &str) -> Result<Run> {
    let log = root::tools().join("log").join(format!("{name}.log"));
    let status = run_into(&log, command, remedy)?;
    Ok(Run { status, log })
}

fn run_into(log: &Path, command: &mut Command, remedy: &str) -> Result<ExitStatus> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).at("make", folder)?;
    }
    let file = File::create(log).at("write", log)?;
    let errors = file.try_clone().at("write", log)?;
    command.stdin(Stdio::null()).stdout(file).stderr(errors);
    let mut child = command.spawn().map_err(|_| missing(command, remedy))?;
    let mut shown = Instant::now();
    loop {
        if let Some(status) = child.try_wait().at("run", log)? {
            return Ok(status);
        }
        if shown.elapsed() >= HEARTBEAT {
            shown = Instant::now();
            println!("    … {}", tail(log, 1).trim());
        }
        thread::sleep(Duration::from_millis(100));
    }
}

/// All that a log holds; nothing where there is none.
pub fn read_log(log: &Path) -> String {
    let text = fs::read(log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    text.unwrap_or_default()
}

fn tail(log: &Path, lines: usize) -> String {
    let text = read_log(log);
    let all: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    all[all.len().saturating_sub(lines)..].join("\n")
}

fn check(command: &Command, status: ExitStatus, remedy: &str) -> Result<()> {
    if status.success() { Ok(()) } else { Err(failed(command, status, remedy)) }
}

fn failed(command: &Command, status: ExitStatus, remedy: &str) -> Error {
    let (command, status) = (line(command), status.to_string());
    Error::Failed { command, status, remedy: remedy.to_owned() }
}

fn missing(command: &Command, remedy: &str) -> Error {
    let program = command.get_program().to_string_lossy().into_owned();
    Error::Missing { program, remedy: remedy.to_owned() }
}

/// A command as one would type it.
pub fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_named_with_its_remedy() {
        let error = show(&mut command("no-such-program-here"), "install it").unwrap_err();
        assert_eq!(error.to_string(), "`no-such-program-here` is not on this machine: install it");
    }

    #[test]
    fn a_failing_program_is_named_with_its_remedy() {
        let error = show(command("cargo").arg("no-such-chore"), "do otherwise").unwrap_err();
        let text = error.to_string();
        assert!(text.starts_with("`cargo no-such-chore` failed"), "{text}");
        assert!(text.ends_with("do otherwise"), "{text}");
    }

    #[test]
    fn output_is_trimmed_and_failure_is_none() {
        assert!(output(command("cargo").arg("--version")).unwrap().starts_with("cargo "));
        assert_eq!(output(command("cargo").arg("no-such-chore")), None);
    }
}
