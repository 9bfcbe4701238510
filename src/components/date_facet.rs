//! The days of publication, or of what is reported, as a facet: a histogram with a band that a pointer or keys move,
//! two fields for days, and the same as a list.
//!
//! What is chosen stands in the view; only a band that is being drawn is kept here. A bar is a way to its
//! stretch alone, and gives exactly the number that it tells.

use parallax_engine::{
    article::Date,
    query::{Days, NONE},
    search::{Calendar, FacetCounts, FacetValue, Stretch},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    FacetGroup, HistogramBar, HistogramProps,
    date_brush::{chosen, use_brush},
    histogram,
};
use crate::{
    action::Action,
    url::{BrowseView, Time, View},
    wording,
};

/// Properties of [`DateFacet`].
#[derive(Clone, PartialEq, Properties)]
pub struct DateFacetProps {
    /// How many results there are in each stretch.
    pub calendar: Calendar,
    /// The same of what is chosen, in shorter stretches, where that tells more.
    pub closer: Option<Calendar>,
    /// What is shown now.
    pub view: BrowseView,
    /// The reader chooses.
    pub on_action: Callback<Action>,
    /// The reader moves on from what was just chosen: no step of its own.
    pub on_slide: Callback<Action>,
}

/// The facet of days.
#[component]
pub fn DateFacet(props: &DateFacetProps) -> Html {
    let DateFacetProps { calendar, view, .. } = props;
    let (facet, stretches) = (view.time.facet(), &calendar.stretches);
    let chosen = chosen(view);
    let (brush, brushing) = use_brush(view, stretches, &props.on_action, &props.on_slide);
    let bars: Vec<_> = stretches.iter().map(|it| bar(it, view)).collect();
    html! {
        <fieldset class="date-facet" data-facet={facet.name()}>
            <legend>{ "Date" }</legend>
            { times(view) }
            if stretches.len() > 1 {
                { histogram(&HistogramProps {
                    label: format!("{}, {}", wording::facet_label(facet), wording::period(calendar.period)),
                    bars: &bars,
                    brush,
                    brushing: Some(&brushing),
                }) }
                { ends(stretches) }
            }
            { for props.closer.iter().map(|closer| close(closer, chosen, view)) }
            { fields(chosen, stretches, props) }
            <details class="date-facet-list">
                <summary>{ "As a list" }</summary>
                <FacetGroup
                    counts={listed(calendar, view)}
                    view={view.clone()}
                    on_action={props.on_action.clone()}
                />
            </details>
        </fieldset>
    }
}

fn bar(stretch: &Stretch, view: &BrowseView) -> HistogramBar {
    let only = Action::Days(view.time.facet(), Some(stretch.days)).apply(view);
    let results = wording::results(stretch.count, view.query.unit);
    HistogramBar {
        label: format!("{}: {results}", wording::days(stretch.days)),
        count: stretch.count,
        href: View::Browse(only).to_string(),
    }
}

/// The switch between days of publication and of what is reported.
fn times(view: &BrowseView) -> Html {
    let time = |time: Time, words: &'static str| {
        let to = View::Browse(Action::Time(time).apply(view));
        let current = (view.time == time).then_some(AttrValue::Static("true"));
        html! { <li><a href={to.to_string()} aria-current={current}>{ words }</a></li> }
    };
    html! {
        <ul class="date-facet-times" aria-label="Which date">
            { time(Time::Published, "Published") }
            { time(Time::Event, "Event") }
        </ul>
    }
}

/// What stands under the ends of a histogram.
fn ends(stretches: &[Stretch]) -> Html {
    let label = |stretch: Option<&Stretch>| stretch.map(|it| wording::days(it.days));
    html! {
        <p class="date-facet-ends" aria-hidden="true">
            <span>{ label(stretches.first()) }</span>
            <span>{ label(stretches.last()) }</span>
        </p>
    }
}

/// What is chosen, in shorter stretches.
fn close(closer: &Calendar, chosen: Option<Days>, view: &BrowseView) -> Html {
    let bars: Vec<_> = closer.stretches.iter().map(|it| bar(it, view)).collect();
    let what = chosen.map(wording::days).unwrap_or_default();
    let label = format!("{what}, {}", wording::period(closer.period));
    html! {
        <div class="date-facet-closer">
            <p>{ label.clone() }</p>
            { histogram(&HistogramProps { label, bars: &bars, brush: None, brushing: None }) }
            { ends(&closer.stretches) }
        </div>
    }
}

