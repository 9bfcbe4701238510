//! Debian's packages: installed when we may, asked for with the exact command when we may not.

use std::fs;

use crate::error::{Error, Result};
use crate::process;

/// Installs those packages that are missing, or says what to type.
pub(super) fn install(packages: &[&str]) -> Result<()> {
    let packages: Vec<&str> = packages.iter().copied().filter(|name| !is_installed(name)).collect();
    if packages.is_empty() {
        return Ok(());
    }
    let arguments = format!("apt-get install --no-install-recommends -y {}", packages.join(" "));
    if !may_install() {
        return Err(Error::SystemPackages {
            packages: packages.join(", "),
            command: format!("sudo {arguments}"),
        });
    }
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

fn is_installed(package: &str) -> bool {
    let mut query = process::command("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]);
    process::output(&mut query).as_deref() == Some("installed")
}

/// Is this Debian, and are we root?
fn may_install() -> bool {
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
}
