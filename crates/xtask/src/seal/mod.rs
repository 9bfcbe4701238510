//! Finishes the page that Trunk made: the policy into the page, the worker that keeps it offline.
//!
//! Trunk runs this on the files it is about to publish, so that a plain `trunk build` gives the
//! whole page too. It knows built files only, nothing of how they came about.

mod check;
mod frame;
mod head;
mod inline_scripts;
mod pack;
mod parts;
mod policy;
mod precache;
mod start;

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::{files, root, setup};
pub use head::told;
use inline_scripts::Script;

/// The worker of a published page.
const WORKER: &str = include_str!("../../../../public/sw.js");

/// The worker of a page under development, which only makes room.
const STAND_DOWN: &str = include_str!("../../../../public/sw-development.js");

/// By these names the page is told where its workers are (`src/trusted.rs`).
const CHECK: &str = "recheck";
const OFFLINE: &str = "offline";

/// The folder of the page's pictures, as the manifest names it.
const ICONS: &str = "icons/";

/// The typeface's letters of other languages: a browser asks for them when a text has one of them.
const LETTERS: &str = "fonts/newsreader-text-ext.woff2";

/// Where the script that reloads a page under development goes.
const RELOAD: &str = "reload-on-change.js";

/// Seals the folder that Trunk names, or else the finished one.
pub fn run() -> Result<()> {
    let folder = std::env::var_os("TRUNK_STAGING_DIR").map_or_else(root::dist, PathBuf::from);
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let path = folder.join("index.html");
    let tools = setup::set_up_finishing()?;
    let page = parts::settle(&tools, &folder, &files::text(&path)?, release)?;
    let page = start::settle(&page);
    let page = match release {
        true => frame::settle(&tools, &page, &pack::path(release))?,
        false => page,
    };
    files::write(&path, &page)?;
    seal(&folder, release, pack::built(release)?.as_deref())
}

/// Seals a folder whose page fetches `pack`, or has its pack in it.
fn seal(folder: &Path, release: bool, pack: Option<&[u8]>) -> Result<()> {
    let path = folder.join("index.html");
    let page = files::text(&path)?;
    let page = match check::settle(folder)? {
        Some(address) => head::tell(&page, CHECK, &address),
        None => page,
    };
    let page = match pack {
        Some(pack) => pack::settle(folder, &page, pack)?,
        None => page,
    };
    let (page, reload) = inline_scripts::move_reload_out(&page, RELOAD);
    let published = release && reload.is_none();
    let page = match published {
        true => head::tell(&page, OFFLINE, precache::WORKER_FILE),
        false => page,
    };
    let hashes: Vec<String> = inline_scripts::of(&page).iter().map(Script::hash).collect();
    let policy = policy::of(&hashes, reload.is_some());
    let sealed = policy::put_in(&page, &policy).ok_or_else(|| Error::Content {
        path: path.clone(),
        problem: "has no <meta charset> to put the policy after: see the top index.html".to_owned(),
    })?;
    files::write(&path, &sealed)?;
    if let Some(script) = reload {
        files::write(&folder.join(RELOAD), &script)?;
    }
    let worker = match published {
        true => precache::worker(WORKER, &precache::list(folder)?),
        false => STAND_DOWN.to_owned(),
    };
    files::write(&folder.join(precache::WORKER_FILE), &worker)
}

/// Gives a finished page another pack, which it fetches in place of its own.
pub fn with_pack(folder: &Path, pack: &[u8]) -> Result<PathBuf> {
    let path = folder.join("index.html");
    let page = pack::settle(folder, &files::text(&path)?, pack)?;
    files::write(&path, &page)?;
    keep_as_it_is(folder)?;
    Ok(folder.join(pack::name(pack)))
}

/// Has the worker of a finished page keep its files as they are now.
pub fn keep_as_it_is(folder: &Path) -> Result<()> {
    let worker = precache::worker(WORKER, &precache::list(folder)?);
    files::write(&folder.join(precache::WORKER_FILE), &worker)
}

/// The policy of the page as one file, with these scripts and a style of this hash.
pub fn single_policy(scripts: &[&str], style_hash: &str) -> String {
    let hash = |script: &&str| crate::digest::sha256(script.as_bytes());
    policy::of_one_file(&scripts.iter().map(hash).collect::<Vec<_>>(), style_hash)
}

/// What a visit loads.
pub struct Loads {
    /// What the page loads to be used, and the worker that keeps it.
    pub first: Vec<PathBuf>,
    /// The parts of the page that are fetched when a view first needs them.
    pub parts: Vec<PathBuf>,
    /// What it loads only when a reader asks for the check of an article. It is kept for reading
    /// without a network too, but once the page is in use.
    pub check: Vec<PathBuf>,
    /// The documents, where they are too long to be in the page.
    pub pack: Vec<PathBuf>,
    /// The pictures that stand for the page where somebody installs it.
    pub icons: Vec<PathBuf>,
    /// Letters that a browser asks for when a text has one of them.
    pub letters: Vec<PathBuf>,
}

