//! The facet of days: how many results there are by days is asked here, so only when the facet is open.

use parallax_engine::{
    query::{Days, Facet},
    search::{Calendar, Period},
};
use yew::prelude::*;

use super::late::Late;
use crate::{
    action::Action,
    components::DateFacet,
    hooks::{Corpus, use_engine},
    parts::Piece,
    url::{BrowseView, Time},
};

/// Properties of [`Dates`], and of its name.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DatesProps {
    /// What is shown now.
    pub(crate) view: BrowseView,
    /// The reader chooses.
    pub(crate) on_action: Callback<Action>,
    /// The reader moves on from what was just chosen: no step of its own.
    pub(crate) on_slide: Callback<Action>,
}

/// The facet behind its name. Where nothing has a day (`dated`), it is there only to take back what is chosen.
pub(super) fn dates(props: DatesProps, dated: bool) -> Html {
    let facets = &props.view.query.facets;
    let chosen = [Facet::Date, Facet::Happened].iter().any(|it| facets.contains_key(it));
    if !dated && !chosen && props.view.time == Time::Published {
        return Html::default();
    }
    html! { <Late class="facet-panel-late" name="Date" piece={Piece::Dates(props)} stays={chosen} /> }
}

/// The facet, for the part of the page that has it.
pub(crate) fn dates_view(piece: Piece) -> Html {
    match piece {
        Piece::Dates(props) => html! { <Dates ..props /> },
        _ => Html::default(),
    }
}

/// The facet.
#[component]
fn Dates(props: &DatesProps) -> Html {
    let corpus = use_engine();
    let calendars = use_memo(props.view.clone(), |view| {
        corpus.map(|corpus| calendars(&corpus, view)).unwrap_or_default()
    });
    let DatesProps { view, on_action, on_slide } = props.clone();
    let (calendar, closer) = (*calendars).clone();
    html! { <DateFacet {calendar} {closer} {view} {on_action} {on_slide} /> }
}

/// How many results there are by days, and the same of the days that are chosen, if that tells more.
fn calendars(corpus: &Corpus, view: &BrowseView) -> (Calendar, Option<Calendar>) {
    let facet = view.time.facet();
    let found = corpus.find(&view.query);
    let calendar = found.calendar(facet, Days::default());
    let chosen = match view.query.selection(facet).include.as_slice() {
        [only] => Days::read(only),
        _ => None,
    };
    let closer = chosen.filter(|_| calendar.period != Period::Day);
    let closer = closer.map(|days| found.calendar(facet, days));
    let tells = |closer: &Calendar| {
        closer.stretches.len() > 1 && (closer.period as u8) < (calendar.period as u8)
    };
    let closer = closer.filter(tells);
    (calendar, closer)
}

#[cfg(test)]
mod tests {
    use parallax_engine::{Engine, article::Document, build, ingest::Sidecar};

    use super::*;
    use crate::testing::{check, render_html};

    fn props(chosen: &str) -> DatesProps {
        let mut view = BrowseView::default();
        if !chosen.is_empty() {
            view.query.choose(Facet::Date, |days| days.only(chosen));
        }
        DatesProps { view, on_action: Callback::noop(), on_slide: Callback::noop() }
    }

    #[test]
    fn it_waits_to_be_opened_unless_days_are_chosen() {
        let open = |chosen| render_html(dates(props(chosen), true));
        assert!(open("").contains("aria-expanded=\"false\""));
        assert!(open("2010").contains("aria-expanded=\"true\""));
    }

    #[test]
    fn days_that_nothing_has_are_not_shown_unless_they_are_chosen() {
        assert_eq!(render_html(dates(props(""), false)), "");
        assert!(render_html(dates(props("2010"), false)).contains("Date"));
    }

    #[derive(Clone, PartialEq, Properties)]
    struct WithinProps {
        chosen: &'static str,
    }

    #[component]
    fn Within(props: &WithinProps) -> Html {
        let corpus = use_memo((), |()| {
            let document = |(id, day): (&str, &str)| Document {
                id: id.to_owned(),
                text: "Talks in Lisbon\n\nThey met.\n".to_owned(),
                sidecar: Some(Sidecar { date_published: day.parse().ok(), ..Sidecar::default() }),
                ..Document::default()
            };
            let days = [
                ("a", "2009-11-20"),
                ("b", "2010-03-03"),
                ("c", "2010-03-09"),
                ("d", "2011-05-09"),
            ];
            Corpus::new(Engine::open(build(&days.map(document)).unwrap().pack).unwrap())
        });
        html! {
            <ContextProvider<Corpus> context={(*corpus).clone()}>
                { dates_view(Piece::Dates(self::props(props.chosen))) }
            </ContextProvider<Corpus>>
        }
    }

    #[test]
    fn days_are_counted_and_what_is_chosen_more_closely() {
        let all = ["November 2009: 1 article", "May 2011: 1 article"];
        let html = check::<Within>(WithinProps { chosen: "" }, &all);
        assert!(!html.contains("date-facet-closer"), "{html}");
        check::<Within>(
            WithinProps { chosen: "2010-03" },
            &["November 2009: 1 article", "date-facet-closer", "3 Mar 2010: 1 article"],
        );
    }
}
