//! The place of what an article reports: its dateline, or where its sentences set it.
//!
//! A city that acts ("Moscow says") is a government, not a place: only a city that something
//! happens in, or that somebody visits, counts.

use crate::{
    article::{Article, BlockKind, Rule, Stated},
    order,
    person::{
        lexicon::Class,
        token::{Kind, Token, bare},
    },
    quote::Scene,
    span::Span,
    text::lower,
};

/// The place of the event that the article reports, which is read in these scenes.
pub(super) fn of_event(article: &Article, scenes: &[Scene<'_>]) -> Option<Stated<String>> {
    if let Some(dateline) = &article.dateline_place {
        // "Brussels, Belgium": the city is enough.
        let city = dateline.value.split(',').next().unwrap_or_default().trim().to_owned();
        return Some(Stated { value: city, ..dateline.clone() });
    }
    let mut places: Vec<(&str, Span)> = Vec::new();
    for scene in scenes.iter().filter(|scene| is_told(scene.block.kind)) {
        for at in 0..scene.tokens.len() {
            if let Some(span) = scene_at(scene.source, scene.tokens, at) {
                places.push((bare(span.of(scene.source)), span));
            }
        }
    }
    // The most frequent; of equals, the one that comes first.
    let first = |spans: &[Span]| spans.first().map(|span| std::cmp::Reverse(span.start));
    let places = order::grouped(places).into_iter();
    let (place, spans) = places.max_by_key(|(_, spans)| (spans.len(), first(spans)))?;
    Some(Stated {
        value: place.to_owned(),
        spans,
        rule: Rule::Borrowed("city that the text sets the scene in"),
    })
}

fn is_told(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::Standfirst | BlockKind::Caption)
}

/// The city at `at`, if something happens in it or somebody goes to it.
fn scene_at(source: &str, tokens: &[Token], at: usize) -> Option<Span> {
    let token = tokens.get(at)?;
    if token.kind != Kind::Capital || !token.is(Class::CITY) {
        return None;
    }
    let word = |back: usize| {
        at.checked_sub(back).and_then(|at| tokens.get(at)).map_or("", |token| token.span.of(source))
    };
    let earlier = tokens.get(at + 1).map_or("", |token| token.span.of(source)) == "in"
        && tokens.get(at + 2).is_some_and(|token| token.kind == Kind::Number);
    let scene = match lower(word(1)).as_str() {
        "in" | "visited" | "visits" | "visiting" => true,
        "to" => {
            ["visit", "trip", "came", "travelled", "traveled", "flew", "invited"].contains(&word(2))
        }
        "of" => ["streets", "city", "capital", "outskirts", "suburb", "centre", "center"]
            .contains(&word(2)),
        _ => false,
    };
    (scene && !earlier).then(|| {
        let start = token.span.start as usize;
        Span::new(start, start + bare(token.span.of(source)).len())
    })
}
