//! What a first-time reader sees first: what this is, in a sentence, and the events to begin with.

use yew::prelude::*;

use super::{FrontEvent, front_events};

/// What a first-time reader sees first.
pub fn front(events: &[FrontEvent]) -> Html {
    html! {
        <section class="front" aria-labelledby="front-title">
            <div class="front-opening">
                <h1 id="front-title">{ "Read how different outlets reported the same event." }</h1>
                <p>
                    { "See who was quoted where, and in which words; set two reports side by side, passage against passage. Every fact leads to the words it came from." }
                </p>
            </div>
            { front_events(events) }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    #[test]
    fn the_page_says_what_it_is_before_its_events() {
        let event = FrontEvent { name: "Lisbon, 20 November 2010".to_owned(), articles: vec![] };
        check_html(front(&[event]), &["<h1", "the same event.", "#/event/Lisbon"]);
    }
}
