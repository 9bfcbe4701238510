//! A histogram: bars side by side, each a way to what it counts, with a band over those that are chosen and a handle
//! at each of its ends.
//!
//! Sees plain data only: what a bar stands for its caller knows. What is chosen is told by the band and its handles
//! as well as by the ink.

use yew::prelude::*;

use crate::scales::{Bands, Brush, End, height, percent};

/// How high the highest bar is, in CSS pixels.
const HEIGHT: f64 = 56.0;
/// How far above it the picture goes.
const ABOVE: f64 = 8.0;

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub struct HistogramBar {
    /// What it counts, for a reader.
    pub label: String,
    /// How many that are.
    pub count: usize,
    /// The address of what it counts.
    pub href: String,
}

/// What [`histogram`] shows.
#[derive(Clone, PartialEq)]
pub struct HistogramProps<'page> {
    /// What all bars together are.
    pub label: String,
    /// The bars, side by side.
    pub bars: &'page [HistogramBar],
    /// Which of them are chosen.
    pub brush: Option<Brush>,
    /// What moves the band, if anything does.
    pub brushing: Option<&'page Brushing>,
}

/// What a reader does to the band.
#[derive(Clone, PartialEq)]
pub struct Brushing {
    /// The picture, to tell where the pointer is.
    pub picture: NodeRef,
    /// The pointer is pressed, moved, let go, or taken away.
    pub on_pointer: Callback<PointerEvent>,
    /// A key is pressed on a handle.
    pub on_key: Callback<(End, KeyboardEvent)>,
}

/// The histogram.
pub fn histogram(props: &HistogramProps<'_>) -> Html {
    let HistogramProps { label, bars, brush, brushing } = props;
    let bands = Bands(bars.len());
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or_default();
    let (picture, on_pointer) = match brushing {
        Some(it) => (it.picture.clone(), Some(it.on_pointer.clone())),
        None => (NodeRef::default(), None),
    };
    let all = brush.unwrap_or(Brush { first: 0, last: bars.len().saturating_sub(1) });
    let handle = |end| brushing.map(|brushing| handle(end, all, bars, brushing));
    // A link that is dragged would be carried away.
    let ondragstart = Callback::from(|event: DragEvent| event.prevent_default());
    html! {
        <svg
            ref={picture}
            class={classes!("histogram", brushing.is_some().then_some("is-brushed"))}
            role="group"
            aria-label={label.clone()}
            onpointerdown={on_pointer.clone()}
            onpointermove={on_pointer.clone()}
            onpointerup={on_pointer.clone()}
            onpointercancel={on_pointer}
            {ondragstart}
        >
            if let Some(brush) = brush {
                <rect
                    class="histogram-band"
                    x={percent(bands.start(brush.first))}
                    width={percent(bands.start(brush.last + 1) - bands.start(brush.first))}
                    y="0"
                    height={(ABOVE + HEIGHT).to_string()}
                />
            }
            { for bars.iter().enumerate().map(|(at, it)| bar(it, (at, bands), most, all.holds(at))) }
            <line
                class="histogram-ground"
                x1="0"
                x2="100%"
                y1={(ABOVE + HEIGHT).to_string()}
                y2={(ABOVE + HEIGHT).to_string()}
            />
            { for handle(End::First) }
            { for handle(End::Last) }
        </svg>
    }
}

/// A bar. The handles and the list beside the picture are the keyboard's ways to the same.
fn bar(bar: &HistogramBar, (at, bands): (usize, Bands), most: usize, chosen: bool) -> Html {
    let high = height(bar.count, most, HEIGHT);
    let (start, width) = (bands.start(at), bands.width());
    let class = classes!("histogram-bar", chosen.then_some("is-chosen"));
    html! {
        <a key={at} {class} href={bar.href.clone()} tabindex="-1" aria-label={bar.label.clone()}>
            <title>{ bar.label.clone() }</title>
            <rect class="histogram-space" x={percent(start)} width={percent(width)} y="0" height={(ABOVE + HEIGHT).to_string()} />
            <rect
                class="histogram-ink"
                x={percent(start + width * 0.1)}
                width={percent(width * 0.8)}
                y={(ABOVE + HEIGHT - high).to_string()}
                height={high.to_string()}
            />
        </a>
    }
}

/// The handle at an end of what is chosen.
fn handle(end: End, brush: Brush, bars: &[HistogramBar], brushing: &Brushing) -> Html {
    let (at, edge, name) = match end {
        End::First => (brush.first, brush.first, "From"),
        End::Last => (brush.last, brush.last + 1, "To"),
    };
    let value = bars.get(at).map(|bar| bar.label.clone()).unwrap_or_default();
    html! {
        <svg class="histogram-handle" x={percent(Bands(bars.len()).start(edge))} overflow="visible">
            <g
                role="slider"
                tabindex="0"
                data-end={if end == End::First { "first" } else { "last" }}
                aria-label={name}
                aria-valuemin="1"
                aria-valuemax={bars.len().to_string()}
                aria-valuenow={(at + 1).to_string()}
                aria-valuetext={value}
                onkeydown={brushing.on_key.reform(move |event: KeyboardEvent| (end, event))}
            >
                <rect class="histogram-grip-space" x="-12" y="0" width="24" height={(ABOVE + HEIGHT).to_string()} />
                <line y1="0" y2={(ABOVE + HEIGHT).to_string()} />
                <rect class="histogram-grip" x="-4" y={(ABOVE + HEIGHT / 2.0 - 9.0).to_string()} width="8" height="18" rx="2" />
            </g>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, render_html};

    fn bars() -> Vec<HistogramBar> {
        let bar = |(label, count): (&str, usize)| HistogramBar {
            label: label.to_owned(),
            count,
            href: format!("#/{count}"),
        };
        [("May: 4", 4), ("June: 0", 0), ("July: 2", 2), ("August: 1", 1)].map(bar).to_vec()
    }

    fn shown(brush: Option<Brush>, brushing: Option<&Brushing>) -> Html {
        let label = "Published".to_owned();
        histogram(&HistogramProps { label, bars: &bars(), brush, brushing })
    }

    #[test]
    fn every_bar_is_a_way_to_what_it_counts() {
        let html = check_html(
            shown(None, None),
            &[
                "aria-label=\"Published\"",
                "href=\"#/4\"",
                "aria-label=\"May: 4\"",
                "height=\"56\"",
                "href=\"#/2\"",
                "height=\"28\"",
            ],
        );
        assert!(!html.contains("histogram-band") && !html.contains("slider"), "{html}");
        assert_eq!(html.matches("is-chosen").count(), 4, "all of them, where none is");
    }

    #[test]
    fn what_is_chosen_is_under_a_band_with_a_handle_at_each_end() {
        let brushing = Brushing {
            picture: NodeRef::default(),
            on_pointer: Callback::noop(),
            on_key: Callback::noop(),
        };
        let html = check_html(
            shown(Some(Brush { first: 1, last: 2 }), Some(&brushing)),
            &[
                "x=\"25%\" width=\"50%\"",
                "histogram-band",
                "aria-label=\"From\"",
                "aria-valuenow=\"2\"",
                "aria-valuetext=\"June: 0\"",
                "aria-label=\"To\"",
                "aria-valuetext=\"July: 2\"",
            ],
        );
        assert_eq!(html.matches("is-chosen").count(), 2);
        let all = render_html(shown(None, Some(&brushing)));
        assert!(all.contains("x=\"100%\"") && !all.contains("histogram-band"), "{all}");
    }
}
