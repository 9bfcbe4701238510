//! The articles of an opened pack, read where they stand.
//!
//! Texts, names and numbers are borrowed from the pack; what was found in an article is decoded only
//! when that article is shown, and a person only when somebody asks for more than the name. So opening
//! costs no objects, whatever the number of articles. What cannot be decoded, though the checksum is
//! right, is as if nothing had been found: the text is still there to be read. Knows what an analysis is;
//! does not know how it was made (`story`), nor the index.

mod decode;
mod layout;
mod places;
mod rules;
mod terse;
mod write;

use std::{ops::Range, rc::Rc};

use serde::de::DeserializeOwned;

use crate::{
    article::Article,
    name::Entity,
    pack::{Bytes, OpenError, Pack, Records, Tag},
    person::Person,
    quote::Quotation,
    span::Span,
    story::{Event, Utterance},
    subject::Subject,
};
#[cfg(test)]
pub(crate) use decode::unread;
pub(crate) use decode::{beside, corpus};
pub(crate) use layout::Layout;
use places::Worded;
use rules::Ruled;
pub(crate) use write::{write, write_names};

/// The texts of all articles, one after the other; they come last, and may be taken in while they come.
const TEXTS: Tag = *b"TEXT";
const LENGTHS: Tag = *b"LENG";
const IDS: Tag = *b"IDEN";
const LAYOUTS: Tag = *b"LAYO";
const ARTICLES: Tag = *b"ARTC";
/// The names of the rules by which all was found.
const RULES: Tag = *b"RULE";
const NAMES: Tag = *b"STRS";
const PEOPLE: Tag = *b"PEOP";
const EVENTS: Tag = *b"EVNT";
const UTTERANCES: Tag = *b"UTTR";
const ORGANISATIONS: Tag = *b"ORGA";
const PLACES: Tag = *b"PLAC";
const SUBJECTS: Tag = *b"SUBJ";
const FINDINGS: Tag = *b"FIND";
const BESIDE: Tag = *b"SIDE";

/// The sections that tell which articles there are, without anything of their words.
pub(crate) const EARLY: [Tag; 4] = [LENGTHS, IDS, NAMES, UTTERANCES];

/// The articles of a pack, with what was found in them.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    texts: Records,
    ids: Records,
    layouts: Records,
    articles: Records,
    /// The names of people, then of events, then others.
    names: Rc<Records>,
    rules: Records,
    people: Records,
    events: Records,
    utterances: Records,
    /// What the organisations, the places and the subjects are written as.
    entities: [Bytes; 3],
}

/// One article, decoded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record<'shelf> {
    /// The document as received.
    pub source: &'shelf str,
    /// What it says of itself, and its blocks.
    pub article: Article,
    /// The sentences of its text blocks, in order.
    pub sentences: Vec<Span>,
    /// What is quoted in it, by place.
    pub quotations: Vec<Quotation>,
    /// The utterances that it carries, by number.
    pub utterances: Vec<u32>,
}

impl Shelf {
    /// Finds the articles in a pack. Costs a number for each article and person.
    ///
    /// # Errors
    ///
    /// Sections that are missing, or do not fit together.
    pub fn open(pack: &Pack) -> Result<Self, OpenError> {
        Self::expecting(pack)?.with_texts(pack.section(TEXTS, "texts")?)
    }

    /// Finds the articles in the sections before the texts: all is there but the texts, which are empty.
    ///
    /// # Errors
    ///
    /// Sections that are missing, or do not fit together.
    pub(crate) fn expecting(pack: &Pack) -> Result<Self, OpenError> {
        let shelf = Self {
            layouts: Records::open(pack, LAYOUTS, "layouts")?,
            articles: Records::open(pack, ARTICLES, "articles")?,
            rules: Records::open(pack, RULES, "rules")?,
            people: Records::open(pack, PEOPLE, "people")?,
            events: Records::open(pack, EVENTS, "events")?,
            entities: [
                pack.section(ORGANISATIONS, "organisations")?,
                pack.section(PLACES, "places")?,
                pack.section(SUBJECTS, "subjects")?,
            ],
            ..Self::early(pack)?
        };
        let each = [&shelf.layouts, &shelf.articles];
        shelf.is_shelf_of(&each).then_some(shelf).ok_or(OpenError::Damaged { section: "articles" })
    }

    /// Finds the articles in the early sections of a pack: their names and how long they are, and which
    /// quotations are one utterance. All else is empty.
    ///
    /// # Errors
    ///
    /// Sections that are missing, or do not fit together.
    pub(crate) fn early(pack: &Pack) -> Result<Self, OpenError> {
        let damaged = |section| OpenError::Damaged { section };
        let lengths = pack.section(LENGTHS, "lengths of texts")?;
        let shelf = Self {
            texts: Records::expected(&lengths).ok_or(damaged("lengths of texts"))?,
            ids: Records::open(pack, IDS, "names of articles")?,
            names: Records::open(pack, NAMES, "names")?.into(),
            utterances: Records::open(pack, UTTERANCES, "utterances")?,
            ..Self::default()
        };
        let fits = shelf.is_shelf_of(&[&shelf.ids]);
        fits.then_some(shelf).ok_or(damaged("names of articles"))
    }

    /// Whether each of these has a record for every article.
    fn is_shelf_of(&self, each: &[&Records]) -> bool {
        each.iter().all(|records| records.len() == self.len())
    }

