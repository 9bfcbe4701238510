//! One block of a document: its words with their marks, and its notes.

use std::fmt::Write as _;

use parallax_engine::article::{Block, BlockKind};

use super::{
    super::{
        marks::{Mark, cut},
        report::{Told, kind_name},
    },
    escaped,
    notes::Note,
};

/// The classes of marks that are quotations.
const QUOTES: [&str; 5] = ["direct", "mixed", "indirect", "scare", "nested"];

/// The block, with the marks over it and the notes of those that begin in it.
pub(super) fn html(
    told: &Told<'_>,
    block: &Block,
    marks: &[Mark],
    notes: &[&Note],
    document: usize,
) -> String {
    let words: String = cut(block.span, marks)
        .iter()
        .map(|stretch| {
            let text = escaped(stretch.span.of(&told.analysis.source));
            marked(&text, stretch.span.end, &stretch.marks, document)
        })
        .collect();
    let line = told.line(block.span.range().start);
    let notes: String = notes.iter().map(|note| one_note(note, document)).collect();
    format!(
        "<section class=\"block {}\" id=\"l{document}-{line}\">\n\
         <p class=\"kind\"><span class=\"line\">{line}</span> {}</p>\n\
         <div class=\"words\">{words}</div>\n<aside>{notes}</aside>\n</section>\n",
        class_of(block.kind),
        kind_name(block.kind)
    )
}

/// Words with the marks over them; behind a quotation's last words, the number of its note.
fn marked(text: &str, end: u32, marks: &[&Mark], document: usize) -> String {
    if marks.is_empty() {
        return text.to_owned();
    }
    let mut classes: Vec<&str> = marks.iter().map(|mark| mark.class).collect();
    classes.sort_unstable();
    classes.dedup();
    if classes.iter().any(|class| QUOTES.contains(class)) {
        classes.insert(0, "q");
    }
    let mut html = format!("<span class=\"{}\">{text}</span>", classes.join(" "));
    let ended = marks.iter().filter(|mark| mark.span.end == end && QUOTES.contains(&mark.class));
    for note in ended.filter_map(|mark| mark.note) {
        let _ = write!(html, "<a class=\"ref\" href=\"#n{document}-{note}\">{note}</a>");
    }
    html
}

fn class_of(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Standfirst => "standfirst",
        BlockKind::Subhead => "subhead",
        BlockKind::AltText | BlockKind::Caption | BlockKind::Credit => "picture",
        BlockKind::Furniture(_) => "furniture",
        BlockKind::Paragraph | BlockKind::Shotlist => "paragraph",
    }
}

fn one_note(note: &Note, document: usize) -> String {
    let facts: String = note
        .facts
        .iter()
        .map(|(name, value)| format!("<dt>{}</dt><dd>{}</dd>", escaped(name), escaped(value)))
        .collect();
    let number = match note.number {
        0 => String::new(),
        number => format!("<b>{number}</b> "),
    };
    let id = if note.number == 0 {
        String::new()
    } else {
        format!(" id=\"n{document}-{}\"", note.number)
    };
    format!(
        "<div class=\"note\"{id}><h3>{number}{}</h3><dl>{facts}</dl></div>\n",
        escaped(&note.head)
    )
}
