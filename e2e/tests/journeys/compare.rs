//! The comparison: every way it is set, from difference to difference, the map, and windows of every width.

use parallax_e2e::{Browser, Look, Site};
use serde_json::{Value, json};

const DW: &str = "dw-2010-11-20-nato-and-russia-seek-to-bury-past-differences";
const RT: &str = "rt-2010-11-22-nato-rolls-out-red-carpet-for-russia";
const EARLIER: &str = "rt-2009-12-17-nato-will-never-attack-russia";

fn lisbon() -> String {
    format!("#/compare/{DW},{RT}")
}

fn wheel(browser: &Browser, by: f64) {
    let event = json!({ "type": "mouseWheel", "x": 500, "y": 500, "deltaX": 0, "deltaY": by });
    browser.devtools("Input.dispatchMouseEvent", &event);
}

fn number(browser: &Browser, script: &str) -> f64 {
    browser.script(script).as_f64().unwrap_or(f64::NAN)
}

/// The row that has the focus.
fn focused(browser: &Browser) -> i64 {
    let script = "const row = document.activeElement.closest('[data-row]');
        return row ? +row.dataset.row : -1";
    browser.script(script).as_i64().unwrap_or(-1)
}

#[test]
fn every_way_of_setting_has_its_address() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto(&lisbon());
    browser.wait_for(".columns-2 .compared-row.is-pair");
    assert_eq!(browser.count(".compared-head-side"), 2);

    browser.click_text(".comparison-modes a", "Inline");
    browser.wait_for(".columns-1 .compared-inline ins");
    assert_eq!(browser.hash(), format!("{}?mode=inline", lisbon()));
    let struck = "return getComputedStyle(document.querySelector('.compared-inline del'))
        .textDecorationLine";
    assert_eq!(browser.script(struck), json!("line-through"), "read without colour");
    let heard = browser.script("return document.querySelector('.compared-inline ins').textContent");
    assert!(heard.as_str().is_some_and(|it| it.contains("[RT only: ")), "{heard}");

    browser.click_text(".comparison-modes a", "Differences");
    browser.wait_for(".columns-2 .compared-row");
    assert_eq!(browser.hash(), format!("{}?mode=differences", lisbon()));
    browser.back();
    browser.wait_for(".compared-inline");
    browser.back();
    browser.wait_for(".columns-2 .compared-row");
    assert_eq!(browser.hash(), lisbon());
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn a_link_opens_the_base_text_the_mode_and_the_place() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto(&format!("#/article/{DW}"));
    browser.click_text(".reading-text a.quoted", "Today marks a fresh start");
    browser.click_text(".quote-note a", "Compare here");
    browser.wait_for("#here");
    browser.click_text(".compared-head-base", "Make base");
    browser.wait_until("the other base", || browser.hash().contains(&format!("base={RT}")));
    browser.wait_for_text(".compared-head-side .date-line-outlet", "RT");
    let link = format!("{}&mode=inline", browser.hash());

    let visitor = Browser::start(&site);
    visitor.goto(&link);
    visitor.wait_for_text("#here", "fresh start");
    visitor.wait_for(".columns-1");
    assert_eq!(visitor.text(".compared-head-side .date-line-outlet"), "RT");
    let seen = "const box = document.getElementById('here').getBoundingClientRect();
        return box.top >= 0 && box.top < innerHeight";
    visitor.wait_until("the quote in sight", || visitor.script(seen) == true);
}

#[test]
fn keys_go_from_difference_to_difference() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto(&lisbon());
    browser.wait_for(".compared-row");
    let mut rows = Vec::new();
    for number in 1..=4 {
        browser.press(if number % 2 == 0 { "n" } else { "]" });
        browser.wait_for_text(".comparison [role=status]", &format!("Difference {number} of "));
        browser.wait_until("the focus", || focused(&browser) > rows.last().copied().unwrap_or(-1));
        rows.push(focused(&browser));
    }
    browser.press("p");
    browser.wait_for_text(".comparison [role=status]", "Difference 3 of ");
    browser.wait_until("the row before", || focused(&browser) == rows[2]);
    let seen = "const row = document.activeElement.getBoundingClientRect();
        const top = document.querySelector('.compared-top').getBoundingClientRect();
        return row.top >= top.bottom - 1 && row.top < innerHeight";
    assert_eq!(browser.script(seen), json!(true), "nothing stands over it");

    browser.script("document.querySelector('.article-picker select').focus()");
    browser.press("n");
    browser.wait_for_text(".comparison [role=status]", "Difference 3 of ");
}

