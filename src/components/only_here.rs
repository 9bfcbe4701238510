//! What each of several reports alone carries, and what was found in others and not in it.
//!
//! Every item opens the words that it stands in, and says how it was looked for where it was not found. That nothing
//! was found is all that can be said.
//!
//! Sees plain data only.

use parallax_engine::{
    compare::{Contrast, Evidence, Item, ItemKind, Reach, Report, Sought},
    quote::QuoteKind,
};
use yew::prelude::*;

use super::Side;
use crate::{
    url::View,
    wording::{counted, cut, listed},
};

/// How many letters of a quotation are shown.
const MOST: usize = 240;

/// The headings of the kinds of items, in order.
pub(super) const HEADINGS: [&str; 5] =
    ["Quoted", "Quotes and reported speech", "Numbers", "Dates", "Names"];

/// The heading that a kind stands under.
pub(super) fn heading_of(kind: ItemKind) -> &'static str {
    let at = match kind {
        ItemKind::Speaker => 0,
        ItemKind::Quotation(_) => 1,
        ItemKind::Number => 2,
        ItemKind::Day => 3,
        ItemKind::Name => 4,
    };
    HEADINGS[at]
}

/// What tells the reports apart, a column for each.
pub fn only_here(contrast: &Contrast, sides: &[Side]) -> Html {
    let columns = sides.iter().zip(&contrast.reports).enumerate();
    html! {
        <section class="only-here">
            <h2>{ "Only here, not here" }</h2>
            <p class="only-here-note">
                { "What was looked for in every one of these reports and found in some. “Not found” means no more than that; \
                   what is in doubt counts as found." }
            </p>
            <div class="only-here-columns">
                { for columns.map(|(at, (side, report))| column(at, side, report, sides)) }
            </div>
        </section>
    }
}

fn column(at: usize, side: &Side, report: &Report, sides: &[Side]) -> Html {
    html! {
        <div class={classes!("only-here-column", side.class())}>
            { list(&format!("Only in {}", side.outlet), &report.only, at, sides) }
            // Of two reports each lacks what the other one has alone.
            if sides.len() > 2 {
                { list(&format!("Not found in {}", side.outlet), &report.lacking, at, sides) }
            }
        </div>
    }
}

/// Items about the report at `at`, by their kinds.
fn list(heading: &str, items: &[Item], at: usize, sides: &[Side]) -> Html {
    let kinds = HEADINGS.into_iter().map(|kind| {
        let items: Vec<_> = items.iter().filter(|item| heading_of(item.kind) == kind).collect();
        html! {
            if !items.is_empty() {
                <h4>{ kind }</h4>
                <ul>{ for items.into_iter().map(|it| item(it, at, sides)) }</ul>
            }
        }
    });
    html! {
        <section>
            <h3>{ heading }</h3>
            <p class="only-here-count">{ counted(items.len(), "item", "items") }</p>
            { for kinds }
        </section>
    }
}

fn item(item: &Item, at: usize, sides: &[Side]) -> Html {
    // Where it can be read: in this report, if it has it.
    let has = |number: &usize| item.evidence.get(*number).is_some_and(|it| !it.spans.is_empty());
    let held = Some(at).filter(has).or_else(|| (0..sides.len()).find(has));
    let link = held.and_then(|held| {
        let span = item.evidence.get(held)?.spans.first()?;
        Some((sides.get(held)?, View::received(&sides.get(held)?.article, *span)))
    });
    let words = item_words(item);
    html! {
        <li>
            if let Some((side, to)) = link {
                <a href={to.to_string()} title={format!("Show these words in {} as received", side.outlet)}>
                    { words }
                </a>
                if held != Some(at) {
                    <span class="only-here-where">{ format!(" in {}", side.outlet) }</span>
                }
            } else {
                { words }
            }
            <span class="only-here-sought">{ sought(item, sides) }</span>
        </li>
    }
}

