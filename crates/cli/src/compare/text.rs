//! A comparison in words: rows in two columns where the line is wide enough, or below each other; then what the
//! articles disagree about, what each alone carries, and what all have.

use std::io::{self, Write};

use parallax_engine::{
    article::Date,
    compare::{Comparison, Disagreement, Item, ItemKind, Link, Passage, Row},
    search::ArticleCard,
    span::Span,
};

use super::{
    Compared,
    columns::{below, beside, room},
    sign::{self, LEGEND},
};

/// How many letters a line has where nobody says.
const WIDTH: usize = 100;

/// Prints all of it, in lines of so many letters; one column where nobody says how many.
pub(super) fn print(
    compared: &Compared,
    width: Option<usize>,
    out: &mut impl Write,
) -> io::Result<()> {
    let columns = width.and_then(room);
    let width = width.unwrap_or(WIDTH);
    for reading in &compared.readings {
        writeln!(
            out,
            "{}\n  {}  {}",
            title(&reading.card),
            reading.card.headline,
            reading.card.id
        )?;
    }
    writeln!(out, "\n{LEGEND}")?;
    for comparison in &compared.comparisons {
        let (left, right) = (title(&comparison.left), title(&comparison.right));
        writeln!(out, "\n{left} beside {right}\n")?;
        for row in &comparison.rows {
            for line in row_lines(row, columns, width) {
                writeln!(out, "{line}")?;
            }
        }
    }
    disagreements(compared, out)?;
    only(compared, out)?;
    core(compared, width, out)
}

/// Who published it, and when.
fn title(card: &ArticleCard) -> String {
    let day = card.published.map(Date::in_words);
    let parts: Vec<String> = card.outlet.clone().into_iter().chain(day).collect();
    if parts.is_empty() { card.id.clone() } else { parts.join(", ") }
}

fn row_lines(row: &Row, columns: Option<usize>, width: usize) -> Vec<String> {
    let (left, sign, right) = match row {
        Row::Pair(pair) => (words(&pair.left), sign::of(pair), words(&pair.right)),
        Row::OnlyLeft(passage) => (words(passage), "<", String::new()),
        Row::OnlyRight(passage) => (String::new(), ">", words(passage)),
    };
    if let Some(room) = columns {
        return beside(&left, sign, &right, room);
    }
    let second = if left.is_empty() { sign } else { "" };
    let mut lines = below(sign, &left, width);
    lines.extend(below(second, &right, width));
    lines
}

/// The passage's words, those in brackets that the other has not.
fn words(passage: &Passage) -> String {
    let piece = |text: &str, differs: bool| match differs {
        true => format!("[{text}]"),
        false => text.to_owned(),
    };
    passage.pieces.iter().map(|it| piece(&it.text, it.differs)).collect()
}

fn disagreements(compared: &Compared, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\nWhat they state differently")?;
    let mut none = true;
    for (comparison, other) in compared.comparisons.iter().zip(compared.readings.iter().skip(1)) {
        let Some(first) = compared.readings.first() else { continue };
        let sources = [first.source.as_str(), other.source.as_str()];
        for (link, it) in all_of(comparison) {
            none = false;
            let [left, right] = [it.left.of(sources[0]), it.right.of(sources[1])];
            writeln!(out, "  {}: {left} / {right}", it.kind.name())?;
            writeln!(out, "    {}: {}", title(&comparison.left), one_line(link.left, sources[0]))?;
            writeln!(
                out,
                "    {}: {}",
                title(&comparison.right),
                one_line(link.right, sources[1])
            )?;
        }
    }
    if none { writeln!(out, "  nothing was found") } else { Ok(()) }
}

fn all_of(comparison: &Comparison) -> impl Iterator<Item = (&Link, &Disagreement)> {
    comparison.links.iter().flat_map(|link| link.disagreements.iter().map(move |it| (link, it)))
}

fn only(compared: &Compared, out: &mut impl Write) -> io::Result<()> {
    for (report, card) in compared.contrast.reports.iter().zip(&compared.contrast.articles) {
        writeln!(out, "\nFound only in {}", title(card))?;
        for item in &report.only {
            writeln!(out, "  {}: {}", kind(item), item.words)?;
        }
        if report.only.is_empty() {
            writeln!(out, "  nothing")?;
        }
    }
    Ok(())
}

fn kind(item: &Item) -> String {
    match item.kind {
        ItemKind::Quotation(kind) => format!("quotation ({})", kind.name()),
        kind => kind.name().to_owned(),
    }
}

fn core(compared: &Compared, width: usize, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "\nWhat all have")?;
    for common in &compared.core.common {
        for (spans, reading) in common.passages.iter().zip(&compared.readings) {
            let words: Vec<String> =
                spans.iter().map(|span| one_line(*span, &reading.source)).collect();
            let words = format!("{}: {}", title(&reading.card), words.join(" … "));
            for line in below("", &words, width) {
                writeln!(out, "{line}")?;
            }
        }
        writeln!(out)?;
    }
    if compared.core.common.is_empty() {
        writeln!(out, "  no passage was found in all of them")?;
    }
    Ok(())
}

/// Some words of a text, in one line.
fn one_line(span: Span, source: &str) -> String {
    span.of(source).split_whitespace().collect::<Vec<_>>().join(" ")
}
