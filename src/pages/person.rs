//! Somebody who is quoted or named: by which names, in which roles, what they are quoted as saying and by whom, and what
//! others say of them.

use parallax_engine::{
    Unknown,
    person::PersonKind,
    profile::{Counted, Profile, Quoted},
    query::Facet,
    search::{Hit, Item, QuoteCard},
};
use yew::prelude::*;

use super::{not_found::use_named, wordings::other_wordings};
use crate::{
    components::{given, quote_card, shares, verbs},
    hooks::Corpus,
    url::View,
    wording,
};

/// So many quotations are shown of what a person said.
const SAID: usize = 12;
/// So many of what others said of the person.
const ABOUT: usize = 4;

/// Properties of [`PersonPage`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PersonPageProps {
    /// The full name.
    pub(crate) name: String,
}

/// What is known of a person, with the first quotations.
struct Found {
    profile: Profile,
    said: Vec<QuoteCard>,
    about: Vec<QuoteCard>,
}

/// Somebody who is quoted or named.
#[component]
pub(crate) fn PersonPage(props: &PersonPageProps) -> Html {
    use_named(&props.name, "Nobody here has that name", View::Person, find, shown)
}

fn find(corpus: &Corpus, name: &str) -> Result<Found, Unknown> {
    let profile = corpus.person(name)?;
    let first = |of: &Quoted, count| {
        let hits = corpus.find(&of.all.query).hits(count).into_iter();
        hits.filter_map(quotation).collect::<Vec<_>>()
    };
    let about = profile.about.as_ref().map(|about| first(about, ABOUT)).unwrap_or_default();
    Ok(Found { said: first(&profile.said, SAID), about, profile })
}

fn quotation(hit: Hit) -> Option<QuoteCard> {
    match hit.item {
        Item::Quote(quote) => Some(quote),
        Item::Article(..) | Item::Utterance(..) => None,
    }
}

fn shown(found: &Found) -> Html {
    let profile = &found.profile;
    html! {
        <article class="person-page">
            <header class="person-page-head">
                <h1>{ profile.name.clone() }</h1>
                { for kind(profile.kind).map(|words| html! { <p class="person-page-kind">{ words }</p> }) }
                <p class="person-page-counts">{ for counts(profile) }</p>
            </header>
            <div class="person-page-side">
                { given("Roles, as the reports give them", &profile.roles) }
                { given("Names used", &profile.aliases) }
                { shares("Quoted by", Facet::Outlet, profile.said.by(Facet::Outlet)) }
                { verbs(profile.said.by(Facet::Verb)) }
                { shares("How quoted", Facet::Kind, profile.said.by(Facet::Kind)) }
                { given("Bodies and countries, by the roles", &profile.affiliations) }
            </div>
            <div class="person-page-words">
                { quotes("Quoted as saying", &found.said, &profile.said, "No quote is ascribed to this name.") }
                { for profile.about.as_ref().map(|about| said_of(found, about)) }
            </div>
        </article>
    }
}

/// What a name stands for, where it is not one person.
fn kind(kind: PersonKind) -> Option<&'static str> {
    match kind {
        PersonKind::Named => None,
        PersonKind::Unnamed => {
            Some("Somebody whom the reports do not name. Two of them need not be one person.")
        }
        PersonKind::Group => Some("A body or a group, quoted as one voice."),
    }
}

/// How many there are of what, each a way to see them.
fn counts(profile: &Profile) -> Vec<Html> {
    let link = |of: &Counted, one: &str, many: &str, before: &str| {
        let words = format!("{before}{}", wording::counted(of.count, one, many));
        html! { <a href={View::browse(of.query.clone()).to_string()}>{ words }</a> }
    };
    let mut counts = vec![
        link(&profile.said.all, "quote", "quotes", ""),
        link(&profile.said.utterances, "remark", "remarks", ""),
    ];
    counts.extend(profile.named.as_ref().map(|it| link(it, "article", "articles", "named in ")));
    counts
}

/// What others say of the person, and who they are.
fn said_of(found: &Found, about: &Quoted) -> Html {
    html! {
        <>
            { quotes("Named in what others say", &found.about, about, "No quote of somebody else has the name in its words.") }
            { shares("By whom", Facet::Speaker, about.by(Facet::Speaker)) }
            { shares("Reported by", Facet::Outlet, about.by(Facet::Outlet)) }
        </>
    }
}

/// The first quotations under a heading, and the way to all.
fn quotes(heading: &str, first: &[QuoteCard], all: &Quoted, none: &str) -> Html {
    let cards = first.iter().map(|quote| {
        let start = quote.parts.first().map_or(0, |part| part.span.start);
        html! { <li key={format!("{}/{start}", quote.article.id)}>{ quote_card(quote, other_wordings(quote, &[]), None) }</li> }
    });
    let count = all.all.count;
    html! {
        <section class="person-page-quotes">
            <h2>{ heading.to_owned() }</h2>
            if first.is_empty() {
                <p class="person-page-none">{ none.to_owned() }</p>
            } else {
                <ol class="results is-quotes">{ for cards }</ol>
            }
            if count > first.len() {
                <p class="person-page-all">
                    <a href={View::browse(all.all.query.clone()).to_string()}>
                        { format!("All {}", wording::counted(count, "quote", "quotes")) }
                    </a>
                </p>
            }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check, render};
    use parallax_engine::{Engine, article::Document, build};

    const NORTH: &str = "Talks in Lisbon\n\nNorth News | 20 November 2010\n\n\
        \u{201c}We have made a fresh start,\u{201d} said Minister Anna Berg on Saturday.\n\n\
        \u{201c}Anna Berg is right,\u{201d} warned President Ben Holm.\n";

    #[derive(Clone, PartialEq, Properties)]
    struct WithinProps {
        name: String,
    }

    #[component]
    fn Within(props: &WithinProps) -> Html {
        let corpus = use_memo((), |()| {
            let document =
                Document { id: "north".to_owned(), text: NORTH.to_owned(), ..Document::default() };
            Corpus::new(Engine::open(build(&[document]).unwrap().pack).unwrap())
        });
        html! {
            <ContextProvider<Corpus> context={(*corpus).clone()}>
                <PersonPage name={props.name.clone()} />
            </ContextProvider<Corpus>>
        }
    }

    fn page(name: &str) -> String {
        render::<Within>(WithinProps { name: name.to_owned() })
    }

    #[test]
    fn a_page_tells_who_somebody_is_what_they_said_and_who_names_them() {
        check::<Within>(
            WithinProps { name: "Anna Berg".to_owned() },
            &[
                "<h1>Anna Berg",
                "#/browse?u=quote&amp;speaker=Anna+Berg",
                "1 quote",
                "named in 1 article",
                "Minister",
                "#/article/north?show=received&amp;span=",
                "Names used",
                "Takes no side",
                "verb=say",
                "Quoted as saying",
                "fresh start",
                "Named in what others say",
                "is right",
                "speaker=Ben+Holm",
            ],
        );
    }

    #[test]
    fn a_name_that_nobody_has_leads_to_the_nearest() {
        let html = page("Ana Berg");
        assert!(
            html.contains("Nobody here has that name") && html.contains("#/person/Anna%20Berg")
        );
    }
}
