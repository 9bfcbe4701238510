//! A stretch of a comparison in columns: a passage beside what answers it, or what stands alone.
//!
//! That no match was found is all that can be said of a passage alone; not that the other report lacks
//! what it says.
//!
//! Sees plain data only.

use parallax_engine::compare::Wording;
use yew::prelude::*;

use super::{Side, compared_passage, jump};
use crate::{
    compared::{Answer, Level, Lone, Stretch},
    wording::listed,
};

/// What [`compared_row`] shows.
#[derive(Clone, PartialEq)]
pub struct ComparedRowProps<'page> {
    /// What stands here.
    pub stretch: &'page Stretch,
    /// Its number.
    pub number: usize,
    /// The texts, the base text first.
    pub sides: &'page [Side],
    /// Whether the address points here.
    pub here: bool,
    /// The one column that is shown, where there is room for one and the reader chose it.
    pub only: Option<usize>,
}

/// A stretch of a comparison.
pub fn compared_row(props: &ComparedRowProps<'_>) -> Html {
    let cells = match props.stretch {
        Stretch::Level(level) => level_cells(level, props),
        Stretch::Alone(columns) => {
            let cell = |(at, alone): (usize, &Vec<Lone>)| {
                shown(props, at).then(|| alone_cell(alone, at, props.sides))
            };
            columns.iter().enumerate().filter_map(cell).collect()
        }
    };
    row_frame(props, html! { <>{ for cells }</> })
}

/// What stands around a stretch, however it is set: where steps, jumps and the address find it.
pub fn row_frame(props: &ComparedRowProps<'_>, cells: Html) -> Html {
    let id = props.here.then_some("here");
    let class = classes!("compared-row", kind(props.stretch), props.here.then_some("is-here"));
    // Who comes here by a step or a link takes the focus along.
    html! {
        <div {id} {class} role="listitem" tabindex="-1" data-row={props.number.to_string()}>{ cells }</div>
    }
}

fn shown(props: &ComparedRowProps<'_>, column: usize) -> bool {
    props.only.is_none_or(|only| only == column)
}

fn level_cells(level: &Level, props: &ComparedRowProps<'_>) -> Vec<Html> {
    let base = shown(props, 0).then(|| {
        cell(classes!(), html! { { compared_passage(&level.base, &props.sides[0], props.sides) } })
    });
    let answers = level.answers.iter().zip(props.sides.iter().skip(1));
    let answers =
        answers.filter(|(_, side)| shown(props, side.column)).map(|(answer, side)| match answer {
            Some(answer) => answer_cell(answer, side, props.sides),
            None => gap(level, side),
        });
    base.into_iter().chain(answers).collect()
}

fn cell(class: Classes, inside: Html) -> Html {
    html! { <div class={classes!("compared-row-side", class)}>{ inside }</div> }
}

fn answer_cell(answer: &Answer, side: &Side, sides: &[Side]) -> Html {
    let class =
        classes!("is-answer", wording_class(answer.wording), answer.moved.then_some("is-moved"),);
    cell(class, html! { <>{ compared_passage(&answer.told, side, sides) }{ relation(answer) }</> })
}

/// Why two passages stand beside each other, and what they state differently.
pub fn relation(answer: &Answer) -> Html {
    let reasons = answer.reasons.join("; ");
    let detail = |(left, right): &(String, String)| format!("{left} / {right}");
    let details: Vec<String> = answer.details.iter().map(detail).collect();
    html! {
        <>
            if !details.is_empty() {
                <p class="compared-row-details">
                    <strong>{ "Details differ: " }</strong>{ details.join("; ") }
                </p>
            }
            <p class="compared-row-relation">
                <strong>{ wording(answer.wording) }</strong>
                if answer.related {
                    <span>{ "related, not the same statement" }</span>
                }
                if answer.moved {
                    <span>{ "in a different order" }</span>
                }
                if !reasons.is_empty() {
                    <span>{ reasons }</span>
                }
            </p>
        </>
    }
}

/// Another text has no row's place for the base text's passage; a note of the passage may say where it has.
fn gap(level: &Level, side: &Side) -> Html {
    let elsewhere = level.base.notes.iter().any(|note| note.column == side.column);
    let words = html! {
        if !elsewhere {
            <p class="compared-row-gap">{ format!("No match found in {}", side.outlet) }</p>
        }
    };
    cell(classes!("is-gap"), words)
}

/// What stands alone in a column. Passages without any match say so once for all that follow each other.
fn alone_cell(alone: &[Lone], column: usize, sides: &[Side]) -> Html {
    let mut said = false;
    let parts: Vec<Html> = alone
        .iter()
        .map(|lone| match lone {
            Lone::Moved(note) => {
                said = false;
                moved(note, sides)
            }
            Lone::Passage(told) if !told.notes.is_empty() => {
                said = false;
                lone_part(
                    "is-further",
                    None,
                    html! { { compared_passage(told, &sides[column], sides) } },
                )
            }
            Lone::Passage(told) => {
                let head = (!said).then(|| no_match(column, sides));
                said = true;
                lone_part(
                    "is-only",
                    head,
                    html! { { compared_passage(told, &sides[column], sides) } },
                )
            }
        })
        .collect();
    cell(sides[column].class(), html! { <>{ for parts }</> })
}

