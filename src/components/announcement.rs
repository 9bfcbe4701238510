//! Words told aloud once they have stood still for a while, so that who types hears one number and not
//! one for each letter. Nobody sees them: the same words stand beside.
//!
//! Sees plain data only.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long they must have stood, in milliseconds.
const STILL: u32 = 700;

/// Properties of [`Announcement`].
#[derive(Clone, PartialEq, Properties)]
pub struct AnnouncementProps {
    /// What is told.
    pub words: AttrValue,
}

/// Words told aloud.
#[component]
pub fn Announcement(props: &AnnouncementProps) -> Html {
    let told = use_state_eq(AttrValue::default);
    use_effect_with(props.words.clone(), {
        let told = told.setter();
        move |words| {
            let words = words.clone();
            // Other words that come sooner let these go.
            let waiting = Timeout::new(STILL, move || told.set(words));
            move || drop(waiting)
        }
    });
    html! { <p class="visually-hidden" role="status">{ (*told).clone() }</p> }
}