/// The fields for the first and the last day, and the way out.
fn fields(chosen: Option<Days>, stretches: &[Stretch], props: &DateFacetProps) -> Html {
    let facet = props.view.time.facet();
    let any = props.view.query.selection(facet).is_empty();
    let shown = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let least = stretches.first().and_then(|it| it.days.from);
    let most = stretches.last().and_then(|it| it.days.to);
    let field = |name: &'static str, value: Option<Date>, set: fn(&mut Days, Option<Date>)| {
        let onchange = props.on_action.reform(move |event: Event| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            Action::Days(facet, typed_days(chosen, &typed, set))
        });
        html! {
            <label>
                <span>{ name }</span>
                <input
                    type="date"
                    min={shown(least)}
                    max={shown(most)}
                    value={shown(value)}
                    {onchange}
                />
            </label>
        }
    };
    html! {
        <div class="date-facet-fields">
            { field("From", chosen.and_then(|days| days.from), |days, day| days.from = day) }
            { field("To", chosen.and_then(|days| days.to), |days, day| days.to = day) }
            <button
                type="button"
                disabled={any}
                aria-label="Any date"
                onclick={props.on_action.reform(move |_: MouseEvent| Action::Days(facet, None))}
            >
                { "Any" }
            </button>
        </div>
    }
}

/// What is chosen once a field has other words in it; days the wrong way round are turned.
fn typed_days(chosen: Option<Days>, typed: &str, set: fn(&mut Days, Option<Date>)) -> Option<Days> {
    let mut days = chosen.unwrap_or_default();
    set(&mut days, typed.parse().ok());
    if let (Some(from), Some(to)) = (days.from, days.to) {
        days = Days::between(from.min(to), from.max(to));
    }
    (days != Days::default()).then_some(days)
}

/// The stretches as values of the facet, the newest first: those that anything here has a day in, and none.
fn listed(calendar: &Calendar, view: &BrowseView) -> FacetCounts {
    let facet = view.time.facet();
    let selection = view.query.selection(facet);
    let value = |value: String, count| {
        let choice = selection.choice(&value);
        FacetValue { value: value.as_str().into(), count, choice }
    };
    let stretches = calendar.stretches.iter().rev().filter(|it| it.held);
    let mut values: Vec<_> = stretches.map(|it| value(it.days.to_string(), it.count)).collect();
    values.extend(calendar.has_none.then(|| value(NONE.to_owned(), calendar.none)));
    FacetCounts { facet, values: values.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, render};
    use parallax_engine::{query::Facet, search::Period};

    fn days(typed: &str) -> Days {
        Days::read(typed).unwrap()
    }

    fn props(date: Option<&str>) -> DateFacetProps {
        let stretch = |(typed, count): (&str, usize)| Stretch {
            days: days(typed),
            count,
            held: typed != "2010-10",
        };
        let stretches =
            [("2010-09", 2), ("2010-10", 0), ("2010-11", 3), ("2010-12", 0)].map(stretch);
        let calendar = Calendar {
            period: Period::Month,
            stretches: stretches.to_vec(),
            none: 1,
            has_none: true,
        };
        let view = Action::Days(Facet::Date, date.map(days)).apply(&BrowseView::default());
        let (on_action, on_slide) = (Callback::noop(), Callback::noop());
        DateFacetProps { calendar, closer: None, view, on_action, on_slide }
    }

    #[test]
    fn bars_and_list_lead_to_the_same_stretches() {
        let html = check::<DateFacet>(
            props(None),
            &[
                "aria-label=\"September 2010: 2 articles\"",
                "type=\"date\"",
                "As a list",
                "data-value=\"2010-12\"",
                "data-value=\"2010-11\"",
                "data-value=\"2010-09\"",
                "No date",
            ],
        );
        assert_eq!(html.matches("href=\"#/browse?date=2010-09\"").count(), 2, "{html}");
        assert!(!html.contains("data-value=\"2010-10\""), "no article has such a day");
        assert!(html.contains("disabled"), "nothing is to be taken back");
    }

    #[test]
    fn what_is_chosen_stands_in_the_fields_and_under_the_band() {
        let html = check::<DateFacet>(
            props(Some("2010-10-05..2010-11-30")),
            &[
                "x=\"25%\" width=\"50%\"",
                "histogram-band",
                "value=\"2010-10-05\"",
                "value=\"2010-11-30\"",
            ],
        );
        assert!(!html.contains("disabled"), "{html}");
    }

    #[test]
    fn the_days_of_events_can_be_counted_instead() {
        check::<DateFacet>(
            props(None),
            &["aria-current=\"true\"", "Published", "#/browse?time=event"],
        );
        let mut event = props(None);
        event.view.time = Time::Event;
        check::<DateFacet>(
            event,
            &["data-facet=\"happened\"", "href=\"#/browse?happened=2010-09&amp;time=event\""],
        );
    }

    #[test]
    fn a_single_stretch_needs_no_picture() {
        let mut one = props(None);
        one.calendar.stretches.truncate(1);
        assert!(!render::<DateFacet>(one).contains("<svg"));
    }

    #[test]
    fn typed_days_are_turned_the_right_way_round() {
        let to = |days: &mut Days, day| days.to = day;
        let typed = |chosen, typed| typed_days(chosen, typed, to).map(|it| it.to_string());
        assert_eq!(typed(None, "2010-11-20").as_deref(), Some("..2010-11-20"));
        let from = Some(days("2010-11-21.."));
        assert_eq!(typed(from, "2010-11-20").as_deref(), Some("2010-11-20..2010-11-21"));
        assert_eq!(typed(Some(days("..2010")), ""), None);
    }
}
