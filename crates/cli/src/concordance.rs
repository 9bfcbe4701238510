//! Words in their context, a line each, printed for people or for programs.
//!
//! Does not know how lines are found or sorted.

use std::io::{self, Write};

use clap::ValueEnum;
use parallax_engine::{
    query::{LineOrder, Query},
    search::{Concordance, Line},
};
use serde_json::{Value, json};

use crate::search::{messages, print_messages};

/// How many letters stand on either side in a terminal.
const SIDE: usize = 40;

/// In which order lines come.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Side {
    /// By the words to the left.
    Left,
    /// By the words to the right.
    Right,
    /// As they stand in the texts.
    Place,
}

impl Side {
    /// The order that it asks for.
    pub(crate) fn order(self) -> LineOrder {
        match self {
            Self::Left => LineOrder::Left,
            Self::Right => LineOrder::Right,
            Self::Place => LineOrder::Place,
        }
    }
}

/// Prints the lines as JSON.
pub(crate) fn print_json(found: &Concordance, out: &mut impl Write) -> io::Result<()> {
    let line = |it: &Line| -> Value {
        let span = [it.span.start, it.span.end];
        json!({ "id": it.id, "span": span, "left": it.left, "hit": it.hit, "right": it.right })
    };
    let lines: Vec<_> = found.lines.iter().map(line).collect();
    let messages = messages(&found.messages);
    writeln!(out, "{}", json!({ "total": found.total, "lines": lines, "messages": messages }))
}

/// Prints the lines of `query` below each other, the words searched for in one column.
pub(crate) fn print(query: &Query, found: &Concordance, out: &mut impl Write) -> io::Result<()> {
    print_messages(query, &found.messages, out)?;
    writeln!(out, "{} of {}", found.lines.len(), found.total)?;
    let widest = found.lines.iter().map(|it| one_line(&it.hit).chars().count()).max();
    let right = SIDE + widest.unwrap_or_default();
    for line in &found.lines {
        let left = last(&one_line(&line.left), SIDE);
        let rest: String =
            (one_line(&line.hit) + &one_line(&line.right)).chars().take(right).collect();
        writeln!(out, "{left:>SIDE$}{rest:right$}  {}", line.id)?;
    }
    Ok(())
}

/// The words with every white space as a blank, so that columns stand.
fn one_line(words: &str) -> String {
    words.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect()
}

/// The last letters of the words.
fn last(words: &str, letters: usize) -> String {
    let more = words.chars().count().saturating_sub(letters);
    words.chars().skip(more).collect()
}
