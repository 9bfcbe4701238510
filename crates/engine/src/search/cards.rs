//! Makes the cards that lists show of articles and quotations.

use std::{
    cell::{OnceCell, RefCell},
    collections::{BTreeMap, HashSet},
    rc::Rc,
};

use super::{
    answer::{ArticleCard, HitPlace, QuoteCard, QuotePart, Snippet, WitnessCard},
    highlight::Highlight,
    snippet::{cut, inside, joined},
};
use crate::{
    article::{BlockKind, Stated},
    collection::{Segment, shared},
    index::quote_keys,
    person::{Person, Witnessed},
    quote::Quotation,
    shelf::Record,
    span::Span,
    story::Event,
};

/// Makes cards of what is in a segment. What has no record gets a card that says nothing.
pub struct Cards<'segment> {
    segment: &'segment Segment,
    searched: Highlight,
    shared: RefCell<BTreeMap<usize, Rc<Shared<'segment>>>>,
}

/// What the cards of one article and its quotations have in common, made when first asked for.
struct Shared<'segment> {
    record: Record<'segment>,
    card: OnceCell<Rc<ArticleCard>>,
    hits: OnceCell<Vec<Span>>,
    keys: OnceCell<Vec<String>>,
    /// The quotations that carry each of its utterances.
    carried: OnceCell<Vec<Vec<(usize, usize)>>>,
    speakers: RefCell<BTreeMap<u32, Rc<Speaker>>>,
}

/// What the quotations of one article say of somebody who speaks in it.
struct Speaker {
    name: String,
    full_name: Option<(String, Span)>,
    role: Option<String>,
}

impl<'segment> Cards<'segment> {
    /// Cards on which nothing is marked.
    #[must_use]
    pub fn new(segment: &'segment Segment) -> Self {
        Self { segment, searched: Highlight::default(), shared: RefCell::default() }
    }

    /// Cards on which the words that were searched for are marked.
    pub(super) fn searching(self, searched: Highlight) -> Self {
        Self { searched, ..self }
    }

