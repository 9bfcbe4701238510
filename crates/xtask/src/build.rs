//! Builds the page through Trunk, with every tool that Trunk looks for at hand.

use std::time::Instant;

use crate::error::Result;
use crate::setup::Toolbox;
use crate::{process, root};

const REMEDY: &str = "what is above says where; a tool at odds is mended by deleting .tools";

/// Makes the finished page.
pub fn page(tools: &Toolbox) -> Result<()> {
    let start = Instant::now();
    println!("  page          is being built");
    process::logged("build", tools.wasm_command("trunk").args(["build", "--release"]), REMEDY)?;
    println!("  page          is in dist/ ({:.1} s)", start.elapsed().as_secs_f32());
    Ok(())
}

/// Serves the page and builds it anew on every change, until stopped.
///
/// In a folder of its own: what stands in `dist/` is always a finished page.
pub fn serve_changing(tools: &Toolbox) -> Result<()> {
    let mut trunk = tools.wasm_command("trunk");
    trunk.args(["serve", "--dist"]).arg(root::generated().join("dev"));
    process::show(&mut trunk, REMEDY)
}
