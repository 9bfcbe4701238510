//! Who is quoted where: a table of speakers by outlets. A dot beside each number grows with it, so that the table is
//! read at a glance and without colour; each number leads to the quotations that it counts.

use parallax_engine::{
    coverage::{Cell, Matrix, SpeakerRow},
    query::{Facet, NONE},
};
use yew::prelude::*;

use crate::{url::View, wording};

/// A dot's square is so wide, in its own units; the largest dot fills it.
const SQUARE: f64 = 20.0;
/// No dot is smaller than this.
const LEAST: f64 = 2.0;

/// The table.
pub fn quote_matrix(matrix: &Matrix) -> Html {
    let cells = || matrix.rows.iter().flat_map(|row| &row.cells);
    let most = cells().map(|cell| cell.quotations).max().unwrap_or_default();
    let outlets = matrix.outlets.iter().map(|outlet| {
        html! { <th key={outlet.clone()} scope="col">{ wording::value_label(Facet::Outlet, outlet) }</th> }
    });
    html! {
        <div class="quote-matrix" role="region" aria-label="Who is quoted where" tabindex="0">
            <table>
                <caption class="visually-hidden">{ "Quotes by speaker and outlet" }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Speaker" }</th>
                        { for outlets }
                        <th scope="col">{ "All quotes" }</th>
                        <th scope="col" title="What several reports carry counts once">{ "Remarks" }</th>
                    </tr>
                </thead>
                <tbody>{ for matrix.rows.iter().map(|it| row(matrix, it, most)) }</tbody>
            </table>
        </div>
    }
}

fn row(matrix: &Matrix, row: &SpeakerRow, most: usize) -> Html {
    let speaker = &row.speaker;
    let name = wording::value_label(Facet::Speaker, &speaker.value);
    let cells = matrix.outlets.iter().zip(&row.cells);
    let cells = cells.map(|(outlet, cell)| {
        let to = View::browse(matrix.cell(&speaker.value, outlet));
        let outlet_name = wording::value_label(Facet::Outlet, outlet);
        html! { <td key={outlet.clone()}>{ number(*cell, &to, &format!("{name} in {outlet_name}"), most) }</td> }
    });
    let total = |share: &parallax_engine::profile::Share, noun: [&str; 2]| {
        let count = share.results.count;
        let label = format!("{name}: {}", wording::counted(count, noun[0], noun[1]));
        let to = View::browse(share.results.query.clone()).to_string();
        html! { <a href={to} aria-label={label}>{ wording::grouped(count) }</a> }
    };
    html! {
        <tr key={speaker.value.clone()}>
            <th scope="row">
                if speaker.value == NONE {
                    { name.clone() }
                } else {
                    <a href={View::Person(speaker.value.clone()).to_string()}>{ name.clone() }</a>
                }
            </th>
            { for cells }
            <td>{ total(speaker, ["quote", "quotes"]) }</td>
            <td>{ for row.utterances.as_ref().map(|it| total(it, ["remark", "remarks"])) }</td>
        </tr>
    }
}

/// A cell's number with its dot; a dash where there is none.
fn number(cell: Cell, to: &View, of: &str, most: usize) -> Html {
    if cell.quotations == 0 {
        return html! {
            <span class="quote-matrix-none">
                <span aria-hidden="true">{ "–" }</span>
                <span class="visually-hidden">{ "none" }</span>
            </span>
        };
    }
    let quotes = wording::counted(cell.quotations, "quote", "quotes");
    let label =
        format!("{of}: {quotes}, {}", wording::counted(cell.utterances, "remark", "remarks"));
    html! {
        <a href={to.to_string()} aria-label={label.clone()} title={label}>
            { dot(radius(cell.quotations, most)) }
            { wording::grouped(cell.quotations) }
        </a>
    }
}

fn dot(radius: f64) -> Html {
    let middle = (SQUARE / 2.0).to_string();
    html! {
        <svg viewBox={format!("0 0 {SQUARE} {SQUARE}")} aria-hidden="true" focusable="false">
            <circle cx={middle.clone()} cy={middle} r={format!("{radius:.1}")} />
        </svg>
    }
}

/// A dot's area grows with what it counts, where the largest count is `most`.
fn radius(count: usize, most: usize) -> f64 {
    let share = count as f64 / most.max(1) as f64;
    (SQUARE / 2.0 * share.sqrt()).max(LEAST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;
    use parallax_engine::{
        profile::{Counted, Share},
        query::{Query, Unit},
    };

    fn matrix() -> Matrix {
        let query = Query { unit: Unit::Quote, ..Query::default() };
        let share = |value: &str, count| {
            let query = Query { words: "all".to_owned(), ..query.clone() };
            Share { value: value.to_owned(), results: Counted { query, count } }
        };
        let cell = |quotations, utterances| Cell { quotations, utterances };
        let row = |name: &str, cells: [Cell; 2]| SpeakerRow {
            speaker: share(name, 9),
            utterances: Some(share(name, 7)),
            cells: cells.to_vec(),
        };
        let rows =
            vec![row("Ann Lee", [cell(8, 6), cell(2, 2)]), row(NONE, [cell(0, 0), cell(1, 1)])];
        Matrix { query, outlets: vec!["DW".to_owned(), "RT".to_owned()], rows }
    }

    #[test]
    fn every_number_leads_to_what_it_counts() {
        check_html(
            quote_matrix(&matrix()),
            &[
                "role=\"region\"",
                "<th scope=\"col\">DW",
                "href=\"#/person/Ann%20Lee\"",
                "href=\"#/browse?u=quote&amp;outlet=DW&amp;speaker=Ann+Lee\"",
                "Ann Lee in DW: 8 quotes, 6 remarks",
                "Ann Lee: 9 quotes",
                "Ann Lee: 7 remarks",
                "No speaker named",
                ">none</span>",
            ],
        );
    }

    #[test]
    fn a_dots_area_grows_with_its_number() {
        assert_eq!((radius(8, 8), radius(2, 8)), (10.0, 5.0));
        assert_eq!((radius(1, 1000), radius(0, 0)), (LEAST, LEAST));
    }
}
