//! Builds the page through Trunk, with every tool that Trunk looks for at hand.

use std::time::Instant;

use crate::error::Result;
use crate::process;
use crate::setup::Toolbox;

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
pub fn serve_changing(tools: &Toolbox) -> Result<()> {
    process::show(tools.wasm_command("trunk").arg("serve"), REMEDY)
}
