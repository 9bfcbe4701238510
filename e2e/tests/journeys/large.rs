//! Thousands of articles: fetched beside the page with a bar, listed as far as a reader looks, and refused
//! in plain words when they do not come whole. The page is the built one; only its pack is another.

use std::{sync::OnceLock, time::Instant};

use parallax_e2e::{Browser, Look, Site};
use serde_json::{Value, json};

/// How many articles.
const ARTICLES: usize = 3_000;

/// A pack of articles made by chance, always the same ones: longer than a page may embed.
fn pack() -> &'static [u8] {
    static PACK: OnceLock<Vec<u8>> = OnceLock::new();
    PACK.get_or_init(|| {
        let built = parallax_engine::build(&parallax_scan::documents(ARTICLES, 41));
        let pack = built.map(|built| built.pack).unwrap_or_default();
        assert!(pack.len() > 1 << 20, "{} bytes would be embedded", pack.len());
        pack
    })
}

/// Lets so many bytes a second come in, or as many as there are.
fn throttle(browser: &Browser, bytes: Option<u32>) {
    browser.devtools("Network.enable", &json!({}));
    let conditions = json!({
        "offline": false, "latency": 0, "uploadThroughput": -1,
        "downloadThroughput": bytes.map_or(-1, i64::from),
    });
    browser.devtools("Network.emulateNetworkConditions", &conditions);
}

/// How far the bar is, and of how much.
fn bar(browser: &Browser) -> Option<(f64, f64)> {
    let bar = browser.script(
        "const bar = document.querySelector('progress'); return bar && [bar.value, bar.max]",
    );
    Some((bar[0].as_f64()?, bar[1].as_f64()?))
}

#[test]
fn a_bar_tells_how_far_the_articles_have_come_and_all_is_kept() {
    let mut site = Site::serve_with_pack(pack());
    let browser = Browser::start(&site);
    throttle(&browser, Some(1_000_000));
    browser.open_any(&site.at("#/browse"));
    let mut seen: Vec<f64> = Vec::new();
    let start = Instant::now();
    while browser.count("#boot") > 0 && start.elapsed().as_secs() < 20 {
        if let Some((value, of)) = bar(&browser) {
            assert_eq!(of, pack().len() as f64);
            seen.push(value);
        }
    }
    assert!(seen.is_sorted(), "{seen:?}");
    seen.dedup();
    assert!(seen.len() > 3, "the bar moves: {seen:?}");
    throttle(&browser, None);
    browser.wait_for_text(".result-bar-count", "3,000 articles");
    browser.wait_until_kept();
    let fetched = site.requests().into_iter().filter(|request| request.ends_with(".bin")).count();
    assert_eq!(fetched, 2, "once for the page and once to keep it");
    site.stop();
    browser.reload();
    browser.wait_for_text(".result-bar-count", "3,000 articles");
    assert_eq!(browser.console_errors(), Vec::<String>::new());
    assert_eq!(browser.foreign_requests(&site), Vec::<String>::new());
}

fn rows(browser: &Browser) -> usize {
    browser.count(".results > li > article")
}

/// The first entry of a list, where it is drawn.
const FIRST_ROW: &str = ".results > li:first-child > article";

/// Scrolls to the end of what is there, until the page is so high, in CSS pixels.
fn scroll_to(browser: &Browser, wanted: f64) {
    browser.wait_until(&format!("{wanted} pixels"), || {
        browser.script("scrollTo(0, document.documentElement.scrollHeight)");
        browser.script("return scrollY").as_f64().is_some_and(|scrolled| scrolled >= wanted)
    });
}

