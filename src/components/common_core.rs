//! What every one of several reports has: the passages themselves, a column for each report.
//!
//! Sees plain data only; nothing here is written by the page.

use parallax_engine::span::Span;
use yew::prelude::*;

use super::Side;
use crate::{url::View, wording::counted};

/// Passages that all reports have: of each report those that say it, with where they stand.
pub type Shared = Vec<Vec<(Span, String)>>;

/// What all reports have.
pub fn common_core(core: &[Shared], sides: &[Side]) -> Html {
    let all = if sides.len() == 2 { "both" } else { "all" };
    html! {
        <section class="common-core">
            <h2>{ format!("In {all} reports") }</h2>
            if core.is_empty() {
                <p class="common-core-note">{ "No passage was found that every one of them has." }</p>
            } else {
                <p class="common-core-note">
                    { format!("{}, in the reports’ own words.", counted(core.len(), "passage", "passages")) }
                </p>
                <ol>{ for core.iter().map(|shared| row(shared, sides)) }</ol>
            }
        </section>
    }
}

fn row(shared: &Shared, sides: &[Side]) -> Html {
    let columns = sides.iter().zip(shared).map(|(side, passages)| {
        let passages = passages.iter().map(|(span, words)| {
            let to = View::received(&side.article, *span);
            html! { <p><a href={to.to_string()}>{ words.clone() }</a></p> }
        });
        html! {
            <div class={classes!("common-core-side", side.class())}>
                <p class="common-core-outlet">{ &side.outlet }</p>
                { for passages }
            </div>
        }
    });
    html! { <li>{ for columns }</li> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, sides};

    #[test]
    fn each_report_says_it_in_its_own_words() {
        let passage = |words: &str| vec![(Span::new(1, 5), words.to_owned())];
        let core = [vec![passage("They met."), passage("They held a meeting.")]];
        let expected = ["In both reports", "1 passage,", "DW", "They met.", "RT", "span=1-5"];
        check_html(common_core(&core, &sides()), &expected);
    }

    #[test]
    fn nothing_in_common_is_said() {
        check_html(common_core(&[], &sides()), &["No passage was found"]);
    }
}
