//! Ingest: reads a document as received into an article.
//!
//! Knows page furniture, headlines, bylines, datelines and captions; does not know quotations. One
//! file for each kind of thing: `record` and `page` decide on the layout, the others read parts.

mod breaks;
mod byline;
mod caption;
mod date;
mod furniture;
mod line;
mod page;
mod record;
mod run_on;
mod shotlist;
pub mod sidecar;
mod words;

pub(crate) use shotlist::capitalised;
pub use sidecar::{Sidecar, SidecarError};

use crate::article::{Article, Document, Finding};

/// Reads `document` into an article, and says what is doubtful about it.
#[must_use]
pub fn read(document: &Document) -> (Article, Vec<Finding>) {
    let mut article = Article { id: document.id.clone(), ..Article::default() };
    if !record::read(&document.text, &mut article) {
        page::read(&document.text, &mut article);
    }
    let mut findings = Vec::new();
    match document.sidecar.as_deref().map(Sidecar::parse) {
        Some(Ok(sidecar)) => sidecar.apply(&mut article),
        Some(Err(error)) => findings.push(Finding {
            document: document.id.clone(),
            span: None,
            line: Some(error.line),
            message: format!("the sidecar was not used: {error}"),
        }),
        None => {}
    }
    missing(&article, &mut findings);
    (article, findings)
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