    /// Whose cards these are.
    pub(super) fn segment(&self) -> &'segment Segment {
        self.segment
    }

    /// The card of the article at `article`.
    #[must_use]
    pub fn article(&self, article: usize) -> ArticleCard {
        self.card(&self.shared(article), article).as_ref().clone()
    }

    fn card(&self, shared: &Shared<'_>, article: usize) -> Rc<ArticleCard> {
        Rc::clone(shared.card.get_or_init(|| Rc::new(self.new_article(&shared.record, article))))
    }

    fn shared(&self, article: usize) -> Rc<Shared<'segment>> {
        let new = || {
            let record = self.segment.record(article);
            let (card, hits, keys) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
            let (carried, speakers) = (OnceCell::new(), RefCell::default());
            Rc::new(Shared { record, card, hits, keys, carried, speakers })
        };
        Rc::clone(self.shared.borrow_mut().entry(article).or_insert_with(new))
    }

    fn new_article(&self, record: &Record<'_>, article: usize) -> ArticleCard {
        let about = &record.article;
        let value = |stated: &Option<Stated<String>>| stated.as_ref().map(|it| it.value.clone());
        let unit = self.segment.index.articles.get(article);
        let event = self.event(article);
        ArticleCard {
            id: about.id.clone(),
            headline: value(&about.headline).unwrap_or_else(|| about.id.clone()),
            outlet: value(&about.outlet),
            published: about.published.as_ref().map(|day| day.value),
            published_time: value(&about.published_time),
            event: event.as_ref().map(|event| event.name.clone()),
            happened: event.and_then(|event| event.date).map(|day| day.value),
            embargoed: about.embargoed.as_ref().map(|day| day.value),
            embargoed_time: value(&about.embargoed_time),
            authors: about.authors.iter().map(|author| author.value.clone()).collect(),
            place: value(&about.dateline_place),
            speakers: self.speakers(record),
            quotations: record.quotations.len(),
            words: unit.map_or(0, |unit| unit.words.len()),
            places: Vec::new(),
        }
    }

    /// The card of the article at `article` as a result: with the places of the words that were searched for.
    pub(super) fn result(&self, article: usize) -> ArticleCard {
        let shared = self.shared(article);
        let places = places(&shared.record, self.hits(&shared));
        ArticleCard { places, ..self.article(article) }
    }

    /// The card of a quotation of the article at `article`, if there is such a one.
    #[must_use]
    pub fn quote(&self, article: usize, quotation: usize) -> Option<QuoteCard> {
        let shared = self.shared(article);
        let record = &shared.record;
        let quote = record.quotations.get(quotation)?;
        let source = record.source;
        let hits = self.hits(&shared);
        let words = |span: Span| (span.of(source).to_owned(), span);
        let speaker = quote.speaker.and_then(|person| self.speaker(&shared, article, person));
        let speaker = speaker.as_deref();
        let place = context(record, quote);
        let [before, after] = around(record, place);
        Some(QuoteCard {
            key: key(&shared, quotation).unwrap_or_default(),
            kind: quote.kind,
            place: quote.place,
            parts: parts(source, quote, hits),
            full_name: speaker.and_then(|speaker| speaker.full_name.clone()),
            role: speaker.and_then(|speaker| speaker.role.clone()),
            speaker: speaker.map(|speaker| speaker.name.clone()),
            mention: quote.mention.map(|mention| words(mention.span)),
            cue: quote.cue.as_ref().map(|cue| words(cue.span)),
            language: quote.language.clone(),
            confidence: quote.confidence,
            rule: quote.rule.to_string(),
            context: cut(source, place, hits),
            before: before.map(|span| span.of(source).to_owned()).unwrap_or_default(),
            after: after.map(|span| span.of(source).to_owned()).unwrap_or_default(),
            article: self.card(&shared, article),
            elsewhere: self.elsewhere(&shared, (article, quotation)),
        })
    }

    /// How many other articles carry an utterance with the quotation.
    fn elsewhere(&self, of: &Shared<'_>, quotation: (usize, usize)) -> usize {
        let carried = of.carried.get_or_init(|| self.segment.carried(&of.record.utterances));
        let mut articles: Vec<_> = shared(carried, quotation).into_iter().map(|it| it.0).collect();
        articles.dedup();
        articles.len() - 1
    }

    /// The quotation at a place as one of several that carry an utterance.
    pub(super) fn witness(&self, article: usize, quotation: usize) -> Option<WitnessCard> {
        let shared = self.shared(article);
        let key = key(&shared, quotation)?;
        Some(WitnessCard { key, article: self.card(&shared, article) })
    }

    /// The passage that shows best why the article is a result: the sentence with the most different
    /// words asked for, or else the standfirst, or the first sentence of the text.
    pub(super) fn best_passage(&self, article: usize) -> Option<Snippet> {
        let shared = self.shared(article);
        let record = &shared.record;
        let hits = self.hits(&shared);
        let different = |sentence: &Span| {
            let inside = inside(hits, *sentence).iter();
            inside.map(|hit| hit.of(record.source).to_lowercase()).collect::<HashSet<_>>().len()
        };
        let matching = record.sentences.iter().rev().max_by_key(|sentence| different(sentence));
        let best = matching.filter(|sentence| different(sentence) > 0).copied();
        best.or_else(|| opening(record)).map(|span| cut(record.source, span, hits))
    }

    /// Where the words searched for stand in the article, in order.
    fn hits<'shared>(&self, shared: &'shared Shared<'_>) -> &'shared [Span] {
        shared.hits.get_or_init(|| self.searched.spans(&shared.record))
    }

    /// The event that it reports; the first, where it reports several.
    fn event(&self, article: usize) -> Option<Event> {
        self.segment.shelf.event(*self.segment.events_of(article).first()?)
    }

    fn speakers(&self, record: &Record<'_>) -> Vec<String> {
        let mut seen = HashSet::new();
        let speakers = record.quotations.iter().filter_map(|quote| quote.speaker);
        let names = speakers.filter_map(|person| self.segment.shelf.name(person));
        names.filter(|name| seen.insert(*name)).map(str::to_owned).collect()
    }

    /// Somebody who speaks in the article. What is known of a person takes as long to read as they are named
    /// often, so it is read once for all that they say.
    fn speaker(&self, shared: &Shared<'_>, article: usize, person: u32) -> Option<Rc<Speaker>> {
        let known = shared.speakers.borrow().get(&person).map(Rc::clone);
        if known.is_some() {
            return known;
        }
        let found = self.segment.shelf.person(person)?;
        let speaker = Rc::new(Speaker {
            full_name: self.full_name(&found, article),
            role: role_in(&found, article),
            name: found.name,
        });
        shared.speakers.borrow_mut().insert(person, Rc::clone(&speaker));
        Some(speaker)
    }

    /// Where another article gives the full name that `article` does not.
    fn full_name(&self, person: &Person, article: usize) -> Option<(String, Span)> {
        let full = |alias: &&Witnessed| alias.words.to_lowercase() == person.name.to_lowercase();
        let mut places = person.aliases.iter().filter(full).flat_map(|alias| &alias.places);
        if places.clone().any(|(at, _)| *at as usize == article) {
            return None;
        }
        let (at, span) = places.next()?;
        Some((self.segment.shelf.id(*at as usize).to_owned(), *span))
    }
}

