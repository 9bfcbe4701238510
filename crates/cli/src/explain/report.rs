//! What is told of documents: their sources, and what `extract --json` gives of them.
//!
//! Reads the JSON, so that whatever is added there is explained here too.

use parallax_engine::{
    article::{Block, BlockKind},
    span::Span,
    story::{Analysis, Corpus},
};
use serde_json::Value;

use crate::extract;

/// Documents and all that was found in them.
pub(super) struct Report<'a> {
    pub(super) documents: Vec<Told<'a>>,
    found: Value,
}

/// One document.
pub(super) struct Told<'a> {
    pub(super) analysis: &'a Analysis,
    found: Value,
    /// The bytes at which lines begin.
    lines: Vec<usize>,
}

/// A value that the document states: its name, itself, its rule and its words.
pub(super) struct Fact<'a> {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) rule: &'a str,
    pub(super) spans: Vec<Span>,
}

impl<'a> Report<'a> {
    /// All of the corpus.
    pub(super) fn of(corpus: &'a Corpus) -> Self {
        let found = extract::whole(corpus);
        let told = |analysis: &'a Analysis| Told {
            analysis,
            found: found["documents"][&analysis.article.id].clone(),
            lines: line_starts(&analysis.source),
        };
        Self { documents: corpus.articles.iter().map(told).collect(), found }
    }

    /// A list that is of all documents: "people", "links", "events".
    pub(super) fn list(&self, name: &str) -> &[Value] {
        list(&self.found[name])
    }

    /// The lists of things with names and places in the documents: people, and what else there is.
    pub(super) fn casts(&self) -> Vec<(&str, &[Value])> {
        let lists = self.found.as_object().into_iter().flatten();
        let named = |value: &Value| value.get("aliases").is_some();
        lists
            .map(|(name, value)| (name.as_str(), list(value)))
            .filter(|(_, list)| list.first().is_some_and(named))
            .collect()
    }
}

impl Told<'_> {
    /// The document's name.
    pub(super) fn id(&self) -> &str {
        &self.analysis.article.id
    }

    /// The headline, or the document's name.
    pub(super) fn title(&self) -> &str {
        self.analysis.article.headline.as_ref().map_or_else(|| self.id(), |title| &title.value)
    }

    /// The line of the byte `at`, counted from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|start| *start <= at)
    }

    /// The line that the block around `span` begins at, and the line of `span` itself.
    pub(super) fn block_line(&self, span: Span) -> (usize, usize) {
        let blocks = &self.analysis.article.blocks;
        let behind = blocks.partition_point(|block| block.span.start <= span.start);
        let block = behind.checked_sub(1).and_then(|at| blocks.get(at));
        let start = block.map_or(span, |block| block.span).range().start;
        (self.line(start), self.line(span.range().start))
    }

    /// What the document states of itself, by the alphabet.
    pub(super) fn facts(&self) -> Vec<Fact<'_>> {
        let receipts = self.found["meta"]["receipts"].as_object().into_iter().flatten();
        let stated =
            receipts.flat_map(|(name, stated)| list(stated).iter().map(move |s| (name, s)));
        stated
            .map(|(name, stated)| Fact {
                name: name.replace('_', " "),
                value: plain(&stated["value"]),
                rule: stated["rule"].as_str().unwrap_or_default(),
                spans: list(&stated["spans"]).iter().filter_map(span).collect(),
            })
            .collect()
    }

    /// Quotations and indirect speech, by place.
    pub(super) fn quotes(&self) -> Vec<&Value> {
        let both = [list(&self.found["quotes"]), list(&self.found["indirect"])];
        let mut quotes: Vec<&Value> = both.into_iter().flatten().collect();
        quotes.sort_by_key(|quote| span(quote).map(|span| span.start));
        quotes
    }

    /// What is doubtful.
    pub(super) fn findings(&self) -> &[Value] {
        list(&self.found["findings"])
    }

    /// The sentences that begin in a block.
    pub(super) fn sentences(&self, block: &Block) -> &[Span] {
        let all = &self.analysis.sentences;
        let from = all.partition_point(|sentence| sentence.start < block.span.start);
        let to = all.partition_point(|sentence| sentence.start < block.span.end);
        all.get(from..to).unwrap_or_default()
    }
}

fn line_starts(source: &str) -> Vec<usize> {
    let breaks = source.match_indices('\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(breaks).collect()
}

/// The values of a list; one that is not there is empty.
pub(super) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The bytes that a place covers.
pub(super) fn span(place: &Value) -> Option<Span> {
    let at = |key: &str| place.get(key)?.as_u64().and_then(|at| u32::try_from(at).ok());
    Some(Span { start: at("bstart")?, end: at("bend")? })
}

/// A value as a reader reads it.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::Null => "none".to_owned(),
        Value::String(words) => words.clone(),
        other => other.to_string(),
    }
}

/// What a quotation is told by, each with its name: who, by which verb, by which rule, how sure.
pub(super) fn told_by(quote: &Value) -> Vec<(&'static str, String)> {
    let words = |key: &str| quote[key]["text"].as_str().map(|words| format!("“{words}”"));
    let value = |key: &str| Some(&quote[key]).filter(|value| !value.is_null()).map(plain);
    let probability = value("probability").map_or_else(String::new, |p| format!(" ({p} %)"));
    let facts = [
        ("speaker", value("speaker")),
        ("role", value("speaker_role")),
        ("echoes", value("echoes")),
        ("named by", words("mention").or_else(|| words("echoed_at"))),
        ("verb", words("cue")),
        ("stance", value("stance")),
        ("language", value("language")),
        ("inside", value("nested_in")),
        ("rule", value("rule").or_else(|| quote["receipt"]["rule"].as_str().map(str::to_owned))),
        ("confidence", value("confidence").map(|sure| sure.to_lowercase() + &probability)),
    ];
    facts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

/// A block's kind in words.
pub(super) fn kind_name(kind: BlockKind) -> String {
    match kind {
        BlockKind::Headline => "headline".to_owned(),
        BlockKind::Standfirst => "standfirst".to_owned(),
        BlockKind::Subhead => "subhead".to_owned(),
        BlockKind::Paragraph => "paragraph".to_owned(),
        BlockKind::AltText => "alt text".to_owned(),
        BlockKind::Caption => "caption".to_owned(),
        BlockKind::Credit => "credit".to_owned(),
        BlockKind::Shotlist => "shotlist".to_owned(),
        BlockKind::Furniture(kind) => {
            format!("furniture: {}", kind.name().replace('-', " "))
        }
    }
}
