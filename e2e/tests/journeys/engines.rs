//! The short form of the journeys, in Firefox and in WebKit: what must work in every browser.

use parallax_e2e::{Browser, Engine, Site, Start};

const LISBON_DW: &str = "dw-2010-11-20-nato-and-russia-seek-to-bury-past-differences";
const LISBON_RT: &str = "rt-2010-11-22-nato-rolls-out-red-carpet-for-russia";

/// What is done once the page is there, wherever it came from.
fn read_and_compare(browser: &Browser) {
    browser.click_text(".facet-value-only", "RT");
    browser.wait_until("the choice", || browser.hash().contains("outlet=RT"));
    browser.wait_until("RT's articles", || browser.count(".results > li") == 2);
    browser.back();
    browser.wait_until("all articles", || browser.count(".results > li") == 5);
    browser.click_text(".article-row h3 a", "Red carpet".to_lowercase().as_str());
    browser.wait_for(".reading-text");
    assert!(browser.hash().starts_with(&format!("#/article/{LISBON_RT}")));
    // It comes last and moves what is below it, from under a pointer that is on its way.
    browser.wait_for(".echo-strip");
    browser.click_text(".recheck-panel-button", "Check this in my browser");
    browser.wait_for_text(".recheck-panel-verdict", "The same: all ");
    let compared = format!("#/compare/{LISBON_DW},{LISBON_RT}");
    browser.script(&format!("location.hash = '{compared}'"));
    browser.wait_for(".compared-row.is-pair");
    assert_eq!(browser.hash(), compared);
}

/// Loads the page again as a reader does. A driver's own way goes past the page's worker in Firefox.
fn reload(browser: &Browser) {
    browser.script("window.before = true; setTimeout(() => location.reload())");
    let again = || browser.script("return window.before ?? null").is_null();
    browser.wait_until("the page to be loaded again", again);
}

fn served(engine: Engine) {
    let mut site = Site::serve_under("/some/where/");
    let browser = Browser::start_as(&site, &Start::of(engine));
    browser.goto("");
    browser.wait_for(".results");
    read_and_compare(&browser);
    browser.wait_until_kept();
    site.stop();
    reload(&browser);
    browser.wait_for(".compared-row.is-pair");
    browser.goto("#/browse?u=quote&outlet=RT&speaker=Dmitry+Medvedev&kind=direct");
    browser.wait_until("three quotes", || browser.count(".results > li") == 3);
}

fn from_disk(engine: Engine) {
    let site = Site::serve();
    let browser = Browser::start_as(&site, &Start::of(engine));
    browser.open(&Site::single_file("#/browse"));
    browser.wait_for(".results");
    read_and_compare(&browser);
    reload(&browser);
    browser.wait_for(".compared-row.is-pair");
    assert_eq!(site.requests(), Vec::<String>::new());
}

fn journeys(engine: Engine) {
    if engine.is_here() {
        served(engine);
        from_disk(engine);
    } else {
        println!("{engine:?} is not on this machine: `cargo xtask setup --browser` says more");
    }
}

#[test]
fn firefox() {
    journeys(Engine::Firefox);
}

#[test]
fn webkit() {
    journeys(Engine::WebKit);
}
