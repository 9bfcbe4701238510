//! What a first visit costs: every file the page loads, raw and as a host would compress it.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use crate::error::{At, Error, Result};
use crate::{files, seal};

/// The most that a first visit may load, in compressed bytes.
const BUDGET: usize = 350_000;

/// Prints the parts and their sum, and fails above the budget.
pub fn check(folder: &Path) -> Result<()> {
    if !folder.join("index.html").is_file() {
        let problem = "holds no page: type `cargo xtask build`".to_owned();
        return Err(Error::Content { path: folder.to_owned(), problem });
    }
    let mut parts = Vec::new();
    for path in seal::first_load(folder)? {
        let bytes = fs::read(&path).at("read", &path)?;
        parts.push((files::below(folder, &path), bytes.len(), compressed(&bytes)?));
    }
    print!("{}", table(&parts));
    within(folder, parts.iter().map(|part| part.2).sum())
}

fn within(folder: &Path, sum: usize) -> Result<()> {
    if sum <= BUDGET {
        return Ok(());
    }
    let over = sum - BUDGET;
    let problem = format!("the first visit is {over} bytes over its budget: see the parts above");
    Err(Error::Content { path: folder.to_owned(), problem })
}

/// As good hosts send it: fonts and pictures are compressed already, and cost what they are.
fn compressed(bytes: &[u8]) -> Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(bytes).at("compress", Path::new("a built file"))?;
    Ok(writer.into_inner().len().min(bytes.len()))
}

fn table(parts: &[(String, usize, usize)]) -> String {
    let mut lines = format!("{:>10} {:>10}  file\n", "raw", "brotli");
    let sum = parts.iter().fold((0, 0), |sum, part| (sum.0 + part.1, sum.1 + part.2));
    for (name, raw, packed) in parts {
        lines.push_str(&format!("{raw:>10} {packed:>10}  {name}\n"));
    }
    lines.push_str(&format!("{:>10} {:>10}  first visit, of {BUDGET} allowed\n", sum.0, sum.1));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_shrinks_and_noise_costs_what_it_is() {
        assert!(compressed(&[b'a'; 1000]).unwrap() < 50);
        assert_eq!(compressed(&[7]).unwrap(), 1);
    }

    #[test]
    fn the_budget_is_kept_to_the_byte() {
        assert!(within(Path::new("dist"), BUDGET).is_ok());
        let error = within(Path::new("dist"), BUDGET + 3).unwrap_err().to_string();
        assert!(error.contains("3 bytes over"), "{error}");
    }

    #[test]
    fn a_missing_page_says_how_to_make_one() {
        let error = check(Path::new("no-such-folder")).unwrap_err().to_string();
        assert!(error.contains("cargo xtask build"), "{error}");
    }
}
