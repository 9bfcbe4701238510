//! The stages as one page of HTML: the source as received with everything marked in place, and beside
//! each block the notes that tell of its marks. No script, no other file, nothing fetched.

mod block;
mod document;
mod notes;
mod shared;

use super::report::Report;

const STYLE: &str = include_str!("../page.css");

/// The whole page.
pub(super) fn page(report: &Report<'_>) -> String {
    let mut body = String::new();
    for (number, told) in (1..).zip(&report.documents) {
        body.push_str(&document::html(report, told, number));
    }
    body.push_str(&shared::casts(report));
    body.push_str(&shared::html(report));
    let title = match &report.documents[..] {
        [one] => escaped(one.title()),
        many => format!("{} documents", many.len()),
    };
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title} – how it was read</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <main>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// Words as text that no browser takes for markup.
fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // HTML has no place for these.
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}' => {
                safe.push('\u{fffd}');
            }
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_never_markup() {
        assert_eq!(escaped("<b a=\"'\">&\0"), "&lt;b a=&quot;&#39;&quot;&gt;&amp;\u{fffd}");
    }
}
