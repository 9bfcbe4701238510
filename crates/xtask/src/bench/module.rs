//! The engine's module for the harness, with its glue.

use super::harness::Harness;
use crate::error::{At, Result};
use crate::setup::Toolbox;
use crate::{process, root, wasm};

/// Builds it as the page of a large corpus is built, into the harness.
pub(super) fn build(tools: &Toolbox, harness: &Harness) -> Result<()> {
    println!("  building the module");
    let target = root::generated().join("bench/wasm");
    wasm::compile(tools, &["--package", "parallax-bench"], &target, true)?;
    let module = target.join("wasm32-unknown-unknown/release/parallax_bench.wasm");
    let folder = harness.folder().join("engines/module");
    let mut bindgen = tools.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&folder).arg(&module);
    process::logged("wasm-bindgen", &mut bindgen, "see that `cargo xtask setup` succeeds")?;
    let bound = folder.join("parallax_bench_bg.wasm");
    let small = target.join("small.wasm");
    wasm::shrink(tools, &bound, &small)?;
    std::fs::copy(&small, &bound).at("write", &bound).map(drop)
}
