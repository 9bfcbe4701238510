//! The whole comparison on a narrow strip, with the window's place: what is shared is solid, what is reworded
//! striped, what stands alone a thin line, so that it is read without colour too.
//!
//! Sees plain data only; does not know the window.

use yew::prelude::*;

use crate::compared::{Bar, Ink, Scale};

/// The id of the window's place on the strip.
pub const WINDOW: &str = "comparison-map-window";

/// How wide a column is on the strip, in its own units.
const LANE: usize = 12;
/// How many stripes the strip is high.
const STRIPES: usize = 180;

/// What [`comparison_map`] shows.
#[derive(Clone, PartialEq)]
pub struct ComparisonMapProps<'page> {
    /// What stands where.
    pub scale: &'page Scale,
    /// How many columns there are.
    pub columns: usize,
    /// The pointer is pressed, or moves while it is.
    pub on_point: Callback<MouseEvent>,
    /// A key is pressed.
    pub on_key: Callback<KeyboardEvent>,
}

/// The strip.
pub fn comparison_map(props: &ComparisonMapProps<'_>) -> Html {
    let (width, height) = (props.columns * LANE, props.scale.length());
    let stripe = (height / STRIPES).max(1);
    let last = props.scale.starts.len().saturating_sub(2);
    let number = |value: usize| value.to_string();
    html! {
        <div
            class="comparison-map"
            role="slider"
            tabindex="0"
            aria-label="Map of the comparison"
            aria-orientation="vertical"
            aria-valuemin="1"
            aria-valuemax={number(last + 1)}
            aria-valuenow="1"
            onmousedown={props.on_point.clone()}
            onmousemove={props.on_point.clone()}
            onkeydown={props.on_key.clone()}
        >
            <svg
                viewBox={format!("0 0 {width} {height}")}
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
            >
                <defs>
                    <pattern
                        id="comparison-map-stripes"
                        width={number(width)}
                        height={number(stripe * 2)}
                        patternUnits="userSpaceOnUse"
                    >
                        <rect class="comparison-map-stripe" width={number(width)} height={number(stripe)} />
                    </pattern>
                </defs>
                { for props.scale.bars.iter().map(|it| bar(*it, props.scale)) }
                <rect
                    id={WINDOW}
                    class="comparison-map-window"
                    x="0"
                    y="0"
                    width={number(width)}
                    height="0"
                />
            </svg>
        </div>
    }
}

fn bar(bar: Bar, scale: &Scale) -> Html {
    let (from, to) = (scale.starts[bar.stretch], scale.starts[bar.stretch + 1]);
    // A hair of paper keeps neighbours apart.
    let length = (to - from) * 15 / 16;
    let (class, inset) = match bar.ink {
        Ink::Shared => ("is-shared", 0),
        Ink::Reworded => ("is-reworded", 0),
        Ink::Only => ("is-only", 4),
    };
    html! {
        <rect
            class={classes!(class, format!("text-{}", bar.column))}
            x={(bar.column * LANE + inset).to_string()}
            y={from.to_string()}
            width={(LANE - 1 - 2 * inset).to_string()}
            height={length.to_string()}
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;

    #[test]
    fn every_kind_has_its_own_form() {
        let bar = |stretch, column, ink| Bar { stretch, column, ink };
        let scale = Scale {
            starts: vec![0, 160, 320],
            bars: vec![bar(0, 0, Ink::Shared), bar(0, 1, Ink::Reworded), bar(1, 1, Ink::Only)],
        };
        let props = ComparisonMapProps {
            scale: &scale,
            columns: 2,
            on_point: Callback::noop(),
            on_key: Callback::noop(),
        };
        check_html(
            comparison_map(&props),
            &[
                "role=\"slider\"",
                "aria-valuemax=\"2\"",
                "viewBox=\"0 0 24 320\"",
                "x=\"0\" y=\"0\" width=\"11\" height=\"150\" class=\"is-shared text-0\"",
                "x=\"12\" y=\"0\" width=\"11\" height=\"150\" class=\"is-reworded text-1\"",
                "x=\"16\" y=\"160\" width=\"3\" height=\"150\" class=\"is-only text-1\"",
                WINDOW,
            ],
        );
    }
}
