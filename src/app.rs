//! The page's root: keeps the place and the preferences, and shows the page
//! of the view.

use parallax_engine::article::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::{
    components::{
        Copied, KEY_LIST, MastheadProps, Section, colophon, hint, key_list, masthead, notice,
        update_notice, written,
    },
    history,
    hooks::{
        Corpus, focus_main, use_arrival, use_copy, use_keys, use_new_navigator,
        use_new_preferences, use_offline,
    },
    links,
    navigator::{Navigator, Place},
    pages::{BrowsePage, PartedPage, failed_page},
    parts,
    preferences::{Hint, Prefer, Preferences},
    url::{Address, View},
    wording,
};

/// Properties of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AppProps {
    /// The corpus, or why there is none.
    pub(crate) opened: Result<Corpus, String>,
}

/// The whole page.
#[component]
pub(crate) fn App(props: &AppProps) -> Html {
    let (place, navigator) = use_new_navigator();
    let preferences = use_new_preferences();
    let (on_copy, copied) = use_copy();
    use_arrival(&place);
    let on_key = use_callback((), |event: KeyboardEvent, ()| {
        if event.key() == "?" {
            show_keys();
        }
    });
    use_keys(on_key);
    use_effect_with(props.opened.clone(), |opened| {
        // Until all has come nothing else is fetched.
        if let Some(corpus) = opened.as_ref().ok().filter(|corpus| corpus.is_whole()) {
            let corpus = corpus.unread();
            spawn_local(async move {
                // Where it does not come, first clicks take a little longer.
                if let Ok(later) = parts::later().await {
                    (later.rehearse)(corpus);
                }
            });
        }
    });
    let (offline, put_off) = use_offline();
    match &props.opened {
        Err(error) => failed_page(error),
        Ok(corpus) => {
            let handle = preferences.clone();
            let on_prefer = Callback::from(move |prefer: Prefer| handle.dispatch(prefer));
            let keys = key_list(preferences.keys, &on_prefer);
            let on_keys = Callback::from(|_: MouseEvent| show_keys());
            let on_cite = on_copy.clone();
            let on_copy = on_copy.reform(|_: MouseEvent| history::address());
            let (preferences, kept) = (*preferences, offline.kept);
            let head = Head { preferences, on_prefer, copied, on_copy, on_cite, on_keys, kept };
            html! {
                <>
                    { scene(corpus, &navigator, &place, head) }
                    { keys }
                    if let Some(show) = offline.newer {
                        { update_notice(show, put_off) }
                    }
                </>
            }
        }
    }
}

/// What the head of the page has to do with, whatever is shown. Nobody sees the usual one.
#[derive(Default)]
pub(crate) struct Head {
    preferences: Preferences,
    on_prefer: Callback<Prefer>,
    copied: Copied,
    on_copy: Callback<MouseEvent>,
    on_cite: Callback<String>,
    on_keys: Callback<MouseEvent>,
    kept: bool,
}

/// A view and what stands around it. What it does to the outside goes through `navigator` and `head`.
pub(crate) fn scene(corpus: &Corpus, navigator: &Navigator, place: &Place, head: Head) -> Html {
    let section = Section::of(&place.address.view);
    let Head { preferences, on_prefer, copied, on_copy, on_cite, on_keys, kept } = head;
    let head = MastheadProps { section, preferences, on_prefer, copied, on_copy, on_keys, kept };
    html! {
        <ContextProvider<Corpus> context={corpus.clone()}>
            <ContextProvider<Navigator> context={navigator.clone()}>
                { frame(place, corpus.shows(&place.address.view), &head, links::follow(navigator, &on_cite)) }
            </ContextProvider<Navigator>>
        </ContextProvider<Corpus>>
    }
}

/// What stands around every view, of which enough has come, or not.
fn frame(place: &Place, shows: bool, head: &MastheadProps, follow: Callback<MouseEvent>) -> Html {
    let address = &place.address;
    html! {
        <div onclick={follow}>
            { masthead(head, skip_link(address)) }
            <main id="main" tabindex="-1">
                { first_visit(&address.view, head) }
                { unknown(&address.unknown) }
                if shows {
                    { page(address.view.clone(), place.arrival.scrolled()) }
                } else {
                    { notice(html! { "This opens as soon as all articles have come in." }) }
                }
            </main>
            { colophon(&own_address(address), today()) }
        </div>
    }
}

/// The whole address of what is shown; where there is no browser, what the page's own part of it is.
fn own_address(address: &Address) -> String {
    if cfg!(target_arch = "wasm32") { history::address() } else { address.to_string() }
}

/// The day, by the reader's clock.
fn today() -> Option<Date> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// The way past the head, for readers with a keyboard.
fn skip_link(address: &Address) -> Html {
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        focus_main();
    });
    html! {
        <a class="skip-link no-print" href={address.to_string()} onclick={skip}>{ "Skip to the content" }</a>
    }
}

/// What is told where a visit begins, until a reader knows it.
fn first_visit(view: &View, head: &MastheadProps) -> Html {
    match (view, head.preferences.hint) {
        (View::Browse(_), Hint::Told) => {
            hint(&head.on_prefer.reform(|_: MouseEvent| Prefer::Hint(Hint::Known)))
        }
        _ => Html::default(),
    }
}

/// Shows the list of keys; a browser that knows no dialogs shows none.
fn show_keys() {
    let document = web_sys::window().and_then(|window| window.document());
    let list = document.and_then(|document| document.get_element_by_id(KEY_LIST));
    if let Some(list) = list.and_then(|list| list.dyn_into::<HtmlDialogElement>().ok()) {
        // One that is shown already stays.
        let _ = list.show_modal();
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
            { "This part of the address means nothing here and changes nothing: " }
            { written(&wording::cut(&parts.join(", "), 200)) }
        </> }) }
    }
}

/// The page of a view, to be `scrolled` so far.
fn page(view: View, scrolled: f64) -> Html {
    match view {
        View::Browse(view) => html! { <BrowsePage {view} {scrolled} /> },
        _ => html! { <PartedPage {view} {scrolled} /> },
    }
}
