//! A pack that is too long to be in the page: put beside it, under a name that follows its content.
//!
//! The page's build leaves it beside what the compiler makes. A newer version of the page has its pack
//! under another name, so none is ever given the other's. What a pack holds is not known here.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{At, Result};
use crate::{digest, files, wasm};

/// What `build.rs` calls it, beside what the compiler makes.
const BUILT: &str = "parallax.pack";

/// What `build.rs` calls one that is in the page.
const EMBEDDED: &str = "parallax-embedded.pack";

/// What its name in the page's folder begins and ends with.
const NAME: (&str, &str) = ("pack-", ".bin");

/// The script that fetches it.
const LOADER: &str = include_str!("../../../../public/pack.js");

/// The attribute by which the page knows it; its value is how many bytes it has, which compressed
/// transfers do not tell.
const LENGTH: &str = "data-pack";

/// The pack that the last build of the page left to be fetched, if it is one of those.
pub(super) fn built(release: bool) -> Result<Option<Vec<u8>>> {
    let path = wasm::compiled(release).join(BUILT);
    let there = path.is_file().then(|| fs::read(&path).at("read", &path));
    there.transpose()
}

/// Where the last build of the page left its pack, in the page or not.
pub(super) fn path(release: bool) -> PathBuf {
    let beside = wasm::compiled(release).join(BUILT);
    if beside.is_file() { beside } else { wasm::compiled(release).join(EMBEDDED) }
}

/// What a pack is called in the page's folder.
pub(super) fn name(pack: &[u8]) -> String {
    let (first, last) = NAME;
    format!("{first}{}{last}", digest::short(pack))
}

/// Is this a pack, by its path in the built folder?
pub(super) fn is_pack(path: &str) -> bool {
    path.starts_with(NAME.0) && path.ends_with(NAME.1)
}

/// Puts a pack into the folder in place of any other, and gives the page that fetches it: at once, while
/// its code still comes. The script is named by its content too, as all that may change.
pub(super) fn settle(folder: &Path, page: &str, pack: &[u8]) -> Result<String> {
    for path in files::all_below(folder)? {
        if is_pack(&files::below(folder, &path)) {
            fs::remove_file(&path).at("remove", &path)?;
        }
    }
    let loader = format!("pack-{}.js", digest::short(LOADER.as_bytes()));
    files::write(&folder.join(&loader), LOADER)?;
    let name = name(pack);
    let path = folder.join(&name);
    fs::write(&path, pack).at("write", &path)?;
    let length = pack.len();
    let link = format!(
        "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{name}\" {LENGTH}=\"{length}\">"
    );
    let script = format!("<script src=\"{loader}\"></script>");
    let lines = page.lines().filter(|line| !line.contains(LENGTH) && *line != script);
    let page: String = lines.flat_map(|line| [line, "\n"]).collect();
    let page = page.replacen("</head>", &format!("\n{link}\n</head>"), 1);
    Ok(page.replacen("</body>", &format!("\n{script}\n</body>"), 1))
}
