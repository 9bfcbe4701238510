//! One facet with its values; a long one shows its first values until asked for more, some at a time, and its
//! values can be looked for, and put in the order of the alphabet.

use parallax_engine::{
    query::{Choice, Facet, NONE},
    search::{FacetCounts, FacetValue},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::facet_value;
use crate::{action::Action, url::BrowseView, wording};

/// How many values a long facet shows at first.
const FIRST: usize = 8;
/// How many more it shows each time that it is asked.
const MORE: usize = 50;

/// Properties of [`FacetGroup`].
#[derive(Clone, PartialEq, Properties)]
pub struct FacetGroupProps {
    /// The facet and its values.
    pub counts: FacetCounts,
    /// What is shown now.
    pub view: BrowseView,
    /// The reader chooses.
    pub on_action: Callback<Action>,
}

/// One facet with its values.
#[component]
pub fn FacetGroup(props: &FacetGroupProps) -> Html {
    let most = use_state_eq(|| FIRST);
    let look = use_state_eq(Look::default);
    let facet = props.counts.facet;
    let values = look.at(facet, &props.counts.values);
    // One more is no longer than the button that leads to it.
    let first = if values.len() == *most + 1 { values.len() } else { *most };
    let shown = values.iter().enumerate().filter(|(at, value)| is_shown(*at, first, value));
    let show = |count: usize| {
        let most = most.setter();
        Callback::from(move |_: MouseEvent| most.set(count))
    };
    html! {
        <fieldset class="facet-group" data-facet={facet.name()}>
            <legend>{ wording::facet_label(facet) }</legend>
            if props.counts.values.len() >= LONG {
                { tools(facet, &look) }
            }
            if values.is_empty() {
                <p class="facet-group-nothing" role="status">{ "Nothing here is called that." }</p>
            }
            <ul>
                { for shown.map(|(_, value)| facet_value(facet, value, &props.view, &props.on_action)) }
            </ul>
            if first < values.len() {
                <button type="button" class="facet-group-more" onclick={show(first + MORE)}>
                    { more(first, values.len()) }
                </button>
            }
            if *most > FIRST {
                <button type="button" class="facet-group-more" onclick={show(FIRST)}>
                    { "Show fewer" }
                </button>
            }
        </fieldset>
    }
}

/// From how many values on a facet is long.
const LONG: usize = 12;

/// How a reader looks at a facet's values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Look {
    /// What their names are to hold.
    holding: String,
    /// Whether they are in the order of the alphabet, and not of how many results they give.
    by_name: bool,
}

impl Look {
    /// The values that are looked at, in order. Costs a name for each, if anything is wanted.
    fn at<'values>(&self, facet: Facet, values: &'values [FacetValue]) -> Vec<&'values FacetValue> {
        if *self == Self::default() {
            return values.iter().collect();
        }
        let name = |value: &FacetValue| wording::value_label(facet, &value.value).to_lowercase();
        let wanted = self.holding.trim().to_lowercase();
        let named = values.iter().map(|value| (*value.value == *NONE, name(value), value));
        let mut named: Vec<_> = named.filter(|(_, name, _)| name.contains(&wanted)).collect();
        if self.by_name {
            named.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        }
        named.into_iter().map(|(.., value)| value).collect()
    }
}

/// Where a reader looks for values, and puts them in order.
fn tools(facet: Facet, look: &UseStateHandle<Look>) -> Html {
    let label = wording::facet_label(facet);
    let change = |change: fn(&mut Look, String)| {
        let look = look.clone();
        move |typed: String| {
            let mut new = (*look).clone();
            change(&mut new, typed);
            look.set(new);
        }
    };
    let hold = change(|look, typed| look.holding = typed);
    let turn = change(|look, _| look.by_name = !look.by_name);
    let oninput = Callback::from(move |event: InputEvent| {
        hold(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    let onclick = Callback::from(move |_: MouseEvent| turn(String::new()));
    html! {
        <div class="facet-group-tools">
            <input
                type="search"
                autocomplete="off"
                placeholder="Find"
                aria-label={format!("Find in: {label}")}
                value={look.holding.clone()}
                {oninput}
            />
            <button
                type="button"
                class="facet-group-order"
                aria-pressed={if look.by_name { "true" } else { "false" }}
                aria-label={format!("A–Z: {label}")}
                {onclick}
            >
                { "A–Z" }
            </button>
        </div>
    }
}

/// Whether a value is one of the first ones; what is chosen is always shown.
fn is_shown(at: usize, first: usize, value: &FacetValue) -> bool {
    at < first || value.choice != Choice::Open
}

/// What is asked for where the first ones of all are shown.
fn more(first: usize, all: usize) -> String {
    let count = wording::grouped(all);
    if all - first > MORE {
        format!("Show {MORE} more of {count}")
    } else {
        format!("Show all {count}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::render;

    fn shown(values: usize, chosen: usize) -> String {
        let value = |at: usize| FacetValue {
            value: format!("Speaker {at:02}").as_str().into(),
            count: 1,
            choice: if at == chosen { Choice::Included } else { Choice::Open },
        };
        let values = (0..values).map(value).collect();
        let counts = FacetCounts { facet: Facet::Speaker, values };
        render::<FacetGroup>(FacetGroupProps {
            counts,
            view: BrowseView::default(),
            on_action: Callback::noop(),
        })
    }

    #[test]
    fn a_short_facet_shows_everything() {
        let html = shown(9, 0);
        assert_eq!(html.matches("<li").count(), 9);
        assert!(!html.contains("Show all"));
    }

    #[test]
    fn values_can_be_looked_for_and_put_in_order() {
        let value =
            |value: &str| FacetValue { value: value.into(), count: 1, choice: Choice::Open };
        let values = ["Ben", NONE, "anna", "Berg"].map(value);
        let look = |holding: &str, by_name| {
            let look = Look { holding: holding.to_owned(), by_name };
            let seen = look.at(Facet::Speaker, &values);
            seen.into_iter().map(|value| value.value.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(look("", false), ["Ben", NONE, "anna", "Berg"]);
        assert_eq!(look("", true), ["anna", "Ben", "Berg", NONE]);
        assert_eq!(look(" BE", false), ["Ben", "Berg"]);
        assert_eq!(look("no speaker", true), [NONE]);
        assert_eq!(look("x", true), [""; 0]);
    }

    #[test]
    fn only_a_long_facet_has_tools() {
        assert!(shown(12, 0).contains("Find in: Speaker"));
        assert!(!shown(11, 0).contains("Find in"));
    }

    #[test]
    fn a_very_long_facet_is_shown_some_at_a_time() {
        assert_eq!(more(8, 58), "Show all 58");
        assert_eq!(more(8, 9_924), "Show 50 more of 9,924");
    }

    #[test]
    fn a_long_facet_shows_its_first_values_and_what_is_chosen() {
        let html = shown(30, 25);
        assert_eq!(html.matches("<li").count(), 9);
        assert!(html.contains("Speaker 25") && html.contains("Show all 30"));
        assert!(!html.contains("Show fewer"));
    }
}
