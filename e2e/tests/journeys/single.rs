//! The page as one file, opened from a disk.

use parallax_e2e::{Browser, Site};

const LISBON_DW: &str = "dw-2010-11-20-nato-and-russia-seek-to-bury-past-differences";
const LISBON_RT: &str = "rt-2010-11-22-nato-rolls-out-red-carpet-for-russia";

#[test]
fn all_views_open_from_a_disk_without_any_request() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.open(&Site::single_file("#/browse?outlet=RT"));
    browser.wait_until("RT's articles", || browser.count(".results > li") == 2);
    browser.click(".article-row h3 a");
    browser.wait_for(".reading-text");
    assert!(browser.hash().starts_with("#/article/"));
    browser.click(".recheck-panel-button");
    browser.wait_for_text(".recheck-panel-verdict", "The same: all ");
    browser.back();
    browser.wait_for(".results");
    assert_eq!(browser.hash(), "#/browse?outlet=RT");
    for (view, shown) in [
        (format!("#/compare/{LISBON_DW},{LISBON_RT}"), ".compared-row.is-pair"),
        (format!("#/article/{LISBON_DW}?show=received"), ".received-text"),
        ("#/about".to_owned(), ".about-page"),
        ("#/browse?u=quote".to_owned(), ".quote-card"),
    ] {
        browser.open(&Site::single_file(&view));
        browser.wait_for(shown);
        browser.reload();
        browser.wait_for(shown);
    }
    assert_eq!(browser.console_errors(), Vec::<String>::new());
    let asked = browser.requests().into_iter();
    let asked: Vec<_> =
        asked.filter(|it| it.starts_with("http") || it.ends_with(".wasm")).collect();
    assert_eq!(asked, Vec::<String>::new());
    let faces = "return document.fonts.ready.then(() =>
        [...document.fonts].filter((face) => face.status === 'loaded').length)";
    assert!(browser.script(faces).as_u64() >= Some(2), "its typefaces are inside");
}

#[test]
fn a_copied_link_is_told_to_be_of_this_device() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.open(&Site::single_file("#/about"));
    browser.script("navigator.clipboard.writeText = async (text) => { window.copied = text; }");
    browser.click(".copy-link button");
    browser.wait_for_text(".copy-link-told", "on this device only");
    assert_eq!(browser.script("return window.copied"), browser.address());
    assert_eq!(browser.count("meta[name=offline], link[rel=manifest]"), 0);
    assert_eq!(browser.texts(".offline-badge"), [""]);
}

#[test]
fn the_page_of_many_files_says_why_it_does_not_start_from_a_disk() {
    let site = Site::serve();
    // Firefox, as its driver sets it up, is not as strict as readers' own.
    let browser = Browser::start(&site);
    browser.open_any(&Site::on_disk());
    browser.wait_until("a word why", || {
        let shown = browser.texts("body").concat();
        shown.contains("a page that is opened from a disk")
            && shown.contains("bury past differences")
    });
}
