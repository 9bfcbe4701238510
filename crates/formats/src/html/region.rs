//! Which lines of a page are the report, and what the others are.
//!
//! The report is the smallest element that holds most of the page's prose, after text density as
//! in Readability; an element that is named as the article goes before. Linear in lines and
//! elements.

use std::ops::Range;

use parallax_engine::article::{Furniture, Role};

use super::{
    element::Place,
    tree::{Block, Element, Seen},
};

/// Prose shorter than this, in bytes, may be a teaser or a label.
const PROSE: usize = 40;

/// A page's lines with what surrounds them, being told apart.
pub(crate) struct Page<'a> {
    pub(crate) seen: &'a [Seen],
    pub(crate) elements: &'a [Element],
    /// The words of each line.
    pub(crate) words: Vec<&'a str>,
    /// What the page says that its headline is, and its window's title.
    pub(crate) titles: Vec<String>,
}

impl Page<'_> {
    /// The role of every line.
    pub(crate) fn roles(&self) -> Vec<Role> {
        let all = self.sums(|_| true);
        let places = self.places(&all);
        let open = |at: usize| {
            let place = self.seen.get(at).and_then(|seen| places.get(seen.element));
            !place.copied().flatten().is_some_and(|place| is_furniture(place.role))
        };
        let prose = self.sums(open);
        let region = self.region(&prose, &places);
        let headline = self.headline(&region, &open);
        let from = headline.map_or(region.start, |at| at.min(region.start));
        (0..self.seen.len())
            .map(|at| {
                let inside = (from..region.end).contains(&at);
                let place =
                    self.seen.get(at).and_then(|seen| places.get(seen.element).copied()).flatten();
                self.role(at, inside, place, headline, region.start)
            })
            .collect()
    }

    /// The bytes of prose before each line, of lines that `counts`.
    fn sums(&self, counts: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut sums = vec![0];
        let mut sum = 0;
        for at in 0..self.seen.len() {
            if counts(at) && self.is_prose(at) {
                sum += self.seen.get(at).map_or(0, |seen| seen.bytes);
            }
            sums.push(sum);
        }
        sums
    }

    fn is_prose(&self, at: usize) -> bool {
        let (Some(seen), Some(words)) = (self.seen.get(at), self.words.get(at)) else {
            return false;
        };
        let ends = words.trim_end_matches(['"', '”', '’', '\'', '»', '“', ')', ' ', '\u{a0}']);
        seen.bytes >= PROSE
            && seen.linked * 2 < seen.bytes
            && !matches!(seen.block, Block::Heading(_) | Block::AltText | Block::Title)
            && ends.ends_with(['.', '!', '?', '…', ':'])
    }

    /// What the elements around say of each element's words. What a class says of half of the
    /// page's prose is a template's whim.
    fn places(&self, prose: &[usize]) -> Vec<Option<Place>> {
        let total = held(prose, &(0..self.seen.len()));
        let mut places: Vec<Option<Place>> = Vec::with_capacity(self.elements.len());
        for element in self.elements {
            let most = total > 0 && held(prose, &element.lines) * 2 > total;
            let own = element.place.filter(|place| place.sure || !most);
            let around = places.get(element.parent).copied().flatten();
            let kept = around.filter(|around| is_furniture(around.role));
            let own_kind = own.filter(|own| kept.is_none() || is_furniture(own.role));
            places.push(own_kind.or(around));
        }
        places
    }

    /// The lines of the report.
    fn region(&self, prose: &[usize], places: &[Option<Place>]) -> Range<usize> {
        let whole = 0..self.seen.len();
        let total = held(prose, &whole);
        if total == 0 {
            return whole;
        }
        let free = |at: usize| {
            !places.get(at).copied().flatten().is_some_and(|place| is_furniture(place.role))
        };
        let elements = || self.elements.iter().enumerate().filter(|(at, _)| free(*at));
        let named = elements()
            .filter(|(_, element)| element.holds_report)
            .max_by_key(|(at, element)| (held(prose, &element.lines), usize::MAX - at));
        if let Some((_, article)) = named
            && held(prose, &article.lines) * 10 >= total * 4
        {
            return article.lines.clone();
        }
        // The last element that still holds most of it is the smallest. One line alone is a
        // paragraph, and the short ones beside it are the report's too.
        let mut dense = elements().filter(|(_, element)| {
            element.lines.len() > 1 && held(prose, &element.lines) * 4 >= total * 3
        });
        dense.next_back().map_or(whole, |(_, element)| element.lines.clone())
    }

    /// The headline's line: what the page's title says, or its first heading of the first level.
    fn headline(&self, region: &Range<usize>, open: &impl Fn(usize) -> bool) -> Option<usize> {
        let level = |at: usize| match self.seen.get(at)?.block {
            Block::Heading(level) => Some(level),
            _ => None,
        };
        let titled = |at: usize| {
            let words = self.words.get(at).copied().unwrap_or_default();
            words.chars().count() >= 8
                && self.titles.iter().any(|title| title == words || starts(title, words))
        };
        let candidates = || (0..region.end).filter(|&at| open(at));
        let plain = |at: &usize| {
            let seen = self.seen.get(*at);
            seen.is_some_and(|seen| !matches!(seen.block, Block::Title | Block::AltText))
        };
        candidates()
            .filter(plain)
            .find(|&at| titled(at) && level(at).is_some())
            .or_else(|| candidates().filter(plain).find(|&at| titled(at)))
            .or_else(|| region.clone().find(|&at| open(at) && level(at) == Some(1)))
            .or_else(|| (0..region.start).rev().find(|&at| open(at) && level(at) == Some(1)))
    }

    fn role(
        &self,
        at: usize,
        inside: bool,
        place: Option<Place>,
        headline: Option<usize>,
        start: usize,
    ) -> Role {
        let Some(seen) = self.seen.get(at) else { return Role::Text };
        if seen.block == Block::Title {
            return Role::Furniture(Furniture::PageTitle);
        }
        if headline == Some(at) {
            return Role::Heading(1);
        }
        let place = seen.inner.or(place).map(|place| place.role);
        if let Some(role) = place.filter(|role| inside || is_furniture(*role)) {
            return match (role, seen.block) {
                // A whole paragraph that a class calls after a date or a name is still prose.
                (Role::Byline | Role::Date, _) if self.is_prose(at) => Role::Paragraph,
                (Role::Caption, Block::AltText) => Role::AltText,
                (Role::Furniture(Furniture::Copyright), _) if seen.linked * 2 > seen.bytes => {
                    Role::Furniture(Furniture::Navigation)
                }
                _ => role,
            };
        }
        let linked = seen.linked * 10 > seen.bytes * 8;
        match seen.block {
            _ if !inside && at < start => Role::Furniture(Furniture::Navigation),
            _ if !inside => Role::Furniture(Furniture::TeaserLinks),
            Block::Heading(level) => Role::Heading(level.max(2)),
            Block::AltText => Role::AltText,
            Block::Paragraph | Block::Item if linked => Role::Furniture(Furniture::RelatedLink),
            Block::Paragraph | Block::Item => Role::Paragraph,
            _ => Role::Text,
        }
    }
}

/// The bytes of prose in a range of lines.
fn held(sums: &[usize], lines: &Range<usize>) -> usize {
    let at = |at: usize| sums.get(at).or(sums.last()).copied().unwrap_or_default();
    at(lines.end).saturating_sub(at(lines.start))
}

fn is_furniture(role: Role) -> bool {
    matches!(role, Role::Furniture(_))
}

/// Whether a title begins with those words, and then names section and outlet.
fn starts(title: &str, words: &str) -> bool {
    let rest = title.strip_prefix(words).map(str::trim_start);
    rest.is_some_and(|rest| rest.starts_with(['|', '-', '–', '—', '·', ':', '«', '•']))
}
