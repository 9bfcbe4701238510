//! Cuts runs of capitals into names, each with what its own words say it is.
//!
//! Head words decide first ("Justice Department"), then the lists, then the first words of places'
//! names ("Lake", "South"). What is left is unknown, with the votes of the words beside it.

use super::{
    gazetteer::{Kind, Known, Mark, known, known_shouted, longest, mark},
    run::{Word, is_acronym, is_place, run, starts},
    setting::{Setting, Votes},
};
use crate::{
    article::BlockKind,
    person::{lexicon::Class, naming::Naming},
    quote::{MentionKind, Scene},
    span::Span,
};

/// A stretch that may name an organisation or a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// The words, without an article and without a genitive ending.
    pub(crate) span: Span,
    /// What its own words say.
    pub(crate) shape: Shape,
    /// What the words beside it say.
    pub(crate) votes: Votes,
    /// Whether its capital says nothing, because a sentence begins with it.
    pub(crate) initial: bool,
    /// Whether its words are shouted, so that it is listed as it is usually written.
    pub(crate) shouted: bool,
}

/// What a candidate's own words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// It is on a list.
    Known(Known),
    /// A country, state or city of one word.
    Place(Class),
    /// The last word names a body.
    Body,
    /// The last or the first word names a place.
    Site(&'static str),
    /// The last word names something else: a treaty, a war.
    Matter,
    /// "the Council": a body's head with an article.
    Head,
    /// Capitals only.
    Acronym,
    /// Nothing.
    Unknown,
}

/// The candidates of a document, by place. `namings` are its people, as far as their words show.
pub(crate) fn gather(scenes: &[Scene<'_>], namings: &[Naming<'_>]) -> Vec<Candidate> {
    let mut people = namings
        .iter()
        .filter(|naming| naming.evidence > 0 && !naming.name.is_empty())
        .map(|naming| (naming.name_span, naming.kind == MentionKind::TitledName))
        .peekable();
    let mut found = Vec::new();
    for scene in scenes.iter().filter(|scene| scene.block.kind != BlockKind::Credit) {
        let mut claimed = Vec::new();
        while let Some(person) = people.next_if(|(span, _)| span.start < scene.block.span.end) {
            claimed.push(person);
        }
        Cutter { setting: Setting::of(scene), claimed, next: 0, found: &mut found }.block();
    }
    found
}

pub(super) struct Cutter<'a> {
    pub(super) setting: Setting<'a>,
    /// The names of people, and whether a title shows that they are.
    claimed: Vec<(Span, bool)>,
    /// The first of them that is not behind us.
    next: usize,
    pub(super) found: &'a mut Vec<Candidate>,
}

