//! Chooses the two to four articles of a comparison: each can be changed, swapped with the one before it, or
//! taken out, and one more added.
//!
//! Sees plain data only; what is chosen goes out as the view to show.

use parallax_engine::search::ArticleCard;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::{url::CompareView, wording};

/// What [`article_picker`] shows.
#[derive(Clone, PartialEq)]
pub struct ArticlePickerProps {
    /// What is compared now.
    pub view: CompareView,
    /// What there is to choose from.
    pub articles: Vec<ArticleCard>,
    /// How many more there are than can be offered here.
    pub left_out: usize,
    /// Whether it keeps out of the way of what is chosen, until the reader opens it.
    pub folded: bool,
    /// The reader chooses.
    pub on_choose: Callback<CompareView>,
}

/// What the choices are called.
const NAMES: [&str; CompareView::MOST] =
    ["First report", "Second report", "Third report", "Fourth report"];

/// The choice of articles.
pub fn article_picker(props: &ArticlePickerProps) -> Html {
    let chosen = props.view.articles.len();
    let slots = chosen.max(2).min(NAMES.len());
    let grows = chosen == slots && slots < NAMES.len();
    let slots = html! {
        <div class="article-picker">
            { for (0..slots).map(|at| slot(props, at)) }
            if grows {
                <div class="article-picker-slot is-more">{ picker(props, chosen, "Add a report") }</div>
            }
        </div>
    };
    if !props.folded || chosen < 2 {
        return slots;
    }
    html! {
        <details class="article-picker-fold">
            <summary>{ "Change or add reports" }</summary>
            { slots }
        </details>
    }
}

/// The choice of one article, and what can be done with it.
fn slot(props: &ArticlePickerProps, at: usize) -> Html {
    let articles = &props.view.articles;
    let without = || {
        let mut articles = articles.clone();
        articles.remove(at);
        props.view.with(articles)
    };
    html! {
        <div class="article-picker-slot">
            { picker(props, at, NAMES[at]) }
            if at > 0 && at < articles.len() {
                { button(props, "Swap", format!("Swap with the {}", NAMES[at - 1].to_lowercase()), swapped(&props.view, at)) }
            }
            if articles.len() > 2 && at < articles.len() {
                { button(props, "Remove", format!("Remove the {}", NAMES[at].to_lowercase()), without()) }
            }
        </div>
    }
}

/// The view with an article and the one before it in each other's place. Where one of them is the base text,
/// the other is then: so two columns change sides.
fn swapped(view: &CompareView, at: usize) -> CompareView {
    let mut articles = view.articles.clone();
    articles.swap(at - 1, at);
    let base = view.columns().first().map(|base| (*base).to_owned()).unwrap_or_default();
    let base = match (&articles[at - 1], &articles[at]) {
        (one, other) if *one == base => other.clone(),
        (one, other) if *other == base => one.clone(),
        _ => base,
    };
    CompareView { articles, base: None, span: None, ..view.clone() }.based_on(&base)
}

fn button(props: &ArticlePickerProps, words: &str, label: String, view: CompareView) -> Html {
    let onclick = props.on_choose.reform(move |_: MouseEvent| view.clone());
    html! {
        <button type="button" class="article-picker-button" aria-label={label} {onclick}>
            { words.to_owned() }
        </button>
    }
}

fn picker(props: &ArticlePickerProps, at: usize, label: &'static str) -> Html {
    let view = props.view.clone();
    let onchange = props.on_choose.reform(move |event: Event| {
        let id = event.target_unchecked_into::<HtmlSelectElement>().value();
        let mut articles = view.articles.clone();
        match articles.get_mut(at) {
            Some(article) => *article = id,
            None => articles.push(id),
        }
        view.with(articles)
    });
    let chosen = props.view.articles.get(at).map(String::as_str);
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
    use crate::testing::{article, check_html, render_html};

    fn props(chosen: &[&str]) -> ArticlePickerProps {
        let articles = chosen.iter().map(|id| (*id).to_owned()).collect();
        let view = CompareView { articles, ..CompareView::default() };
        let articles = vec![article("a", "DW", "One"), article("b", "RT", "Two")];
        ArticlePickerProps {
            view,
            articles,
            left_out: 0,
            folded: false,
            on_choose: Callback::noop(),
        }
    }

    #[test]
    fn every_place_offers_every_article() {
        let html = check_html(
            article_picker(&props(&["a", "b"])),
            &[
                "First report",
                "DW, 20 Nov 2010: One",
                "Second report",
                "RT, 20 Nov 2010: Two",
                "Swap with the first report",
                "Add a report",
            ],
        );
        assert_eq!(html.matches("<option").count(), 9);
        assert!(!html.contains("Remove"), "a comparison needs two: {html}");
    }

    #[test]
    fn swapping_changes_sides_whichever_is_the_base_text() {
        let mut view = props(&["a", "b"]).view;
        for base in ["b", "a", "b"] {
            view = swapped(&view, 1);
            assert_eq!(view.columns()[0], base, "{view:?}");
        }
        let three = props(&["a", "b", "c"]).view;
        assert_eq!(swapped(&three, 2).columns(), ["a", "c", "b"]);
        let based = three.based_on("c");
        assert_eq!(swapped(&based, 1).columns(), ["c", "b", "a"]);
    }

    #[test]
    fn where_there_is_little_room_the_texts_come_first() {
        let folded = |chosen: &[&str]| {
            let props = ArticlePickerProps { folded: true, ..props(chosen) };
            render_html(article_picker(&props)).contains("Change or add reports")
        };
        assert!(folded(&["a", "b"]) && !folded(&["a"]));
    }

    #[test]
    fn what_cannot_be_offered_is_told() {
        let props = ArticlePickerProps { left_out: 9_800, ..props(&[]) };
        check_html(article_picker(&props), &["Two", "9,800 more: find them in Browse"]);
    }

    #[test]
    fn one_article_cannot_be_swapped_and_the_third_can_be_removed() {
        let one = render_html(article_picker(&props(&["a"])));
        assert!(!one.contains("Swap") && !one.contains("Add"), "{one}");
        let four = props(&["a", "b", "a", "b", "a"]);
        let html =
            check_html(article_picker(&four), &["Fourth report", "Remove the fourth report"]);
        assert!(!html.contains("Add"), "{html}");
    }
}
