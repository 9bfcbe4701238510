//! Who is named or quoted, under which names and in which roles, with every place.

use parallax_engine::{
    person::{Person, PersonKind, Witnessed},
    story::Corpus,
};
use serde_json::{Value, json};

use super::source::Source;

/// The people of the corpus, in its order.
pub(super) fn list(sources: &[Source<'_>], corpus: &Corpus) -> Vec<Value> {
    corpus.people.iter().map(|person| value(sources, person)).collect()
}

fn value(sources: &[Source<'_>], person: &Person) -> Value {
    let list = |all: &[Witnessed]| -> Vec<Value> {
        all.iter().map(|words| witnessed(sources, words)).collect()
    };
    json!({
        "name": person.name,
        "kind": kind_name(person.kind),
        "aliases": list(&person.aliases),
        "roles": list(&person.roles),
        "affiliations": list(&person.affiliations),
    })
}

fn witnessed(sources: &[Source<'_>], witnessed: &Witnessed) -> Value {
    let places = witnessed.places.iter().filter_map(|(article, span)| {
        sources.get(*article as usize).map(|source| source.quoted_here(*span))
    });
    json!({ "words": witnessed.words, "spans": places.collect::<Vec<_>>() })
}

fn kind_name(kind: PersonKind) -> &'static str {
    match kind {
        PersonKind::Named => "named",
        PersonKind::Unnamed => "unnamed",
        PersonKind::Group => "group",
    }
}
