//! People, events, and words in their context: from a quote to who said it, to the words that say so, and back.

use parallax_e2e::{Browser, Look, Site};

const LISBON: &str = "#/event/Lisbon%2C%2020%20November%202010";

/// Where links lead, and the last number that each shows or has beside it.
fn numbers(browser: &Browser, css: &str) -> Vec<(String, usize)> {
    let script = format!(
        "return [...document.querySelectorAll('{css}')]
            .map((link) => [
                link.getAttribute('href'),
                Number((link.closest('.shares-row') || link).innerText.match(/(\\d+)\\D*$/)[1]),
            ])"
    );
    let links = browser.script(&script);
    let links = links.as_array().cloned().unwrap_or_default();
    let link = |link: &serde_json::Value| {
        let count = link[1].as_u64().unwrap_or_default();
        (link[0].as_str().unwrap_or_default().to_owned(), count as usize)
    };
    links.iter().map(link).collect()
}

#[test]
fn a_quote_leads_to_the_person_and_a_role_to_its_words() {
    let site = Site::serve();
    for look in [Look::default(), Look::phone()] {
        let browser = Browser::start_with(&site, look);
        browser.goto("#/browse?u=quote&q=overcome");
        browser.click_text(".results .who-speaker a", "Dmitry Medvedev");
        browser.wait_for_text("main h1", "Dmitry Medvedev");
        assert_eq!(browser.hash(), "#/person/Dmitry%20Medvedev");
        assert_eq!(browser.script("return document.title"), "Person: Dmitry Medvedev · Parallax");
        browser.check_fits();

        browser.click(".given .places-numbers a");
        browser.wait_for("#here");
        let role = "return [...document.querySelectorAll('.received-stretch.is-here')]
            .map((e) => e.textContent).join('')";
        browser.wait_until("the role as received", || {
            browser.script(role).as_str().is_some_and(|words| words.contains("President"))
        });
        browser.back();
        browser.wait_for(".person-page");
        for (href, count) in numbers(&browser, ".shares-row a, .person-page-counts a") {
            browser.goto("#/about");
            browser.goto(&href);
            browser.wait_for(".result-bar-count");
            let told = browser.text(".result-bar-count");
            assert!(count == 0 || told.starts_with(&format!("{count} ")), "{href}: {told}");
        }
        assert_eq!(browser.console_errors(), Vec::<String>::new());
    }
}

#[test]
fn every_number_of_an_event_is_what_it_leads_to() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("");
    browser.click_text(".front-events h2 a", "Lisbon");
    browser.wait_for(".quote-matrix");
    assert_eq!(browser.hash(), LISBON);
    let cells = numbers(&browser, ".quote-matrix td a");
    assert!(cells.len() > 12, "{cells:?}");
    for (href, count) in cells {
        browser.goto(LISBON);
        browser.wait_for(".quote-matrix");
        browser.script(&format!(
            "[...document.querySelectorAll('.quote-matrix a')]
                .find((link) => link.getAttribute('href') === {href:?}).click()"
        ));
        browser.wait_until(&format!("{count} results at {href}"), || {
            browser.hash() == href && browser.count(".results > li") == count
        });
    }
}

#[test]
fn an_event_tells_its_reports_apart_on_any_screen() {
    let site = Site::serve();
    let browser = Browser::start_with(&site, Look { width: 320, ..Look::phone() });
    browser.goto(LISBON);
    browser.wait_for_text(".event-word-word", "said");
    browser.check_fits();
    browser.click(".event-word .places-numbers a");
    browser.wait_for("#here");
    browser.back();
    browser.click_text(".event-reports-beside a", "What each alone carries");
    browser.wait_for(".only-here");
    assert!(browser.hash().contains("mode=only"));
    browser.goto("#/event/Lisbon");
    browser.click_text("main a", "Lisbon, 20 November 2010");
    browser.wait_until("the event", || browser.hash() == LISBON);
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

/// The words as lines are sorted by them: in small letters, without marks.
fn plain(words: &str) -> String {
    let words = words.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<String> = words.filter(|it| !it.is_empty()).map(str::to_lowercase).collect();
    words.join(" ")
}

#[test]
fn words_in_context_are_sorted_by_either_neighbour_and_heed_the_filters() {
    let site = Site::serve();
    for look in [Look::default(), Look::phone()] {
        let browser = Browser::start_with(&site, look);
        browser.goto("#/browse?q=fresh");
        browser.click_text(".display-switch a", "Words in context");
        browser.wait_for(".lines");
        assert_eq!(browser.hash(), "#/browse?q=fresh&lines=right");
        let words = |css: &str| -> Vec<String> {
            browser.texts(css).iter().map(|words| plain(words)).collect()
        };
        let right = words(".line-right");
        assert!(right.len() > 1 && right.is_sorted(), "{right:?}");
        assert!(browser.text(".lines-bar .result-bar-count").starts_with(&right.len().to_string()));
        browser.check_fits();

        browser.click_text(".lines-bar a", "By the word before");
        browser.wait_until("the other order", || browser.hash() == "#/browse?q=fresh&lines=left");
        let nearest = |line: &String| line.split_whitespace().last().unwrap_or_default().to_owned();
        browser.wait_until("lines by the word before", || {
            let last: Vec<_> = words(".line-left").iter().map(nearest).collect();
            last.len() == right.len() && last.is_sorted()
        });

        browser.goto("#/browse?outlet=RT&q=fresh&lines=left");
        browser.wait_until("the lines of one outlet", || {
            words(".line-source").iter().all(|outlet| outlet == "rt") && browser.count(".line") > 0
        });
        browser.click(".line-hit");
        browser.wait_for("#here");
        let here = "return document.querySelector('.received-stretch.is-here').textContent";
        assert_eq!(browser.script(here).as_str().map(str::to_lowercase).as_deref(), Some("fresh"));
    }
}
