//! Runs of lines that a heading leads: lists of other reports, readers' comments, notes of an office.
//!
//! Part of the layout of a page: goes down its lines once, below the headline.

use super::{
    furniture,
    line::{ends_sentence, words_up_to},
    page::Page,
};
use crate::article::{BlockKind, Furniture, Role};

impl Page<'_> {
    /// Labels the lines that headings lead.
    pub(super) fn sections(&mut self) {
        let mut run: Option<Furniture> = None;
        let mut read = false;
        for at in 0..self.kinds.len() {
            let words = self.words(at);
            let subhead = self.kinds.get(at) == Some(&Some(BlockKind::Subhead));
            let free = self.is_open(at) || subhead || self.is_heading_of_links(at);
            let marked = self.roles.get(at).copied().flatten();
            if let Some(kind) = run.filter(|kind| ends_page(*kind)) {
                if free && !matches!(marked, Some(Role::Paragraph))
                    || self.is_open(at) && marked.is_none()
                {
                    self.label(at, BlockKind::Furniture(kind));
                }
                continue;
            }
            if read && furniture::is_end_mark(words) {
                self.label(at, BlockKind::Furniture(Furniture::Notice));
                run = Some(Furniture::Notice);
                continue;
            }
            let headed = furniture::heads(words).filter(|kind| {
                // Above the report, such words are buttons; contacts are a few lines.
                free && (read || *kind == Furniture::Notice)
            });
            let share = read && self.is(at, Furniture::Share) && is_comments_heading(words);
            if let Some(kind) = headed.or(share.then_some(Furniture::Comments)) {
                self.label(at, BlockKind::Furniture(kind));
                run = if kind == Furniture::Notice && !read {
                    Some(Furniture::Labels)
                } else {
                    Some(kind)
                };
                if kind == Furniture::Notice && !read {
                    self.contacts(at + 1);
                    run = None;
                }
                continue;
            }
            if let Some(kind) = run {
                if self.is_open(at) && self.is_listed(at, kind) {
                    self.label(at, BlockKind::Furniture(kind));
                    continue;
                }
                if self.is_open(at) || subhead {
                    run = None;
                }
            }
            read = read || self.is_prose(at);
        }
    }

    /// Whether the open line at `at` belongs to the list that a heading leads.
    fn is_listed(&self, at: usize, kind: Furniture) -> bool {
        let words = self.words(at);
        let marked = self.roles.get(at).copied().flatten() == Some(Role::Paragraph);
        let few = kind != Furniture::Labels || words_up_to(words, 6) < 6;
        // A title may ask; a paragraph stands behind a gap, or ends with a full stop.
        let asks = words.ends_with('?') && words_up_to(words, 14) < 14 && self.gap(at) == 0;
        !marked && few && (!ends_sentence(words) || asks)
    }

    /// The few lines below "Contact:", up to the next gap.
    pub(super) fn contacts(&mut self, from: usize) {
        for at in from..self.kinds.len().min(from + 8) {
            if self.gap(at) > 0 {
                return;
            }
            self.label(at, BlockKind::Furniture(Furniture::Notice));
        }
    }

    fn is_heading_of_links(&self, at: usize) -> bool {
        self.is(at, Furniture::TeaserLinks) || self.is(at, Furniture::Labels)
    }
}

/// Whether what follows such a heading goes on to the end of the page.
fn ends_page(kind: Furniture) -> bool {
    matches!(kind, Furniture::Comments | Furniture::Notice)
}

fn is_comments_heading(words: &str) -> bool {
    furniture::heads(words) == Some(Furniture::Comments)
}
