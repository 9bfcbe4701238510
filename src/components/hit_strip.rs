//! Where in an article the words stand that were searched for: a line from its beginning to its end with a mark for each
//! place, which leads there. Places that could not be told apart share a mark.

use parallax_engine::search::{ArticleCard, HitPlace};
use yew::prelude::*;

use crate::{
    scales::{Bands, percent},
    url::View,
    wording,
};

/// So many marks can be told apart, and hit with a finger.
const MARKS: Bands = Bands(12);
/// So many ticks of marks can be seen beside each other, however many places there are.
const TICKS: Bands = Bands(480);
/// How high the strip is, and a mark on it.
const HEIGHT: &str = "24";
const TOP: &str = "6";
const MARK: &str = "12";

/// Where in an article the words stand; nothing where none were searched for.
pub fn hit_strip(article: &ArticleCard) -> Html {
    let places = &article.places;
    if places.is_empty() {
        return Html::default();
    }
    let groups = places.chunk_by(within(MARKS));
    html! {
        <div class="hit-strip">
            <svg role="group" aria-label="Where the words stand, from the beginning to the end">
                <line x1="0" x2="100%" y1="12" y2="12" />
                { for groups.map(|places| mark(&article.id, places)) }
            </svg>
            <span>{ wording::counted(places.len(), "place", "places") }</span>
        </div>
    }
}

/// Where a place is, as a part of the article.
fn part(place: &HitPlace) -> f64 {
    f64::from(place.before) / f64::from(place.of.max(1))
}

/// Whether two places are in one of the bands.
fn within(bands: Bands) -> impl Fn(&HitPlace, &HitPlace) -> bool {
    move |one, other| bands.at(part(one)) == bands.at(part(other))
}

/// The mark of some places that stand near each other.
fn mark(id: &str, places: &[HitPlace]) -> Html {
    let Some(first) = places.first() else { return Html::default() };
    let band = MARKS.at(part(first));
    let label = format!(
        "{} about {} % into the article",
        wording::counted(places.len(), "place", "places"),
        (part(first) * 100.0).round(),
    );
    let apart = places.chunk_by(within(TICKS)).filter_map(<[_]>::first);
    let ticks = apart.map(|place| {
        html! { <rect class="hit-strip-mark" x={percent(part(place) * 0.985)} y={TOP} width="1.5%" height={MARK} /> }
    });
    html! {
        <a key={band} href={View::received(id, first.span).to_string()} aria-label={label.clone()}>
            <title>{ label }</title>
            <rect
                class="hit-strip-space"
                x={percent(MARKS.start(band))}
                y="0"
                width={percent(MARKS.width())}
                height={HEIGHT}
            />
            { for ticks }
        </a>
    }
}

#[cfg(test)]
mod tests {
    use parallax_engine::span::Span;

    use super::*;
    use crate::testing::{article, check_html, render_html};

    #[test]
    fn every_mark_leads_to_its_place() {
        let place = |before: u32| HitPlace {
            span: Span { start: before + 50, end: before + 55 },
            before,
            of: 1000,
        };
        let mut card = article("a", "DW", "One");
        assert_eq!(render_html(hit_strip(&card)), "");
        card.places = [0, 3, 505, 999].map(place).to_vec();
        let html = check_html(
            hit_strip(&card),
            &[
                "#/article/a?show=received&amp;span=50-55",
                "aria-label=\"2 places about 0 % into the article\"",
                "span=555-560",
                "1 place about 51 % into the article",
                "100 %",
                "4 places",
            ],
        );
        assert_eq!((html.matches("<a ").count(), html.matches("hit-strip-mark").count()), (3, 4));
    }
    #[test]
    fn places_without_end_have_a_mark_and_few_ticks() {
        let place = |before: u32| HitPlace {
            span: Span { start: before, end: before + 1 },
            before,
            of: 100_000,
        };
        let mut card = article("a", "DW", "One");
        card.places = (0..100_000).map(place).collect();
        let html = render_html(hit_strip(&card));
        assert_eq!(
            (html.matches("<a ").count(), html.matches("hit-strip-mark").count()),
            (12, 480)
        );
        assert!(html.contains("100,000 places"), "{html}");
    }
}
