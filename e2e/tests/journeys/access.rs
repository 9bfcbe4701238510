//! Accessibility: axe-core finds nothing on any view, in either theme, on a laptop and on a phone. A picture of
//! each is kept under `target/e2e/screens`, to be looked at.
//!
//! Rules find a part of what can be wrong: forced colours and the narrowest screen are tried besides, and journeys
//! by keyboard stand beside what they try.

use std::fs;

use parallax_e2e::{Browser, Look, Site};
use serde_json::{Value, json};
use xtask::setup::axe_script;

const DW: &str = "dw-2010-11-20-nato-and-russia-seek-to-bury-past-differences";
const RT: &str = "rt-2010-11-22-nato-rolls-out-red-carpet-for-russia";
const EARLIER: &str = "rt-2009-12-17-nato-will-never-attack-russia";

/// Asks WCAG 2.2 at level AA, and what is good practice: how many rules hold, and what does not.
const RUN: &str = "return axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
}).then(({ violations, passes }) => [
    passes.length,
    violations.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.target} ${node.failureSummary}`)),
])";

/// The way to a quotation's page, from a list of quotations.
const QUOTE: &str =
    "return document.querySelector(`main a[href^='#/quote/']`).getAttribute('href')";

/// What stands further right than the rule below the page's head.
const BEYOND: &str = "const head = document.querySelector('.masthead');
    const edge = head.getBoundingClientRect().right - parseFloat(getComputedStyle(head).paddingRight);
    const lines = document.querySelectorAll('.masthead a, .masthead button, .unit-switch a, main h1');
    const beyond = [...lines].filter((it) => it.getBoundingClientRect().right > edge + 0.5);
    return beyond.map((it) => it.textContent)";

/// The views: a name, the address, and what is there once it is drawn.
fn views(browser: &Browser) -> Vec<(&'static str, String, &'static str)> {
    browser.goto("#/browse?u=quote&q=fresh+start");
    browser.wait_for(".quote-card");
    let quote = browser.script(QUOTE).as_str().unwrap_or_default().to_owned();
    let compare = |more: &str| format!("#/compare/{DW},{RT}{more}");
    vec![
        ("browse", "#/browse".to_owned(), ".results"),
        ("search", "#/browse?q=missile".to_owned(), "mark"),
        ("quotes", "#/browse?u=quote&outlet=RT".to_owned(), ".quote-card"),
        ("utterances", "#/browse?u=utterance".to_owned(), ".quote-card"),
        ("nothing-found", "#/browse?q=zzzz&outlet=RT".to_owned(), ".empty-results"),
        ("lines", "#/browse?q=fresh&lines=left".to_owned(), ".lines"),
        ("timeline", "#/browse?show=timeline".to_owned(), ".timeline"),
        ("person", "#/person/Anders%20Fogh%20Rasmussen".to_owned(), ".person-page"),
        ("event", "#/event/Lisbon%2C%2020%20November%202010".to_owned(), ".quote-matrix"),
        ("article", format!("#/article/{DW}"), ".reading-text"),
        ("received", format!("#/article/{DW}?show=received"), ".received-text"),
        ("quote", quote, ".apparatus-text, .other-reports"),
        ("compare", compare(""), ".compared-row"),
        ("inline", compare("?mode=inline"), ".compared-row"),
        ("differences", compare("?mode=differences"), ".compared-row"),
        ("apart", compare("?mode=only"), ".only-here"),
        ("three", format!("#/compare/{DW},{RT},{EARLIER}"), ".compared-row"),
        ("choosing", "#/compare".to_owned(), "main h1"),
        ("person", "#/person/Dmitry%20Medvedev".to_owned(), ".person-page"),
        ("event", "#/event/Lisbon%2C%2020%20November%202010".to_owned(), ".quote-matrix"),
        ("lines", "#/browse?q=missile&lines=left".to_owned(), ".lines"),
        ("about", "#/about".to_owned(), "main h1"),
        ("unknown", "#/nowhere".to_owned(), "main h1"),
    ]
}

/// What axe-core finds on a view, each with the view's name.
fn found(browser: &Browser, name: &str) -> Vec<String> {
    let found = browser.script(RUN);
    assert!(found[0].as_u64().is_some_and(|rules| rules > 10), "the rules ran: {found}");
    let violations = found[1].as_array().cloned().unwrap_or_default();
    let violation = |it: Value| format!("{name}: {}", it.as_str().unwrap_or_default());
    violations.into_iter().map(violation).collect()
}

/// Unfolds what other reports have of the first quotes of a list, where there are any.
fn unfold(browser: &Browser) {
    let script = "const folds = [...document.querySelectorAll('.quote-card-wordings')].slice(0, 3);
        folds.filter((it) => !it.matches('.is-open')).forEach((it) => it.firstElementChild.click());
        return folds.every((it) => it.querySelector('.wordings'))";
    browser.wait_until("the other wordings", || browser.script(script) == true);
}

fn nothing_is_found(width: &str, look: Look) {
    let site = Site::serve();
    let browser = Browser::start_with(&site, look);
    let axe = fs::read_to_string(axe_script()).unwrap_or_default();
    assert!(!axe.is_empty(), "`cargo xtask setup --browser` brings {}", axe_script().display());
    browser.goto("#/browse");
    browser.wait_for(".results");
    browser.script(&axe);
    let mut all = Vec::new();
    for (theme, look) in [("light", look), ("dark", look.dark())] {
        browser.set_look(look);
        for (name, hash, shown) in views(&browser) {
            browser.goto(&hash);
            browser.wait_for(shown);
            unfold(&browser);
            let name = format!("{name}-{width}-{theme}");
            browser.screenshot(&name);
            all.extend(found(&browser, &name));
        }
    }
    assert_eq!(all, Vec::<String>::new());
}

#[test]
fn axe_finds_nothing_on_a_laptop() {
    nothing_is_found("1440", Look::default());
}

#[test]
fn axe_finds_nothing_on_a_phone() {
    nothing_is_found("390", Look::phone());
}

#[test]
fn axe_finds_what_is_wrong() {
    let site = Site::serve();
    let browser = Browser::start(&site);
    browser.goto("#/about");
    browser.wait_for("main h1");
    browser.script(&fs::read_to_string(axe_script()).unwrap_or_default());
    browser.script("document.querySelector('main').append(document.createElement('button'))");
    let found = found(&browser, "a button without a name");
    assert!(found.iter().any(|it| it.contains("button-name")), "{found:?}");
}

#[test]
fn in_forced_colours_it_is_seen_where_the_reader_is() {
    let site = Site::serve();
    let browser = Browser::start_with(&site, Look::default().forced());
    // The one that is current has a line below it, the others none: one of the colour of the page.
    let lined = "const tabs = [...document.querySelectorAll(arguments[0])];
        const page = getComputedStyle(document.documentElement).backgroundColor;
        return tabs.map((it) => getComputedStyle(it).borderBottomColor !== page)";
    let lined = |of: &str| browser.script(&lined.replace("arguments[0]", &format!("'{of}'")));
    browser.goto("#/browse?u=quote");
    browser.wait_for(".results");
    assert_eq!(lined(".masthead-sections a"), json!([true, false, false]));
    assert_eq!(lined(".unit-switch a"), json!([false, true, false]));
    browser.goto(&format!("#/compare/{DW},{RT}"));
    browser.wait_for(".comparison-map");
    assert_eq!(lined(".masthead-sections a"), json!([false, true, false]));
    // What its key shows is on the map.
    let painted = "return ['.comparison-summary-swatch.is-shared', '.comparison-map .is-shared']
        .map((css) => getComputedStyle(document.querySelector(css)))
        .map((style) => style.backgroundColor + style.fill)";
    let painted = browser.script(painted);
    let ink = "rgb(0, 0, 0)";
    assert!(painted[0].as_str().is_some_and(|it| it.starts_with(ink)), "{painted}");
    assert!(painted[1].as_str().is_some_and(|it| it.ends_with(ink)), "{painted}");
}

#[test]
fn on_the_narrowest_screen_every_view_keeps_its_edges() {
    let site = Site::serve();
    let browser = Browser::start_with(&site, Look { width: 320, ..Look::phone() });
    for (name, hash, shown) in views(&browser) {
        browser.goto(&hash);
        browser.wait_for(shown);
        browser.check_fits();
        assert_eq!(browser.script(BEYOND), json!([]), "{name}");
    }
}
