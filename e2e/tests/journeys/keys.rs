//! Keys: from result to result, open and closed again; what lists them and switches them off. And what a reader keeps on
//! this device: the hint that is dismissed, and named views.

use parallax_e2e::{Browser, Look, Site};
use serde_json::{Value, json};

/// Which result has the focus, from 0.
fn current(browser: &Browser) -> Value {
    browser.script(
        "return [...document.querySelectorAll('.results > li > article')]
            .indexOf(document.activeElement)",
    )
}

#[track_caller]
fn wait_for_current(browser: &Browser, at: i32) {
    browser.wait_until(&format!("result {at} to be the current one"), || {
        current(browser) == json!(at)
    });
}

#[test]
fn keys_go_from_result_to_result_and_open_one_beside_the_list() {
    let site = Site::serve();
    for (list, shown) in [("#/browse", ".article-page"), ("#/browse?u=quote", ".quote-page")] {
        let browser = Browser::start(&site);
        browser.goto(list);
        browser.wait_for(".results");
        for (key, at) in [("j", 0), ("j", 1), ("j", 2), ("k", 1)] {
            browser.press(key);
            wait_for_current(&browser, at);
        }
        browser.press("Enter");
        browser.wait_until("something to be open", || browser.hash().contains("open="));
        browser.wait_for(&format!(".open-panel-shown {shown}"));
        wait_for_current(&browser, 1);
        browser.press("Enter");
        browser.wait_until("the focus in it", || {
            browser.script("return document.activeElement.id") == json!("open-panel")
        });
        browser.press("Escape");
        browser.wait_until("nothing to be open", || browser.hash() == list);
        browser.wait_gone(".open-panel");
        wait_for_current(&browser, 1);
        browser.back();
        browser.wait_for(&format!(".open-panel-shown {shown}"));
        browser.back();
        browser.wait_gone(".open-panel");
        assert_eq!(browser.console_errors(), Vec::<String>::new());
    }
}

#[test]
fn a_narrow_window_goes_to_the_page() {
    let site = Site::serve();
    let browser = Browser::start_with(&site, Look::phone());
    browser.goto("#/browse");
    browser.wait_for(".results");
    browser.press("j");
    wait_for_current(&browser, 0);
    browser.press("Enter");
    browser.wait_until("the article", || browser.hash().starts_with("#/article/"));
}

#[test]
fn keys_are_listed_and_can_be_switched_off() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("#/browse");
    browser.wait_for(".results");
    browser.press("?");
    browser.wait_for("dialog[open]");
    browser.click_text("dialog .choice", "Off");
    browser.click("dialog .key-list-close");
    browser.wait_gone("dialog[open]");
    browser.press("j");
    browser.press("?");
    assert_eq!((current(&browser), browser.count("dialog[open]")), (json!(-1), 0));
    browser.reload();
    browser.wait_for(".results");
    browser.press("j");
    assert_eq!(current(&browser), json!(-1), "they stay off");
    browser.click(".masthead-display summary");
    browser.click(".masthead-keys");
    browser.wait_for("dialog[open]");
}

#[test]
fn the_hint_for_a_first_visit_is_dismissed_for_good() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("#/browse");
    browser.click(".hint button");
    browser.wait_gone(".hint");
    browser.reload();
    browser.wait_for(".results");
    assert_eq!(browser.count(".hint"), 0);
}

#[test]
fn views_are_named_kept_and_taken_away() {
    let site = Site::serve();
    for look in [Look::default(), Look::phone()] {
        let browser = Browser::start_with(&site, look);
        browser.goto("#/browse?u=quote&outlet=RT");
        browser.wait_for(".results");
        browser.click(".saved-views > button");
        browser.wait_for("#saved-view-name");
        browser.script("document.querySelector('#saved-view-name').value = ''");
        browser.type_into("#saved-view-name", "What RT quotes");
        browser.click_text(".saved-views-panel button", "Save");
        browser.wait_for_text(".saved-views-panel li a", "What RT quotes");
        browser.goto("#/browse");
        browser.reload();
        browser.click(".saved-views > button");
        browser.click_text(".saved-views-panel li a", "What RT quotes");
        browser.wait_until("the view", || browser.hash() == "#/browse?u=quote&outlet=RT");
        if browser.count(".saved-views.is-open") == 0 {
            browser.click(".saved-views > button");
        }
        browser.click(".saved-views-panel li button");
        browser.wait_gone(".saved-views-panel li");
    }
}
