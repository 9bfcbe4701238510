//! One document: its values, its doubts, and its source block by block.

use parallax_engine::article::Block;

use super::{
    super::{
        marks::Mark,
        report::{Report, Told, plain},
    },
    block, escaped,
    notes::{Note, marked},
};

const LEGEND: &str = "<p class=\"legend\"><span class=\"q direct\">direct</span> \
    <span class=\"q mixed\">mixed</span> <span class=\"q indirect\">indirect</span> \
    <span class=\"q scare\">scare</span> <span class=\"mention\">who is named</span> \
    <span class=\"cue\">reporting verb</span> <span class=\"person\">name</span> \
    <span class=\"value\">stated value</span></p>\n";

/// The document.
pub(super) fn html(report: &Report<'_>, told: &Told<'_>, number: usize) -> String {
    let (marks, notes) = marked(report, told);
    let blocks = &told.analysis.article.blocks;
    let mut next = notes.iter().peekable();
    let source: String = blocks
        .iter()
        .zip(over(blocks, marks))
        .map(|(block, marks)| {
            let own: Vec<&Note> =
                std::iter::from_fn(|| next.next_if(|note| note.at < block.span.end)).collect();
            block::html(told, block, &marks, &own, number)
        })
        .collect();
    format!(
        "<article>\n<header>\n<p class=\"kicker\">How it was read</p>\n<h1>{}</h1>\n\
         <p class=\"file\">{} · {} bytes · {} quotations</p>\n</header>\n{}{}{LEGEND}\
         <h2>The document as received</h2>\n<div class=\"source\">\n{source}</div>\n</article>\n",
        escaped(told.title()),
        escaped(told.id()),
        told.analysis.source.len(),
        told.quotes().len(),
        values(told, number),
        findings(told),
    )
}

/// For each block the marks over it.
fn over(blocks: &[Block], marks: Vec<Mark>) -> Vec<Vec<Mark>> {
    let mut over: Vec<Vec<Mark>> = vec![Vec::new(); blocks.len()];
    for mark in marks {
        let first = blocks.partition_point(|block| block.span.end <= mark.span.start);
        let touched = blocks.iter().zip(&mut over).skip(first);
        for (_, marks) in touched.take_while(|(block, _)| block.span.start < mark.span.end) {
            marks.push(mark.clone());
        }
    }
    over
}

fn values(told: &Told<'_>, document: usize) -> String {
    let rows: String = told
        .facts()
        .iter()
        .map(|fact| {
            let lines: Vec<String> = fact
                .spans
                .iter()
                .map(|span| told.block_line(*span))
                .map(|(anchor, line)| format!("<a href=\"#l{document}-{anchor}\">line {line}</a>"))
                .collect();
            let at = if lines.is_empty() { "not in the text".to_owned() } else { lines.join(", ") };
            format!(
                "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"rule\">{}</td><td>{at}</td></tr>\n",
                escaped(&fact.name),
                escaped(&fact.value),
                escaped(fact.rule)
            )
        })
        .collect();
    format!(
        "<h2>What it states of itself</h2>\n<div class=\"wide\"><table>\n<thead><tr>\
         <th scope=\"col\">Field</th><th scope=\"col\">Value</th><th scope=\"col\">Rule</th>\
         <th scope=\"col\">Where</th></tr></thead>\n<tbody>\n{rows}</tbody></table></div>\n"
    )
}

fn findings(told: &Told<'_>) -> String {
    if told.findings().is_empty() {
        return String::new();
    }
    let items = told.findings().iter().map(|finding| {
        let line = plain(&finding["line"]);
        format!("<li>Line {}: {}</li>\n", escaped(&line), escaped(&plain(&finding["message"])))
    });
    format!("<h2>Doubts</h2>\n<ul class=\"doubts\">\n{}</ul>\n", items.collect::<String>())
}
