//! The parts that pages are made of: one part, one file, with its styles beside it.
//!
//! They see plain data and emit callbacks; they know no engine, no browser, and of addresses only
//! that a view has one. Parts with a state of their own are components;
//! all others are functions from data to HTML, because every type of component costs each reader
//! of the page about a kilobyte.

mod article_facts;
mod article_head;
mod article_picker;
mod article_row;
mod choice_set;
mod compared_fold;
mod compared_head;
mod compared_inline;
mod compared_passage;
mod compared_row;
mod comparison_bar;
mod comparison_map;
mod comparison_summary;
mod copy_link;
mod date_line;
mod empty_results;
mod facet_group;
mod facet_panel;
mod facet_value;
mod filter_chips;
mod front;
mod masthead;
mod notice;
mod other_reports;
mod quote_card;
mod quote_note;
mod quoted_words;
mod reading_text;
mod received_text;
mod recheck_panel;
mod result_bar;
mod search_box;
mod snippet;
mod unit_switch;
mod who_is_quoted;

pub use article_facts::{Fact, article_facts, facts};
pub use article_head::article_head;
pub use article_picker::{ArticlePickerProps, article_picker};
pub use article_row::article_row;
pub use choice_set::{ChoiceSetProps, choice_set};
pub use compared_fold::compared_fold;
pub use compared_head::compared_head;
pub use compared_inline::compared_inline;
pub use compared_passage::{Side, compared_passage, framed_passage, jump};
pub use compared_row::{ComparedRowProps, compared_row, no_match, relation, row_frame};
pub use comparison_bar::{ComparisonBarProps, Tabs, comparison_bar};
pub use comparison_map::{ComparisonMapProps, WINDOW, comparison_map};
pub use comparison_summary::{ComparisonSummaryProps, Tally, comparison_summary};
pub use copy_link::{Copied, copy_link};
pub use date_line::date_line;
pub use empty_results::empty_results;
pub use facet_group::FacetGroup;
pub use facet_panel::FacetPanel;
pub use facet_value::facet_value;
pub use filter_chips::filter_chips;
pub use front::{FrontEvent, front};
pub use masthead::{MastheadProps, Section, masthead};
pub use notice::notice;
pub use other_reports::other_reports;
pub use quote_card::quote_card;
pub use quote_note::quote_note;
pub use quoted_words::quoted_words;
pub use reading_text::{ReadingBlock, ReadingPiece, ReadingTextProps, reading_text};
pub use received_text::{ReceivedTextProps, received_text};
pub use recheck_panel::{Outcome, RecheckState, recheck_panel};
pub use result_bar::{ResultBarProps, result_bar};
pub use search_box::SearchBox;
pub use snippet::snippet_view;
pub use unit_switch::unit_switch;
pub use who_is_quoted::{quoted_people, who_is_quoted};
