//! The page's first frame: what is read before the page runs, or where it cannot run.
//!
//! Drawn by the page's own parts, natively (`examples/first-frame.rs`), from the pack that the build of the
//! page left. Does not know what it shows.

use std::path::Path;

use crate::error::Result;
use crate::setup::Toolbox;
use crate::{bare, files, process, root};

/// Where it stands in the page.
const PLACE: &str = "<!-- first frame -->";

/// Draws it and puts it into the page.
pub(super) fn settle(tools: &Toolbox, page: &str, pack: &Path) -> Result<String> {
    let drawn = root::generated().join("first-frame.html");
    let mut cargo = tools.command("cargo");
    // For this machine: what Trunk was asked to build, and with which compiler, does not matter here.
    cargo.env_remove("RUSTUP_TOOLCHAIN").env_remove("PARALLAX_CORPUS");
    cargo.args(["run", "--quiet", "--locked", "--package", "parallax-page"]);
    cargo.args(["--example", "first-frame", "--"]).arg(pack).arg(&drawn);
    process::logged("first-frame", &mut cargo, "mend what is named above")?;
    Ok(put_in(page, &files::text(&drawn)?))
}

/// The page with the frame, and without what is for those who write it; as it is where it has no place for one.
fn put_in(page: &str, frame: &str) -> String {
    let parts = page.split_once(PLACE);
    parts.map_or_else(
        || page.to_owned(),
        |(before, after)| [&bare::page(before), frame, &bare::page(after)].concat(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_a_place_for_it() {
        let page = files::text(&root::root().join("index.html")).unwrap();
        assert!(put_in(&page, "<p>first</p>").contains("<p>first</p>"));
    }
}
