//! The package managers of one system and another, and what each calls what we need.
//!
//! A table and how its row is found; installs nothing. Knows no chore.

use crate::process;

/// Something that is installed for the whole machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// Chromium (or Chrome), and chromedriver of the same version.
    Browser,
    /// Node.js with npm.
    Node,
}

/// A package manager, and the commands that one types.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PackageManager {
    /// The systems whose own it is, as /etc/os-release spells them; none where the program alone says it.
    systems: &'static [&'static str],
    /// The program that is on the search path where it is at hand.
    program: &'static str,
    browser: &'static str,
    node: &'static str,
}

/// Debian's, which is also used without asking where that is allowed.
pub(super) const APT_INSTALL: &str = "apt-get install --no-install-recommends -y";

/// Ubuntu stands before Debian, which it says it is like. Names as of 2026.
const KNOWN: [PackageManager; 7] = [
    PackageManager {
        systems: &["ubuntu"],
        program: "apt-get",
        // Two packages that bring one snap and put both programs on the search path.
        browser: "sudo apt-get install -y chromium-browser chromium-chromedriver",
        node: "sudo apt-get install -y nodejs npm",
    },
    PackageManager {
        systems: &[],
        program: "apt-get",
        browser: "sudo apt-get install --no-install-recommends -y chromium chromium-driver",
        node: "sudo apt-get install --no-install-recommends -y nodejs npm",
    },
    PackageManager {
        systems: &[],
        program: "dnf",
        browser: "sudo dnf install -y chromium chromedriver",
        node: "sudo dnf install -y nodejs nodejs-npm",
    },
    PackageManager {
        systems: &[],
        program: "pacman",
        // Its chromium brings the driver.
        browser: "sudo pacman -S --needed chromium",
        node: "sudo pacman -S --needed nodejs npm",
    },
    PackageManager {
        systems: &[],
        program: "zypper",
        browser: "sudo zypper install chromium chromedriver",
        node: "sudo zypper install nodejs-default npm-default",
    },
    PackageManager {
        systems: &[],
        program: "apk",
        browser: "sudo apk add chromium chromium-chromedriver",
        node: "sudo apk add nodejs npm",
    },
    PackageManager {
        systems: &[],
        program: "brew",
        // Homebrew has given up its chromedriver; npm's fits the Chrome that it finds.
        browser: "brew install --cask google-chrome && npm install --global chromedriver --detect_chromedriver_version",
        node: "brew install node",
    },
];

impl PackageManager {
    /// The one of this machine, if it is one we know.
    pub(super) fn of_this_machine() -> Option<&'static Self> {
        let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
        let path = std::env::var_os("PATH").unwrap_or_default();
        Self::recognise(&release, |program| process::find(program, &path).is_some())
    }

    /// The first whose program is at hand, and whose systems, if it names any, are told in
    /// /etc/os-release.
    pub(super) fn recognise(
        release: &str,
        at_hand: impl Fn(&str) -> bool,
    ) -> Option<&'static Self> {
        let here = |manager: &&Self| {
            let systems = manager.systems;
            let fits = systems.is_empty() || systems.iter().any(|system| is(release, system));
            fits && at_hand(manager.program)
        };
        KNOWN.iter().find(here)
    }

    /// What to type for `need`.
    pub(super) fn command(&self, need: Need) -> &'static str {
        match need {
            Need::Browser => self.browser,
            Need::Node => self.node,
        }
    }
}

impl Need {
    /// What to do where the machine's package manager is none we know: what is needed, and where it
    /// is looked for.
    pub(super) fn in_words(self) -> &'static str {
        match self {
            Self::Browser => {
                "install Chromium or Chrome, and chromedriver of the same version, so that the folders \
                 of PATH hold `chromedriver` and one of `chromium`, `chromium-browser`, \
                 `google-chrome`, `google-chrome-stable`"
            }
            Self::Node => {
                "install Node.js 18 or newer (nodejs.org has it for every system), so that the \
                 folders of PATH hold `node` and `npm`"
            }
        }
    }
}

