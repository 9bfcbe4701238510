//! When the page's module is fetched: as soon as its first frame can be shown, not before.
//!
//! The first frame is the first view, to be read; the module is ten times as long as all that the frame needs. A
//! browser fetches both at once if it is told so early, and a slow line shows the frame later for it. Knows what
//! Trunk writes into a page's head; does not know what the module is.

/// What starts the module, as Trunk writes it.
const START: &str = "const wasm = await init(";

/// What stands before it then: a frame is prepared once all is there that it needs. A window that nobody sees
/// prepares none, and a style sheet may be slow, so it is not waited for much longer than a reader would notice.
const FRAME: &str =
    "await new Promise((go) => { requestAnimationFrame(go); setTimeout(go, 300); });\n";

/// What fetches the module earlier.
const EARLIER: [&str; 2] = ["<link rel=\"preload\" href=\"./", "_bg.wasm\""];

/// The page that waits so; as it was, where it starts nothing.
pub(super) fn settle(page: &str) -> String {
    let page = page.replacen(START, &format!("{FRAME}{START}"), 1);
    let names = |element: &&str| EARLIER.iter().all(|part| element.contains(part));
    let earlier = page.split_inclusive('>').map(str::trim_start).find(names);
    match earlier {
        Some(link) => page.replacen(link, "", 1),
        None => page,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_is_fetched_behind_the_first_frame_and_not_before() {
        let page = "<script type=\"module\">\nconst wasm = await init({ a: './page_bg.wasm' });\n</script>\n\
            <link rel=\"preload\" href=\"./font.woff2\"> <link rel=\"modulepreload\" href=\"./page.js\">\
            <link rel=\"preload\" href=\"./page_bg.wasm\" as=\"fetch\">  </head>";
        let settled = settle(page);
        assert!(
            settled.contains("setTimeout(go, 300); });\nconst wasm = await init({"),
            "{settled}"
        );
        assert!(settled.ends_with("href=\"./page.js\">  </head>"), "{settled}");
        assert!(settled.contains("font.woff2"));
        assert_eq!(settle("<p>Nothing starts</p>"), "<p>Nothing starts</p>");
    }
}
