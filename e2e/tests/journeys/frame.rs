//! What is read before the page runs, and where it cannot run.

use parallax_e2e::{Browser, Look, Site};
use serde_json::{Value, json};

const LISBON_DW: &str = "dw-2010-11-20-nato-and-russia-seek-to-bury-past-differences";

/// Words of that article that no list shows.
const WORDS: &str = "said Medvedev following consultations";

/// Runs a script in every page before its own.
fn early(browser: &Browser, script: &str) {
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
}

fn check_readable(browser: &Browser, why: &str) {
    browser.wait_for_text("#boot-message", why);
    browser.wait_until("the articles", || {
        browser.texts(".plain-article").iter().any(|text| text.contains(WORDS))
    });
    let hidden = "return [...document.querySelectorAll('#boot input, #boot button, #boot summary')]
        .filter((it) => it.checkVisibility()).length";
    assert_eq!(browser.script(hidden), 0, "what cannot work is not shown");
    browser.click_text(".article-row h3 a", "bury past differences");
    browser.wait_until("its text", || browser.hash() == format!("#/article/{LISBON_DW}"));
    let top = "return document.querySelector(':target h2').getBoundingClientRect().top";
    browser.wait_until("its text in sight", || {
        browser.script(top).as_f64().is_some_and(|top| (0.0..400.0).contains(&top))
    });
}

#[test]
fn without_webassembly_the_articles_are_read_as_they_are() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    early(&browser, "delete window.WebAssembly");
    browser.goto("");
    check_readable(&browser, "WebAssembly is missing in this browser, or switched off");
}

#[test]
fn a_browser_that_is_too_old_is_told_so_and_a_link_still_leads_to_its_article() {
    let site = Site::serve();
    let browser = Browser::start_with(&site, Look::phone());
    early(
        &browser,
        "WebAssembly.validate = () => false;
        const refuse = () => Promise.reject(new WebAssembly.CompileError('unknown'));
        WebAssembly.instantiateStreaming = WebAssembly.instantiate = refuse",
    );
    browser.goto("");
    check_readable(&browser, "This browser is too old");
    browser.open_any("about:blank");
    browser.goto(&format!("#/article/{LISBON_DW}"));
    browser.wait_until("the article", || browser.script("return scrollY > 300") == true);
    browser.check_fits();
}

/// All words that are shown, as a screen reader is told them.
fn told(browser: &Browser) -> String {
    let tree = browser.devtools("Accessibility.getFullAXTree", &json!({}));
    let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
    let names = nodes.iter().filter(|node| node["ignored"] == false);
    let names = names.filter_map(|node| node["name"]["value"].as_str().map(str::to_owned));
    names.collect::<Vec<_>>().join("\n")
}

#[test]
fn without_scripts_there_is_the_list_with_the_articles_and_a_plain_word_why() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    browser.open_any(&site.at(""));
    let told = told(&browser);
    for shown in ["Scripts are not allowed here", "seek to bury past differences", WORDS, "DW"] {
        assert!(told.contains(shown), "{shown} in {told}");
    }
    for dead in ["Loading", "Copy link", "Filters", "Compare with"] {
        assert!(!told.contains(dead), "{dead} in {told}");
    }
}

/// Where the parts of the first view stand.
const PLACES: &str =
    "return ['.masthead', '.front', '.front h1', '.search-box', '.browse-list', '.results > li']
    .map((css) => document.querySelector(css).getBoundingClientRect())
    .map((box) => [box.left, box.top, box.width].map(Math.round))";

fn check_stays(look: Look, kept: &str) {
    let site = Site::serve();
    let browser = Browser::start_with(&site, look);
    early(&browser, &format!("localStorage.setItem('parallax.hint', '{kept}')"));
    // Slow enough to be looked at before the page runs.
    browser.devtools("Network.enable", &json!({}));
    let slow = json!({
        "offline": false, "latency": 0, "uploadThroughput": -1, "downloadThroughput": 400_000,
    });
    browser.devtools("Network.emulateNetworkConditions", &slow);
    browser.open_any(&site.at(""));
    browser.script("return document.fonts.ready.then(() => true)");
    let before = browser.script(&format!("if (document.querySelector('#boot')) {{ {PLACES} }}"));
    assert_ne!(before, Value::Null, "the page was there too soon to compare");
    browser.wait_gone("#boot");
    browser.wait_for(".results");
    assert_eq!(browser.script(PLACES), before);
}

#[test]
fn nothing_moves_when_the_page_takes_over() {
    for look in [Look::default(), Look::phone()] {
        check_stays(look, "");
    }
}

#[test]
fn nothing_moves_for_a_reader_who_knows_the_hint() {
    for look in [Look::default(), Look::phone()] {
        check_stays(look, "known");
    }
}

#[test]
fn another_view_is_waited_for_without_the_first() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    // Never ends, so that what is there meanwhile can be looked at.
    early(&browser, "WebAssembly.instantiateStreaming = () => new Promise(() => {})");
    browser.open_any(&site.at(&format!("#/article/{LISBON_DW}")));
    browser.wait_for_text("#boot-message", "Loading");
    let shown = "return ['#boot main', '.plain-articles', '.masthead']
        .map((css) => document.querySelector(css).checkVisibility())";
    assert_eq!(browser.script(shown), json!([false, false, true]));
}
