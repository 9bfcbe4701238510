//! Gets what the chores need and is not there yet: the wasm target, the page's build tools, a browser.
//!
//! Every step looks first, so a second run takes seconds. Tools go to the checkout's own folder,
//! nothing of ours is put beside the user's own, except what Debian's packages bring.

mod axe;
mod browser;
mod cargo_tool;
mod engines;
mod lighthouse;
mod npm;
mod package_manager;
mod system_packages;
mod toolbox;
pub(crate) mod wasm_opt;
mod wasm_standard_library;
mod wasm_target;

use std::time::Instant;

pub use axe::axe_script;
pub use browser::find_browser;
pub use engines::{find_firefox, find_webkit};
pub use lighthouse::lighthouse;
pub use toolbox::Toolbox;

use crate::error::Result;

/// What a chore needs beyond Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// All that makes the page.
    Page,
    /// That, and browsers with their drivers.
    PageAndBrowser,
}

/// Sets up what is missing, and returns where everything is.
pub fn set_up(needs: Needs) -> Result<Toolbox> {
    let mut tools = Toolbox::new();
    step("wasm target", || wasm_target::ensure(&mut tools))?;
    step("wasm-opt", || wasm_opt::ensure(&tools))?;
    step("wasm-bindgen", || cargo_tool::ensure_wasm_bindgen(&tools))?;
    step("Trunk", || cargo_tool::ensure_trunk(&tools))?;
    if needs == Needs::PageAndBrowser {
        step("browser", browser::ensure)?;
        step("axe-core", || axe::ensure(&tools))?;
        step("other engines", || engines::ensure(&tools))?;
    }
    Ok(tools)
}

/// Sets up what finishes the page's modules, for a build that Trunk was asked for directly.
pub fn set_up_finishing() -> Result<Toolbox> {
    let tools = Toolbox::new();
    step("wasm-opt", || wasm_opt::ensure(&tools))?;
    step("wasm-bindgen", || cargo_tool::ensure_wasm_bindgen(&tools))?;
    Ok(tools)
}

/// Runs one step and says what came of it and how long it took.
fn step(name: &str, work: impl FnOnce() -> Result<String>) -> Result<()> {
    let start = Instant::now();
    let found = work()?;
    println!("  {name:<13} {found} ({:.1} s)", start.elapsed().as_secs_f32());
    Ok(())
}
