//! What a corpus says of one article, fact by fact, each with its place and its value in words.
//!
//! Two analyses of a document agree when their facts do. Knows the corpus; compares nothing.

use std::fmt;

use super::Subject;
use crate::{
    article::{Article, Stated},
    order,
    person::Witnessed,
    quote::Quotation,
    span::Span,
    story::{Corpus, Event, Utterance},
};

/// One fact: what it is, the words it is about, and what it says. In order of place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fact {
    pub(super) span: Option<Span>,
    pub(super) subject: Subject,
    pub(super) what: &'static str,
    pub(super) value: String,
}

/// All facts of the article at `article`, in order.
pub(super) fn of(corpus: &Corpus, article: usize) -> Vec<Fact> {
    let mut facts = Facts::default();
    if let Some(analysis) = corpus.articles.get(article) {
        facts.report(&analysis.article);
        for block in &analysis.article.blocks {
            facts.add(Subject::Blocks, "block", Some(block.span), format!("{:?}", block.kind));
        }
        analysis.quotations.iter().for_each(|quotation| facts.quotation(corpus, quotation));
    }
    for person in &corpus.people {
        facts.names("name", &person.name, &person.aliases, article);
        facts.names("role", &person.name, &person.roles, article);
        facts.names("affiliation", &person.name, &person.affiliations, article);
    }
    let reports = |event: &&Event| event.articles.iter().any(|&at| at as usize == article);
    corpus.events.iter().filter(reports).for_each(|event| facts.event(corpus, event, article));
    corpus.utterances.iter().for_each(|utterance| facts.utterance(corpus, utterance, article));
    order::sort_by(&mut facts.all, Fact::cmp);
    facts.all
}

#[derive(Default)]
struct Facts {
    all: Vec<Fact>,
}

impl Facts {
    fn add(&mut self, subject: Subject, what: &'static str, span: Option<Span>, value: String) {
        self.all.push(Fact { span, subject, what, value });
    }

    /// A stated value: once for each place that states it.
    fn stated<T: fmt::Display>(&mut self, what: &'static str, stated: Option<&Stated<T>>) {
        let Some(stated) = stated else { return };
        let value = || format!("{} ({})", stated.value, stated.rule);
        if stated.spans.is_empty() {
            self.add(Subject::Report, what, None, value());
        }
        stated.spans.iter().for_each(|&span| self.add(Subject::Report, what, Some(span), value()));
    }

    fn report(&mut self, article: &Article) {
        let one = [
            ("outlet", &article.outlet),
            ("headline", &article.headline),
            ("standfirst", &article.standfirst),
            ("time of publication", &article.published_time),
            ("editor", &article.editor),
            ("place of the dateline", &article.dateline_place),
            ("address", &article.url),
            ("language", &article.language),
            ("event by its notes", &article.about),
        ];
        one.into_iter().for_each(|(what, stated)| self.stated(what, stated.as_ref()));
        self.stated("day of publication", article.published.as_ref());
        self.stated("embargo", article.embargoed.as_ref());
        self.stated("time of embargo", article.embargoed_time.as_ref());
        self.stated("day of the event", article.event_date.as_ref());
        let several = [
            ("author", &article.authors),
            ("initials", &article.initials),
            ("agency", &article.agencies),
            ("topic", &article.topics),
        ];
        for (what, all) in several {
            all.iter().for_each(|stated| self.stated(what, Some(stated)));
        }
        if let Some(given) = &article.speakers {
            let value = format!("{} ({})", given.value.join(", "), given.rule);
            self.add(Subject::Report, "speakers given", given.spans.first().copied(), value);
        }
        for (label, stated) in &article.fields {
            let value = format!("{label}: {}", stated.value);
            self.add(Subject::Report, "field", stated.spans.first().copied(), value);
        }
    }

    fn quotation(&mut self, corpus: &Corpus, quotation: &Quotation) {
        let subject = Subject::Quotations;
        for part in &quotation.parts {
            let ends = if part.closed { "" } else { ", without a closing mark" };
            let value = format!("{}{ends}", quotation.kind.name());
            self.add(subject, "quotation", Some(part.outer), value);
        }
        let person = quotation.speaker.and_then(|at| corpus.people.get(at as usize));
        let name = person.map_or("nobody named", |person| person.name.as_str());
        let value = format!("{name} ({}, {} %)", quotation.rule, quotation.probability);
        self.add(subject, "speaker", Some(quotation.span()), value);
        if let Some(mention) = &quotation.mention {
            let value = format!("{:?}", mention.kind);
            self.add(subject, "words that name the speaker", Some(mention.span), value);
        }
        if let Some(cue) = &quotation.cue {
            let value = format!("{} ({:?}, {:?})", cue.verb, cue.stance, cue.position);
            self.add(subject, "reporting verb", Some(cue.span), value);
        }
        if let Some(language) = &quotation.language {
            self.add(subject, "language spoken", Some(quotation.span()), language.clone());
        }
    }

    fn names(&mut self, what: &'static str, name: &str, witnessed: &[Witnessed], article: usize) {
        for one in witnessed {
            let here = one.places.iter().filter(|(at, _)| *at as usize == article);
            for (_, span) in here {
                let value = format!("{}: {name}", one.words);
                self.add(Subject::People, what, Some(*span), value);
            }
        }
    }

    fn event(&mut self, corpus: &Corpus, event: &Event, article: usize) {
        let names = event.articles.iter().filter_map(|&at| corpus.articles.get(at as usize));
        let names: Vec<_> = names.map(|analysis| analysis.article.id.as_str()).collect();
        let value = format!("{} ({}; {})", event.name, names.join(", "), event.reason);
        self.add(Subject::Links, "event", None, value);
        let here = |at: Option<u32>| at.is_some_and(|at| at as usize == article);
        if let Some(day) = event.date.as_ref().filter(|_| here(event.date_in)) {
            let span = day.spans.first().copied();
            self.add(Subject::Links, "day of the event", span, day.value.to_string());
        }
        if let Some(place) = event.place.as_ref().filter(|_| here(event.place_in)) {
            let span = place.spans.first().copied();
            self.add(Subject::Links, "place of the event", span, place.value.clone());
        }
    }

    fn utterance(&mut self, corpus: &Corpus, utterance: &Utterance, article: usize) {
        let mut others: Vec<String> = Vec::new();
        for witness in &utterance.witnesses {
            let analysis = corpus.articles.get(witness.article as usize);
            let id = analysis.map_or("", |analysis| analysis.article.id.as_str());
            let places: Vec<_> = witness.spans.iter().map(|it| (it.start, it.end)).collect();
            others.push(format!("{id} {places:?}"));
        }
        let here = utterance.witnesses.iter().filter(|it| it.article as usize == article);
        for span in here.flat_map(|witness| &witness.spans) {
            let value = format!("{} ({})", others.join(", "), utterance.reason);
            self.add(Subject::Links, "same utterance", Some(*span), value);
        }
    }
}
