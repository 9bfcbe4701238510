//! Clauses of made reports: what they say, the ways in which it can be put, and their words.
//!
//! A clause knows of each word which others can stand for it, and of numbers and days how else they are
//! written. Knows nothing of articles, and nothing of how anything is compared.

use fastrand::Rng;
use parallax_engine::compare::Value;

const LIST: &str = include_str!("words.txt");
const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const MONTHS: [(&str, &str); 8] = [
    ("January", "Jan"),
    ("February", "Feb"),
    ("April", "Apr"),
    ("August", "Aug"),
    ("September", "Sept"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
];

/// The words that reports are made of, each kind's as lists of words that can stand for each other.
pub(super) struct Lexicon {
    nouns: Vec<Vec<&'static str>>,
    verbs: Vec<Vec<&'static str>>,
    adjectives: Vec<Vec<&'static str>>,
    adverbs: Vec<Vec<&'static str>>,
    names: Vec<Vec<&'static str>>,
    places: Vec<Vec<&'static str>>,
}

impl Lexicon {
    /// Everything in the list.
    pub(super) fn all() -> Self {
        let of = |kind: &str, between: char| -> Vec<Vec<&'static str>> {
            let lines = LIST.lines().filter_map(|line| line.split_once(' '));
            let lines = lines.filter(|(first, _)| *first == kind);
            lines.map(|(_, rest)| rest.split(between).collect()).collect()
        };
        Self {
            nouns: of("noun", ' '),
            verbs: of("verb", ' '),
            adjectives: of("adjective", ' '),
            adverbs: of("adverb", ' '),
            names: of("name", '\n'),
            places: of("place", ' '),
        }
    }

    /// The part of it that one report uses.
    pub(super) fn some(&self, random: &mut Rng) -> Self {
        let mut part = |all: &[Vec<&'static str>], count: usize| {
            random.choose_multiple(all.iter(), count).into_iter().cloned().collect()
        };
        Self {
            nouns: part(&self.nouns, 30),
            verbs: part(&self.verbs, 18),
            adjectives: part(&self.adjectives, 14),
            adverbs: part(&self.adverbs, 5),
            names: part(&self.names, 5),
            places: part(&self.places, 4),
        }
    }
}

/// Something that is said in a clause, in one of the ways in which it can be put.
#[derive(Clone, Debug)]
enum Part {
    Plain(&'static str),
    Name(&'static str),
    Word(Vec<&'static str>, usize),
    Count(u32, u8),
    Day(u8, usize, u16, u8),
}

/// A clause: one statement.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    parts: Vec<Part>,
    /// Who says it in these words, if somebody is quoted.
    speaker: Option<&'static str>,
}

impl Clause {
    /// A statement in these words.
    pub(super) fn made(lexicon: &Lexicon, random: &mut Rng) -> Self {
        let mut parts = Vec::new();
        let word = |list: &[Vec<&'static str>], random: &mut Rng| {
            let words = random.choice(list).cloned().unwrap_or_default();
            let put = random.usize(..words.len().max(1));
            Part::Word(words, put)
        };
        let name = |list: &[Vec<&'static str>], random: &mut Rng| {
            Part::Name(random.choice(list).and_then(|name| name.first()).copied().unwrap_or(""))
        };
        match random.u8(..3) {
            0 => parts.push(name(&lexicon.names, random)),
            1 => {
                parts.push(Part::Plain("the"));
                parts.push(word(&lexicon.adjectives, random));
                parts.push(word(&lexicon.nouns, random));
            }
            _ => {
                parts.push(Part::Plain("the"));
                parts.push(word(&lexicon.nouns, random));
                parts.push(Part::Plain("of"));
                parts.push(name(&lexicon.places, random));
            }
        }
        if random.u8(..3) == 0 {
            parts.push(word(&lexicon.adverbs, random));
        }
        parts.push(word(&lexicon.verbs, random));
        match random.u8(..3) {
            0 => parts.push(count(random)),
            1 => parts.push(Part::Plain("the")),
            _ => parts.extend([Part::Plain("a"), word(&lexicon.adjectives, random)]),
        }
        parts.push(word(&lexicon.nouns, random));
        parts.push(Part::Plain(random.choice(["for the", "with the", "beside the"]).unwrap_or("")));
        parts.extend([word(&lexicon.adjectives, random), word(&lexicon.nouns, random)]);
        match random.u8(..4) {
            0 => parts.extend([Part::Plain("in"), name(&lexicon.places, random)]),
            1 => parts.extend([Part::Plain("on"), day(random)]),
            _ => {}
        }
        let speaker = (random.u8(..6) == 0).then(|| random.choice(&lexicon.names)).flatten();
        Self { parts, speaker: speaker.and_then(|name| name.first()).copied() }
    }

    /// The same statement, this part of its content put in another way.
    pub(super) fn reworded(&self, share: f32, random: &mut Rng) -> Self {
        let content = self.parts.iter().filter(|part| !matches!(part, Part::Plain(_))).count();
        let wanted = (content as f32 * share).ceil() as usize;
        let mut parts = self.parts.clone();
        let mut changing: Vec<&mut Part> =
            parts.iter_mut().filter(|part| part.ways() > 1).collect();
        random.shuffle(&mut changing);
        for part in changing.into_iter().take(wanted) {
            part.change(random);
        }
        Self { parts, speaker: self.speaker }
    }

    /// A statement that differs in one number, day or name, and what it is; none if it has none.
    pub(super) fn contradicted(
        &self,
        lexicon: &Lexicon,
        random: &mut Rng,
    ) -> Option<(Self, Value)> {
        let mut clause = self.clone();
        let values = clause.parts.iter_mut().filter_map(|part| Some((part.kind()?, part)));
        let values: Vec<(Value, &mut Part)> = values.collect();
        let (kind, part) = random.choice(values)?;
        match part {
            Part::Plain(_) | Part::Word(..) => {}
            Part::Count(value, _) => *value += *value / random.u32(2..10),
            Part::Day(day, month, ..) if random.bool() => {
                *month = (*month + 1) % MONTHS.len();
                *day = *day % 28 + 1;
            }
            Part::Day(day, ..) => *day = *day % 28 + 1,
            Part::Name(name) => {
                let list = if name.contains(' ') { &lexicon.names } else { &lexicon.places };
                let others = list.iter().flatten().filter(|other| *other != name);
                *name = random.choice(others.collect::<Vec<_>>())?;
            }
        }
        Some((clause, kind))
    }

    /// The clause's words, without a capital letter or a full stop.
    pub(super) fn words(&self) -> String {
        let words: Vec<String> = self.parts.iter().map(Part::words).collect();
        words.join(" ")
    }

    /// Who is quoted.
    pub(super) fn speaker(&self) -> Option<&'static str> {
        self.speaker
    }
}

impl Part {
    /// In how many ways it can be put.
    fn ways(&self) -> u8 {
        match self {
            Self::Plain(_) | Self::Name(_) => 1,
            Self::Word(words, _) => words.len() as u8,
            Self::Count(..) => 2,
            Self::Day(..) => 4,
        }
    }

