//! A stretch of a comparison in one column: the base text, with the other's words inside.
//!
//! Sees plain data only.

use parallax_engine::compare::Wording;
use yew::prelude::*;

use super::{
    ComparedRowProps, Side, compared_passage, framed_passage, jump, no_match, relation, row_frame,
    written,
};
use crate::compared::{Answer, Level, Lone, Run, Source, Stretch, merged};

/// A stretch in one column; between two texts.
pub fn compared_inline(props: &ComparedRowProps<'_>) -> Html {
    let inside = match props.stretch {
        Stretch::Level(level) => level_text(level, props.sides),
        Stretch::Alone(columns) => {
            let each = |(at, alone): (usize, &Vec<Lone>)| alone_text(alone, at, props.sides);
            html! { <>{ for columns.iter().enumerate().map(each) }</> }
        }
    };
    row_frame(props, html! { <div class="compared-inline">{ inside }</div> })
}

fn level_text(level: &Level, sides: &[Side]) -> Html {
    let Some((answer, side)) = level.answers.iter().flatten().next().zip(sides.get(1)) else {
        return compared_passage(&level.base, &sides[0], sides);
    };
    if answer.wording == Wording::Reworded {
        return html! {
            <>
                { compared_passage(&level.base, &sides[0], sides) }
                <div class="compared-inline-other">
                    { compared_passage(&answer.told, side, sides) }
                </div>
                { note(answer) }
            </>
        };
    }
    html! { <>{ framed_passage(&level.base, &sides[0], sides, one_text(answer, sides)) }{ note(answer) }</> }
}

/// Stands beside the text where there is room.
fn note(answer: &Answer) -> Html {
    html! { <div class="compared-inline-note">{ relation(answer) }</div> }
}

/// The words of both. Who cannot see the marks hears whose the words are.
fn one_text(answer: &Answer, sides: &[Side]) -> Html {
    let runs = merged(&answer.base, &answer.told.passage);
    html! { { for runs.iter().map(|it| run(it, sides)) } }
}

fn run(run: &Run, sides: &[Side]) -> Html {
    let class = classes!(run.quoted.then_some("quoted"));
    let heard = |column: usize| {
        let outlet = sides.get(column).map(|side| side.outlet.clone()).unwrap_or_default();
        html! { <span class="visually-hidden">{ format!(" [{outlet} only: ") }</span> }
    };
    let end = || html! { <span class="visually-hidden">{ "] " }</span> };
    let words = written(&run.text);
    match run.source {
        Source::Both if run.quoted => html! { <span {class}>{ words }</span> },
        Source::Both => words,
        Source::Base => html! { <del {class}>{ heard(0) }{ words }{ end() }</del> },
        Source::Other => html! { <ins {class}>{ heard(1) }{ words }{ end() }</ins> },
    }
}

fn alone_text(alone: &[Lone], column: usize, sides: &[Side]) -> Html {
    let only = |lone: &&Lone| lone.passage().is_some_and(|told| told.notes.is_empty());
    let head = alone.iter().find(only).map(|_| no_match(column, sides));
    let parts = alone.iter().map(|lone| match lone {
        Lone::Passage(told) => compared_passage(told, &sides[column], sides),
        Lone::Moved(note) => html! {
            <p class="compared-row-moved">{ "Stands elsewhere, beside its match: " }{ jump(note, sides) }</p>
        },
    });
    if alone.is_empty() {
        return Html::default();
    }
    html! {
        <div class={classes!("compared-inline-alone", sides[column].class())}>
            if let Some(head) = head {
                <p class="compared-row-alone">{ head }</p>
            }
            { for parts }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, check_html, passage, render_html, sides, told};

    fn shown(stretch: &Stretch, expected: &[&str]) -> String {
        let sides = sides();
        let props = ComparedRowProps { stretch, number: 0, sides: &sides, here: false, only: None };
        check_html(compared_inline(&props), expected)
    }

    fn level(other: &str, wording: Wording) -> Stretch {
        let base = passage("a [fresh] start");
        let answer = Answer { base: base.clone(), ..answer(other, wording) };
        Stretch::Level(Level { base: told(base), answers: vec![Some(answer)] })
    }

    #[test]
    fn the_others_words_stand_in_the_base_text() {
        let html = shown(
            &level("a [true] start", Wording::Differs),
            &["<del>", "[DW only: ", "fresh", "</del>", "<ins>", "[RT only: ", "true", " start"],
        );
        assert_eq!(html.matches("start").count(), 1, "{html}");
    }

    #[test]
    fn what_shares_few_words_is_shown_whole() {
        let html = shown(
            &level("it begins", Wording::Reworded),
            &["start", "it begins", "In other words"],
        );
        assert!(!html.contains("<del>"), "{html}");
    }

    #[test]
    fn lone_passages_say_whose_they_are() {
        let stretch = Stretch::Alone(vec![Vec::new(), vec![Lone::Passage(told(passage("More")))]]);
        shown(&stretch, &["text-1", "RT: no match found in DW", "More"]);
        assert!(!render_html(Html::default()).contains("text-0"));
    }
}
