//! Which word stands at each position of some texts: while they are read, by the word's place among those known so
//! far; when all are read, by its number in the dictionary.
//!
//! One number for each word of all texts. Does not know how words are told apart.

/// The words' places are told in parts, by how many bits of their hashes.
pub(super) const PART_BITS: u32 = 4;

/// How many bits tell the field of the article.
const FIELD_BITS: u32 = 2;

/// The words that stand one after the other, each by its part, its place in that, and its field.
#[derive(Clone, Debug, Default)]
pub(super) struct Standing(Vec<u32>);

impl Standing {
    /// Puts one more behind. A part has fewer than 2^26 words: their letters alone would be more than a pack can hold.
    pub(super) fn push(&mut self, part: usize, at: u32, field: usize) {
        self.0.push((at << PART_BITS | part as u32) << FIELD_BITS | field as u32);
    }

    /// Those of several texts, one after the other, where words have one place in all of them: `places` has for each
    /// part, for each text what each place in it is among all.
    pub(super) fn joined<'texts>(
        all: impl Iterator<Item = &'texts Self>,
        places: &[Vec<Vec<u32>>],
    ) -> Self {
        let mut joined = Self::default();
        for (text, standing) in all.enumerate() {
            joined.0.reserve(standing.0.len());
            for (part, at, field) in standing.each() {
                joined.push(part, places[part][text][at], field);
            }
        }
        joined
    }

    /// The part, the place in it and the field of each.
    fn each(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        self.0.iter().map(|word| {
            let place = word >> FIELD_BITS;
            let part = place % (1 << PART_BITS);
            (part as usize, (place >> PART_BITS) as usize, (word % (1 << FIELD_BITS)) as usize)
        })
    }
}

/// Which words of the dictionary stand one after the other.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) standing: Standing,
    /// For each part, for each place in it the word's number.
    pub(super) numbers: Vec<Vec<u32>>,
}

impl Order {
    /// How many different words there are.
    pub(super) fn words(&self) -> usize {
        self.numbers.iter().map(Vec::len).sum()
    }

    /// The number of each word and its field, from the first position on.
    pub(super) fn each(&self) -> impl Iterator<Item = (u32, usize)> {
        self.standing.each().map(|(part, at, field)| (self.numbers[part][at], field))
    }
}
