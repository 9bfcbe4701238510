//! The scripts written out in a page. Reads the few forms that our own page and Trunk produce,
//! which is not all of HTML.

use crate::digest;

/// Trunk leaves this mark where it fills in an address while serving.
const ADDRESS: &str = "'{{__TRUNK_ADDRESS__}}'";
const BASE: &str = "{{__TRUNK_WS_BASE__}}";

/// One inline script.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Script<'a> {
    /// The element, from `<script` to `</script>`.
    element: &'a str,
    /// What stands between its tags: the bytes that a policy's hash is of.
    content: &'a str,
}

impl Script<'_> {
    /// The hash that lets the script run.
    pub(super) fn hash(&self) -> String {
        digest::sha256(self.content.as_bytes())
    }
}

/// Every inline script of a page, in order.
pub(super) fn of(page: &str) -> Vec<Script<'_>> {
    const OPEN: &str = "<script";
    const CLOSE: &str = "</script>";
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(start) = rest.find(OPEN) {
        rest = &rest[start..];
        let (Some(tag), Some(end)) = (rest.find('>'), rest.find(CLOSE)) else { break };
        if !rest[..tag].contains(" src=") {
            let element = &rest[..end + CLOSE.len()];
            found.push(Script { element, content: &rest[tag + 1..end] });
        }
        rest = &rest[end + CLOSE.len()..];
    }
    found
}

/// Moves Trunk's reload script, which changes while it is served, out of the page.
///
/// No hash can be given for text that changes; a file of our own origin needs none.
pub(super) fn move_reload_out(page: &str, file: &str) -> (String, Option<String>) {
    let scripts = of(page);
    let Some(script) = scripts.iter().find(|script| script.content.contains(ADDRESS)) else {
        return (page.to_owned(), None);
    };
    let content = script.content.replace(ADDRESS, "window.location.host").replace(BASE, "/");
    let page = page.replace(script.element, &format!("<script src=\"./{file}\"></script>"));
    (page, Some(content))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_inline_scripts_count() {
        let page = "<script src=\"a.js\"></script><script type=\"module\">\none()\n</script>\
            <script defer src='b.js'></script><script>two()</script>";
        let contents: Vec<_> = of(page).iter().map(|script| script.content).collect();
        assert_eq!(contents, ["\none()\n", "two()"]);
    }

    #[test]
    fn a_page_without_scripts_or_cut_short_has_none() {
        assert_eq!(of("<p>hello</p>"), []);
        assert_eq!(of("<script>never closed"), []);
    }

    #[test]
    fn the_hash_is_of_the_content_byte_for_byte() {
        // As a browser computes it: the whitespace is part of it.
        let page = "<script>\nalert(1);\n</script>";
        assert_eq!(of(page)[0].hash(), digest::sha256(b"\nalert(1);\n"));
    }

    #[test]
    fn a_page_without_reload_stays_as_it_is() {
        assert_eq!(move_reload_out("<p></p>", "r.js"), ("<p></p>".to_owned(), None));
    }
}
