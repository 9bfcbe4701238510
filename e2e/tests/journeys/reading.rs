//! Reading: from a quote to its article, to the words as received, and two reports side by side.

use parallax_e2e::{Browser, Look, Site};
use serde_json::Value;

const LISBON_DW: &str = "dw-2010-11-20-nato-and-russia-seek-to-bury-past-differences";
const LISBON_RT: &str = "rt-2010-11-22-nato-rolls-out-red-carpet-for-russia";

/// The words that the address points to: those with the id, and what belongs to them.
fn pointed(browser: &Browser) -> String {
    let script =
        "return [...document.querySelectorAll('.quoted.is-open, .received-stretch.is-here')]
        .map((e) => e.innerText).join('')";
    browser.script(script).as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_quote_leads_to_its_article_and_to_the_words_as_received() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    let words = "We have overcome the difficulties of the past";
    browser.goto("#/browse?u=quote&outlet=DW&speaker=Dmitry+Medvedev&kind=direct");
    browser.wait_for_text(".results .quoted-words", words);
    let list = browser.hash();

    browser.click_text(".quote-card-links a", "In the article");
    browser.wait_until("the article", || browser.hash().starts_with("#/article/"));
    browser.wait_until("the quote, open", || pointed(&browser).contains(words));
    let seen = "const box = document.getElementById('here').getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight";
    browser.wait_until("the quote in sight", || browser.script(seen) == true);
    let article = browser.hash();

    browser.click_text("main a", "received");
    browser.wait_until("as received", || browser.hash().contains("show=received"));
    browser.wait_until("the same words", || pointed(&browser).contains(words));
    let whole = "return document.querySelector('.received-text').textContent";
    let received = browser.script(whole);
    let received = received.as_str().unwrap_or_default();
    assert!(received.contains(&format!("\"{words},\" said Medvedev following consultations")));
    assert!(received.contains("6. Choose from 30 Languages"), "nothing is cut away");

    browser.back();
    browser.wait_until("the article again", || browser.hash() == article);
    browser.wait_until("the quote, open", || pointed(&browser).contains(words));
    browser.back();
    browser.wait_until("the list again", || browser.hash() == list);
    browser.wait_for_text(".results .quoted-words", words);
}

/// The pairs that are shown: the words of both sides, and the marked words of both.
fn pairs(browser: &Browser) -> Vec<[String; 4]> {
    let script = "return [...document.querySelectorAll('.compared-row.is-pair')].map((row) => {
        const sides = [...row.querySelectorAll('.compared-row-side')];
        const marked = (side) => [...side.querySelectorAll('ins')].map((e) => e.innerText).join('|');
        return [...sides.map((side) => side.innerText), ...sides.map(marked)];
    })";
    let rows = browser.script(script);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let rows = rows.as_array().map(Vec::as_slice).unwrap_or_default();
    rows.iter().map(|row| [0, 1, 2, 3].map(|at| text(&row[at]))).collect()
}

#[test]
fn two_wordings_of_one_utterance_stand_opposite_each_other() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("#/browse?event=Lisbon%2C+20+November+2010");
    browser.click_text(".results a", "Compare with");
    browser.wait_for(".compared-row.is-pair");
    let pairs = pairs(&browser);
    let with = |words: &str| {
        let both = |pair: &&[String; 4]| pair[0].contains(words) && pair[1].contains(words);
        pairs.iter().find(both).unwrap_or_else(|| panic!("no pair with {words:?}: {pairs:#?}"))
    };
    let fresh = with("fresh start in NATO-Russia relations");
    assert!([&fresh[2], &fresh[3]].iter().any(|marked| marked.contains("true")), "{fresh:?}");
    let past = with("overcome the difficulties of the past");
    assert!(past[2..].iter().all(|marked| !marked.contains("overcome")), "{past:?}");
    assert!(past[2..].iter().any(|marked| marked.contains("It means")), "{past:?}");

    browser.back();
    browser.wait_for(".results");
    assert!(browser.hash().starts_with("#/browse?event="));
}

