//! What the extraction costs a reader's browser: the check as the page loads it, and the extraction by
//! itself, in a module that does nothing else.

use std::path::PathBuf;

use super::table::Figure;
use crate::error::{At, Result};
use crate::setup::{Needs, Toolbox, set_up};
use crate::{root, size, wasm};

/// The most kilobytes that the extraction should cost.
const GOAL: f64 = 120.0;

/// Examples of the check's package that link a part of it alone, and what they measure.
const ALONE: [(&str, &str); 2] = [
    ("extraction", "size in the page: extraction, text in and quotations out"),
    ("analysis", "size in the page: extraction of all that is found"),
];

/// The check, all of it, and its extraction alone; nothing of them where no page is built.
pub(super) fn figures() -> Result<Vec<Figure>> {
    let name = "size in the page: the check, all of it";
    let folder = root::dist();
    if !folder.join("index.html").is_file() {
        return Ok(vec![Figure::plain(name, "no page is built".to_owned())]);
    }
    let kilobytes = |bytes: usize| bytes as f64 / 1000.0;
    let mut figures = vec![Figure::at_most(name, kilobytes(size::of_check(&folder)?), GOAL, " KB")];
    let tools = set_up(Needs::Page)?;
    for (example, name) in ALONE {
        let bytes = std::fs::read(built(&tools, example)?).at("read", &folder)?;
        figures.push(Figure::at_most(name, kilobytes(size::compressed(&bytes)?), GOAL, " KB"));
    }
    Ok(figures)
}

/// The module of an example, made as the page's are.
fn built(tools: &Toolbox, example: &str) -> Result<PathBuf> {
    println!("  building the {example} alone");
    let target = root::generated().join("eval/wasm");
    wasm::compile(tools, &["--package", "parallax-recheck", "--example", example], &target, false)?;
    let module = target.join(format!("wasm32-unknown-unknown/release/examples/{example}.wasm"));
    let small = target.join(format!("{example}.small.wasm"));
    wasm::shrink(tools, &module, &small)?;
    Ok(small)
}
