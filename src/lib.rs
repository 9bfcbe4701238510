//! The page: reads the address, asks the engine, and shows the answer.
//!
//! `url` knows how a view is spelt; `pages` use `hooks` and `components`; `components` see plain
//! data only. A click makes a new view, the view is pushed to the address, and the page is a
//! function of it.

pub mod action;
mod app;
pub mod citation;
pub mod compared;
pub mod components;
mod crash;
pub mod export;
#[cfg(not(target_family = "wasm"))]
pub mod first_frame;
mod history;
mod hooks;
mod links;
mod measures;
pub mod navigator;
mod offline;
pub mod opening;
mod pack;
mod pages;
mod parts;
pub mod preferences;
pub mod reading;
mod recheck;
mod rehearsal;
mod save;
pub mod saved;
pub mod scales;
mod slices;
#[cfg(test)]
mod testing;
mod timing;
mod trusted;
mod turns;
pub mod url;
pub mod wording;

/// Starts the page, and says so plainly if it ever stops.
pub fn start() {
    crash::watch();
    opening::start();
}
