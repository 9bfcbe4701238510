//! The page's root: opens the engine once, keeps the place and the preferences, and shows the page
//! of the view.

use std::rc::Rc;

use parallax_engine::Engine;
use yew::prelude::*;

use crate::{
    components::{MastheadProps, Section, masthead, notice},
    hooks::{
        Corpus, PreferenceHandle, focus_main, use_arrival, use_new_navigator, use_new_preferences,
    },
    links,
    navigator::Navigator,
    pack::PACK,
    pages::{
        AboutPage, ArticlePage, BrowsePage, ComparePage, NotFoundPage, QuotePage, failed_page,
    },
    preferences::Prefer,
    url::{Address, View},
};

/// The whole page.
#[component]
pub(crate) fn App() -> Html {
    let opened = use_memo((), |()| Engine::open(PACK).map(|engine| Corpus(Rc::new(engine))));
    let (place, navigator) = use_new_navigator();
    let preferences = use_new_preferences();
    use_arrival(&place);
    match opened.as_ref() {
        Err(error) => failed_page(&error.to_string()),
        Ok(corpus) => html! {
            <ContextProvider<Corpus> context={corpus.clone()}>
                <ContextProvider<Navigator> context={navigator.clone()}>
                    { frame(&place.address, &preferences, links::follow(&navigator)) }
                </ContextProvider<Navigator>>
            </ContextProvider<Corpus>>
        },
    }
}

/// What stands around every view.
fn frame(address: &Address, preferences: &PreferenceHandle, follow: Callback<MouseEvent>) -> Html {
    let on_prefer = {
        let preferences = preferences.clone();
        Callback::from(move |prefer: Prefer| preferences.dispatch(prefer))
    };
    let head = MastheadProps {
        section: Section::of(&address.view),
        preferences: **preferences,
        on_prefer,
    };
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        focus_main();
    });
    html! {
        <div onclick={follow}>
            <a class="skip-link" href={address.to_string()} onclick={skip}>
                { "Skip to the content" }
            </a>
            { masthead(&head) }
            <main id="main" tabindex="-1">
                { unknown(&address.unknown) }
                { page(address.view.clone()) }
            </main>
        </div>
    }
}

/// Says which parts of the address were not understood.
fn unknown(pairs: &[(String, String)]) -> Html {
    if pairs.is_empty() {
        return Html::default();
    }
    let parts: Vec<_> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
    html! {
        { notice(html! { <>
            { format!("This part of the address means nothing here and changes nothing: {}", parts.join(", ")) }
        </> }) }
    }
}

/// The page of a view.
fn page(view: View) -> Html {
    match view {
        View::Browse(query) => html! { <BrowsePage {query} /> },
        View::Quote(view) => html! { <QuotePage {view} /> },
        View::Article(view) => html! { <ArticlePage {view} /> },
        View::Compare(view) => html! { <ComparePage {view} /> },
        View::About => html! { <AboutPage /> },
        View::Unknown(raw) => html! { <NotFoundPage asked={raw} /> },
    }
}
