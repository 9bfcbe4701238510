//! Documents and addresses that mean harm: nothing of them runs, nothing is asked of anybody else, the page
//! answers and is never blank. With its policy, which would stop much, and without.

use std::time::Duration;

use parallax_e2e::{
    Browser, Engine, Site, Start,
    hostile::{self, Watch},
};
use serde_json::Value;

/// The longest that the page may be busy with anything.
const MOST: Duration = Duration::from_secs(2);

fn documents(policy: bool) {
    let pack = hostile::pack(2010);
    let site = Site::serve_with_pack(&pack);
    if !policy {
        site.drop_policy();
    }
    let browser = Browser::start(&site);
    browser.goto("#/browse");
    browser.wait_for(".results");
    let watch = Watch::start(&browser, MOST);
    // Where the policy is there it has little to do: some views show that.
    let step = if policy { 4 } else { 1 };
    for view in hostile::views(&pack).iter().step_by(step) {
        watch.check(view);
    }
    browser.wait_until_kept();
    assert_eq!(browser.foreign_requests(&site), Vec::<String>::new());
    // Without the policy the browser may note what it was spared.
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn documents_that_mean_harm_are_text() {
    documents(true);
}

#[test]
fn documents_that_mean_harm_are_text_without_the_policy() {
    documents(false);
}

#[test]
fn documents_without_end_are_shown_in_parts_and_hold_nothing_up() {
    let pack = hostile::long_pack(1_500_000, 15_000);
    hostile::walk_long(&pack, MOST);
}

/// Opens each address in a page that is there, and the longest as the first thing of a visit.
fn addresses(engine: Engine) {
    if !engine.is_here() {
        return;
    }
    let site = Site::serve();
    let browser = Browser::start_as(&site, &Start::of(engine));
    browser.goto("");
    browser.wait_for(".results");
    let watch = Watch::start(&browser, MOST);
    for (address, told) in hostile::addresses() {
        let name: String = address.chars().take(80).collect();
        watch.check(&address);
        // What draws it may have to be fetched first.
        browser.wait_until(&format!("{told:?} at {name}"), || {
            watch.told().as_str().is_some_and(|it| it.contains(told))
        });
        watch.check_shown(&name);
    }
    // Chromium takes two megabytes, Firefox one, and both nothing longer.
    let most = if engine == Engine::Firefox { 1_000_000 } else { 2_000_000 };
    browser.script(&format!("location.hash = '#/browse?q=' + '%zz('.repeat({most} / 4)"));
    browser.script("setTimeout(() => location.reload())");
    browser.wait_until("the page to be loaded again", || {
        let again = browser.try_script("return window.longest ?? null");
        again == Some(Value::Null) && browser.count("#boot") == 0
    });
    browser.wait_for_text("h1", "There is no such page here");
    Watch::start(&browser, MOST).check_shown("the longest");
    assert!(browser.script("return location.hash.length").as_u64() >= Some(most));
    browser.click_text("main a", "See all articles");
    browser.wait_for(".results");
    let asked: Vec<String> =
        site.requests().into_iter().filter(|it| it.contains("pwned")).collect();
    assert_eq!(asked, Vec::<String>::new());
}

#[test]
fn any_address_is_answered_in_chromium() {
    addresses(Engine::Chromium);
}

#[test]
fn any_address_is_answered_in_firefox() {
    addresses(Engine::Firefox);
}
