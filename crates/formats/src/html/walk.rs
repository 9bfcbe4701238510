//! Walks the tags of a page, writes its lines, and notes the elements they stand in.
//!
//! Reads tag soup as it comes: what is not closed ends with its parent, what was never opened is
//! left alone. Each tag is opened and closed once, so the cost is linear. Does not know which lines
//! are the report (`region` decides).

use std::collections::HashMap;

use html5gum::{Span as Place, StartTag, Token, Tokenizer, emitters::default::DefaultEmitter};
use parallax_engine::{article::Role, span::Span};

use super::{
    element::{self, Flow},
    entity::Entities,
    tree::{Block, Element, Seen},
};
use crate::sheet::Sheet;

/// How far up the stack is looked for a block: hostile depth costs nothing more.
const NEAR: usize = 64;

/// An element that is not closed yet.
struct Open {
    name: String,
    element: usize,
    flow: Flow,
}

/// The lines of a page and the elements around them.
pub(crate) struct Walk<'a> {
    source: &'a str,
    pub(crate) sheet: Sheet,
    pub(crate) entities: Entities,
    /// Of the lines written, beginning with the mark `first`.
    pub(crate) seen: Vec<Seen>,
    pub(crate) elements: Vec<Element>,
    stack: Vec<Open>,
    /// Where on the stack the open elements of each name are.
    open: HashMap<String, Vec<usize>>,
    hidden: usize,
    links: usize,
    figures: usize,
    /// Bytes of the line that are linked, and that stand in an element that speaks of them.
    linked: usize,
    spoken: usize,
    inner: Option<element::Place>,
    /// A line break that holds only if a new sentence follows.
    broken: bool,
}

/// The tokens of a page, with their places.
pub(crate) fn tokens(source: &str) -> impl Iterator<Item = Token<usize>> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(source, emitter).filter_map(Result::ok)
}

/// The words of an attribute, and where they stand.
pub(crate) fn attribute(source: &str, tag: &StartTag<usize>, name: &str) -> Option<(String, Span)> {
    let value = tag.attributes.get(name.as_bytes())?;
    let words = String::from_utf8_lossy(&value.value).into_owned();
    let whole = source.get(value.span.start..value.span.end.min(source.len()))?;
    let raw = whole.split_once('=').map_or("", |(_, raw)| raw.trim_start());
    let raw = match raw.chars().next() {
        Some(mark @ ('"' | '\'')) => raw[1..].split(mark).next().unwrap_or_default(),
        _ => raw.split(['>', ' ', '\n', '\t', '\r']).next().unwrap_or_default(),
    };
    Some((words, if raw.is_empty() { Span::default() } else { Span::of_slice(source, raw) }))
}

impl<'a> Walk<'a> {
    /// Walks `source`; the lines are written below what the sheet has already.
    pub(crate) fn of(source: &'a str, sheet: Sheet) -> Self {
        let root = Element { parent: 0, lines: 0..0, place: None, holds_report: false };
        let mut walk = Self {
            source,
            sheet,
            entities: Entities::default(),
            seen: Vec::new(),
            elements: vec![root],
            stack: Vec::new(),
            open: HashMap::new(),
            hidden: 0,
            links: 0,
            figures: 0,
            linked: 0,
            spoken: 0,
            inner: None,
            broken: false,
        };
        for token in tokens(source) {
            walk.token(token);
        }
        walk.close_to(0);
        walk.end_line();
        if let Some(root) = walk.elements.first_mut() {
            root.lines.end = walk.seen.len();
        }
        walk
    }

    fn token(&mut self, token: Token<usize>) {
        match token {
            Token::StartTag(tag) => self.start(&tag),
            Token::EndTag(tag) => self.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(words) if self.hidden == 0 => self.text(words.span),
            _ => {}
        }
    }

    fn text(&mut self, place: Place<usize>) {
        let Some(raw) = self.source.get(place.start..place.end) else { return };
        let begins = raw.trim_start();
        if std::mem::take(&mut self.broken) && !begins.is_empty() && !self.goes_on(begins) {
            self.end_line();
        } else if begins.is_empty() {
            self.broken = false;
        }
        let before = self.sheet.line().len();
        self.entities.write(&mut self.sheet, raw, place.start);
        let written = self.sheet.line().len().saturating_sub(before);
        if self.links > 0 {
            self.linked += written;
        }
        if self.inner_place().is_some() {
            self.spoken += written;
        }
    }

    /// Whether a line goes on behind a line break: in the middle of a sentence.
    fn goes_on(&self, next: &str) -> bool {
        let line = self.sheet.line().trim_end();
        next.starts_with(char::is_lowercase)
            && line.ends_with(|c: char| c.is_lowercase() || c == ',')
    }

    /// What the inline elements around say of the words.
    fn inner_place(&mut self) -> Option<element::Place> {
        let inline = self.stack.iter().rev().take(8).take_while(|open| open.flow == Flow::Inline);
        let place = inline.filter_map(|open| self.elements.get(open.element)?.place).next();
        if place.is_some() {
            self.inner = place;
        }
        place
    }

