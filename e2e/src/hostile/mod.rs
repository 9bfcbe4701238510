//! Documents and addresses that mean harm, and what must hold of the page that shows them: nothing of them runs,
//! nothing is asked of anybody else, the page always answers and is never blank.

mod addresses;
mod documents;
mod long;
mod views;
mod watch;

use std::io;
use std::path::Path;

use parallax_corpus::Crew;

use crate::folder::Folder;

pub use addresses::addresses;
pub use documents::{CANARY, write};
pub use long::walk_long;
pub use views::views;
pub use watch::Watch;

/// The pack of documents that try to be more than text.
#[track_caller]
pub fn pack(seed: u64) -> Vec<u8> {
    packed(|folder| write(folder, seed).map(drop))
}

/// The pack of two reports: one is a line of so many bytes, the other has so many quotations.
#[track_caller]
pub fn long_pack(bytes: usize, quotations: usize) -> Vec<u8> {
    packed(|folder| documents::write_long(folder, bytes, quotations))
}

#[track_caller]
fn packed(write: impl FnOnce(&Path) -> io::Result<()>) -> Vec<u8> {
    let folder = Folder::new();
    let packed = write(folder.path()).map_err(|error| error.to_string()).and_then(|()| {
        parallax_corpus::pack(folder.path(), &Crew::default()).map_err(|error| error.to_string())
    });
    match packed {
        Ok(packed) => packed.pack,
        Err(error) => panic!("the documents: {error}"),
    }
}
