//! Names of facets, their values, and active filters.

use parallax_engine::{
    query::{Facet, NONE},
    quote::QuoteKind,
};

use super::{dates::days_of, kinds::kind_label};
use crate::action::Filter;

/// The facet's name for a reader.
#[must_use]
pub fn facet_label(facet: Facet) -> &'static str {
    match facet {
        Facet::Outlet => "Outlet",
        Facet::Event => "Event",
        Facet::Topic => "Topic",
        Facet::Speaker => "Speaker",
        Facet::Kind => "Kind of quote",
        Facet::Date => "Published",
        Facet::Month => "Month of publication",
        Facet::Person => "People named",
        Facet::Organisation => "Organisations named",
        Facet::Place => "Places named",
        Facet::Subject => "Subjects",
        Facet::Verb => "Reporting verb",
        Facet::Confidence => "Sure of the speaker",
        Facet::Agency => "Agency credited",
        Facet::Happened => "Date of the event",
    }
}

/// A facet's value for a reader.
#[must_use]
pub fn value_label(facet: Facet, value: &str) -> String {
    match facet {
        _ if value == NONE => none_label(facet).to_owned(),
        Facet::Kind => {
            let kind = QuoteKind::ALL.into_iter().find(|kind| kind.name() == value);
            kind.map_or_else(|| value.to_owned(), |kind| kind_label(kind).to_owned())
        }
        Facet::Date | Facet::Month | Facet::Happened => days_of(value),
        Facet::Confidence => confidence_of(value).to_owned(),
        _ => value.to_owned(),
    }
}

fn none_label(facet: Facet) -> &'static str {
    match facet {
        Facet::Outlet => "No outlet named",
        Facet::Event => "No event",
        Facet::Topic => "No topic given",
        Facet::Speaker => "No speaker named",
        Facet::Kind | Facet::Confidence => "No quotes",
        Facet::Date | Facet::Month | Facet::Happened => "No date",
        Facet::Person => "No person named",
        Facet::Organisation => "No organisation named",
        Facet::Place => "No place named",
        Facet::Subject => "None of the subjects",
        Facet::Verb => "No reporting verb",
        Facet::Agency => "No agency credited",
    }
}

/// How far the page is sure of a speaker, by the value of the facet.
fn confidence_of(value: &str) -> &str {
    match value {
        "sure" => "Sure",
        "likely" => "Probably right",
        "check" => "Check these",
        _ => value,
    }
}

/// An active filter in words: "Outlet: RT", "Outlet: not DW", "Words: fresh".
#[must_use]
pub fn filter_label(filter: &Filter) -> String {
    match filter {
        Filter::Words(words) => format!("Words: {words}"),
        Filter::Included(facet, value) => {
            format!("{}: {}", facet_label(*facet), value_label(*facet, value))
        }
        Filter::Excluded(facet, value) => {
            format!("{}: not {}", facet_label(*facet), value_label(*facet, value))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_as_words() {
        assert_eq!(value_label(Facet::Kind, "mixed"), "Partial quote");
        assert_eq!(value_label(Facet::Kind, "odd"), "odd");
        assert_eq!(value_label(Facet::Date, "2009-12-17"), "17 Dec 2009");
        assert_eq!(value_label(Facet::Month, "2009-12"), "December 2009");
        assert_eq!(value_label(Facet::Topic, "sport"), "sport");
        assert_eq!(value_label(Facet::Confidence, "check"), "Check these");
        assert_eq!(value_label(Facet::Confidence, "odd"), "odd");
        assert_eq!(value_label(Facet::Speaker, NONE), "No speaker named");
    }

    #[test]
    fn an_excluded_value_says_not() {
        let filter = Filter::Excluded(Facet::Outlet, "DW".to_owned());
        assert_eq!(filter_label(&filter), "Outlet: not DW");
    }
}
