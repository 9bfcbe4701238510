//! Pictures: each is a filter or a way to the words, gives what it tells, and can be had as a list.

use parallax_e2e::{Browser, Look, Site};
use serde_json::json;

/// Both windows that every picture must fit.
fn looks() -> [Look; 2] {
    [Look::default(), Look::phone()]
}

/// Opens the facets, where they wait behind a button.
fn open_facets(browser: &Browser) {
    browser.wait_for(".facet-panel");
    let click = "const toggle = document.querySelector('.facet-panel-toggle');
        if (toggle.offsetParent && toggle.getAttribute('aria-expanded') === 'false') toggle.click()";
    browser.script(click);
    browser.script("document.querySelector('.facet-panel-more > :first-child > [aria-expanded=false]')?.click()");
    browser.wait_until("the picture of days", || {
        browser.script(
            "return document.querySelector('.histogram')?.getBoundingClientRect().width > 100",
        ) == json!(true)
    });
}

/// Where a share of the picture's width is, in the window, once it is in sight.
fn point(browser: &Browser, part: f64) -> (f64, f64) {
    let script = format!(
        "const picture = document.querySelector('.histogram');
         picture.scrollIntoView({{ block: 'center', behavior: 'instant' }});
         const place = picture.getBoundingClientRect();
         return [place.left + {part} * place.width, place.top + place.height / 2]"
    );
    let place = browser.script(&script);
    (place[0].as_f64().unwrap_or_default(), place[1].as_f64().unwrap_or_default())
}

fn mouse(browser: &Browser, kind: &str, (x, y): (f64, f64)) {
    let buttons = i32::from(kind != "mouseReleased");
    let event = json!({
        "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1,
    });
    browser.devtools("Input.dispatchMouseEvent", &event);
}

fn total(browser: &Browser) -> String {
    let text = browser.text(".result-bar-count");
    text.split(' ').next().unwrap_or_default().to_owned()
}

#[test]
fn every_bar_gives_what_it_tells() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    for start in ["#/browse?u=quote", "#/browse?time=event"] {
        browser.goto(start);
        open_facets(&browser);
        let bars = browser.script(
            "return [...document.querySelectorAll('.histogram-bar')].map((bar) => [
                bar.getAttribute('href'), bar.getAttribute('aria-label').match(/: ([0-9,]+) /)[1]])",
        );
        let bars = bars.as_array().cloned().unwrap_or_default();
        assert!(bars.len() > 5, "{bars:?}");
        for bar in bars {
            let (href, count) =
                (bar[0].as_str().unwrap_or_default(), bar[1].as_str().unwrap_or_default());
            browser.goto(href);
            browser.wait_until(&format!("{count} results at {href}"), || total(&browser) == count);
        }
    }
}

#[test]
fn days_are_chosen_by_drawing_by_keys_and_by_typing() {
    let site = Site::serve();
    for look in looks() {
        let browser = Browser::start_with(&site, look);
        browser.goto("#/browse?u=quote");
        open_facets(&browser);
        browser.check_fits();
        mouse(&browser, "mousePressed", point(&browser, 0.97));
        for part in [0.9, 0.8, 0.7, 0.6, 0.5] {
            mouse(&browser, "mouseMoved", point(&browser, part));
        }
        mouse(&browser, "mouseReleased", point(&browser, 0.5));
        browser.wait_for_hash("date=2010-0");
        browser.wait_for_hash("..2010-11");
        browser.wait_for(".histogram-band");
        let drawn = browser.hash();
        browser.script("document.querySelector('[data-end=first]').focus()");
        browser.press("ArrowRight");
        browser.wait_until("the band to move", || browser.hash() != drawn);
        browser.back();
        browser.wait_until("the step before", || browser.hash() == "#/browse?u=quote");
        browser.script(
            "const from = document.querySelector('.date-facet-fields input');
             from.value = '2010-11-21';
             from.dispatchEvent(new Event('change', { bubbles: true }))",
        );
        browser.wait_for_hash("date=2010-11-21..");
        browser.wait_until("fewer quotes", || total(&browser) != "41");
        browser.script("document.querySelector('.date-facet-fields button').click()");
        browser.wait_until("any day", || browser.hash() == "#/browse?u=quote");
    }
}

#[test]
fn a_timeline_leads_to_what_was_said_and_published() {
    let site = Site::serve();
    for look in looks() {
        let browser = Browser::start_with(&site, look);
        browser.goto("#/browse");
        browser.wait_for(".results");
        browser.click_text(".display-switch a", "Timeline");
        browser.wait_for_hash("show=timeline");
        browser.wait_for(".timeline svg a");
        browser.check_fits();
        let marks = browser.count(".timeline svg a");
        assert!(marks > 20, "{marks}");
        assert_eq!(browser.count(".timeline tbody tr"), marks, "the same as a table");
        browser.script(
            "document.querySelector('.timeline svg a').dispatchEvent(
            new MouseEvent('click', { bubbles: true, cancelable: true }))",
        );
        browser.wait_for_hash("#/quote/");
        browser.back();
        browser.wait_for(".timeline svg a");
        assert_eq!(browser.console_errors(), Vec::<String>::new());
    }
}

#[test]
fn marks_lead_to_where_the_words_stand() {
    let site = Site::serve();
    for look in looks() {
        let browser = Browser::start_with(&site, look);
        browser.goto("#/browse?q=partners");
        browser.wait_for(".hit-strip a");
        browser.check_fits();
        browser.script(
            "document.querySelector('.hit-strip a').dispatchEvent(
            new MouseEvent('click', { bubbles: true, cancelable: true }))",
        );
        browser.wait_for_hash("show=received&span=");
        browser.wait_for("#here");
        assert!(browser.text("#here").to_lowercase().contains("partner"));
    }
}

#[test]
fn an_article_tells_which_passages_others_share() {
    let site = Site::serve();
    for look in looks() {
        let browser = Browser::start_with(&site, look);
        browser.goto("#/article/dw-2010-11-20-nato-and-russia-seek-to-bury-past-differences");
        browser.wait_for(".echo-strip a");
        browser.check_fits();
        let pieces = browser.count(".echo-strip svg a");
        assert!(pieces > 8, "{pieces}");
        assert_eq!(browser.count(".echo-strip-list li"), pieces);
        browser.script(
            "document.querySelector('.echo-strip .is-shared').closest('a').dispatchEvent(
            new MouseEvent('click', { bubbles: true, cancelable: true }))",
        );
        browser.wait_for_hash("#/compare/");
        browser.wait_for_hash("span=");
        browser.wait_for("#here");
    }
}
