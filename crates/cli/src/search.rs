//! Search from a terminal: the same queries as in the page, printed for people or for programs.
//!
//! Does not know how anything is found.

use std::io::{self, Write};

use parallax_engine::{
    query::{Message, Query},
    search::{Answer, ArticleCard, Hit, Item, Snippet, WitnessCard},
};
use serde_json::{Value, json};

/// How many results somebody reads in a terminal.
pub(crate) const FIRST: usize = 20;

/// Prints an answer as JSON.
pub(crate) fn print_json(answer: &Answer, out: &mut impl Write) -> io::Result<()> {
    let facets: serde_json::Map<String, Value> = answer
        .facets
        .iter()
        .map(|facet| {
            let some = facet.values.iter().filter(|value| value.count > 0);
            let values = some.map(|it| json!({ "value": &*it.value, "count": it.count }));
            (facet.facet.name().to_owned(), values.collect())
        })
        .collect();
    let printed = json!({
        "total": answer.total,
        "hits": answer.hits.iter().map(hit).collect::<Vec<_>>(),
        "facets": facets,
        "messages": messages(&answer.messages),
    });
    writeln!(out, "{printed}")
}

/// What was not understood.
pub(crate) fn messages(messages: &[Message]) -> Value {
    let message = |message: &Message| {
        let at = message.at.as_ref().map(|at| [at.start, at.end]);
        json!({ "text": message.text, "at": at })
    };
    messages.iter().map(message).collect()
}

fn hit(hit: &Hit) -> Value {
    let (id, snippet) = (id(&hit.item), snippet(&hit.item, ["", ""]));
    let mut printed = json!({ "id": id, "score": hit.score, "snippet": snippet });
    if let Some(others) = others(&hit.item) {
        let other = |it: &WitnessCard| json!({ "id": named(&it.article, &it.key), "outlet": it.article.outlet });
        printed["also"] = others.iter().map(other).collect();
    }
    printed
}

/// Prints the answer to `query` in words: what was not understood, the results among so many, each facet's
/// first values.
pub(crate) fn print(
    query: &Query,
    answer: &Answer,
    size: usize,
    out: &mut impl Write,
) -> io::Result<()> {
    print_messages(query, &answer.messages, out)?;
    writeln!(out, "{} of {size}", answer.total)?;
    for hit in &answer.hits {
        writeln!(out, "\n{}  {:.3}", id(&hit.item), hit.score)?;
        writeln!(out, "  {}", snippet(&hit.item, ["[", "]"]))?;
        if let Some(others) = others(&hit.item).filter(|others| !others.is_empty()) {
            let outlet = |it: &WitnessCard| it.article.outlet.clone();
            let also = others.iter().map(|it| outlet(it).unwrap_or_else(|| it.article.id.clone()));
            writeln!(out, "  also in: {}", also.collect::<Vec<_>>().join(", "))?;
        }
    }
    print_facets(answer, out)
}

/// Prints what was not understood, a line each.
pub(crate) fn print_messages(
    query: &Query,
    messages: &[Message],
    out: &mut impl Write,
) -> io::Result<()> {
    for message in messages {
        let at = message.at.as_ref().and_then(|at| query.words.get(at.clone()));
        writeln!(out, "! {}{}", at.map_or(String::new(), |at| format!("{at}: ")), message.text)?;
    }
    Ok(())
}

fn print_facets(answer: &Answer, out: &mut impl Write) -> io::Result<()> {
    writeln!(out)?;
    for facet in &answer.facets {
        let some = facet.values.iter().filter(|value| value.count > 0).take(6);
        let values: Vec<_> = some.map(|it| format!("{} {}", it.value, it.count)).collect();
        writeln!(out, "{}: {}", facet.facet.name(), values.join(" · "))?;
    }
    Ok(())
}

/// The article's name; a quotation's is behind its article's.
fn id(item: &Item) -> String {
    match item {
        Item::Article(card, _) => card.id.clone(),
        Item::Quote(card) | Item::Utterance(card, _) => named(&card.article, &card.key),
    }
}

/// The other quotations that carry an utterance.
fn others(item: &Item) -> Option<&[WitnessCard]> {
    match item {
        Item::Utterance(_, others) => Some(others),
        Item::Article(..) | Item::Quote(_) => None,
    }
}

fn named(article: &ArticleCard, key: &str) -> String {
    format!("{}/{key}", article.id)
}

/// The words that show why it was found, with `marks` around those that were asked for.
fn snippet(item: &Item, marks: [&str; 2]) -> String {
    let words = |words: &Snippet| -> String {
        let piece = |hit: bool, text: &str| match hit {
            true => format!("{}{text}{}", marks[0], marks[1]),
            false => text.to_owned(),
        };
        words.pieces.iter().map(|one| piece(one.hit, &one.text)).collect()
    };
    match item {
        Item::Article(card, snippet) => {
            snippet.as_ref().map_or_else(|| card.headline.clone(), words)
        }
        Item::Quote(card) | Item::Utterance(card, _) => {
            card.parts.iter().map(|part| words(&part.words)).collect::<Vec<_>>().join(" … ")
        }
    }
}
