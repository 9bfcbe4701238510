//! `parallax extract --explain`: documents stage by stage, for a person to read.
//!
//! Shows what `extract --json` gives and nothing else, from the source as received to what several
//! documents share: as text, or as a page with everything marked in place.

mod html;
mod marks;
mod report;
mod text;

use std::io::Write;

use anyhow::Result;
use parallax_engine::{article::Document, story::analyse};

use report::Report;

/// Prints the documents stage by stage as text.
pub(crate) fn print(documents: &[Document], out: &mut impl Write) -> Result<()> {
    let corpus = analyse(documents);
    text::print(&Report::of(&corpus), out)?;
    Ok(())
}

/// Prints the documents as one page of HTML that needs no other file.
pub(crate) fn page(documents: &[Document], out: &mut impl Write) -> Result<()> {
    let corpus = analyse(documents);
    write!(out, "{}", html::page(&Report::of(&corpus)))?;
    Ok(())
}
