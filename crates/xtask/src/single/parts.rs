//! Taking a built page apart: pure. Reads the few forms that our own page and Trunk produce, which is not all
//! of HTML.

/// What stands between two marks.
pub(super) fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let (_, behind) = text.split_once(start)?;
    behind.split_once(end).map(|(inside, _)| inside)
}

/// The elements of a head, each with what it holds, comments left out.
pub(super) fn elements(head: &str) -> impl Iterator<Item = &str> {
    let mut rest = head;
    std::iter::from_fn(move || {
        loop {
            rest = &rest[rest.find('<')?..];
            let end = if rest.starts_with("<!--") {
                rest.find("-->")? + 3
            } else if let Some(close) = holds(rest) {
                rest.find(close)? + close.len()
            } else {
                rest.find('>')? + 1
            };
            let (element, behind) = rest.split_at(end);
            rest = behind;
            if !element.starts_with("<!--") {
                return Some(element);
            }
        }
    })
}

/// How an element ends that holds something.
fn holds(element: &str) -> Option<&'static str> {
    let closing = [("<title", "</title>"), ("<script", "</script>"), ("<style", "</style>")];
    closing.iter().find(|(open, _)| element.starts_with(open)).map(|(_, close)| *close)
}

/// A text as it stands in an attribute.
pub(super) fn quoted(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_a_list_of_elements() {
        let head = "\n<meta charset=\"utf-8\" /><!-- <b> --> <title>A</title><script>if (a < b) c()</script>\n";
        let all: Vec<_> = elements(head).collect();
        let expected =
            ["<meta charset=\"utf-8\" />", "<title>A</title>", "<script>if (a < b) c()</script>"];
        assert_eq!(all, expected);
    }

    #[test]
    fn what_is_cut_short_is_nothing() {
        assert_eq!(between("<head>a", "<head>", "</head>"), None);
        assert_eq!(elements("<title>a").count(), 0);
    }

    #[test]
    fn an_address_cannot_leave_its_quotes() {
        assert_eq!(quoted("https://a.example/\"><b>&"), "https://a.example/&quot;>&lt;b>&amp;");
    }
}