#[test]
fn a_quote_leads_into_the_comparison_and_its_words_open_as_received() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto(&format!("#/article/{LISBON_DW}"));
    browser.click_text(".reading-text a.quoted", "Today marks a fresh start");
    browser.wait_for("#here");
    browser.click_text(".quote-note a", "Compare here");
    browser.wait_until("the comparison", || {
        browser.hash().starts_with(&format!("#/compare/{LISBON_DW},{LISBON_RT}?at="))
    });
    browser.wait_for_text("#here", "Today marks a true fresh start");
    let link = "return [...document.querySelectorAll('.compared-passage-words')]
        .find((e) => e.innerText.includes('Today marks a true fresh start'))
        .querySelector('a').getAttribute('href')";
    let link = browser.script(link);
    browser.goto(link.as_str().unwrap_or_default());
    browser.wait_for("#here");
    let start = "“Today marks a true fresh start in NATO-Russia relations,”";
    browser.wait_until("the passage", || {
        let marked = "return [...document.querySelectorAll('.received-stretch.is-here')].map((e) => e.textContent)
            .join('')";
        browser.script(marked).as_str().is_some_and(|marked| marked.starts_with(start))
    });
}

#[test]
fn escape_closes_a_note_and_the_focus_is_at_its_words() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    let article = format!("#/article/{LISBON_DW}");
    browser.goto(&article);
    let focused = "return document.activeElement.innerText";
    for from in ["a.quoted.is-open", ".quote-note-links a"] {
        browser.click_text(".reading-text a.quoted", "Today marks a fresh start");
        browser.wait_for(".quote-note");
        browser.script(&format!("document.querySelector('{from}').focus()"));
        browser.press("Escape");
        browser.wait_gone(".quote-note");
        assert_eq!(browser.hash(), article);
        browser.wait_until("the focus at the words", || {
            let words = browser.script(focused);
            words.as_str().is_some_and(|words| words.contains("Today marks a fresh start"))
        });
    }
}

#[test]
fn a_quote_shows_its_other_wordings_and_they_open_as_received() {
    let site = Site::serve();
    let browser = Browser::start_with(&site, Look::phone());
    browser.goto(&format!("#/article/{LISBON_DW}"));
    browser.click_text(".reading-text a.quoted", "Today marks a fresh start");
    browser.click_text(".quote-note a", "This quote");
    browser.wait_for_text(".apparatus-text", "fresh start in NATO-Russia relations");
    assert!(browser.hash().starts_with(&format!("#/quote/{LISBON_DW}/")));
    browser.wait_for_text(".apparatus-notes li", "with “true”");
    let outlets = browser.texts(".apparatus-witnesses .apparatus-outlet");
    assert_eq!(outlets, ["DW", "RT"]);
    assert_eq!(browser.texts(".ladder h4"), ["Direct", "Partial", "Reported", "Without a source"]);
    browser.check_fits();

    browser.click_text(".apparatus-notes a", "true");
    browser.wait_for("#here");
    assert!(browser.hash().starts_with(&format!("#/article/{LISBON_RT}?show=received&span=")));
    browser.wait_until("the word as received", || pointed(&browser) == "true");
}

#[test]
fn a_card_unfolds_what_other_reports_have_of_its_words() {
    let site = Site::serve();
    for look in [Look::default(), Look::phone()] {
        let browser = Browser::start_with(&site, look);
        browser.goto("#/browse?u=quote&outlet=DW&q=%22marks+a+fresh+start%22");
        let button = ".quote-card-wordings > button";
        browser.wait_for_text(button, "In 1 other report");
        browser.script(&format!("document.querySelector('{button}').focus()"));
        browser.press("Enter");
        browser.wait_for_text(".wordings ins", "true");
        assert_eq!(browser.count(&format!("{button}[aria-expanded=true]")), 1);
        browser.wait_for_text(".wordings blockquote", "Today marks a true fresh start");
        browser.check_fits();
        browser.press("Enter");
        browser.wait_gone(".wordings");
        browser.press("Enter");
        browser.click_text(".wordings a", "In that article");
        browser.wait_for_hash(&format!("#/article/{LISBON_RT}?at="));
        browser.wait_until("the words", || pointed(&browser).contains("true fresh start"));
    }
}
