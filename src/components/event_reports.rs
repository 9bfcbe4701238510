//! Who reported an event, and when: a table of its reports, and the ways to set them beside each other.

use parallax_engine::search::ArticleCard;
use yew::prelude::*;

use super::written;
use crate::{
    url::{CompareView, Mode, View},
    wording,
};

/// The reports, in the order in which they came out.
pub fn event_reports(reports: &[ArticleCard]) -> Html {
    html! {
        <section class="event-reports">
            <h2>{ "Who reported it, and when" }</h2>
            <div class="event-reports-table" role="region" aria-label="Reports of the event" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ "Published" }</th>
                            <th scope="col">{ "Report" }</th>
                            <th scope="col">{ "Quotes" }</th>
                            <th scope="col">{ "Words" }</th>
                        </tr>
                    </thead>
                    <tbody>{ for reports.iter().map(row) }</tbody>
                </table>
            </div>
            { beside(reports) }
        </section>
    }
}

fn row(report: &ArticleCard) -> Html {
    let day = report.published.map(|day| {
        let words = wording::day_and_time(day, report.published_time.as_deref());
        html! { <time datetime={wording::iso_day(day)}>{ words }</time> }
    });
    html! {
        <tr key={report.id.clone()}>
            <th scope="row">
                { wording::outlet_or_none(report.outlet.as_deref()).to_owned() }
                <span>{ day.unwrap_or_else(|| html! { "no date" }) }</span>
            </th>
            <td>
                <a href={View::article(&report.id).to_string()}>{ written(&report.headline) }</a>
            </td>
            { number(report.quotations, "quote", "quotes") }
            { number(report.words, "word", "words") }
        </tr>
    }
}

/// A cell with a number. Where the table is too narrow for a head over it, the style sheet adds what it counts.
fn number(count: usize, one: &'static str, many: &'static str) -> Html {
    let of = if count == 1 { one } else { many };
    html! { <td data-of={of}>{ wording::grouped(count) }</td> }
}

/// The ways to set the reports, or the first of them, beside each other.
fn beside(reports: &[ArticleCard]) -> Html {
    let articles: Vec<String> =
        reports.iter().take(CompareView::MOST).map(|it| it.id.clone()).collect();
    let which = match reports.len() {
        0 | 1 => return html! { <p>{ "The only report of it here." }</p> },
        2 => "Read both side by side".to_owned(),
        3 | 4 => format!("Read all {} side by side", reports.len()),
        _ => format!("Read the first {} side by side", CompareView::MOST),
    };
    let view = |mode| {
        View::Compare(CompareView { articles: articles.clone(), mode, ..CompareView::default() })
    };
    html! {
        <p class="event-reports-beside">
            <a href={view(Mode::Parallel).to_string()}>{ which }</a>
            <a href={view(Mode::Apart).to_string()}>{ "What each alone carries" }</a>
            if reports.len() > CompareView::MOST {
                <span>{ "Others can be chosen there." }</span>
            }
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, check_html, render_html};

    #[test]
    fn reports_say_when_they_came_out_and_stand_beside_each_other() {
        let mut later = article("b", "RT", "Two");
        later.published_time = Some("06:46".to_owned());
        check_html(
            event_reports(&[article("a", "DW", "One"), later]),
            &[
                "<th scope=\"row\">DW",
                "20 November 2010</time>",
                "#/article/a",
                "RT",
                "20 November 2010, 06:46",
                "data-of=\"quotes\"",
                "#/compare/a,b\"",
                "Read both",
                "#/compare/a,b?mode=only",
            ],
        );
    }

    #[test]
    fn of_many_reports_four_stand_beside_each_other() {
        let many: Vec<_> = (0..6).map(|at| article(&format!("r{at}"), "DW", "One")).collect();
        check_html(event_reports(&many), &["#/compare/r0,r1,r2,r3\"", "the first 4", "Others can"]);
        let alone = render_html(event_reports(&many[..1]));
        assert!(alone.contains("only report") && !alone.contains("#/compare"), "{alone}");
    }
}
