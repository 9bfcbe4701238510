//! Words and sentences of a text, and their normal forms; knows nothing of articles.

pub mod sentence;
pub mod word;

mod stop;

pub use stop::is_function_word;
