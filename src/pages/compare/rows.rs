//! The rows of a comparison, each drawn by its number when it is wanted.

use std::rc::Rc;

use yew::prelude::*;

use super::shown::Shown;
use crate::{
    compared::{Entry, Sheet, entries},
    components::{ComparedRowProps, compared_fold, compared_inline, compared_row},
    pages::long_list::Entries,
    url::Mode,
};

/// How the rows are set.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Setting {
    pub(super) mode: Mode,
    /// Whether the window is a phone's.
    pub(super) small: bool,
    /// The folds that were opened, by a stretch in each.
    pub(super) opened: Vec<usize>,
    /// The stretch that the address points to.
    pub(super) pointed: Option<usize>,
    /// The one column that is shown.
    pub(super) only: Option<usize>,
}

/// What stands in the list.
pub(super) fn listed(sheet: &Sheet, setting: &Setting) -> Vec<Entry> {
    let open: Vec<usize> = setting.opened.iter().chain(&setting.pointed).copied().collect();
    let differences = setting.mode == Mode::Differences;
    let small = setting.small && setting.only.is_none();
    let mut entries = entries(sheet, differences, small, &open);
    entries.retain(|entry| stands_in(entry, sheet, setting.only));
    entries
}

/// Whether an entry has anything in the one column that is shown.
fn stands_in(entry: &Entry, sheet: &Sheet, only: Option<usize>) -> bool {
    let Some(only) = only else { return true };
    let mut stretches = entry.stretches();
    stretches.any(|at| sheet.stretches[at].passages().iter().any(|(column, _)| *column == only))
}

/// The list.
pub(super) fn rows(
    shown: &Shown,
    entries: Rc<Vec<Entry>>,
    setting: &Setting,
    on_open: Callback<usize>,
) -> Entries {
    let Shown { sheet, sides, .. } = shown.clone();
    let (mode, pointed, only) = (setting.mode, setting.pointed, setting.only);
    Entries::new(entries.len(), move |number| match entries.get(number) {
        Some(Entry::Shown(at)) => {
            let row = ComparedRowProps {
                stretch: &sheet.stretches[*at],
                number: *at,
                sides: &sides,
                here: pointed == Some(*at),
                only,
            };
            if mode == Mode::Inline { compared_inline(&row) } else { compared_row(&row) }
        }
        Some(Entry::Folded(fold)) => compared_fold(fold, &sides, &on_open),
        None => Html::default(),
    })
}