    fn start(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        while self.stack.last().is_some_and(|open| element::is_ended_by(&open.name, &name)) {
            self.close_to(self.stack.len() - 1);
        }
        // A paragraph ends at any block, whatever inline elements it left open.
        let flow = element::flow(&name);
        if flow == Flow::Block && self.is_open("p") {
            let inline = |open: &&Open| open.flow == Flow::Inline;
            let left = self.stack.iter().rev().take(NEAR).take_while(inline).count();
            let at = self.stack.len().saturating_sub(left + 1);
            let paragraph = self.stack.get(at).is_some_and(|open| open.name == "p");
            if paragraph && element::is_ended_by("p", &name) {
                self.close_to(at);
            }
        }
        if name == "img" && self.figures > 0 && self.hidden == 0 {
            self.picture(tag);
        }
        if flow == Flow::Break {
            if name == "br" && !self.broken {
                self.broken = true;
            } else {
                self.end_line();
            }
        }
        if element::is_void(&name) || (tag.self_closing && flow == Flow::Hidden) {
            return;
        }
        let element = self.element(&name, tag);
        let speaks = self.elements.get(element).is_some_and(|element| element.place.is_some());
        if flow == Flow::Block || (speaks && !self.in_prose()) {
            self.end_line();
        }
        match name.as_str() {
            "a" => self.links += 1,
            "figure" => self.figures += 1,
            _ => {}
        }
        self.hidden += usize::from(flow == Flow::Hidden);
        self.open.entry(name.clone()).or_default().push(self.stack.len());
        self.stack.push(Open { name, element, flow });
    }

    /// Whether the words around are a paragraph's, a heading's or an item's.
    fn in_prose(&self) -> bool {
        let block = self.stack.iter().rev().take(NEAR).find(|open| open.flow == Flow::Block);
        block.is_some_and(|open| Block::of_tag(&open.name) != Block::Other)
    }

    fn element(&mut self, name: &str, tag: &StartTag<usize>) -> usize {
        let of = |key| attribute(self.source, tag, key).map(|(words, _)| words).unwrap_or_default();
        let property = of("itemprop");
        let place = element::of_tag(name).or_else(|| {
            if element::is_whole_page(name) {
                return None;
            }
            let names = [of("class"), of("id"), of("role"), of("rel"), property.clone()].join(" ");
            element::of_names(&names).or_else(|| {
                let date = name == "time";
                date.then_some(element::Place { role: Role::Date, sure: false })
            })
        });
        let hidden = tag.attributes.contains_key(b"hidden".as_slice());
        let place = if hidden {
            let role = Role::Furniture(parallax_engine::article::Furniture::Notice);
            Some(element::Place { role, sure: false })
        } else {
            place
        };
        let parent = self.stack.last().map_or(0, |open| open.element);
        let start = self.seen.len() + usize::from(!self.sheet.line().trim().is_empty());
        let holds_report = element::holds_report(name, &property);
        self.elements.push(Element { parent, lines: start..start, place, holds_report });
        self.elements.len() - 1
    }

    fn picture(&mut self, tag: &StartTag<usize>) {
        let Some((words, place)) = attribute(self.source, tag, "alt") else { return };
        if words.trim().is_empty() {
            return;
        }
        self.end_line();
        self.sheet.words(&words, place);
        self.end_line_as(Some(Block::AltText));
    }

    fn end(&mut self, name: &str) {
        if name == "br" || (name == "p" && !self.is_open("p")) {
            self.end_line();
        }
        let Some(at) = self.open.get(name).and_then(|places| places.last().copied()) else {
            return;
        };
        // An inline element that was left open does not close the blocks around it.
        let inline = self.stack.get(at).is_some_and(|open| open.flow == Flow::Inline);
        let above = self.stack.iter().skip(at + 1).take(NEAR);
        if inline && above.into_iter().any(|open| open.flow == Flow::Block) {
            self.open.get_mut(name).map(Vec::pop);
            self.links = self.links.saturating_sub(usize::from(name == "a"));
            if let Some(open) = self.stack.get_mut(at) {
                open.name.clear();
            }
        } else {
            self.close_to(at);
        }
    }

    fn is_open(&self, name: &str) -> bool {
        self.open.get(name).is_some_and(|places| !places.is_empty())
    }

    /// Closes all elements from the one at `depth` on.
    fn close_to(&mut self, depth: usize) {
        while self.stack.len() > depth {
            let Some(top) = self.stack.last() else { return };
            let speaks = self.elements.get(top.element).is_some_and(|top| top.place.is_some());
            let inline = top.flow != Flow::Block;
            if !inline || (speaks && !self.in_prose()) {
                self.end_line();
            }
            let Some(top) = self.stack.pop() else { return };
            if let Some(places) = self.open.get_mut(&top.name) {
                places.pop();
            }
            match top.name.as_str() {
                "a" => self.links = self.links.saturating_sub(1),
                "figure" => self.figures = self.figures.saturating_sub(1),
                _ => {}
            }
            self.hidden -= usize::from(top.flow == Flow::Hidden);
            let end = self.seen.len() + usize::from(!self.sheet.line().trim().is_empty());
            if let Some(element) = self.elements.get_mut(top.element) {
                element.lines.end = end;
            }
        }
    }

    fn end_line(&mut self) {
        self.end_line_as(None);
    }

    fn end_line_as(&mut self, block: Option<Block>) {
        self.broken = false;
        let bytes = self.sheet.line().trim().len();
        let around = self.stack.iter().rev().take(NEAR).find(|open| open.flow == Flow::Block);
        let tag = around.map_or(Block::Other, |open| Block::of_tag(&open.name));
        let inner = self.inner.take().filter(|_| self.spoken * 10 >= bytes * 6);
        let element = around.map_or(0, |open| open.element);
        // Where a line is all in one inline element that speaks, that element is its own.
        let seen = Seen { element, block: block.unwrap_or(tag), bytes, linked: self.linked, inner };
        (self.linked, self.spoken) = (0, 0);
        if self.sheet.end_line(Role::Text) {
            self.seen.push(seen);
        }
    }
}
