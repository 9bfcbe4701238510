//! Where things are: the checkout, and the folders that chores write to. Reads nothing.

use std::path::{Path, PathBuf};

/// The top of the checkout.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}

/// The finished page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Tools that the project installs for itself. Git ignores this folder.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// Files made on the way to the page.
pub fn generated() -> PathBuf {
    root().join("target/parallax")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("Trunk.toml").is_file(), "{} is not the checkout", root().display());
    }
}
