//! What this page is, how to read it, where its limits are, and whose the documents are.

use parallax_engine::{
    article::Date,
    query::Query,
    search::{Hit, Item},
};
use yew::prelude::*;

use super::{
    long_list::{Entries, LongList},
    not_found::NotFoundPage,
    results::Listed,
};
use crate::{
    components::written,
    hooks::{use_answer, use_engine, use_title},
    measures::Measures,
    url::View,
    wording,
};

/// No document is lower than this, in CSS pixels.
const LOWEST: f64 = 56.0;

/// The page of a view of this part.
pub(crate) fn about_view(view: View, _: f64) -> Html {
    match view {
        View::Unknown(asked) => html! { <NotFoundPage {asked} /> },
        _ => html! { <AboutPage /> },
    }
}

/// What this page is.
#[component]
fn AboutPage() -> Html {
    use_title(&wording::title(&View::About, None));
    let corpus = use_engine();
    let answer = use_answer(&Query::default());
    let entries = use_memo((), move |()| {
        let total = answer.total;
        let listed = Listed::new(corpus, Query::default(), answer);
        Entries::new(total, move |at| listed.with(at, document).unwrap_or_default())
    });
    html! {
        <article class="about-page">
            <h1>{ "About Parallax" }</h1>
            <p class="about-page-line">
                { "Parallax shows how several news outlets reported the same event: who was quoted where, in which words, and which passages answer each other." }
            </p>
            { how_to_read() }
            { how_to_search() }
            { limits() }
            { accuracy(&Measures::newest()) }
            { mistakes(CONTACT) }
            { privacy() }
            { documents((*entries).clone()) }
        </article>
    }
}

fn how_to_read() -> Html {
    html! {
        <section>
            <h2>{ "How to read it" }</h2>
            <p>{ "In Browse, narrow the articles or the quotes by outlet, event, speaker, kind of quote and date. The number beside each choice is what you get when you choose it. “Exclude” leaves a choice out." }</p>
            <p>{ "In an article, quotes are underlined. Click one to see who is named as its speaker, by which verb, and how other reports give the same words." }</p>
            <p>{ "“As received” shows the document exactly as it came to us, menus and all. Everything we say about an article leads to the words there that it came from." }</p>
            <p>{ "The address always names what you see: copy it to share the view." }</p>
        </section>
    }
}

/// What may be typed into the search box, and what it finds.
const SEARCHES: [(&str, &str); 9] = [
    ("talks", "a word in all its forms: talk, talks, talking"),
    ("=talks", "the word as it is"),
    ("\"peace talks\"", "words side by side"),
    ("negot*", "words that begin so"),
    ("goverment~", "a word that may be misspelt: by one letter, by two from eight letters on"),
    ("war OR peace", "one of the two"),
    ("-war", "without it"),
    (
        "headline:war",
        "in the headline; likewise text:, quote: (in quotes) and report: (the reporter’s own words)",
    ),
    (
        "speaker:smith date:2009..2010-11",
        "whose quote and when; likewise outlet:, event:, topic: and kind:",
    ),
];

fn how_to_search() -> Html {
    let searches = SEARCHES.iter().map(|(typed, finds)| {
        html! { <div><dt><code>{ *typed }</code></dt><dd>{ *finds }</dd></div> }
    });
    html! {
        <section>
            <h2>{ "How to search" }</h2>
            <dl class="about-page-searches">{ for searches }</dl>
        </section>
    }
}

fn limits() -> Html {
    html! {
        <section>
            <h2>{ "What to mind" }</h2>
            <p>{ "Quotes and their speakers are found by rules, not by people. Where the rules are unsure, the quote says “Probable speaker” or “Check the speaker”. Please check against the source before you rely on one." }</p>
            <p>{ "Labels describe texts and passages, never outlets. “No match found” means just that: no passage of the one report was found to answer a passage of the other. It says nothing about why, or about what else an outlet published." }</p>
            <p>{ "Two quotes are shown as the same words only where speaker and event agree as well as the wording. Translations may still hide a match." }</p>
        </section>
    }
}

/// What was measured, by its name among the measures, and what that is to a reader.
const MEASURED: [(&str, &str); 8] = [
    (
        "five: attributed fragments",
        "quotes of the five reports of this project found, with their speakers",
    ),
    ("five: links", "statements that two of these reports carry, set beside each other"),
    (
        "direct: end to end",
        "direct quotes in US newspapers found with the right speaker (F1, of 100)",
    ),
    ("direct and mixed: end to end", "the same with partial quotes"),
    ("sure: right", "of the speakers that are shown without a question, so many are right"),
    ("he and she", "speakers called only “he” or “she” who are found by name"),
    ("indirect: precision", "of what is found reported without quotation marks, so much is right"),
    ("indirect: recall", "of what is reported without quotation marks, so much is found"),
];

