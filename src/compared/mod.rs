//! What stands where in the comparison of two to four texts: pure, between the engine's plain data and
//! the parts that are drawn.
//!
//! Does not know how anything looks, nor where the window is.

mod folds;
mod inline;
mod merge;
mod notes;
mod scale;
mod sheet;
mod steps;

pub use folds::{Entry, Fold, entries, entry_of};
pub use inline::{Run, Source, merged};
pub use notes::{Note, marked};
pub use scale::{Bar, Ink, Scale};
pub use sheet::{Answer, Level, Lone, Sheet, Stretch, Told};
pub use steps::{Step, difference};
