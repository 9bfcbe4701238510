//! Markdown: the text that its marks stand for, and what they say of its lines.
//!
//! `pulldown-cmark` reads the marks and says where everything stands.

use parallax_engine::{
    article::{Document, Role},
    span::Span,
};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::{Format, FormatError, front_matter, html, sheet::Sheet};

/// The file as a document.
pub(crate) fn read(id: &str, source: &str) -> Result<Document, FormatError> {
    let mut sheet = Sheet::default();
    let at = front_matter::write(source, &mut sheet)?;
    sheet.gap();
    let body = source.get(at..).unwrap_or_default();
    let mut writer = Writer { source, at, sheet, image: None, role: Role::Paragraph };
    for (event, range) in Parser::new_ext(body, Options::ENABLE_TABLES).into_offset_iter() {
        writer.event(event, Span::new(at + range.start, at + range.end));
    }
    Ok(writer.sheet.document(id, Format::Markdown))
}

struct Writer<'a> {
    source: &'a str,
    /// Where the text begins.
    at: usize,
    sheet: Sheet,
    /// The title of the picture whose words are being read.
    image: Option<String>,
    role: Role,
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>, place: Span) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag, place),
            Event::Text(words) | Event::Code(words) => {
                let raw = place.of(self.source);
                // Words inside marks stand inside the place.
                let inner = raw.find(&*words).filter(|_| !words.is_empty());
                let place = inner.map_or(place, |at| {
                    let start = place.start as usize + at;
                    Span::new(start, start + words.len())
                });
                self.sheet.words(&words, place);
            }
            Event::SoftBreak => self.sheet.words(" ", place),
            Event::HardBreak | Event::Rule => self.end_line(),
            Event::Html(words) => {
                let at = place.start as usize;
                let raw = self.source.get(at..at + words.len()).unwrap_or_default();
                html::fragment(raw, at, &mut self.sheet);
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.end_line();
                self.role = Role::Heading(match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    _ => 3,
                });
            }
            Tag::Image { title, .. } => {
                self.end_line();
                self.image = Some(title.into_string());
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } => {}
            _ => self.end_line(),
        }
    }

    fn end(&mut self, tag: TagEnd, place: Span) {
        match tag {
            TagEnd::Image => {
                let title = self.image.take().unwrap_or_default();
                let alone = title.is_empty();
                self.sheet.end_line(if alone { Role::Caption } else { Role::AltText });
                let raw = place.of(self.source);
                if let Some(at) = raw.rfind(&title).filter(|_| !alone) {
                    let start = place.start as usize + at;
                    self.sheet.words(&title, Span::new(start, start + title.len()));
                    self.sheet.end_line(Role::Caption);
                }
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {}
            _ => {
                self.end_line();
                self.role = Role::Paragraph;
            }
        }
        debug_assert!(place.start as usize >= self.at);
    }

    fn end_line(&mut self) {
        self.sheet.end_line(self.role);
    }
}
