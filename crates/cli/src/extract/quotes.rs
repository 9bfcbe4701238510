//! Quotations: the words, who said them, by which verb, and the rule that decided.

use parallax_engine::{
    article::BlockKind,
    quote::{CuePosition, MentionKind, Part, Quotation, QuoteKind},
};
use serde_json::{Value, json};

use super::{receipt::receipt, source::Source};

/// What stands in marks in the document, in order.
pub(super) fn list(source: &Source<'_>) -> Vec<Value> {
    of(source, |quotation| quotation.kind != QuoteKind::Indirect)
}

/// The quotations of the document that are `wanted`.
pub(super) fn of(source: &Source<'_>, wanted: impl Fn(&Quotation) -> bool) -> Vec<Value> {
    let numbered = source.analysis.quotations.iter().enumerate();
    let wanted = numbered.filter(|(_, quotation)| wanted(quotation));
    wanted.map(|(at, quotation)| value(source, at, quotation)).collect()
}

/// The name of a quotation in this output: its document and its number there.
pub(super) fn id(source: &Source<'_>, at: usize) -> String {
    format!("{}.q{}", source.id(), at + 1)
}

fn value(source: &Source<'_>, at: usize, quotation: &Quotation) -> Value {
    let people = &source.corpus.people;
    let speaker = quotation.speaker.and_then(|index| people.get(index as usize));
    let echoes = quotation.echoes.and_then(|index| people.get(index as usize));
    // A word held at arm's length has no speaker: who is named beside it is echoed.
    let spoken = quotation.kind != QuoteKind::Scare;
    let mention = quotation.mention.filter(|_| spoken);
    let cue = quotation.cue.as_ref().filter(|_| spoken);
    let parts: Vec<Value> = quotation.parts.iter().map(|part| part_value(source, part)).collect();
    let named = quotation.mention.iter().map(|mention| mention.span);
    let evidence: Vec<_> = named.chain(quotation.cue.as_ref().map(|cue| cue.span)).collect();
    let own = json!({
        "id": id(source, at),
        "type": quotation.kind.name(),
        "where": place_name(quotation.place),
        "text": words(source, quotation),
        "parts": parts,
        "speaker": speaker.map(|person| &person.name),
        "echoes": echoes.map(|person| &person.name),
        "echoed_at": quotation.mention.filter(|_| !spoken).map(|at| source.quoted(at.span)),
        "speaker_role": speaker.and_then(|person| person.roles.first()).map(|role| &role.words),
        "mention": mention.map(|mention| source.quoted(mention.span)),
        "mention_type": mention.map(|mention| mention_name(mention.kind)),
        "cue": cue.map(|cue| source.quoted(cue.span)),
        "cue_position": cue.map(|cue| position_name(cue.position)),
        "verb": cue.map(|cue| &cue.verb),
        "stance": cue.map(|cue| cue.stance.name()),
        "nested_in": quotation.nested_in.map(|parent| id(source, parent as usize)),
        "language": quotation.language,
        "confidence": quotation.confidence,
        "probability": quotation.probability,
        "receipt": receipt(source, &quotation.rule, &evidence),
    });
    let mut value = source.points.place(quotation.span());
    if let Value::Object(own) = own {
        value.extend(own);
    }
    Value::Object(value)
}

fn part_value(source: &Source<'_>, part: &Part) -> Value {
    let mut value = source.points.place(part.span);
    for (key, place) in source.points.place(part.outer) {
        value.insert(format!("outer_{key}"), place);
    }
    value.insert("text".to_owned(), json!(part.span.of(&source.analysis.source)));
    value.insert("closed".to_owned(), json!(part.closed));
    Value::Object(value)
}

fn words(source: &Source<'_>, quotation: &Quotation) -> String {
    let parts = quotation.parts.iter().map(|part| part.span.of(&source.analysis.source));
    parts.collect::<Vec<_>>().join(" ")
}

fn place_name(place: BlockKind) -> &'static str {
    match place {
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
