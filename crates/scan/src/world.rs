//! What there is to find: articles and quotations as plain lists of words, with their facets' values.

use parallax_engine::{
    article::{BlockKind, Date},
    query::{Facet, NONE, Unit},
    quote::Quotation,
    span::Span,
    story::{Analysis, Corpus},
};

/// All articles, quotations and utterances.
#[derive(Clone, Debug, Default)]
pub struct World {
    pub(crate) articles: Vec<Thing>,
    pub(crate) quotes: Vec<Thing>,
    /// The quotations, by place in `quotes`, that are one utterance; none is left out.
    pub(crate) utterances: Vec<Vec<usize>>,
}

/// An article or a quotation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Thing {
    /// The article's name, and of a quotation the byte that it begins at.
    pub(crate) name: (String, Option<u32>),
    /// Its words, in runs that phrases do not cross.
    pub(crate) runs: Vec<Vec<Word>>,
    /// The values of each facet, in the order of [`Facet::AT_ONCE`].
    pub(crate) values: Vec<Vec<String>>,
    /// The day of publication.
    pub(crate) published: Option<Date>,
}

/// A word as it is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) folded: String,
    /// Where it stands; none for a name that stands for a quotation without being part of it.
    pub(crate) place: Option<Place>,
}

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) start: u32,
    pub(crate) headline: bool,
    pub(crate) quoted: bool,
}

impl Thing {
    /// The values of a facet; every thing has at least one, since "none" is a value too.
    pub(crate) fn of(&self, facet: Facet) -> &[String] {
        let at = Facet::AT_ONCE.into_iter().position(|it| it == facet);
        at.and_then(|at| self.values.get(at)).map_or(&[], Vec::as_slice)
    }
}

impl World {
    /// What there is in a corpus.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let (mut world, mut first) = (Self::default(), Vec::new());
        for (at, analysis) in (0..).zip(&corpus.articles) {
            let words = words_of(analysis);
            let article = article(corpus, at, analysis, &words);
            let quotes = analysis.quotations.iter();
            first.push(world.quotes.len());
            world.quotes.extend(quotes.map(|quote| quotation(corpus, quote, &article, &words)));
            world.articles.push(article);
        }
        world.utterances = utterances(corpus, &first, world.quotes.len());
        world
    }

    /// Whether the article of that name has just the words of these texts, one after the other. Costs a
    /// comparison for each time that the articles, which come by name, can be halved.
    #[must_use]
    pub fn says(&self, id: &str, texts: &[&str]) -> bool {
        let words = texts.iter().flat_map(|text| split(text).map(|span| fold(span.of(text))));
        let named = self.articles.binary_search_by(|article| article.name.0.as_str().cmp(id));
        let article = named.ok().and_then(|at| self.articles.get(at));
        article.is_some_and(|it| it.runs.iter().flatten().map(|word| word.folded.clone()).eq(words))
    }

    /// How many utterances more than one quotation carries.
    #[must_use]
    pub fn retold(&self) -> usize {
        self.utterances.iter().filter(|quotes| quotes.len() > 1).count()
    }

    /// The things that are one result: an utterance is all its quotations.
    pub(crate) fn results_of(&self, unit: Unit) -> Vec<Vec<&Thing>> {
        match unit {
            Unit::Article => self.articles.iter().map(|thing| vec![thing]).collect(),
            Unit::Quote => self.quotes.iter().map(|thing| vec![thing]).collect(),
            Unit::Utterance => {
                let of = |quotes: &Vec<usize>| quotes.iter().map(|&at| &self.quotes[at]).collect();
                self.utterances.iter().map(of).collect()
            }
        }
    }

    /// The things whose words are searched.
    pub(crate) fn things(&self, unit: Unit) -> &[Thing] {
        match unit {
            Unit::Article => &self.articles,
            Unit::Quote | Unit::Utterance => &self.quotes,
        }
    }
}

/// The quotations of each utterance, those that share none by themselves; `first` has each article's first.
fn utterances(corpus: &Corpus, first: &[usize], count: usize) -> Vec<Vec<usize>> {
    let mut alone = vec![true; count];
    let mut utterances: Vec<Vec<usize>> = Vec::new();
    for utterance in &corpus.utterances {
        let witnesses = utterance.witnesses.iter();
        let quotes: Vec<usize> =
            witnesses.map(|it| first[it.article as usize] + it.quotation as usize).collect();
        quotes.iter().for_each(|&quote| alone[quote] = false);
        utterances.push(quotes);
    }
    utterances.extend((0..count).filter(|&quote| alone[quote]).map(|quote| vec![quote]));
    utterances
}

