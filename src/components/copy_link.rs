//! Copies the address of what is shown, and says what came of it.
//!
//! Sees plain data only; does not know the address.

use yew::prelude::*;

/// What came of copying.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Copied {
    /// Nothing was copied just now.
    #[default]
    No,
    /// It was copied.
    Yes,
    /// The browser refused.
    Refused,
}

/// Copies the address of what is shown.
pub fn copy_link(copied: Copied, on_copy: &Callback<MouseEvent>) -> Html {
    html! {
        <div class="copy-link">
            <button type="button" onclick={on_copy.clone()}>{ "Copy link" }</button>
            <span class="copy-link-told" role="status">{ told(copied) }</span>
        </div>
    }
}

fn told(copied: Copied) -> &'static str {
    match copied {
        Copied::No => "",
        Copied::Yes => "Copied",
        Copied::Refused => "Not allowed here: copy it from the address bar",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    #[test]
    fn what_came_of_it_is_told() {
        for (copied, words) in
            [(Copied::No, "></span>"), (Copied::Yes, ">Copied<"), (Copied::Refused, "address bar")]
        {
            let html = copy_link(copied, &Callback::noop());
            check_html(html, &["Copy link", "role=\"status\"", words]);
        }
    }
}
