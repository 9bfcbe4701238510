//! Record-like documents: an agency's script with labelled fields ("- Title: …").
//!
//! Knows the labels and which of them hold text; `shotlist` reads a list of shots.

use super::{
    blocks::join_furniture,
    date, dates,
    line::{self, Line},
    run_on::Paragraphs,
    shotlist,
    signs::Signs,
    words::Phrases,
};
use crate::{
    article::{Article, Block, BlockKind, Furniture, Stated},
    span::Span,
    text::lower,
};

/// Labels that may also stand in the middle of a line, where a crawl lost the break.
const KNOWN_LABELS: Phrases = Phrases::of(
    "title|date|summary|embargoed|keywords|location|country|\
     topics|story text|copyright holder|copyright notice|usage terms/restrictions|source",
);

/// The most bytes of a label, with white space around it and its colon.
const LONGEST_LABEL: usize = 80;

/// A labelled field.
#[derive(Clone, Copy, Debug)]
struct Field {
    /// The bullet, the label and its colon.
    label: Span,
    value: Span,
}

impl Field {
    fn name(self, source: &str) -> String {
        self.label
            .of(source)
            .trim_start_matches(['-', '•', '*', ' '])
            .trim_end_matches(':')
            .trim()
            .to_owned()
    }
}

/// Reads `source` as a record into `article`; false if it is none.
pub(crate) fn read(source: &str, lines: &[Line], article: &mut Article) -> bool {
    let fields = fields(source, lines);
    if fields.len() < 3 {
        return false;
    }
    let mut blocks = Vec::new();
    if let Some(first) = fields.first() {
        let before = Span::new(0, first.label.start as usize);
        paragraphs(source, before, &mut blocks);
    }
    for field in &fields {
        field_into(source, *field, article, &mut blocks);
    }
    article.blocks = blocks_in_order(blocks);
    true
}

fn blocks_in_order(blocks: Vec<Block>) -> Vec<Block> {
    // The label of a text stays by itself, so that fields of rights and keywords stay together.
    let (mut joined, mut run) = (Vec::new(), Vec::new());
    for block in blocks {
        if block.kind.is_text() {
            let label = run.pop();
            joined.extend(join_furniture(std::mem::take(&mut run)));
            joined.extend(label);
            joined.push(block);
        } else {
            run.push(block);
        }
    }
    joined.extend(join_furniture(run));
    joined
}

fn field_into(source: &str, field: Field, article: &mut Article, blocks: &mut Vec<Block>) {
    let name = field.name(source);
    let lower = lower(&name);
    let value = field.value;
    let furniture = |kind, blocks: &mut Vec<Block>| {
        let span = if value.is_empty() { field.label } else { field.label.cover(value) };
        blocks.push(Block { span, kind: BlockKind::Furniture(kind) });
    };
    let label = Block { span: field.label, kind: BlockKind::Furniture(Furniture::Fields) };
    match lower.as_str() {
        "title" | "headline" if !value.is_empty() => {
            article.headline = Some(Stated::at(value.of(source).to_owned(), value, "title field"));
            blocks.extend([label, Block { span: value, kind: BlockKind::Headline }]);
        }
        "summary" | "shotlist" | "shot list" if !value.is_empty() => {
            blocks.push(label);
            summary(source, value, article, blocks);
        }
        "story text" | "story" | "script" | "text" | "body" => {
            blocks.push(label);
            paragraphs(source, value, blocks);
        }
        "date" | "published" => {
            if let Some(found) = date::find(value.of(source)) {
                let span = date::span_in(value, &found);
                article.published = Some(Stated::at(found.date, span, "date field"));
                article.published_time =
                    found.clock.map(|clock| Stated::at(clock.time, span, "date field"));
            }
            furniture(Furniture::Date, blocks);
        }
        _ => {
            other_field(source, &name, value, article);
            let rights = ["copyright", "usage", "restrictions", "rights"];
            let rights = rights.iter().any(|lead| lower.starts_with(lead));
            furniture(if rights { Furniture::Copyright } else { Furniture::Fields }, blocks);
        }
    }
}

/// A summary is a list of shots, or else the paragraph that sums the report up.
fn summary(source: &str, value: Span, article: &mut Article, blocks: &mut Vec<Block>) {
    if shotlist::read(source, value, article) {
        blocks.push(Block { span: value, kind: BlockKind::Shotlist });
    } else {
        article.standfirst = Some(Stated::at(value.of(source).to_owned(), value, "summary field"));
        blocks.push(Block { span: value, kind: BlockKind::Standfirst });
    }
}

fn other_field(source: &str, name: &str, value: Span, article: &mut Article) {
    let words = value.of(source).to_owned();
    if name.eq_ignore_ascii_case("embargoed")
        && let Some(found) = date::find(&words)
    {
        let span = date::span_in(value, &found);
        article.embargoed = Some(Stated::at(found.date, span, "embargo field"));
        if let Some(clock) = &found.clock {
            (article.embargoed_time, article.embargoed_zone) =
                dates::timed_at(clock, span, "embargo field");
        }
    }
    if let Some(outlet) = name.strip_suffix(" ID")
        && article.outlet.is_none()
    {
        article.outlet = Some(Stated::at(outlet.to_owned(), value, "name of the identifier"));
    }
    article.fields.push((name.to_owned(), Stated::at(words, value, "field")));
}

fn paragraphs(source: &str, span: Span, blocks: &mut Vec<Block>) {
    let base = span.start as usize;
    let text = Paragraphs::of(source);
    for line in line::lines(span.of(source)) {
        let start = base + line.span.start as usize;
        let line = Line { span: Span::new(start, start + line.span.len()), ..line };
        text.split(&line, |span| blocks.push(Block { span, kind: BlockKind::Paragraph }));
    }
}

/// The fields of the document, in order.
fn fields(source: &str, lines: &[Line]) -> Vec<Field> {
    let mut labels = Vec::new();
    // A label ends with a colon.
    for line in lines.iter().filter(|line| line.signs.has(Signs::COLON)) {
        let words = line.span.of(source);
        if let Some(label) = label_at(words, false) {
            labels.push(Span::of_slice(source, label));
        }
        if !line.signs.has(Signs::HYPHEN) {
            continue;
        }
        for (at, _) in words.match_indices('-') {
            let bullet = words.get(at..).filter(|rest| rest.starts_with("- "));
            let apart = at > 0 && words.as_bytes()[at - 1] == b' ';
            if let Some(label) = bullet.filter(|_| apart).and_then(|rest| label_at(rest, true)) {
                labels.push(Span::of_slice(source, label));
            }
        }
    }
    let ends = labels.iter().skip(1).map(|next| next.start as usize).chain([source.len()]);
    labels
        .iter()
        .zip(ends)
        .map(|(label, end)| Field {
            label: *label,
            value: Span::new(label.end as usize, end).trim(source),
        })
        .collect()
}

/// The bullet, label and colon that `words` begin with.
fn label_at(words: &str, known_only: bool) -> Option<&str> {
    let rest = words.strip_prefix(['-', '•', '*'])?;
    let near = rest.get(..rest.floor_char_boundary(LONGEST_LABEL))?;
    let (label, _) = near.split_once(':')?;
    let name = label.trim();
    let known = KNOWN_LABELS.has(&lower(name));
    let shaped = (1..=32).contains(&name.len())
        && line::words_up_to(name, 5) < 5
        && name.starts_with(char::is_uppercase)
        && name.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '/');
    let end = words.len() - rest.len() + label.len() + 1;
    words.get(..end).filter(|_| known || (shaped && !known_only))
}
