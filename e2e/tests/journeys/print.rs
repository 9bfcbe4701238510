//! Handouts: any view prints with its address and the day, dark on light, without what is pressed.

use parallax_e2e::{Browser, Look, Site};
use serde_json::json;

const ARTICLE: &str = "dw-2010-11-20-nato-and-russia-seek-to-bury-past-differences";

/// What the handout says of itself, whether anything that is pressed is on it, and how light its words are.
const PRINTED: &str = "const pressed = [...document.querySelectorAll('.no-print')];
    const ink = getComputedStyle(document.querySelector('h1, h2')).color.match(/\\d+/g).map(Number);
    return [
        document.querySelector('.colophon').innerText,
        pressed.length > 0 && pressed.every((element) => element.getClientRects().length === 0),
        Math.max(...ink.slice(0, 3)),
    ]";

fn print(browser: &Browser, is_on: bool) {
    let media = if is_on { "print" } else { "" };
    let dark = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
    browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": media, "features": dark }));
}

#[test]
fn any_view_prints_with_its_address_and_day() {
    let site = Site::serve();
    let browser = Browser::start_with(&site, Look::default().dark());
    let views = [
        ("browse", "#/browse?outlet=RT".to_owned(), ".results"),
        ("quotes", "#/browse?u=quote&q=fresh".to_owned(), "mark"),
        ("article", format!("#/article/{ARTICLE}"), ".reading-text"),
        ("person", "#/person/Anders%20Fogh%20Rasmussen".to_owned(), ".person-page"),
        ("about", "#/about".to_owned(), "main h1"),
    ];
    for (name, hash, shown) in views {
        browser.goto(&hash);
        browser.wait_for(shown);
        let address = browser.address();
        print(&browser, true);
        browser.screenshot(&format!("print-{name}"));
        let printed = browser.script(PRINTED);
        print(&browser, false);
        let told = printed[0].as_str().unwrap_or_default();
        assert!(told.starts_with(&format!("{address}, printed on ")), "{name}: {told}");
        assert_eq!(printed[1], true, "{name}: what is pressed is on paper");
        assert!(printed[2].as_u64().is_some_and(|most| most < 90), "{name}: {printed}");
    }
}
