//! What is for those who write a sheet, a script or a page, and not for those who read the page, left out of
//! what is sent: comments and indentation.
//!
//! Nothing else is changed, so that what is sent can still be read by a person. Knows of each language no
//! more than how its comments look.

/// The sheet without comments, indentation and empty lines, which are for those who write it. None if a
/// comment or a text in quotes has no end.
pub(crate) fn sheet(sheet: &str) -> Option<String> {
    let (mut kept, mut rest) = (String::new(), sheet);
    while let Some(at) = rest.find(['/', '"', '\'']) {
        let (before, from) = rest.split_at(at);
        let (piece, after) = piece(from)?;
        kept.extend([before, piece]);
        rest = after;
    }
    kept.push_str(rest);
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    Some(lines.flat_map(|line| [line, "\n"]).collect())
}

/// What is kept of the comment, the text in quotes or the single character that this begins with, and what
/// follows it.
fn piece(from: &str) -> Option<(&str, &str)> {
    if let Some(comment) = from.strip_prefix("/*") {
        return Some(("", comment.split_once("*/")?.1));
    }
    let end = match from.chars().next()? {
        mark @ ('"' | '\'') => from[1..].find(mark)? + 2,
        _ => 1,
    };
    Some(from.split_at(end))
}

/// The script without lines that are comments alone, and without indentation. It must have no text in quotes
/// of several lines, and nothing behind a comment of several lines.
pub(crate) fn script(script: &str) -> String {
    let mut in_comment = false;
    let mut is_kept = |line: &str| {
        let opens = line.starts_with("/*");
        // Behind a comment on the same line there may be something that runs: then all of it stays.
        let is_comment = in_comment || opens && (line.ends_with("*/") || !line.contains("*/"));
        in_comment = is_comment && !line.contains("*/");
        !is_comment && !line.is_empty() && !line.starts_with("//")
    };
    let kept = script.lines().map(str::trim).filter(|line| is_kept(line));
    kept.flat_map(|line| [line, "\n"]).collect()
}

/// The page without comments, and without indentation of lines. It must have no preformatted text.
pub(crate) fn page(page: &str) -> String {
    let mut kept = String::new();
    let mut rest = page;
    while let Some((before, comment)) = rest.split_once("<!--") {
        kept.push_str(before);
        // One that is never closed hides all that follows, for a browser too.
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_for_writers_alone_is_left_out() {
        let sheet =
            "/* What\n   it is. */\n.a {\n  color: red; /* why */\n\n  content: \"/*  \";\n}\n";
        assert_eq!(super::sheet(sheet).unwrap(), ".a {\ncolor: red;\ncontent: \"/*  \";\n}\n");
        assert_eq!(super::sheet("a{b:url(x/y)}").unwrap(), "a{b:url(x/y)}\n");
        assert_eq!(super::sheet("/* never closed").or(super::sheet("a { content: \"")), None);
    }

    #[test]
    fn scripts_and_pages_keep_what_runs_and_is_read() {
        let script = "// What it is.\n\nfunction a() {\n  // Why.\n  return \"//\"; // so\n}\n";
        assert_eq!(super::script(script), "function a() {\nreturn \"//\"; // so\n}\n");
        let script = "/**\n * What it takes.\n */\na();\n/* once */\n/* not */ b();\nc();\n";
        assert_eq!(super::script(script), "a();\n/* not */ b();\nc();\n");
        let page = "<body>\n  <!-- One\n  two. -->\n  <p>A\n  b</p>\n</body>\n<!-- open";
        assert_eq!(super::page(page), "<body>\n<p>A\nb</p>\n</body>\n");
    }
}
