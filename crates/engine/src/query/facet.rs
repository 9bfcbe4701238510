//! The ways to narrow a corpus.

/// A way to narrow the corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Who published it.
    Outlet,
    /// What it reports.
    Event,
    /// What it is about, as whoever gave it says.
    Topic,
    /// Who is quoted: as whoever gave an article says, or else by its quotations.
    Speaker,
    /// How the words are quoted.
    Kind,
    /// The day it was published.
    Date,
    /// The month of that day.
    Month,
    /// Which people are named: in the article, or in the quotation.
    Person,
    /// Which organisations are named there.
    Organisation,
    /// Which places are named there.
    Place,
    /// Which subjects are named there.
    Subject,
    /// The verbs that say how the words were uttered.
    Verb,
    /// How far the speaker, or that there is none, is to be trusted.
    Confidence,
    /// The agencies that an article credits.
    Agency,
    /// The day of what it reports.
    Happened,
}

impl Facet {
    /// All facets, in the order they are shown in.
    pub const ALL: [Self; 15] = [
        Self::Outlet,
        Self::Event,
        Self::Topic,
        Self::Speaker,
        Self::Kind,
        Self::Date,
        Self::Month,
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Subject,
        Self::Verb,
        Self::Confidence,
        Self::Agency,
        Self::Happened,
    ];

    /// The facets that every answer counts: a pack has their columns. They come first of all; the
    /// columns of the others are made when somebody first asks for them.
    pub const AT_ONCE: [Self; 7] = [
        Self::Outlet,
        Self::Event,
        Self::Topic,
        Self::Speaker,
        Self::Kind,
        Self::Date,
        Self::Month,
    ];

    /// Whether every answer counts it.
    #[must_use]
    pub fn is_at_once(self) -> bool {
        (self as usize) < Self::AT_ONCE.len()
    }

    /// Whether its values are days: then a month, a year, or days from one to another may be chosen as well
    /// (`2010-11`, `2009..2010-11-20`), and stand for all days in them.
    #[must_use]
    pub fn is_of_days(self) -> bool {
        matches!(self, Self::Date | Self::Happened)
    }

    /// The facet's name, in lower case, as addresses and files spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Event => "event",
            Self::Topic => "topic",
            Self::Speaker => "speaker",
            Self::Kind => "kind",
            Self::Date => "date",
            Self::Month => "month",
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Subject => "subject",
            Self::Verb => "verb",
            Self::Confidence => "confidence",
            Self::Agency => "agency",
            Self::Happened => "happened",
        }
    }

    /// The facet of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.name() == name)
    }
}

/// The value of a facet for results that have none.
pub const NONE: &str = "(none)";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_facet_is_found_by_its_name_and_stands_at_its_number() {
        for (at, facet) in Facet::ALL.into_iter().enumerate() {
            assert_eq!(Facet::named(facet.name()), Some(facet));
            assert_eq!(facet as usize, at);
            assert_eq!(facet.is_at_once(), Facet::AT_ONCE.contains(&facet));
        }
    }
}
