//! The oldest browsers that the page runs in, held against what its modules are made of.
//!
//! A module says itself which additions to WebAssembly it uses (its section `target_features`; wasm-opt refuses
//! what is not told there). A compiler that begins to use another one is found here before readers find it.

use std::fs;
use std::path::Path;

use crate::error::{At, Error, Result};
use crate::{files, root};

/// What each engine's browsers are called, with the oldest version that the page runs in.
pub const OLDEST: [(&str, f32); 3] = [("Chromium", 96.0), ("Firefox", 89.0), ("Safari", 15.0)];

/// Since when each engine knows an addition, in the order of [`OLDEST`] (webassembly.org/features).
const SINCE: [(&str, [f32; 3]); 8] = [
    ("mutable-globals", [74.0, 61.0, 12.0]),
    ("nontrapping-fptoint", [75.0, 64.0, 15.0]),
    ("bulk-memory", [75.0, 79.0, 15.0]),
    ("sign-ext", [74.0, 62.0, 14.1]),
    ("multivalue", [85.0, 78.0, 13.1]),
    ("reference-types", [96.0, 79.0, 15.0]),
    // Names that compilers have for parts of two of these.
    ("bulk-memory-opt", [75.0, 79.0, 15.0]),
    ("call-indirect-overlong", [96.0, 79.0, 15.0]),
];

/// The custom section in which a module says what it uses.
const SECTION: &[u8] = b"target_features";

/// Holds every module of the built page against the oldest browsers.
pub fn check() -> Result<()> {
    let folder = root::dist();
    let mut modules = files::all_below(&folder)?;
    modules.retain(|path| path.extension().is_some_and(|ending| ending == "wasm"));
    let mut used: Vec<String> = Vec::new();
    for path in &modules {
        let module = fs::read(path).at("read", path)?;
        let features = features(&module).unwrap_or_default();
        check_module(path, &features)?;
        used.extend(features);
    }
    used.sort();
    used.dedup();
    let browsers = OLDEST.map(|(name, version)| format!("{name} {version}"));
    println!(
        "  browsers      from {} on: {} modules use {}",
        browsers.join(", "),
        modules.len(),
        used.join(", ")
    );
    Ok(())
}

fn check_module(path: &Path, features: &[String]) -> Result<()> {
    let odd = |problem: String| Error::Content { path: path.to_owned(), problem };
    if features.is_empty() {
        return Err(odd("does not say which additions to WebAssembly it uses".to_owned()));
    }
    for feature in features {
        let since = SINCE.iter().find(|(name, _)| name == feature);
        let (_, since) =
            since.ok_or_else(|| odd(format!("uses {feature}, of which nothing is known")))?;
        for ((browser, oldest), since) in OLDEST.iter().zip(since) {
            if since > oldest {
                return Err(odd(format!("uses {feature}, which {browser} knows from {since} on")));
            }
        }
    }
    Ok(())
}

/// The additions that a module says it uses; none where it says nothing.
fn features(module: &[u8]) -> Option<Vec<String>> {
    let mut rest = Bytes(module.get(8..)?);
    loop {
        let (kind, length) = (rest.byte()?, rest.number()?);
        let mut section = Bytes(rest.take(length)?);
        if kind == 0 && section.name()? == SECTION {
            let count = section.number()?;
            let one = |_| {
                section.byte()?;
                Some(String::from_utf8_lossy(section.name()?).into_owned())
            };
            return (0..count).map(one).collect();
        }
    }
}

/// What is left of a module.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    /// A number in sevens of bits, the last first.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn name(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        self.take(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(feature: &str) -> Vec<u8> {
        let mut section = vec![SECTION.len() as u8];
        section.extend(SECTION);
        section.extend([1, b'+', feature.len() as u8]);
        section.extend(feature.as_bytes());
        let mut module = b"\0asm\x01\0\0\0\x01\x01\0".to_vec();
        module.extend([0, section.len() as u8]);
        module.extend(section);
        module
    }

    fn said(feature: &str) -> String {
        let features = features(&module(feature)).unwrap();
        check_module(Path::new("a.wasm"), &features)
            .map_or_else(|e| e.to_string(), |()| String::new())
    }

    #[test]
    fn a_module_says_what_it_uses() {
        assert_eq!(features(&module("sign-ext")), Some(vec!["sign-ext".to_owned()]));
        assert_eq!(features(b"\0asm\x01\0\0\0"), None);
        assert_eq!(said("sign-ext"), "");
        assert!(said("simd128").contains("uses simd128, of which nothing is known"));
    }

    #[test]
    fn what_is_known_of_every_addition_fits_the_oldest_browsers() {
        for (feature, _) in SINCE {
            assert_eq!(said(feature), "");
        }
    }

    #[test]
    fn readers_are_told_the_same_versions() {
        let readme = files::text(&root::root().join("README.md")).unwrap();
        for (browser, version) in OLDEST {
            assert!(readme.contains(&format!("{browser} {version}")), "{browser} {version}");
        }
    }
}
