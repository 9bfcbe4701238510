//! The parts that pages are made of: one component, one file, with its styles beside it.
//!
//! They see plain data and emit callbacks; they know no engine, no browser and no address
//! spelling beyond handing a view to [`AppLink`].

mod app_link;
mod article_facts;
mod article_head;
mod article_picker;
mod article_row;
mod choice_set;
mod compared_head;
mod compared_passage;
mod compared_row;
mod comparison_summary;
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
mod result_bar;
mod search_box;
mod snippet;
mod unit_switch;
mod who_is_quoted;

pub use app_link::AppLink;
pub use article_facts::{ArticleFacts, Fact, facts};
pub use article_head::ArticleHead;
pub use article_picker::ArticlePicker;
pub use article_row::ArticleRow;
pub use choice_set::ChoiceSet;
pub use compared_head::ComparedHead;
pub use compared_passage::ComparedPassage;
pub use compared_row::{ComparedRow, Side};
pub use comparison_summary::{ComparisonSummary, Tally};
pub use date_line::DateLine;
pub use empty_results::EmptyResults;
pub use facet_group::FacetGroup;
pub use facet_panel::FacetPanel;
pub use facet_value::FacetValueRow;
pub use filter_chips::FilterChips;
pub use front::{Front, FrontEvent};
pub use masthead::{Masthead, Section};
pub use notice::Notice;
pub use other_reports::OtherReports;
pub use quote_card::QuoteCardView;
pub use quote_note::QuoteNote;
pub use quoted_words::QuotedWords;
pub use reading_text::{ReadingBlock, ReadingPiece, ReadingText};
pub use received_text::ReceivedText;
pub use result_bar::ResultBar;
pub use search_box::SearchBox;
pub use snippet::SnippetView;
pub use unit_switch::UnitSwitch;
pub use who_is_quoted::{WhoIsQuoted, quoted_people};
