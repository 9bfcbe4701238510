//! What a visit costs: every file the page loads at first, and those it loads when asked for more, raw
//! and as a host would compress them.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::error::{At, Error, Result};
use crate::{files, seal, single};

/// The most that a first visit may load, in compressed bytes. It may only become less.
const FIRST: usize = 350_000;

/// The most that all parts of the page may load that are fetched when a view first needs them.
const PARTS: usize = 320_000;

/// The most that the check of an article may load when a reader asks for it: the whole extraction with
/// its lists and learned weights. It may only become less: the aim is 120,000.
const CHECK: usize = 250_000;

/// A file, its bytes and its compressed bytes.
type Part = (String, usize, usize);

/// Prints the parts and their sums, and fails above a budget.
pub fn check(folder: &Path) -> Result<()> {
    if !folder.join("index.html").is_file() {
        let problem = "holds no page: type `cargo xtask build`".to_owned();
        return Err(Error::Content { path: folder.to_owned(), problem });
    }
    let loads = seal::loads(folder)?;
    let first = parts(folder, &loads.first)?;
    let asked = parts(folder, &loads.parts)?;
    let check = parts(folder, &loads.check)?;
    println!("{:>10} {:>10}  file", "raw", "brotli");
    print!("{}", table(&first, "first visit", FIRST));
    print!("\n{}", table(&asked, "parts, when a view first needs them", PARTS));
    print!("\n{}", table(&check, "the check, when asked for", CHECK));
    let icons = parts(folder, &loads.icons)?;
    println!("\n{:>21}  icons, when the page is installed", sum(&icons));
    let letters = parts(folder, &loads.letters)?;
    println!("{:>21}  letters of other languages, when a text has one", sum(&letters));
    for path in &loads.pack {
        let length = fs::metadata(path).at("read", path)?.len();
        println!("\n{length:>10}            {}, the documents", files::below(folder, path));
    }
    let single = folder.join(single::FILE);
    if single.is_file() {
        print!("\n{}", lines(&parts(folder, &[single])?));
    }
    within(folder, "the first visit", &first, FIRST)?;
    within(folder, "what views fetch", &asked, PARTS)?;
    within(folder, "the check", &check, CHECK)
}

/// What the check of an article loads when a reader asks for it, in compressed bytes.
pub fn of_check(folder: &Path) -> Result<usize> {
    Ok(sum(&parts(folder, &seal::loads(folder)?.check)?))
}

/// The compressed bytes of all parts.
fn sum(parts: &[Part]) -> usize {
    parts.iter().map(|part| part.2).sum()
}

fn parts(folder: &Path, paths: &[PathBuf]) -> Result<Vec<Part>> {
    let part = |path: &PathBuf| {
        let bytes = fs::read(path).at("read", path)?;
        Ok((files::below(folder, path), bytes.len(), compressed(&bytes)?))
    };
    paths.iter().map(part).collect()
}

fn within(folder: &Path, what: &str, parts: &[Part], budget: usize) -> Result<()> {
    let sum = sum(parts);
    if sum <= budget {
        return Ok(());
    }
    let problem = format!("{what} is {} bytes over its budget: see the parts above", sum - budget);
    Err(Error::Content { path: folder.to_owned(), problem })
}

/// As good hosts send it: fonts and pictures are compressed already, and cost what they are.
pub fn compressed(bytes: &[u8]) -> Result<usize> {
    Ok(brotli(bytes)?.len().min(bytes.len()))
}

/// These bytes as brotli, as small as it gets.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(bytes).at("compress", Path::new("a built file"))?;
    Ok(writer.into_inner())
}

fn table(parts: &[Part], what: &str, budget: usize) -> String {
    let sum = parts.iter().fold((0, 0), |sum, part| (sum.0 + part.1, sum.1 + part.2));
    format!("{}{:>10} {:>10}  {what}, of {budget} allowed\n", lines(parts), sum.0, sum.1)
}

fn lines(parts: &[Part]) -> String {
    parts.iter().map(|(name, raw, packed)| format!("{raw:>10} {packed:>10}  {name}\n")).collect()
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
        let check = |sum| within(Path::new("dist"), "the check", &[("a".to_owned(), 0, sum)], 10);
        assert!(check(10).is_ok());
        let error = check(13).unwrap_err().to_string();
        assert!(error.contains("the check is 3 bytes over"), "{error}");
    }

    #[test]
    fn a_missing_page_says_how_to_make_one() {
        let error = check(Path::new("no-such-folder")).unwrap_err().to_string();
        assert!(error.contains("cargo xtask build"), "{error}");
    }
}
