//! The comparison as it is read: which texts are shown beside each other, and how.

use std::rc::Rc;

use parallax_engine::{compare::Comparison, search::ArticleCard};
use yew::prelude::*;

use super::{
    cards,
    chunks::Chunks,
    map::{map, use_map},
    rows::{Setting, listed, rows},
    shown::{Shown, sides, summary, use_shown},
    wishes::{Wish, follow, stepper, use_steps, use_wishes},
};
use crate::{
    compared::{Sheet, entry_of},
    components::{
        ComparisonBarProps, Side, Tabs, compared_head, comparison_bar, comparison_summary, notice,
    },
    hooks::use_fit,
    pages::{long_list::in_sight, same::Same},
    url::{CompareView, Mode},
};

/// Few rows of passages are lower than this, in CSS pixels; several such in a row are a frame late.
const LOWEST_ROW: f64 = 150.0;

/// Properties of [`Reader`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ReaderProps {
    pub(super) comparisons: Same<Vec<Comparison>>,
    pub(super) view: CompareView,
    pub(super) scrolled: f64,
}

/// The comparison.
#[component]
pub(super) fn Reader(props: &ReaderProps) -> Html {
    let ReaderProps { comparisons, view, scrolled } = props;
    let (root, fit) = (use_node_ref(), use_fit());
    let (beside, alone) = (use_state(|| 0), use_state(|| None));
    let opened = use_state(Vec::<usize>::new);
    let wish = use_state(Wish::default);

    let articles = cards(&comparisons.0);
    let all = sides(&articles);
    let inline = view.mode == Mode::Inline;
    let crowded = all.len() > fit.columns || inline && all.len() > 2;
    let chosen = crowded.then(|| (*beside).min(all.len().saturating_sub(2)));
    let shown = use_shown(comparisons, chosen);
    let small = fit.small && !inline;
    let setting = Setting {
        mode: view.mode,
        small: fit.small,
        opened: (*opened).clone(),
        pointed: pointed(view, &shown.sheet),
        only: alone.filter(|only| small && *only < shown.sides.len()),
    };
    let (pointed, only) = (setting.pointed, setting.only);

    let entries = use_memo((Same(Rc::clone(&shown.sheet)), setting.clone()), |(sheet, setting)| {
        listed(&sheet.0, setting)
    });
    let on_open = Callback::from(move |at: usize| opened.set([&opened[..], &[at]].concat()));
    let go = use_wishes(&root, &wish, &entries, &on_open);
    use_steps(&root, &shown.sheet, &wish, &go);
    use_map(&root, &shown.scale, &entries, view.mode, &go);
    let drawn =
        use_memo((Same(Rc::clone(&entries)), Same(Rc::clone(&shown.sheet)), inline), |_| {
            let go = go.clone();
            // The button goes; what it hid takes the focus.
            let on_open = Callback::from(move |at: usize| {
                on_open.emit(at);
                go.emit(Wish { stretch: Some(at), focus: true, ..Wish::default() });
            });
            rows(&shown, Rc::clone(&entries), &setting, on_open)
        });

    let first = in_sight(*scrolled, LOWEST_ROW) + pointed.map_or(0, |at| entry_of(&entries, at));
    let wanted = wish.stretch.map(|stretch| entry_of(&entries, stretch));
    // Rows that are set otherwise are another list; a fold that is opened changes the same one.
    let name = Rc::as_ptr(&shown.sheet).addr() + usize::from(inline);
    let bar = ComparisonBarProps {
        view,
        beside: chosen.map(|at| beside_tabs(&all, at, beside.setter())),
        alone: small.then(|| alone_tabs(&shown.sides, only, alone.setter())),
        on_step: Some(stepper(&root, &shown.sheet, &wish, &go)),
    };
    let columns = if inline { 1 } else { shown.sides.len() };
    html! {
        <div
            ref={root.clone()}
            class={classes!("comparison", format!("columns-{columns}"))}
            onclick={follow(&go)}
        >
            if view.at.is_some() && pointed.is_none() { { gone() } }
            { comparison_summary(&summary(&all, &comparisons.0)) }
            <div class="compared-top">
                { comparison_bar(&bar) }
                { compared_head(&heads(&articles, &shown), &shown.sides, view) }
            </div>
            <p class="visually-hidden" role="status">{ &wish.said }</p>
            <div class="comparison-body">
                <Chunks {name} entries={(*drawn).clone()} {first} {wanted} />
                { map(&root, &shown, &go) }
            </div>
        </div>
    }
}

/// The stretch that the address points to.
fn pointed(view: &CompareView, sheet: &Sheet) -> Option<usize> {
    let quoted = view.at.as_deref().and_then(|key| sheet.quoting(key));
    quoted.or_else(|| view.span.and_then(|span| sheet.holding(span)))
}

fn gone() -> Html {
    notice(
        html! { { "The quote that this link points to is in none of the articles shown here." } },
    )
}

/// The articles of the columns that are shown.
fn heads<'engine>(articles: &[&'engine ArticleCard], shown: &Shown) -> Vec<&'engine ArticleCard> {
    let of_side = |side: &Side| articles.iter().copied().find(|it| it.id == *side.article);
    shown.sides.iter().filter_map(of_side).collect()
}

/// Which of several texts stands beside the base text.
fn beside_tabs(all: &[Side], chosen: usize, beside: UseStateSetter<usize>) -> Tabs {
    let on_choose = Callback::from(move |at| beside.set(at));
    Tabs::outlets("Beside the base text", &all[1..], None, chosen, on_choose)
}

/// Which text is read alone.
fn alone_tabs(shown: &[Side], only: Option<usize>, alone: UseStateSetter<Option<usize>>) -> Tabs {
    let count = shown.len();
    let on_choose = Callback::from(move |at| alone.set(Some(at).filter(|at| *at < count)));
    Tabs::outlets("Shown", shown, Some("Both"), only.unwrap_or(count), on_choose)
}
