//! A reader checks an article in their own browser: the extraction runs again and gives the same.

use parallax_e2e::{Browser, Site};

const BUTTON: &str = ".recheck-panel-button";
const VERDICT: &str = ".recheck-panel-verdict";

/// The names of all articles.
fn articles(browser: &Browser) -> Vec<String> {
    browser.goto("#/browse");
    browser.wait_for("[data-article]");
    let script = "return [...document.querySelectorAll('[data-article]')]
        .map((row) => row.dataset.article)";
    let names = browser.script(script);
    let names = names.as_array().cloned().unwrap_or_default();
    names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

/// Asks for the check of an article, and gives what is said of it.
fn check(browser: &Browser, article: &str) -> String {
    browser.goto(&format!("#/article/{article}"));
    browser.wait_for_text(BUTTON, "Check this in my browser");
    browser.click(BUTTON);
    browser.wait_for(VERDICT);
    browser.text(VERDICT)
}

#[test]
fn every_document_gives_the_same_again() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    let articles = articles(&browser);
    assert_eq!(articles.len(), 5);
    let loaded = "return performance.getEntriesByType('resource')
        .filter((entry) => entry.name.includes('recheck')).length";
    assert_eq!(browser.script(loaded), 0, "it is loaded only when asked for");
    for article in articles {
        let said = check(&browser, &article);
        assert!(said.starts_with("The same: all "), "{article}: {said}");
        assert_eq!(browser.count(".recheck-panel-again li"), 5, "{article}");
        assert_eq!(browser.count(".recheck-panel-differences"), 0, "{article}");
    }
    assert_eq!(browser.console_errors(), Vec::<String>::new());
    assert_eq!(browser.foreign_requests(&site), Vec::<String>::new());
}

#[test]
fn an_article_is_checked_without_a_network_under_any_path() {
    let mut site = Site::serve_under("/some/where/");
    let browser = Browser::start(&site);
    let article = articles(&browser).remove(0);
    browser.wait_until_kept();
    site.stop();
    let said = check(&browser, &article);
    assert!(said.starts_with("The same: all "), "{said}");
}

#[test]
fn a_changed_pack_is_not_taken_for_the_same() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    let article = articles(&browser).remove(0);
    browser.script(
        "const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (pack) {
          const changed = new Uint8Array(pack);
          changed[changed.length >> 1] ^= 1;
          post.call(this, changed);
        }",
    );
    let said = check(&browser, &article);
    assert!(said.contains("could not run: the pack is damaged"), "{said}");
}

#[test]
fn a_check_that_cannot_be_loaded_says_so_and_can_be_tried_again() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    let article = articles(&browser).remove(0);
    browser.script(
        "window.Whole = Worker;
        window.Worker = function (address) { return new Whole(address + '.gone'); }",
    );
    let said = check(&browser, &article);
    assert!(said.contains("could not run") && said.contains("Reload the page"), "{said}");
    browser.script("window.Worker = Whole");
    browser.click(BUTTON);
    browser.wait_for_text(VERDICT, "The same: all ");
}
