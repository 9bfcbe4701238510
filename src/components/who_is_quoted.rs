//! Who is quoted in an article, how often, and where first.

use parallax_engine::{order::sort_by_key, search::QuoteCard};
use yew::prelude::*;

use crate::{
    url::{Show, View},
    wording,
};

/// Someone quoted in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedPerson {
    /// By full name; none for words that no one is named for.
    pub name: Option<String>,
    /// In the role that the article gives.
    pub role: Option<String>,
    /// How many quotations.
    pub quotes: usize,
    /// The first of them.
    pub first: String,
}

/// Who is quoted, in order of first appearance; the unnamed last.
#[must_use]
pub fn quoted_people(quotes: &[QuoteCard]) -> Vec<QuotedPerson> {
    let mut people: Vec<QuotedPerson> = Vec::new();
    for quote in quotes {
        match people.iter_mut().find(|person| person.name == quote.speaker) {
            Some(person) => {
                person.quotes += 1;
                person.role = person.role.take().or_else(|| quote.role.clone());
            }
            None => people.push(QuotedPerson {
                name: quote.speaker.clone(),
                role: quote.role.clone(),
                quotes: 1,
                first: quote.key.clone(),
            }),
        }
    }
    sort_by_key(&mut people, |person| person.name.is_none());
    people
}

/// Who is quoted in an article.
pub fn who_is_quoted(article: &str, people: &[QuotedPerson]) -> Html {
    let rows = people.iter().map(|person| {
        let name = person.name.clone().unwrap_or_else(|| "No speaker named".to_owned());
        let to = View::article_at(article, &person.first, Show::Reading);
        let count = wording::counted(person.quotes, "quote", "quotes");
        html! {
            <li key={name.clone()}>
                if person.name.is_some() {
                    <a href={View::Person(name.clone()).to_string()}>{ name.clone() }</a>
                } else {
                    <span>{ name.clone() }</span>
                }
                <a
                    class="who-is-quoted-count"
                    href={to.to_string()}
                    aria-label={format!("{name}: {count}, go to the first")}
                >
                    { count }
                </a>
                if let Some(role) = &person.role {
                    <span class="who-is-quoted-role">{ role.clone() }</span>
                }
            </li>
        }
    });
    html! {
        <section class="who-is-quoted">
            <h2>{ "Who is quoted here" }</h2>
            if people.is_empty() {
                <p>{ "No one." }</p>
            } else {
                <ul>{ for rows }</ul>
                <p class="who-is-quoted-hint">
                    { "Quotes are underlined in the text. Choose one to see its speaker and its source." }
                </p>
            }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, quote};

    #[test]
    fn people_are_counted_and_the_unnamed_come_last() {
        let unnamed = QuoteCard { speaker: None, role: None, ..quote("k0", &["a"]) };
        let quotes = [unnamed, quote("k1", &["b"]), quote("k2", &["c"])];
        let people = quoted_people(&quotes);
        let told: Vec<_> =
            people.iter().map(|p| (p.name.as_deref(), p.quotes, p.first.as_str())).collect();
        assert_eq!(told, [(Some("Dmitry Medvedev"), 2, "k1"), (None, 1, "k0")]);
    }

    #[test]
    fn each_leads_to_the_person_and_to_the_first_words() {
        let people = quoted_people(&[quote("k1", &["b"])]);
        check_html(
            who_is_quoted("a", &people),
            &["#/person/Dmitry%20Medvedev", "#/article/a?at=k1", "1 quote", "Russian President"],
        );
    }
}
