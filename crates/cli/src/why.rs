//! Why a result has its score, printed for people or for programs.
//!
//! Does not know how a score comes about.

use std::io::{self, Write};

use parallax_engine::search::{ClauseScore, Explanation};
use serde_json::{Map, Value, json};

/// Prints the explanation of the article or quotation `id` as JSON.
pub(crate) fn print_json(
    id: &str,
    explanation: &Explanation,
    out: &mut impl Write,
) -> io::Result<()> {
    let clause = |it: &ClauseScore| {
        let times: Map<String, Value> =
            it.times.iter().map(|(field, times)| ((*field).to_owned(), json!(times))).collect();
        json!({
            "clause": it.typed,
            "holds": it.holds,
            "missed": it.is_missed(),
            "holding": it.holding,
            "weight": it.weight,
            "times": times,
            "adds": it.adds,
        })
    };
    let kept_out_by: Vec<_> = explanation.kept_out_by.iter().map(|facet| facet.name()).collect();
    let messages: Vec<_> = explanation.messages.iter().map(|it| it.text.as_str()).collect();
    let printed = json!({
        "id": id,
        "result": explanation.is_result(),
        "score": explanation.score,
        "clauses": explanation.clauses.iter().map(clause).collect::<Vec<_>>(),
        "kept_out_by": kept_out_by,
        "messages": messages,
    });
    writeln!(out, "{printed}")
}

/// Prints it in words: the score, then a line for each clause, then the facets that keep it out.
pub(crate) fn print(id: &str, explanation: &Explanation, out: &mut impl Write) -> io::Result<()> {
    for message in &explanation.messages {
        writeln!(out, "! {}", message.text)?;
    }
    match explanation.is_result() {
        true => writeln!(out, "{id}  {}", explanation.score)?,
        false => writeln!(out, "{id}  is no result")?,
    }
    for it in &explanation.clauses {
        writeln!(out, "  {}: {}, held by {}{}", it.typed, verdict(it), it.holding, sum(it))?;
    }
    for facet in &explanation.kept_out_by {
        writeln!(out, "  {}: what is chosen there keeps it out", facet.name())?;
    }
    Ok(())
}

fn verdict(clause: &ClauseScore) -> &'static str {
    match (clause.not, clause.holds) {
        (false, true) => "holds",
        (false, false) => "does not hold, which keeps it out",
        (true, false) => "is without it, as wanted",
        (true, true) => "holds what is not wanted, which keeps it out",
    }
}

/// How what a clause adds comes about.
fn sum(clause: &ClauseScore) -> String {
    if clause.not || !clause.holds {
        return String::new();
    }
    if clause.times.is_empty() {
        return "; narrows only".to_owned();
    }
    let times: Vec<_> =
        clause.times.iter().map(|(field, times)| format!("{times} × {field}")).collect();
    format!("; weight {}, {}: adds {}", clause.weight, times.join(", "), clause.adds)
}
