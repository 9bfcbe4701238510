//! People, organisations, places and subjects of the shipped documents, against gold of our own.

mod gold;
mod measure;
mod people;

use std::collections::BTreeSet;

use gold::{Entity, Gold, Mention, documents, read, texts};
use measure::Measure;
use parallax_engine::{
    name,
    story::{Corpus, analyse},
    subject::Subject,
};

#[track_caller]
fn check_words(text: &[char], mention: &Mention) {
    assert_eq!(text[mention.start..mention.end].iter().collect::<String>(), mention.text);
}

#[test]
fn every_mention_of_the_gold_stands_where_it_says() {
    let (gold, texts) = (read(), texts());
    assert!(gold.documents.keys().eq(texts.keys()));
    for (id, names) in &gold.documents {
        let kinds = names.kinds().map(|(_, mentions)| mentions);
        let others = [names.titles.as_slice(), names.optional.as_slice()];
        for mention in kinds.into_iter().chain(others).flatten() {
            check_words(&texts[id], mention);
            mention.titled.iter().for_each(|titled| check_words(&texts[id], titled));
        }
    }
    for subject in &gold.subjects {
        for (id, places) in &subject.mentions {
            for (start, end, words) in places {
                assert_eq!(texts[id][*start..*end].iter().collect::<String>(), *words);
            }
        }
    }
}

#[test]
fn names_of_the_gold_never_overlap_and_are_listed() {
    let gold = read();
    for (id, names) in &gold.documents {
        let mut places = Vec::new();
        for (kind, mentions) in names.kinds() {
            for mention in mentions {
                places.push((mention.start, mention.end));
                let entity = gold.entities[kind].iter().find(|it| it.name == mention.name);
                let listed = entity.is_some_and(|entity| entity.documents.contains(id));
                assert!(listed, "{} in {id}", mention.name);
            }
        }
        places.sort_unstable();
        assert!(places.windows(2).all(|two| two[0].1 <= two[1].0), "{id}");
    }
}

/// Each mention found, as "document: start words".
fn mentions(corpus: &Corpus, entities: &[name::Entity]) -> BTreeSet<String> {
    let forms = entities.iter().flat_map(|entity| &entity.forms);
    let places = forms.flat_map(|form| &form.places).map(|(article, span)| {
        let analysis = &corpus.articles[*article as usize];
        let before = analysis.source[..span.start as usize].chars().count();
        (&analysis.article.id, before, span.of(&analysis.source))
    });
    places.map(|(id, start, words)| format!("{id}: {start} {words}")).collect()
}

/// The same of the gold, without what is optional and also found.
fn gold_mentions(gold: &Gold, kind: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for (id, names) in &gold.documents {
        for (_, mentions) in names.kinds().into_iter().filter(|(other, _)| *other == kind) {
            all.extend(mentions.iter().map(|it| format!("{id}: {} {}", it.start, it.text)));
        }
    }
    all
}

/// Each entity of each document, as "document: name", by its usual name of the gold.
fn entities(corpus: &Corpus, found: &[name::Entity], gold: &[Entity]) -> BTreeSet<String> {
    let usual = |name: &str| {
        let known = gold.iter().find(|it| it.name == name || it.also.iter().any(|it| it == name));
        known.map_or_else(|| name.to_owned(), |known| known.name.clone())
    };
    let places = found.iter().flat_map(|entity| {
        entity.forms.iter().flat_map(|form| &form.places).map(move |place| (entity, place.0))
    });
    let id = |article: u32| &corpus.articles[article as usize].article.id;
    places.map(|(entity, article)| format!("{}: {}", id(article), usual(&entity.name))).collect()
}

fn without_optional(gold: &Gold, found: BTreeSet<String>) -> BTreeSet<String> {
    let optional = |found: &String| {
        gold.documents.iter().any(|(id, names)| {
            let at = |it: &Mention| format!("{id}: {} ", it.start);
            names.optional.iter().any(|it| found.starts_with(&at(it)))
        })
    };
    found.into_iter().filter(|found| !optional(found)).collect()
}

#[track_caller]
fn check_names(kind: &str, found: impl Fn(&Corpus) -> &[name::Entity]) {
    let (gold, corpus) = (read(), analyse(&documents()));
    let seen = without_optional(&gold, mentions(&corpus, found(&corpus)));
    Measure::sets(&seen, &gold_mentions(&gold, kind)).check(&format!("mentions of {kind}"), 0.9);
    let listed = &gold.entities[kind];
    let wanted = listed.iter().flat_map(|entity| {
        entity.documents.iter().map(move |document| format!("{document}: {}", entity.name))
    });
    let seen = entities(&corpus, found(&corpus), listed);
    Measure::sets(&seen, &wanted.collect()).check(kind, 0.9);
}

#[test]
fn organisations_are_found() {
    check_names("organisations", |corpus| &corpus.organisations);
}

#[test]
fn places_are_found() {
    check_names("places", |corpus| &corpus.places);
}

/// The subject of the gold that has most of the found one's places under one of its wordings.
fn meant<'a>(gold: &'a Gold, found: &Subject) -> Option<&'a gold::Subject> {
    let wording = |subject: &gold::Subject, words: &str| {
        subject.variants.iter().any(|variant| variant.eq_ignore_ascii_case(words))
    };
    let places = |subject: &gold::Subject| -> usize {
        let same = found.variants.iter().filter(|it| wording(subject, &it.words));
        same.map(|variant| variant.places.len()).sum()
    };
    let all = gold.subjects.iter().map(|subject| (places(subject), subject));
    // Of two that have as many, the first in the gold: the vital ones stand first.
    let best = all.rev().max_by_key(|(places, _)| *places)?;
    (best.0 > 0).then_some(best.1)
}

#[test]
fn subjects_are_found() {
    let (gold, corpus) = (read(), analyse(&documents()));
    let mut found = BTreeSet::new();
    let mut documents = (BTreeSet::new(), BTreeSet::new());
    for subject in &corpus.subjects {
        let meant = meant(&gold, subject);
        let name =
            meant.map_or_else(|| format!("no subject: {}", subject.name), |it| it.name.clone());
        let variants: Vec<_> = subject.variants.iter().map(|it| it.words.as_str()).collect();
        println!("{:5} {name:30} {variants:?}", subject.score);
        if meant.is_none_or(|it| it.grade == "vital") {
            found.insert(name.clone());
        }
        for place in meant.iter().flat_map(|_| &subject.variants).flat_map(|it| &it.places) {
            let id = &corpus.articles[place.0 as usize].article.id;
            documents.0.insert(format!("{name}: {id}"));
        }
    }
    let vital = gold.subjects.iter().filter(|it| it.grade == "vital");
    let wanted: BTreeSet<String> = vital.clone().map(|it| it.name.clone()).collect();
    for subject in vital.filter(|it| found.contains(&it.name)) {
        documents.1.extend(subject.mentions.keys().map(|id| format!("{}: {id}", subject.name)));
    }
    documents.0.retain(|it| it.split_once(": ").is_some_and(|(name, _)| wanted.contains(name)));
    Measure::sets(&found, &wanted).check("subjects", 0.9);
    Measure::sets(&documents.0, &documents.1).check("documents of subjects", 0.9);
}
