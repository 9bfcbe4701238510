//! The page's module, cut into what every visit loads and the parts that are fetched when a view first
//! needs them (`src/parts.rs`).
//!
//! Trunk knows no parts: it has made scripts for the whole module. This makes them anew for what is left of it,
//! shrinks every module, and names all of them by their content. Does not know what is in a part.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{At, Error, Result};
use crate::setup::Toolbox;
use crate::{bare, digest, files, process, root, wasm};

/// The page's program, which its files are called after.
const PROGRAM: &str = "parallax-page";

/// What the folder of the parts begins with.
const FOLDER: &str = "parts-";

/// The script that fetches parts, until it is named by its content.
const FETCHER: &str = "./parts.js";

/// What went wrong is not the page's fault.
const REMEDY: &str = "see that `cargo xtask setup` succeeds, then build again";

/// Is this a part of the page that a first visit does not load, by its path in the built folder?
pub(super) fn is_part(path: &str) -> bool {
    path.starts_with(FOLDER)
}

/// Puts the page's module, in parts, in place of the one that Trunk put into the folder, and gives the page that
/// loads it.
pub(super) fn settle(tools: &Toolbox, folder: &Path, page: &str, release: bool) -> Result<String> {
    let Some(whole) = whole(page) else { return Ok(page.to_owned()) };
    let cut = cut(tools, release)?;
    for name in [format!("{whole}.js"), format!("{whole}_bg.wasm")] {
        let path = folder.join(name);
        fs::remove_file(&path).at("remove", &path)?;
    }
    let name = cut.put_into(folder)?;
    let fetcher = format!("<link rel=\"modulepreload\" href=\"./{name}-parts.js\">");
    let page = page.replace(whole, &name);
    Ok(page.replacen("</head>", &format!("  {fetcher}\n  </head>"), 1))
}

/// What Trunk calls the page's module, without what says which of its files it is.
fn whole(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once("from './")?;
    let (name, _) = rest.split_once(".js'")?;
    name.starts_with(PROGRAM).then_some(name)
}

/// The modules and scripts of the page.
struct Cut {
    /// The module that every visit loads, and its script.
    main: Vec<u8>,
    script: String,
    /// The script that fetches parts, and them by their names.
    fetcher: String,
    parts: Vec<(String, Vec<u8>)>,
}

impl Cut {
    /// Writes all of it into the page's folder, and gives the name that its files have in common.
    ///
    /// The scripts load each other, so one name has to do for all: the digest of everything.
    fn put_into(&self, folder: &Path) -> Result<String> {
        let parts = self.parts.iter().flat_map(|(_, module)| module);
        let all: Vec<u8> = [self.script.as_bytes(), self.fetcher.as_bytes(), &self.main].concat();
        let digest = digest::short(&all.into_iter().chain(parts.copied()).collect::<Vec<_>>());
        let name = format!("{PROGRAM}-{digest}");
        // Only where the script is loaded: by its old name the module asks for what it gives.
        let loads = |name: &str| format!("from \"{name}\"");
        let new = loads(&format!("./{name}-parts.js"));
        let script = self.script.replace(&loads(FETCHER), &new);
        files::write(&folder.join(format!("{name}.js")), &script)?;
        let fetcher = self.fetcher.replace("\"./page.js\"", &format!("\"./{name}.js\""));
        let home = format!("{FOLDER}{digest}");
        let fetcher = self.parts.iter().fold(fetcher, |script, (part, _)| {
            script.replace(&format!("\"./{part}\""), &format!("\"./{home}/{part}\""))
        });
        files::write(&folder.join(format!("{name}-parts.js")), &fetcher)?;
        let main = folder.join(format!("{name}_bg.wasm"));
        fs::write(&main, &self.main).at("write", &main)?;
        let home = folder.join(home);
        fs::create_dir_all(&home).at("make", &home)?;
        for (part, module) in &self.parts {
            let path = home.join(part);
            fs::write(&path, module).at("write", &path)?;
        }
        Ok(name)
    }
}