/// How far the words of a passage and of its answer are from being level, at most, in sight.
const APART: &str = "return Math.max(0, ...[...document.querySelectorAll('.compared-row.is-pair')]
    .filter((row) => {
        const box = row.getBoundingClientRect();
        return box.bottom > 0 && box.top < innerHeight;
    })
    .flatMap((row) => {
        const tops = [...row.querySelectorAll('.compared-passage')]
            .map((words) => words.getBoundingClientRect().top);
        return tops.map((top) => Math.abs(top - tops[0]));
    }))";
const AT_END: &str = "return scrollY + innerHeight >= document.documentElement.scrollHeight - 2";

/// Goes on until the end is reached, and looks each time that pairs are level.
fn to_the_end(browser: &Browser, how: &str, step: impl Fn()) {
    browser.script("scrollTo(0, 0)");
    for _ in 0..200 {
        let apart = number(browser, APART);
        assert!(apart <= 40.0, "by {how}: pairs are {apart} pixels apart");
        if browser.script(AT_END) == true {
            return;
        }
        step();
        std::thread::sleep(std::time::Duration::from_millis(60));
    }
    panic!("by {how}: the end was not reached");
}

#[test]
fn pairs_stay_level_however_the_end_is_reached() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto(&lisbon());
    browser.wait_for(".compared-row");
    browser.wait_gone(".compared-chunk.is-waiting");
    to_the_end(&browser, "wheel", || wheel(&browser, 400.0));
    browser.script("document.getElementById('main').focus()");
    to_the_end(&browser, "keyboard", || browser.press("PageDown"));
    browser.script("document.querySelector('.comparison-map').focus()");
    to_the_end(&browser, "map", || {
        browser.script(
            "document.querySelector('.comparison-map').dispatchEvent(
            new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true, cancelable: true }))",
        );
    });
}

#[test]
fn the_map_leads_where_it_is_clicked_and_shows_the_window() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto(&lisbon());
    browser.wait_for(".comparison-map rect");
    let place = browser.script(
        "const box = document.querySelector('.comparison-map').getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height * 0.6]",
    );
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({
            "type": kind, "x": place[0], "y": place[1], "button": "left", "buttons": 1, "clickCount": 1,
        });
        browser.devtools("Input.dispatchMouseEvent", &event);
    }
    browser.wait_until("the place", || number(&browser, "return scrollY") > 600.0);
    let part = "const mark = document.getElementById('comparison-map-window');
        const [y, height] = ['y', 'height'].map((name) => +mark.getAttribute(name));
        const whole = mark.ownerSVGElement.viewBox.baseVal.height;
        return [y / whole, (y + height) / whole]";
    browser.wait_until("the window's place", || {
        let part = browser.script(part);
        let [from, to] = [0, 1].map(|at| part[at].as_f64().unwrap_or_default());
        from > 0.4 && from < 0.65 && to > from && to < 1.01
    });
}

#[test]
fn what_moved_and_what_also_matches_is_a_way_there() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto(&lisbon());
    browser.wait_for(".compared-row");
    browser.wait_gone(".compared-chunk.is-waiting");
    let ways = browser
        .script("return [...document.querySelectorAll('[data-to]')].map((it) => +it.dataset.to)");
    let ways: Vec<i64> = ways.as_array().into_iter().flatten().filter_map(Value::as_i64).collect();
    for (at, to) in ways.iter().enumerate() {
        browser.script(&format!("document.querySelectorAll('[data-to]')[{at}].click()"));
        browser.wait_until(&format!("row {to}"), || focused(&browser) == *to);
    }
    // A passage that answers another says so, and not that it has no match.
    let wrong = "return [...document.querySelectorAll('.compared-row-lone.is-further')]
        .filter((it) => it.innerText.includes('no match')).length";
    assert_eq!(browser.script(wrong), json!(0));
}

