//! Puts the quotations in marks and the reports without marks into one list by place.

use super::{Draft, Who};

/// Both lists as one; what points to a quotation in marks by its index points there still. A report
/// inside a quotation stands behind it.
///
/// Linear. Each list keeps its order.
pub(super) fn merge(marked: Vec<Draft>, reported: Vec<Draft>) -> Vec<Draft> {
    let mut moved = Vec::with_capacity(marked.len());
    let mut found = Vec::with_capacity(marked.len() + reported.len());
    let mut reported = reported.into_iter().peekable();
    for draft in marked {
        let start = draft.quotation.span().start;
        let earlier = |report: &Draft| {
            let (quotation, from) = (&report.quotation, report.quotation.span().start);
            from < start || (from == start && quotation.nested_in.is_none())
        };
        while let Some(report) = reported.next_if(earlier) {
            found.push(pointed(report, &moved));
        }
        moved.push(found.len());
        found.push(pointed(draft, &moved));
    }
    found.extend(reported.map(|report| pointed(report, &moved)));
    found
}

fn pointed(mut draft: Draft, moved: &[usize]) -> Draft {
    let at = |index: usize| moved.get(index).copied();
    if let Who::Same(index) = draft.who {
        draft.who = at(index).map_or(Who::Unknown, Who::Same);
    }
    let parent = draft.quotation.nested_in.and_then(|parent| at(parent as usize));
    draft.quotation.nested_in = parent.and_then(|parent| u32::try_from(parent).ok());
    draft
}
