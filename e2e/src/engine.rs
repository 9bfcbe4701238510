//! The browser engines that the journeys run in, and what each wants of its driver at the start.

use std::path::Path;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};
use xtask::setup;

use crate::Look;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge and others: all journeys run in it.
    Chromium,
    /// Firefox.
    Firefox,
    /// Safari's, as WebKitGTK.
    WebKit,
}

/// Flags that keep Chromium from asking the network for anything of its own.
const QUIET: [&str; 9] = [
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

impl Engine {
    /// Whether it is on this machine, with its driver.
    pub fn is_here(self) -> bool {
        match self {
            Self::Chromium => setup::find_browser().is_some(),
            Self::Firefox => setup::find_firefox().is_some(),
            Self::WebKit => setup::find_webkit().is_some(),
        }
    }

    /// What is asked of the driver: a browser that minds nobody's business but the page's, with this folder
    /// for its profile where it takes one.
    pub(crate) fn capabilities(self, profile: &Path, look: Look) -> Capabilities {
        let wanted = match self {
            Self::Chromium => chromium(profile, look),
            Self::Firefox => firefox(look),
            Self::WebKit => webkit(),
        };
        wanted.as_object().cloned().unwrap_or_default()
    }
}

fn chromium(profile: &Path, look: Look) -> Value {
    let mut flags: Vec<String> = QUIET.map(str::to_owned).into();
    // Chromium's sandbox refuses the superuser, which is who runs tests in a container.
    flags.push("--no-sandbox".to_owned());
    flags.push(format!("--user-data-dir={}", profile.display()));
    flags.push(format!("--window-size={},{}", look.width, look.height));
    let mut options = json!({ "args": flags });
    if let Some(browser) = setup::find_browser() {
        options["binary"] = Value::from(browser.to_string_lossy());
    }
    json!({
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

fn firefox(look: Look) -> Value {
    let size = [format!("--width={}", look.width), format!("--height={}", look.height)];
    let mut options = json!({ "args": ["-headless", size[0], size[1]] });
    if let Some(browser) = setup::find_firefox() {
        options["binary"] = Value::from(browser.to_string_lossy());
    }
    json!({ "moz:firefoxOptions": options })
}

fn webkit() -> Value {
    let browser = setup::find_webkit().unwrap_or_default();
    let options = json!({ "binary": browser.to_string_lossy(), "args": ["--automation"] });
    json!({ "webkitgtk:browserOptions": options })
}