impl Cutter<'_> {
    fn block(&mut self) {
        let (source, tokens) = (self.setting.scene.source, self.setting.scene.tokens);
        let mut at = 0;
        while at < tokens.len() {
            if !starts(&tokens[at]) {
                at += 1;
                continue;
            }
            let (words, end) = run(source, tokens, at);
            at = self.unclaimed(&words).max(end);
        }
    }

    /// Cuts the run between the names of people; tells which token is next.
    fn unclaimed(&mut self, words: &[Word]) -> usize {
        let (mut from, mut end) = (0, 0);
        while from < words.len() {
            let person = self.person_in(&words[from..]);
            let stop = person.map_or(words.len(), |(start, _)| from + start);
            end = self.cut(&words[from..stop]).max(end);
            from = person.map_or(words.len(), |(_, behind)| from + behind);
        }
        end
    }

    /// The first person's name among the words, as a range of them.
    pub(super) fn person_in(&mut self, words: &[Word]) -> Option<(usize, usize)> {
        let first = words.first()?.span.start;
        while self.claimed.get(self.next).is_some_and(|(span, _)| span.end <= first) {
            self.next += 1;
        }
        let (span, titled) = *self.claimed.get(self.next)?;
        let start = words.iter().position(|word| span.contains(word.span))?;
        let behind =
            start + words[start..].iter().take_while(|word| span.contains(word.span)).count();
        let last = words.get(behind - 1)?;
        let source = self.setting.scene.source;
        let listed = known(cover(&words[start..behind]).of(source)).is_some();
        let headed =
            mark(last.span.of(source)).is(Mark::HEAD) && !SURNAMES.contains(&last.span.of(source));
        if (listed || headed) && !titled { None } else { Some((start, behind)) }
    }

    /// Cuts a run without people; tells which token is next.
    fn cut(&mut self, words: &[Word]) -> usize {
        let mut at = self.loose(words);
        let mut end = 0;
        while at < words.len() {
            let rest = &words[at..];
            let shouted = self.setting.shouted(rest[0].token);
            let plain = !shouted && !self.setting.titled;
            let taken = (if plain { self.headed(rest, &mut end) } else { None })
                .or_else(|| self.listed(rest, shouted))
                .or_else(|| self.place(rest, shouted))
                .or_else(|| if plain { self.fronted(rest) } else { None })
                .or_else(|| self.skipped(rest))
                .unwrap_or_else(|| self.unknown(rest, plain));
            at += taken.max(1);
        }
        end
    }

    /// How many words at the beginning of a sentence are no part of a name.
    fn loose(&self, words: &[Word]) -> usize {
        let Some(first) = words.first() else { return 0 };
        if !self.setting.initial(first.token) {
            return 0;
        }
        let source = self.setting.scene.source;
        let loose = |word: &&Word| {
            let text = word.span.of(source);
            mark(text).is(Mark::LOOSE)
                || word.class.is(Class::REPORT.and(Class::ADVERB).and(Class::GROUP))
        };
        words[..words.len() - 1].iter().take_while(loose).count()
    }

    pub(super) fn push(&mut self, words: &[Word], shape: Shape, votes: Votes) {
        let Some(first) = words.first() else { return };
        self.found.push(Candidate {
            span: cover(words),
            shape,
            votes,
            initial: self.setting.initial(first.token) || self.setting.titled,
            shouted: self.setting.shouted(first.token),
        });
    }

    pub(super) fn longest_known(&self, words: &[Word], shouted: bool) -> Option<(usize, Known)> {
        let source = self.setting.scene.source;
        let most = longest(words[0].span.of(source)).min(words.len());
        (1..=most).rev().find_map(|count| {
            let text = cover(&words[..count]).of(source);
            let listed = if shouted { known_shouted(text) } else { known(text) };
            listed.map(|known| (count, known))
        })
    }

    /// A name that is on the lists, also over small words: "House of Representatives".
    pub(super) fn listed(&mut self, words: &[Word], shouted: bool) -> Option<usize> {
        let (count, known) = self.longest_known(words, shouted)?;
        let first = words[0].span.of(self.setting.scene.source);
        if count == 1 && mark(first).is(Mark::POINT) && !self.setting.definite(words[0].token) {
            return None;
        }
        self.push(&words[..count], Shape::Known(known), Votes::default());
        Some(count)
    }

    /// A country, state or city, perhaps with a point of the compass before it.
    fn place(&mut self, words: &[Word], shouted: bool) -> Option<usize> {
        let source = self.setting.scene.source;
        let point = mark(words[0].span.of(source)).is(Mark::POINT);
        let named = words.get(usize::from(point))?;
        let listed = || known(named.span.of(source)).is_some_and(|known| known.kind == Kind::Place);
        if is_place(named.class) {
            let shape =
                if point { Shape::Site("point of the compass") } else { Shape::Place(named.class) };
            self.push(&words[..=usize::from(point)], shape, Votes::default());
            return Some(1 + usize::from(point));
        }
        let unknown = !shouted
            && !self.setting.titled
            && !self.setting.initial(words[0].token)
            && !named.class.is(Class::ROLE.and(Class::DEMONYM).and(Class::GROUP))
            && mark(named.span.of(source)) == Mark::default()
            && !is_adjective(named.span.of(source));
        (point && (listed() || unknown)).then(|| {
            self.push(&words[..2], Shape::Site("point of the compass"), Votes::default());
            2
        })
    }

    /// A name that begins as places' names do: "Lake Superior".
    fn fronted(&mut self, words: &[Word]) -> Option<usize> {
        let source = self.setting.scene.source;
        let front = mark(words[0].span.of(source)).is(Mark::FRONT);
        let next = words.get(1)?;
        (front && !next.class.is(Class::ROLE)).then(|| {
            self.push(&words[..2], Shape::Site("first word of a place's name"), Votes::default());
            2
        })
    }

    /// Titles, months and demonyms: they name neither.
    pub(super) fn skipped(&self, words: &[Word]) -> Option<usize> {
        let text = words[0].span.of(self.setting.scene.source);
        let other = Class::ROLE.and(Class::HONORIFIC).and(Class::DEMONYM).and(Class::MONTH);
        let plain = words[0].class.is(other.and(Class::GROUP)) && !is_acronym(text);
        (plain || mark(text).is(Mark::PLAIN) && !self.in_brackets(words)).then_some(1)
    }

    fn in_brackets(&self, words: &[Word]) -> bool {
        let at = words[0].token;
        at > 0 && self.setting.scene.word(at - 1) == "("
    }

    /// What nothing is known of, up to a word that is known; gives how many words.
    pub(super) fn unknown(&mut self, words: &[Word], plain: bool) -> usize {
        let source = self.setting.scene.source;
        let ends = |word: &&Word| {
            word.class.is(Class::ROLE.and(Class::DEMONYM)) && !is_place(word.class)
                || longest(word.span.of(source)) == 1
                || mark(word.span.of(source)).is(Mark::HEAD)
        };
        let count = 1 + words[1..].iter().take_while(|word| !ends(word)).count();
        let acronym = count == 1 && is_acronym(words[0].span.of(source));
        if plain || acronym {
            let (first, last) = (words[0].token, words[count - 1].token + 1);
            let votes = self.setting.votes(first, last, acronym);
            let shape = if acronym { Shape::Acronym } else { Shape::Unknown };
            self.push(&words[..count], shape, votes);
        }
        count
    }
}

/// Heads of names that are surnames as often.
const SURNAMES: &[&str] = &[
    "Beach", "Bridge", "Church", "Field", "Fields", "Ford", "Forest", "Garden", "Hall", "Hill",
    "Hills", "King", "Lake", "Lane", "Law", "Park", "Parish", "Post", "Reid", "Rivers", "Sharp",
    "Star", "Street", "Summers", "Way", "West", "Winter", "Woods", "York", "Young", "Day", "Case",
    "Towers", "Wells", "Banks", "Marsh", "Ridge", "Trail", "Story", "Bill",
];

/// From the first word to the last.
pub(super) fn cover(words: &[Word]) -> Span {
    match words {
        [first, .., last] => first.span.cover(last.span),
        [only] => only.span,
        [] => Span::default(),
    }
}

/// Endings of adjectives made from places' names.
fn is_adjective(word: &str) -> bool {
    ["an", "ian", "ese", "ish", "ern", "ans"].iter().any(|end| word.ends_with(end))
}
