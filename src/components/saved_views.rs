//! The views that a reader has named: the one that is shown can be added, each can be taken away, all can go into a file,
//! and come from one.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::saved::SavedViews;

/// What [`saved_views`] shows.
#[derive(Clone, PartialEq)]
pub struct SavedViewsProps {
    /// The views.
    pub views: SavedViews,
    /// What the view that is shown would be called.
    pub name: String,
    /// What is to be said of what was done last.
    pub told: String,
    /// The field of the name.
    pub field: NodeRef,
    /// The view that is shown is to be kept by the name in the field.
    pub on_save: Callback<SubmitEvent>,
    /// The view of a name is not wanted any more.
    pub on_remove: Callback<String>,
    /// All are wanted as a file.
    pub on_export: Callback<MouseEvent>,
    /// Those of a file are wanted.
    pub on_import: Callback<HtmlInputElement>,
}

/// The views that a reader has named.
pub fn saved_views(props: &SavedViewsProps) -> Html {
    let rows = props.views.0.iter().map(|view| {
        let name = view.name.clone();
        html! {
            <li key={name.clone()}>
                <a href={view.address.clone()}>{ name.clone() }</a>
                <button
                    type="button"
                    aria-label={format!("Remove {name}")}
                    onclick={props.on_remove.reform(move |_: MouseEvent| name.clone())}
                >
                    { "Remove" }
                </button>
            </li>
        }
    });
    let onchange =
        props.on_import.reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>());
    html! {
        <div class="saved-views-panel">
            <form onsubmit={props.on_save.clone()}>
                <label for="saved-view-name">{ "Name this view" }</label>
                <div class="saved-views-field">
                    <input
                        ref={props.field.clone()}
                        id="saved-view-name"
                        type="text"
                        maxlength="120"
                        autocomplete="off"
                        value={props.name.clone()}
                    />
                    <button>{ "Save" }</button>
                </div>
            </form>
            if props.views.0.is_empty() {
                <p>{ "Views that you name are kept on this device, and nowhere else." }</p>
            } else {
                <ul>{ for rows }</ul>
            }
            <p class="saved-views-file">
                if !props.views.0.is_empty() {
                    <button type="button" onclick={props.on_export.clone()}>{ "Export" }</button>
                }
                <label>
                    { "Import" }
                    <input class="visually-hidden" type="file" accept=".json,application/json" {onchange} />
                </label>
            </p>
            <p role="status">{ props.told.clone() }</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    fn props(views: SavedViews) -> SavedViewsProps {
        SavedViewsProps {
            views,
            name: "Quotes, Outlet: RT".to_owned(),
            told: "Kept.".to_owned(),
            field: NodeRef::default(),
            on_save: Callback::noop(),
            on_remove: Callback::noop(),
            on_export: Callback::noop(),
            on_import: Callback::noop(),
        }
    }

    #[test]
    fn views_are_listed_and_can_be_taken_away() {
        let views = SavedViews::default().with("Mine", "#/browse?outlet=RT");
        check_html(
            saved_views(&props(views)),
            &[
                "value=\"Quotes, Outlet: RT\"",
                "Save",
                "#/browse?outlet=RT",
                "Mine",
                "Remove Mine",
                "Export",
                "Import",
                "role=\"status\"",
                "Kept.",
            ],
        );
        let none = check_html(saved_views(&props(SavedViews::default())), &["on this device"]);
        assert!(!none.contains("Export"));
    }
}
