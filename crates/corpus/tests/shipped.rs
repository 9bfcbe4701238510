//! The documents that the project ships, all the way: read, packed, opened, asked.

use std::path::Path;

use parallax_corpus::Crew;
use parallax_engine::{
    Engine, ReadingMark,
    compare::{Passage, Row, Wording},
    query::{Facet, NONE, Query, Unit},
    search::Item,
    verify::{Subject, verify},
};

fn pack() -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    parallax_corpus::pack(&folder, &Crew::default()).unwrap_or_else(|error| panic!("{error}")).pack
}

fn engine() -> Engine {
    Engine::open(pack()).unwrap_or_else(|error| panic!("{error}"))
}

/// Five views to start from, as a reader might have them.
fn starting_views() -> [Query; 5] {
    let ask = |unit, words: &str, chosen: &[(Facet, &str)]| {
        let mut query = Query { unit, words: words.to_owned(), ..Query::default() };
        for (facet, value) in chosen {
            query.choose(*facet, |values| values.toggle(value));
        }
        query
    };
    let mut excluding = ask(Unit::Quote, "", &[(Facet::Speaker, "Dmitry Medvedev")]);
    excluding.choose(Facet::Outlet, |values| values.toggle_exclude("DW"));
    [
        ask(Unit::Article, "", &[]),
        ask(Unit::Quote, "", &[(Facet::Outlet, "RT")]),
        ask(Unit::Quote, "fresh start", &[]),
        ask(
            Unit::Article,
            "missile*",
            &[(Facet::Speaker, "Dmitry Medvedev"), (Facet::Speaker, "Barack Obama")],
        ),
        excluding,
    ]
}

#[test]
fn every_document_is_found_again_as_it_was_packed() {
    let verification = verify(pack()).unwrap();
    assert_eq!(verification.articles.len(), 5);
    for verified in &verification.articles {
        assert_eq!(verified.differences, [], "{}", verified.id);
        let subjects: Vec<_> = verified.again.iter().map(|(subject, _)| *subject).collect();
        use Subject::{Blocks, Links, People, Quotations, Report};
        assert_eq!(subjects, [Report, Blocks, Quotations, People, Links], "{}", verified.id);
    }
    assert!(verification.same);
}

#[test]
fn every_count_is_what_the_click_gives() {
    let engine = engine();
    let mut clicks = 0;
    for view in starting_views() {
        for facet in engine.answer(&view).facets {
            for value in facet.values.iter() {
                let mut clicked = view.clone();
                clicked.choose(facet.facet, |chosen| chosen.only(&value.value));
                let total = engine.answer(&clicked).total;
                assert_eq!(total, value.count, "{:?} {} in {view:?}", facet.facet, value.value);
                clicks += 1;
            }
        }
    }
    assert!(clicks > 100, "only {clicks} clicks");
}

#[test]
fn every_event_and_every_speaker_is_there_to_choose() {
    let answer = engine().answer(&Query { unit: Unit::Quote, ..Query::default() });
    let values = |facet: Facet| -> Vec<&str> {
        let counts = answer.facets.iter().find(|counts| counts.facet == facet).unwrap();
        counts.values.iter().map(|value| &*value.value).collect()
    };
    let events =
        ["Lisbon, 20 November 2010", "Moscow, 17 December 2009", "Brussels, 4 December 2009"];
    let offered = values(Facet::Event);
    assert!(events.iter().all(|event| offered.contains(event)), "{offered:?}");
    for speaker in ["Anders Fogh Rasmussen", "Sergei Lavrov", "Thomas Klau", "Angela Merkel"] {
        assert!(values(Facet::Speaker).contains(&speaker), "{:?}", values(Facet::Speaker));
    }
    assert_eq!(values(Facet::Topic), [NONE], "nobody gave these a topic");
    assert_eq!(values(Facet::Month), ["2010-11", "2009-12"]);
}

#[test]
fn every_quotation_opens_the_words_it_came_from() {
    let engine = engine();
    let answer = engine.answer(&Query { unit: Unit::Quote, ..Query::default() });
    let articles = engine.answer(&Query { unit: Unit::Article, ..Query::default() });
    let held = articles.hits.iter().filter_map(|hit| match &hit.item {
        Item::Article(article, _) => Some(engine.article(&article.id)?.quotes.len()),
        Item::Quote(_) | Item::Utterance(..) => None,
    });
    assert_eq!(answer.total, held.sum::<usize>());
    assert!(answer.total >= 35, "{}", answer.total);
    for hit in answer.hits {
        let Item::Quote(quote) = hit.item else { panic!("asked for quotations") };
        let reading = engine.article(&quote.article.id).unwrap();
        for part in &quote.parts {
            let words: String = part.words.pieces.iter().map(|it| it.text.as_str()).collect();
            assert_eq!(part.span.of(&reading.source), words);
            assert!(!words.is_empty());
        }
        for (words, span) in quote.mention.iter().chain(&quote.cue) {
            assert_eq!(span.of(&reading.source), words);
        }
        let marked = |mark: &ReadingMark| reading.quotes[mark.quote].key == quote.key;
        assert!(reading.marks.iter().any(marked), "nothing is marked for {quote:?}");
        let found = engine.quote(&quote.article.id, &quote.key);
        assert_eq!(found.map(|found| found.parts[0].span), Some(quote.parts[0].span));
    }
}

