//! What every report has: passages of several articles that all answer one passage of the first.
//!
//! Each member answers the first article's passage itself: so nothing drifts along a chain of passages that are each
//! a little like the next. Remarks that are only alike are no common ground, nor
//! are sentences with a few words in common. Nothing is written here: what is found is
//! where the sources have it. Costs a comparison for each article but the first.

use super::{Link, Relation, rows};
use crate::{collection::Segment, search::ArticleCard, span::Span};

/// Passages that do not carry one utterance must be so much alike.
const ALIKE: f32 = 0.45;

/// What all of some articles have.
#[derive(Clone, Debug, PartialEq)]
pub struct Core {
    /// The articles; the first one's passages lead.
    pub articles: Vec<ArticleCard>,
    /// The passages that all have, in the order of the first article.
    pub common: Vec<Common>,
}

/// A passage of the first article, and those that answer it in all others.
#[derive(Clone, Debug, PartialEq)]
pub struct Common {
    /// For each article, in their order, where its passages stand: at least one, and one alone in the first.
    pub passages: Vec<Vec<Span>>,
    /// What links them: one utterance, if every article carries it; otherwise the words.
    pub relation: Relation,
    /// How much the least alike of the articles shares, from 0 to 1.
    pub score: f32,
}

/// The passages that all these articles have; none of fewer than two.
pub(crate) fn common(articles: &[(&Segment, usize)]) -> Vec<Common> {
    let Some((first, others)) = articles.split_first().filter(|(_, others)| !others.is_empty())
    else {
        return Vec::new();
    };
    let linked = others.iter().map(|other| {
        let mut links = rows::<true>(*first, *other).1;
        links.retain(|link| match link.relation {
            Relation::SameUtterance => true,
            Relation::Related => false,
            Relation::Wording => link.score >= ALIKE,
        });
        links
    });
    let linked: Vec<Vec<Link>> = linked.collect();
    let mut passages: Vec<Span> = linked.iter().flatten().map(|link| link.left).collect();
    crate::order::sort_by(&mut passages, Ord::cmp);
    passages.dedup();
    passages.into_iter().filter_map(|passage| answered(passage, &linked)).collect()
}

/// The passages that answer this one, if every article has some.
fn answered(passage: Span, linked: &[Vec<Link>]) -> Option<Common> {
    let mut common =
        Common { passages: vec![vec![passage]], relation: Relation::SameUtterance, score: 1.0 };
    for links in linked {
        let here: Vec<&Link> = links.iter().filter(|link| link.left == passage).collect();
        let best = here.iter().map(|link| link.score).max_by(f32::total_cmp)?;
        if here.iter().all(|link| link.relation != Relation::SameUtterance) {
            common.relation = Relation::Wording;
        }
        common.score = common.score.min(best);
        let mut spans: Vec<Span> = here.iter().map(|link| link.right).collect();
        crate::order::sort_by(&mut spans, Ord::cmp);
        common.passages.push(spans);
    }
    Some(common)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Engine,
        article::Document,
        build,
        testing::{BRUSSELS, LISBON, shipped},
    };

    fn documents(texts: &[&str]) -> Vec<Document> {
        let document = |(at, text): (usize, &&str)| Document {
            id: format!("report-{at}"),
            text: format!("{}\n\n{text}\n", ["Harbour notes", "Evening wire", "Daily page"][at]),
            ..Document::default()
        };
        (0..).zip(texts).map(document).collect()
    }

    /// The words of the common passages, article by article.
    fn core(documents: &[Document], ids: &[&str]) -> Vec<Vec<String>> {
        let engine = Engine::open(build(documents).unwrap().pack).unwrap();
        let core = engine.core(ids).unwrap();
        assert_eq!(core.articles.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ids);
        let words = |at: usize, spans: &[Span]| -> String {
            let source = &documents.iter().find(|document| document.id == ids[at]).unwrap().text;
            spans.iter().map(|span| span.of(source)).collect::<Vec<_>>().join(" / ")
        };
        let common = core.common.iter();
        common
            .map(|it| (0..).zip(&it.passages).map(|(at, spans)| words(at, spans)).collect())
            .collect()
    }

    const STORM: &str = "A storm wrecked 1,200 boats in the harbour of Velden.";
    const MAYOR: &str = "The mayor closed the old bridge for repairs.";

    #[test]
    fn what_all_three_have_is_common() {
        let split =
            "A storm wrecked twelve hundred boats. It struck the harbour of Velden at night.";
        let documents = documents(&[
            &format!("{STORM} {MAYOR} Nobody slept."),
            &format!("Trains were late. {STORM}"),
            &format!("{split} {MAYOR}"),
        ]);
        let found = core(&documents, &["report-0", "report-1", "report-2"]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0][..2], [STORM, STORM]);
        assert!(found[0][2].starts_with("A storm wrecked twelve"), "{found:?}");
        let two = core(&documents, &["report-0", "report-2"]);
        assert_eq!(two.iter().map(|it| it[0].as_str()).collect::<Vec<_>>(), [STORM, MAYOR]);
    }

    #[test]
    fn nothing_drifts_along_a_chain() {
        let documents = documents(&[
            "A storm wrecked many boats in the harbour of Velden.",
            "A storm wrecked many boats in Velden; the mayor closed the old bridge for repairs.",
            "The mayor closed the old bridge for repairs.",
        ]);
        assert_eq!(core(&documents, &["report-0", "report-1", "report-2"]), [[""; 0]; 0]);
        assert_eq!(core(&documents, &["report-1", "report-0", "report-2"]).len(), 1);
    }

    #[test]
    fn the_lisbon_reports_share_what_was_said() {
        let found = core(&shipped(), &LISBON);
        let fresh = found.iter().find(|it| it[0].contains("fresh start")).unwrap();
        assert!(fresh[1].starts_with("“Today marks a true fresh start"), "{fresh:?}");
        let alike = |it: &Vec<String>| it[0].contains("\"reset\"") || it[1].contains("adversary");
        assert!(!found.iter().any(alike), "remarks that are only alike: {found:?}");
        assert_eq!(found.len(), 6, "{found:?}");
        assert!(core(&shipped(), &[BRUSSELS, LISBON[0], LISBON[1]]).len() < found.len());
    }
}
