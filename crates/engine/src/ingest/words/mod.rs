//! Words that page furniture is made of, by what they belong to.
//!
//! Word lists only; those who look for them know what they mean.

mod agencies;
mod links;
mod notices;
mod people;

pub(crate) use agencies::agency;
pub(crate) use links::*;
pub(crate) use notices::*;
pub(crate) use people::*;
