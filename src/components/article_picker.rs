//! Chooses the two articles of a comparison, and swaps them.
//!
//! Sees plain data only; what is chosen goes out as the view to show.

use parallax_engine::search::ArticleCard;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::{url::CompareView, wording};

/// Properties of [`ArticlePicker`].
#[derive(Clone, PartialEq, Properties)]
pub struct ArticlePickerProps {
    /// What is compared now.
    pub view: CompareView,
    /// What there is to choose from.
    pub articles: Vec<ArticleCard>,
    /// How many more there are than can be offered here.
    pub left_out: usize,
    /// The reader chooses.
    pub on_choose: Callback<CompareView>,
}

/// The choice of two articles.
#[component]
pub fn ArticlePicker(props: &ArticlePickerProps) -> Html {
    let view = &props.view;
    let swapped =
        CompareView { left: view.right.clone(), right: view.left.clone(), at: view.at.clone() };
    html! {
        <div class="article-picker">
            { picker(props, "First report", view.left.as_deref(), |view, id| CompareView {
                left: Some(id),
                ..view
            }) }
            <button
                type="button"
                class="article-picker-swap"
                disabled={view.left.is_none() || view.right.is_none()}
                onclick={props.on_choose.reform(move |_: MouseEvent| swapped.clone())}
            >
                { "Swap" }
            </button>
            { picker(props, "Second report", view.right.as_deref(), |view, id| CompareView {
                right: Some(id),
                ..view
            }) }
        </div>
    }
}

fn picker(
    props: &ArticlePickerProps,
    label: &'static str,
    chosen: Option<&str>,
    choose: fn(CompareView, String) -> CompareView,
) -> Html {
    let view = CompareView { at: None, ..props.view.clone() };
    let onchange = props.on_choose.reform(move |event: Event| {
        choose(view.clone(), event.target_unchecked_into::<HtmlSelectElement>().value())
    });
    let options = props.articles.iter().map(|article| {
        html! {
            <option
                key={article.id.clone()}
                value={article.id.clone()}
                selected={chosen == Some(article.id.as_str())}
            >
                { name(article) }
            </option>
        }
    });
    html! {
        <label class="article-picker-side">
            <span>{ label }</span>
            <select {onchange}>
                <option value="" selected={chosen.is_none()} disabled=true>{ "Choose a report" }</option>
                { for options }
                if props.left_out > 0 {
                    <option disabled=true>{ left_out(props.left_out) }</option>
                }
            </select>
        </label>
    }
}

/// Where the others are found.
fn left_out(count: usize) -> String {
    format!("{} more: find them in Browse", wording::grouped(count))
}

/// "DW, 20 Nov 2010: NATO and Russia seek …".
fn name(article: &ArticleCard) -> String {
    let outlet = wording::outlet_or_none(article.outlet.as_deref());
    let day = article.published.map(|day| format!(", {}", wording::short_day(day)));
    format!("{outlet}{}: {}", day.unwrap_or_default(), article.headline)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, check, render};

    fn props(left: Option<&str>, right: Option<&str>) -> ArticlePickerProps {
        let view = CompareView {
            left: left.map(str::to_owned),
            right: right.map(str::to_owned),
            at: None,
        };
        let articles = vec![article("a", "DW", "One"), article("b", "RT", "Two")];
        ArticlePickerProps { view, articles, left_out: 0, on_choose: Callback::noop() }
    }

    #[test]
    fn both_sides_offer_every_article() {
        let html = check::<ArticlePicker>(
            props(Some("a"), Some("b")),
            &[
                "First report",
                "DW, 20 Nov 2010: One",
                "Swap",
                "Second report",
                "RT, 20 Nov 2010: Two",
            ],
        );
        assert_eq!(html.matches("<option").count(), 6);
        assert!(!html.contains("<button type=\"button\" class=\"article-picker-swap\" disabled"));
    }

    #[test]
    fn what_cannot_be_offered_is_told() {
        let props = ArticlePickerProps { left_out: 9_800, ..props(None, None) };
        check::<ArticlePicker>(props, &["Two", "9,800 more: find them in Browse"]);
    }

    #[test]
    fn one_article_cannot_be_swapped() {
        assert!(render::<ArticlePicker>(props(Some("a"), None)).contains("disabled"));
    }
}
