//! What is asked of the driver at the start: a browser that minds nobody's business but the page's.

use std::path::Path;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use super::look::Look;

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

/// The capabilities for a browser with this profile folder.
pub(super) fn of(profile: &Path, look: Look) -> Capabilities {
    let mut flags: Vec<String> = QUIET.map(str::to_owned).into();
    // Chromium's sandbox refuses the superuser, which is who runs tests in a container.
    flags.push("--no-sandbox".to_owned());
    flags.push(format!("--user-data-dir={}", profile.display()));
    flags.push(format!("--window-size={},{}", look.width, look.height));
    let mut options = json!({ "args": flags });
    if let Some(browser) = xtask::setup::find_browser() {
        options["binary"] = Value::from(browser.to_string_lossy());
    }
    let wanted = json!({
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    });
    wanted.as_object().cloned().unwrap_or_default()
}
