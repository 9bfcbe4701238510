//! Every kind of view of a pack's documents, as addresses. Knows how the page spells them.

use parallax_engine::Engine;
use parallax_engine::query::{Facet, Query, Unit};
use parallax_engine::search::Item;

/// Addresses of views of all kinds; of each article, those that show all of it.
#[track_caller]
pub fn views(pack: &[u8]) -> Vec<String> {
    let Ok(engine) = Engine::open(pack.to_vec()) else { panic!("the pack does not open") };
    let mut views: Vec<String> = [
        "#/browse",
        "#/browse?u=quote",
        "#/browse?u=utterance",
        "#/browse?q=talks",
        "#/browse?q=script+OR+pwned*",
        "#/browse?u=quote&q=%3Cscript%3Epwned%3D1%3C%2Fscript%3E",
        "#/browse?q=talks&lines=left",
        "#/browse?show=timeline",
        "#/browse?u=quote&show=timeline&time=event",
        "#/compare",
        "#/about",
    ]
    .map(str::to_owned)
    .into();
    let articles: Vec<String> = engine.articles(usize::MAX).into_iter().map(|it| it.id).collect();
    for (id, third) in articles.iter().zip((0..3).cycle()) {
        let id = step(id);
        views.push(format!("#/article/{id}"));
        views.push(match third {
            0 => format!("#/browse?open={id}"),
            _ => format!("#/article/{id}?show=received"),
        });
    }
    let pairs = articles.chunks(2).filter(|pair| pair.len() == 2);
    for (pair, mode) in pairs.zip(["parallel", "inline", "differences", "only"].into_iter().cycle())
    {
        views.push(format!("#/compare/{},{}?mode={mode}", step(&pair[0]), step(&pair[1])));
    }
    views.extend(of_quotations(&engine));
    views.extend(of_values(&engine));
    views
}

/// The pages of the first quotation of each article, and their speakers'.
fn of_quotations(engine: &Engine) -> Vec<String> {
    let query = Query { unit: Unit::Quote, ..Query::default() };
    let quotes = engine.first(&query, 60).hits.into_iter().filter_map(|hit| match hit.item {
        Item::Quote(quote) => Some(quote),
        Item::Article(..) | Item::Utterance(..) => None,
    });
    let mut views: Vec<String> = Vec::new();
    for quote in quotes {
        let id = step(&quote.article.id);
        if !views.iter().any(|view| view.contains(&id)) {
            views.push(format!("#/quote/{id}/{}", step(&quote.key)));
            views.push(format!("#/article/{id}?at={}", step(&quote.key)));
            views.extend(quote.speaker.map(|name| format!("#/person/{}", step(&name))));
            views
                .extend(quote.article.event.as_ref().map(|name| format!("#/event/{}", step(name))));
        }
    }
    views
}

/// The list of each facet's first values.
fn of_values(engine: &Engine) -> Vec<String> {
    let facets = [Facet::Outlet, Facet::Topic, Facet::Event, Facet::Speaker];
    let counted = engine.first(&Query::default(), 1).facets.into_iter();
    let counted = counted.filter(|counts| facets.contains(&counts.facet));
    let of = |counts: parallax_engine::search::FacetCounts| {
        let name = counts.facet.name();
        let values = counts.values.iter().take(4);
        values
            .map(move |value| format!("#/browse?{name}={}", step(&value.value)))
            .collect::<Vec<_>>()
    };
    counted.flat_map(of).collect()
}

/// A name as it stands in an address.
fn step(name: &str) -> String {
    url::form_urlencoded::byte_serialize(name.as_bytes()).collect::<String>().replace('+', "%20")
}
