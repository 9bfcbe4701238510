//! Parts of the page that are fetched when a view first needs them, so that a first visit loads no more
//! than it shows.
//!
//! A part's code is what only its function below reaches; the build (`cargo xtask seal`) cuts it out of the
//! page's module into one of its own. Once fetched it is an ordinary function, so going to its views
//! costs nothing more. Natively all parts are there from the beginning.
//!
//! Does not know what the views look like, nor how the module is cut.

use std::cell::Cell;

use parallax_engine::search::Hit;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

use crate::{
    export::{self, Format},
    hooks::Corpus,
    offline::{self, News},
    pages::{self, DatesProps},
    rehearsal,
    slices::{self, Shown, Watch},
    url::{BrowseView, Display, Opened, View},
};

/// Draws a view of a part, to be scrolled so far.
pub(crate) type Draw = fn(View, f64) -> Html;

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// An article, or one of its quotations.
    Read,
    /// Reports side by side.
    Compare,
    /// People, events, and words in their context.
    Explore,
    /// Results in pictures.
    Pictures,
    /// What this page is; and what is said where an address leads nowhere.
    About,
}

thread_local! {
    /// What has been fetched, by the parts' order.
    static FETCHED: [Cell<Option<Draw>>; Part::ALL.len()] =
        const { [const { Cell::new(None) }; Part::ALL.len()] };
}

impl Part {
    /// All of them.
    pub(crate) const ALL: [Self; 5] =
        [Self::Read, Self::Compare, Self::Explore, Self::Pictures, Self::About];

    /// The part that draws `view`, or its results; none where every visit has it.
    pub(crate) fn of(view: &View) -> Option<Self> {
        match view {
            View::Article(_) | View::Quote(_) => Some(Self::Read),
            View::Compare(_) => Some(Self::Compare),
            View::Person(_) | View::Event(_) => Some(Self::Explore),
            View::Browse(view) if view.query.lines.is_some() => Some(Self::Explore),
            View::About | View::Unknown(_) => Some(Self::About),
            View::Browse(view) => match view.display {
                Display::List => None,
                Display::Timeline => Some(Self::Pictures),
            },
        }
    }

    /// The parts that `view` needs: the one that draws it, and the one that draws what is open beside it.
    pub(crate) fn needed(view: &View) -> impl Iterator<Item = Self> {
        let open = match view {
            View::Browse(view) => view.open.as_ref().map(Opened::page),
            _ => None,
        };
        Self::of(view).into_iter().chain(open.as_ref().and_then(Self::of))
    }

    /// What draws its views, once it has been fetched.
    pub(crate) fn draw(self) -> Option<Draw> {
        FETCHED.with(|fetched| fetched[self as usize].get())
    }

    /// Fetches it, if it is not there yet; whether it is there then.
    pub(crate) async fn fetch(self) -> bool {
        if self.draw().is_none() {
            let fetched = match self {
                Self::Read => read().await,
                Self::Compare => compare().await,
                Self::Explore => explore().await,
                Self::Pictures => pictures().await,
                Self::About => about().await,
            };
            FETCHED.with(|all| all[self as usize].set(fetched.ok()));
        }
        self.draw().is_some()
    }
}

#[wasm_split(read, fallible)]
fn read() -> Result<Draw, SplitLoaderError> {
    Ok(pages::reading_view)
}

/// What makes a table of results, with links that begin as is said.
pub(crate) type Tabulate = fn(&[Hit], &str, Format) -> String;

/// Fetches it, the first time that a reader wants a table.
#[wasm_split(table, fallible)]
pub(crate) fn tabulate() -> Result<Tabulate, SplitLoaderError> {
    Ok(export::table)
}

/// Something that a view shows only when a reader wants it.
#[derive(Clone, PartialEq)]
pub(crate) enum Piece {
    /// The views that a reader has named, beside the one that is shown.
    Saved(BrowseView),
    /// The facet of days.
    Dates(DatesProps),
    /// Which passages of the article of that name other reports have.
    Echoes(String),
    /// How other reports word a quotation: the article's name, and the quotation's in it.
    Wordings(String, String),
}

/// Draws a piece.
pub(crate) type DrawPiece = fn(Piece) -> Html;

impl Piece {
    /// Fetches what draws it, if that is not there yet.
    pub(crate) async fn fetch(self) -> Result<DrawPiece, SplitLoaderError> {
        match self {
            Self::Saved(_) => saved().await,
            Self::Dates(_) => dates().await,
            Self::Echoes(_) => echoes().await,
            Self::Wordings(..) => wordings().await,
        }
    }
}

#[wasm_split(saved, fallible)]
fn saved() -> Result<DrawPiece, SplitLoaderError> {
    Ok(pages::saved_view)
}

#[wasm_split(dates, fallible)]
fn dates() -> Result<DrawPiece, SplitLoaderError> {
    Ok(pages::dates_view)
}

#[wasm_split(echoes, fallible)]
fn echoes() -> Result<DrawPiece, SplitLoaderError> {
    Ok(pages::echoes_view)
}

// It needs what a quotation's page needs.
#[wasm_split(read, fallible)]
fn wordings() -> Result<DrawPiece, SplitLoaderError> {
    Ok(pages::wordings_view)
}

/// What is done behind the reader's back, once the first view is there.
pub(crate) struct Later {
    /// Draws every kind of view once where nobody sees it.
    pub(crate) rehearse: fn(Corpus),
    /// Keeps the page for reading without a network, and tells what comes of it.
    pub(crate) keep: fn(Callback<News>),
    /// Looks after a list that is longer than what is in sight.
    pub(crate) watch: fn(Shown) -> Watch,
}

/// Fetches it, once the first view is there.
#[wasm_split(later, fallible)]
pub(crate) fn later() -> Result<Later, SplitLoaderError> {
    Ok(Later { rehearse: rehearsal::start, keep: offline::start, watch: slices::watch })
}

/// Fetches everything that is not there yet, so that nothing is fetched afterwards; what cannot be had is left.
pub(crate) async fn fetch_all() {
    for part in Part::ALL {
        part.fetch().await;
    }
    let _ = (saved().await, dates().await, echoes().await, wordings().await, tabulate().await);
}

#[wasm_split(compare, fallible)]
fn compare() -> Result<Draw, SplitLoaderError> {
    Ok(pages::compare_view)
}

#[wasm_split(explore, fallible)]
fn explore() -> Result<Draw, SplitLoaderError> {
    Ok(pages::explored_view)
}

#[wasm_split(pictures, fallible)]
fn pictures() -> Result<Draw, SplitLoaderError> {
    Ok(pages::timeline_view)
}

#[wasm_split(about, fallible)]
fn about() -> Result<Draw, SplitLoaderError> {
    Ok(pages::about_view)
}
