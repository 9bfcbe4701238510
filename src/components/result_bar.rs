//! How many results there are, told aloud when it has changed, and their order.

use parallax_engine::query::{Sort, Unit};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Announcement;
use crate::{export::Format, wording};

/// What [`result_bar`] shows.
#[derive(Clone, PartialEq)]
pub struct ResultBarProps {
    /// What a result is.
    pub unit: Unit,
    /// How many there are.
    pub total: usize,
    /// How many there are when nothing is filtered.
    pub of: usize,
    /// Whether words are searched for: without them nothing matches better than another.
    pub searched: bool,
    /// Their order.
    pub sort: Sort,
    /// Another order is chosen.
    pub on_sort: Callback<Sort>,
    /// All results are wanted as a file.
    pub on_export: Callback<Format>,
    /// Why there is none, if it could not be made.
    pub no_export: Option<&'static str>,
}

/// How many results there are, and their order.
pub fn result_bar(props: &ResultBarProps) -> Html {
    let onchange = props.on_sort.reform(|event: Event| {
        let word = event.target_unchecked_into::<HtmlSelectElement>().value();
        Sort::named(&word).unwrap_or_default()
    });
    let (orders, chosen) = orders(props);
    let orders = orders.map(|sort| {
        let name = sort.name();
        let words = wording::order_label(sort);
        html! { <option key={name} value={name} selected={sort == chosen}>{ words }</option> }
    });
    html! {
        <div class="result-bar">
            <h2 class="visually-hidden">{ "Results" }</h2>
            <p class="result-bar-count">{ total(props) }</p>
            <Announcement words={total(props)} />
            <label class="result-bar-sort no-print">
                <span>{ "Order" }</span>
                <select {onchange}>{ for orders }</select>
            </label>
            if props.total > 0 {
                <p class="result-bar-export no-print">
                    <span>{ "Download" }</span>
                    { export(Format::Csv, "CSV", "a table for spreadsheets", props) }
                    { export(Format::Json, "JSON", "for programs", props) }
                </p>
            }
            if let Some(reason) = props.no_export {
                <p role="alert">{ reason }</p>
            }
        </div>
    }
}

/// The orders that can be told apart here, and the one in force: the best match is the newest where no words are
/// searched for.
fn orders(props: &ResultBarProps) -> (impl Iterator<Item = Sort>, Sort) {
    let searched = props.searched;
    let chosen = match props.sort {
        Sort::Relevance if !searched => Sort::Newest,
        sort => sort,
    };
    (Sort::ALL.into_iter().filter(move |&sort| searched || sort != Sort::Relevance), chosen)
}

fn export(
    format: Format,
    name: &'static str,
    use_for: &'static str,
    props: &ResultBarProps,
) -> Html {
    let what =
        format!("Download all {} results as {name}, {use_for}", wording::grouped(props.total));
    html! {
        <button
            type="button"
            title={what.clone()}
            aria-label={what}
            onclick={props.on_export.reform(move |_: MouseEvent| format)}
        >
            { name }
        </button>
    }
}

fn total(props: &ResultBarProps) -> String {
    let all = wording::results(props.of, props.unit);
    if props.total == props.of {
        all
    } else {
        format!("{} of {all}", wording::grouped(props.total))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    fn props(total: usize) -> ResultBarProps {
        let (unit, sort) = (Unit::Quote, Sort::Oldest);
        let (on_sort, on_export) = (Callback::noop(), Callback::noop());
        let (searched, no_export) = (true, None);
        ResultBarProps { unit, total, of: 41, searched, sort, on_sort, on_export, no_export }
    }

    #[test]
    fn the_count_is_told_against_the_whole() {
        check_html(result_bar(&props(7)), &["7 of 41 quotes", "role=\"status\""]);
        let html = check_html(result_bar(&props(41)), &["41 quotes"]);
        assert!(!html.contains("41 of"));
    }

    #[test]
    fn results_can_be_taken_away_if_there_are_any() {
        check_html(result_bar(&props(7)), &["Download all 7 results as CSV", "as JSON"]);
        let none = ResultBarProps { no_export: Some("No connection"), ..props(0) };
        let html = check_html(result_bar(&none), &["role=\"alert\"", "No connection"]);
        assert!(!html.contains("Download"), "{html}");
    }

    #[test]
    fn the_order_in_force_is_selected() {
        check_html(result_bar(&props(7)), &["value=\"oldest\" selected", "Oldest first"]);
        let best = ResultBarProps { sort: Sort::Relevance, ..props(7) };
        check_html(result_bar(&best), &["value=\"best\" selected"]);
    }

    #[test]
    fn nothing_matches_best_where_no_words_are_searched_for() {
        let open = ResultBarProps { sort: Sort::Relevance, searched: false, ..props(7) };
        let html = check_html(result_bar(&open), &["value=\"newest\" selected"]);
        assert!(!html.contains("Best match"), "{html}");
    }
}
