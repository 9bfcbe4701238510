//! Links: the texts that carry one utterance, in different documents or in one.

use parallax_engine::story::{Corpus, Utterance, Witness};
use serde_json::{Value, json};

use super::{quotes, source::Source};

/// The utterances that more than one text carries, in the corpus's order.
pub(super) fn list(sources: &[Source<'_>], corpus: &Corpus) -> Vec<Value> {
    corpus.utterances.iter().map(|utterance| value(sources, corpus, utterance)).collect()
}

fn value(sources: &[Source<'_>], corpus: &Corpus, utterance: &Utterance) -> Value {
    let witnesses: Vec<(&Source<'_>, &Witness)> = utterance
        .witnesses
        .iter()
        .filter_map(|witness| Some((sources.get(witness.article as usize)?, witness)))
        .collect();
    let speaker = witnesses.iter().find_map(|(source, witness)| {
        source.analysis.quotations.get(witness.quotation as usize)?.speaker
    });
    let members: Vec<String> = witnesses
        .iter()
        .map(|(source, witness)| quotes::id(source, witness.quotation as usize))
        .collect();
    let spans: Vec<Value> = witnesses
        .iter()
        .flat_map(|(source, witness)| witness.spans.iter().map(|span| source.quoted_here(*span)))
        .collect();
    json!({
        "relation": relation(&witnesses),
        "speaker": speaker.and_then(|at| corpus.people.get(at as usize)).map(|person| &person.name),
        "members": members,
        "spans": spans,
        "reason": utterance.reason,
    })
}

fn relation(witnesses: &[(&Source<'_>, &Witness)]) -> &'static str {
    let mut documents = witnesses.iter().map(|(source, _)| source.index);
    let first = documents.next();
    if documents.all(|other| Some(other) == first) {
        "same_document_duplicate"
    } else {
        "same_utterance"
    }
}