#[test]
fn a_long_list_is_drawn_where_it_is_looked_at() {
    let site = Site::serve_with_pack(pack());
    let browser = Browser::start(&site);
    browser.goto("#/browse?q=harbour&u=quote");
    browser.wait_for(".results .quoted-words");
    browser.wait_gone(".results[aria-busy]");
    let first = rows(&browser);
    assert!((12..=60).contains(&first), "{first} of some thousand are drawn");
    scroll_to(&browser, 60_000.0);
    browser.wait_gone(".results[aria-busy]");
    assert!(rows(&browser) < 120, "{} rows: no more than a reader sees", rows(&browser));
    let height = "return document.querySelector('.results').getBoundingClientRect().height";
    let high = browser.script(height).as_f64().unwrap();
    assert!(high > 60_000.0, "{high}: what is left behind keeps its place");
    let names = "return [...document.querySelectorAll('.results > li > [data-quote]')]
        .map((row) => row.querySelector('a.open-alone').getAttribute('href'))";
    let listed = browser.script(names);
    let mut once: Vec<_> = listed.as_array().into_iter().flatten().map(Value::to_string).collect();
    let all = once.len();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), all, "nothing is listed twice");

    let seen = "const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
        return middle.closest('li')?.querySelector('a.open-alone')?.getAttribute('href')";
    browser.script("scrollTo(0, 20000)");
    browser.wait_until("a quote where there was a gap", || browser.script(seen).is_string());
    browser.wait_gone(".results[aria-busy]");
    let before = browser.script(seen);
    let open = "document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('li')
        .querySelector('.quote-card-links a').click()";
    browser.script(open);
    browser.wait_for(".reading-text");
    browser.back();
    browser.wait_for(".results");
    browser.wait_until("the same quote in sight", || browser.script(seen) == before);
    assert!(rows(&browser) < 120, "{} rows: not all before it", rows(&browser));

    // Another list is read from its beginning, with what stands above it; Back leads to where the reader was.
    let value = ".facet-panel [data-facet=outlet] [data-value] a";
    browser.script(&format!("document.querySelector('{value}').click()"));
    browser.wait_for_hash("outlet=");
    let bar =
        "const { top, bottom } = document.querySelector('.result-bar').getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight / 2";
    browser.wait_until("the beginning of the list", || browser.script(bar) == true);
    browser.back();
    browser.wait_until("the same quote once more", || browser.script(seen) == before);

    browser.script("scrollTo(0, 0)");
    let drawn = format!("return document.querySelector('{FIRST_ROW}')?.textContent.length > 0");
    browser.wait_until("the first row again", || browser.script(&drawn) == true);
}

#[test]
fn a_long_facet_is_shown_some_values_at_a_time() {
    let site = Site::serve_with_pack(pack());
    let browser = Browser::start_with(&site, Look::phone());
    browser.goto("#/browse");
    browser.wait_gone(".results[aria-busy]");
    browser.click(".facet-panel-toggle");
    let values = || browser.count("[data-facet=event] .facet-value");
    browser.wait_for("[data-facet=event] .facet-value");
    assert_eq!(values(), 8);
    browser.click("[data-facet=event] .facet-group-more");
    browser.wait_until("fifty more", || values() == 58);
    browser.click_text("[data-facet=event] .facet-group-more", "Show fewer");
    browser.wait_until("the first", || values() == 8);
    let count = browser.text("[data-facet=event] .facet-value-count");
    browser.click("[data-facet=event] .facet-value-only");
    browser.wait_until("its articles", || rows(&browser).to_string() == count);
}

#[test]
fn a_pack_that_does_not_come_whole_is_refused_and_can_be_tried_again() {
    let site = Site::serve_with_pack(pack());
    let changed = |at: usize| {
        let mut pack = pack().to_vec();
        pack[at] ^= 1;
        pack
    };
    let (damaged, other) = (changed(pack().len() - 9), changed(4));
    let short = &pack()[..pack().len() / 2];
    let cases: [(Option<&[u8]>, &str); 6] = [
        (None, "the server answers with 404"),
        (Some(b""), "this is not a Parallax pack"),
        (Some(b"<!doctype html><title>Please log in</title>"), "this is not a Parallax pack"),
        (Some(&other), "the pack has version"),
        (Some(short), "the pack is cut short"),
        (Some(&damaged), "the pack is damaged"),
    ];
    for (bytes, said) in cases {
        site.change_pack(bytes);
        // Without what is kept, as in a first visit.
        let fresh = Browser::start(&site);
        fresh.goto("#/browse?q=harbour");
        fresh.wait_for_text("#boot [role=alert]", said);
        site.change_pack(Some(pack()));
        fresh.click("#boot button");
        fresh.wait_for("mark");
        assert_eq!(fresh.hash(), "#/browse?q=harbour");
    }
}

/// Breaks the connection that the pack comes through after its first bytes, until it is mended.
const BREAK: &str = "const whole = fetch;
    window.fetch = async (address, how) => {
        const answer = await whole(address, how);
        if (window.mended || !String(address).endsWith('.bin')) return answer;
        const reader = answer.body.getReader();
        let pieces = 0;
        const pull = async (stream) => {
            const { value } = await reader.read();
            if (pieces++) stream.error(new TypeError('broken'));
            else stream.enqueue(value);
        };
        return new Response(new ReadableStream({ pull }));
    }";

