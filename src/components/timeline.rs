//! A timeline from the top down: what was said, what was published and what was embargoed, each in a lane of its own and by
//! its own sign, with the same as a table below. Every mark leads to its quotation or article.
//!
//! Sees plain data only; a picture as wide as the window has room for.

use parallax_engine::article::Date;
use yew::prelude::*;

use crate::{
    scales::{DayRow, DayScale},
    url::View,
    wording,
};

/// A lane of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    /// What was said, on the day of the event.
    Said,
    /// What was published.
    Published,
    /// Until when it was embargoed.
    Embargoed,
}

impl Lane {
    /// All of them, from the left.
    pub const ALL: [Self; 3] = [Self::Said, Self::Published, Self::Embargoed];

    fn label(self) -> &'static str {
        match self {
            Self::Said => "Said",
            Self::Published => "Published",
            Self::Embargoed => "Embargoed",
        }
    }

    /// How many marks stand beside each other in it.
    fn columns(self, small: bool) -> usize {
        let [wide, narrow] = match self {
            Self::Said => [12, 4],
            Self::Published => [6, 2],
            Self::Embargoed => [4, 3],
        };
        if small { narrow } else { wide }
    }
}

/// Something on the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// In which lane.
    pub lane: Lane,
    /// On which day.
    pub day: Option<Date>,
    /// At which time of it, as `HH:MM`.
    pub time: Option<String>,
    /// Its words, or headline.
    pub words: String,
    /// Who said or published it.
    pub by: String,
    /// Where it is to be read.
    pub to: View,
}

/// How far marks stand from each other, and how large they are, in CSS pixels.
const STEP: f64 = 24.0;
const SIZE: f64 = 11.0;
/// The room of the lanes' names, and of the days'.
const HEAD: f64 = 28.0;
const DAYS: [f64; 2] = [116.0, 72.0];
/// The room between lanes.
const BETWEEN: [f64; 2] = [28.0, 8.0];

/// The timeline of some marks, in a window that may be a phone's.
pub fn timeline(marks: &[Mark], small: bool) -> Html {
    let dated: Vec<&Mark> = marks.iter().filter(|mark| mark.day.is_some()).collect();
    let scale = DayScale::new(&days(&dated, small));
    let width = start(None, small) - BETWEEN[usize::from(small)];
    let height = HEAD + scale.length() + STEP / 2.0;
    html! {
        <div class="timeline">
            if !dated.is_empty() {
                <svg
                    role="group"
                    aria-label="Timeline"
                    width={width.to_string()}
                    height={height.to_string()}
                    viewBox={format!("0 0 {width} {height}")}
                >
                    { for Lane::ALL.into_iter().map(|it| head(it, &dated, small)) }
                    { for scale.rows().iter().map(|row| day(row, width)) }
                    { for scale.rows().iter().flat_map(|row| signs(row, &dated, small)) }
                </svg>
            }
            { table(marks) }
        </div>
    }
}

/// The days that have something, each as high as its fullest lane.
fn days(marks: &[&Mark], small: bool) -> Vec<(Date, f64)> {
    let mut days: Vec<Date> = marks.iter().filter_map(|mark| mark.day).collect();
    days.sort_unstable();
    days.dedup();
    let rows = |day: Date, lane: Lane| on(marks, day, lane).count().div_ceil(lane.columns(small));
    let high = |day| Lane::ALL.into_iter().map(|lane| rows(day, lane)).max().unwrap_or_default();
    days.into_iter().map(|day| (day, high(day) as f64 * STEP)).collect()
}

fn on<'marks>(marks: &[&'marks Mark], day: Date, lane: Lane) -> impl Iterator<Item = &'marks Mark> {
    marks.iter().copied().filter(move |mark| mark.day == Some(day) && mark.lane == lane)
}

/// Where a lane begins; behind all of them, if none is named.
fn start(lane: Option<Lane>, small: bool) -> f64 {
    let before = Lane::ALL.into_iter().filter(|it| lane.is_none_or(|lane| *it < lane));
    let widths = before.map(|it| it.columns(small) as f64 * STEP + BETWEEN[usize::from(small)]);
    DAYS[usize::from(small)] + widths.sum::<f64>()
}

/// The name of a lane with its sign.
fn head(lane: Lane, marks: &[&Mark], small: bool) -> Html {
    let count = marks.iter().filter(|mark| mark.lane == lane).count();
    let x = start(Some(lane), small);
    let words = if small { lane.label().to_owned() } else { format!("{} {count}", lane.label()) };
    html! {
        <text class="timeline-head" x={(x + 6.0).to_string()} y="14">{ words }</text>
    }
}

/// The name of a day, and how long after the one before it is.
fn day(row: &DayRow, width: f64) -> Html {
    let y = HEAD + row.top;
    let after = row.gap.filter(|days| *days > 1).map(|days| {
        html! { <text class="timeline-gap" x="0" y={(y - 9.0).to_string()}>{ after(days) }</text> }
    });
    html! {
        <>
            { for after }
            <line class="timeline-rule" x1="0" x2={width.to_string()} y1={(y - 4.0).to_string()} y2={(y - 4.0).to_string()} />
            <text class="timeline-day" x="0" y={(y + 16.0).to_string()}>{ wording::short_day(row.day) }</text>
        </>
    }
}

