//! The parts of a document: headline, standfirst, captions, subheads, paragraphs, furniture.

use parallax_engine::{
    article::{Block, BlockKind, Furniture},
    span::Span,
};
use serde_json::{Map, Value, json};

use super::source::Source;

/// The parts, each list under its key.
pub(super) fn values(source: &Source<'_>) -> Map<String, Value> {
    let blocks = &source.analysis.article.blocks;
    let of = |wanted: BlockKind| -> Vec<Value> {
        let fitting = blocks.iter().filter(|block| block.kind == wanted);
        fitting.map(|block| source.quoted(block.span)).collect()
    };
    let first = |wanted: BlockKind| json!(of(wanted).into_iter().next());
    let parts = [
        ("title", first(BlockKind::Headline)),
        ("title_also_at", json!(repeated_titles(source))),
        ("teaser", first(BlockKind::Standfirst)),
        ("captions", json!(captions(source))),
        ("subheads", json!(of(BlockKind::Subhead))),
        ("shotlist", first(BlockKind::Shotlist)),
        ("boilerplate", json!(furniture(source))),
        ("body", json!(of(BlockKind::Paragraph))),
        ("missing_paragraph_breaks", json!(missing_breaks(source))),
    ];
    parts.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// Where the headline stands a second time, as far as its words are the same.
fn repeated_titles(source: &Source<'_>) -> Vec<Value> {
    let analysis = source.analysis;
    let Some(headline) = &analysis.article.headline else { return Vec::new() };
    let wanted = [
        BlockKind::Furniture(Furniture::PageTitle),
        BlockKind::Furniture(Furniture::DuplicateTitle),
    ];
    analysis
        .article
        .blocks
        .iter()
        .filter(|block| wanted.contains(&block.kind))
        .filter(|block| block.span.of(&analysis.source).starts_with(&headline.value))
        .map(|block| {
            let start = block.span.range().start;
            source.quoted(Span::new(start, start + headline.value.len()))
        })
        .collect()
}

/// Pictures: what they show, the line under them and whose they are.
fn captions(source: &Source<'_>) -> Vec<Value> {
    let blocks = &source.analysis.article.blocks;
    let kinds = blocks.iter().enumerate();
    let captions = kinds.filter(|(_, block)| block.kind == BlockKind::Caption);
    captions.map(|(at, _)| caption(source, blocks, at)).collect()
}

fn caption(source: &Source<'_>, blocks: &[Block], at: usize) -> Value {
    let near = |at: Option<usize>, kind: BlockKind| {
        let block = at.and_then(|at| blocks.get(at)).filter(|block| block.kind == kind);
        block.map(|block| source.quoted(block.span))
    };
    json!({
        "alt": near(at.checked_sub(1), BlockKind::AltText),
        "caption": near(Some(at), BlockKind::Caption),
        "credit": near(Some(at + 1), BlockKind::Credit),
    })
}

fn furniture(source: &Source<'_>) -> Vec<Value> {
    let blocks = source.analysis.article.blocks.iter();
    let kinds = blocks.filter_map(|block| match block.kind {
        BlockKind::Furniture(kind) => Some((block.span, kind)),
        _ => None,
    });
    kinds
        .map(|(span, kind)| {
            let mut value = source.quoted(span);
            if let Value::Object(fields) = &mut value {
                fields.insert("kind".to_owned(), json!(kind.name()));
            }
            value
        })
        .collect()
}

/// Where a paragraph begins without a line break before it, in code points.
fn missing_breaks(source: &Source<'_>) -> Vec<usize> {
    let pairs = source.analysis.article.blocks.windows(2);
    pairs
        .filter(|pair| pair.iter().all(|block| block.kind == BlockKind::Paragraph))
        .filter_map(|pair| {
            let (end, start) = (pair[0].span.range().end, pair[1].span.range().start);
            let between = source.analysis.source.get(end..start)?;
            (!between.contains('\n')).then(|| source.points.at(start))
        })
        .collect()
}
