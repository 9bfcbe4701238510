//! Finishes the page that Trunk made: the policy into the page, the worker that keeps it offline.
//!
//! Trunk runs this on the files it is about to publish, so that a plain `trunk build` gives the
//! whole page too. It knows built files only, nothing of how they came about.

mod inline_scripts;
mod policy;
mod precache;

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::{files, root};
use inline_scripts::Script;

/// The worker of a published page.
const WORKER: &str = include_str!("../../../../public/sw.js");

/// The worker of a page under development, which only makes room.
const STAND_DOWN: &str = include_str!("../../../../public/sw-development.js");

/// Where the script that reloads a page under development goes.
const RELOAD: &str = "reload-on-change.js";

/// Seals the folder that Trunk names, or else the finished one.
pub fn run() -> Result<()> {
    let folder = std::env::var_os("TRUNK_STAGING_DIR").map_or_else(root::dist, PathBuf::from);
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    seal(&folder, release)
}

fn seal(folder: &Path, release: bool) -> Result<()> {
    let path = folder.join("index.html");
    let page = files::text(&path)?;
    let (page, reload) = inline_scripts::move_reload_out(&page, RELOAD);
    let hashes: Vec<String> = inline_scripts::of(&page).iter().map(Script::hash).collect();
    let policy = policy::of(&hashes, reload.is_some());
    let sealed = policy::put_in(&page, &policy).ok_or_else(|| Error::Content {
        path: path.clone(),
        problem: "has no <meta charset> to put the policy after: see the top index.html".to_owned(),
    })?;
    files::write(&path, &sealed)?;
    let published = release && reload.is_none();
    if let Some(script) = reload {
        files::write(&folder.join(RELOAD), &script)?;
    }
    let worker = match published {
        true => precache::worker(WORKER, &precache::list(folder)?),
        false => STAND_DOWN.to_owned(),
    };
    files::write(&folder.join(precache::WORKER_FILE), &worker)
}

/// What the page loads at its first visit: all that the worker keeps, and the worker.
pub fn first_load(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut all = precache::kept(folder)?;
    all.push(folder.join(precache::WORKER_FILE));
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html><head><meta charset=\"utf-8\">\
        <script type=\"module\">start()</script></head><body></body></html>";

    fn sealed(name: &str, page: &str, release: bool) -> (PathBuf, String, String) {
        let folder = root::generated().join(name);
        let _ = std::fs::remove_dir_all(&folder);
        files::write(&folder.join("index.html"), page).unwrap();
        seal(&folder, release).unwrap();
        let page = files::text(&folder.join("index.html")).unwrap();
        let worker = files::text(&folder.join("sw.js")).unwrap();
        (folder, page, worker)
    }

    #[test]
    fn a_release_gets_policy_and_worker() {
        let (_, page, worker) = sealed("test-release", PAGE, true);
        assert!(page.contains(&crate::digest::sha256(b"start()")), "{page}");
        assert!(worker.contains("PRECACHE = {"), "{worker}");
        assert!(worker.contains("\"./\""), "{worker}");
    }

    #[test]
    fn a_page_under_development_keeps_nothing() {
        let (_, _, worker) = sealed("test-debug", PAGE, false);
        assert!(!worker.contains("PRECACHE"), "{worker}");
    }

    #[test]
    fn the_reload_script_moves_to_a_file() {
        let page =
            PAGE.replace("</body>", "<script>const a = '{{__TRUNK_ADDRESS__}}'</script></body>");
        let (folder, page, worker) = sealed("test-reload", &page, true);
        assert!(page.contains("<script src=\"./reload-on-change.js\"></script>"), "{page}");
        assert!(!worker.contains("PRECACHE"), "a served page must not be kept");
        assert!(files::text(&folder.join(RELOAD)).unwrap().contains("window.location.host"));
    }

    #[test]
    fn a_page_without_a_place_for_the_policy_is_refused() {
        let folder = root::generated().join("test-no-charset");
        files::write(&folder.join("index.html"), "<html></html>").unwrap();
        let error = seal(&folder, true).unwrap_err().to_string();
        assert!(error.contains("index.html: has no <meta charset>"), "{error}");
    }
}