/// The words of an article's text blocks.
fn words_of(analysis: &Analysis) -> Vec<Word> {
    let mut words = Vec::new();
    let mut headlines = 0;
    for block in analysis.article.blocks.iter().filter(|block| block.kind.is_text()) {
        let headline = block.kind == BlockKind::Headline && headlines == 0;
        headlines += usize::from(block.kind == BlockKind::Headline);
        for span in split(block.span.of(&analysis.source)) {
            let start = block.span.start + span.start;
            let within = |quote: &Quotation| quote.parts.iter().any(|part| holds(part.span, start));
            let quoted = analysis.quotations.iter().any(within);
            words.push(Word {
                folded: fold(span.of(block.span.of(&analysis.source))),
                place: Some(Place { start, headline, quoted }),
            });
        }
    }
    words
}

fn article(corpus: &Corpus, at: u32, analysis: &Analysis, words: &[Word]) -> Thing {
    let of_quotes = |value: &dyn Fn(&Quotation) -> Vec<String>| -> Vec<String> {
        once(analysis.quotations.iter().flat_map(value).collect())
    };
    let values = Facet::AT_ONCE.into_iter().map(|facet| {
        or_none(match facet {
            Facet::Outlet => {
                analysis.article.outlet.iter().map(|outlet| outlet.value.clone()).collect()
            }
            Facet::Event => {
                let events = corpus.events.iter().filter(|event| event.articles.contains(&at));
                events.map(|event| event.name.clone()).collect()
            }
            Facet::Topic => {
                once(analysis.article.topics.iter().map(|topic| topic.value.clone()).collect())
            }
            Facet::Date => published(analysis).map(|day| day.to_string()).into_iter().collect(),
            Facet::Month => {
                let month = |day: Date| format!("{:04}-{:02}", day.year(), day.month());
                published(analysis).map(month).into_iter().collect()
            }
            Facet::Speaker => match &analysis.article.speakers {
                Some(given) => once(given.value.clone()),
                None => of_quotes(&|quote| speaker(corpus, quote)),
            },
            Facet::Kind => of_quotes(&|quote| vec![quote.kind.name().to_owned()]),
            _ => Vec::new(),
        })
    });
    Thing {
        name: (analysis.article.id.clone(), None),
        runs: vec![words.to_vec()],
        values: values.collect(),
        published: published(analysis),
    }
}

fn quotation(corpus: &Corpus, quote: &Quotation, article: &Thing, words: &[Word]) -> Thing {
    let inside = |span: Span| {
        let within = |word: &&Word| word.place.is_some_and(|place| holds(span, place.start));
        words.iter().filter(within).cloned().collect()
    };
    let name = speaker(corpus, quote);
    let mut runs: Vec<Vec<Word>> = quote.parts.iter().map(|part| inside(part.span)).collect();
    runs.extend(name.iter().map(|name| {
        split(name).map(|span| Word { folded: fold(span.of(name)), place: None }).collect()
    }));
    let values =
        Facet::AT_ONCE.into_iter().zip(&article.values).map(|(facet, of_article)| match facet {
            Facet::Speaker => or_none(name.clone()),
            Facet::Kind => vec![quote.kind.name().to_owned()],
            _ => of_article.clone(),
        });
    Thing {
        name: (article.name.0.clone(), quote.parts.first().map(|part| part.span.start)),
        runs,
        values: values.collect(),
        published: article.published,
    }
}

fn published(analysis: &Analysis) -> Option<Date> {
    analysis.article.published.as_ref().map(|day| day.value)
}

fn speaker(corpus: &Corpus, quote: &Quotation) -> Vec<String> {
    let person = quote.speaker.and_then(|at| corpus.people.get(at as usize));
    person.map(|person| person.name.clone()).into_iter().collect()
}

fn once(mut values: Vec<String>) -> Vec<String> {
    values.sort();
    values.dedup();
    values
}

fn or_none(values: Vec<String>) -> Vec<String> {
    if values.is_empty() { vec![NONE.to_owned()] } else { values }
}

fn holds(span: Span, at: u32) -> bool {
    span.start <= at && at < span.end
}

/// The maximal runs of letters and digits.
pub(crate) fn split(text: &str) -> impl Iterator<Item = Span> + '_ {
    let runs = text.split(|letter: char| !letter.is_alphanumeric());
    runs.filter(|run| !run.is_empty()).map(|run| Span::of_slice(text, run))
}

/// The word without regard to case.
pub(crate) fn fold(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).map(|c| if c == 'ς' { 'σ' } else { c }).collect()
}
