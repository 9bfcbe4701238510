//! Copies the address of what is shown, and says what came of it.
//!
//! Sees plain data only; does not know the address.

use yew::prelude::*;

/// What came of copying.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Copied {
    /// Nothing was copied just now.
    #[default]
    No,
    /// It was copied.
    Yes,
    /// It was copied, and leads to a file on this device; the same view as it is published, if that is known.
    Local(Option<AttrValue>),
    /// The browser refused.
    Refused,
}

/// Copies the address of what is shown.
pub fn copy_link(copied: &Copied, on_copy: &Callback<MouseEvent>) -> Html {
    html! {
        <div class="copy-link no-print">
            <button type="button" onclick={on_copy.clone()}>{ "Copy link" }</button>
            <span class="copy-link-told" role="status">{ told(copied) }</span>
        </div>
    }
}

fn told(copied: &Copied) -> Html {
    let words = match copied {
        Copied::No => "",
        Copied::Yes => "Copied",
        Copied::Local(None) => "Copied. It leads to this file, on this device only",
        Copied::Local(Some(published)) => return local(published),
        Copied::Refused => "Not allowed here: copy it from the address bar",
    };
    words.into()
}

/// Offers what can be shared.
fn local(published: &AttrValue) -> Html {
    html! {
        <>
            { "Copied. It leads to this file, on this device only. For others: " }
            <a href={published.clone()}>{ published.clone() }</a>
        </>
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
            let html = copy_link(&copied, &Callback::noop());
            check_html(html, &["Copy link", "role=\"status\"", words]);
        }
    }

    #[test]
    fn a_link_to_a_file_is_told_from_one_for_others() {
        let shown = |published| copy_link(&Copied::Local(published), &Callback::noop());
        check_html(shown(None), &["on this device only"]);
        let published = AttrValue::Static("https://example.org/#/about");
        check_html(
            shown(Some(published)),
            &["on this device only", "href=\"https://example.org/#/about\""],
        );
    }
}
