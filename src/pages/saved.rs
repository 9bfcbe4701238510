//! The menu of the views that a reader has named. What is in it comes when it is first opened.

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::late::Late;
use crate::{
    components::{SavedViewsProps, saved_views},
    parts::Piece,
    save,
    saved::SavedViews,
    url::{BrowseView, View},
    wording,
};

/// The menu behind its name.
pub(super) fn saved_menu(view: &BrowseView) -> Html {
    html! { <Late class="saved-views" name="Saved views" piece={Piece::Saved(view.clone())} /> }
}

/// What is in the menu, for the part of the page that has it.
pub(crate) fn saved_view(piece: Piece) -> Html {
    match piece {
        Piece::Saved(view) => html! { <SavedPanel {view} /> },
        _ => Html::default(),
    }
}

/// Properties of [`SavedPanel`].
#[derive(Clone, PartialEq, Properties)]
struct SavedPanelProps {
    /// What is shown.
    view: BrowseView,
}

/// What is said where the browser keeps nothing.
const REFUSED: &str =
    "This browser keeps nothing here: export your views, or they are gone with the page.";
/// What is said of a file that is something else.
const NO_VIEWS: &str = "This is no file of saved views.";

/// What is in the menu.
#[component]
fn SavedPanel(props: &SavedPanelProps) -> Html {
    let views = use_state_eq(SavedViews::kept);
    let told = use_state_eq(String::new);
    let field = use_node_ref();
    let view = View::Browse(props.view.clone());
    let change = {
        let (views, told) = (views.clone(), told.clone());
        move |changed: SavedViews, done: &str| {
            told.set(if changed.keep() { done.to_owned() } else { REFUSED.to_owned() });
            views.set(changed);
        }
    };
    let on_save = {
        let (views, field, change) = (views.clone(), field.clone(), change.clone());
        let address = view.to_string();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = field.cast::<HtmlInputElement>().map(|it| it.value()).unwrap_or_default();
            change(views.with(&name, &address), "Saved.");
        })
    };
    let on_remove = {
        let (views, change) = (views.clone(), change.clone());
        Callback::from(move |name: String| change(views.without(&name), "Removed."))
    };
    let on_export = {
        let (views, told) = (views.clone(), told.clone());
        Callback::from(move |_: MouseEvent| {
            let saved = save::file("parallax-views.json", "application/json", &views.write());
            told.set(saved.map_or("The file could not be made.", |()| "").to_owned());
        })
    };
    let on_import = {
        let (views, change, told) = (views.clone(), change, told.clone());
        Callback::from(move |input: HtmlInputElement| {
            let (views, change, told) = (views.clone(), change.clone(), told.clone());
            spawn_local(async move {
                match taken(&input).await {
                    None => told.set(NO_VIEWS.to_owned()),
                    Some(taken) => {
                        let count = wording::counted(taken.0.len(), "view", "views");
                        change(views.and(&taken), &format!("{count} taken in."));
                    }
                }
                // The same file can be taken in again.
                input.set_value("");
            });
        })
    };
    // What was said is said for a while.
    use_effect_with((*told).clone(), {
        let told = told.clone();
        move |said| {
            let forget = (!said.is_empty() && said != REFUSED)
                .then(|| Timeout::new(6_000, move || told.set(String::new())));
            move || drop(forget)
        }
    });
    saved_views(&SavedViewsProps {
        views: (*views).clone(),
        name: wording::title(&view, None),
        told: (*told).clone(),
        field,
        on_save,
        on_remove,
        on_export,
        on_import,
    })
}

/// The views of the file that was chosen.
async fn taken(input: &HtmlInputElement) -> Option<SavedViews> {
    let file = input.files()?.get(0)?;
    let text = JsFuture::from(file.text()).await.ok()?;
    SavedViews::read(&text.as_string()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    #[test]
    fn a_menu_that_is_closed_has_nothing_in_it() {
        let html = check_html(saved_menu(&BrowseView::default()), &["<button", "Saved views"]);
        assert!(!html.contains("saved-views-panel"));
    }
}