    /// The same with the texts of all articles.
    ///
    /// # Errors
    ///
    /// They are longer or shorter than was said.
    pub(crate) fn with_texts(self, texts: Bytes) -> Result<Self, OpenError> {
        let texts = self.texts.filled(texts).ok_or(OpenError::Damaged { section: "texts" })?;
        Ok(Self { texts, ..self })
    }

    /// Where the text of the article stands among those of all.
    pub(crate) fn range(&self, article: usize) -> Range<usize> {
        self.texts.range(article)
    }

    /// How many articles there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there is no article.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The name of the article, as addresses spell it.
    #[must_use]
    pub fn id(&self, article: usize) -> &str {
        self.ids.text(article)
    }

    /// The article of that name. Looks at every name, unless it is there and names stand in their order,
    /// as they do in packs of files: then at as many as the number of names can be halved.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        let is = |&article: &usize| self.ids.get(article) == id.as_bytes();
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.ids.get(middle) < id.as_bytes() { low = middle + 1 } else { high = middle }
        }
        Some(low).filter(is).or_else(|| (0..self.len()).find(is))
    }

    /// The document as received.
    #[must_use]
    pub fn text(&self, article: usize) -> &str {
        self.texts.text(article)
    }

    /// The document's bytes, which should be a text.
    pub(crate) fn bytes(&self, article: usize) -> &[u8] {
        self.texts.get(article)
    }

    /// How many bytes all texts have.
    pub(crate) fn size(&self) -> usize {
        self.texts.expects()
    }

    /// Reads the places of an article into `layout`; none if they cannot be read.
    pub(crate) fn layout(&self, article: usize, layout: &mut Layout) -> Option<()> {
        layout.read(self.layouts.get(article))
    }

    /// All that was found in the article, but for what the facets' columns tell of its quotations: who
    /// speaks, and how they are quoted. Linear in the article.
    pub(crate) fn record(&self, article: usize) -> Record<'_> {
        let mut layout = Layout::default();
        // A layout that cannot be read was refused when the pack was opened.
        let _ = self.layout(article, &mut layout);
        let found = decode::article(self.articles.get(article), &self.rules);
        decode::record(self.text(article), self.id(article), layout, found)
    }

    /// All names of the pack.
    pub(crate) fn names(&self) -> &Rc<Records> {
        &self.names
    }

    /// The fullest name of a person.
    #[must_use]
    pub fn name(&self, person: u32) -> Option<&str> {
        let person = person as usize;
        (person < self.people.len()).then(|| self.names.text(person))
    }

    /// The name of an event.
    #[must_use]
    pub fn event_name(&self, event: u32) -> Option<&str> {
        let event = event as usize;
        (event < self.events.len()).then(|| self.names.text(self.people.len() + event))
    }

    /// A person. Linear in the places where the person is named.
    #[must_use]
    pub fn person(&self, person: u32) -> Option<Person> {
        let name = self.name(person)?.to_owned();
        let found: Option<Person> = postcard::from_bytes(self.people.get(person as usize)).ok();
        let found = places::whole(found.unwrap_or_default(), |at| self.text(at as usize));
        Some(Person { name, ..found })
    }

    /// How many people there are.
    pub(crate) fn people(&self) -> usize {
        self.people.len()
    }

    /// The organisations, with every place where they are named. Linear in these places, as the next two.
    pub(crate) fn organisations(&self) -> impl Iterator<Item = Entity> {
        self.entities(&self.entities[0])
    }

    /// The places, likewise.
    pub(crate) fn places(&self) -> impl Iterator<Item = Entity> {
        self.entities(&self.entities[1])
    }

    /// The subjects, likewise.
    pub(crate) fn subjects(&self) -> impl Iterator<Item = Subject> {
        self.entities(&self.entities[2])
    }

    /// What can be decoded of what is known by words; its places may lead nowhere.
    fn entities<W: Worded + Ruled + DeserializeOwned>(
        &self,
        section: &Bytes,
    ) -> impl Iterator<Item = W> {
        let records = Records::new(section).unwrap_or_default();
        (0..records.len()).filter_map(move |at| {
            let mut entity = postcard::from_bytes(records.get(at)).ok()?;
            rules::complete(&mut entity, &self.rules);
            Some(places::whole(entity, |at| self.text(at as usize)))
        })
    }

    /// How many events there are.
    #[must_use]
    pub fn events(&self) -> usize {
        self.events.len()
    }

    /// The event of that name, by the name's number among all names of the pack.
    pub(crate) fn event_named(&self, name: u32) -> Option<u32> {
        let event = (name as usize).checked_sub(self.people.len())?;
        (event < self.events.len()).then_some(event as u32)
    }

    /// An event, with those of its articles that are here.
    #[must_use]
    pub fn event(&self, event: u32) -> Option<Event> {
        let name = self.event_name(event)?.to_owned();
        let event: Event = postcard::from_bytes(self.events.get(event as usize)).ok()?;
        let mut event = Event { name, ..event };
        rules::complete(&mut event, &self.rules);
        event.articles.retain(|&article| (article as usize) < self.len());
        Some(event)
    }

    /// How many utterances more than one quotation carries.
    pub(crate) fn utterances(&self) -> usize {
        self.utterances.len()
    }

    /// An utterance, with those of its witnesses that are here.
    #[must_use]
    pub fn utterance(&self, utterance: u32) -> Option<Utterance> {
        let record = self.utterances.get(utterance as usize);
        let mut utterance: Utterance = postcard::from_bytes(record).ok()?;
        utterance.witnesses.retain(|witness| (witness.article as usize) < self.len());
        Some(utterance)
    }
}
