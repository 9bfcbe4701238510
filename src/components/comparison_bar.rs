//! The bar above a comparison: how it is set, from one difference to the next, and, where not all columns fit,
//! which of them are shown.
//!
//! Sees plain data only.

use yew::prelude::*;

use super::Side;
use crate::{
    compared::Step,
    url::{CompareView, Mode, View},
};

/// What [`comparison_bar`] shows.
#[derive(Clone, PartialEq)]
pub struct ComparisonBarProps<'page> {
    /// What is compared, and how.
    pub view: &'page CompareView,
    /// The texts that one is chosen of, and which one holds; none where there is nothing to choose.
    pub beside: Option<Tabs>,
    /// The texts of a small window, of which one can be read alone.
    pub alone: Option<Tabs>,
    /// The reader goes to the next difference, or the one before; none where there are no rows.
    pub on_step: Option<Callback<Step>>,
}

/// A few words of which one holds.
#[derive(Clone, PartialEq)]
pub struct Tabs {
    /// What is chosen.
    pub label: AttrValue,
    /// The words.
    pub tabs: Vec<AttrValue>,
    /// Which holds.
    pub chosen: usize,
    /// Another one is chosen.
    pub on_choose: Callback<usize>,
}

impl Tabs {
    /// The outlets of some texts, and at last `all` of them, if that can be chosen too.
    #[must_use]
    pub fn outlets(
        label: &'static str,
        sides: &[Side],
        all: Option<&'static str>,
        chosen: usize,
        on_choose: Callback<usize>,
    ) -> Self {
        let outlets = sides.iter().map(|side| side.outlet.clone());
        let tabs = outlets.chain(all.map(AttrValue::from)).collect();
        Self { label: label.into(), tabs, chosen, on_choose }
    }
}

/// The bar.
pub fn comparison_bar(props: &ComparisonBarProps<'_>) -> Html {
    html! {
        <div class="comparison-bar">
            { modes(props.view) }
            { for props.beside.iter().map(tabs) }
            { for props.alone.iter().map(tabs) }
            { for props.on_step.iter().map(steps) }
        </div>
    }
}

fn modes(view: &CompareView) -> Html {
    let mode = |mode: Mode| {
        let to = View::Compare(CompareView { mode, at: None, span: None, ..view.clone() });
        let current = (view.mode == mode).then_some(AttrValue::Static("true"));
        let words = match mode {
            Mode::Parallel => html! { "Parallel" },
            Mode::Inline => html! { "Inline" },
            Mode::Differences => {
                html! { <>{ "Differences" }<span class="comparison-modes-only">{ " only" }</span></> }
            }
            Mode::Apart => html! { "Only here" },
        };
        html! { <li><a href={to.to_string()} aria-current={current}>{ words }</a></li> }
    };
    html! {
        <nav class="comparison-modes" aria-label="How the reports are set">
            <ul>{ for Mode::ALL.map(mode) }</ul>
        </nav>
    }
}

fn tabs(tabs: &Tabs) -> Html {
    let tab = |(at, words): (usize, &AttrValue)| {
        let pressed = if at == tabs.chosen { "true" } else { "false" };
        let onclick = tabs.on_choose.reform(move |_: MouseEvent| at);
        html! { <button type="button" aria-pressed={pressed} {onclick}>{ words }</button> }
    };
    html! {
        <div class="comparison-tabs" role="group" aria-label={&tabs.label}>
            { for tabs.tabs.iter().enumerate().map(tab) }
        </div>
    }
}

fn steps(on_step: &Callback<Step>) -> Html {
    let step = |step: Step, arrow: &'static str, label: &'static str, keys: &'static str| {
        let onclick = on_step.reform(move |_: MouseEvent| step);
        html! {
            <button
                type="button"
                {onclick}
                title={label}
                aria-label={label}
                aria-keyshortcuts={keys}
            >
                { arrow }
            </button>
        }
    };
    html! {
        <div class="comparison-steps" role="group" aria-label="Differences">
            <span class="comparison-steps-name" aria-hidden="true">{ "Difference" }</span>
            { step(Step::Previous, "↑", "Previous difference (p)", "p [") }
            { step(Step::Next, "↓", "Next difference (n)", "n ]") }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, sides};

    #[test]
    fn modes_are_links_of_which_one_holds() {
        let view = CompareView {
            articles: vec!["a".into(), "b".into()],
            mode: Mode::Inline,
            ..CompareView::default()
        };
        let alone = Tabs::outlets("Shown", &sides(), Some("Both"), 2, Callback::noop());
        let props = ComparisonBarProps {
            view: &view,
            beside: None,
            alone: Some(alone),
            on_step: Some(Callback::noop()),
        };
        let html = check_html(
            comparison_bar(&props),
            &[
                "href=\"#/compare/a,b\"",
                "mode=inline\" aria-current=\"true\"",
                "mode=differences",
                "role=\"group\" aria-label=\"Shown\"",
                "DW",
                "RT",
                "aria-pressed=\"true\">Both",
                "Previous difference",
                "Next difference",
            ],
        );
        assert_eq!(html.matches("aria-current").count(), 1);
    }
}
