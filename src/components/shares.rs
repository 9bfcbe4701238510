//! How some quotations divide by a facet: each value leads to exactly as many results as it says.

use parallax_engine::{
    profile::Share,
    query::{Facet, NONE},
    quote::Stance,
};
use yew::prelude::*;

use crate::{url::View, wording};

/// So many values are shown at once.
const FIRST: usize = 8;

/// The values under a heading, those with the most results first; nothing where there are none.
pub fn shares(heading: &'static str, facet: Facet, all: &[Share]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    let (first, more) = all.split_at(all.len().min(FIRST));
    html! {
        <section class="shares">
            <h2>{ heading }</h2>
            <ul>{ for first.iter().map(|share| row(facet, share)) }</ul>
            if !more.is_empty() {
                <details>
                    <summary>{ format!("{} more", wording::grouped(more.len())) }</summary>
                    <ul>{ for more.iter().map(|share| row(facet, share)) }</ul>
                </details>
            }
        </section>
    }
}

fn row(facet: Facet, share: &Share) -> Html {
    let name = wording::value_label(facet, &share.value);
    html! {
        <li key={share.value.clone()} class="shares-row">
            <a href={View::browse(share.results.query.clone()).to_string()}>{ name }</a>
            <span>{ wording::grouped(share.results.count) }</span>
        </li>
    }
}

/// The verbs that report somebody's words, put together by what they do with these.
pub fn verbs(all: &[Share]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    let (named, none): (Vec<&Share>, Vec<&Share>) = all.iter().partition(|it| it.value != NONE);
    let groups = Stance::ALL.into_iter().filter_map(|stance| {
        let of = named.iter().filter(|share| Stance::of(&share.value) == stance);
        let of: Vec<&Share> = of.copied().collect();
        (!of.is_empty()).then(|| group(&capital(wording::stance_meaning(stance)), &of))
    });
    html! {
        <section class="shares">
            <h2>{ "With which verbs" }</h2>
            <dl>
                { for groups }
                if !none.is_empty() { { group("By marks or layout alone", &none) } }
            </dl>
        </section>
    }
}

fn group(meaning: &str, of: &[&Share]) -> Html {
    let verbs = of.iter().map(|share| {
        let verb = wording::value_label(Facet::Verb, &share.value);
        html! {
            <span class="shares-verb">
                <a href={View::browse(share.results.query.clone()).to_string()}>{ verb }</a>
                { format!(" {}", wording::grouped(share.results.count)) }
            </span>
        }
    });
    html! { <div><dt>{ meaning.to_owned() }</dt><dd>{ for verbs }</dd></div> }
}

/// The words with a capital letter at their head.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, render_html};
    use parallax_engine::{
        profile::Counted,
        query::{Query, Unit},
    };

    fn share(facet: Facet, value: &str, count: usize) -> Share {
        let mut query = Query { unit: Unit::Quote, ..Query::default() };
        query.choose(facet, |chosen| chosen.only(value));
        Share { value: value.to_owned(), results: Counted { query, count } }
    }

    #[test]
    fn a_value_leads_to_as_many_results_as_it_says() {
        let all = [share(Facet::Outlet, "DW", 7), share(Facet::Outlet, "RT", 5)];
        check_html(
            shares("By whom", Facet::Outlet, &all),
            &["By whom", "#/browse?u=quote&amp;outlet=DW", "DW", "7", "outlet=RT", "5"],
        );
        assert_eq!(render_html(shares("By whom", Facet::Outlet, &[])), "");
    }

    #[test]
    fn verbs_stand_by_what_they_do_with_the_words() {
        let all = [
            share(Facet::Verb, "say", 13),
            share(Facet::Verb, NONE, 2),
            share(Facet::Verb, "claim", 1),
            share(Facet::Verb, "add", 1),
        ];
        check_html(
            verbs(&all),
            &[
                "Takes no side</dt>",
                "verb=say",
                "verb=add",
                "Keeps the words at arm’s length</dt>",
                "verb=claim",
                "By marks or layout alone",
                "No reporting verb</a> 2",
            ],
        );
    }
}
