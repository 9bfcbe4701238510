//! The note of a quotation: who says it, how we know, and how others report it.

use parallax_engine::{
    quote::QuoteKind,
    search::{ArticleCard, QuoteCard},
    span::Span,
};
use yew::prelude::*;

use super::{date_line, quoted_words, received_words};
use crate::{
    url::{Show, View},
    wording,
};

/// The note of a quotation: `variants` are the same words in other reports, `others` the other
/// reports of the event; it `closes` where it stands beside the text.
pub fn quote_note(
    quote: &QuoteCard,
    variants: &[QuoteCard],
    others: &[ArticleCard],
    closes: bool,
) -> Html {
    let (id, key) = (quote.article.id.as_str(), quote.key.as_str());
    html! {
        <aside class="quote-note" aria-label="About this quote">
            { who(quote) }
            { evidence(quote) }
            { in_other_reports(variants) }
            <p class="quote-note-links no-print">
                <a href={View::article_at(id, key, Show::Received).to_string()}>{ "As received" }</a>
                { for compare_here(quote, others) }
                if closes {
                    <a href={View::quote(id, key).to_string()}>{ "This quote" }</a>
                    <a href={View::article(id).to_string()}>{ "Close" }</a>
                } else {
                    <a href={View::article_at(id, key, Show::Reading).to_string()}>{ "In the article" }</a>
                }
            </p>
        </aside>
    }
}

fn who(quote: &QuoteCard) -> Html {
    html! {
        <>
            <p class="quote-note-speaker">
                if let Some(speaker) = &quote.speaker {
                    <a href={View::Person(speaker.clone()).to_string()}>{ speaker.clone() }</a>
                } else {
                    { "No speaker named" }
                }
            </p>
            if let Some(role) = &quote.role { <p class="quote-note-role">{ role.clone() }</p> }
        </>
    }
}

/// The words that name the speaker and that report, each a way to the source, and the rule.
fn evidence(quote: &QuoteCard) -> Html {
    let row = |label: &'static str, value: Html| html! { <div><dt>{ label }</dt><dd>{ value }</dd></div> };
    let verb = quote.cue.as_ref().filter(|(words, _)| wording::reporting_words(words).is_some());
    let stated = |(words, span): &(String, Span)| {
        received_words(&quote.article.id, [(words.as_str(), *span)])
    };
    let sure = wording::confidence_label(quote.confidence).unwrap_or("Clear from the text");
    html! {
        <dl class="quote-note-evidence">
            { for quote.mention.as_ref().map(|words| row("Named as", stated(words))) }
            { for quote.full_name.as_ref().map(|place| row("Full name", elsewhere(place))) }
            { for verb.map(|words| row("Verb", stated(words))) }
            { row("Kind", html! {
                <>
                    <span title={wording::kind_meaning(quote.kind)}>{ wording::kind_label(quote.kind) }</span>
                    if quote.kind == QuoteKind::Indirect { { ", in the reporter’s words" } }
                </>
            }) }
            { for quote.language.as_ref().map(|language| row("Spoken in", html! { language.clone() })) }
            if quote.speaker.is_some() {
                { row("How sure", html! { sure }) }
                { row("Because", html! { quote.rule.clone() }) }
            }
        </dl>
    }
}

/// The full name is not in this article: where it is.
fn elsewhere((id, span): &(String, Span)) -> Html {
    html! { <a href={View::received(id, *span).to_string()}>{ "from another report" }</a> }
}

fn in_other_reports(variants: &[QuoteCard]) -> Html {
    if variants.is_empty() {
        return Html::default();
    }
    let variants = variants.iter().map(|variant| {
        let id = &variant.article.id;
        html! {
            <li key={format!("{id}/{}", variant.key)}>
                { date_line(&variant.article, false) }
                { quoted_words(variant, "is-small") }
                <p class="quote-note-links no-print">
                    <a href={View::article_at(id, &variant.key, Show::Reading).to_string()}>
                        { "In that article" }
                    </a>
                </p>
            </li>
        }
    });
    html! {
        <section class="quote-note-variants">
            <h3>{ "In other reports" }</h3>
            <ul>{ for variants }</ul>
        </section>
    }
}

/// Links that set this quotation beside another report of the event.
fn compare_here(quote: &QuoteCard, others: &[ArticleCard]) -> Vec<Html> {
    let link = |other: &ArticleCard| {
        let outlet = wording::outlet_or_none(other.outlet.as_deref());
        html! {
            <a
                key={other.id.clone()}
                href={View::compare(&quote.article.id, &other.id, Some(&quote.key)).to_string()}
            >
                { format!("Compare here with {outlet}") }
            </a>
        }
    };
    others.iter().map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, check_html, quote, render_html};

    fn shown(quote: &QuoteCard) -> Html {
        let rt = article("lisbon-rt", "RT", "Red carpet");
        let variant =
            QuoteCard { article: rt.clone().into(), ..crate::testing::quote("k9", &["overcome"]) };
        quote_note(quote, &[variant], &[rt], true)
    }

    #[test]
    fn a_note_gives_its_evidence() {
        check_html(
            shown(&quote("k1", &["We have overcome"])),
            &[
                "#/person/Dmitry%20Medvedev",
                "Dmitry Medvedev",
                "#/article/lisbon-dw?show=received&amp;span=40-48",
                "“Medvedev”",
                "“said”",
                "Clear from the text",
                "named beside the verb",
                "In other reports",
                "#/article/lisbon-rt?at=k9",
                "#/compare/lisbon-dw,lisbon-rt?at=k1",
                "Compare here with RT",
                "Close",
            ],
        );
    }

    #[test]
    fn without_a_speaker_there_is_nothing_to_be_sure_of() {
        let unnamed = QuoteCard { speaker: None, ..quote("k1", &["We have overcome"]) };
        let html = render_html(shown(&unnamed));
        assert!(html.contains("No speaker named") && !html.contains("How sure"));
    }

    #[test]
    fn reported_speech_says_whose_words_it_is_in() {
        let card = QuoteCard { kind: QuoteKind::Indirect, ..quote("k1", &["that it was over"]) };
        let html = render_html(shown(&card));
        assert!(html.contains("in the reporter’s words"), "{html}");
        assert!(!render_html(shown(&quote("k1", &["It is over"]))).contains("reporter’s words"));
    }

    #[test]
    fn a_full_name_from_another_report_says_so() {
        let place = Some(("lisbon-rt".to_owned(), Span::new(3, 9)));
        let card = QuoteCard { full_name: place, ..quote("k1", &["We have overcome"]) };
        let html = render_html(quote_note(&card, &[], &[], false));
        assert!(html.contains("Full name") && html.contains("from another report"), "{html}");
        assert!(html.contains("#/article/lisbon-rt?show=received&amp;span=3-9"), "{html}");
    }
}
