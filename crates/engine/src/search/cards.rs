//! Makes the cards that lists show of articles and quotations.

use std::{
    cell::{OnceCell, RefCell},
    collections::{BTreeMap, HashSet},
    rc::Rc,
};

use super::{
    answer::{ArticleCard, QuoteCard, QuotePart, Snippet},
    highlight::Highlight,
    snippet::cut,
};
use crate::{
    article::{BlockKind, Stated},
    index::Index,
    person::{Person, Witnessed},
    quote::Quotation,
    span::Span,
    story::{Analysis, Corpus},
};

/// Makes cards of a corpus.
pub struct Cards<'corpus> {
    corpus: &'corpus Corpus,
    index: &'corpus Index,
    searched: Highlight,
    shared: RefCell<BTreeMap<usize, Rc<Shared>>>,
}

/// What the cards of one article's quotations have in common, made when first asked for.
#[derive(Default)]
struct Shared {
    card: OnceCell<Rc<ArticleCard>>,
    hits: OnceCell<Vec<Span>>,
}

impl<'corpus> Cards<'corpus> {
    /// Cards on which nothing is marked.
    #[must_use]
    pub fn new(corpus: &'corpus Corpus, index: &'corpus Index) -> Self {
        Self { corpus, index, searched: Highlight::default(), shared: RefCell::default() }
    }

    /// Cards on which the words that were searched for are marked.
    pub(super) fn searching(self, searched: Highlight) -> Self {
        Self { searched, ..self }
    }

    /// The card of the article at `article`, which must be one of the corpus.
    #[must_use]
    pub fn article(&self, article: usize) -> ArticleCard {
        self.shared_article(article).as_ref().clone()
    }

    fn shared_article(&self, article: usize) -> Rc<ArticleCard> {
        let shared = self.shared(article);
        Rc::clone(shared.card.get_or_init(|| Rc::new(self.new_article(article))))
    }

    fn shared(&self, article: usize) -> Rc<Shared> {
        Rc::clone(self.shared.borrow_mut().entry(article).or_default())
    }

    fn new_article(&self, article: usize) -> ArticleCard {
        let analysis = &self.corpus.articles[article];
        let about = &analysis.article;
        let value = |stated: &Option<Stated<String>>| stated.as_ref().map(|it| it.value.clone());
        let unit = &self.index.articles[article];
        ArticleCard {
            id: about.id.clone(),
            headline: value(&about.headline).unwrap_or_else(|| about.id.clone()),
            outlet: value(&about.outlet),
            published: about.published.as_ref().map(|day| day.value),
            published_time: value(&about.published_time),
            event: self.event(article),
            authors: about.authors.iter().map(|author| author.value.clone()).collect(),
            place: value(&about.dateline_place),
            speakers: self.speakers(analysis),
            quotations: analysis.quotations.len(),
            words: unit.length as usize,
        }
    }

    /// The card of a quotation of the article at `article`; both must be of the corpus.
    #[must_use]
    pub fn quote(&self, article: usize, quotation: usize) -> QuoteCard {
        let analysis = &self.corpus.articles[article];
        let quote = &analysis.quotations[quotation];
        let source = &analysis.source;
        let shared = self.shared(article);
        let hits = self.hits(&shared, article);
        let words = |span: Span| (span.of(source).to_owned(), span);
        let person = self.person(quote);
        QuoteCard {
            key: self.index.quote(article, quotation).map_or_else(String::new, |it| it.key.clone()),
            kind: quote.kind,
            place: quote.place,
            parts: parts(source, quote, hits),
            speaker: person.map(|person| person.name.clone()),
            full_name: person.and_then(|person| self.full_name(person, article)),
            role: person.and_then(|person| role_in(person, article)),
            mention: quote.mention.map(|mention| words(mention.span)),
            cue: quote.cue.as_ref().map(|cue| words(cue.span)),
            language: quote.language.clone(),
            confidence: quote.confidence,
            rule: quote.rule.to_string(),
            context: cut(source, context(analysis, quote), hits),
            article: self.shared_article(article),
        }
    }

    /// The passage that shows best why the article is a result: the sentence with the most different
    /// words asked for, or else the standfirst, or the first sentence of the text.
    pub(super) fn best_passage(&self, article: usize) -> Option<Snippet> {
        let analysis = &self.corpus.articles[article];
        let shared = self.shared(article);
        let hits = self.hits(&shared, article);
        let different = |sentence: &Span| {
            let inside = hits.iter().filter(|hit| sentence.contains(**hit));
            inside.map(|hit| hit.of(&analysis.source).to_lowercase()).collect::<HashSet<_>>().len()
        };
        let matching = analysis.sentences.iter().rev().max_by_key(|sentence| different(sentence));
        let best = matching.filter(|sentence| different(sentence) > 0).copied();
        best.or_else(|| opening(analysis)).map(|span| cut(&analysis.source, span, hits))
    }

    /// Where the words searched for stand in the article, in order.
    fn hits<'shared>(&self, shared: &'shared Shared, article: usize) -> &'shared [Span] {
        shared.hits.get_or_init(|| self.searched.spans(&self.corpus.articles[article]))
    }

    fn event(&self, article: usize) -> Option<String> {
        let article = u32::try_from(article).ok()?;
        let events = self.corpus.events.iter();
        events.into_iter().find(|event| event.articles.contains(&article)).map(|it| it.name.clone())
    }

    fn speakers(&self, analysis: &Analysis) -> Vec<String> {
        let mut seen = HashSet::new();
        let people = analysis.quotations.iter().filter_map(|quote| self.person(quote));
        people.filter(|person| seen.insert(&person.name)).map(|it| it.name.clone()).collect()
    }

    /// Where another article gives the full name that `article` does not.
    fn full_name(&self, person: &Person, article: usize) -> Option<(String, Span)> {
        let full = |alias: &&Witnessed| alias.words.to_lowercase() == person.name.to_lowercase();
        let mut places = person.aliases.iter().filter(full).flat_map(|alias| &alias.places);
        if places.clone().any(|(at, _)| *at as usize == article) {
            return None;
        }
        let (at, span) = places.next()?;
        Some((self.corpus.articles.get(*at as usize)?.article.id.clone(), *span))
    }

    fn person(&self, quote: &Quotation) -> Option<&'corpus Person> {
        self.corpus.people.get(quote.speaker? as usize)
    }
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
fn context(analysis: &Analysis, quote: &Quotation) -> Span {
    let outer = quote.parts.iter().map(|part| part.outer).reduce(Span::cover).unwrap_or_default();
    let touched = analysis.sentences.iter().filter(|sentence| sentence.overlaps(outer)).copied();
    touched.fold(outer, Span::cover)
}

fn opening(analysis: &Analysis) -> Option<Span> {
    let block = |kind| analysis.article.blocks.iter().find(move |block| block.kind == kind);
    let text = block(BlockKind::Standfirst).or_else(|| block(BlockKind::Paragraph))?.span;
    analysis.sentences.iter().find(|sentence| text.contains(**sentence)).copied()
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