/// Cuts the module that was compiled last.
fn cut(tools: &Toolbox, release: bool) -> Result<Cut> {
    let home = root::generated().join("parts");
    // What an older cut left would be taken for parts.
    let _ = fs::remove_dir_all(&home);
    let compiled = wasm::compiled(release).join(format!("{PROGRAM}.wasm"));
    let module = fs::read(&compiled).at("read", &compiled)?;
    let mut options = wasm_split_cli_support::Options::new(&module);
    let (folder, rest) = (home.join("cut"), home.join("page.wasm"));
    options.output_dir = &folder;
    options.main_out_path = &rest;
    options.link_name = FETCHER;
    options.main_module = "./page.js";
    let made = wasm_split_cli_support::transform(options);
    let made = made.map_err(|error| Error::Content {
        path: compiled.clone(),
        problem: format!("cannot be cut into parts: {error:#}"),
    })?;
    let bound = bind(tools, &rest, &home.join("bound"))?;
    let finished = |path: &Path| finished(tools, path, release);
    let parts = made.split_modules.iter();
    Ok(Cut {
        main: finished(&bound.join("page_bg.wasm"))?,
        script: bare::script(&files::text(&bound.join("page.js"))?),
        fetcher: bare::script(&files::text(&folder.join("parts.js"))?),
        parts: parts.map(|path| Ok((name_of(path), finished(path)?))).collect::<Result<_>>()?,
    })
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Makes the script of what is left of the module.
fn bind(tools: &Toolbox, module: &Path, folder: &Path) -> Result<PathBuf> {
    let mut bindgen = tools.command("wasm-bindgen");
    // Parts ask for the table of functions, which would be taken for a left-over of the linker's.
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports"]);
    bindgen.args(["--out-name", "page", "--out-dir"]);
    bindgen.arg(folder).arg(module);
    process::logged("wasm-bindgen-parts", &mut bindgen, REMEDY)?;
    Ok(folder.to_owned())
}

/// The bytes of a module, made small where it will be published.
fn finished(tools: &Toolbox, module: &Path, release: bool) -> Result<Vec<u8>> {
    let small = module.with_extension("small.wasm");
    let path = if release {
        wasm::shrink(tools, module, &small)?;
        &small
    } else {
        module
    };
    fs::read(path).at("read", path)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "import init from './parallax-page-12ab.js';\n\
        init({ module_or_path: './parallax-page-12ab_bg.wasm' });";

    #[test]
    fn the_page_says_what_its_module_is_called() {
        assert_eq!(whole(PAGE), Some("parallax-page-12ab"));
        assert_eq!(whole("start()"), None);
    }

    #[test]
    fn scripts_load_each_other_and_parts_by_their_new_names() {
        let folder = root::generated().join("test-parts");
        let _ = fs::remove_dir_all(&folder);
        let part = ("split_compare.wasm".to_owned(), b"part".to_vec());
        let mut cut = Cut {
            main: b"main".to_vec(),
            script: "import * as a from \"./parts.js\"; give({ \"./parts.js\": a })".to_owned(),
            fetcher: "import \"./page.js\"; fetch(\"./split_compare.wasm\")".to_owned(),
            parts: vec![part],
        };
        let name = cut.put_into(&folder).unwrap();
        let text = |end: &str| files::text(&folder.join(format!("{name}{end}"))).unwrap();
        let script = text(".js");
        assert!(script.contains(&format!("from \"./{name}-parts.js\"")), "{script}");
        assert!(script.contains("give({ \"./parts.js\": a })"), "{script}");
        let fetcher = text("-parts.js");
        assert!(fetcher.contains(&format!("\"./{name}.js\"")), "{fetcher}");
        let path = fetcher.split("fetch(\"./").nth(1).unwrap().trim_end_matches("\")");
        assert!(is_part(path) && folder.join(path).is_file(), "{path}");
        cut.parts[0].1 = b"other".to_vec();
        assert_ne!(cut.put_into(&folder).unwrap(), name, "a part's content is in the name");
    }
}
