//! A browser with an empty profile and no window, driven through WebDriver.
//!
//! Calls block, so that a journey reads as a list of what its reader does. What the browser shows
//! when a journey fails is kept as a picture.

mod devtools;
mod elements;
mod keys;
mod logs;
mod look;
mod navigate;

use std::cell::RefCell;
use std::fmt::Display;
use std::future::Future;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};

pub use look::{Look, Scheme};

use crate::driver::Driver;
use crate::folder::Folder;
use crate::permit::Permit;
use crate::site::Site;
use crate::{Engine, Keeping, Profile};
use logs::Logs;

/// Which browser is started, and how.
#[derive(Clone, Copy, Debug)]
pub struct Start<'a> {
    /// The browser's engine. What the journeys do beyond the standard's commands is Chromium's alone.
    pub engine: Engine,
    /// How large it is; in Chromium, in which colours.
    pub look: Look,
    /// What it keeps from one start to the next; nothing if none is given.
    pub profile: Option<&'a Profile>,
    /// What it lets the page keep.
    pub keeping: Keeping,
}

impl Start<'_> {
    /// A browser with an empty profile, as wide as a desk's.
    pub fn of(engine: Engine) -> Self {
        Self { engine, look: Look::default(), profile: None, keeping: Keeping::All }
    }
}

/// One browser on one site. Dropping it ends it.
///
/// The order of the fields is the order of their end: the driver before the profile it writes to.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    runtime: Runtime,
    base: String,
    logs: RefCell<Logs>,
    driver: Driver,
    _profile: Folder,
    _permit: Permit,
}

impl Browser {
    /// Starts a browser with an empty profile, as wide as a desk's. Nothing is open yet.
    #[track_caller]
    pub fn start(site: &Site) -> Self {
        Self::start_with(site, Look::default())
    }

    /// Starts a browser of a certain look.
    #[track_caller]
    pub fn start_with(site: &Site, look: Look) -> Self {
        let browser = Self::start_as(site, &Start { look, ..Start::of(Engine::Chromium) });
        browser.set_look(look);
        browser
    }

    /// Starts a browser as is wanted.
    #[track_caller]
    pub fn start_as(site: &Site, start: &Start<'_>) -> Self {
        let permit = Permit::wait();
        let own = Folder::new();
        let profile = start.profile.map_or(own.path(), Profile::path);
        let driver = Driver::start(start.engine);
        let runtime = must(Builder::new_current_thread().enable_all().build(), "the runtime");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(start.engine.capabilities(profile, start));
        let client = runtime.block_on(builder.connect(&driver.url()));
        Self {
            client: must(client, "the browser does not start"),
            runtime,
            base: site.at(""),
            logs: RefCell::default(),
            driver,
            _profile: own,
            _permit: permit,
        }
    }

    /// Ends the browser at once, in the middle of whatever it does, as a power cut would.
    pub fn kill(mut self) {
        self.driver.kill_all();
    }

    /// Runs a script in the page and returns what it returns.
    #[track_caller]
    pub fn script(&self, script: &str) -> Value {
        self.wait(self.client.execute(script, Vec::new()), script)
    }

    /// The same where the page may be on its way to another, which answers nothing.
    pub fn try_script(&self, script: &str) -> Option<Value> {
        self.runtime.block_on(self.client.execute(script, Vec::new())).ok()
    }

    /// Blocks until the browser has done something.
    #[track_caller]
    fn wait<T, E: Display>(&self, work: impl Future<Output = Result<T, E>>, what: &str) -> T {
        must(self.runtime.block_on(work), what)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.keep_evidence();
        }
        // The driver would leave the browser running if it were only killed.
        let _ = self.runtime.block_on(self.client.clone().close());
    }
}

#[track_caller]
fn must<T, E: Display>(result: Result<T, E>, what: &str) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{what}: {error}"),
    }
}
