//! Why a pack cannot be made or opened, and what to do about it.

/// The corpus does not fit into one pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the corpus does not fit into one pack of 4 GiB: split it into several")]
pub struct TooLarge;

/// Why a pack cannot be opened, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// It is not a pack.
    #[error("this is not a Parallax pack: choose a file that `parallax pack` wrote")]
    Foreign,
    /// It was made by another version.
    #[error(
        "the pack has version {found}, and this page reads version {wanted}: make the pack anew"
    )]
    Version {
        /// The pack's version.
        found: u16,
        /// The one that is read here.
        wanted: u16,
    },
    /// Its end is missing.
    #[error("the pack is cut short ({found} of {wanted} bytes): fetch it again")]
    Short {
        /// The bytes there are.
        found: usize,
        /// The bytes there should be.
        wanted: usize,
    },
    /// Its bytes were changed.
    #[error("the pack is damaged ({section}): fetch it again, or make it anew")]
    Damaged {
        /// The part that cannot be read.
        section: &'static str,
    },
}
