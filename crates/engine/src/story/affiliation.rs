//! Affiliations: the bodies and countries that stand inside a person's roles ("NATO chief", "Russian
//! President", "chairman of the Senate"), as the text states them.
//!
//! Knows the names that were found; does not know what a role means.

use crate::{
    name::{Entity, Names},
    order,
    person::{
        Person, Witnessed, by_frequency,
        lexicon::{Class, look_up},
    },
    span::Span,
    workers::{self, Workers},
};

/// A place of some words: the article's index and the span there.
type Place = (u32, Span);

/// Gives each person their affiliations. Costs the names' places once, and a search for each role's.
pub(super) fn add(sources: &[&str], people: &mut [Person], names: &Names, workers: &dyn Workers) {
    let mut named: Vec<Vec<Span>> = vec![Vec::new(); sources.len()];
    for (article, span) in places(&names.organisations).chain(places(&names.places)) {
        if let Some(spans) = named.get_mut(article as usize) {
            spans.push(span);
        }
    }
    let named = workers::turn(workers, named, |_, mut spans| {
        order::sort_by_key(&mut spans, |span| span.start);
        spans
    });
    let found = workers::each(workers, people, |_, person| {
        let roles = person.roles.iter().flat_map(|role| &role.places);
        gathered(sources, roles.flat_map(|role| within(sources, &named, *role)))
    });
    for (person, affiliations) in people.iter_mut().zip(found) {
        person.affiliations = affiliations;
    }
}

fn places(entities: &[Entity]) -> impl Iterator<Item = Place> + '_ {
    let forms = entities.iter().flat_map(|entity| &entity.forms);
    forms.flat_map(|form| form.places.iter().copied())
}

/// The names inside a role, and the demonym that it begins with.
fn within(sources: &[&str], named: &[Vec<Span>], (article, role): Place) -> Vec<Place> {
    let named = named.get(article as usize).map_or(&[][..], Vec::as_slice);
    let from = named.partition_point(|span| span.start < role.start);
    let inside = named[from..].iter().take_while(|span| span.start < role.end);
    let inside = inside.filter(|span| role.contains(**span));
    let mut found: Vec<Place> = inside.map(|span| (article, *span)).collect();
    let words = sources.get(article as usize).map_or("", |source| role.of(source));
    let first = words.split_whitespace().next().unwrap_or_default();
    if look_up(first).class.is(Class::DEMONYM) {
        let start = role.start as usize;
        let demonym = Span::new(start, start + first.len());
        if found.iter().all(|(_, span)| !span.overlaps(demonym)) {
            found.insert(0, (article, demonym));
        }
    }
    found
}

/// The same words together, the most frequent first.
fn gathered(sources: &[&str], found: impl Iterator<Item = Place>) -> Vec<Witnessed> {
    let words = |(article, span): Place| {
        sources.get(article as usize).map_or("", |source| span.of(source)).to_owned()
    };
    let worded = order::grouped(found.map(|place| (words(place), place)).collect());
    by_frequency(worded.into_iter().map(|(words, places)| Witnessed { words, places }).collect())
}

#[cfg(test)]
mod tests {
    use crate::{article::Document, story::analyse};

    #[track_caller]
    fn check(text: &str, person: &str, expected: &[&str]) {
        let text = format!("A report of the day\n\n{text}\n");
        let document = Document { id: "a".to_owned(), text: text.clone(), ..Document::default() };
        let corpus = analyse(&[document]);
        let person = corpus.people.iter().find(|it| it.name == person);
        let person = person.unwrap_or_else(|| panic!("nobody of that name: {:?}", corpus.people));
        let words: Vec<_> = person.affiliations.iter().map(|it| it.words.as_str()).collect();
        assert_eq!(words, expected, "{:?}", person.roles);
        for (_, span) in person.affiliations.iter().flat_map(|it| &it.places) {
            assert!(words.contains(&span.of(&text)));
        }
    }

    #[test]
    fn a_role_states_the_body_or_the_country() {
        check("NATO Secretary General Anna Berg said it was over.", "Anna Berg", &["NATO"]);
        check("French President Anna Berg said it was over.", "Anna Berg", &["French"]);
        check(
            "“It is over,” said Anna Berg, a spokeswoman for the World Bank.",
            "Anna Berg",
            &["World Bank"],
        );
    }

    #[test]
    fn no_role_states_none() {
        check("“It is over,” said Anna Berg in France.", "Anna Berg", &[]);
    }
}
