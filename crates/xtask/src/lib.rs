//! The chores of the project: set up, build, serve, test, measure.
//!
//! A library under a thin command, so that the journeys in `e2e` can use the same static server.
//! It knows files and tools; of the page it knows only what the browser is served.

mod bare;
pub mod bench;
pub mod browsers;
pub mod build;
pub mod chore;
pub mod digest;
pub mod error;
pub mod eval;
pub mod files;
pub mod fuzz;
pub mod lighthouse;
pub mod process;
pub mod reproduce;
pub mod root;
pub mod rules;
pub mod seal;
pub mod serve;
pub mod setup;
pub mod shipped;
pub mod single;
pub mod size;
pub mod styles;
pub mod suite;
pub mod wasm;
