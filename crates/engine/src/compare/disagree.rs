//! Finds where two passages that answer each other state different things in the same place: another
//! number, another day, another name.
//!
//! Each passage becomes a row of slots: its words, and its values, which are numbers by value, days by
//! day, month and year, and names. A value that both have equally often stands for itself; any other stands
//! for its kind, so that a longest common subsequence of the slots (Myers 1986) puts values of one kind
//! opposite each other where the words about them agree. Of two values that are opposite, a slot near
//! them must be the same in both; numbers and days may also be the only ones of their kind. Two reports name
//! different bodies in many a sentence: so beside names it must be a content word, unless neither passage has the
//! other's name anywhere, or the two are very much alike. Costs the slots times the number of differences; passages of very many words are not
//! asked.

use similar::DiffOp;

use super::{
    comparison::{Disagreement, Value},
    days::{self, Day},
    diff::{MOST, operations},
    numbers::Number,
    passages::{PassageWords, Side, Word},
};
use crate::span::Span;

/// So many values of a passage are looked at.
const VALUES: usize = 64;

/// Passages are so much alike that names beside little words are opposite each other.
const ALIKE: f32 = 0.36;

/// So far from a value a slot that is the same in both says that the places are.
const NEAR: usize = 2;

/// Numbers of tokens: words are below, values that both passages have begin here.
const SHARED: u32 = 1 << 30;

/// The bit of a little word's token.
const LITTLE: u32 = 1;

/// A word, or a value in several.
struct Slot {
    said: Said,
    span: Span,
}

/// What stands in a slot.
enum Said {
    Word(u32),
    Number(u64),
    Day(Day),
    /// The stems of a name's words.
    Name(Vec<u32>),
}

impl Said {
    fn kind(&self) -> Option<Value> {
        match self {
            Self::Word(_) => None,
            Self::Number(_) => Some(Value::Number),
            Self::Day(..) => Some(Value::Day),
            Self::Name(_) => Some(Value::Name),
        }
    }

    /// Whether both can be true: a name in full and a part of it, a day with and without its year.
    fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(one), Self::Number(other)) => one == other,
            (Self::Day(one), Self::Day(other)) => one.agrees(other),
            (Self::Name(one), Self::Name(other)) => one.iter().any(|word| other.contains(word)),
            _ => false,
        }
    }
}