#[test]
fn a_connection_that_breaks_is_told_and_can_be_tried_again() {
    let mut site = Site::serve_with_pack(pack());
    let browser = Browser::start(&site);
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": BREAK }));
    browser.goto("#/browse");
    browser.wait_for_text("#boot [role=alert]", "the connection broke after");
    browser.script("window.mended = true");
    site.stop();
    browser.click("#boot button");
    browser.wait_for_text("#boot [role=alert]", "the server cannot be reached");
    site.start_again();
    browser.click("#boot button");
    browser.wait_for(".results");
}

/// Holds the pack back before its last thousand bytes, until it is let go.
const HOLD: &str = "const whole = fetch;
    window.fetch = async (address, how) => {
        const answer = await whole(address, how);
        if (!String(address).endsWith('.bin')) return answer;
        const bytes = new Uint8Array(await answer.arrayBuffer());
        let at = 0;
        const pull = async (stream) => {
            while (at + 1000 >= bytes.length && !window.letGo) await new Promise((go) => setTimeout(go, 20));
            const end = Math.min(at + 65536, window.letGo ? bytes.length : bytes.length - 1000);
            at < bytes.length ? stream.enqueue(bytes.slice(at, end)) : stream.close();
            at = end;
        };
        return new Response(new ReadableStream({ pull }));
    }";

/// The same pack with the places of all words, as those of much text have them.
fn pack_with_places() -> Vec<u8> {
    parallax_engine::with_places(pack()).unwrap_or_default()
}

#[test]
fn what_is_counted_answers_before_the_articles_have_come() {
    let site = Site::serve_with_pack(&pack_with_places());
    let browser = Browser::start(&site);
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": HOLD }));
    browser.open_any(&site.at("#/browse"));
    browser.wait_for("#boot progress");
    // The frame is that of the built page's own articles; its links lead to such addresses.
    browser.script("location.hash = '#/browse?q=harbour'");
    browser.wait_for_text(".browse-list .notice", "still coming in");
    assert_eq!(rows(&browser), 0, "no result without its words");
    browser.wait_for("body > #boot-state progress");
    let counted = browser.text(".result-bar-count");
    browser.script("location.hash = '#/about'");
    browser.wait_for_text("main .notice", "as soon as all articles have come");
    browser.back();
    browser.wait_for_text(".browse-list .notice", "still coming in");
    browser.script("window.letGo = true");
    browser.wait_for(".results > li");
    browser.wait_gone("#boot-state");
    assert_eq!(browser.count(".browse-list .notice"), 0);
    assert_eq!(browser.text(".result-bar-count"), counted);
    browser.wait_until_kept();
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn articles_that_do_not_come_whole_behind_an_answer_are_told_over_it() {
    let (site, mut damaged) = (Site::serve_with_pack(pack()), pack_with_places());
    let last = damaged.len() - 9;
    damaged[last] ^= 1;
    site.change_pack(Some(&damaged));
    let browser = Browser::start(&site);
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": HOLD }));
    browser.goto("#/browse?q=harbour");
    browser.wait_for(".browse-list .notice");
    browser.script("window.letGo = true");
    browser.wait_for_text("#boot-state [role=alert]", "the pack is damaged");
    site.change_pack(Some(&pack_with_places()));
    browser.click("#boot-state button");
    browser.wait_for("mark");
    browser.wait_gone("#boot-state");
}

/// A pack of two reports of a thousand sentences, one of which retells the other, and their names.
fn long_reports() -> (Vec<u8>, [String; 2]) {
    let case = parallax_scan::long_case(1_000, 5);
    let names = [case.report.id.clone(), case.retold.id.clone()];
    let built = parallax_engine::build(&[case.report, case.retold]);
    (built.map(|built| built.pack).unwrap_or_default(), names)
}

#[test]
fn a_thousand_passages_are_drawn_where_the_window_is() {
    let (pack, [left, right]) = long_reports();
    let site = Site::serve_with_pack(&pack);
    let browser = Browser::start(&site);
    browser.goto(&format!("#/compare/{left},{right}"));
    browser.wait_for(".compared-row");
    let waiting = browser.count(".compared-chunk.is-waiting");
    assert!(waiting > 100, "{waiting} wait: not all is drawn at once");
    let end = "document.querySelector('.comparison-map').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'End', bubbles: true, cancelable: true }))";
    browser.script(end);
    let last = "const rows = [...document.querySelectorAll('[data-row]')];
        const box = rows[rows.length - 1].getBoundingClientRect();
        return box.top < innerHeight && box.bottom > 0";
    browser.wait_until("the end", || browser.script(last) == true);
    let left = || browser.count(".compared-chunk.is-waiting");
    let before = left();
    browser.wait_until("more, in a while", || left() < before || before == 0);
}
