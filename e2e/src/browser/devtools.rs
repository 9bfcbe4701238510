//! Chromium's own commands beside the standard's: its developer tools, and its logs.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::Browser;

/// A command under the session's address.
#[derive(Debug)]
struct Command {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

impl Browser {
    /// Runs a command of Chromium's developer tools.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        self.wait(self.client.issue_cmd(Command { path: "goog/cdp/execute", body }), command)
    }

    /// Takes the newest entries of one of Chromium's logs.
    #[track_caller]
    pub(super) fn take_log(&self, kind: &str) -> Vec<Value> {
        let body = json!({ "type": kind });
        let entries = self.wait(self.client.issue_cmd(Command { path: "se/log", body }), "the log");
        entries.as_array().cloned().unwrap_or_default()
    }
}
