//! A comparison as JSON. Every place is given in code points and in bytes, with its words.

use parallax_engine::{
    compare::{
        Common, Comparison, Evidence, Item, ItemKind, Link, Passage, Reason, Report, Row, Sought,
    },
    search::ArticleCard,
    span::Span,
};
use serde_json::{Value, json};

use super::Compared;
use crate::points::Points;

/// All of it.
pub(super) fn value(compared: &Compared) -> Value {
    let points: Vec<Points<'_>> =
        compared.readings.iter().map(|reading| Points::of(&reading.source)).collect();
    let beside = (1..).zip(&compared.comparisons);
    let beside =
        beside.filter_map(|(at, it)| Some(comparison(it, points.first()?, points.get(at)?)));
    let reports = compared.contrast.reports.iter().zip(&compared.contrast.articles);
    let ids: Vec<&str> = compared.readings.iter().map(|it| it.card.id.as_str()).collect();
    json!({
        "articles": compared.readings.iter().map(|it| article(&it.card)).collect::<Value>(),
        "comparisons": beside.collect::<Value>(),
        "contrast": reports.map(|(it, card)| report(it, card, &ids, &points)).collect::<Value>(),
        "core": compared.core.common.iter().map(|it| common(it, &points)).collect::<Value>(),
    })
}

fn article(card: &ArticleCard) -> Value {
    json!({
        "id": card.id,
        "headline": card.headline,
        "outlet": card.outlet,
        "published": card.published,
        "event": card.event,
    })
}

fn comparison(comparison: &Comparison, left: &Points<'_>, right: &Points<'_>) -> Value {
    json!({
        "left": comparison.left.id,
        "right": comparison.right.id,
        "rows": comparison.rows.iter().map(|it| row(it, left, right)).collect::<Value>(),
        "links": comparison.links.iter().map(|it| link(it, left, right)).collect::<Value>(),
    })
}

fn row(row: &Row, left: &Points<'_>, right: &Points<'_>) -> Value {
    match row {
        Row::Pair(pair) => json!({
            "row": "pair",
            "wording": pair.wording.name(),
            "moved": pair.moved,
            "score": pair.score,
            "reasons": pair.reasons,
            "left": passage(&pair.left, left),
            "right": passage(&pair.right, right),
        }),
        Row::OnlyLeft(it) => json!({ "row": "only-left", "left": passage(it, left) }),
        Row::OnlyRight(it) => json!({ "row": "only-right", "right": passage(it, right) }),
    }
}

/// A passage, and where it has words that the other has not.
fn passage(passage: &Passage, points: &Points<'_>) -> Value {
    let differing = passage.pieces.iter().filter(|piece| piece.differs);
    let mut place = points.quoted(passage.span);
    if let Value::Object(place) = &mut place {
        let differing = differing.map(|piece| points.quoted(piece.span)).collect();
        place.insert("differing".to_owned(), differing);
    }
    place
}

fn link(link: &Link, left: &Points<'_>, right: &Points<'_>) -> Value {
    let disagreements = link.disagreements.iter().map(|it| {
        let (left, right) = (left.quoted(it.left), right.quoted(it.right));
        json!({ "kind": it.kind.name(), "left": left, "right": right })
    });
    json!({
        "relation": link.relation.name(),
        "score": link.score,
        "moved": link.moved,
        "reasons": link.reasons.iter().filter_map(Reason::in_words).collect::<Vec<_>>(),
        "left": left.quoted(link.left),
        "right": right.quoted(link.right),
        "disagreements": disagreements.collect::<Value>(),
    })
}

fn report(report: &Report, card: &ArticleCard, ids: &[&str], points: &[Points<'_>]) -> Value {
    let items = |items: &[Item]| items.iter().map(|it| item(it, ids, points)).collect::<Value>();
    json!({ "id": card.id, "only": items(&report.only), "lacking": items(&report.lacking) })
}

fn item(item: &Item, ids: &[&str], points: &[Points<'_>]) -> Value {
    let quoted = match item.kind {
        ItemKind::Quotation(kind) => Some(kind.name()),
        _ => None,
    };
    let (by, names) = match &item.sought {
        Sought::Utterance => ("utterance", None),
        Sought::Names(names) => ("names", Some(names)),
        Sought::Value => ("value", None),
        Sought::Day => ("day", None),
    };
    let evidence = item.evidence.iter().zip(ids.iter().zip(points));
    let evidence = evidence.map(|(it, (id, points))| found(it, id, points));
    json!({
        "kind": item.kind.name(),
        "quoted": quoted,
        "words": item.words,
        "sought": { "by": by, "names": names },
        "evidence": evidence.collect::<Value>(),
    })
}

fn found(evidence: &Evidence, id: &str, points: &Points<'_>) -> Value {
    json!({
        "id": id,
        "reach": evidence.reach.name(),
        "quotation": evidence.key,
        "found": places(&evidence.spans, points),
    })
}

fn common(common: &Common, points: &[Points<'_>]) -> Value {
    let passages = common.passages.iter().zip(points);
    json!({
        "relation": common.relation.name(),
        "score": common.score,
        "passages": passages.map(|(spans, points)| places(spans, points)).collect::<Value>(),
    })
}

fn places(spans: &[Span], points: &Points<'_>) -> Value {
    spans.iter().map(|span| points.quoted(*span)).collect()
}
