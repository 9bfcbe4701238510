//! The stages as text for a terminal.

use std::io::{self, Write};

use parallax_engine::span::Span;
use serde_json::Value;

use super::report::{Report, Told, kind_name, list, plain, span, told_by};

/// How many letters of a stretch are shown.
const SHOWN: usize = 72;

/// Prints every stage of every document, then what the documents share.
pub(super) fn print(report: &Report<'_>, out: &mut impl Write) -> io::Result<()> {
    for told in &report.documents {
        writeln!(out, "{}\n{}\n", told.title(), "=".repeat(told.title().chars().count().min(80)))?;
        source(told, out)?;
        values(told, out)?;
        blocks(told, out)?;
        quotations(told, out)?;
        findings(told, out)?;
    }
    for (name, cast) in report.casts() {
        head(out, name)?;
        cast.iter().try_for_each(|named| one_of_cast(named, out))?;
    }
    shared(report, out)
}

fn head(out: &mut impl Write, words: &str) -> io::Result<()> {
    writeln!(out, "\n-- {words} --")
}

fn source(told: &Told<'_>, out: &mut impl Write) -> io::Result<()> {
    head(out, &format!("source as received: {}, {} bytes", told.id(), told.analysis.source.len()))?;
    for (number, line) in (1..).zip(told.analysis.source.lines()) {
        writeln!(out, "{number:>5}  {}", printable(line))?;
    }
    Ok(())
}

fn values(told: &Told<'_>, out: &mut impl Write) -> io::Result<()> {
    head(out, "what it states of itself")?;
    for fact in told.facts() {
        let lines: Vec<String> = fact
            .spans
            .iter()
            .map(|span| format!("line {}", told.line(span.range().start)))
            .collect();
        let at = if lines.is_empty() { "not in the text".to_owned() } else { lines.join(", ") };
        writeln!(out, "  {:<16} {}  [{}; {at}]", fact.name, printable(&fact.value), fact.rule)?;
    }
    Ok(())
}

fn blocks(told: &Told<'_>, out: &mut impl Write) -> io::Result<()> {
    head(out, "blocks and their sentences")?;
    for block in &told.analysis.article.blocks {
        let line = told.line(block.span.range().start);
        let kind = kind_name(block.kind);
        let sentences = told.sentences(block);
        if sentences.is_empty() {
            writeln!(out, "{line:>5}  [{kind}] {}", words(told, block.span))?;
            continue;
        }
        writeln!(out, "{line:>5}  [{kind}]")?;
        for (number, sentence) in (1..).zip(sentences) {
            writeln!(out, "         {number}. {}", words(told, *sentence))?;
        }
    }
    Ok(())
}

fn quotations(told: &Told<'_>, out: &mut impl Write) -> io::Result<()> {
    head(out, "quotations")?;
    for quote in told.quotes() {
        let line = span(quote).map_or(0, |span| told.line(span.range().start));
        let kind = quote["type"].as_str().unwrap_or_default();
        let text = quote["text"].as_str().unwrap_or_default();
        writeln!(out, "{line:>5}  [{kind}] {}", short(text))?;
        for (name, value) in told_by(quote) {
            writeln!(out, "         {name:<11} {}", printable(&value))?;
        }
    }
    Ok(())
}

fn findings(told: &Told<'_>, out: &mut impl Write) -> io::Result<()> {
    if told.findings().is_empty() {
        return Ok(());
    }
    head(out, "doubts")?;
    for finding in told.findings() {
        writeln!(out, "{:>5}  {}", plain(&finding["line"]), plain(&finding["message"]))?;
    }
    Ok(())
}

fn one_of_cast(named: &Value, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "  {}", printable(&plain(&named["name"])))?;
    for (name, witnessed) in [("also", "aliases"), ("role", "roles"), ("of", "affiliations")] {
        for words in list(&named[witnessed]) {
            let times = list(&words["spans"]).len();
            writeln!(out, "       {name} {} ({times}×)", printable(&plain(&words["words"])))?;
        }
    }
    Ok(())
}

fn shared(report: &Report<'_>, out: &mut impl Write) -> io::Result<()> {
    head(out, "events")?;
    for event in report.list("events") {
        let reports: Vec<String> = list(&event["primary"]).iter().map(plain).collect();
        writeln!(out, "  {}: {}", plain(&event["name"]), plain(&event["reason"]))?;
        writeln!(out, "       reported by {}", reports.join(", "))?;
    }
    if report.list("links").is_empty() {
        return Ok(());
    }
    head(out, "one utterance in several texts")?;
    for link in report.list("links") {
        writeln!(out, "  {}: {}", plain(&link["speaker"]), plain(&link["reason"]))?;
        for place in list(&link["spans"]) {
            writeln!(out, "       {}: {}", plain(&place["doc"]), short(&plain(&place["text"])))?;
        }
    }
    Ok(())
}

fn words(told: &Told<'_>, span: Span) -> String {
    short(span.of(&told.analysis.source))
}

/// The first letters, on one line.
fn short(words: &str) -> String {
    let mut line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = line.char_indices().nth(SHOWN) {
        line.truncate(cut);
        line.push('…');
    }
    printable(&line)
}

/// Without control characters, which a terminal would obey.
fn printable(words: &str) -> String {
    words.chars().map(|c| if c.is_control() && c != '\t' { '\u{fffd}' } else { c }).collect()
}
