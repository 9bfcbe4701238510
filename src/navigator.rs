//! Where the page is and how to go elsewhere: the context that links and pages share.
//!
//! Plain data and two callbacks; does not know the browser's history.

use yew::prelude::*;

use crate::url::{Address, View};

/// The way to go elsewhere. It stays the same wherever the page is, so that a step does not draw
/// every link anew.
#[derive(Clone, Debug, PartialEq)]
pub struct Navigator {
    /// Goes elsewhere.
    pub go: Callback<Go>,
    /// Gives the window its title.
    pub name: Callback<String>,
}

impl Navigator {
    /// Leads nowhere and names nothing: for a page that nobody sees.
    #[must_use]
    pub fn nowhere() -> Self {
        Self { go: Callback::noop(), name: Callback::noop() }
    }

    /// A step forward to `view`.
    pub fn push(&self, view: View) {
        self.go.emit(Go::Push(view));
    }

    /// The view as it is while a reader types; no step of its own.
    pub fn replace(&self, view: View) {
        self.go.emit(Go::Replace(view));
    }
}

/// A wish to be elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Go {
    /// A step forward: Back returns here.
    Push(View),
    /// In place of what is here.
    Replace(View),
}

/// Where the page is, and how it got there.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// What the address asks for.
    pub address: Address,
    /// How it got there.
    pub arrival: Arrival,
    /// How many moves it took: two visits of one address are two places.
    pub moves: u32,
}

/// How the page got to a place, which decides what is in sight there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arrival {
    /// From nowhere: the place is shown from its beginning, or at what it points to.
    Fresh,
    /// From another state of the same page, scrolled so far: the reader stays where they are.
    Within(f64),
    /// Back or Forward, to a place left when it was scrolled so far.
    Returned(f64),
}

impl Arrival {
    /// How far the page is to be scrolled, as far as that is known before it is drawn.
    #[must_use]
    pub fn scrolled(self) -> f64 {
        match self {
            Self::Fresh => 0.0,
            Self::Within(scrolled) | Self::Returned(scrolled) => scrolled,
        }
    }
}

impl Place {
    /// The place that a visit begins with.
    #[must_use]
    pub fn opened(hash: &str) -> Self {
        Self { address: Address::parse(hash), arrival: Arrival::Fresh, moves: 0 }
    }

    /// The place after a step to `view` from where it is `scrolled` so far. What was not understood
    /// in the address stays while the page does.
    #[must_use]
    pub fn moved(&self, view: View, scrolled: f64) -> Self {
        let within = self.address.view.same_page(&view);
        let unknown = if within { self.address.unknown.clone() } else { Vec::new() };
        let arrival = if within { Arrival::Within(scrolled) } else { Arrival::Fresh };
        Self { address: Address { view, unknown }, arrival, moves: self.moves + 1 }
    }

    /// The place that Back, Forward or the address bar lead to.
    #[must_use]
    pub fn returned(&self, hash: &str, scrolled: Option<f64>) -> Self {
        let arrival = scrolled.map_or(Arrival::Fresh, Arrival::Returned);
        Self { address: Address::parse(hash), arrival, moves: self.moves + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::url::Show;

    #[test]
    fn what_was_not_understood_stays_while_the_page_does() {
        let place = Place::opened("#/article/a?x=1");
        let within = place.moved(View::article_at("a", "k", Show::Reading), 70.0);
        assert_eq!(within.address.to_string(), "#/article/a?at=k&x=1");
        assert_eq!(within.arrival, Arrival::Within(70.0));
        let away = within.moved(View::About, 70.0);
        assert_eq!((away.address.to_string().as_str(), away.arrival), ("#/about", Arrival::Fresh));
    }

    #[test]
    fn back_returns_to_where_it_was_left() {
        let place = Place::opened("#/about").returned("#/browse", Some(120.0));
        assert_eq!(place.address.view, View::start());
        assert_eq!(place.arrival, Arrival::Returned(120.0));
        assert_eq!(place.returned("#/about", None).arrival, Arrival::Fresh);
    }
}
