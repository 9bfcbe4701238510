//! How other reports word a quotation of a list, behind how many they are.

use parallax_engine::search::{QuoteCard, WitnessCard};
use yew::prelude::*;

use super::late::Late;
use crate::{components::wordings, hooks::use_engine, parts::Piece, wording};

/// The other wordings of a quotation behind how many reports have them, or whose they are where `others` tells;
/// nothing where no other report has any.
pub(super) fn other_wordings(quote: &QuoteCard, others: &[WitnessCard]) -> Html {
    if quote.elsewhere == 0 && others.is_empty() {
        return Html::default();
    }
    let piece = Piece::Wordings(quote.article.id.clone(), quote.key.clone());
    html! { <Late class="quote-card-wordings" name={name(quote, others)} {piece} /> }
}

fn name(quote: &QuoteCard, others: &[WitnessCard]) -> String {
    let mut outlets: Vec<&str> = Vec::new();
    for other in others {
        let outlet = wording::outlet_or_none(other.article.outlet.as_deref());
        if !outlets.contains(&outlet) {
            outlets.push(outlet);
        }
    }
    match outlets.is_empty() {
        true => {
            format!("In {}", wording::counted(quote.elsewhere, "other report", "other reports"))
        }
        false => format!("Also in {}", outlets.join(", ")),
    }
}

/// The other wordings, for the part of the page that has them.
pub(crate) fn wordings_view(piece: Piece) -> Html {
    match piece {
        Piece::Wordings(article, quote) => html! { <Wordings {article} {quote} /> },
        _ => Html::default(),
    }
}

/// Properties of [`Wordings`].
#[derive(Clone, PartialEq, Properties)]
struct WordingsProps {
    article: String,
    quote: String,
}

/// The other wordings.
#[component]
fn Wordings(props: &WordingsProps) -> Html {
    let corpus = use_engine();
    let found = use_memo(props.clone(), move |of| corpus?.wordings(&of.article, &of.quote));
    found.as_ref().as_ref().map(wordings).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use parallax_engine::{
        Engine,
        article::Document,
        build,
        ingest::Sidecar,
        query::{Query, Unit},
        search::Item,
    };

    use super::*;
    use crate::{
        hooks::Corpus,
        testing::{article, check, check_html, quote, render_html},
    };

    #[test]
    fn a_quotation_tells_how_many_other_reports_have_it_or_whose_they_are() {
        let alone = quote("k1", &["Yes"]);
        assert_eq!(render_html(other_wordings(&alone, &[])), "");
        let known = QuoteCard { elsewhere: 2, ..alone };
        check_html(other_wordings(&known, &[]), &["aria-expanded=\"false\"", "In 2 other reports"]);
        let witness = |outlet| WitnessCard {
            key: "k".to_owned(),
            article: article("a", outlet, "One").into(),
        };
        let others = ["RT", "RT", "Reuters"].map(witness);
        check_html(other_wordings(&known, &others), &["Also in RT, Reuters"]);
    }

    #[derive(Clone, PartialEq, Properties)]
    struct WithinProps;

    #[component]
    fn Within(_: &WithinProps) -> Html {
        let corpus = use_memo((), |()| {
            let document = |(id, sight): (&str, &str)| Document {
                id: id.to_owned(),
                text: format!(
                    "Talks\n\nSouth News | 20 November 2010\n\n\
                     \u{201c}The old harbour bridge will close for {sight} in April,\u{201d} said Anna Berg.\n"
                ),
                sidecar: Some(Sidecar { about: Some("Talks".to_owned()), ..Sidecar::default() }),
                ..Document::default()
            };
            let documents = [("a", "repairs"), ("b", "good")].map(document);
            Corpus::new(Engine::open(build(&documents).unwrap().pack).unwrap())
        });
        let quotes = Query { unit: Unit::Quote, ..Query::default() };
        let first = corpus.first(&quotes, 1).hits.remove(0);
        let Item::Quote(quote) = first.item else { return Html::default() };
        html! {
            <ContextProvider<Corpus> context={(*corpus).clone()}>
                { quote.elsewhere.to_string() }
                { wordings_view(Piece::Wordings(quote.article.id.clone(), quote.key)) }
            </ContextProvider<Corpus>>
        }
    }

    #[test]
    fn the_other_wordings_are_those_of_the_other_reports() {
        check::<Within>(
            WithinProps,
            &["1", "close for ", "<ins>", "</ins>", "in April", "Varies in 1 place"],
        );
    }
}
