//! What was found in an article, written as what its text and its layout do not tell.
//!
//! A value that stands in the text is left out, and a place is told by how far it is from one before: a
//! stated value's from the last one's, the words that report from what is quoted, a line that markup
//! marked from the end of the last. All come back as they were.

use crate::{
    article::{Article, Date, Mark, Stated},
    bytes::{step, stepped},
    quote::Quotation,
    span::Span,
};

/// Leaves out the values that stand at their first place in `source`, and tells places by steps.
pub(super) fn shorten(article: &mut Article, source: &str) {
    each(article, &mut |stated| {
        if stated.spans.first().is_some_and(|span| span.of(source) == stated.value) {
            stated.value.clear();
        }
    });
    if let Some(given) = &mut article.speakers {
        for (name, span) in given.value.iter_mut().zip(&given.spans) {
            if span.of(source) == name {
                name.clear();
            }
        }
    }
    let mut from = 0;
    each_place(article, &mut |span| {
        let way = way(from, *span);
        from = span.end;
        *span = way;
    });
}

/// Puts in what [`shorten`] left out.
pub(super) fn complete(article: &mut Article, source: &str) {
    let mut from = 0;
    each_place(article, &mut |span| {
        *span = at_end_of(from, *span);
        from = span.end;
    });
    if let Some(given) = &mut article.speakers {
        for (name, span) in given.value.iter_mut().zip(&given.spans) {
            if name.is_empty() {
                name.push_str(span.of(source));
            }
        }
    }
    each(article, &mut |stated| {
        if let Some(span) = stated.spans.first().filter(|_| stated.value.is_empty()) {
            stated.value.push_str(span.of(source));
        }
    });
}

/// All days that an article states.
pub(super) fn days(article: &mut Article) -> impl Iterator<Item = &mut Stated<Date>> {
    let days = [
        &mut article.published,
        &mut article.updated,
        &mut article.embargoed,
        &mut article.event_date,
    ];
    days.into_iter().flatten()
}

/// All values that an article states in words.
pub(super) fn each(article: &mut Article, each: &mut dyn FnMut(&mut Stated<String>)) {
    let one = [
        &mut article.outlet,
        &mut article.headline,
        &mut article.standfirst,
        &mut article.published_time,
        &mut article.published_zone,
        &mut article.updated_time,
        &mut article.updated_zone,
        &mut article.embargoed_time,
        &mut article.embargoed_zone,
        &mut article.editor,
        &mut article.dateline_place,
        &mut article.url,
        &mut article.language,
        &mut article.about,
    ];
    one.into_iter().flatten().for_each(&mut *each);
    let several =
        [&mut article.authors, &mut article.initials, &mut article.agencies, &mut article.topics];
    several.into_iter().flatten().for_each(&mut *each);
    article.fields.iter_mut().for_each(|(_, stated)| each(stated));
}

/// All places where an article states something, mostly in the order of the text.
fn each_place(article: &mut Article, each: &mut dyn FnMut(&mut Span)) {
    days(article).flat_map(|it| &mut it.spans).for_each(&mut *each);
    self::each(article, &mut |stated| stated.spans.iter_mut().for_each(&mut *each));
    article.speakers.iter_mut().flat_map(|it| &mut it.spans).for_each(each);
}

/// The way from a place to a stretch, and how long that is.
fn way(from: u32, span: Span) -> Span {
    Span { start: step(from, span.start), end: span.end.wrapping_sub(span.start) }
}

/// The stretch that [`way`] leads to.
fn at_end_of(from: u32, way: Span) -> Span {
    let start = stepped(from, way.start);
    Span { start, end: start.wrapping_add(way.end) }
}

/// Tells the lines that markup marked by how far each is from the end of the last, and by how much it
/// ends before its line does.
pub(super) fn mark_steps(marks: &mut [Mark], source: &str) {
    let (lines, mut from) = (Lines::of(source), 0);
    for Mark { span, .. } in marks {
        let end = span.end;
        let short = step(end, lines.end(span.start));
        *span = Span { start: step(from, span.start), end: short };
        from = end;
    }
}

