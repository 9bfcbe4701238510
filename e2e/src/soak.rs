//! The same again and again: reloads without a network, and updates.

use crate::{Browser, Site};

/// Reloads the page so many times with the server stopped.
#[track_caller]
pub fn reloads(count: usize) {
    let mut site = Site::serve_copy_under("/");
    let browser = Browser::start(&site);
    browser.goto("#/browse?outlet=RT");
    browser.wait_until_kept();
    site.stop();
    for _ in 0..count {
        browser.reload();
        browser.wait_for(".results");
        assert_eq!(browser.hash(), "#/browse?outlet=RT");
    }
    browser.wait_until_kept();
}

/// Publishes so many versions of the page, each third half-finished at first, and takes each when it is offered.
#[track_caller]
pub fn updates(count: usize) {
    let site = Site::serve_copy_under("/");
    let browser = Browser::start(&site);
    browser.goto("#/browse?outlet=RT");
    browser.wait_until_kept();
    for number in 1..=count {
        let version = number.to_string();
        if number % 3 == 0 {
            site.publish_half(&version);
            browser.reload();
            browser.wait_until_kept();
        }
        site.publish(&version);
        browser.reload();
        browser.click_text(".update-notice button", "Reload");
        let shown = "return document.documentElement.dataset.version";
        browser.wait_until("the newer version", || browser.script(shown) == version.as_str());
        browser.wait_until_kept();
        assert_eq!(browser.hash(), "#/browse?outlet=RT");
        let kept = "return caches.keys().then((names) => names.length)";
        browser.wait_until("the older version to go", || browser.script(kept) == 1);
    }
}
