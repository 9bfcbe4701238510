//! What the build tells the page in its head, as pairs of a name and a content.

/// The page, told of one more thing.
pub(super) fn tell(page: &str, name: &str, content: &str) -> String {
    let line = format!("  {}\n  </head>", told(name, content));
    page.replacen("</head>", &line, 1)
}

/// How the page is told.
pub fn told(name: &str, content: &str) -> String {
    format!("<meta name=\"{name}\" content=\"{content}\">")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_told_once() {
        let page = tell("<head></head><p>&lt;/head></p>", "offline", "sw.js");
        assert_eq!(page.matches("<meta name=\"offline\" content=\"sw.js\">").count(), 1);
    }
}
