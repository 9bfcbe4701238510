//! What the browser noted: errors it told the console, and every request that left the page.

use serde_json::Value;

use super::Browser;
use crate::site::Site;

/// The notes so far. Chromium hands each out once, so they are kept here.
#[derive(Debug, Default)]
pub(super) struct Logs {
    errors: Vec<String>,
    requests: Vec<String>,
}

impl Browser {
    /// Errors on the console since the start: failed scripts, broken policies, failed requests.
    #[track_caller]
    pub fn console_errors(&self) -> Vec<String> {
        let new = self.take_log("browser");
        let errors = new.iter().filter(|entry| entry["level"] == "SEVERE");
        let errors = errors.filter_map(|entry| entry["message"].as_str().map(str::to_owned));
        let mut logs = self.logs.borrow_mut();
        logs.errors.extend(errors);
        logs.errors.clone()
    }

    /// The address of every request that pages made since the start.
    #[track_caller]
    pub fn requests(&self) -> Vec<String> {
        let new = self.take_log("performance");
        let mut logs = self.logs.borrow_mut();
        logs.requests.extend(new.iter().filter_map(request_in));
        logs.requests.clone()
    }

    /// Requests that went anywhere but to the site.
    #[track_caller]
    pub fn foreign_requests(&self, site: &Site) -> Vec<String> {
        let mut requests = self.requests();
        requests.retain(|address| is_foreign(address, &site.origin()));
        requests
    }
}

/// The address in an entry of the performance log, which is itself a text of JSON.
fn request_in(entry: &Value) -> Option<String> {
    let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    let message = &message["message"];
    let is_request = message["method"] == "Network.requestWillBeSent";
    let address = &message["params"]["request"]["url"];
    address.as_str().filter(|_| is_request).map(str::to_owned)
}

/// Addresses without a host lead nowhere outside the browser.
fn is_foreign(address: &str, origin: &str) -> bool {
    let local = ["data:", "blob:", "about:", "chrome:"];
    let own = address.strip_prefix(origin).is_some_and(|rest| rest.starts_with('/'));
    !own && !local.iter().any(|scheme| address.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn requests_are_read_out_of_the_log() {
        let message = json!({ "message": {
            "method": "Network.requestWillBeSent",
            "params": { "request": { "url": "http://127.0.0.1:1/a.js" } },
        }});
        let entry = json!({ "level": "INFO", "message": message.to_string() });
        assert_eq!(request_in(&entry).as_deref(), Some("http://127.0.0.1:1/a.js"));
        assert_eq!(request_in(&json!({ "message": "{}" })), None);
    }

    #[test]
    fn only_the_whole_origin_is_home() {
        let check = |address, foreign| {
            assert_eq!(is_foreign(address, "http://127.0.0.1:80"), foreign, "{address}");
        };
        check("http://127.0.0.1:80/page.js", false);
        check("data:image/png;base64,AA", false);
        check("http://127.0.0.1:8080/page.js", true);
        check("https://fonts.example/a.woff2", true);
        check("ws://127.0.0.1:80/", true);
    }
}
