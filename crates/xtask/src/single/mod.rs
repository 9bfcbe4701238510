//! The page as one file, with everything inside: it opens from a disk by double click and asks for nothing.
//!
//! Made of the finished page in `dist/`, whose files it puts into its first one. Does not know what the page
//! shows, nor how it was built.

mod module;
mod parts;

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::error::{At, Error, Result};
use crate::{digest, files, seal};

/// What the file is called, in the folder of the page.
pub const FILE: &str = "parallax.html";

/// By this name the page is told where it is published (`src/hooks/use_copy.rs`).
const PUBLISHED: &str = "published";

/// Makes the one file of the page in `folder`; `published` is the address where the page can also be found.
pub fn write(folder: &Path, published: Option<&str>) -> Result<PathBuf> {
    let page = files::text(&folder.join("index.html"))?;
    let path = folder.join(FILE);
    files::write(&path, &Whole { folder, page }.as_one(published)?)?;
    println!("  one file      is {}", path.display());
    Ok(path)
}

/// A finished page and the folder of its files.
struct Whole<'a> {
    folder: &'a Path,
    page: String,
}

impl Whole<'_> {
    fn as_one(&self, published: Option<&str>) -> Result<String> {
        if self.page.contains("data-pack") {
            return Err(self.odd("has its articles beside it: one file is made of up to 1 MB"));
        }
        let style = self.style()?;
        let boot = files::text(&self.folder.join(self.address("<script src=\"./", '"')?))?;
        let module = module::of(self)?;
        let icon = self.data_address(self.address("<link rel=\"icon\" href=\"./", '"')?)?;
        let head = self.head(&icon, published)?;
        let policy =
            seal::single_policy(&[&boot, &module.script], &digest::sha256(style.as_bytes()));
        let body = parts::between(&self.page, "<body>", "</body>")
            .ok_or_else(|| self.odd("has no body"))?;
        let html = format!(
            "<!doctype html>\n<html lang=\"en\" translate=\"no\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n{head}\
             <style>{style}</style>\n<script>{boot}</script>\n\
             <script type=\"module\">{}</script>\n</head>\n<body>{body}{}</body>\n</html>\n",
            module.script, module.data,
        );
        Ok(html)
    }

    /// The page's head without what names other files: what is left says what the page is.
    fn head(&self, icon: &str, published: Option<&str>) -> Result<String> {
        let head = parts::between(&self.page, "<head>", "</head>")
            .ok_or_else(|| self.odd("has no head"))?;
        let kept = parts::elements(head).filter(|element| {
            let names = ["charset", "http-equiv", "name=\"offline\""];
            let said = element.starts_with("<meta") || element.starts_with("<title");
            said && !names.iter().any(|name| element.contains(name))
        });
        let mut told: String = kept.flat_map(|element| [element, "\n"]).collect();
        told.push_str(&format!("<link rel=\"icon\" href=\"{icon}\">\n"));
        if let Some(published) = published {
            told.push_str(&format!("{}\n", seal::told(PUBLISHED, &parts::quoted(published))));
        }
        Ok(told)
    }

    /// The style sheet with its fonts inside.
    fn style(&self) -> Result<String> {
        let name = self.address("<link rel=\"stylesheet\" href=\"./", '"')?;
        let sheet = files::text(&self.folder.join(name))?;
        let mut whole = String::new();
        let mut rest = sheet.as_str();
        while let Some((before, behind)) = rest.split_once("url(\"fonts/") {
            let (font, behind) = behind
                .split_once("\")")
                .ok_or_else(|| self.odd("has a style that is cut short"))?;
            let address = self.data_address(&format!("fonts/{font}"))?;
            whole.push_str(&format!("{before}url(\"{address}\")"));
            rest = behind;
        }
        whole.push_str(rest);
        self.fits(whole, "</style")
    }

    /// A text that is put between two tags, if it does not end them.
    fn fits(&self, text: String, end: &str) -> Result<String> {
        let odd = text.to_ascii_lowercase().contains(end) || text.contains("<!--");
        if odd {
            Err(self.odd(&format!("loads a file that holds `{end}` or `<!--`")))
        } else {
            Ok(text)
        }
    }

    /// What stands behind `start` in the page, up to `end`: part of a file's name.
    fn address(&self, start: &str, end: char) -> Result<&str> {
        let behind = self.page.split_once(start).and_then(|(_, behind)| behind.split_once(end));
        behind.map(|(address, _)| address).ok_or_else(|| self.odd(&format!("has no `{start}`")))
    }

    /// A file as an address that is all of it.
    fn data_address(&self, file: &str) -> Result<String> {
        let kind = match file.rsplit_once('.').map(|(_, ending)| ending) {
            Some("svg") => "image/svg+xml",
            _ => "font/woff2",
        };
        Ok(format!("data:{kind};base64,{}", self.encoded(file)?))
    }

    /// A file's bytes in letters.
    fn encoded(&self, file: &str) -> Result<String> {
        let path = self.folder.join(file);
        Ok(STANDARD.encode(fs::read(&path).at("read", &path)?))
    }

    fn odd(&self, problem: &str) -> Error {
        Error::Content { path: self.folder.join("index.html"), problem: problem.to_owned() }
    }
}
