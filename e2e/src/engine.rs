//! The browser engines that the journeys run in, and what each wants of its driver at the start.

use std::path::Path;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};
use xtask::setup;

use crate::Start;

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

/// What a browser lets the page keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Anything.
    #[default]
    All,
    /// Anything, as long as the window is open: it is a private one.
    Session,
    /// Nothing at all: its reader has forbidden cookies, and with them all storage and workers.
    Nothing,
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
    pub(crate) fn capabilities(self, profile: &Path, start: &Start<'_>) -> Capabilities {
        let wanted = match self {
            Self::Chromium => chromium(profile, start),
            Self::Firefox => firefox(profile, start),
            Self::WebKit => webkit(),
        };
        wanted.as_object().cloned().unwrap_or_default()
    }
}

fn chromium(profile: &Path, start: &Start<'_>) -> Value {
    let look = start.look;
    let mut flags: Vec<String> = QUIET.map(str::to_owned).into();
    flags.extend((start.keeping == Keeping::Session).then(|| "--incognito".to_owned()));
    // Chromium's sandbox refuses the superuser, which is who runs tests in a container.
    flags.push("--no-sandbox".to_owned());
    flags.push(format!("--user-data-dir={}", profile.display()));
    flags.push(format!("--window-size={},{}", look.width, look.height));
    let mut options = json!({ "args": flags });
    if start.keeping == Keeping::Nothing {
        let refused = 2;
        options["prefs"] = json!({ "profile.default_content_setting_values.cookies": refused });
    }
    if let Some(browser) = setup::find_browser() {
        options["binary"] = Value::from(browser.to_string_lossy());
    }
    json!({
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

fn firefox(profile: &Path, start: &Start<'_>) -> Value {
    let size = [format!("--width={}", start.look.width), format!("--height={}", start.look.height)];
    let mut flags = vec!["-headless".to_owned()];
    flags.extend(size);
    if start.profile.is_some() {
        flags.extend(["-profile".to_owned(), profile.to_string_lossy().into_owned()]);
    }
    let mut options = json!({ "args": flags, "prefs": {} });
    match start.keeping {
        Keeping::All => {}
        Keeping::Session => options["prefs"]["browser.privatebrowsing.autostart"] = true.into(),
        Keeping::Nothing => options["prefs"]["network.cookie.cookieBehavior"] = 2.into(),
    }
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
