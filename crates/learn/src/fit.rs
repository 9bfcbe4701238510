//! Fitting: examples of articles in, weights out.
//!
//! Two rounds: first the annotators' speaker counts as the one who spoke last, then also the
//! ranker's own, so that it learns to live with its errors (Ross, Gordon and Bagnell 2011).

use parallax_engine::{
    article::Document,
    quote::{
        learning::{Example, walk},
        network::Network,
        ranker::UNITS,
    },
};

use crate::{
    gold::Article,
    label::{Label, label},
    model::{Settings, Weights},
    random::Random,
};

/// The network that the articles teach.
pub(crate) fn fit(articles: &[&Article], settings: &Settings) -> Network<UNITS> {
    let mut examples = Vec::new();
    gather(articles, &mut examples, |_, label| match label {
        Label::Right(right) => right.first().copied().unwrap_or_default(),
        _ => 0,
    });
    let first: Weights<UNITS> = learnt(&examples, &Settings { pruned: 0.0, ..*settings });
    gather(articles, &mut examples, |example, _| choose(example, &first.chances(example)).0);
    learnt::<UNITS>(&examples, settings).network()
}

/// Adds the labelled fragments of the articles; `judge` says who counts as having spoken.
fn gather(
    articles: &[&Article],
    examples: &mut Vec<(Example, Label)>,
    judge: impl Fn(&Example, &Label) -> usize,
) {
    for article in articles {
        walk(&document(article), |example| {
            let (found, _) = label(article, &example);
            let chosen = judge(&example, &found);
            if found != Label::Unknown {
                examples.push((example, found));
            }
            chosen
        });
    }
}

/// The weights that examples teach.
pub(crate) fn learnt<const UNITS: usize>(
    examples: &[(Example, Label)],
    settings: &Settings,
) -> Weights<UNITS> {
    let size = |features: &mut dyn Iterator<Item = &u16>| {
        features.max().map_or(0, |most| usize::from(*most) + 1)
    };
    let shared = size(&mut examples.iter().flat_map(|(example, _)| &example.shared));
    let candidates = examples.iter().flat_map(|(example, _)| &example.candidates);
    let candidate = size(&mut candidates.flat_map(|candidate| &candidate.row));
    let mut weights = Weights::new(shared, candidate, &mut Random::new(settings.seed + 1));
    weights.learn(examples, settings);
    if settings.pruned > 0.0 {
        weights.prune(settings.pruned);
        weights.learn(examples, &settings.again());
    }
    weights
}

/// The article as extraction takes it.
pub(crate) fn document(article: &Article) -> Document {
    Document { id: article.id.clone(), text: article.text.clone(), ..Document::default() }
}

/// The candidate that the chances speak for, and its person's chance; 0 is nobody.
pub(crate) fn choose(example: &Example, chances: &[f32]) -> (usize, f32) {
    if chances[0] >= 0.5 {
        return (0, chances[0]);
    }
    let person = |at: usize| -> f32 {
        let wanted = example.candidates[at].person;
        let all = example.candidates.iter().zip(chances);
        all.filter(|(one, _)| one.person == wanted).map(|(_, chance)| chance).sum()
    };
    let all = (1..chances.len()).map(|at| (at, person(at), chances[at]));
    let best =
        all.max_by(|left, right| left.1.total_cmp(&right.1).then(left.2.total_cmp(&right.2)));
    best.map_or((0, 1.0), |(at, chance, _)| (at, chance))
}
