//! Words and the places where they stand, written as what one cannot tell from the other.
//!
//! Words that stand at their first place are left out, since the text has them, and each place is written
//! as the way from the one before. Both come back as they were. Does not know whose words they are.

use crate::{name::Entity, person::Person, span::Span, subject::Subject};

/// The places of some words: each an article's index and the span there.
type Places = Vec<(u32, Span)>;

/// Something that is known by words in the texts.
pub(super) trait Worded {
    /// Calls `each` with all its words, and the places where they stand.
    fn each(&mut self, each: &mut dyn FnMut(&mut String, &mut Places));

    /// Its own name and the words that it mostly is.
    fn name(&mut self) -> Option<(&mut String, &String)>;
}

impl Worded for Person {
    fn each(&mut self, each: &mut dyn FnMut(&mut String, &mut Places)) {
        for list in [&mut self.roles, &mut self.affiliations, &mut self.aliases] {
            list.iter_mut().for_each(|it| each(&mut it.words, &mut it.places));
        }
    }

    fn name(&mut self) -> Option<(&mut String, &String)> {
        // It has a section of its own.
        None
    }
}

impl Worded for Entity {
    fn each(&mut self, each: &mut dyn FnMut(&mut String, &mut Places)) {
        self.forms.iter_mut().for_each(|it| each(&mut it.words, &mut it.places));
    }

    fn name(&mut self) -> Option<(&mut String, &String)> {
        Some((&mut self.name, &self.forms.first()?.words))
    }
}

impl Worded for Subject {
    fn each(&mut self, each: &mut dyn FnMut(&mut String, &mut Places)) {
        self.variants.iter_mut().for_each(|it| each(&mut it.words, &mut it.places));
    }

    fn name(&mut self) -> Option<(&mut String, &String)> {
        Some((&mut self.name, &self.variants.first()?.words))
    }
}

/// Leaves out what [`whole`] finds again. `text` gives an article's text.
pub(super) fn shortened<'texts, W: Worded>(mut it: W, text: impl Fn(u32) -> &'texts str) -> W {
    if let Some((name, _)) = it.name().filter(|(name, words)| *name == *words) {
        name.clear();
    }
    it.each(&mut |words, places| {
        if there(places, &text) == Some(words) {
            words.clear();
        }
        let mut last = Last::default();
        for place in places.iter_mut() {
            *place = last.way_to(*place);
        }
    });
    it
}

/// What [`shortened`] was given.
pub(super) fn whole<'texts, W: Worded>(mut it: W, text: impl Fn(u32) -> &'texts str) -> W {
    it.each(&mut |words, places| {
        let mut last = Last::default();
        for place in places.iter_mut() {
            *place = last.at_end_of(*place);
        }
        if words.is_empty() {
            words.push_str(there(places, &text).unwrap_or_default());
        }
    });
    if let Some((name, words)) = it.name().filter(|(name, _)| name.is_empty()) {
        name.push_str(words);
    }
    it
}

/// The words at the first of these places.
fn there<'texts>(places: &Places, text: &impl Fn(u32) -> &'texts str) -> Option<&'texts str> {
    places.first().map(|&(article, span)| span.of(text(article)))
}

/// The place before.
#[derive(Default)]
struct Last {
    article: u32,
    start: u32,
    length: u32,
}

impl Last {
    /// How far on the place is: in articles, in bytes if it is in the same one, and how much longer.
    fn way_to(&mut self, (article, span): (u32, Span)) -> (u32, Span) {
        let (on, from, length) = (article.wrapping_sub(self.article), self.start, self.length);
        let before = if on == 0 { from } else { 0 };
        *self = Self { article, start: span.start, length: span.end.wrapping_sub(span.start) };
        let way =
            Span { start: span.start.wrapping_sub(before), end: self.length.wrapping_sub(length) };
        (on, way)
    }

    /// The place that is so far on.
    fn at_end_of(&mut self, (on, way): (u32, Span)) -> (u32, Span) {
        let before = if on == 0 { self.start } else { 0 };
        self.article = self.article.wrapping_add(on);
        self.start = before.wrapping_add(way.start);
        self.length = self.length.wrapping_add(way.end);
        (self.article, Span { start: self.start, end: self.start.wrapping_add(self.length) })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::subject::Variant;

    const TEXTS: [&str; 2] = ["war and peace", "peace and war"];

    fn text(article: u32) -> &'static str {
        TEXTS.get(article as usize).copied().unwrap_or_default()
    }

    fn subject(name: &str, words: &str, places: Places) -> Subject {
        let variants = vec![Variant { words: words.to_owned(), places }];
        Subject { name: name.to_owned(), score: 1, reason: "test".into(), variants }
    }

    #[test]
    fn words_of_the_text_are_left_out() {
        let places = vec![(0, Span::new(8, 13)), (1, Span::new(0, 5))];
        let short = shortened(subject("peace", "peace", places), text);
        assert_eq!((short.name.as_str(), short.variants[0].words.as_str()), ("", ""));
        let ways = [(0, Span { start: 8, end: 5 }), (1, Span { start: 0, end: 0 })];
        assert_eq!(short.variants[0].places, ways);
    }

    proptest! {
        #[test]
        fn everything_comes_back(
            name in "(peace|war)",
            words in "(peace|war|and)",
            places in prop::collection::vec((0_u32..3, 0_u32..14, any::<u32>()), 0..5),
        ) {
            let place = |(article, start, end)| (article, Span { start, end });
            let known = subject(&name, &words, places.into_iter().map(place).collect());
            prop_assert_eq!(whole(shortened(known.clone(), text), text), known);
        }
    }
}
