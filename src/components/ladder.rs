//! How reports attribute one utterance, rung by rung: from the speaker's own words down to nobody's.
//!
//! Rungs are labelled, outlets are not.

use parallax_engine::{
    compare::{Ladder, Rung, Step, Verb},
    search::ArticleCard,
};
use yew::prelude::*;

use super::{date_line, received_words};
use crate::{
    url::{Show, View},
    wording,
};

/// From the top.
const RUNGS: [Rung; 4] = [Rung::Direct, Rung::Mixed, Rung::Indirect, Rung::Unsourced];

/// The rungs, with the reports that stand on each.
pub fn ladder(found: &Ladder) -> Html {
    html! {
        <section class="ladder">
            <h3>{ "Who says it, and how" }</h3>
            <p>
                { "From the speaker’s own words down to words that nobody is named for; with the verb that reports \
                   them, and what that verb does with them." }
            </p>
            <ol>{ for RUNGS.into_iter().map(|rung| rung_shown(found, rung)) }</ol>
            <p class="ladder-searched">{ searched(&found.searched) }</p>
        </section>
    }
}

fn searched(articles: &[ArticleCard]) -> String {
    let count = wording::counted(articles.len(), "article", "articles");
    let were = if articles.len() == 1 { "was" } else { "were" };
    format!("{count} on this event {were} searched for words without a source.")
}

fn rung_shown(found: &Ladder, rung: Rung) -> Html {
    let steps: Vec<Html> =
        found.steps.iter().filter(|step| step.rung == rung).map(step_shown).collect();
    html! {
        <li key={rung.name()}>
            <div class="ladder-rung">
                <h4>{ wording::rung_label(rung) }</h4>
                <p>{ wording::rung_meaning(rung) }</p>
            </div>
            if steps.is_empty() {
                <p class="ladder-none">{ "None found." }</p>
            } else {
                <ul>{ for steps }</ul>
            }
        </li>
    }
}

fn step_shown(step: &Step) -> Html {
    let id = &step.article.id;
    let start = step.spans.first().map_or(0, |span| span.start);
    html! {
        <li key={format!("{id}/{start}")}>
            { date_line(&step.article, false) }
            <p>
                if step.rung != Rung::Unsourced { { named(step) }{ verb(id, step.verb.as_ref()) } }
                { place(step) }
            </p>
        </li>
    }
}

/// Who is named as the speaker, in the report's words.
fn named(step: &Step) -> Html {
    let Some(named) = &step.named else { return html! { "No speaker named. " } };
    let words = received_words(&step.article.id, [(named.words.as_str(), named.span)]);
    let speaker = step.speaker.as_ref().filter(|speaker| **speaker != named.words);
    html! {
        <>
            { "Named as " }
            { words }
            if let Some(speaker) = speaker { { format!(" ({speaker})") } }
            { ". " }
        </>
    }
}

/// The verb that reports, and what it does with the words.
fn verb(article: &str, verb: Option<&Verb>) -> Html {
    match verb {
        None => html! { "No reporting verb. " },
        Some(verb) if verb.lemma.is_empty() => html! { "A dash or a colon in place of a verb. " },
        Some(verb) => html! {
            <>
                { "The verb " }
                { received_words(article, [(verb.words.as_str(), verb.span)]) }
                { format!(" {}. ", wording::stance_meaning(verb.stance)) }
            </>
        },
    }
}

/// The way to the words.
fn place(step: &Step) -> Html {
    let id = &step.article.id;
    let (to, label) = match (&step.key, step.spans.first()) {
        (Some(key), _) => (View::article_at(id, key, Show::Reading), "In the article"),
        (None, Some(span)) => (View::received(id, *span), "As received"),
        (None, None) => (View::article(id), "The article"),
    };
    html! { <a class="ladder-place" href={to.to_string()}>{ label }</a> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, check_html, render_html, words};
    use parallax_engine::{
        compare::Named,
        quote::{MentionKind, Stance},
        span::Span,
    };

    fn step(rung: Rung, outlet: &str, verb: Option<(&str, Stance)>) -> Step {
        let span = Span::new(40, 45);
        let named =
            Named { words: "Smith".to_owned(), kind: MentionKind::Name, span: Span::new(50, 55) };
        Step {
            rung,
            article: article(&outlet.to_lowercase(), outlet, "Headline"),
            key: verb.is_some().then(|| "k1".to_owned()),
            spans: vec![Span::new(3, 30)],
            verb: verb.map(|(lemma, stance)| {
                let words = format!("{lemma}ed");
                Verb { words, lemma: lemma.to_owned(), stance, span }
            }),
            named: verb.is_some().then_some(named),
            speaker: verb.is_some().then(|| "Ann Smith".to_owned()),
        }
    }

    fn found() -> Ladder {
        let steps = vec![
            step(Rung::Direct, "DW", Some(("say", Stance::Neutral))),
            step(Rung::Indirect, "RT", Some(("claim", Stance::Distancing))),
            step(Rung::Unsourced, "AP", None),
        ];
        Ladder { steps, searched: vec![article("a", "DW", "One"), article("b", "RT", "Two")] }
    }

    #[test]
    fn the_rungs_stand_in_order_with_their_reports() {
        check_html(
            ladder(&found()),
            &[
                "Direct</h4>",
                "DW",
                "#/article/dw?show=received&amp;span=50-55",
                "“Smith”",
                "(Ann Smith)",
                "#/article/dw?show=received&amp;span=40-45",
                "“sayed”",
                "takes no side",
                "#/article/dw?at=k1",
                "Partial</h4>",
                "None found.",
                "Reported</h4>",
                "RT",
                "“claimed”",
                "keeps the words at arm’s length",
                "Without a source</h4>",
                "AP",
                "#/article/ap?show=received&amp;span=3-30",
                "2 articles on this event were searched",
            ],
        );
    }

    #[test]
    fn words_without_a_source_name_nobody_and_no_verb() {
        let unsourced = render_html(step_shown(&step(Rung::Unsourced, "AP", None)));
        assert!(!unsourced.contains("verb") && !unsourced.contains("amed"), "{unsourced}");
        let dash = step(Rung::Direct, "RT", Some(("", Stance::Neutral)));
        let dash = words(&render_html(step_shown(&dash)));
        assert!(dash.contains("A dash or a colon in place of a verb."), "{dash}");
    }
}
