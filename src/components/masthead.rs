//! The head of every page: the name, the sections, and how the reader wants to read.

use yew::prelude::*;

use super::{ChoiceSetProps, Copied, choice_set, copy_link, offline_badge};
use crate::{
    preferences::{Prefer, Preferences, Spelt},
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
            View::Browse(_)
            | View::Quote(_)
            | View::Article(_)
            | View::Person(_)
            | View::Event(_) => Self::Browse,
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
    /// What came of copying the address, and what copies it.
    pub copied: Copied,
    /// The reader wants the address of what is shown.
    pub on_copy: Callback<MouseEvent>,
    /// The reader wants the list of keys.
    pub on_keys: Callback<MouseEvent>,
    /// Whether the page opens without a network.
    pub kept: bool,
}

/// The head of every page, which begins with the link that leads past it.
pub fn masthead(props: &MastheadProps, skip: Html) -> Html {
    let section = |name: &'static str, section: Section, to: View| {
        let current = (props.section == section).then_some(AttrValue::Static("page"));
        html! { <li><a href={to.to_string()} aria-current={current}>{ name }</a></li> }
    };
    html! {
        <header class="masthead">
            { skip }
            <a class="masthead-name" href={View::start().to_string()} aria-label="Parallax, to the start">
                { "Parallax" }
            </a>
            <p class="masthead-line no-print">{ "One event, report by report" }</p>
            { offline_badge(props.kept) }
            <nav class="masthead-sections no-print" aria-label="Sections">
                <ul>
                    { section("Browse", Section::Browse, View::start()) }
                    { section("Compare", Section::Compare, View::Compare(CompareView::default())) }
                    { section("About", Section::About, View::About) }
                </ul>
            </nav>
            { copy_link(&props.copied, &props.on_copy) }
            <details class="masthead-display no-print">
                <summary><span aria-hidden="true">{ "Aa" }</span>{ " Display" }</summary>
                <div class="masthead-display-panel">{ display(props) }</div>
            </details>
        </header>
    }
}

fn display(props: &MastheadProps) -> Html {
    let Preferences { theme, text, measure, face, .. } = props.preferences;
    let themes = ["As the system", "Light", "Dark"];
    html! {
        <>
            { choice(props, "Theme", &themes, theme, Prefer::Theme) }
            { choice(props, "Text size", &["Normal", "Large", "Larger"], text, Prefer::Text) }
            { choice(props, "Lines of text", &["Narrow", "Normal", "Wide"], measure, Prefer::Measure) }
            { choice(props, "Typeface of texts", &["Serif", "Sans"], face, Prefer::Face) }
            <button type="button" class="masthead-keys" onclick={props.on_keys.clone()}>{ "Keys" }</button>
        </>
    }
}

/// The choice of one preference, its values named by `words`.
fn choice<T: Spelt>(
    props: &MastheadProps,
    legend: &'static str,
    words: &[&'static str],
    chosen: T,
    prefer: fn(T) -> Prefer,
) -> Html {
    let value = move |at: usize| T::ALL.get(at).copied().unwrap_or_default();
    choice_set(&ChoiceSetProps {
        name: T::NAME.into(),
        legend: legend.into(),
        choices: words.iter().copied().map(AttrValue::Static).collect(),
        chosen: T::ALL.iter().position(|value| *value == chosen).unwrap_or_default(),
        on_choose: props.on_prefer.reform(move |at: usize| prefer(value(at))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        preferences::{Theme, Typeface},
        testing::{check_html, render_html},
    };

    fn props(section: Section) -> MastheadProps {
        let preferences =
            Preferences { theme: Theme::Dark, face: Typeface::Sans, ..Preferences::default() };
        MastheadProps {
            section,
            preferences,
            on_prefer: Callback::noop(),
            copied: Copied::No,
            on_copy: Callback::noop(),
            on_keys: Callback::noop(),
            kept: false,
        }
    }

    #[test]
    fn the_section_is_told() {
        let html = check_html(
            masthead(&props(Section::Compare), Html::default()),
            &["href=\"#/browse\"", "href=\"#/compare\"", "aria-current=\"page\"", "Compare"],
        );
        assert_eq!(html.matches("aria-current").count(), 1);
        assert!(
            !render_html(masthead(&props(Section::Elsewhere), Html::default()))
                .contains("aria-current")
        );
    }

    #[test]
    fn each_preference_shows_what_holds() {
        let html = render_html(masthead(&props(Section::Browse), Html::default()));
        assert_eq!(html.matches("checked").count(), 4, "{html}");
        let behind = |at: usize| html.split("checked").nth(at).map(crate::testing::words);
        let starts = |at, held: &str| {
            assert!(behind(at).is_some_and(|it| it.contains(held)), "{held}: {html}");
        };
        starts(1, "DarkText size");
        starts(4, "Sans");
    }

    #[test]
    fn a_quote_belongs_to_browsing() {
        assert_eq!(Section::of(&View::quote("a", "k")), Section::Browse);
    }
}