    /// What it is, if two reports can disagree about it.
    fn kind(&self) -> Option<Value> {
        match self {
            Self::Plain(_) | Self::Word(..) => None,
            Self::Name(_) => Some(Value::Name),
            Self::Count(..) => Some(Value::Number),
            Self::Day(..) => Some(Value::Day),
        }
    }

    fn change(&mut self, random: &mut Rng) {
        let ways = self.ways();
        let step = random.u8(1..ways.max(2));
        match self {
            Self::Plain(_) | Self::Name(_) => {}
            Self::Word(_, way) => *way = (*way + usize::from(step)) % usize::from(ways),
            Self::Count(_, way) | Self::Day(.., way) => *way = (*way + step) % ways,
        }
    }

    fn words(&self) -> String {
        match *self {
            Self::Plain(words) | Self::Name(words) => words.to_owned(),
            Self::Word(ref words, way) => words.get(way).copied().unwrap_or_default().to_owned(),
            Self::Count(value, way) => counted(value, way),
            Self::Day(day, month, year, way) => {
                let (name, short) = MONTHS[month];
                match way {
                    0 => format!("{day} {name} {year}"),
                    1 => format!("{name} {day}, {year}"),
                    2 => format!("{day} {short} {year}"),
                    _ => format!("{name} {day}{}, {year}", ordinal(day)),
                }
            }
        }
    }
}

fn count(random: &mut Rng) -> Part {
    let value = match random.u8(..3) {
        0 => random.u32(11..100),
        1 => random.u32(1_001..90_000),
        _ => random.u32(11..99) * 100_000,
    };
    Part::Count(value, random.u8(..2))
}

fn day(random: &mut Rng) -> Part {
    Part::Day(
        random.u8(1..29),
        random.usize(..MONTHS.len()),
        random.u16(1990..2012),
        random.u8(..4),
    )
}

fn counted(value: u32, way: u8) -> String {
    match (value, way) {
        (..100, 0) | (1_000..1_000_000, 0) => value.to_string(),
        (..100, _) => in_words(value),
        (1_000_000.., 0) => format!("{}.{} million", value / 1_000_000, value / 100_000 % 10),
        (1_000_000.., _) => {
            format!("{},{:03},{:03}", value / 1_000_000, value / 1_000 % 1_000, value % 1_000)
        }
        _ => format!("{},{:03}", value / 1_000, value % 1_000),
    }
}

fn in_words(value: u32) -> String {
    const TENS: [&str; 10] =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let (tens, units) = (value as usize / 10, value as usize % 10);
    match (value, units) {
        (..20, _) => SMALL[value as usize].to_owned(),
        (_, 0) => TENS[tens % 10].to_owned(),
        _ => format!("{}-{}", TENS[tens % 10], SMALL[units]),
    }
}

fn ordinal(day: u8) -> &'static str {
    match day {
        1 | 21 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    }
}