/// Does /etc/os-release say that this is `system`, or like it?
fn is(release: &str, system: &str) -> bool {
    let values = release.lines().filter_map(|line| {
        line.trim().strip_prefix("ID=").or_else(|| line.trim().strip_prefix("ID_LIKE="))
    });
    let mut words = values.flat_map(|value| value.trim_matches(['"', '\'']).split_whitespace());
    words.any(|word| word == system)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which commands are given on a machine with this /etc/os-release and these programs.
    fn check(release: &str, programs: &[&str], browser: &str, node: &str) {
        let manager = PackageManager::recognise(release, |program| programs.contains(&program));
        let manager = manager.unwrap_or_else(|| panic!("none for {programs:?}"));
        assert_eq!(manager.command(Need::Browser), browser, "{release}");
        assert_eq!(manager.command(Need::Node), node, "{release}");
    }

    #[test]
    fn every_row_is_found_with_its_own_names() {
        let apt = "sudo apt-get install";
        let debian = format!("{apt} --no-install-recommends -y");
        check(
            "NAME=\"Debian GNU/Linux\"\nID=debian\n",
            &["apt-get"],
            &format!("{debian} chromium chromium-driver"),
            &format!("{debian} nodejs npm"),
        );
        for ubuntu in ["ID=ubuntu\nID_LIKE=debian\n", "ID=pop\nID_LIKE=\"ubuntu debian\"\n"] {
            check(
                ubuntu,
                &["apt-get"],
                &format!("{apt} -y chromium-browser chromium-chromedriver"),
                &format!("{apt} -y nodejs npm"),
            );
        }
        check(
            "ID=fedora\n",
            &["dnf"],
            "sudo dnf install -y chromium chromedriver",
            "sudo dnf install -y nodejs nodejs-npm",
        );
        check(
            "ID=arch\n",
            &["pacman"],
            "sudo pacman -S --needed chromium",
            "sudo pacman -S --needed nodejs npm",
        );
        check(
            "ID=\"opensuse-tumbleweed\"\nID_LIKE=\"opensuse suse\"\n",
            &["zypper"],
            "sudo zypper install chromium chromedriver",
            "sudo zypper install nodejs-default npm-default",
        );
        check(
            "ID=alpine\n",
            &["apk"],
            "sudo apk add chromium chromium-chromedriver",
            "sudo apk add nodejs npm",
        );
        check(
            "",
            &["brew"],
            "brew install --cask google-chrome && npm install --global chromedriver --detect_chromedriver_version",
            "brew install node",
        );
    }

    #[test]
    fn every_row_can_be_found() {
        for manager in &KNOWN {
            let release = manager.systems.first().map(|system| format!("ID={system}"));
            let found = PackageManager::recognise(&release.unwrap_or_default(), |program| {
                program == manager.program
            });
            assert_eq!(found, Some(manager));
        }
    }

    #[test]
    fn the_systems_own_comes_before_another_that_is_also_there() {
        let found = PackageManager::recognise("ID=fedora", |it| ["brew", "dnf"].contains(&it));
        assert_eq!(found.map(|manager| manager.program), Some("dnf"));
    }

    #[test]
    fn a_machine_with_none_of_them_is_told_what_is_needed_and_where_it_is_looked_for() {
        assert_eq!(PackageManager::recognise("ID=nixos", |_| false), None);
        for need in [Need::Browser, Need::Node] {
            assert!(need.in_words().contains("PATH"), "{need:?}");
        }
    }

    #[test]
    fn a_system_is_told_by_whole_words() {
        assert!(is("ID_LIKE=\"ubuntu debian\"", "debian"));
        assert!(!is("ID=debianish\nVERSION_ID=debian", "debian"));
    }
}