/// The words of an item, those of a quotation in marks.
pub(super) fn item_words(item: &Item) -> String {
    let words = cut(&item.words, MOST);
    match item.kind {
        ItemKind::Quotation(QuoteKind::Indirect) => words,
        ItemKind::Quotation(_) => format!("“{words}”"),
        _ => words,
    }
}

/// Where and how it was looked for without being found.
fn sought(item: &Item, sides: &[Side]) -> String {
    let outlets = |reach: Reach| -> Vec<String> {
        let missing = |evidence: &Evidence| evidence.spans.is_empty() && evidence.reach == reach;
        let sides = sides.iter().zip(&item.evidence).filter(|(_, evidence)| missing(evidence));
        sides.map(|(side, _)| side.outlet.to_string()).collect()
    };
    let mut said = Vec::new();
    let searched = outlets(Reach::Searched);
    if !searched.is_empty() {
        said.push(format!("looked for in {} {}", listed(&searched), how(&item.sought)));
    }
    let before = outlets(Reach::PublishedBefore);
    if !before.is_empty() {
        said.push(format!("{} came out before", listed(&before)));
    }
    let unknown = outlets(Reach::DayUnknown);
    if !unknown.is_empty() {
        said.push(format!("not found in {}, whose day is not known", listed(&unknown)));
    }
    said.join("; ")
}

fn how(sought: &Sought) -> String {
    match sought {
        Sought::Utterance => "by the statement and by its words".to_owned(),
        Sought::Names(names) => format!("by name: {}", names.join(", ")),
        Sought::Value => "by its value, however written".to_owned(),
        Sought::Day => "by any date that it may be".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use parallax_engine::span::Span;

    use super::*;
    use crate::testing::{check_html, sides};

    fn evidence(reach: Reach, spans: Vec<Span>) -> Evidence {
        Evidence { reach, spans, key: None }
    }

    fn shown(kind: ItemKind, words: &str, missing: Reach) -> Html {
        let item = Item {
            kind,
            words: words.to_owned(),
            sought: Sought::Names(vec!["Anna Berg".to_owned(), "Berg".to_owned()]),
            evidence: vec![
                evidence(Reach::Searched, vec![Span::new(3, 9)]),
                evidence(missing, Vec::new()),
            ],
        };
        let only = Report { only: vec![item.clone()], lacking: Vec::new() };
        let lacking = Report { only: Vec::new(), lacking: vec![item] };
        let [dw, rt] = sides();
        let third = Side { outlet: "Reuters".into(), column: 2, ..rt.clone() };
        let reports = vec![only, lacking, Report::default()];
        only_here(&Contrast { articles: Vec::new(), reports }, &[dw, rt, third])
    }

    #[test]
    fn an_item_opens_its_words_and_says_how_it_was_looked_for() {
        check_html(
            shown(ItemKind::Speaker, "Anna Berg", Reach::Searched),
            &[
                "Only in DW",
                "1 item",
                "Quoted",
                "show=received&amp;span=3-9",
                "Anna Berg",
                "looked for in RT by name: Anna Berg, Berg",
                "Not found in DW",
                "0 items",
                "Only in RT",
                "Not found in RT",
                "span=3-9",
                " in DW",
            ],
        );
    }

    #[test]
    fn two_reports_need_one_list_each() {
        let reports = vec![Report::default(), Report::default()];
        let html = only_here(&Contrast { articles: Vec::new(), reports }, &sides());
        let html = check_html(html, &["Only in DW", "Only in RT"]);
        assert!(!html.contains("Not found in"), "{html}");
    }

    #[test]
    fn what_came_out_before_is_said_to() {
        let quote = ItemKind::Quotation(QuoteKind::Direct);
        let html = check_html(
            shown(quote, "We agree", Reach::PublishedBefore),
            &["Quotes and reported speech", "“We agree”", "RT came out before"],
        );
        assert!(!html.contains("looked for in RT"), "{html}");
        check_html(shown(quote, "We agree", Reach::DayUnknown), &["whose day is not known"]);
    }
}
