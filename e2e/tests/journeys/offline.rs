//! Without a network, and from one version of the page to the next.

use parallax_e2e::{Browser, Engine, Keeping, Profile, Site, Start, kills::kills, soak};
use serde_json::json;

const LISBON_DW: &str = "dw-2010-11-20-nato-and-russia-seek-to-bury-past-differences";
const LISBON_RT: &str = "rt-2010-11-22-nato-rolls-out-red-carpet-for-russia";

const NOTICE: &str = ".update-notice";

/// The version that a window shows; the built page has none.
fn version(browser: &Browser) -> String {
    let told = browser.script("return document.documentElement.dataset.version || ''");
    told.as_str().unwrap_or_default().to_owned()
}

fn wait_for_version(browser: &Browser, wanted: &str) {
    browser.wait_until(&format!("version {wanted:?}"), || version(browser) == wanted);
    browser.wait_for(".masthead .copy-link button");
}

#[test]
fn what_was_opened_once_works_with_the_server_stopped() {
    let mut site = Site::serve_copy_under("/some/where/");
    let browser = Browser::start(&site);
    browser.goto("");
    browser.wait_for(".results");
    browser.wait_until_kept();
    site.stop();
    browser.reload();
    browser.wait_for(".results");
    browser.wait_until_kept();
    browser.new_tab("#/browse?u=quote&outlet=RT&speaker=Dmitry+Medvedev&kind=direct");
    browser.wait_until("three quotes", || browser.count(".results > li") == 3);
    browser.goto(&format!("#/compare/{LISBON_DW},{LISBON_RT}"));
    browser.wait_for(".compared-row.is-pair");
    let spelt_out = site.at(&format!("index.html?from=mail#/article/{LISBON_DW}"));
    browser.open(&spelt_out);
    browser.wait_for(".reading-text");
    assert_eq!(browser.foreign_requests(&site), Vec::<String>::new());
}

#[test]
fn a_first_visit_may_be_to_any_view() {
    let mut site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto(&format!("#/article/{LISBON_RT}"));
    browser.wait_for(".reading-text");
    browser.wait_until_kept();
    site.stop();
    browser.reload();
    browser.wait_for(".reading-text");
    browser.goto("#/browse");
    browser.wait_for(".results");
}

#[test]
fn what_the_browser_clears_is_kept_again_at_the_next_visit() {
    let mut site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("");
    browser.wait_until_kept();
    let clear =
        "return caches.keys().then((all) => Promise.all(all.map((one) => caches.delete(one))))";
    let origin = site.origin();
    let everything = || {
        let wanted = json!({ "origin": origin, "storageTypes": "all" });
        browser.devtools("Storage.clearDataForOrigin", &wanted);
    };
    let clearings: [&dyn Fn(); 2] = [&|| drop(browser.script(clear)), &everything];
    for clear_now in clearings {
        clear_now();
        browser.reload();
        browser.wait_until_kept();
        site.stop();
        browser.reload();
        browser.wait_until_kept();
        site.start_again();
    }
    // Without a network nothing can be kept again, and nothing untrue is said.
    browser.script(clear);
    site.stop();
    browser.goto("#/about");
    browser.wait_for("h1");
    let whole = "return new Promise(async (done) => {
        navigator.serviceWorker.addEventListener('message', () => done('whole'));
        (await navigator.serviceWorker.ready).active.postMessage('whole?');
        setTimeout(() => done('silence'), 1000);
    })";
    assert_eq!(browser.script(whole), "silence");
}

#[test]
fn a_newer_version_is_offered_in_all_windows_and_forced_on_none() {
    let mut site = Site::serve_copy_under("/");
    let browser = Browser::start(&site);
    browser.goto("#/browse?outlet=RT");
    browser.wait_until_kept();
    browser.script("window.untouched = true");
    site.publish("2");
    browser.new_tab(&format!("#/article/{LISBON_DW}"));
    browser.wait_for_text(NOTICE, "A new version is ready");
    assert_eq!(version(&browser), "", "what is open stays the old version");
    browser.click_text(".update-notice button", "Reload");
    wait_for_version(&browser, "2");
    assert_eq!(browser.hash(), format!("#/article/{LISBON_DW}"));
    browser.wait_until_kept();
    assert_eq!(browser.count(NOTICE), 0);

    // The other window goes on with all of its own version, also without a network.
    browser.switch_to_tab(0);
    site.stop();
    browser.wait_for(NOTICE);
    assert_eq!(browser.script("return window.untouched"), true);
    browser.goto(&format!("#/article/{LISBON_DW}"));
    browser.wait_for(".recheck-panel-button");
    browser.click(".recheck-panel-button");
    browser.wait_for_text(".recheck-panel-verdict", "The same: all ");
    browser.goto("#/browse?outlet=DW");
    browser.click_text(".update-notice button", "Reload");
    wait_for_version(&browser, "2");
    assert_eq!(browser.hash(), "#/browse?outlet=DW");
    assert_eq!(browser.foreign_requests(&site), Vec::<String>::new());
}

