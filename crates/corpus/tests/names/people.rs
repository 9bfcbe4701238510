//! People's names in the shipped documents against the gold.

use std::{collections::BTreeSet, path::Path};

use parallax_engine::{person::PersonKind, story::analyse};

use crate::{gold::read, measure::Measure};

/// A name's place: the document, the span in bytes, and who is named.
type Place = (String, usize, usize, String);

fn found() -> BTreeSet<Place> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let documents = parallax_corpus::read_folder(&folder).unwrap_or_else(|error| panic!("{error}"));
    let corpus = analyse(&documents);
    let people = corpus.people.iter().filter(|person| person.kind == PersonKind::Named);
    let places = people.flat_map(|person| {
        let places = person.aliases.iter().flat_map(|alias| &alias.places);
        places.map(|(article, span)| {
            let id = corpus.articles[*article as usize].article.id.clone();
            (id, span.start as usize, span.end as usize, person.name.clone())
        })
    });
    places.collect()
}

/// The mentions of the gold that count, and those that count neither way, in bytes.
fn wanted() -> (BTreeSet<Place>, BTreeSet<Place>) {
    let (gold, texts) = (read(), crate::gold::texts());
    let (mut wanted, mut optional) = (BTreeSet::new(), BTreeSet::new());
    for (id, names) in &gold.documents {
        let bytes = |at: usize| texts[id][..at].iter().map(|c| c.len_utf8()).sum::<usize>();
        let lists = [(&names.people, &mut wanted), (&names.optional, &mut optional)];
        for (mentions, places) in lists {
            places.extend(mentions.iter().map(|mention| {
                (id.clone(), bytes(mention.start), bytes(mention.end), mention.name.clone())
            }));
        }
    }
    (wanted, optional)
}

#[test]
fn people_are_found_where_they_are_named() {
    let (found, (wanted, optional)) = (found(), wanted());
    let taste = |place: &&Place| {
        optional.iter().any(|other| (&other.0, other.1, other.2) == (&place.0, place.1, place.2))
    };
    let found = found.iter().filter(|place| wanted.contains(*place) || !taste(place));
    let told = |(id, start, _, name): &Place| format!("{id}: {start} {name}");
    let (found, wanted) = (found.map(told).collect(), wanted.iter().map(told).collect());
    Measure::sets(&found, &wanted).check("mentions of people", 0.9);
}
