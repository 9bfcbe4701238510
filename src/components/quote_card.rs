//! A quotation in a list: the words large, who said them, where, and the ways to the source.

use parallax_engine::search::QuoteCard;
use yew::prelude::*;

use super::{article_row::open_beside, date_line, quoted_words, snippet_view, written};
use crate::{
    citation::{citation, permalink},
    url::{Show, View},
    wording,
};

/// A quotation in a list, with what shows its other `wordings`; `beside` shows it beside the list.
pub fn quote_card(quote: &QuoteCard, wordings: Html, beside: Option<&View>) -> Html {
    let (id, key) = (quote.article.id.as_str(), quote.key.as_str());
    html! {
        <article class="quote-card" tabindex="-1" data-quote={quote.key.clone()}>
            <div class="quote-card-who">{ who(quote) }</div>
            { quoted_words(quote, "") }
            <div class="quote-card-foot">
                { date_line(&quote.article, false) }
                <p class="quote-card-kind" title={wording::kind_meaning(quote.kind)}>
                    { wording::kind_label(quote.kind) }
                </p>
                <p class="quote-card-links no-print">
                    <a href={View::article_at(id, key, Show::Reading).to_string()}>{ "In the article" }</a>
                    <a href={View::article_at(id, key, Show::Received).to_string()}>{ "As received" }</a>
                    <a class="open-alone" href={permalink(quote).to_string()}>{ "This quote" }</a>
                    { for beside.map(|beside| open_beside(beside, "this quote")) }
                    { cite(quote) }
                </p>
                { in_place(quote) }
                { wordings }
            </div>
        </article>
    }
}

/// What copies the words with who said them and where: the page's root hears it.
pub(super) fn cite(quote: &QuoteCard) -> Html {
    html! {
        <button
            type="button"
            class="quote-card-cite"
            data-cite={citation(quote)}
            data-to={permalink(quote).to_string()}
        >
            { "Copy with citation" }
        </button>
    }
}

/// The words in their place: with the sentence they stand in, and those around it.
fn in_place(quote: &QuoteCard) -> Html {
    let around = |words: &str| {
        (!words.is_empty())
            .then(|| html! { <span class="quote-card-around">{ written(words) }</span> })
    };
    html! {
        <details class="quote-card-place">
            <summary>{ "In its place" }</summary>
            <p>{ for around(&quote.before) }{ " " }{ snippet_view(&quote.context) }{ " " }{ for around(&quote.after) }</p>
        </details>
    }
}

/// Who said it, in which role, by which verb, and how sure that is.
pub(super) fn who(quote: &QuoteCard) -> Html {
    let verb = quote.cue.as_ref().and_then(|(words, _)| wording::reporting_words(words));
    let doubt = wording::confidence_label(quote.confidence).filter(|_| quote.speaker.is_some());
    html! {
        <>
            if let Some(speaker) = &quote.speaker {
                <p class="who-speaker">
                    <a href={View::Person(speaker.clone()).to_string()}>{ speaker.clone() }</a>
                </p>
            } else {
                <p class="who-speaker is-none">{ "No speaker named" }</p>
            }
            if let Some(role) = &quote.role { <p class="who-role">{ role.clone() }</p> }
            if let Some(verb) = verb { <p class="who-verb">{ format!("“{verb}”") }</p> }
            if let Some(language) = &quote.language {
                <p class="who-role">{ format!("in {language}") }</p>
            }
            if let Some(doubt) = doubt { <p class="who-doubt">{ doubt }</p> }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, quote, render_html};
    use parallax_engine::quote::Confidence;

    #[test]
    fn a_card_has_who_words_where_and_the_ways_to_the_source() {
        check_html(
            quote_card(
                &quote("k1", &["We have [overcome] it,"]),
                html! { "Elsewhere" },
                Some(&View::About),
            ),
            &[
                "href=\"#/person/Dmitry%20Medvedev\"",
                "Dmitry Medvedev",
                "Russian President",
                "“said”",
                "<mark class=\"hit\">overcome</mark>",
                "DW",
                "20 Nov 2010",
                "Direct quote",
                "href=\"#/article/lisbon-dw?at=k1\"",
                "href=\"#/article/lisbon-dw?show=received&amp;at=k1\"",
                "href=\"#/quote/lisbon-dw/k1/we-have-overcome-it\"",
                "href=\"#/about\"",
                "open-beside",
                "data-cite=\"“We have overcome it,” (Dmitry Medvedev). “Past differences”, DW, 20 November 2010.\"",
                "In its place",
                "“Fresh,” said Medvedev.",
                "Elsewhere",
            ],
        );
    }

    #[test]
    fn a_dash_is_no_verb() {
        let dash = Some(("–".to_owned(), parallax_engine::span::Span::new(0, 3)));
        let card = QuoteCard { cue: dash, ..quote("k", &["a"]) };
        assert!(!render_html(quote_card(&card, Html::default(), None)).contains("who-verb"));
    }

    #[test]
    fn what_is_unsure_is_said_in_words() {
        let card = QuoteCard { confidence: Confidence::Check, ..quote("k", &["a"]) };
        check_html(quote_card(&card, Html::default(), None), &["Check the speaker"]);
        let html = check_html(
            quote_card(&QuoteCard { speaker: None, ..card }, Html::default(), None),
            &["No speaker named"],
        );
        assert!(!html.contains("Check the speaker"));
    }
}
