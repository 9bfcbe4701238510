//! What pages need from around them: the engine, the address, preferences, the browser's scroll.
//!
//! Only `pages` and `app` use hooks; components get plain data.

mod use_answer;
mod use_arrival;
mod use_copy;
mod use_engine;
mod use_fit;
mod use_keys;
mod use_list_keys;
mod use_navigator;
mod use_near;
mod use_note;
mod use_offline;
mod use_preferences;
mod use_recheck;
mod use_title;
mod use_window;

pub(crate) use use_answer::{use_answer, use_corpus_size};
pub(crate) use use_arrival::{focus_element, focus_main, use_arrival};
pub(crate) use use_copy::use_copy;
pub(crate) use use_engine::{Corpus, use_engine};
pub(crate) use use_fit::use_fit;
pub(crate) use use_keys::use_keys;
pub(crate) use use_list_keys::use_list_keys;
pub(crate) use use_navigator::{use_navigator, use_new_navigator};
pub(crate) use use_near::use_near;
pub(crate) use use_note::use_note;
pub(crate) use use_offline::use_offline;
pub(crate) use use_preferences::use_new_preferences;
pub(crate) use use_recheck::use_recheck;
pub(crate) use use_title::use_title;
pub(crate) use use_window::use_window;
