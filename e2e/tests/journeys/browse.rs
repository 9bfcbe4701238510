//! Narrowing the corpus: facets, counts, search, links and Back.

use parallax_e2e::{Browser, Site};
use serde_json::Value;

/// The quoted words of the results, as they are shown once all are.
fn quotes(browser: &Browser) -> Vec<String> {
    browser.wait_gone(".results[aria-busy]");
    browser.texts(".results .quoted-words")
}

fn choose(browser: &Browser, facet: &str, value: &str) {
    browser.click(&format!("[data-facet={facet}] [data-value=\"{value}\"] a"));
}

#[test]
fn a_filtered_view_is_a_link_that_gives_the_same_quotes_anywhere() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("#/browse?u=quote");
    choose(&browser, "outlet", "RT");
    browser.wait_for_hash("outlet=RT");
    choose(&browser, "speaker", "Dmitry Medvedev");
    browser.wait_for_hash("speaker=Dmitry+Medvedev");
    choose(&browser, "kind", "direct");
    browser.wait_for_hash("kind=direct");
    browser.wait_until("three quotes", || quotes(&browser).len() == 3);
    let (found, address) = (quotes(&browser), browser.address());
    assert!(found.iter().any(|quote| quote.contains("we have overcome the difficulties")));
    drop(browser);

    let elsewhere = Browser::start(&site);
    elsewhere.open(&address);
    elsewhere.wait_for(".results");
    assert_eq!(quotes(&elsewhere), found);
    assert_eq!(elsewhere.foreign_requests(&site), Vec::<String>::new());
}

#[test]
fn back_takes_one_step_at_a_time_and_reload_none() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("#/browse?u=quote");
    browser.wait_for(".results");
    let mut steps = vec![(browser.hash(), quotes(&browser))];
    for (facet, value) in [("outlet", "DW"), ("speaker", "Barack Obama"), ("kind", "direct")] {
        choose(&browser, facet, value);
        browser.wait_for_hash(&format!("{facet}="));
        steps.push((browser.hash(), quotes(&browser)));
    }
    browser.reload();
    browser.wait_for(".results");
    let (hash, shown) = steps.pop().unwrap_or_default();
    assert_eq!((browser.hash(), quotes(&browser)), (hash, shown));
    while let Some((hash, shown)) = steps.pop() {
        browser.back();
        browser.wait_until(&format!("{hash} again"), || browser.hash() == hash);
        browser.wait_until("its quotes", || quotes(&browser) == shown);
    }
}

#[test]
fn every_count_is_what_the_click_gives() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("#/browse?u=quote&outlet=RT");
    browser.wait_for(".facet-value");
    let script = "return [...document.querySelectorAll('.facet-value')].map((value) => [
        value.querySelector('a').getAttribute('href'),
        Number(value.querySelector('.facet-value-count').innerText),
    ])";
    let values = browser.script(script);
    let values = values.as_array().map(Vec::as_slice).unwrap_or_default();
    assert!(values.len() > 15, "the facets are there: {values:?}");
    let of_rt: usize = browser.text("[data-value=RT] .facet-value-count").parse().unwrap_or(0);
    assert!(of_rt > 0);
    for value in values {
        let (href, count) = (value[0].as_str().unwrap_or_default(), value[1].as_u64());
        // Each from the same view, by a click as a reader's.
        browser.goto("#/browse?u=quote&outlet=RT");
        browser.wait_until("the starting view", || browser.count(".results > li") == of_rt);
        browser.script(&format!(
            "[...document.querySelectorAll('.facet-value a')]
                .find((link) => link.getAttribute('href') === {href:?}).click()"
        ));
        browser.wait_until(&format!("{href} in the address"), || browser.hash() == href);
        browser.wait_until(&format!("{count:?} results at {href}"), || {
            Some(browser.count(".results > li") as u64) == count
        });
    }
}

#[test]
fn typing_narrows_at_once_and_marks_what_was_typed() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("#/browse?u=quote");
    browser.type_into("input[type=search]", "fresh start");
    browser.wait_until("the quotes with both words", || {
        let found = quotes(&browser);
        !found.is_empty() && found.iter().all(|quote| quote.contains("fresh start"))
    });
    browser.wait_for_hash("q=fresh+start");
    assert!(browser.texts("mark").contains(&"fresh start".to_owned()));
}

#[test]
fn a_search_may_be_misspelt_and_say_where_and_by_whom() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("#/browse?u=quote");
    browser.type_into("input[type=search]", "quote:relatoins~ speaker:rasmussen");
    browser.wait_until("Rasmussen's quotes with the word", || {
        let found = quotes(&browser);
        !found.is_empty() && found.iter().all(|quote| quote.contains("relations"))
    });
    assert!(browser.texts(".who-speaker").iter().all(|who| who.contains("Rasmussen")));
    assert!(browser.texts("mark").contains(&"relations".to_owned()));
}