/// Where words stand in the readable text. Words with only a space between them are one place.
fn places(record: &Record<'_>, hits: &[Span]) -> Vec<HitPlace> {
    let texts = || record.article.text_blocks().map(|block| block.span);
    let of = texts().map(|text| text.len() as u32).sum();
    let (mut blocks, mut before) = (texts().peekable(), 0);
    let place = |span: Span| {
        while let Some(text) = blocks.next_if(|text| text.end <= span.start) {
            before += text.len() as u32;
        }
        let within = blocks.peek().map_or(0, |text| span.start.saturating_sub(text.start));
        HitPlace { span, before: before + within, of }
    };
    joined(record.source, hits.iter()).into_iter().map(place).collect()
}

/// A quotation's own name inside its article.
fn key(shared: &Shared<'_>, quotation: usize) -> Option<String> {
    let of = || quote_keys(shared.record.source, &shared.record.quotations);
    shared.keys.get_or_init(of).get(quotation).cloned()
}

fn parts(source: &str, quote: &Quotation, hits: &[Span]) -> Vec<QuotePart> {
    let part = |part: &crate::quote::Part| QuotePart {
        span: part.span,
        words: cut(source, part.span, hits),
        closed: part.closed,
    };
    quote.parts.iter().map(part).collect()
}

fn role_in(person: &Person, article: usize) -> Option<String> {
    let here = |places: &[(u32, Span)]| places.iter().any(|(at, _)| *at as usize == article);
    let roles = || person.roles.iter().filter(|role| here(&role.places)).map(|role| &role.words);
    // A shotlist shouts; the same role in the text reads better.
    roles().find(|words| words.contains(char::is_lowercase)).or_else(|| roles().next()).cloned()
}

/// All sentences that a quotation touches.
fn context(record: &Record<'_>, quote: &Quotation) -> Span {
    let outer = quote.parts.iter().map(|part| part.outer).reduce(Span::cover).unwrap_or_default();
    let from = record.sentences.partition_point(|sentence| sentence.end <= outer.start);
    let touched = record.sentences.iter().skip(from).take_while(|it| it.start < outer.end).copied();
    touched.fold(outer, Span::cover)
}

/// The sentences before and behind a place.
fn around(record: &Record<'_>, place: Span) -> [Option<Span>; 2] {
    let sentences = &record.sentences;
    let from = sentences.partition_point(|sentence| sentence.end <= place.start);
    let to = sentences.partition_point(|sentence| sentence.start < place.end);
    [from.checked_sub(1), Some(to)].map(|at| sentences.get(at?).copied())
}

fn opening(record: &Record<'_>) -> Option<Span> {
    let block = |kind| record.article.blocks.iter().find(move |block| block.kind == kind);
    let text = block(BlockKind::Standfirst).or_else(|| block(BlockKind::Paragraph))?.span;
    record.sentences.iter().find(|sentence| text.contains(**sentence)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::Witnessed;

    #[test]
    fn the_role_of_the_article_is_shown_unshouted() {
        let role = |words: &str, article| Witnessed {
            words: words.to_owned(),
            places: vec![(article, Span::new(0, 1))],
        };
        let roles = vec![role("ENVOY", 0), role("Envoy", 0), role("Minister", 1), role("MP", 2)];
        let person = Person { roles, ..Person::default() };
        let shown = [0, 1, 2, 3].map(|article| role_in(&person, article).unwrap_or_default());
        assert_eq!(shown, ["Envoy", "Minister", "MP", ""]);
    }
}