#[test]
fn a_newer_version_can_be_put_off_until_the_next_visit() {
    let site = Site::serve_copy_under("/");
    let browser = Browser::start(&site);
    browser.goto("");
    browser.wait_until_kept();
    site.publish("2");
    browser.reload();
    browser.click_text(".update-notice button", "Later");
    browser.wait_gone(NOTICE);
    assert_eq!(version(&browser), "");
    browser.open_any("about:blank");
    browser.wait_until("the newer version", || {
        browser.goto("#/browse?outlet=RT");
        let now = version(&browser);
        browser.open_any("about:blank");
        now == "2"
    });
}

#[test]
fn a_half_finished_update_leaves_the_old_version_whole() {
    let mut site = Site::serve_copy_under("/");
    let browser = Browser::start(&site);
    browser.goto("");
    browser.wait_until_kept();
    let tries = || site.requests().iter().filter(|it| it.ends_with("webmanifest")).count();
    let before = tries();
    site.publish_half("2");
    browser.reload();
    browser.wait_until("the try to keep it", || tries() > before);
    browser.wait_until_kept();
    let kept = "return caches.keys().then((names) => names.length)";
    browser.wait_until("the half to go", || browser.script(kept) == 1);
    site.stop();
    browser.reload();
    browser.wait_until_kept();
    assert_eq!((version(&browser).as_str(), browser.count(NOTICE)), ("", 0));
}

#[test]
fn where_the_worker_is_refused_the_page_works_and_promises_nothing() {
    let site = Site::serve_copy_under("/");
    site.remove("sw.js");
    let browser = Browser::start(&site);
    browser.goto("#/browse?u=quote");
    browser.wait_for(".results");
    browser.wait_until("the try", || site.requests().iter().any(|it| it.ends_with("/sw.js")));
    browser.goto(&format!("#/article/{LISBON_DW}"));
    browser.wait_for(".reading-text");
    assert_eq!(browser.texts(".offline-badge"), [""]);
}

#[test]
fn it_is_the_same_again_and_again() {
    soak::reloads(5);
    soak::updates(3);
}

#[test]
fn a_browser_that_is_killed_finds_all_well_again() {
    let told = kills(Engine::Chromium, 3, 20_101_120);
    assert!(told.promised > 0 && told.refused == 0, "{told:?}");
}

#[test]
fn the_server_may_be_gone_in_the_next_session() {
    let mut site = Site::serve();
    let profile = Profile::new();
    let start = Start { profile: Some(&profile), ..Start::of(Engine::Chromium) };
    let browser = Browser::start_as(&site, &start);
    browser.goto(&format!("#/article/{LISBON_RT}"));
    browser.wait_until_kept();
    drop(browser);
    site.stop();
    let browser = Browser::start_as(&site, &start);
    browser.goto(&format!("#/compare/{LISBON_DW},{LISBON_RT}"));
    browser.wait_for(".compared-row.is-pair");
    browser.wait_until_kept();
}

/// What the page says of its copy must be true, and the page must work.
fn in_a_window_that_keeps(keeping: Keeping, engine: Engine, promises: bool) {
    if !engine.is_here() {
        return;
    }
    let mut site = Site::serve();
    let browser = Browser::start_as(&site, &Start { keeping, ..Start::of(engine) });
    browser.goto("#/browse?outlet=RT");
    browser.wait_until("RT's articles", || browser.count(".results > li") == 2);
    browser.click(".article-row h3 a");
    browser.wait_for(".reading-text");
    if promises {
        browser.wait_until_kept();
        site.stop();
        browser.script("location.href = './?again' + location.hash");
        browser.wait_until("the page to be loaded again", || {
            let again = "return location.search === '?again' && !document.querySelector('#boot')";
            browser.try_script(again).is_some_and(|again| again == true)
        });
        browser.wait_for(".reading-text");
    } else {
        let refused = "return navigator.serviceWorker?.getRegistration().then((it) => !it, () => true) ?? true";
        assert_eq!(browser.script(refused), true);
        assert_eq!(browser.texts(".offline-badge"), [""]);
    }
}

#[test]
fn a_private_window_keeps_the_page_as_long_as_it_is_open() {
    in_a_window_that_keeps(Keeping::Session, Engine::Chromium, true);
    in_a_window_that_keeps(Keeping::Session, Engine::Firefox, true);
}

#[test]
fn where_storage_is_forbidden_the_page_works_and_promises_nothing() {
    in_a_window_that_keeps(Keeping::Nothing, Engine::Chromium, false);
    in_a_window_that_keeps(Keeping::Nothing, Engine::Firefox, false);
}
