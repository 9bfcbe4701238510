//! The words of a search in their context, a line for each place, in the order asked for.

use std::cell::RefCell;

use parallax_engine::{query::Query, search::Line};
use yew::prelude::*;

use super::long_list::{Entries, LongList};
use crate::{
    components::{line_row, lines_bar},
    hooks::{Corpus, use_engine},
    url::{BrowseView, View},
    wording,
};

/// So many lines are asked for at first; each time that more are wanted, twice as many as there are.
const FIRST: usize = 120;
/// No line is lower than this, in CSS pixels.
const LOWEST: f64 = 32.0;

/// Properties of [`Lines`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LinesProps {
    /// What is asked, and how it is shown.
    pub(super) view: BrowseView,
    /// How far the page is to be scrolled.
    pub(super) scrolled: f64,
}

/// The lines, how many they are, and their order.
#[component]
pub(super) fn Lines(props: &LinesProps) -> Html {
    let corpus = use_engine();
    let shown = use_memo(props.view.query.clone(), move |query| Some(Shown::of(corpus?, query)));
    let Some(shown) = shown.as_ref() else { return Html::default() };
    html! {
        <div class="lines-shown">
            { lines_bar(&props.view, shown.entries.length(), shown.results) }
            if shown.entries.length() == 0 {
                <p class="lines-none">{ nothing(&props.view.query) }</p>
            } else {
                <LongList
                    entries={shown.entries.clone()}
                    class={classes!("lines")}
                    name={View::Browse(props.view.clone()).to_string()}
                    lowest={LOWEST}
                    scrolled={props.scrolled}
                />
            }
        </div>
    }
}

/// Why there are no lines.
fn nothing(query: &Query) -> &'static str {
    if !query.has_words() {
        "Search for a word to see every place of it, with what stands before and behind."
    } else {
        "These words stand in none of the texts that the filters leave. No match found."
    }
}

/// The lines of a query, drawn as they are asked for.
struct Shown {
    /// How many results they stand in.
    results: usize,
    entries: Entries,
}

impl Shown {
    fn of(corpus: Corpus, query: &Query) -> Self {
        let order = query.lines.unwrap_or_default();
        let found = corpus.find(query);
        let (results, first) = (found.total(), found.concordance(order, FIRST));
        drop(found);
        let (known, query) = (RefCell::new(first.lines), query.clone());
        let draw = move |at: usize| {
            let mut known = known.borrow_mut();
            if at >= known.len() {
                let wanted = (at + 1).max(2 * known.len());
                *known = corpus.find(&query).concordance(order, wanted).lines;
            }
            known.get(at).map(row).unwrap_or_default()
        };
        Self { results, entries: Entries::new(first.total, draw) }
    }
}

fn row(line: &Line) -> Html {
    line_row(line, wording::outlet_or_none(line.outlet.as_deref()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::render;
    use parallax_engine::{Engine, article::Document, build, query::LineOrder};

    #[derive(Clone, PartialEq, Properties)]
    struct WithinProps {
        words: String,
        order: usize,
        scrolled: f64,
    }

    /// A text with the word "start" so many times.
    const TIMES: usize = 300;

    #[component]
    fn Within(props: &WithinProps) -> Html {
        let corpus = use_memo((), |()| {
            let sentence =
                |at: usize| format!("In town {at:03} the start came before {:03}.", TIMES - at);
            let text: Vec<String> = (0..TIMES).map(sentence).collect();
            let text = format!("Talks\n\nSouth News | 20 November 2010\n\n{}\n", text.join(" "));
            let document = Document { id: "south".to_owned(), text, ..Document::default() };
            Corpus::new(Engine::open(build(&[document]).unwrap().pack).unwrap())
        });
        let lines = Some(LineOrder::ALL[props.order]);
        let query = Query { words: props.words.clone(), lines, ..Query::default() };
        html! {
            <ContextProvider<Corpus> context={(*corpus).clone()}>
                <Lines view={BrowseView::from(query)} scrolled={props.scrolled} />
            </ContextProvider<Corpus>>
        }
    }

    fn shown(words: &str, order: usize, scrolled: f64) -> String {
        render::<Within>(WithinProps { words: words.to_owned(), order, scrolled })
    }

    /// The numbers of the towns before the hits, as far as they are drawn.
    fn towns(html: &str) -> Vec<String> {
        let parts = html.split("<span class=\"line-left\"><span>").skip(1);
        let left = parts.filter_map(|part| part.split('<').next());
        left.filter_map(|left| left.split_whitespace().rev().nth(1)).map(str::to_owned).collect()
    }

    #[test]
    fn lines_come_in_the_order_asked_for_as_far_as_they_are_wanted() {
        let [left, right, place] = [0, 1, 2].map(|order| towns(&shown("start", order, 1e9)));
        assert_eq!((left.len(), right.len(), place.len()), (TIMES, TIMES, TIMES));
        assert!(left.is_sorted() && right.iter().rev().is_sorted(), "{right:?}");
        assert_eq!(place, left, "the numbers rise in the text");
        let few = towns(&shown("start", 0, 0.0));
        assert!(few.len() < 40 && left.starts_with(&few), "{few:?}");
    }

    #[test]
    fn the_count_is_exact_however_few_are_drawn() {
        assert!(shown("start", 0, 0.0).contains("300 lines in 1 article<"));
    }

    #[test]
    fn no_words_and_no_places_are_told_apart() {
        assert!(shown("", 0, 0.0).contains("Search for a word"));
        assert!(shown("zzzz", 0, 0.0).contains("No match found"));
    }
}
