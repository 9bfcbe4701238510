//! One page for each kind of view: asks the engine, and hands plain data to components.

mod about;
mod article;
mod browse;
mod compare;
mod dates;
mod echoes;
mod event;
mod explore;
mod failed;
mod late;
mod lines;
mod long_list;
mod not_found;
mod parted;
mod person;
mod quote;
mod read;
mod reading_blocks;
mod recheck;
mod results;
mod same;
mod saved;
mod timeline;
mod wordings;

pub(crate) use about::about_view;
pub(crate) use browse::BrowsePage;
pub(crate) use compare::compare_view;
pub(crate) use dates::{DatesProps, dates_view};
pub(crate) use echoes::echoes_view;
pub(crate) use explore::explored_view;
pub(crate) use failed::failed_page;
pub(crate) use parted::PartedPage;
pub(crate) use read::reading_view;
pub(crate) use saved::saved_view;
pub(crate) use timeline::timeline_view;
pub(crate) use wordings::wordings_view;
