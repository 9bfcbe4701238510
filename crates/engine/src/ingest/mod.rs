//! Ingest: reads a document as received into an article.
//!
//! Knows page furniture, headlines, bylines, datelines and captions; does not know quotations. One
//! file for each kind of thing: `record` and `page` decide on the layout, the others read parts.

mod blocks;
mod breaks;
mod byline;
mod caption;
mod date;
mod dateline;
mod dates;
mod furniture;
mod language;
mod line;
mod opening;
mod page;
mod record;
mod run_on;
mod section;
mod shotlist;
mod sidecar;
mod signs;
mod statement;
mod words;

pub(crate) use shotlist::capitalised;
pub use sidecar::Sidecar;

use crate::article::{Article, BlockKind, Document, Finding, Stated};

/// Reads `document` into an article, and says what is doubtful about it.
#[must_use]
pub fn read(document: &Document) -> (Article, Vec<Finding>) {
    let mut article = Article { id: document.id.clone(), ..Article::default() };
    let mut doubts = document.notes.clone();
    let lines = line::lines(&document.text);
    if !document.marks.is_empty() || !record::read(&document.text, &lines, &mut article) {
        doubts.extend(page::read(document, lines, &mut article));
    }
    doubts.extend(spoken(document, &mut article));
    let finding = |message| {
        let document = document.id.clone();
        Finding { document, span: None, line: None, message }
    };
    let mut findings: Vec<Finding> = doubts.into_iter().map(finding).collect();
    if let Some(sidecar) = document.sidecar.clone() {
        sidecar.apply(&mut article);
    }
    missing(&article, &mut findings);
    (article, findings)
}

/// Sees which language the text is in, and says so if it is not English.
fn spoken(document: &Document, article: &mut Article) -> Option<String> {
    let stated = article.language.as_ref().map(|stated| stated.value.clone());
    if stated.as_deref().is_some_and(language::is_english) {
        return None;
    }
    let text = article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let seen = language::of(text.map(|block| block.span.of(&document.text)));
    if let (None, Some((tag, _))) = (&stated, seen.filter(|(tag, _)| *tag != "en")) {
        article.language = Some(Stated::elsewhere(tag.to_owned(), "little words"));
    }
    let name = match (seen, stated) {
        (Some((tag, name)), _) if tag != "en" => name.to_owned(),
        (None, Some(tag)) => tag,
        _ => return None,
    };
    Some(format!(
        "the text is in another language than English ({name}): quotations are found by their marks, but \
         speakers by English rules, so many will be missing"
    ))
}

/// What an article should say of itself and does not.
fn missing(article: &Article, findings: &mut Vec<Finding>) {
    let wants = [
        (article.headline.is_none(), "headline", "headline"),
        (article.outlet.is_none(), "outlet", "publisher"),
        (article.published.is_none(), "date of publication", "datePublished"),
    ];
    for (_, what, key) in wants.into_iter().filter(|(missing, _, _)| *missing) {
        findings.push(Finding {
            document: article.id.clone(),
            span: None,
            line: None,
            message: format!("the text states no {what}; a sidecar's `{key}` can"),
        });
    }
}

#[cfg(test)]
mod tests;
