//! `parallax extract --json`: all that is found in documents, in one JSON value.
//!
//! Documents by name with their metadata and quotations, then links and events. Beside each value
//! stands the rule that found it.

use std::io::Write;

use anyhow::Result;
use parallax_engine::{
    article::{Article, Block, BlockKind, Document, Furniture, Stated},
    quote::{CuePosition, MentionKind, Quotation},
    story::{Analysis, Corpus, Event, Utterance, analyse},
};
use serde_json::{Map, Value, json};

use crate::json::Points;

/// Prints what is found in the documents.
pub(crate) fn print(documents: &[Document], out: &mut impl Write) -> Result<()> {
    let corpus = analyse(documents);
    serde_json::to_writer_pretty(&mut *out, &whole(&corpus))?;
    writeln!(out)?;
    Ok(())
}

fn whole(corpus: &Corpus) -> Value {
    let documents: Map<String, Value> = corpus
        .articles
        .iter()
        .enumerate()
        .map(|(index, analysis)| (analysis.article.id.clone(), document(corpus, index, analysis)))
        .collect();
    let links: Vec<Value> =
        corpus.utterances.iter().map(|utterance| link(corpus, utterance)).collect();
    let events: Vec<Value> = corpus.events.iter().map(|found| event(corpus, found)).collect();
    json!({ "documents": documents, "links": links, "events": events })
}

fn document(corpus: &Corpus, index: usize, analysis: &Analysis) -> Value {
    let points = Points::of(&analysis.source);
    let quotes: Vec<Value> =
        (0..analysis.quotations.len()).map(|at| quote(corpus, analysis, &points, at)).collect();
    let findings: Vec<Value> = corpus
        .findings
        .iter()
        .filter(|finding| finding.document == analysis.article.id)
        .map(|finding| {
            json!({
                "line": finding.line,
                "message": finding.message,
                "at": finding.span.map(|span| points.place(span)),
            })
        })
        .collect();
    json!({
        "file": format!("{}.txt", analysis.article.id),
        "chars": points.at(analysis.source.len()),
        "bytes": analysis.source.len(),
        "meta": meta(corpus, index, analysis, &points),
        "quotes": quotes,
        "findings": findings,
    })
}

fn meta(corpus: &Corpus, index: usize, analysis: &Analysis, points: &Points<'_>) -> Value {
    let article = &analysis.article;
    let blocks = &article.blocks;
    let of = |wanted: BlockKind| -> Vec<Value> {
        let fitting = blocks.iter().filter(|block| block.kind == wanted);
        fitting.map(|block| points.quoted(block.span)).collect()
    };
    let first = |wanted: BlockKind| of(wanted).into_iter().next();
    let event = corpus.events.iter().find(|event| {
        event.articles.iter().any(|at| usize::try_from(*at).is_ok_and(|at| at == index))
    });
    let mut meta = stated_fields(article, points);
    let mut put = |key: &str, value: Value| meta.insert(key.to_owned(), value);
    put("title", json!(first(BlockKind::Headline)));
    put("title_also_at", json!(repeated_titles(analysis, points)));
    put("teaser", json!(first(BlockKind::Standfirst)));
    put("event_date", json!(event.and_then(|event| event.date.as_ref()).map(|date| date.value)));
    let place = event.and_then(|event| event.place.as_ref());
    put("event_place", json!(place.map(|place| &place.value)));
    put("captions", json!(captions(blocks, points)));
    put("subheads", json!(of(BlockKind::Subhead)));
    put("shotlist", json!(first(BlockKind::Shotlist)));
    put("boilerplate", json!(furniture(blocks, points)));
    put("body", json!(of(BlockKind::Paragraph)));
    put("missing_paragraph_breaks", json!(missing_breaks(analysis, points)));
    Value::Object(meta)
}

