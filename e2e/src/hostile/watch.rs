//! Looks at a page from inside, view by view: what must never be in it, and how long it was busy.

use std::time::Duration;

use serde_json::{Value, json};

use super::CANARY;
use crate::Browser;

/// Notes the longest time in which the page did nothing else.
const BEAT: &str = "window.longest = 0; let last = performance.now();
    setInterval(() => {
        const now = performance.now();
        window.longest = Math.max(window.longest, now - last);
        last = now;
    }, 20)";

/// Goes to a view and waits until it is drawn, as far as a frame and a moment tell.
const GO: &str = "window.longest = 0;
    setTimeout(() => { location.hash = VIEW });
    return new Promise((drawn) => {
        setTimeout(() => requestAnimationFrame(() => setTimeout(drawn, 30)), 40);
    })";

/// What is wrong with what is shown.
const WRONG: &str = "const wrong = [];
    if (typeof CANARY !== 'undefined') wrong.push('a script ran');
    if (document.querySelector('.crash')) wrong.push('it has stopped: ' + document.querySelector('.crash').innerText);
    const main = document.querySelector('main');
    if (!main || main.innerText.trim().length < 20) wrong.push('it is blank');
    const foreign = 'script, iframe, object, embed, base, link, meta, style, img, template, form:not(.search-box, [method=dialog])';
    for (const one of document.body.querySelectorAll(foreign)) {
        if (!one.matches('body > script')) wrong.push('an element: ' + one.outerHTML.slice(0, 200));
    }
    for (const one of document.body.querySelectorAll('*')) {
        for (const { name } of one.attributes) if (/^on|^style$/.test(name)) wrong.push('an attribute: ' + name);
    }
    for (const link of document.links) {
        if (!/^(https?|mailto|blob):$/.test(link.protocol)) wrong.push('a link: ' + link.href.slice(0, 200));
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode;
        if (!/[\\u202a-\\u202e\\u2066-\\u2069]/.test(data)) continue;
        const { unicodeBidi, display } = getComputedStyle(parentElement);
        // A title in a picture is shown by itself, and so is what can be chosen from a list.
        const alone = unicodeBidi !== 'normal' || display === 'none' || parentElement.matches('svg title, option');
        if (!alone) wrong.push('a mark turns what stands beside it: ' + parentElement.outerHTML.slice(0, 200));
    }
    return wrong.slice(0, 5)";

/// A page that is watched.
#[derive(Clone, Copy, Debug)]
pub struct Watch<'a> {
    browser: &'a Browser,
    /// The longest that the page may be busy.
    most: Duration,
}

impl<'a> Watch<'a> {
    /// Watches the page that is open.
    pub fn start(browser: &'a Browser, most: Duration) -> Self {
        browser.script(BEAT);
        Self { browser, most }
    }

    /// Goes to a view of the page and checks all.
    #[track_caller]
    pub fn check(&self, view: &str) {
        self.browser.script(&GO.replace("VIEW", &json!(view).to_string()));
        self.check_shown(view);
    }

    /// Checks what is shown, which is called `view`. How long the page was busy, in milliseconds.
    #[track_caller]
    pub fn check_shown(&self, view: &str) -> f64 {
        let name: String = view.chars().take(200).collect();
        let wrong = self.browser.script(&WRONG.replace("CANARY", CANARY));
        assert_eq!(wrong, json!([]), "{name}");
        // Once more round, so that what was going on while it was looked at counts too.
        let busy = "return new Promise((told) => setTimeout(() => told(window.longest), 25))";
        let busy = self.browser.script(busy);
        let busy = busy.as_f64().unwrap_or(f64::MAX);
        assert!(busy < self.most.as_secs_f64() * 1e3, "{name}: busy for {busy} ms");
        busy
    }

    /// What is shown in place of a view.
    pub fn told(&self) -> Value {
        self.browser.script("return document.querySelector('main').innerText")
    }
}
