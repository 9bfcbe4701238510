//! Any bytes as a pack, with a seal that fits, so that what lies behind the seal is tried too.

use parallax_engine::{
    Engine,
    pack::seal,
    query::{Query, Unit},
    verify::verify,
};

/// A query of every kind.
const WORDS: [&str; 7] =
    ["", "the", "said yes", "\"fresh start\"", "a* OR speaker:s*", "yes~ -quote:the", "date:2010"];

/// Opens the bytes as they are and once more sealed anew, and asks what opens.
pub fn pack(bytes: &[u8]) {
    let mut sealed = bytes.to_vec();
    seal(&mut sealed);
    for bytes in [bytes.to_vec(), sealed] {
        let _ = verify(bytes.clone());
        let Ok(engine) = Engine::open(bytes.clone()) else { continue };
        ask(&engine);
        if let Ok(twice) = engine.with(bytes) {
            ask(&twice);
        }
    }
}

/// Every kind of question.
fn ask(engine: &Engine) {
    for unit in Unit::ALL {
        for words in WORDS {
            let mut query = Query { unit, words: words.to_owned(), ..Query::default() };
            let answer = engine.answer(&query);
            assert!(answer.hits.len() <= answer.total);
            for facet in answer.facets {
                let Some(value) = facet.values.first() else { continue };
                query.choose(facet.facet, |chosen| chosen.toggle(&value.value));
            }
            assert!(engine.first(&query, 1).hits.len() <= 1);
        }
    }
    let articles = engine.articles(usize::MAX);
    let _ = (engine.events(9), engine.nearest("b"));
    for card in &articles {
        let _ = engine.others(&card.id, 2);
        let Some(reading) = engine.article(&card.id) else { continue };
        for quote in &reading.quotes {
            let _ = engine.quote(&card.id, &quote.key);
            let _ = engine.variants(&card.id, &quote.key);
            let _ = (engine.clip(&card.id, &quote.key), engine.ladder(&card.id, &quote.key));
            let apparatus = engine.apparatus(&card.id, &quote.key);
            for (at, witness) in apparatus.iter().flat_map(|it| (0..).zip(&it.witnesses)) {
                let rebuilt = apparatus.as_ref().map(|it| it.rebuilt(at));
                assert_eq!(rebuilt.as_ref(), Some(&witness.text));
            }
        }
        let _ = engine.counterparts(&card.id);
        let _ = articles.first().map(|first| {
            let both = [first.id.as_str(), card.id.as_str()];
            let _ = engine.compare_closely(&first.id, &card.id);
            (engine.contrast(&both), engine.core(&both))
        });
    }
}