/// What the article states of itself, each with its source and rule.
fn stated_fields(article: &Article, points: &Points<'_>) -> Map<String, Value> {
    let mut meta = Map::new();
    let mut put = |key: &str, value: Value, source: Option<Value>, rule: Option<&str>| {
        meta.insert(key.to_owned(), value);
        if let Some(source) = source {
            meta.insert(format!("{key}_source"), source);
        }
        if let Some(rule) = rule {
            meta.insert(format!("{key}_rule"), json!(rule));
        }
    };
    let mut one = |key: &str, stated: Option<&Stated<String>>| {
        let source = stated.and_then(|stated| source(stated, points));
        put(key, json!(stated.map(|s| &s.value)), source, stated.map(|s| s.rule.as_ref()));
    };
    one("outlet", article.outlet.as_ref());
    one("headline", article.headline.as_ref());
    one("time", article.published_time.as_ref());
    one("dateline_place", article.dateline_place.as_ref());
    one("editor", article.editor.as_ref());
    one("url", article.url.as_ref());
    one("language", article.language.as_ref());
    for (key, date) in [("date", &article.published), ("embargoed", &article.embargoed)] {
        let date = date.as_ref();
        let source = date.and_then(|date| source(date, points));
        put(key, json!(date.map(|d| d.value)), source, date.map(|d| d.rule.as_ref()));
    }
    let lists = [
        ("author", &article.authors),
        ("author_initials", &article.initials),
        ("agencies", &article.agencies),
    ];
    for (key, list) in lists {
        let values: Vec<&String> = list.iter().map(|stated| &stated.value).collect();
        let first = list.first();
        let source = first.and_then(|first| source(first, points));
        put(key, json!(values), source, first.map(|first| first.rule.as_ref()));
    }
    let fields: Map<String, Value> =
        article.fields.iter().map(|(label, stated)| (label.clone(), json!(stated.value))).collect();
    if !fields.is_empty() {
        meta.insert("fields".to_owned(), Value::Object(fields));
    }
    meta
}

fn source<T>(stated: &Stated<T>, points: &Points<'_>) -> Option<Value> {
    stated.spans.first().map(|span| points.quoted(*span))
}

fn repeated_titles(analysis: &Analysis, points: &Points<'_>) -> Vec<Value> {
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
            let mut span = block.span;
            span.end = span.start + u32::try_from(headline.value.len()).unwrap_or_default();
            points.quoted(span)
        })
        .collect()
}

fn captions(blocks: &[Block], points: &Points<'_>) -> Vec<Value> {
    let caption = |at: usize| {
        let near = |at: Option<usize>, kind: BlockKind| {
            let block = at.and_then(|at| blocks.get(at)).filter(|block| block.kind == kind);
            block.map(|block| points.quoted(block.span))
        };
        json!({
            "alt": near(at.checked_sub(1), BlockKind::AltText),
            "caption": near(Some(at), BlockKind::Caption),
            "credit": near(Some(at + 1), BlockKind::Credit),
        })
    };
    let kinds = blocks.iter().enumerate();
    kinds.filter(|(_, block)| block.kind == BlockKind::Caption).map(|(at, _)| caption(at)).collect()
}

fn furniture(blocks: &[Block], points: &Points<'_>) -> Vec<Value> {
    blocks
        .iter()
        .filter_map(|block| match block.kind {
            BlockKind::Furniture(kind) => {
                let mut place = points.place(block.span);
                place.insert("kind".to_owned(), json!(furniture_name(kind)));
                Some(Value::Object(place))
            }
            _ => None,
        })
        .collect()
}

fn furniture_name(kind: Furniture) -> &'static str {
    match kind {
        Furniture::PageTitle => "page-title",
        Furniture::Navigation => "navigation",
        Furniture::Icons => "icons",
        Furniture::Date => "date",
        Furniture::Byline => "byline",
        Furniture::DuplicateTitle => "duplicate-title",
        Furniture::RelatedLink => "related-link",
        Furniture::TeaserLinks => "teaser-links",
        Furniture::Player => "player",
        Furniture::Fields => "fields",
        Furniture::Copyright => "copyright",
    }
}

/// Where a paragraph begins without a line break before it.
fn missing_breaks(analysis: &Analysis, points: &Points<'_>) -> Vec<usize> {
    let pairs = analysis.article.blocks.windows(2);
    pairs
        .filter(|pair| pair.iter().all(|block| block.kind == BlockKind::Paragraph))
        .filter_map(|pair| {
            let (end, start) = (pair[0].span.end as usize, pair[1].span.start as usize);
            let between = analysis.source.get(end..start)?;
            (!between.contains('\n')).then(|| points.at(start))
        })
        .collect()
}

