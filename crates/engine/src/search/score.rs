//! How well a unit holds a clause: BM25F.
//!
//! After Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section
//! 3.6: how often a field has the words is divided by how long that field is against the mean, the fields
//! are added up by their weights, and only then is the sum saturated and weighed by how rare the clause is.
//! Does not know how words are found. Costs a few sums for a unit and a clause.

use crate::{collection::Collection, index::Index, query::Unit};

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

/// How many fields a unit has.
const FIELDS: usize = 3;
/// The numbers of fields.
pub(super) const TEXT: usize = 0;
pub(super) const QUOTED: usize = 1;
pub(super) const NAME: usize = 1;
pub(super) const HEADLINE: usize = 2;

/// The fields of units of that kind, by number.
pub(super) fn fields(unit: Unit) -> &'static [Field; FIELDS] {
    match unit {
        Unit::Article => &OF_ARTICLE,
        Unit::Quote | Unit::Utterance => &OF_QUOTE,
    }
}

/// How often each field of a unit holds something: in four bytes, since there is one for each unit found.
/// Beyond some thousand times (255 in a headline) it stays as it is; the score would change by nothing
/// that anyone sees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Times(u32);

impl Times {
    /// How many bits a field's number has; the last has those that are left.
    const BITS: usize = 12;
    const MOST: u32 = (1 << Self::BITS) - 1;
    /// The highest bit of each field.
    const HALF: u32 = 1 << 11 | 1 << 23 | 1 << 31;

    /// Counts once more in a field.
    #[inline]
    pub(super) fn add(&mut self, field: usize) {
        let most = Self::MOST << (field * Self::BITS);
        let more = u32::from(self.0 & most != most);
        self.0 += more << (field * Self::BITS);
    }

    /// Once in a field.
    pub(super) fn once(field: usize) -> Self {
        Self(1 << (field * Self::BITS))
    }

    /// Both together.
    pub(super) fn plus(self, other: Self) -> Self {
        let sum = |field: usize| {
            let most = (Self::MOST << (field * Self::BITS)) >> (field * Self::BITS);
            (self.of(field) + other.of(field)).min(most) << (field * Self::BITS)
        };
        // Numbers that are below half of the most there is room for cannot run over.
        if (self.0 | other.0) & Self::HALF == 0 {
            Self(self.0 + other.0)
        } else {
            Self((0..FIELDS).map(sum).sum())
        }
    }

    /// How often that is in a field.
    #[inline]
    pub(super) fn of(self, field: usize) -> u32 {
        self.0 >> (field * Self::BITS) & Self::MOST
    }

    /// Whether it is nowhere.
    pub(super) fn is_none(self) -> bool {
        self.0 == 0
    }
}

/// What scores depend on besides the clauses.
pub(super) struct Model {
    fields: &'static [Field; FIELDS],
    unit: Unit,
    /// How many units there are, and how long their fields are in the mean.
    count: f32,
    means: [f32; FIELDS],
}

impl Model {
    pub(super) fn new(collection: &Collection, unit: Unit) -> Self {
        let unit = unit.searched();
        let count = collection.count(unit) as f32;
        let means = collection.mean_lengths(unit).map(|mean| mean.max(1.0));
        Self { fields: fields(unit), unit, count, means }
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
                let Field { weight, length, .. } = *field;
                let norm = 1.0 - length + length * long as f32 / self.means[at];
                all += weight * times as f32 / norm;
            }
        }
        weight * all * (SATURATION + 1.0) / (all + SATURATION)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_counted_by_field_and_never_run_over() {
        let mut times = Times::default();
        assert!(times.is_none());
        (0..3).for_each(|_| times.add(QUOTED));
        (0..5000).for_each(|_| times.add(TEXT));
        (0..300).for_each(|_| times.add(HEADLINE));
        let of = |times: Times| [TEXT, QUOTED, HEADLINE].map(|field| times.of(field));
        assert_eq!(of(times), [4095, 3, 255]);
        assert_eq!(of(times.plus(times)), [4095, 6, 255]);
        assert_eq!(of(Times::once(QUOTED).plus(Times::once(HEADLINE))), [0, 1, 1]);
        assert_eq!(of(Times::default().plus(times)), of(times));
    }

    #[test]
    fn a_clause_adds_what_the_formula_says() {
        let means = [100.0, 50.0, 8.0];
        let model = Model { fields: &OF_ARTICLE, unit: Unit::Article, count: 10.0, means };
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