/// How right all this is, measured.
fn accuracy(measures: &Measures<'_>) -> Html {
    let rows = MEASURED.iter().filter_map(|(name, words)| {
        let value = measures.figure(name)?;
        Some(html! { <div><dt>{ value.to_owned() }</dt><dd>{ *words }</dd></div> })
    });
    let day = measures.figure("date").and_then(|day| day.parse::<Date>().ok()).map(wording::day);
    html! {
        <section>
            <h2>{ "How right it is" }</h2>
            <p>
                { format!("Measured {}against annotations made by hand: five reports of NATO-Russia meetings, and articles of US newspapers of 2015 and 2016 that were annotated by others.", day.map(|day| format!("on {day} ")).unwrap_or_default()) }
            </p>
            <dl class="about-page-figures">{ for rows }</dl>
        </section>
    }
}

/// Where mistakes are told, if whoever built the page said so: an address of the web or of mail.
const CONTACT: Option<&str> = option_env!("PARALLAX_CONTACT");

/// How a reader tells of a mistake.
fn mistakes(contact: Option<&str>) -> Html {
    html! {
        <section id="mistakes">
            <h2>{ "If something is wrong" }</h2>
            <p>
                { "Every quote has a page of its own (“This quote”). If its speaker, its words or what it is set beside is wrong, press “Copy link” there and send the link, with what the report says, " }
                if let Some(contact) = contact {
                    <>{ "to " }<a href={contact.to_owned()}>{ told(contact) }</a>{ "." }</>
                } else {
                    { "to whoever published this page." }
                }
                { " The link leads to the very words, so that they can be checked." }
            </p>
        </section>
    }
}

/// How an address is told to a reader.
fn told(contact: &str) -> String {
    contact.trim_start_matches("mailto:").trim_start_matches("https://").to_owned()
}

fn privacy() -> Html {
    html! {
        <section>
            <h2>{ "Privacy" }</h2>
            <p>{ "Nothing leaves this page. The articles came with it, the search runs on your own device, and there are no cookies, counters or accounts. Once its head says “Works offline”, it works without a network." }</p>
        </section>
    }
}

/// The documents, and whose they are.
fn documents(entries: Entries) -> Html {
    html! {
        <section>
            <h2>{ "The documents" }</h2>
            <p>{ "Each document belongs to its publisher. They are here as the material to be studied, and are not part of the free software around them." }</p>
            <LongList {entries} class={classes!("about-page-documents")} name="" lowest={LOWEST} scrolled=0.0 />
        </section>
    }
}

/// A document, and whose it is.
fn document(hit: &Hit) -> Html {
    let Item::Article(article, _) = &hit.item else { return Html::default() };
    let date = article.published.map_or_else(|| "no date".to_owned(), wording::day);
    html! {
        <li key={article.id.clone()}>
            <a href={View::article(&article.id).to_string()}>{ written(&article.headline) }</a>
            <span>
                { format!("© {}, {date}", wording::outlet_or_none(article.outlet.as_deref())) }
            </span>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, check, check_html};

    #[test]
    fn every_document_names_its_rights_holder() {
        let item = Item::Article(article("a", "DW", "One"), None);
        let entries = Entries::new(1, move |_| document(&Hit { item: item.clone(), score: 0.0 }));
        check_html(
            documents(entries),
            &["belongs to its publisher", "#/article/a", "One", "© DW, 20 November 2010"],
        );
    }

    #[test]
    fn every_search_told_of_is_understood() {
        for (typed, _) in SEARCHES {
            let read = parallax_engine::query::Words::read(typed);
            assert!(read.messages.is_empty() && !read.clauses.is_empty(), "{typed}");
        }
        check_html(how_to_search(), &["goverment~", "headline:war"]);
    }

    #[test]
    fn all_figures_are_there_with_their_day() {
        let html = check_html(accuracy(&Measures::newest()), &["Measured on ", " of 36"]);
        assert_eq!(html.matches("<dt>").count(), MEASURED.len(), "{html}");
    }

    #[test]
    fn mistakes_are_told_to_whom_the_builder_named() {
        check_html(mistakes(None), &["to whoever published this page."]);
        let named = mistakes(Some("mailto:desk@example.org"));
        check_html(named, &["href=\"mailto:desk@example.org\"", ">desk@example.org<"]);
    }

    #[test]
    fn labels_are_of_texts_never_outlets() {
        check::<AboutPage>((), &["never outlets", "No match found", "Nothing leaves this page"]);
    }
}
