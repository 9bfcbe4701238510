//! What was found in an article, written as what its text and its layout do not tell.
//!
//! A value that stands in the text is left out, and the words that report are told by how far they are
//! from what is quoted. Both come back as they were.

use crate::{
    article::{Article, Stated},
    bytes::{step, stepped},
    quote::Quotation,
    span::Span,
};

/// Leaves out the values that stand at their first place in `source`.
pub(super) fn shorten(article: &mut Article, source: &str) {
    each(article, &mut |stated| {
        if stated.spans.first().is_some_and(|span| span.of(source) == stated.value) {
            stated.value.clear();
        }
    });
}

/// Puts in what [`shorten`] left out.
pub(super) fn complete(article: &mut Article, source: &str) {
    each(article, &mut |stated| {
        if let Some(span) = stated.spans.first().filter(|_| stated.value.is_empty()) {
            stated.value.push_str(span.of(source));
        }
    });
}

/// All values that an article states in words.
fn each(article: &mut Article, each: &mut dyn FnMut(&mut Stated<String>)) {
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
    let several = [&mut article.authors, &mut article.initials, &mut article.agencies];
    several.into_iter().flatten().for_each(&mut *each);
    article.fields.iter_mut().for_each(|(_, stated)| each(stated));
}

/// Tells places beside a quotation, which has its parts, by how far they are from it.
pub(super) fn approach(quotation: &mut Quotation) {
    beside(quotation, true, |from, span| Span {
        start: step(from, span.start),
        end: span.end.wrapping_sub(span.start),
    });
}

/// The places that [`approach`] was given.
pub(super) fn depart(quotation: &mut Quotation) {
    beside(quotation, false, |from, way| {
        let start = stepped(from, way.start);
        Span { start, end: start.wrapping_add(way.end) }
    });
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
            ..Article::default()
        };
        let mut article = known.clone();
        shorten(&mut article, "The Talks");
        let left = [&article.headline, &article.outlet, &article.editor];
        let left = left.map(|stated| stated.as_ref().map_or("none", |it| it.value.as_str()));
        assert_eq!(left, ["", "DW", "Ann"]);
        complete(&mut article, "The Talks");
        assert_eq!(article, known);
    }

    proptest! {
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
