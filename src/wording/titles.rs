//! Titles of views, for the browser's window and its history.

use parallax_engine::{
    query::{Query, Unit},
    search::ArticleCard,
};

use super::filter_label;
use crate::{
    action::Filter,
    url::{Show, View},
};

/// The outlet, or words that say there is none.
#[must_use]
pub fn outlet_or_none(outlet: Option<&str>) -> &str {
    outlet.unwrap_or("No outlet named")
}

/// The outlets of some texts, each told from the others: those that would be called the same are numbered.
#[must_use]
pub fn outlets_apart<'a>(articles: impl IntoIterator<Item = &'a ArticleCard>) -> Vec<String> {
    let outlets: Vec<_> = articles.into_iter().map(|it| it.outlet.as_deref()).collect();
    let name = |(at, outlet): (usize, &Option<&str>)| {
        let same = |other: &&Option<&str>| *other == outlet;
        let before = outlets.iter().take(at).filter(same).count();
        let name = outlet_or_none(*outlet);
        match outlets.iter().filter(same).count() {
            1 => name.to_owned(),
            _ => format!("{name} ({})", before + 1),
        }
    };
    outlets.iter().enumerate().map(name).collect()
}

/// The title of a view; `subject` is the headline or speaker that it is about, if one is known.
#[must_use]
pub fn title(view: &View, subject: Option<&str>) -> String {
    let subject = subject.unwrap_or_default();
    match view {
        View::Browse(view) => browse(&view.query),
        View::Quote(_) if subject.is_empty() => "Quote".to_owned(),
        View::Quote(_) => format!("Quote: {subject}"),
        View::Article(article) if article.show == Show::Received => {
            format!("As received: {}", named(subject, &article.id))
        }
        View::Article(article) => named(subject, &article.id).to_owned(),
        View::Compare(_) if subject.is_empty() => "Compare reports".to_owned(),
        View::Compare(_) => format!("Compare: {subject}"),
        View::Person(name) => format!("Person: {name}"),
        View::Event(name) => format!("Event: {name}"),
        View::About => "About".to_owned(),
        View::Unknown(_) => "Not found".to_owned(),
    }
}

fn named<'a>(subject: &'a str, id: &'a str) -> &'a str {
    if subject.is_empty() { id } else { subject }
}

fn browse(query: &Query) -> String {
    let unit = match query.unit {
        Unit::Article => "Articles",
        Unit::Quote => "Quotes",
        Unit::Utterance => "Remarks",
    };
    let unit = if query.lines.is_some() { format!("Lines, {unit}") } else { unit.to_owned() };
    let filters: Vec<_> = Filter::of(query).iter().map(filter_label).collect();
    if filters.is_empty() { unit } else { format!("{unit}, {}", filters.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{testing::article, url::Address};

    #[test]
    fn texts_of_one_outlet_are_numbered() {
        let unnamed = ArticleCard::default();
        let [rt, dw] = ["RT", "DW"].map(|outlet| article("a", outlet, "Headline"));
        let names = outlets_apart([&rt, &dw, &unnamed, &rt]);
        assert_eq!(names, ["RT (1)", "DW", "No outlet named", "RT (2)"]);
    }

    #[test]
    fn a_title_names_its_view() {
        let title_of = |hash: &str| title(&Address::parse(hash).view, None);
        assert_eq!(title_of("#/browse?u=quote&outlet=RT"), "Quotes, Outlet: RT");
        assert_eq!(title_of("#/browse?q=fresh&lines=left"), "Lines, Articles, Words: fresh");
        assert_eq!(title_of("#/person/Jo%20Li"), "Person: Jo Li");
        assert_eq!(title_of("#/event/Talks"), "Event: Talks");
        assert_eq!(title_of("#/article/a"), "a");
        assert_eq!(title_of("#/zzz"), "Not found");
    }
}
