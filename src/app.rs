//! The page's root: opens the engine once, keeps the place and the preferences, and shows the page
//! of the view.

use std::rc::Rc;

use parallax_engine::Engine;
use yew::prelude::*;

use crate::{
    components::{Masthead, Notice, Section},
    hooks::{
        Corpus, PreferenceHandle, focus_main, use_arrival, use_engine, use_navigator,
        use_new_navigator, use_new_preferences, use_preferences,
    },
    navigator::Navigator,
    pack::PACK,
    pages::{AboutPage, ArticlePage, BrowsePage, ComparePage, FailedPage, NotFoundPage, QuotePage},
    preferences::Prefer,
    url::View,
};

/// The whole page.
#[component]
pub(crate) fn App() -> Html {
    let opened = use_memo((), |()| Engine::open(PACK).map(|engine| Corpus(Rc::new(engine))));
    let navigator = use_new_navigator();
    let preferences = use_new_preferences();
    use_arrival(&navigator.place);
    match opened.as_ref() {
        Err(error) => html! { <FailedPage reason={error.to_string()} /> },
        Ok(corpus) => html! {
            <ContextProvider<Corpus> context={corpus.clone()}>
                <ContextProvider<PreferenceHandle> context={preferences}>
                    <ContextProvider<Navigator> context={navigator}>
                        <Frame />
                    </ContextProvider<Navigator>>
                </ContextProvider<PreferenceHandle>>
            </ContextProvider<Corpus>>
        },
    }
}

/// What stands around every view.
#[component]
fn Frame() -> Html {
    let (Some(navigator), Some(preferences)) = (use_navigator(), use_preferences()) else {
        return Html::default();
    };
    let view = &navigator.place.address.view;
    let on_prefer = {
        let preferences = preferences.clone();
        Callback::from(move |prefer: Prefer| preferences.dispatch(prefer))
    };
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        focus_main();
    });
    html! {
        <>
            <a class="skip-link" href={navigator.place.address.to_string()} onclick={skip}>
                { "Skip to the content" }
            </a>
            <Masthead section={Section::of(view)} preferences={*preferences} {on_prefer} />
            <main id="main" tabindex="-1">
                { unknown(&navigator.place.address.unknown) }
                <Page view={view.clone()} />
            </main>
        </>
    }
}

/// Says which parts of the address were not understood.
fn unknown(pairs: &[(String, String)]) -> Html {
    if pairs.is_empty() {
        return Html::default();
    }
    let parts: Vec<_> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
    html! {
        <Notice>
            { format!("This part of the address means nothing here and changes nothing: {}", parts.join(", ")) }
        </Notice>
    }
}

/// Properties of [`Page`].
#[derive(Clone, PartialEq, Properties)]
struct PageProps {
    view: View,
}

/// The page of a view.
#[component]
fn Page(props: &PageProps) -> Html {
    // Kept so that a corpus is always at hand below; the root provides it.
    if use_engine().is_none() {
        return Html::default();
    }
    match props.view.clone() {
        View::Browse(query) => html! { <BrowsePage {query} /> },
        View::Quote(view) => html! { <QuotePage {view} /> },
        View::Article(view) => html! { <ArticlePage {view} /> },
        View::Compare(view) => html! { <ComparePage {view} /> },
        View::About => html! { <AboutPage /> },
        View::Unknown(raw) => html! { <NotFoundPage asked={raw} /> },
    }
}
