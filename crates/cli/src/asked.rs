//! What is asked of which documents: the arguments that searching and explaining have in common.
//!
//! Does not know what is done with an answer.

use anyhow::Result;
use clap::{Args, ValueEnum};
use parallax_engine::{
    Engine,
    query::{Choice, Facet, Query, Sort, Unit},
};

use crate::opened::Opened;

/// A query, and where to ask it.
#[derive(Debug, Args)]
pub(crate) struct Asked {
    /// What to look for: words, "a phrase", begin*, misspelt~, =exact, -without, this OR that, field:word.
    query: String,
    /// Words as they are, none in its other forms.
    #[arg(long)]
    exact: bool,
    /// What a result is.
    #[arg(long, value_enum, default_value_t)]
    unit: Listed,
    /// The order of the results: best, newest, oldest, outlet, longest or shortest.
    #[arg(long, value_name = "ORDER", value_parser = order, default_value = "best")]
    sort: Sort,
    /// Only what has this value of a facet (of a day also a month, a year or "2009..2010-11"); several of one facet: any of them.
    #[arg(long = "only", value_name = "FACET=VALUE", value_parser = choice)]
    only: Vec<(Facet, String)>,
    /// Only what does not have this value of a facet.
    #[arg(long = "without", value_name = "FACET=VALUE", value_parser = choice)]
    without: Vec<(Facet, String)>,
    #[command(flatten)]
    opened: Opened,
    /// Print JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// What a result of a search is.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Listed {
    /// A whole article.
    #[default]
    Article,
    /// A quotation.
    Quote,
    /// What was said once, however many quotations carry it.
    Utterance,
}

impl Asked {
    /// The query.
    pub(crate) fn query(&self) -> Query {
        let unit = match self.unit {
            Listed::Article => Unit::Article,
            Listed::Quote => Unit::Quote,
            Listed::Utterance => Unit::Utterance,
        };
        let words = self.query.clone();
        let mut query =
            Query { unit, words, exact: self.exact, sort: self.sort, ..Query::default() };
        for (facet, value) in &self.only {
            if query.selection(*facet).choice(value) != Choice::Included {
                query.choose(*facet, |chosen| chosen.toggle(value));
            }
        }
        for (facet, value) in &self.without {
            if query.selection(*facet).choice(value) != Choice::Excluded {
                query.choose(*facet, |chosen| chosen.toggle_exclude(value));
            }
        }
        query
    }

    /// The documents, opened.
    pub(crate) fn engine(&self) -> Result<Engine> {
        self.opened.engine()
    }
}

/// Reads "newest".
fn order(typed: &str) -> Result<Sort, String> {
    let names = || Sort::ALL.map(Sort::name).join(", ");
    Sort::named(typed).ok_or_else(|| format!("{typed:?} is no order; orders are {}", names()))
}

/// Reads "outlet=RT".
fn choice(typed: &str) -> Result<(Facet, String), String> {
    let names = || Facet::ALL.map(Facet::name).join(", ");
    let (name, value) = typed
        .split_once('=')
        .ok_or_else(|| format!("write FACET=VALUE; facets are {}", names()))?;
    let facet = Facet::named(name)
        .ok_or_else(|| format!("{name:?} is no facet; facets are {}", names()))?;
    Ok((facet, value.to_owned()))
}
