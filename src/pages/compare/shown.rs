//! The texts that are shown beside each other: all of a comparison, or the base text and one other.

use std::rc::Rc;

use parallax_engine::{compare::Comparison, search::ArticleCard};
use yew::prelude::*;

use super::{cards, names};
use crate::{
    compared::{Scale, Sheet},
    components::{ComparisonSummaryProps, Side, Tally},
    pages::same::Same,
};

/// The texts that are shown beside each other.
#[derive(Clone)]
pub(super) struct Shown {
    pub(super) sheet: Rc<Sheet>,
    pub(super) scale: Rc<Scale>,
    pub(super) sides: Rc<Vec<Side>>,
}

/// The sheet of all texts, or of the base text and the chosen other one.
#[hook]
pub(super) fn use_shown(comparisons: &Same<Vec<Comparison>>, chosen: Option<usize>) -> Shown {
    let shown = use_memo((comparisons.clone(), chosen), |(comparisons, chosen)| {
        let several = comparisons.0.iter().enumerate();
        let several = several.filter(|(at, _)| chosen.is_none_or(|chosen| chosen == *at));
        let (numbers, several): (Vec<usize>, Vec<&Comparison>) = several.unzip();
        let sheet = Sheet::of(&several);
        let all = sides(&cards(&comparisons.0));
        let of_others = numbers.iter().filter_map(|at| all.get(at + 1));
        let sides = all.first().into_iter().chain(of_others).cloned();
        // A chosen text stands in the second column, and has its colour.
        let sides = sides.enumerate().map(|(column, side)| Side { column, ..side });
        Shown {
            scale: Rc::new(Scale::of(&sheet)),
            sides: Rc::new(sides.collect()),
            sheet: Rc::new(sheet),
        }
    });
    (*shown).clone()
}

/// The texts by their columns, the base text first.
pub(super) fn sides(articles: &[&ArticleCard]) -> Vec<Side> {
    let side = |(column, (article, name)): (usize, (&&ArticleCard, String))| Side {
        article: article.id.clone().into(),
        outlet: name.into(),
        column,
    };
    articles.iter().zip(names(articles)).enumerate().map(side).collect()
}

/// What each text shares with the base text.
pub(super) fn summary(sides: &[Side], comparisons: &[Comparison]) -> ComparisonSummaryProps {
    let others = sides.iter().skip(1).zip(comparisons);
    ComparisonSummaryProps {
        base: sides.first().map(|side| side.outlet.clone()).unwrap_or_default(),
        others: others.map(|(side, it)| (side.outlet.clone(), Tally::of(&it.rows))).collect(),
    }
}
