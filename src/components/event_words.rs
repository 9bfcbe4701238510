//! The words that set each report of an event apart from the others, and the names that reports give to the same thing:
//! each opens in the text.

use parallax_engine::{
    coverage::{FormUse, Keyword, Naming},
    search::ArticleCard,
};
use yew::prelude::*;

use super::places;
use crate::{url::View, wording};

/// The words of each report, beside each other; `names` tells the reports apart.
pub fn event_words(reports: &[ArticleCard], keywords: &[Vec<Keyword>], names: &[String]) -> Html {
    let columns = reports.iter().zip(keywords).zip(names).map(|((report, keywords), name)| {
        let words = keywords.iter().map(|keyword| word(report, keyword, name));
        html! {
            <section key={report.id.clone()} class="event-column">
                <h3>{ name.clone() }</h3>
                if keywords.is_empty() {
                    <p class="event-column-none">{ "No word stands out." }</p>
                }
                <ul>{ for words }</ul>
            </section>
        }
    });
    html! { <div class="event-columns">{ for columns }</div> }
}

fn word(report: &ArticleCard, keyword: &Keyword, name: &str) -> Html {
    let all = keyword.places.iter().map(|span| (report.id.as_str(), *span));
    html! {
        <li key={keyword.word.clone()} class="event-word">
            <span class="event-word-word">{ keyword.word.clone() }</span>
            <span class="event-word-counts" title="Log-likelihood G²">
                { format!("{} here, {} elsewhere · G² {:.1}", keyword.places.len(), keyword.others, keyword.likelihood) }
            </span>
            { places(&keyword.word, name, all) }
        </li>
    }
}

/// The names that differ, thing by thing.
pub fn event_names(reports: &[ArticleCard], namings: &[Naming], names: &[String]) -> Html {
    let rows = namings.iter().map(|naming| {
        let forms = naming.forms.iter().map(|form| form_row(reports, form, names));
        html! {
            <div key={format!("{:?} {}", naming.thing, naming.name)} class="event-name">
                <dt>
                    { thing(naming) }
                    <span>{ wording::thing_label(naming.thing) }</span>
                </dt>
                { for forms }
            </div>
        }
    });
    html! { <dl class="event-names">{ for rows }</dl> }
}

/// What is named; people have a page.
fn thing(naming: &Naming) -> Html {
    let name = naming.name.clone();
    if naming.thing.is_person() {
        html! { <a href={View::Person(name.clone()).to_string()}>{ name }</a> }
    } else {
        html! { { name } }
    }
}

fn form_row(reports: &[ArticleCard], form: &FormUse, names: &[String]) -> Html {
    let uses = form.reports.iter().filter_map(|(at, spans)| {
        let (report, name) = (reports.get(*at)?, names.get(*at)?);
        Some(places(&form.words, name, spans.iter().map(|span| (report.id.as_str(), *span))))
    });
    html! {
        <dd>
            <span class="event-word-word">{ format!("“{}”", form.words) }</span>
            { for uses }
        </dd>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, check_html};
    use parallax_engine::{coverage::Thing, span::Span};

    fn reports() -> ([ArticleCard; 2], [String; 2]) {
        let reports = [article("a", "DW", "One"), article("b", "RT", "Two")];
        (reports, ["DW".to_owned(), "RT".to_owned()])
    }

    #[test]
    fn a_word_says_how_often_it_is_where_and_opens() {
        let (reports, names) = reports();
        let keyword = Keyword {
            word: "alliance".to_owned(),
            others: 1,
            likelihood: 8.64,
            places: vec![Span::new(3, 11), Span::new(20, 28)],
        };
        check_html(
            event_words(&reports, &[Vec::new(), vec![keyword]], &names),
            &[
                "DW",
                "No word stands out",
                "RT",
                "alliance",
                "2 here, 1 elsewhere · G² 8.6",
                "#/article/b?show=received&amp;span=3-11",
                "span=20-28",
            ],
        );
    }

    #[test]
    fn a_name_says_which_report_gives_it() {
        let (reports, names) = reports();
        let form =
            FormUse { words: "the chief".to_owned(), reports: vec![(1, vec![Span::new(3, 9)])] };
        let of =
            |thing, name: &str| Naming { thing, name: name.to_owned(), forms: vec![form.clone()] };
        check_html(
            event_names(&reports, &[of(Thing::Role, "Ann Lee"), of(Thing::Subject, "war")], &names),
            &[
                "#/person/Ann%20Lee",
                "by role",
                "“the chief”",
                "RT",
                "#/article/b",
                "war",
                "subject",
            ],
        );
    }
}
