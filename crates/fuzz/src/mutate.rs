//! Bytes changed at random from a fixed seed: what the tests try when no fuzzer is at hand.
//!
//! Knows which words and marks the rules heed; does not see which code runs.

/// What is put in: marks, names, verbs, furniture, markup, line breaks, broken encodings.
const WORDS: [&str; 48] = [
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "„",
    "‚",
    "\n",
    "\n\n",
    " ",
    "\t",
    ".",
    ",",
    ":",
    "–",
    "…",
    "(",
    ")",
    "[",
    "said",
    " said ",
    "he said",
    "according to",
    "Ann Smith",
    "Mr. Smith",
    "the minister",
    "U.S.",
    "Jan. 3, 2010",
    "2010-11-20",
    "20.11.2010",
    "(SOUNDBITE)",
    "- Title:",
    "Author: ",
    "Image: ",
    "<p>",
    "</p>",
    "<script>",
    "&amp;",
    "---\n",
    "# ",
    "{\"",
    "}",
    "\0",
    "\u{feff}",
    "é",
];

/// A source of numbers (xorshift64*, Vigna 2016).
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice that fall the same way for the same seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// A number below `sides`, which is at least one.
    #[allow(clippy::cast_possible_truncation, reason = "the top half is what counts")]
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % sides.max(1)
    }
}

/// A few changes at random places: cut, double, put in, overwrite, cross with `other`.
#[must_use]
pub fn mutated(seed: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.roll(8) {
        let from = dice.roll(bytes.len() + 1);
        let to = (from + dice.roll(64)).min(bytes.len());
        match dice.roll(6) {
            0 => drop(bytes.drain(from..to)),
            1 => {
                let again = bytes[from..to].repeat(1 + dice.roll(4));
                bytes.splice(from..from, again);
            }
            2 | 3 => {
                let word = WORDS[dice.roll(WORDS.len())].repeat(1 + dice.roll(3));
                bytes.splice(from..from, word.into_bytes());
            }
            4 if from < to => bytes[from] = u8::try_from(dice.roll(256)).unwrap_or_default(),
            _ => {
                let start = dice.roll(other.len() + 1);
                let end = (start + dice.roll(400)).min(other.len());
                bytes.splice(from..to, other[start..end].iter().copied());
            }
        }
    }
    bytes
}
