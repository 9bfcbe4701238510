//! Marks that may lie over one another, cut into stretches that lie side by side.

use std::collections::BTreeMap;

use parallax_engine::span::Span;

/// A mark over a stretch of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) span: Span,
    /// The class of the mark: what it is.
    pub(super) class: &'static str,
    /// The number of the note that tells of it.
    pub(super) note: Option<usize>,
}

/// A stretch with all marks that lie over it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stretch<'a> {
    pub(super) span: Span,
    pub(super) marks: Vec<&'a Mark>,
}

/// Cuts `whole` at every begin and end of a mark. Costs a sort, and for each stretch its marks.
pub(super) fn cut(whole: Span, marks: &[Mark]) -> Vec<Stretch<'_>> {
    let mut bounds: BTreeMap<u32, (Vec<&Mark>, Vec<&Mark>)> = BTreeMap::new();
    bounds.entry(whole.start).or_default();
    bounds.entry(whole.end).or_default();
    for mark in marks.iter().filter(|mark| mark.span.overlaps(whole)) {
        bounds.entry(mark.span.start.max(whole.start)).or_default().0.push(mark);
        bounds.entry(mark.span.end.min(whole.end)).or_default().1.push(mark);
    }
    let mut open: Vec<&Mark> = Vec::new();
    let mut found: Vec<Stretch<'_>> = Vec::new();
    let mut from = whole.start;
    for (at, (begin, end)) in bounds {
        if from < at {
            let span = Span { start: from, end: at };
            found.push(Stretch { span, marks: open.clone() });
        }
        open.retain(|mark| !end.iter().any(|ended| std::ptr::eq(*ended, *mark)));
        open.extend(begin);
        from = at;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: u32, end: u32, class: &'static str) -> Mark {
        Mark { span: Span { start, end }, class, note: None }
    }

    #[test]
    fn marks_over_one_another_are_cut_side_by_side() {
        let marks = [mark(2, 8, "quote"), mark(6, 12, "person"), mark(90, 99, "far")];
        let seen: Vec<(u32, u32, Vec<&str>)> = cut(Span { start: 0, end: 10 }, &marks)
            .iter()
            .map(|cut| (cut.span.start, cut.span.end, cut.marks.iter().map(|m| m.class).collect()))
            .collect();
        let expected = [
            (0, 2, vec![]),
            (2, 6, vec!["quote"]),
            (6, 8, vec!["quote", "person"]),
            (8, 10, vec!["person"]),
        ];
        assert_eq!(seen, expected);
    }
}