fn text(passage: &Passage) -> String {
    passage.pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// The pairs of two articles, left and right, with how their words relate.
fn pairs(left: &str, right: &str) -> Vec<(String, String, Wording)> {
    let rows = engine().compare(left, right).map(|comparison| comparison.rows);
    let pair = |row| match row {
        Row::Pair(pair) => Some((text(&pair.left), text(&pair.right), pair.wording)),
        Row::OnlyLeft(_) | Row::OnlyRight(_) => None,
    };
    rows.unwrap_or_default().into_iter().filter_map(pair).collect()
}

#[test]
fn wordings_of_one_utterance_are_paired() {
    let lisbon = pairs(
        "dw-2010-11-20-nato-and-russia-seek-to-bury-past-differences",
        "rt-2010-11-22-nato-rolls-out-red-carpet-for-russia",
    );
    for words in ["fresh start in NATO-Russia relations", "overcome the difficulties of the past"] {
        let pair =
            lisbon.iter().find(|(left, right, _)| left.contains(words) && right.contains(words));
        assert_eq!(pair.map(|pair| pair.2), Some(Wording::Differs), "{words}: {lisbon:#?}");
    }
}

#[test]
fn a_full_name_that_a_report_does_not_have_is_found_in_another() {
    let engine = engine();
    let answer = engine.answer(&Query { unit: Unit::Quote, ..Query::default() });
    let mut elsewhere = 0;
    for hit in answer.hits {
        let Item::Quote(quote) = hit.item else { panic!("asked for quotations") };
        let Some((id, span)) = quote.full_name else { continue };
        let other = engine.article(&id).map(|reading| span.of(&reading.source).to_lowercase());
        assert_eq!(other, quote.speaker.map(|name| name.to_lowercase()));
        elsewhere += 1;
    }
    assert!(elsewhere > 5, "one report names its main speaker by surname alone: {elsewhere}");
}

#[test]
fn the_pairs_are_the_same_from_either_side() {
    let articles = engine().articles(usize::MAX);
    for left in &articles {
        for right in &articles {
            let mut there = pairs(&left.id, &right.id);
            let mut back: Vec<_> = pairs(&right.id, &left.id)
                .into_iter()
                .map(|(one, other, wording)| (other, one, wording))
                .collect();
            there.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
            back.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
            let without = |pairs: Vec<(String, String, Wording)>| -> Vec<(String, String)> {
                pairs.into_iter().map(|(one, other, _)| (one, other)).collect()
            };
            assert_eq!(without(there), without(back), "{} and {}", left.id, right.id);
        }
    }
}

#[test]
fn remarks_of_different_events_are_not_one_utterance() {
    let engine = engine();
    let query = Query { unit: Unit::Quote, words: "fresh start".to_owned(), ..Query::default() };
    let mut variants = 0;
    for hit in engine.answer(&query).hits {
        let Item::Quote(quote) = hit.item else { panic!("asked for quotations") };
        for variant in engine.variants(&quote.article.id, &quote.key) {
            assert_eq!(variant.article.event, quote.article.event);
            variants += 1;
        }
    }
    assert_eq!(variants, 2, "the two Lisbon reports have one remark in two wordings");
}

#[test]
fn events_lead_to_their_articles_and_these_to_each_other() {
    let engine = engine();
    let all = engine.events(usize::MAX);
    assert!(all.is_sorted_by_key(|(event, _)| {
        std::cmp::Reverse(event.date.as_ref().map(|day| day.value))
    }));
    let reports = all.iter().map(|(_, articles)| articles.len());
    let first = engine.events(1);
    assert_eq!(reports.max(), first.first().map(|(_, articles)| articles.len()));
    for (event, articles) in &all {
        for article in articles {
            let mut others = articles.clone();
            others.retain(|other| other.id != article.id);
            assert_eq!(engine.others(&article.id, usize::MAX), others, "{}", event.name);
            assert_eq!(engine.others(&article.id, 0), []);
        }
    }
    assert_eq!(engine.others("no such article", 9), []);
}
