//! What only one report of an event carries, in short: the first items of each kind, each of which opens its words.

use parallax_engine::compare::{Contrast, Item};
use yew::prelude::*;

use super::only_here::{HEADINGS, heading_of, item_words};
use crate::{
    url::{CompareView, Mode, View},
    wording,
};

/// So many items of each kind are shown; the comparison has all.
const FIRST: usize = 3;

/// What each of the reports alone carries; `names` tells them apart.
pub fn event_only(contrast: &Contrast, names: &[String]) -> Html {
    let reports = contrast.articles.iter().zip(&contrast.reports).zip(names).enumerate();
    let columns = reports.map(|(at, ((article, report), name))| {
        let kinds = HEADINGS.into_iter().filter_map(|heading| {
            let items: Vec<&Item> =
                report.only.iter().filter(|item| heading_of(item.kind) == heading).collect();
            (!items.is_empty()).then(|| kind(&article.id, at, heading, &items))
        });
        html! {
            <section key={article.id.clone()} class="event-column">
                <h3>{ name.clone() }</h3>
                if report.only.is_empty() {
                    <p class="event-column-none">{ "Nothing was found in it alone." }</p>
                }
                <dl>{ for kinds }</dl>
            </section>
        }
    });
    let beside = (contrast.articles.len() <= CompareView::MOST).then(|| all_of_it(contrast));
    html! {
        <>
            <div class="event-columns">{ for columns }</div>
            { for beside }
        </>
    }
}

/// The way to all items, with how each was looked for.
fn all_of_it(contrast: &Contrast) -> Html {
    let articles = contrast.articles.iter().map(|article| article.id.clone()).collect();
    let to = View::Compare(CompareView { articles, mode: Mode::Apart, ..CompareView::default() });
    html! {
        <p class="event-columns-all">
            <a href={to.to_string()}>{ "All of it, with how each was looked for" }</a>
        </p>
    }
}

fn kind(article: &str, at: usize, heading: &'static str, items: &[&Item]) -> Html {
    let more = items.len().saturating_sub(FIRST);
    html! {
        <div key={heading}>
            <dt>{ heading }</dt>
            { for items.iter().take(FIRST).map(|item| html! { <dd>{ one(article, at, item) }</dd> }) }
            if more > 0 { <dd class="event-column-none">{ format!("and {more} more") }</dd> }
        </div>
    }
}

fn one(article: &str, at: usize, item: &Item) -> Html {
    let words = item_words(item);
    match item.evidence.get(at).and_then(|evidence| evidence.spans.first()) {
        Some(span) => html! {
            <a href={View::received(article, *span).to_string()} title="Show these words as received">
                { wording::cut(&words, 160) }
            </a>
        },
        None => html! { { wording::cut(&words, 160) } },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, check_html};
    use parallax_engine::{
        compare::{Evidence, ItemKind, Reach, Report, Sought},
        span::Span,
    };

    fn name(words: &str) -> Item {
        let found = |spans| Evidence { reach: Reach::Searched, spans, key: None };
        Item {
            kind: ItemKind::Name,
            words: words.to_owned(),
            sought: Sought::Value,
            evidence: vec![found(vec![Span::new(3, 9)]), found(Vec::new())],
        }
    }

    #[test]
    fn the_first_of_each_kind_open_their_words() {
        let only = ["West", "Paris", "Senate", "Rome"].map(name).to_vec();
        let reports = vec![Report { only, lacking: Vec::new() }, Report::default()];
        let articles = vec![article("a", "DW", "One"), article("b", "RT", "Two")];
        let html = check_html(
            event_only(&Contrast { articles, reports }, &["DW".to_owned(), "RT".to_owned()]),
            &[
                "DW",
                "Names",
                "#/article/a?show=received&amp;span=3-9",
                "West",
                "Senate",
                "and 1 more",
                "RT",
                "Nothing",
                "#/compare/a,b?mode=only",
            ],
        );
        assert!(!html.contains("Rome"), "{html}");
    }
}