fn quote(corpus: &Corpus, analysis: &Analysis, points: &Points<'_>, at: usize) -> Value {
    let Some(quotation) = analysis.quotations.get(at) else { return Value::Null };
    let speaker = quotation.speaker.and_then(|index| corpus.people.get(index as usize));
    let mention = quotation.mention;
    let parts: Vec<Value> = quotation
        .parts
        .iter()
        .map(|part| {
            let mut value = points.place(part.span);
            value.insert("text".to_owned(), json!(part.span.of(&analysis.source)));
            value.insert("outer_start".to_owned(), json!(points.at(part.outer.start as usize)));
            value.insert("outer_end".to_owned(), json!(points.at(part.outer.end as usize)));
            value.insert("closed".to_owned(), json!(part.closed));
            Value::Object(value)
        })
        .collect();
    let span = quotation.span();
    json!({
        "id": quote_id(analysis, at),
        "type": quotation.kind.name(),
        "where": place_name(quotation),
        "start": points.at(span.start as usize),
        "end": points.at(span.end as usize),
        "text": words(analysis, quotation),
        "parts": parts,
        "speaker": speaker.map(|person| &person.name),
        "speaker_role": speaker.and_then(|person| person.roles.first()).map(|role| &role.words),
        "mention": mention.map(|mention| points.quoted(mention.span)),
        "mention_type": mention.map(|mention| mention_name(mention.kind)),
        "cue": quotation.cue.as_ref().map(|cue| points.quoted(cue.span)),
        "cue_position": quotation.cue.as_ref().map(|cue| position_name(cue.position)),
        "verb": quotation.cue.as_ref().map(|cue| &cue.verb),
        "nested_in": quotation.nested_in.map(|parent| quote_id(analysis, parent as usize)),
        "language": quotation.language,
        "rule": quotation.rule,
        "confidence": quotation.confidence,
    })
}

fn quote_id(analysis: &Analysis, at: usize) -> String {
    format!("{}.q{}", analysis.article.id, at + 1)
}

fn words(analysis: &Analysis, quotation: &Quotation) -> String {
    let parts = quotation.parts.iter().map(|part| part.span.of(&analysis.source));
    parts.collect::<Vec<_>>().join(" ")
}

fn place_name(quotation: &Quotation) -> &'static str {
    match quotation.place {
        BlockKind::Headline => "headline",
        BlockKind::Standfirst => "teaser",
        BlockKind::Subhead => "subhead",
        BlockKind::AltText | BlockKind::Caption | BlockKind::Credit => "caption",
        BlockKind::Shotlist => "shotlist",
        BlockKind::Paragraph | BlockKind::Furniture(_) => "body",
    }
}

fn mention_name(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Name => "name",
        MentionKind::TitledName => "title+name",
        MentionKind::Title => "title",
        MentionKind::Pronoun => "pronoun",
        MentionKind::Role => "role",
        MentionKind::Collective => "collective",
        MentionKind::Indefinite => "indefinite",
    }
}

fn position_name(position: CuePosition) -> &'static str {
    match position {
        CuePosition::Before => "pre",
        CuePosition::After => "post",
        CuePosition::Between => "medial",
    }
}

fn link(corpus: &Corpus, utterance: &Utterance) -> Value {
    let mut spans = Vec::new();
    let mut members = Vec::new();
    let mut speaker = None;
    let mut documents = Vec::new();
    for witness in &utterance.witnesses {
        let Some(analysis) = corpus.articles.get(witness.article as usize) else { continue };
        let points = Points::of(&analysis.source);
        documents.push(witness.article);
        members.push(quote_id(analysis, witness.quotation as usize));
        let quotation = analysis.quotations.get(witness.quotation as usize);
        speaker = speaker.or_else(|| quotation.and_then(|quotation| quotation.speaker));
        for span in &witness.spans {
            let mut place = points.place(*span);
            place.insert("doc".to_owned(), json!(analysis.article.id));
            place.insert("text".to_owned(), json!(span.of(&analysis.source)));
            spans.push(Value::Object(place));
        }
    }
    documents.dedup();
    let relation = if documents.len() == 1 { "same_document_duplicate" } else { "same_utterance" };
    json!({
        "relation": relation,
        "speaker": speaker.and_then(|at| corpus.people.get(at as usize)).map(|person| &person.name),
        "members": members,
        "spans": spans,
        "reason": utterance.reason,
    })
}

fn event(corpus: &Corpus, event: &Event) -> Value {
    let articles = event.articles.iter().filter_map(|at| corpus.articles.get(*at as usize));
    let primary: Vec<&String> = articles.map(|analysis| &analysis.article.id).collect();
    json!({
        "name": event.name,
        "date": event.date.as_ref().map(|date| date.value),
        "date_rule": event.date.as_ref().map(|date| &date.rule),
        "place": event.place.as_ref().map(|place| &place.value),
        "place_rule": event.place.as_ref().map(|place| &place.rule),
        "primary": primary,
        "reason": event.reason,
    })
}