/// The lines that [`mark_steps`] was given.
pub(super) fn marked(marks: &mut [Mark], source: &str) {
    let (lines, mut from) = (Lines::of(source), 0);
    for Mark { span, .. } in marks {
        let start = stepped(from, span.start);
        let end = lines.end(start).wrapping_sub(stepped(0, span.end));
        *span = Span { start, end };
        from = end;
    }
}

/// Where the lines of a text end.
struct Lines {
    ends: Vec<u32>,
    length: u32,
}

impl Lines {
    fn of(source: &str) -> Self {
        let ends = source.bytes().zip(0..).filter(|(byte, _)| *byte == b'\n');
        Self { ends: ends.map(|(_, at)| at).collect(), length: source.len() as u32 }
    }

    /// Where the line that has a place ends.
    fn end(&self, place: u32) -> u32 {
        let at = self.ends.partition_point(|&end| end < place);
        self.ends.get(at).copied().unwrap_or(self.length)
    }
}

/// Tells places beside a quotation, which has its parts, by how far they are from it.
pub(super) fn approach(quotation: &mut Quotation) {
    beside(quotation, true, way);
}

/// The places that [`approach`] was given.
pub(super) fn depart(quotation: &mut Quotation) {
    beside(quotation, false, at_end_of);
}

fn beside(quotation: &mut Quotation, inwards: bool, change: impl Fn(u32, Span) -> Span) {
    let mut from = quotation.parts.first().map_or(0, |part| part.span.end);
    if let Some(cue) = &mut quotation.cue {
        let changed = change(from, cue.span);
        // Who said it stands beside the words that report; of the two, this is the place.
        from = if inwards { cue.span.end } else { changed.end };
        cue.span = changed;
    }
    if let Some(mention) = &mut quotation.mention {
        mention.span = change(from, mention.span);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        article::Role,
        quote::{Mention, MentionKind, Part},
        shelf::unread,
    };

    #[test]
    fn what_the_text_says_is_left_out() {
        let stated = |value: &str, spans: Vec<Span>| {
            Some(Stated { value: value.to_owned(), spans, rule: "test".into() })
        };
        let known = Article {
            headline: stated("Talks", vec![Span::new(4, 9)]),
            outlet: stated("DW", vec![Span::new(0, 3)]),
            editor: stated("Ann", Vec::new()),
            speakers: Some(Stated {
                value: vec!["The".to_owned(), "Ann".to_owned()],
                spans: vec![Span::new(0, 3), Span::new(4, 9)],
                rule: "test".into(),
            }),
            ..Article::default()
        };
        let mut article = known.clone();
        shorten(&mut article, "The Talks");
        let left = [&article.headline, &article.outlet, &article.editor];
        let left = left.map(|stated| stated.as_ref().map_or("none", |it| it.value.as_str()));
        assert_eq!(left, ["", "DW", "Ann"]);
        assert_eq!(article.speakers.as_ref().unwrap().value, ["", "Ann"]);
        complete(&mut article, "The Talks");
        assert_eq!(article, known);
    }

    proptest! {
        #[test]
        fn marks_come_back(
            source in "[a\n]{0,20}",
            places in proptest::collection::vec((0_u32..24, 0_u32..24), 0..6),
        ) {
            let mark = |(start, end)| Mark { span: Span { start, end }, role: Role::Text };
            let known: Vec<_> = places.into_iter().map(mark).collect();
            let mut marks = known.clone();
            mark_steps(&mut marks, &source);
            marked(&mut marks, &source);
            prop_assert_eq!(marks, known);
        }

        #[test]
        fn places_come_back(part in any::<[u32; 2]>(), mention in any::<[u32; 2]>()) {
            let span = |[start, end]: [u32; 2]| Span { start, end };
            let part = Part { span: span(part), outer: span(part), closed: true };
            let mut known = unread(vec![part]);
            known.mention = Some(Mention { span: span(mention), kind: MentionKind::Name });
            let mut quotation = known.clone();
            approach(&mut quotation);
            depart(&mut quotation);
            prop_assert_eq!(quotation, known);
        }
    }
}
