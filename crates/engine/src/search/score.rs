//! How well a unit holds a clause: BM25F.
//!
//! After Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section
//! 3.6: how often a field has the words is divided by how long that field is against the mean, the fields
//! are added up by their weights, and only then is the sum saturated and weighed by how rare the clause is.
//! Does not know how words are found. Costs a few sums for a unit and a clause.

use crate::{
    collection::Collection,
    index::{FIELDS, Index, Times},
    query::Unit,
};

/// How soon a repeated word stops counting: the usual value.
const SATURATION: f32 = 1.2;

/// A kind of words, and what it counts.
pub(super) struct Field {
    pub(super) name: &'static str,
    /// What one word counts.
    weight: f32,
    /// How much a long field's words count less, from 0 (not at all) to 1 (in proportion).
    length: f32,
}

/// The fields of an article, in the order of [`Index::lengths`].
const OF_ARTICLE: [Field; FIELDS] = [
    // The usual norm: of two reports the one that says it in fewer words is more about it.
    Field { name: "text", weight: 1.0, length: 0.75 },
    // What somebody was quoted with was picked out by the reporter. How much is quoted is a matter of
    // style more than of the subject, so that its length says little.
    Field { name: "quoted", weight: 1.25, length: 0.25 },
    // A headline tells what the report is about. All are short, and long ones are no worse.
    Field { name: "headline", weight: 3.0, length: 0.25 },
];

/// The fields of a quotation.
const OF_QUOTE: [Field; FIELDS] = [
    Field { name: "words", weight: 1.0, length: 0.75 },
    // A name of three words names no less than one of two.
    Field { name: "speaker", weight: 1.0, length: 0.0 },
    NOTHING,
];
const NOTHING: Field = Field { name: "", weight: 0.0, length: 0.0 };

/// The fields of units of that kind, by number.
pub(super) fn fields(unit: Unit) -> &'static [Field; FIELDS] {
    match unit {
        Unit::Article => &OF_ARTICLE,
        Unit::Quote | Unit::Utterance => &OF_QUOTE,
    }
}

/// What scores depend on besides the clauses.
pub(super) struct Model {
    fields: &'static [Field; FIELDS],
    unit: Unit,
    /// How many units there are.
    count: f32,
    /// For each field the part of its norm that is the same for all units, and what a word adds to it.
    norms: [(f32, f32); FIELDS],
}

impl Model {
    pub(super) fn new(collection: &Collection, unit: Unit) -> Self {
        let unit = unit.searched();
        let count = collection.count(unit) as f32;
        Self {
            fields: fields(unit),
            unit,
            count,
            norms: norms(unit, collection.mean_lengths(unit)),
        }
    }

    /// How much it tells that a unit holds a clause that so many hold.
    pub(super) fn weight(&self, holding: usize) -> f32 {
        let holding = holding as f32;
        (1.0 + (self.count - holding + 0.5) / (holding + 0.5)).ln()
    }

    /// How long the fields of a unit are.
    #[inline]
    pub(super) fn lengths(&self, index: &Index, number: u32) -> [u32; FIELDS] {
        index.lengths(self.unit, number)
    }

    /// What a clause of that weight adds to the score of a unit that holds it so often, and whose fields are
    /// so long.
    #[inline]
    pub(super) fn adds(&self, weight: f32, times: Times, lengths: [u32; FIELDS]) -> f32 {
        let mut all = 0.0;
        for (at, (field, long)) in self.fields.iter().zip(lengths).enumerate() {
            let times = times.of(at);
            if times > 0 {
                let (base, word) = self.norms[at];
                all += field.weight * times as f32 / (base + word * long as f32);
            }
        }
        weight * all * (SATURATION + 1.0) / (all + SATURATION)
    }
}

/// The norms of fields that are so long in the mean.
fn norms(unit: Unit, means: [f32; FIELDS]) -> [(f32, f32); FIELDS] {
    let norm = |at: usize| {
        let length = fields(unit)[at].length;
        (1.0 - length, length / means[at].max(1.0))
    };
    std::array::from_fn(norm)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::{HEADLINE, TEXT};

    #[test]
    fn a_clause_adds_what_the_formula_says() {
        let norms = norms(Unit::Article, [100.0, 50.0, 8.0]);
        let model = Model { fields: &OF_ARTICLE, unit: Unit::Article, count: 10.0, norms };
        let mut times = Times::default();
        times.add(TEXT);
        times.add(TEXT);
        // A text twice as long as the mean, and a headline of the mean length.
        let adds = |times| model.adds(2.0, times, [200, 0, 8]);
        let text = 2.0 / 1.75;
        assert!((adds(times) - 2.0 * text * 2.2 / (text + 1.2)).abs() < 1e-6);
        times.add(HEADLINE);
        assert!((adds(times) - 2.0 * (text + 3.0) * 2.2 / (text + 4.2)).abs() < 1e-6);
        assert!((model.weight(10) - (1.0_f32 + 0.5 / 10.5).ln()).abs() < 1e-6);
    }
}
