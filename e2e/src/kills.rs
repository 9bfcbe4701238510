//! Browsers that are killed while the page's worker keeps the page: the next start must find all well.
//!
//! Knows the page by how it starts and what it says of its own copy.

use std::thread;
use std::time::{Duration, Instant};

use fastrand::Rng;

use crate::{Browser, Engine, Profile, Site, Start};

/// The view that is opened each time.
const VIEW: &str = "#/browse?outlet=RT";

/// An installation asks for about so many files, an update for those that are new.
const FILES: usize = 110;
const NEW_FILES: usize = 4;

/// How long a start may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// How it went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kills {
    /// How many were in the middle of the first installation.
    pub installing: usize,
    /// How often the page had said that it is kept, before that kill or an earlier one: it then opened without
    /// a network.
    pub promised: usize,
    /// How often it opened without a network.
    pub opened: usize,
    /// How often the browser came back with a storage that it lets no page use: Firefox does, where it was
    /// killed while it wrote. The page then opens with a network only.
    pub refused: usize,
}

/// Kills the browser so many times, at moments by chance: in turn while the worker installs for the first time
/// and while it takes an update. After each, the page must open again: without a network if it was ever said
/// to be kept, and with one always.
#[track_caller]
pub fn kills(engine: Engine, count: usize, seed: u64) -> Kills {
    let mut chance = Rng::with_seed(seed);
    let mut site = Site::serve_copy_under("/");
    let mut told = Kills::default();
    let mut profile = Profile::new();
    let mut promised = false;
    for number in 0..count {
        let first = number % 2 == 0;
        if first {
            (profile, promised) = (Profile::new(), false);
        } else {
            site.publish(&number.to_string());
        }
        let start = Start { profile: Some(&profile), ..Start::of(engine) };
        let files = if first { FILES } else { NEW_FILES };
        promised |= killed(&site, &start, chance.usize(1..=files), chance.u64(0..200));
        let (opened, refused) = opened_again(&mut site, &start, promised);
        if refused {
            told.refused += 1;
            promised = false;
            continue;
        }
        assert!(opened || !promised, "kill {number}, seed {seed}: it was kept, and does not open");
        told.installing += usize::from(first && !opened);
        told.promised += usize::from(promised);
        told.opened += usize::from(opened);
        // It has said so to the browser that opened it again.
        promised = true;
    }
    told
}

/// Opens the page and kills the browser when so many files were asked for, and a moment later. Whether the
/// page had said that it is kept.
fn killed(site: &Site, start: &Start<'_>, files: usize, moment: u64) -> bool {
    let browser = Browser::start_as(site, start);
    let before = site.requests().len();
    let began = Instant::now();
    leave_for(&browser, &site.at(""));
    while site.requests().len() < before + files && began.elapsed() < Duration::from_secs(3) {
        thread::sleep(Duration::from_millis(2));
    }
    thread::sleep(Duration::from_millis(moment));
    let promised = says_kept(&browser);
    browser.kill();
    promised
}

fn says_kept(browser: &Browser) -> bool {
    let said = "return document.querySelector('.offline-badge')?.innerText.includes('Works')";
    browser.try_script(said).is_some_and(|said| said == true)
}

/// Waits until the page says that it is kept. False where it cannot be, because the browser refuses its storage;
/// tells how the worker does if it never says so for any other reason.
#[track_caller]
fn kept_at_last(browser: &Browser) -> bool {
    let began = Instant::now();
    while !says_kept(browser) {
        if began.elapsed() > PATIENCE {
            let refused = "return caches.keys().then(() => false, () => true)";
            if browser.try_script(refused).is_some_and(|refused| refused == true) {
                return false;
            }
            panic!("not kept after {PATIENCE:?}: {:?}", browser.try_script(STATE));
        }
        thread::sleep(Duration::from_millis(20));
    }
    true
}

/// How the page's workers do, and what is kept, as far as the browser says so at all.
const STATE: &str = "const soon = (what, asked) => Promise.race([
        asked().catch(String),
        new Promise((done) => setTimeout(() => done('no answer'), 2000)),
    ]).then((said) => [what, said]);
    const state = (it) => [it.installing, it.waiting, it.active].map((one) => one?.state);
    const kept = async (name) => (await (await caches.open(name)).keys()).length;
    return Promise.all([
        soon('workers', async () => (await navigator.serviceWorker.getRegistrations()).map(state)),
        soon('kept', async () => Promise.all((await caches.keys()).map(kept))),
        soon('storage', async () => (await navigator.storage.estimate()).usage),
    ])";

/// Opens the page again, first without the server, then with it, and waits until it is kept. Whether it opened
/// without, and whether the browser refuses to keep anything.
#[track_caller]
fn opened_again(site: &mut Site, start: &Start<'_>, promised: bool) -> (bool, bool) {
    site.stop();
    let browser = Browser::start_as(site, start);
    leave_for(&browser, &site.at(""));
    let opened = comes(&browser);
    if opened {
        // All of it is of one version: a part that came later too.
        browser.click(".article-row h3 a");
        browser.wait_for(".reading-text");
    }
    if opened && promised {
        kept_at_last(&browser);
    }
    site.start_again();
    // From a browser's own page, which says that there is no network, no script leads away.
    let address = site.at(&format!("?again{VIEW}"));
    let began = Instant::now();
    while !(browser.try_open(&address) && comes(&browser)) {
        assert!(began.elapsed() < PATIENCE, "the page does not open with its server there");
        thread::sleep(Duration::from_millis(100));
    }
    (opened, !kept_at_last(&browser))
}

/// Goes to the page as a reader does, and does not wait. What follows the question mark has it loaded anew
/// where only the view would change.
fn leave_for(browser: &Browser, page: &str) {
    let leave =
        format!("setTimeout(() => {{ location.href = '{page}?' + Date.now() + '{VIEW}' }})");
    browser.script(&leave);
}

/// Whether the page comes; not, when the browser says that it cannot be had.
#[track_caller]
fn comes(browser: &Browser) -> bool {
    let state = "const here = document.querySelector('.results') && !document.querySelector('#boot');
        if (document.querySelector('meta[name=offline]')) return here ? 'here' : 'starting';
        return /^(about:neterror|chrome-error:)/.test(document.documentURI) ? 'refused' : 'on its way'";
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        let state = browser.try_script(state);
        match state.as_ref().and_then(|state| state.as_str()) {
            Some("here") => return true,
            Some("refused") => return false,
            _ => thread::sleep(Duration::from_millis(20)),
        }
    }
    let shown = browser.texts("body");
    panic!("the page is neither here nor refused after {PATIENCE:?}: {shown:?}");
}
