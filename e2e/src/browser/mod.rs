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

use crate::Engine;
use crate::driver::Driver;
use crate::folder::Folder;
use crate::permit::Permit;
use crate::site::Site;
use logs::Logs;

/// One browser on one site. Dropping it ends it.
///
/// The order of the fields is the order of their end: the driver before the profile it writes to.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    runtime: Runtime,
    base: String,
    logs: RefCell<Logs>,
    _driver: Driver,
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
        let browser = Self::start_in(Engine::Chromium, site, look);
        browser.set_look(look);
        browser
    }

    /// Starts a browser of an engine. What the journeys do beyond the standard's commands is Chromium's alone.
    #[track_caller]
    pub fn start_in(engine: Engine, site: &Site, look: Look) -> Self {
        let permit = Permit::wait();
        let profile = Folder::new();
        let driver = Driver::start(engine);
        let runtime = must(Builder::new_current_thread().enable_all().build(), "the runtime");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(engine.capabilities(profile.path(), look));
        let client = runtime.block_on(builder.connect(&driver.url()));
        Self {
            client: must(client, "the browser does not start"),
            runtime,
            base: site.at(""),
            logs: RefCell::default(),
            _driver: driver,
            _profile: profile,
            _permit: permit,
        }
    }

    /// Runs a script in the page and returns what it returns.
    #[track_caller]
    pub fn script(&self, script: &str) -> Value {
        self.wait(self.client.execute(script, Vec::new()), script)
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
