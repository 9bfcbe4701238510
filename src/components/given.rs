//! The words that reports use of somebody (names, roles, bodies), how often, and where in which outlet's texts.

use parallax_engine::profile::Given;
use yew::prelude::*;

use super::places;
use crate::wording;

/// So many are shown at once; the others wait behind a button of the browser's own.
const FIRST: usize = 8;

/// The words used of somebody, under a heading; nothing where there are none.
pub fn given(heading: &'static str, all: &[Given]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    let (first, more) = all.split_at(all.len().min(FIRST));
    html! {
        <section class="given">
            <h2>{ heading }</h2>
            <ul>{ for first.iter().map(one) }</ul>
            if !more.is_empty() {
                <details>
                    <summary>{ format!("{} more", wording::grouped(more.len())) }</summary>
                    <ul>{ for more.iter().map(one) }</ul>
                </details>
            }
        </section>
    }
}

fn one(given: &Given) -> Html {
    let outlets = given.outlets.iter().map(|by| {
        let all = by.places.iter().map(|at| (&*at.article, at.span));
        places(&given.words, wording::outlet_or_none(by.outlet.as_deref()), all)
    });
    html! {
        <li key={given.words.clone()}>
            <p class="given-words">
                { format!("“{}”", given.words) }
                <span class="given-count">{ wording::grouped(given.count()) }</span>
            </p>
            <p>{ for outlets }</p>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, render_html};
    use parallax_engine::{
        evidence::{At, ByOutlet},
        span::Span,
    };

    fn role(words: &str) -> Given {
        let at = |article: &str, start| At { article: article.into(), span: Span::new(start, 9) };
        let by = |outlet: &str, places| ByOutlet { outlet: Some(outlet.to_owned()), places };
        let outlets = vec![by("DW", vec![at("a", 3), at("b", 4)]), by("RT", vec![at("c", 5)])];
        Given { words: words.to_owned(), outlets }
    }

    #[test]
    fn words_are_told_outlet_by_outlet() {
        check_html(
            given("Roles", &[role("Mayor")]),
            &["Roles", "“Mayor”", "3", "DW", "#/article/a", "#/article/b", "RT", "#/article/c"],
        );
        assert_eq!(render_html(given("Roles", &[])), "");
    }

    #[test]
    fn what_is_rare_waits() {
        let roles: Vec<Given> = (0..FIRST + 2).map(|at| role(&format!("Role {at}"))).collect();
        check_html(given("Roles", &roles), &["Role 7", "<details>", "2 more", "Role 8"]);
    }
}