#[test]
fn only_exact_forms_can_be_wanted_and_the_address_keeps_it() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("#/browse?u=quote&q=relation");
    let relations = || quotes(&browser).iter().any(|quote| quote.contains("relations"));
    browser.wait_until("the word in its other form", relations);
    browser.click(".search-box-exact input");
    browser.wait_for_hash("forms=exact");
    browser.wait_until("the other form to go", || !relations());
    browser.reload();
    browser.wait_for(".search-box-exact input:checked");
    assert!(!relations());
    browser.back();
    browser.wait_until("all forms again", relations);
}

#[test]
fn a_nonsense_address_shows_a_way_on() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    for hash in ["#/nonsense/here", "#%%%", "#/article/dw-2009-12-17-unfreezing", "#/quote/x/y"] {
        browser.goto("#/about");
        browser.goto(hash);
        browser.wait_for("main h1");
        browser.wait_for("main a[href='#/browse']");
        assert_eq!(browser.hash(), hash, "the address stays as it was asked for");
    }
    browser.goto("#/article/dw-2009-12-17-unfreezing");
    browser.click_text("main a", "Unfreezing relations");
    browser.wait_until("the article", || {
        browser.hash() == "#/article/dw-2009-12-17-unfreezing-relations"
    });
    assert_eq!(browser.console_errors(), Vec::<String>::new());
}

#[test]
fn anyone_can_see_how_long_things_take() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("#/browse");
    browser.wait_for(".results");
    choose(&browser, "outlet", "RT");
    browser.wait_for_hash("outlet=RT");
    for name in ["parallax.open", "parallax.answer", "parallax.update"] {
        let script = format!("return performance.getEntriesByName('{name}', 'measure').length");
        browser.wait_until(name, || browser.script(&script).as_u64() > Some(0));
    }
}

#[test]
fn a_page_that_stops_says_so_plainly() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("#/browse");
    browser.wait_for(".results");
    // What a broken browser or extension might do.
    browser.script("Node.prototype.insertBefore = () => { throw new Error('broken') }");
    let script = "document.querySelector('[data-facet=outlet] [data-value=RT] a').click()";
    assert_eq!(browser.script(script), Value::Null);
    browser.wait_for(".crash");
    let report = browser.script("return document.querySelector('.crash textarea').value");
    assert!(report.as_str().is_some_and(|report| report.contains("#/browse")), "{report}");
    browser.script(
        "document.addEventListener('copy', ({ target }) => {
             window.copied = target.value.slice(target.selectionStart, target.selectionEnd);
         })",
    );
    browser.click_text(".crash button", "Copy what happened");
    browser.wait_for_text(".crash p:last-child", "Copied");
    assert_eq!(browser.script("return window.copied"), report);
    browser.click_text(".crash button", "Reload");
    browser.wait_gone(".crash");
    browser.wait_for(".results");
}

#[test]
fn a_facet_that_waits_is_counted_when_it_is_opened_and_gives_what_it_counts() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("#/browse?u=quote");
    browser.wait_for(".results");
    assert_eq!(browser.count("[data-facet=place] li"), 0);
    browser.click_text(".facet-panel-late > button", "Places named");
    let first = "[data-facet=place] li:first-child";
    browser.wait_for(first);
    let count = browser.text(&format!("{first} .facet-value-count"));
    browser.click(&format!("{first} a"));
    browser.wait_for_hash("place=");
    let shown = || quotes(&browser).len().to_string();
    browser.wait_until("as many quotes as were counted", || shown() == count);
    browser.reload();
    browser.wait_for(first);
    assert_eq!(shown(), count, "what is chosen stays open");
}

#[test]
fn values_of_a_long_facet_can_be_looked_for() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("#/browse?u=quote");
    browser.type_into("[data-facet=speaker] input[type=search]", "medv");
    browser.wait_until("one speaker", || browser.count("[data-facet=speaker] li") == 1);
    browser.click("[data-facet=speaker] li a");
    browser.wait_for_hash("speaker=Dmitry+Medvedev");
}

#[test]
fn results_can_be_taken_away_as_a_table() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("#/browse?u=quote&outlet=RT");
    browser.wait_for(".results");
    browser.script(
        "const make = URL.createObjectURL.bind(URL);
         URL.createObjectURL = (blob) => {
           blob.text().then((text) => { window.taken = text; });
           return make(blob);
         };",
    );
    let taken = |name: &str| {
        browser.script("window.taken = null");
        browser.click_text(".result-bar-export button", name);
        browser.wait_until("a file", || browser.script("return window.taken") != Value::Null);
        browser.script("return window.taken").as_str().unwrap_or_default().to_owned()
    };
    let table = taken("CSV");
    assert!(table.starts_with("quote,kind,speaker,"), "{table}");
    assert!(table.contains(&site.at("#/quote/")), "rows lead to the page: {table}");
    let rows: Value = serde_json::from_str(&taken("JSON")).unwrap_or_default();
    let rows = rows.as_array().map_or(0, Vec::len);
    assert_eq!(rows, quotes(&browser).len());
}
