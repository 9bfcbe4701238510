//! What is installed for the whole machine: by ourselves as root on Debian, and asked for with the
//! exact command anywhere else.

use std::fs;

use super::package_manager::{APT_INSTALL, Need, PackageManager};
use crate::error::{Error, Result};
use crate::process;

/// Installs what is needed, or says what to type.
pub(super) fn provide(need: Need) -> Result<()> {
    if may_install() {
        return install_on_debian(debians_own(need));
    }
    Err(match PackageManager::of_this_machine() {
        Some(manager) => {
            let command = manager.command(need).to_owned();
            Error::SystemPackages { what: what(need).to_owned(), command }
        }
        None => {
            Error::Missing { program: what(need).to_owned(), remedy: need.in_words().to_owned() }
        }
    })
}

fn what(need: Need) -> &'static str {
    match need {
        Need::Browser => "Chromium with chromedriver",
        Need::Node => "Node.js with npm",
    }
}

fn debians_own(need: Need) -> &'static [&'static str] {
    match need {
        Need::Browser => &["chromium", "chromium-driver"],
        Need::Node => &["nodejs", "npm"],
    }
}

/// Installs those of Debian's packages that are missing, and names them; we must be root.
pub(super) fn install_on_debian(packages: &[&str]) -> Result<()> {
    let packages = missing(packages);
    if packages.is_empty() {
        return Ok(());
    }
    let arguments = format!("{APT_INSTALL} {}", packages.join(" "));
    println!("  installing Debian's {} (as root: {arguments})", packages.join(", "));
    refresh_lists();
    let mut command = process::command("apt-get");
    command.args(arguments.split(' ').skip(1)).env("DEBIAN_FRONTEND", "noninteractive");
    process::logged("apt-install", &mut command, REMEDY)
}

const REMEDY: &str = "see that Debian's package mirror can be reached, then run this again";

/// Fetches the package lists, which a fresh machine has not got. Its failure is told by the install.
pub(super) fn refresh_lists() {
    if may_install() {
        let mut update = process::command("apt-get");
        let _ = process::logged("apt-update", update.arg("update"), REMEDY);
    }
}

/// Those of Debian's packages that are not installed.
pub(super) fn missing<'names>(packages: &[&'names str]) -> Vec<&'names str> {
    packages.iter().copied().filter(|name| !is_installed(name)).collect()
}

fn is_installed(package: &str) -> bool {
    let mut query = process::command("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]);
    process::output(&mut query).as_deref() == Some("installed")
}

/// Is this Debian, and are we root?
pub(super) fn may_install() -> bool {
    is_debian() && process::output(process::command("id").arg("-u")).as_deref() == Some("0")
}

/// Is this Debian itself? Its children name and version these packages otherwise.
pub(super) fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| names_debian(&text))
}

fn names_debian(release: &str) -> bool {
    release.lines().any(|line| line.trim() == "ID=debian")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_debian_itself_counts() {
        assert!(names_debian("NAME=\"Debian GNU/Linux\"\nID=debian\n"));
        assert!(!names_debian("ID=ubuntu\nID_LIKE=debian\n"));
    }

    #[test]
    fn what_is_installed_here_and_what_is_typed_elsewhere_are_the_same() {
        let row = |need| format!("sudo {APT_INSTALL} {}", debians_own(need).join(" "));
        for need in [Need::Browser, Need::Node] {
            let known = PackageManager::recognise("ID=debian", |program| program == "apt-get");
            assert_eq!(known.map(|manager| manager.command(need)), Some(row(need).as_str()));
        }
    }
}
