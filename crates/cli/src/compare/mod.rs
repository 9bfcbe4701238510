//! `parallax compare`: articles laid beside each other, printed for people or for programs.
//!
//! Asks the engine for all of it; does not know how anything is found.

mod columns;
mod json;
mod sign;
mod text;

use std::io::{self, Write};

use anyhow::Result;
use parallax_engine::{
    Engine, Reading, Unchosen, Unknown,
    compare::{Comparison, Contrast, Core},
};

/// Articles, and what is found of them beside each other.
pub(crate) struct Compared {
    /// The articles, to be read.
    readings: Vec<Reading>,
    /// The first beside each of the others.
    comparisons: Vec<Comparison>,
    contrast: Contrast,
    core: Core,
}

impl Compared {
    /// The articles of these names.
    pub(crate) fn of(engine: &Engine, ids: &[String]) -> Result<Self, Unchosen> {
        let names: Vec<&str> = ids.iter().map(String::as_str).collect();
        let core = engine.core(&names)?;
        let contrast = engine.contrast(&names)?;
        let unknown = |id: &str| Unknown { id: id.to_owned(), nearest: engine.nearest(id) };
        let reading = |id: &&str| engine.article(id).ok_or_else(|| unknown(id));
        let readings = names.iter().map(reading).collect::<Result<_, Unknown>>()?;
        let (first, others) = names.split_first().unwrap_or((&"", &[]));
        let beside = |id: &&str| engine.compare_closely(first, id).ok_or_else(|| unknown(id));
        let comparisons = others.iter().map(beside).collect::<Result<_, Unknown>>()?;
        Ok(Self { readings, comparisons, contrast, core })
    }

    /// Prints all of it: as JSON, or in words, in lines of so many letters.
    pub(crate) fn print(
        &self,
        json: bool,
        width: Option<usize>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        match json {
            true => writeln!(out, "{}", json::value(self)),
            false => text::print(self, width.or_else(terminal), out),
        }
    }
}

/// How many letters a line of the terminal has; none where the output is none.
fn terminal() -> Option<usize> {
    use std::io::IsTerminal;
    let is = io::stdout().is_terminal();
    let size = terminal_size::terminal_size().filter(|_| is);
    size.map(|(terminal_size::Width(width), _)| usize::from(width))
}
