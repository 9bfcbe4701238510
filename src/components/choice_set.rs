//! A small set of choices of which one holds: radio buttons that look like words in a row.

use yew::prelude::*;

/// What [`choice_set`] shows.
#[derive(Clone, PartialEq)]
pub struct ChoiceSetProps {
    /// The group's name in the page, unique there.
    pub name: AttrValue,
    /// What is chosen here.
    pub legend: AttrValue,
    /// The choices' words.
    pub choices: Vec<AttrValue>,
    /// Which of them holds.
    pub chosen: usize,
    /// Another one is chosen.
    pub on_choose: Callback<usize>,
}

/// A small set of choices of which one holds.
pub fn choice_set(props: &ChoiceSetProps) -> Html {
    let choices = props.choices.iter().enumerate().map(|(at, words)| {
        let onchange = props.on_choose.reform(move |_: Event| at);
        html! {
            <label key={at} class="choice">
                <input
                    type="radio"
                    name={props.name.clone()}
                    checked={at == props.chosen}
                    {onchange}
                />
                <span class="choice-words">{ words.clone() }</span>
            </label>
        }
    });
    html! {
        <fieldset class="choice-set">
            <legend>{ props.legend.clone() }</legend>
            <div class="choice-row">{ for choices }</div>
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::render_html;

    #[test]
    fn one_choice_holds() {
        let props = ChoiceSetProps {
            name: "theme".into(),
            legend: "Theme".into(),
            choices: ["System", "Light", "Dark"].map(AttrValue::from).to_vec(),
            chosen: 2,
            on_choose: Callback::noop(),
        };
        let html = render_html(choice_set(&props));
        assert_eq!(html.matches("checked").count(), 1);
        let dark = html.find("checked").unwrap();
        assert!(html[dark..].contains("Dark") && !html[dark..].contains("Light"));
    }
}
