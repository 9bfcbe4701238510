//! Words and sentences of a text, and their normal forms; knows nothing of articles.

pub(crate) mod near;
pub mod sentence;
pub mod word;

pub(crate) mod keyed;
pub(crate) mod list;
pub(crate) mod part;
mod stop;
pub(crate) mod table;
pub(crate) mod token;

pub use stop::is_function_word;
pub use word::lower;