/// Where the passages, which are so much alike, disagree, in the order of the left one.
pub(super) fn between(
    left: (&Side<'_>, usize),
    right: (&Side<'_>, usize),
    alike: f32,
) -> Vec<Disagreement> {
    let [one, other] = [left, right].map(|(side, at)| &side.passages[at]);
    if one.words.len() + other.words.len() > MOST {
        return Vec::new();
    }
    let (ours, theirs) = (slots(left.0, one), slots(right.0, other));
    let Some((a, b)) = tokens(&ours, &theirs) else { return Vec::new() };
    // Most passages that are linked state the same: where no place can be opposite another, words need not be either.
    if !a.iter().any(|token| *token >= PLACE && b.contains(token)) {
        return Vec::new();
    }
    let mut opposite: Vec<(usize, usize)> = operations(&a, &b).iter().flat_map(level).collect();
    opposite.retain(|(at, _)| a[*at] >= PLACE);
    let alone = alone(&a, &b);
    opposite
        .extend(alone.iter().filter(|pair| !opposite.contains(pair)).copied().collect::<Vec<_>>());
    let mut found = Vec::new();
    for (at, to) in opposite {
        let apart = !ours[at].said.agrees(&theirs[to].said);
        let sure = match (&ours[at].said, &theirs[to].said) {
            (Said::Name(name), Said::Name(named)) => match beside((&a, at), (&b, to)) {
                Beside::Content => apart,
                Beside::Little => {
                    apart && (alike >= ALIKE || !has(other, name) && !has(one, named))
                }
                Beside::Nothing => false,
            },
            _ => {
                apart
                    && (alone.contains(&(at, to)) || beside((&a, at), (&b, to)) != Beside::Nothing)
            }
        };
        if let Some(kind) = ours[at].said.kind().filter(|_| sure) {
            found.push(Disagreement { kind, left: ours[at].span, right: theirs[to].span });
        }
    }
    crate::order::sort_by_key(&mut found, |it| it.left.start);
    found
}

/// The places that are the only ones of their kind, even where other words crossed between them.
fn alone(a: &[u32], b: &[u32]) -> Vec<(usize, usize)> {
    let only = |all: &[u32], token: u32| {
        let mut places = (0..all.len()).filter(|&at| all[at] == token);
        places.next().filter(|_| places.next().is_none())
    };
    (PLACE..PLACE + 3).filter_map(|kind| only(a, kind).zip(only(b, kind))).collect()
}

/// What is the same beside two places, in the same distance.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    Content,
    Little,
    Nothing,
}

fn beside((a, at): (&[u32], usize), (b, to): (&[u32], usize)) -> Beside {
    let same = |at: Option<usize>, to: Option<usize>| {
        let (one, other) = at.and_then(|at| a.get(at)).zip(to.and_then(|to| b.get(to)))?;
        Some(*one).filter(|token| token == other && *token < PLACE)
    };
    let near = (1..=NEAR).flat_map(|by| {
        let before = same(at.checked_sub(by), to.checked_sub(by));
        [before, same(at.checked_add(by), to.checked_add(by))]
    });
    near.flatten().fold(Beside::Nothing, |found, token| match found {
        Beside::Nothing | Beside::Little if token < SHARED && token & LITTLE != 0 => Beside::Little,
        _ => Beside::Content,
    })
}

/// Whether the passage has some word of a name, in whatever place.
fn has(passage: &PassageWords, name: &[u32]) -> bool {
    passage.words.iter().filter_map(|word| word.form.stem).any(|stem| name.contains(&stem))
}

/// Tokens from here stand for a kind of value.
const PLACE: u32 = 1 << 31;

/// The places that an operation puts opposite each other.
fn level(op: &DiffOp) -> Vec<(usize, usize)> {
    match op {
        DiffOp::Equal { .. } => op.old_range().zip(op.new_range()).collect(),
        _ => Vec::new(),
    }
}

/// The slots as numbers, equal for what can stand opposite each other; none if nothing can differ.
fn tokens(left: &[Slot], right: &[Slot]) -> Option<(Vec<u32>, Vec<u32>)> {
    let [ours, theirs] = [left, right].map(values);
    if [&ours, &theirs].iter().any(|values| values.is_empty() || values.len() > VALUES) {
        return None;
    }
    let of = |slot: &Slot| {
        let Some(kind) = slot.said.kind() else {
            return match slot.said {
                Said::Word(word) => word,
                _ => 0,
            };
        };
        let agreeing = |all: &[&Slot]| all.iter().filter(|it| it.said.agrees(&slot.said)).count();
        let first = (0..).zip(&theirs).find(|(_, other)| other.said.agrees(&slot.said));
        match first.filter(|_| agreeing(&ours) == agreeing(&theirs)) {
            Some((at, _)) => SHARED + at,
            None => PLACE + kind as u32,
        }
    };
    let ours = left.iter().map(of).collect();
    Some((ours, right.iter().map(of).collect()))
}

/// Those that are values.
fn values(slots: &[Slot]) -> Vec<&Slot> {
    slots.iter().filter(|slot| slot.said.kind().is_some()).collect()
}

fn slots(side: &Side<'_>, passage: &PassageWords) -> Vec<Slot> {
    let words = &passage.words;
    let numbers = &passage.numbers;
    let mut slots = Vec::with_capacity(words.len());
    let (mut at, mut next) = (0, 0);
    while at < words.len() {
        while numbers.get(next).is_some_and(|number| number.words.start < at) {
            next += 1;
        }
        let rest = &numbers[next..];
        let found = stated(words, rest, at).or_else(|| name(side, words, at));
        let (said, end) = found.unwrap_or((Said::Word(word(&words[at])), at + 1));
        slots.push(Slot { said, span: words[at].span.cover(words[end - 1].span) });
        at = end;
    }
    slots
}

/// A day or a number that begins at that word; the numbers are those from there on.
fn stated(words: &[Word], numbers: &[Number], at: usize) -> Option<(Said, usize)> {
    // A day has its number at once or behind its month.
    let number = numbers.first().filter(|number| number.words.start <= at + 1)?;
    let day = days::day(words, numbers, at).map(|(day, end)| (Said::Day(day), end));
    day.or_else(|| {
        (number.words.start == at).then_some((Said::Number(number.value), number.words.end))
    })
}

/// Content words by their stems, others as they are.
fn word(word: &Word) -> u32 {
    let (number, kind) = word.form.stem.map_or((word.form.folded, LITTLE), |stem| (stem, 0));
    (number << 1 | kind) % SHARED
}

/// A name that begins at that word: capitalised words with a space between; at the head of a passage,
/// where any word is capitalised, more than one. What a hyphen ties to it makes another word of it
/// ("Cold War-era").
fn name(side: &Side<'_>, words: &[Word], at: usize) -> Option<(Said, usize)> {
    let named = |word: &Word| word.capitalised && word.form.stem.is_some();
    let beside = |pair: &[Word]| {
        let gap = Span { start: pair[0].span.end, end: pair[1].span.start };
        side.words_of(gap) == " " && named(&pair[1])
    };
    words.get(at).filter(|word| named(word))?;
    let length = 1 + words[at..].windows(2).take_while(|pair| beside(pair)).count();
    let tied = |behind: usize| {
        let ends =
            behind.checked_sub(1).and_then(|before| words.get(before)).zip(words.get(behind));
        let gap = ends.map(|(one, other)| Span { start: one.span.end, end: other.span.start });
        gap.is_some_and(|gap| side.words_of(gap) == "-")
    };
    if tied(at) || tied(at + length) {
        return None;
    }
    let stems = words[at..at + length].iter().filter_map(|word| word.form.stem).collect();
    (at > 0 || length > 1).then_some((Said::Name(stems), at + length))
}
