//! The page starts, keeps to itself, and says why where it cannot start. What it shows is for others.

use parallax_e2e::{Browser, Site};

#[test]
fn the_page_starts_and_keeps_to_itself() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("");
    browser.wait_gone("#boot");
    browser.wait_for("h1");
    browser.wait_until_kept();
    assert_eq!(browser.console_errors(), Vec::<String>::new());
    assert_eq!(browser.foreign_requests(&site), Vec::<String>::new());
    let requests = site.requests();
    let is_page =
        |request: &&String| request.contains("parallax-page") && request.ends_with(".wasm");
    let fetches = requests.iter().filter(is_page).count();
    assert_eq!(fetches, 2, "once for the page, which had it preloaded, and once to keep it");
}

#[test]
fn the_rehearsal_is_neither_seen_nor_heard() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("#/article/none");
    // The window is named when the view is drawn.
    browser.wait_until("a title", || browser.script("return document.title") == "none · Parallax");
    let shown = |browser: &Browser| {
        browser.script(
            "const shown = document.body.cloneNode(true);
            // What is told of the worker has nothing to do with it.
            shown.querySelector('.offline-badge').replaceChildren();
            return [document.title, location.hash, history.length, shown.outerHTML]",
        )
    };
    let before = shown(&browser);
    let marks = "return performance.getEntriesByName('parallax.rehearsed').length";
    browser.wait_until("the rehearsal to end", || browser.script(marks) == 1);
    assert_eq!(shown(&browser), before);
    let measures = "return performance.getEntriesByType('measure').map((entry) => entry.name)";
    assert_eq!(browser.script(measures), serde_json::json!(["parallax.open"]));
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn a_policy_is_in_force() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("");
    browser.wait_gone("#boot");
    let insert = "const script = document.createElement('script');
        script.append('hacked = 1');
        document.body.append(script);
        return typeof hacked";
    assert_eq!(browser.script(insert), "undefined");
    assert!(!browser.console_errors().is_empty(), "the refusal is told");
    for refused in [
        "document.body.insertAdjacentHTML('beforeend', '<b>text</b>')",
        "new Worker('sw.js')",
        "navigator.serviceWorker.register('sw.js')",
        "trustedTypes.createPolicy('default', { createHTML: (text) => text })",
        "trustedTypes.createPolicy('parallax-workers', { createScriptURL: (text) => text })",
    ] {
        let tried = format!(
            "return (async () => {{ await {refused}; }})().then(() => 'taken', (error) => error.name)"
        );
        assert_eq!(browser.script(&tried), "TypeError", "{refused}");
    }
}

#[test]
fn a_page_that_cannot_start_says_so() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    let blocked = serde_json::json!({ "urls": ["*.wasm"] });
    browser.devtools("Network.enable", &serde_json::json!({}));
    browser.devtools("Network.setBlockedURLs", &blocked);
    browser.goto("");
    browser.wait_for_text("#boot-message", "This page could not start");
}

#[test]
fn a_part_that_does_not_come_is_told_and_can_be_asked_for_again() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    let refuse = |addresses: &[&str]| {
        browser.devtools("Network.enable", &serde_json::json!({}));
        browser.devtools("Network.setBlockedURLs", &serde_json::json!({ "urls": addresses }));
    };
    refuse(&["*/split_about*"]);
    browser.goto("#/about");
    browser.wait_for_text("h1", "This view cannot be fetched");
    browser.click_text("button", "Try again");
    browser.wait_for_text("[role=alert]", "Tried again once");
    refuse(&[]);
    browser.click_text("button", "Try again");
    browser.wait_for_text("h1", "About Parallax");
}

#[test]
fn the_link_to_what_is_shown_can_be_copied() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("#/browse?outlet=RT");
    browser.wait_for(".results");
    browser.script("navigator.clipboard.writeText = async (text) => { window.copied = text; }");
    browser.click(".copy-link button");
    browser.wait_for_text(".copy-link-told", "Copied");
    assert_eq!(browser.script("return window.copied"), browser.address());
}
