//! What a document says of itself: each fact leads to the words that state it, or says that the
//! text does not.

use parallax_engine::{
    article::{Article, Date, Stated},
    span::Span,
};
use yew::prelude::*;

use crate::{url::View, wording};

/// A fact about an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub label: String,
    /// What it says.
    pub value: String,
    /// The words that state it, if the text does.
    pub span: Option<Span>,
    /// The rule that read it.
    pub rule: String,
}

impl Fact {
    fn of(label: &str, stated: &Stated<String>) -> Self {
        Self {
            label: label.to_owned(),
            value: stated.value.clone(),
            span: stated.spans.first().copied(),
            rule: stated.rule.to_string(),
        }
    }

    fn of_day(label: &str, stated: &Stated<Date>, time: Option<&str>) -> Self {
        let words = wording::day_and_time(stated.value, time);
        Self::of(
            label,
            &Stated { value: words, spans: stated.spans.clone(), rule: stated.rule.clone() },
        )
    }
}

/// The facts of an article, in the order a reader looks for them.
#[must_use]
pub fn facts(article: &Article) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |label: &str, stated: Option<&Stated<String>>| {
        facts.extend(stated.map(|stated| Fact::of(label, stated)));
    };
    add("Outlet", article.outlet.as_ref());
    for (label, all) in
        [("By", &article.authors), ("Agency", &article.agencies), ("Initials", &article.initials)]
    {
        all.iter().for_each(|one| add(label, Some(one)));
    }
    add("Editor", article.editor.as_ref());
    article.topics.iter().for_each(|one| add("Topic", Some(one)));
    add("Sent from", article.dateline_place.as_ref());
    let time = article.published_time.as_ref().map(|time| time.value.as_str());
    let days = [
        ("Published", &article.published, time),
        ("Event", &article.event_date, None),
        ("Embargoed until", &article.embargoed, None),
    ];
    let days = days
        .into_iter()
        .filter_map(|(label, day, time)| day.as_ref().map(|day| Fact::of_day(label, day, time)));
    let at = usize::from(article.outlet.is_some());
    let days: Vec<_> = days.collect();
    facts.splice(at..at, days);
    facts.extend(article.speakers.as_ref().map(given_speakers));
    facts
}

/// Who is quoted, as whoever gave the article says: from the first name to the last.
fn given_speakers(given: &Stated<Vec<String>>) -> Fact {
    let value = if given.value.is_empty() { "nobody".to_owned() } else { given.value.join(", ") };
    let span = given.spans.iter().copied().reduce(Span::cover);
    let spans = span.into_iter().collect();
    Fact::of("Quoted, as given", &Stated { value, spans, rule: given.rule.clone() })
}

/// What a document says of itself.
pub fn article_facts(article: &str, facts: &[Fact]) -> Html {
    let facts = facts.iter().map(|fact| {
        html! {
            <div key={format!("{} {}", fact.label, fact.value)} class="article-facts-fact">
                <dt>{ fact.label.clone() }</dt>
                <dd>{ value(article, fact) }</dd>
            </div>
        }
    });
    html! {
        <section class="article-facts">
            <h2>{ "About this report" }</h2>
            <dl>{ for facts }</dl>
        </section>
    }
}

fn value(article: &str, fact: &Fact) -> Html {
    let Some(span) = fact.span else {
        return html! {
            <>
                { fact.value.clone() }
                <span class="article-facts-elsewhere">{ "not in the text; from the file’s own notes" }</span>
            </>
        };
    };
    let to = View::received(article, span);
    let label = format!("{}: {}, show the words it came from", fact.label, fact.value);
    html! { <a href={to.to_string()} aria-label={label}>{ fact.value.clone() }</a> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    fn article() -> Article {
        Article {
            outlet: Some(Stated::elsewhere("DW".to_owned(), "sidecar")),
            published: Some(Stated::at(
                Date::new(2010, 11, 20).unwrap(),
                Span::new(116, 126),
                "title",
            )),
            authors: vec![Stated::at(
                "Christoph Hasselbach".to_owned(),
                Span::new(9, 20),
                "byline",
            )],
            ..Article::default()
        }
    }

    #[test]
    fn facts_come_in_the_order_a_reader_looks_for_them() {
        let labels: Vec<_> = facts(&article()).into_iter().map(|fact| fact.label).collect();
        assert_eq!(labels, ["Outlet", "Published", "By"]);
    }

    #[test]
    fn who_is_quoted_is_told_as_it_was_given() {
        let of = |names: &[&str], spans: Vec<Span>| {
            let value = names.iter().map(|&name| name.to_owned()).collect();
            given_speakers(&Stated { value, spans, rule: "row speaker".into() })
        };
        let two = of(&["Anna", "Bo"], vec![Span::new(5, 9), Span::new(20, 22)]);
        assert_eq!((two.value.as_str(), two.span), ("Anna, Bo", Some(Span::new(5, 22))));
        assert_eq!(of(&[], vec![Span::new(5, 7)]).value, "nobody");
    }

    #[test]
    fn each_fact_leads_to_its_words_or_says_that_there_are_none() {
        check_html(
            article_facts("a", &facts(&article())),
            &[
                "Outlet",
                "DW",
                "not in the text",
                "href=\"#/article/a?show=received&amp;span=116-126\"",
                "20 November 2010",
                "Christoph Hasselbach",
            ],
        );
    }
}