#[test]
fn a_phone_shows_either_text_or_both_and_never_scrolls_sideways() {
    let site = Site::serve();
    let browser = Browser::start_with(&site, Look { width: 320, ..Look::phone() });
    for mode in ["", "?mode=inline", "?mode=differences"] {
        browser.goto(&format!("{}{mode}", lisbon()));
        browser.wait_for(".compared-row");
        browser.wait_gone(".compared-chunk.is-waiting");
        browser.check_fits();
    }
    browser.goto(&lisbon());
    browser.wait_for(".comparison-tabs");
    let outlets = || {
        let mut outlets = browser.texts(".compared-passage-outlet");
        outlets.sort();
        outlets.dedup();
        outlets
    };
    browser.wait_until("both", || outlets() == ["DW", "RT"]);
    browser.click_text(".comparison-tabs button", "RT");
    browser.wait_until("RT alone", || outlets() == ["RT"]);
    browser.click_text(".comparison-tabs button", "Both");
    browser.wait_until("both again", || outlets() == ["DW", "RT"]);
    let small =
        "return [...document.querySelectorAll('.comparison-tabs button, .comparison-steps button')]
        .filter((it) => it.getBoundingClientRect().height < 44).length";
    assert_eq!(browser.script(small), json!(0), "touch targets");
    // Folds are counted when all of them are drawn.
    browser.wait_gone(".compared-chunk.is-waiting");
    if browser.count(".compared-fold") > 0 {
        let folds = browser.count(".compared-fold");
        browser.click(".compared-fold button");
        browser.wait_until("one fold less", || browser.count(".compared-fold") == folds - 1);
    }
}

#[test]
fn three_reports_stand_side_by_side_where_there_is_room() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto(&format!("#/compare/{DW},{RT},{EARLIER}"));
    browser.wait_for(".columns-3 .compared-row.is-pair");
    assert_eq!(browser.count(".compared-head-side"), 3);
    let sides = "return [...document.querySelectorAll('.compared-row.is-pair')]
        .every((row) => row.querySelectorAll('.compared-row-side').length === 3)";
    assert_eq!(browser.script(sides), json!(true));
    browser.check_fits();

    browser.set_look(Look { width: 1000, ..Look::default() });
    browser.wait_for(".columns-2 .compared-row");
    let second = ".compared-head-side:nth-child(2) .compared-head-title";
    let before = browser.text(second);
    let tab = ".comparison-tabs button[aria-pressed=false]";
    browser.click(tab);
    browser.wait_until("the other report", || browser.text(second) != before);

    browser.click_text(".article-picker-button", "Remove");
    browser
        .wait_until("two are left", || !browser.hash().contains(&format!("{DW},{RT},{EARLIER}")));
    browser.goto(&format!("#/compare/{DW},{RT},{EARLIER},{DW},{RT}"));
    browser.wait_for_text(".notice", "Four reports fit side by side");
}

#[test]
fn what_one_report_alone_carries_is_listed_and_opens_its_words() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto(&format!("{}?mode=only", lisbon()));
    browser.wait_for(".only-here");
    let columns = browser.texts(".only-here-column");
    assert_eq!(columns.len(), 2);
    let [dw, rt] = [&columns[0], &columns[1]];
    let only = |text: &str| text.split("Not found in").next().unwrap_or_default().to_owned();
    assert!(only(dw).contains("Angela Merkel") && !only(rt).contains("Angela Merkel"), "{dw}");
    assert!(only(rt).contains("Jeremy Corbyn") && !only(dw).contains("Jeremy Corbyn"), "{rt}");
    browser.click_text(".only-here-column a", "Angela Merkel");
    // What she is quoted with.
    browser.wait_for("#here");
    assert!(browser.hash().contains("show=received"), "{}", browser.hash());
    browser.back();
    browser.wait_for(".only-here");
    assert!(browser.count(".common-core li") > 0, "both carry some statements");
}
