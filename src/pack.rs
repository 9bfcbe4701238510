//! The corpus that this page was built with: the one place that knows it is embedded.

/// The pack, as `build.rs` made it.
pub(crate) const PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.pack"));
