//! What journeys are made of: the built page on a server of its own, and a real browser on it.
//!
//! Everything waits for what it asks for, and a thing that does not come fails the journey with
//! the line that asked. It knows browsers and files, and of the page only how it starts and
//! what it says of its own copy: what else it shows is for the journeys in `tests/` to know.

mod browser;
mod driver;
mod engine;
mod folder;
pub mod hostile;
pub mod kills;
mod permit;
mod site;
pub mod soak;

pub use browser::{Browser, Look, Scheme, Start};
pub use engine::{Engine, Keeping};
pub use folder::Profile;
pub use site::Site;

/// What to do when a part is missing.
const REMEDY: &str = "`cargo xtask test` sets up the browser and builds the page";