fn lone_part(class: &'static str, head: Option<String>, passage: Html) -> Html {
    html! {
        <div class={classes!("compared-row-lone", class)}>
            if let Some(head) = head {
                <p class="compared-row-alone">{ head }</p>
            }
            { passage }
        </div>
    }
}

/// "DW: no match found in RT or Reuters".
pub fn no_match(column: usize, sides: &[Side]) -> String {
    let outlet = sides.get(column).map(|side| side.outlet.to_string()).unwrap_or_default();
    // A passage of another text was held against the base text alone.
    let others = sides.iter().filter(|other| match column {
        0 => other.column != 0,
        _ => other.column == 0,
    });
    let others: Vec<String> = others.map(|side| side.outlet.to_string()).collect();
    format!("{outlet}: no match found in {}", listed(&others))
}

/// Where a passage would stand that is shown beside its partner.
fn moved(note: &crate::compared::Note, sides: &[Side]) -> Html {
    html! {
        <p class="compared-row-moved">
            { "Stands elsewhere, beside its match: " }{ jump(note, sides) }
        </p>
    }
}

fn wording(wording: Wording) -> &'static str {
    match wording {
        Wording::Same => "Same words",
        Wording::Differs => "Some words differ",
        Wording::Reworded => "In other words",
    }
}

fn wording_class(wording: Wording) -> &'static str {
    match wording {
        Wording::Same => "is-same",
        Wording::Differs => "is-differs",
        Wording::Reworded => "is-reworded",
    }
}

fn kind(stretch: &Stretch) -> &'static str {
    match stretch {
        Stretch::Level(_) => "is-pair",
        Stretch::Alone(_) => "is-alone",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{answer, check_html, note, passage, render_html, sides, told};

    fn shown(stretch: &Stretch) -> Html {
        let sides = sides();
        let props = ComparedRowProps { stretch, number: 3, sides: &sides, here: false, only: None };
        compared_row(&props)
    }

    fn alone(passages: &[&str]) -> Stretch {
        let lone = |words: &&str| Lone::Passage(told(passage(words)));
        Stretch::Alone(vec![Vec::new(), passages.iter().map(lone).collect()])
    }

    fn level(answer: Option<Answer>) -> Stretch {
        Stretch::Level(Level { base: told(passage("a fresh start")), answers: vec![answer] })
    }

    #[test]
    fn a_pair_shows_both_passages_and_says_why() {
        let details = vec![("2,500".to_owned(), "3,000".to_owned())];
        let found = Answer { details, ..answer("a [true] start", Wording::Differs) };
        let html = check_html(
            shown(&level(Some(found))),
            &[
                "data-row=\"3\"",
                "a fresh start",
                "is-differs",
                "true",
                "Details differ: </strong>2,500 / 3,000",
                "Some words differ",
                "both quote Anna Berg",
            ],
        );
        assert!(!html.contains("no match"));
    }

    #[test]
    fn remarks_that_are_only_alike_are_called_related() {
        let mut alike = answer("another start", Wording::Reworded);
        assert!(!render_html(relation(&alike)).contains("related"));
        alike.related = true;
        check_html(relation(&alike), &["In other words", "related, not the same statement"]);
    }

    #[test]
    fn a_text_without_an_answer_says_so_unless_it_has_one_elsewhere() {
        check_html(shown(&level(None)), &["a fresh start", "No match found in RT"]);
        let Stretch::Level(mut further) = level(None) else { return };
        further.base.notes = vec![note(1, "The halls")];
        let html = render_html(shown(&Stretch::Level(further)));
        assert!(html.contains("Also matches") && !html.contains("No match"), "{html}");
    }

    #[test]
    fn lone_passages_say_once_where_they_are_not() {
        let html = check_html(
            shown(&alone(&["Protests", "More"])),
            &["is-alone", "RT: no match found in DW", "Protests", "More"],
        );
        assert_eq!(html.matches("no match").count(), 1, "an empty column claims nothing: {html}");
    }

    #[test]
    fn what_answers_or_has_moved_claims_no_gap() {
        let further =
            crate::compared::Told { notes: vec![note(0, "A start")], ..told(passage("Half")) };
        let stretch = Stretch::Alone(vec![
            Vec::new(),
            vec![Lone::Passage(further), Lone::Moved(note(1, "The halls"))],
        ]);
        let html = check_html(
            shown(&stretch),
            &["is-further", "Half", "DW: ", "A start", "Stands elsewhere", "RT: ", "The halls"],
        );
        assert!(!html.contains("no match"), "{html}");
    }

    #[test]
    fn one_column_can_be_shown_by_itself() {
        let (sides, stretch) = (sides(), level(Some(answer("a true start", Wording::Same))));
        let here = ComparedRowProps {
            stretch: &stretch,
            number: 0,
            sides: &sides,
            here: true,
            only: Some(1),
        };
        let html = check_html(compared_row(&here), &["id=\"here\"", "is-here", "a true start"]);
        assert!(!html.contains("a fresh start"), "{html}");
    }
}
