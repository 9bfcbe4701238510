//! What the shipped documents tell of a person, and that counts are what following them gives.

use super::*;
use crate::{Engine, build, evidence::At, search::Item, testing::shipped};

fn engine() -> Engine {
    Engine::open(build(&shipped()).unwrap().pack).unwrap()
}

/// Two packs, which share what their articles have.
fn two_packs() -> Engine {
    let documents = shipped();
    let (one, other) = documents.split_at(2);
    let pack = |of: &[_]| build(of).unwrap().pack;
    Engine::open(pack(one)).unwrap().with(pack(other)).unwrap()
}

#[track_caller]
fn medvedev(engine: &Engine) -> Profile {
    engine.person("Dmitry Medvedev").unwrap()
}

/// The words at a place, as the document has them.
fn words(engine: &Engine, at: &At) -> String {
    let source = engine.article(&at.article).unwrap().source;
    at.span.of(&source).to_owned()
}

#[test]
fn a_role_is_told_as_each_outlet_gives_it() {
    let engine = engine();
    let roles = medvedev(&engine).roles;
    assert!(!roles.is_empty());
    for (role, place) in roles.iter().flat_map(|it| {
        it.outlets.iter().flat_map(move |outlet| outlet.places.iter().map(move |at| (it, at)))
    }) {
        assert_eq!(lower(&words(&engine, place)), lower(&role.words));
    }
    let outlets: Vec<_> =
        roles.iter().flat_map(|it| &it.outlets).map(|it| it.outlet.clone()).collect();
    assert!(outlets.contains(&Some("RT".to_owned())), "{roles:?}");
}

#[test]
fn every_name_leads_to_its_words_and_the_most_used_comes_first() {
    let engine = engine();
    let aliases = medvedev(&engine).aliases;
    assert!(aliases.windows(2).all(|two| two[0].count() >= two[1].count()), "{aliases:?}");
    assert!(aliases.iter().any(|it| it.words == "Dmitry Medvedev"), "{aliases:?}");
    for alias in &aliases {
        for place in alias.outlets.iter().flat_map(|outlet| &outlet.places) {
            assert_eq!(lower(&words(&engine, place)), lower(&alias.words));
        }
    }
}

#[test]
fn every_count_is_what_following_it_gives() {
    for engine in [engine(), two_packs()] {
        let profile = medvedev(&engine);
        let about = profile.about.iter();
        let quoted: Vec<&Quoted> = std::iter::once(&profile.said).chain(about).collect();
        let shares = quoted.iter().flat_map(|it| &it.facets).flat_map(|(_, shares)| shares);
        let mut counted: Vec<&Counted> = shares.map(|share| &share.results).collect();
        counted.extend(quoted.iter().flat_map(|it| [&it.all, &it.utterances]));
        counted.extend(&profile.named);
        assert!(counted.len() > 12, "{counted:?}");
        for of in counted {
            assert_eq!(engine.count(&of.query), of.count, "{:?}", of.query);
        }
        let by_outlet: usize =
            profile.said.by(Facet::Outlet).iter().map(|it| it.results.count).sum();
        assert_eq!(by_outlet, profile.said.all.count);
    }
}

#[test]
fn what_is_said_about_somebody_is_said_by_others() {
    let engine = engine();
    let about = medvedev(&engine).about.unwrap();
    assert!(about.by(Facet::Speaker).iter().all(|share| share.value != "Dmitry Medvedev"));
    for hit in engine.find(&about.all.query).hits(99) {
        let Item::Quote(quote) = hit.item else { panic!("{hit:?}") };
        assert_ne!(quote.speaker.as_deref(), Some("Dmitry Medvedev"));
    }
}

#[test]
fn packs_are_put_together() {
    let (one, two) = (medvedev(&engine()), medvedev(&two_packs()));
    assert_eq!(one.said.all, two.said.all);
    let count = |profile: &Profile| profile.aliases.iter().map(Given::count).sum::<usize>();
    assert_eq!(count(&one), count(&two));
}

#[test]
fn a_name_that_nobody_has_gives_the_nearest() {
    let unknown = engine().person("Dimitri Medvedev").unwrap_err();
    assert_eq!(unknown.nearest.as_deref(), Some("Dmitry Medvedev"));
    assert_eq!(engine().person("zzz").unwrap_err().nearest, None);
}
