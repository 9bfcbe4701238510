//! An empty folder for the things of one browser or one site, gone when that is.
//!
//! What a browser keeps from one start to the next is such a folder too, which outlives the browsers.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

static NEXT: AtomicUsize = AtomicUsize::new(0);

/// What a browser keeps from one start to the next.
#[derive(Debug)]
pub struct Profile(Folder);

impl Profile {
    /// Nothing yet.
    #[allow(clippy::new_without_default, reason = "a folder is made")]
    #[track_caller]
    pub fn new() -> Self {
        Self(Folder::new())
    }

    /// Where it is. A browser that was killed left here where its driver would have found it.
    pub(crate) fn path(&self) -> &Path {
        let _ = fs::remove_file(self.0.path().join("MarionetteActivePort"));
        self.0.path()
    }
}

/// A folder of somebody's own.
#[derive(Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// A new, empty folder.
    #[track_caller]
    pub(crate) fn new() -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("parallax-e2e-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        match fs::create_dir_all(&folder) {
            Ok(()) => Self(folder),
            Err(error) => panic!("cannot make {}: {error}", folder.display()),
        }
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser that has just ended may still write its last.
        for _ in 0..20 {
            if fs::remove_dir_all(&self.0).is_ok() || !self.0.exists() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
    }
}
