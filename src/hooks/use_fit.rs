//! How many columns of text the window has room for.

use gloo::events::EventListener;
use web_sys::Window;
use yew::prelude::*;

/// What the window has room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fit {
    /// How many columns of text.
    pub(crate) columns: usize,
    /// Whether it is a phone's, where columns are set one under another.
    pub(crate) small: bool,
    /// Whether what stands beside a list waits behind a button there.
    pub(crate) folds: bool,
}

/// Where the style sheets put it there.
const FOLDS: &str = "(max-width: 60rem)";

impl Fit {
    /// What a window of this width has room for.
    fn of(width: f64) -> Self {
        let columns = match width {
            1400.0.. => 4,
            1100.0.. => 3,
            _ => 2,
        };
        // The style sheets' 44rem.
        Self { columns, small: width <= 704.0, folds: false }
    }

    fn now(window: &Window) -> Self {
        let width = window.inner_width().ok().and_then(|width| width.as_f64());
        let folds = window.match_media(FOLDS).ok().flatten().is_some_and(|it| it.matches());
        Self { folds, ..Self::of(width.unwrap_or(1280.0)) }
    }
}

/// What the window has room for, now and whenever it changes.
#[hook]
pub(crate) fn use_fit() -> Fit {
    let fit = use_state_eq(|| {
        // The first frame is drawn where there is no window.
        let window = if cfg!(target_arch = "wasm32") { web_sys::window() } else { None };
        window.map_or(Fit::of(1280.0), |window| Fit::now(&window))
    });
    use_effect_with((), {
        let fit = fit.setter();
        move |()| {
            let listener = web_sys::window().map(|window| {
                let (seen, fit) = (window.clone(), fit);
                EventListener::new(&window, "resize", move |_| fit.set(Fit::now(&seen)))
            });
            move || drop(listener)
        }
    });
    *fit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wider_window_has_room_for_more_columns() {
        let fit = |width| (Fit::of(width).columns, Fit::of(width).small);
        assert_eq!(fit(1440.0), (4, false));
        assert_eq!(fit(1399.0), (3, false));
        assert_eq!(fit(1099.0), (2, false));
        assert_eq!(fit(390.0), (2, true));
    }
}
