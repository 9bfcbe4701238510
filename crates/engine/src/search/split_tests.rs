//! Several packs answer as one with the same documents does, and a pack as what it was made of.

use proptest::prelude::*;

use super::{
    Answer, Found,
    tests::{Asked, any_article, any_query, query_of, samples},
};
use crate::{
    collection::{Collection, Segment},
    engine::{sections_of, sections_with},
    index::{self, Gathered},
    query::{Query, Sort, Unit},
    story::{Analysis, Corpus},
    testing::{corpus, opened},
    workers::Alone,
};

/// The articles of a corpus that are dealt to one of the hands, events and people with them.
fn dealt(whole: &Corpus, hands: &[usize], hand: usize) -> Corpus {
    let mine = |article: u32| hands.get(article as usize) == Some(&hand);
    let kept: Vec<u32> = (0..whole.articles.len() as u32).filter(|&at| mine(at)).collect();
    let mut part = Corpus { people: whole.people.clone(), ..Corpus::default() };
    part.articles = kept.iter().map(|&at| whole.articles[at as usize].clone()).collect();
    for event in &whole.events {
        let mut event = event.clone();
        event.articles =
            (0..).zip(&kept).filter(|(_, at)| event.articles.contains(at)).map(|it| it.0).collect();
        part.events.push(event);
    }
    part
}

/// The corpus in three segments.
fn split(whole: &Corpus, hands: &[usize]) -> Collection {
    let segment = |hand| Segment::of(&sections(&dealt(whole, hands, hand))).unwrap().into();
    Collection::new((0..3).map(segment).collect())
}

fn sections(corpus: &Corpus) -> crate::pack::Pack {
    sections_with(corpus, &[], false)
}

fn asked(collection: &Collection, query: &Query) -> Answer {
    Found::new(collection, query).answer(usize::MAX)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn three_packs_answer_as_one(
        articles in proptest::collection::vec(any_article(), 1..9),
        hands in proptest::collection::vec(0_usize..3, 9),
        (wanted, sort, few) in (any_query(), 0..Sort::ALL.len(), 0_usize..4),
    ) {
        let whole = corpus(&samples(&articles));
        let sort = Sort::ALL[sort];
        let query = Query { sort, ..query_of(&whole, &wanted) };
        let (one, three) = (opened(&whole), split(&whole, &hands));
        let (mut expected, found) = (asked(&one, &query), asked(&three, &query));
        prop_assert_eq!(&found, &expected);
        // Only the first ones, which are found in another way.
        expected.hits.truncate(few);
        prop_assert_eq!(Found::new(&three, &query).answer(few), expected);
    }

    #[test]
    fn a_pack_with_all_places_answers_as_one_without(
        articles in proptest::collection::vec(any_article(), 1..9),
        (wanted, few) in (any_query(), 0_usize..4),
    ) {
        let whole = corpus(&samples(&articles));
        let query = query_of(&whole, &wanted);
        let mut sections = sections(&whole);
        index::keep_places(&mut sections).unwrap();
        let at_once = sections_with(&whole, &[], true);
        prop_assert!(sections.write() == at_once.write(), "placed later and at once");
        let kept = Collection::new(vec![Segment::of(&sections).unwrap().into()]);
        let filled = opened(&whole);
        for count in [few, usize::MAX] {
            let answer = |collection| Found::new(collection, &query).answer(count);
            prop_assert_eq!(answer(&kept), answer(&filled));
        }
    }

    #[test]
    fn articles_gathered_apart_make_the_same_pack(
        articles in proptest::collection::vec(any_article(), 1..9),
        size in 1_usize..5,
    ) {
        let whole = corpus(&samples(&articles));
        let of = |share: &[Analysis]| {
            let articles = share.iter();
            Gathered::of(articles.map(|it| (&*it.source, &it.article, it.quotations.iter())), 0, true)
        };
        let joined = Gathered::joined(whole.articles.chunks(size).map(of).collect(), &Alone);
        let pack = |words| sections_of(&whole, &[], words, &Alone).unwrap().write().unwrap();
        prop_assert!(pack(joined) == pack(Gathered::joined(vec![of(&whole.articles)], &Alone)));
    }

    #[test]
    fn a_pack_answers_as_what_it_was_made_of(
        articles in proptest::collection::vec(any_article(), 1..6),
        wanted in any_query(),
    ) {
        let whole = corpus(&samples(&articles));
        let query = query_of(&whole, &wanted);
        let bytes = sections(&whole).write().unwrap();
        let read = Collection::new(vec![Segment::open(&bytes.into()).unwrap().into()]);
        prop_assert_eq!(asked(&read, &query), asked(&opened(&whole), &query));
    }
}

#[test]
fn a_value_of_two_packs_is_one() {
    let whole = corpus(&samples(&[(0, "talks".into()), (1, "talks".into()), (0, "began".into())]));
    let three = split(&whole, &[0, 1, 2]);
    let wanted = Asked { unit: Unit::Article, word: None, chosen: Vec::new() };
    let outlets = asked(&three, &query_of(&whole, &wanted)).facets.remove(0).values;
    let shown: Vec<_> = outlets.iter().map(|it| (&*it.value, it.count)).collect();
    assert_eq!(shown, [("North", 2), ("South", 1)]);
}
