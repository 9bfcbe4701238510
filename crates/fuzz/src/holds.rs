//! What holds for every analysis: every place is in its document, blocks tell all of it, numbers
//! name what is there.

use parallax_engine::{
    quote::Quotation,
    span::Span,
    story::{Analysis, Corpus},
};

/// Checks all of a corpus.
pub(crate) fn corpus(corpus: &Corpus) {
    for analysis in &corpus.articles {
        blocks(analysis);
        sentences(analysis);
        quotations(analysis, corpus.people.len());
    }
    for person in &corpus.people {
        for (article, span) in
            person.aliases.iter().chain(&person.roles).flat_map(|words| &words.places)
        {
            inside(&corpus.articles[*article as usize].source, *span);
        }
    }
    for event in &corpus.events {
        assert!(!event.articles.is_empty(), "an event that nobody reports");
        assert!(event.articles.iter().all(|at| (*at as usize) < corpus.articles.len()));
    }
    for utterance in &corpus.utterances {
        assert!(utterance.witnesses.len() > 1, "an utterance with one witness");
        for witness in &utterance.witnesses {
            let analysis = &corpus.articles[witness.article as usize];
            assert!((witness.quotation as usize) < analysis.quotations.len());
            witness.spans.iter().for_each(|span| inside(&analysis.source, *span));
        }
    }
    for finding in &corpus.findings {
        let of = corpus.articles.iter().find(|article| article.article.id == finding.document);
        let source = &of.unwrap_or_else(|| panic!("{finding} is of no document")).source;
        finding.span.iter().for_each(|span| inside(source, *span));
    }
}

/// A span lies on character boundaries of its document.
fn inside(source: &str, span: Span) {
    assert!(source.get(span.range()).is_some(), "{span:?} is not in {source:?}");
}

/// Blocks never overlap, and between them is only white space.
fn blocks(analysis: &Analysis) {
    let source = &analysis.source;
    let mut at = 0;
    for block in &analysis.article.blocks {
        inside(source, block.span);
        assert!(!block.span.is_empty(), "an empty block");
        between(source, at, block.span.range().start);
        at = block.span.range().end;
    }
    between(source, at, source.len());
}

fn between(source: &str, from: usize, to: usize) {
    let lost = source.get(from..to).unwrap_or_else(|| panic!("blocks overlap at {to}"));
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    assert!(lost.chars().all(blank), "{lost:?} is in no block of {source:?}");
}

/// Sentences come in order.
fn sentences(analysis: &Analysis) {
    let mut at = 0;
    for sentence in &analysis.sentences {
        inside(&analysis.source, *sentence);
        assert!(sentence.start >= at, "sentences are out of order");
        at = sentence.end;
    }
}

fn quotations(analysis: &Analysis, people: usize) {
    let source = &analysis.source;
    for quotation in &analysis.quotations {
        let Quotation { parts, mention, cue, speaker, nested_in, .. } = quotation;
        assert!(!parts.is_empty(), "a quotation without words");
        for part in parts {
            inside(source, part.span);
            inside(source, part.outer);
            assert!(part.outer.contains(part.span), "{part:?}");
        }
        assert!(
            parts.windows(2).all(|two| two[0].span.end <= two[1].span.start),
            "parts are out of order: {parts:?}"
        );
        mention.iter().for_each(|mention| inside(source, mention.span));
        cue.iter().for_each(|cue| inside(source, cue.span));
        assert!(speaker.is_none_or(|at| (at as usize) < people), "a speaker who is nobody");
        assert!(nested_in.is_none_or(|at| (at as usize) < analysis.quotations.len()));
    }
}
