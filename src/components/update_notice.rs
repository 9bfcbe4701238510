//! Offers a newer version of the page. It waits until the reader wants it.

use yew::prelude::*;

/// Offers a newer version of the page; `on_reload` shows it, `on_later` puts it off.
pub fn update_notice(on_reload: Callback<MouseEvent>, on_later: Callback<MouseEvent>) -> Html {
    html! {
        <div class="update-notice" role="status">
            <p>{ "A new version is ready." }</p>
            <div class="update-notice-choices">
                <button type="button" class="update-notice-reload" onclick={on_reload}>
                    { "Reload" }
                </button>
                <button type="button" onclick={on_later}>{ "Later" }</button>
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    #[test]
    fn a_newer_version_is_offered_and_can_be_put_off() {
        let nothing = Callback::noop;
        check_html(
            update_notice(nothing(), nothing()),
            &["role=\"status\"", "new version", ">Reload</button>", ">Later</button>"],
        );
    }
}
