//! The head of every page: the name, the sections, and how the reader wants to read.

use yew::prelude::*;

use super::{ChoiceSetProps, choice_set};
use crate::{
    preferences::{Prefer, Preferences, Spelt, TextSize, Theme},
    url::{CompareView, View},
};

/// The sections in the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Lists, articles and quotations.
    Browse,
    /// Side by side.
    Compare,
    /// What this is.
    About,
    /// None of them.
    Elsewhere,
}

impl Section {
    /// The section that a view belongs to.
    #[must_use]
    pub fn of(view: &View) -> Self {
        match view {
            View::Browse(_) | View::Quote(_) | View::Article(_) => Self::Browse,
            View::Compare(_) => Self::Compare,
            View::About => Self::About,
            View::Unknown(_) => Self::Elsewhere,
        }
    }
}

/// What [`masthead`] shows.
#[derive(Clone, PartialEq)]
pub struct MastheadProps {
    /// Where the reader is.
    pub section: Section,
    /// What the reader prefers.
    pub preferences: Preferences,
    /// The reader prefers something else.
    pub on_prefer: Callback<Prefer>,
}

/// The head of every page.
pub fn masthead(props: &MastheadProps) -> Html {
    let section = |name: &'static str, section: Section, to: View| {
        let current = (props.section == section).then_some(AttrValue::Static("page"));
        html! { <li><a href={to.to_string()} aria-current={current}>{ name }</a></li> }
    };
    html! {
        <header class="masthead">
            <a class="masthead-name" href={View::start().to_string()} aria-label="Parallax, to the start">
                { "Parallax" }
            </a>
            <p class="masthead-line">{ "One event, report by report" }</p>
            <nav class="masthead-sections" aria-label="Sections">
                <ul>
                    { section("Browse", Section::Browse, View::start()) }
                    { section("Compare", Section::Compare, View::Compare(CompareView::default())) }
                    { section("About", Section::About, View::About) }
                </ul>
            </nav>
            <details class="masthead-display">
                <summary><span aria-hidden="true">{ "Aa" }</span>{ " Display" }</summary>
                <div class="masthead-display-panel">{ display(props) }</div>
            </details>
        </header>
    }
}

fn display(props: &MastheadProps) -> Html {
    let words = |words: [&'static str; 3]| words.map(AttrValue::Static).to_vec();
    let place = |at: Option<usize>| at.unwrap_or_default();
    let theme = Theme::ALL.iter().position(|theme| *theme == props.preferences.theme);
    let text = TextSize::ALL.iter().position(|size| *size == props.preferences.text);
    let themes = ChoiceSetProps {
        name: "theme".into(),
        legend: "Theme".into(),
        choices: words(["As the system", "Light", "Dark"]),
        chosen: place(theme),
        on_choose: props.on_prefer.reform(|at: usize| Prefer::Theme(Theme::ALL[at % 3])),
    };
    let sizes = ChoiceSetProps {
        name: "text".into(),
        legend: "Text size".into(),
        choices: words(["Normal", "Large", "Larger"]),
        chosen: place(text),
        on_choose: props.on_prefer.reform(|at: usize| Prefer::Text(TextSize::ALL[at % 3])),
    };
    html! { <>{ choice_set(&themes) }{ choice_set(&sizes) }</> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, render_html};

    fn props(section: Section) -> MastheadProps {
        let preferences = Preferences { theme: Theme::Dark, text: TextSize::Normal };
        MastheadProps { section, preferences, on_prefer: Callback::noop() }
    }

    #[test]
    fn the_section_is_told() {
        let html = check_html(
            masthead(&props(Section::Compare)),
            &["href=\"#/browse\"", "href=\"#/compare\"", "aria-current=\"page\"", "Compare"],
        );
        assert_eq!(html.matches("aria-current").count(), 1);
        assert!(!render_html(masthead(&props(Section::Elsewhere))).contains("aria-current"));
    }

    #[test]
    fn a_quote_belongs_to_browsing() {
        assert_eq!(Section::of(&View::quote("a", "k")), Section::Browse);
    }
}
