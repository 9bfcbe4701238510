//! From a request's target to a file of the folder, its type and bytes. Never outside the folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::size;

/// The folder served.
#[derive(Debug)]
pub(super) struct Files {
    pub(super) folder: PathBuf,
    pub(super) prefix: String,
    /// What shrinks, as brotli, by the file; none where nothing is compressed. Files stay as they were
    /// when they were first asked for: compressing takes longer than a browser should wait each time.
    pub(super) compressed: Option<Mutex<BTreeMap<PathBuf, Vec<u8>>>>,
}

/// What is sent back.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) status: u16,
    pub(super) mime: &'static str,
    pub(super) body: Vec<u8>,
    pub(super) location: Option<String>,
    /// Whether the body is brotli.
    pub(super) compressed: bool,
}

impl Found {
    /// An answer in plain words.
    pub(super) fn problem(status: u16, text: &str) -> Self {
        let mime = "text/plain; charset=utf-8";
        let body = format!("{text}\n").into_bytes();
        Self { status, mime, body, location: None, compressed: false }
    }
}

impl Files {
    /// What a request's target names.
    pub(super) fn find(&self, target: &str) -> Found {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        if format!("{path}/") == self.prefix {
            let moved = Found::problem(301, "moved");
            return Found { location: Some(self.prefix.clone()), ..moved };
        }
        let inside = path.strip_prefix(&self.prefix).and_then(relative);
        let Some(file) = inside.map(|inside| self.folder.join(inside)) else {
            return Found::problem(404, "not here");
        };
        let file = if file.is_dir() { file.join("index.html") } else { file };
        match fs::read(&file) {
            Ok(body) if self.holds(&file) => self.found(&file, body),
            _ => Found::problem(404, "not here"),
        }
    }

    fn found(&self, file: &Path, body: Vec<u8>) -> Found {
        let short = self.compressed.as_ref().and_then(|known| {
            let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
            if !known.contains_key(file) {
                known.insert(file.to_owned(), size::brotli(&body).ok()?);
            }
            known.get(file).filter(|short| short.len() < body.len()).cloned()
        });
        let (body, compressed) = short.map_or((body, false), |short| (short, true));
        Found { status: 200, mime: mime(file), body, location: None, compressed }
    }

    /// A link in the folder may lead out of it.
    fn holds(&self, file: &Path) -> bool {
        let folder = self.folder.canonicalize();
        matches!((file.canonicalize(), folder), (Ok(file), Ok(folder)) if file.starts_with(&folder))
    }
}

/// The path below the folder, if it stays there.
fn relative(path: &str) -> Option<PathBuf> {
    let path = decode(path)?;
    let odd = |part: &str| part == ".." || part == "." || part.contains(['\\', ':', '\0']);
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let fits = !path.starts_with('/') && !parts.iter().any(|part| odd(part));
    fits.then(|| parts.iter().collect())
}

/// Undoes percent signs.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        if byte == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

/// The type that a browser must be told; WebAssembly is compiled while it loads only under its own.
fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "rs") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, expected: Option<&str>) {
        assert_eq!(relative(path), expected.map(PathBuf::from), "{path}");
    }

    #[test]
    fn paths_stay_in_the_folder() {
        check("", Some(""));
        check("fonts/a.woff2", Some("fonts/a.woff2"));
        check("a%20b.txt", Some("a b.txt"));
        check("../secret", None);
        check("fonts/../../secret", None);
        check("%2e%2e/secret", None);
        check("..%2fsecret", None);
        check("..\\secret", None);
        check("/etc/passwd", None);
        check("%2fetc/passwd", None);
        check("c:/secret", None);
        check("broken%2", None);
        check("broken%zz", None);
        check("nul%00", None);
    }

    #[test]
    fn types_are_what_browsers_insist_on() {
        let check = |name: &str, expected| assert_eq!(mime(Path::new(name)), expected, "{name}");
        check("page_bg.wasm", "application/wasm");
        check("page.js", "text/javascript; charset=utf-8");
        check("page.css", "text/css; charset=utf-8");
        check("index.html", "text/html; charset=utf-8");
        check("font.woff2", "font/woff2");
        check("unknown", "application/octet-stream");
    }

    #[test]
    fn a_prefix_without_its_slash_is_sent_on() {
        let files =
            Files { folder: PathBuf::from("."), prefix: "/some/".to_owned(), compressed: None };
        let found = files.find("/some?x=1");
        assert_eq!((found.status, found.location.as_deref()), (301, Some("/some/")));
    }
}
