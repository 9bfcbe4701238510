//! The walk through documents without end.

use std::time::Duration;

use super::{Watch, views};
use crate::{Browser, Site};

/// Opens every kind of view of documents without end; the page is never busy for longer than `most`.
#[track_caller]
pub fn walk_long(pack: &[u8], most: Duration) {
    let site = Site::serve_with_pack(pack);
    let browser = Browser::start(&site);
    browser.goto("#/about");
    let watch = Watch::start(&browser, most);
    for view in views(pack) {
        watch.check(&view);
    }
    watch.check("#/article/quoted");
    browser.wait_for_text(".article-page-text .notice", "part 1 of");
    browser.click_text("button", "Show the next part");
    browser.wait_for_text(".article-page-text .notice", "part 2 of");
    watch.check_shown("the next part");
    watch.check("#/compare/one-line,quoted");
    browser.wait_for_text(".compare-page .notice", "too long to be set side by side");
    assert_eq!(browser.foreign_requests(&site), Vec::<String>::new());
}