/// How long after: days, weeks, or months.
fn after(days: i32) -> String {
    match days {
        ..14 => format!("{days} days later"),
        14..60 => format!("{} weeks later", days / 7),
        60..730 => format!("{} months later", days * 12 / 365),
        _ => format!("{} years later", days / 365),
    }
}

/// The marks of a day, lane by lane.
fn signs(row: &DayRow, marks: &[&Mark], small: bool) -> Vec<Html> {
    let lane = |lane: Lane| {
        let columns = lane.columns(small);
        on(marks, row.day, lane).enumerate().map(move |(at, mark)| {
            let x = start(Some(lane), small) + (at % columns) as f64 * STEP;
            let y = HEAD + row.top + (at / columns) as f64 * STEP;
            sign(mark, x, y)
        })
    };
    Lane::ALL.into_iter().flat_map(lane).collect()
}

/// A mark. The table below is the keyboard's way to the same.
fn sign(mark: &Mark, x: f64, y: f64) -> Html {
    let (middle, half) = (STEP / 2.0, SIZE / 2.0);
    let (across, down) = (x + middle, y + middle);
    let shape = match mark.lane {
        Lane::Said => {
            html! { <circle cx={across.to_string()} cy={down.to_string()} r={half.to_string()} /> }
        }
        Lane::Published => html! {
            <rect
                class="timeline-square"
                x={(across - half).to_string()}
                y={(down - half).to_string()}
                width={SIZE.to_string()}
                height={SIZE.to_string()}
            />
        },
        Lane::Embargoed => {
            let points = [(0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0)];
            let points =
                points.map(|(right, below)| format!("{},{}", across + right, down + below));
            html! { <polygon points={points.join(" ")} /> }
        }
    };
    let label = told(mark);
    html! {
        <a href={mark.to.to_string()} tabindex="-1" aria-label={label.clone()}>
            <title>{ label }</title>
            <rect class="timeline-space" x={x.to_string()} y={y.to_string()} width={STEP.to_string()} height={STEP.to_string()} />
            { shape }
        </a>
    }
}

fn told(mark: &Mark) -> String {
    let time = mark.time.as_ref().map(|time| format!(", {time}")).unwrap_or_default();
    format!("{}, {}{time}: {}", mark.lane.label(), mark.by, mark.words)
}

/// The same as a table, in order.
fn table(marks: &[Mark]) -> Html {
    let mut sorted: Vec<&Mark> = marks.iter().collect();
    sorted.sort_by_key(|mark| (mark.day.is_none(), mark.day, mark.lane, mark.time.clone()));
    let row = |mark: &&Mark| {
        let day = mark.day.map_or_else(|| "No date".to_owned(), wording::short_day);
        let time = mark.time.as_ref().map(|time| format!(", {time}"));
        html! {
            <tr>
                <td class="timeline-when">{ day }{ time }</td>
                <td>{ mark.lane.label() }</td>
                <td><a href={mark.to.to_string()}>{ mark.words.clone() }</a>{ " " }<span>{ mark.by.clone() }</span></td>
            </tr>
        }
    };
    html! {
        <details class="timeline-table">
            <summary>{ "Show as a table" }</summary>
            <table>
                <thead><tr><th scope="col">{ "When" }</th><th scope="col">{ "Lane" }</th><th scope="col">{ "What" }</th></tr></thead>
                <tbody>{ for sorted.iter().map(row) }</tbody>
            </table>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    fn mark(lane: Lane, day: &str, words: &str) -> Mark {
        let to = View::article(words);
        let (words, by) = (words.to_owned(), "DW".to_owned());
        Mark { lane, day: day.parse().ok(), time: Some("06:46".to_owned()), words, by, to }
    }

    #[test]
    fn every_mark_stands_in_its_lane_and_in_the_table() {
        let marks = [
            mark(Lane::Published, "2010-11-22", "two"),
            mark(Lane::Said, "2010-11-20", "one"),
            mark(Lane::Embargoed, "", "three"),
        ];
        let html = check_html(
            timeline(&marks, false),
            &[
                "Said 1",
                "Published 1",
                "Embargoed 0",
                "20 Nov 2010",
                "2 days later",
                "22 Nov 2010",
                "aria-label=\"Said, DW, 06:46: one\"",
                "<circle",
                "timeline-square",
                "Show as a table",
                "#/article/one",
                "#/article/two",
                "No date",
                "#/article/three",
            ],
        );
        assert_eq!(
            html.matches("href=\"#/article/one\"").count(),
            2,
            "in the picture and in the table"
        );
        assert_eq!(
            html.matches("href=\"#/article/three\"").count(),
            1,
            "without a day in the table alone"
        );
    }

    #[test]
    fn a_full_day_goes_on_in_the_next_row() {
        let marks: Vec<Mark> =
            (0..14).map(|at| mark(Lane::Said, "2010-11-20", &at.to_string())).collect();
        let marks: Vec<&Mark> = marks.iter().collect();
        assert_eq!(days(&marks, false)[0].1, 2.0 * STEP);
        assert_eq!(days(&marks, true)[0].1, 4.0 * STEP);
    }

    #[test]
    fn time_between_is_told_in_its_measure() {
        assert_eq!(
            [2, 20, 340, 800].map(after),
            ["2 days later", "2 weeks later", "11 months later", "2 years later"]
        );
    }
}