/// What visits of the built page load: all that the worker keeps, and the worker.
pub fn loads(folder: &Path) -> Result<Loads> {
    let is_check = |path: &PathBuf| check::is_part(&files::below(folder, path));
    let is_pack = |path: &PathBuf| pack::is_pack(&files::below(folder, path));
    let (check, rest): (Vec<_>, Vec<_>) = precache::kept(folder)?.into_iter().partition(is_check);
    let (pack, rest): (Vec<_>, Vec<_>) = rest.into_iter().partition(is_pack);
    let is_part = |path: &PathBuf| parts::is_part(&files::below(folder, path));
    let (parts, rest): (Vec<_>, Vec<_>) = rest.into_iter().partition(is_part);
    let is_icon = |path: &PathBuf| files::below(folder, path).starts_with(ICONS);
    let (icons, rest): (Vec<_>, Vec<_>) = rest.into_iter().partition(is_icon);
    let is_letters = |path: &PathBuf| files::below(folder, path) == LETTERS;
    let (letters, mut first): (Vec<_>, Vec<_>) = rest.into_iter().partition(is_letters);
    first.push(folder.join(precache::WORKER_FILE));
    Ok(Loads { first, parts, check, pack, icons, letters })
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
        seal(&folder, release, None).unwrap();
        let page = files::text(&folder.join("index.html")).unwrap();
        let worker = files::text(&folder.join("sw.js")).unwrap();
        (folder, page, worker)
    }

    #[test]
    fn the_policy_allows_the_pages_own_script_whatever_the_documents_say() {
        // As the first frame has words of documents: what would be markup is escaped, the rest is as it is.
        let words = "&lt;script&gt;pwned=1&lt;/script&gt; &lt;!-- \u{202e} 'sha256-x' 'unsafe-inline'; script-src * <b>";
        let page = PAGE.replace("<body>", &format!("<body><h1 data-x=\"{words}\">{words}</h1>"));
        let (_, page, _) = sealed("test-hostile", &page, true);
        let policy = page.split("content=\"").nth(1).and_then(|it| it.split('"').next()).unwrap();
        let hash = crate::digest::sha256(b"start()");
        assert!(
            policy.contains(&format!("script-src 'self' '{hash}' 'wasm-unsafe-eval';")),
            "{policy}"
        );
        assert!(!policy.contains("unsafe-inline") && !policy.contains('*'), "{policy}");
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
    fn the_check_is_no_part_of_the_first_visit() {
        let folder = root::generated().join("test-check");
        let _ = std::fs::remove_dir_all(&folder);
        for file in [
            "recheck.js",
            "recheck_bg.wasm",
            "recheck_loader.js",
            "page.js",
            "icons/icon.png",
            LETTERS,
        ] {
            files::write(&folder.join(file), "").unwrap();
        }
        files::write(&folder.join("index.html"), PAGE).unwrap();
        seal(&folder, true, None).unwrap();
        let names = |paths: Vec<PathBuf>| -> Vec<String> {
            paths.iter().map(|path| files::below(&folder, path)).collect()
        };
        let Loads { first, parts, check, pack, icons, letters } = loads(&folder).unwrap();
        assert_eq!(names(letters), [LETTERS]);
        assert_eq!(names(parts), [""; 0]);
        assert_eq!(names(icons), ["icons/icon.png"]);
        assert_eq!(names(first), ["index.html", "page.js", "sw.js"]);
        assert_eq!(names(pack), [""; 0]);
        let check = names(check);
        assert_eq!(check.len(), 3);
        let page = files::text(&folder.join("index.html")).unwrap();
        assert!(check.iter().any(|file| page.contains(file)), "{page}");
        let worker = files::text(&folder.join("sw.js")).unwrap();
        assert!(check.iter().all(|file| worker.contains(file)), "{worker}");
    }

    #[test]
    fn a_pack_beside_the_page_is_kept_and_is_no_part_of_the_first_visit() {
        let (folder, before, _) = sealed("test-pack", PAGE, true);
        let path = with_pack(&folder, b"many articles").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"many articles");
        let name = files::below(&folder, &path);
        let page = files::text(&folder.join("index.html")).unwrap();
        assert!(page.contains(&format!("href=\"{name}\" data-pack=\"13\"")), "{page}");
        assert_eq!(page.matches("http-equiv").count(), before.matches("http-equiv").count());
        assert!(files::text(&folder.join("sw.js")).unwrap().contains(&name));
        assert_eq!(loads(&folder).unwrap().pack, [path]);
        let other = with_pack(&folder, b"other articles").unwrap();
        assert_eq!(loads(&folder).unwrap().pack, [other], "the old one is gone");
        let page = files::text(&folder.join("index.html")).unwrap();
        assert_eq!(page.matches("data-pack").count(), 1);
    }

    #[test]
    fn a_page_without_a_place_for_the_policy_is_refused() {
        let folder = root::generated().join("test-no-charset");
        files::write(&folder.join("index.html"), "<html></html>").unwrap();
        let error = seal(&folder, true, None).unwrap_err().to_string();
        assert!(error.contains("index.html: has no <meta charset>"), "{error}");
    }
}
