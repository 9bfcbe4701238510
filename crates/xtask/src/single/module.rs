//! The page's module in one script: its two scripts put together, and the bytes of its parts and of the check
//! beside them in letters.
//!
//! Scripts in a file cannot import each other without a request, so their `import` and `export` are undone;
//! a form that is not known here stops the build.

use super::{Whole, parts};
use crate::error::Result;
use crate::files;

/// The script, and what it reads: elements that are no scripts.
pub(super) struct Module {
    pub(super) script: String,
    pub(super) data: String,
}

/// Gives the bytes that stand in the page under a name. They are read at once: the page replaces all that
/// stands in its body. The check is a worker, made of its own script and bytes.
const READING: &str = r#"
const letters = new Map();
for (const element of document.querySelectorAll("script[data-name]")) letters.set(element.dataset.name, element.textContent);
const inside = async (name) => Uint8Array.from(atob(letters.get(name)), (letter) => letter.charCodeAt(0));
const recheck = document.querySelector("meta[name=recheck]");
if (recheck) {
  const start = `;wasm_bindgen({ module_or_path: Uint8Array.from(atob("${letters.get("recheck.wasm")}"), (letter) => letter.charCodeAt(0)) });`;
  recheck.content = URL.createObjectURL(new Blob([letters.get("recheck.js"), start], { type: "text/javascript" }));
}
"#;

/// The module of a page.
pub(super) fn of(whole: &Whole<'_>) -> Result<Module> {
    let name = whole.address("from './", '\'')?.trim_end_matches(".js").to_owned();
    let page = files::text(&whole.folder.join(format!("{name}.js")))?;
    let fetcher = files::text(&whole.folder.join(format!("{name}-parts.js")))?;
    let mut data = String::new();
    let mut put = |name: &str, file: &str| -> Result<()> {
        let letters = whole.encoded(file)?;
        data.push_str(&element("application/octet-stream", name, &letters));
        Ok(())
    };
    put("page.wasm", &format!("{name}_bg.wasm"))?;
    let (fetcher, fetched) = without_requests(&fetcher).ok_or_else(|| odd(whole))?;
    for part in &fetched {
        put(part, part)?;
    }
    if let Some(loader) = parts::between(&whole.page, "name=\"recheck\" content=\"", "_loader.js\"")
    {
        put("recheck.wasm", &format!("{loader}_bg.wasm"))?;
        let script = files::text(&whole.folder.join(format!("{loader}.js")))?;
        data.push_str(&element("text/plain", "recheck.js", &whole.fits(script, "</script")?));
    }
    let script = joined(&page, &fetcher).ok_or_else(|| odd(whole))?;
    Ok(Module { script: whole.fits(script, "</script")?, data })
}

fn odd(whole: &Whole<'_>) -> crate::error::Error {
    whole.odd("loads scripts of a form that cannot be put into one file")
}

fn element(kind: &str, name: &str, content: &str) -> String {
    format!("<script type=\"{kind}\" data-name=\"{name}\">{content}</script>\n")
}

/// The script that fetches parts, taking them from inside; and the parts' files.
fn without_requests(fetcher: &str) -> Option<(String, Vec<String>)> {
    const FETCH: &str = "fetch(new URL(\"./";
    const BASE: &str = "\", import.meta.url))";
    let (mut script, mut files, mut rest) = (String::new(), Vec::new(), fetcher);
    while let Some((before, behind)) = rest.split_once(FETCH) {
        let (file, behind) = behind.split_once(BASE)?;
        script.push_str(&format!("{before}inside(\"{file}\")"));
        files.push(file.to_owned());
        rest = behind;
    }
    script.push_str(rest);
    let streams = "WebAssembly.instantiateStreaming(src, imports)";
    (script.matches(streams).count() == files.len()).then_some(())?;
    Some((script.replace(streams, "WebAssembly.instantiate(await src, imports)"), files))
}

/// Both scripts as one that starts the page.
fn joined(page: &str, fetcher: &str) -> Option<String> {
    let (fetcher, given) = closed(fetcher)?;
    let (page, mut exported) = closed(&as_constants(page))?;
    exported.retain(|name| !name.contains(" as "));
    let script = format!(
        "{READING}const parts = (() => {{\n{fetcher}\nreturn {{ {} }};\n}})();\n{page}\n\
         await __wbg_init({{ module_or_path: await inside(\"page.wasm\") }});\n\
         window.wasmBindings = {{ {} }};\n\
         dispatchEvent(new CustomEvent(\"TrunkApplicationStarted\", {{ detail: {{ wasm }} }}));\n",
        given.join(", "),
        exported.join(", "),
    );
    // What is left of a module's own words would be refused by the browser.
    let plain =
        !script.lines().any(|line| line.starts_with("import ") || line.starts_with("export "));
    plain.then_some(script)
}

/// The page's script with the parts' functions as a constant: `import * as a from "…"`.
fn as_constants(page: &str) -> String {
    let line =
        |line: &str| match line.strip_prefix("import * as ").and_then(|it| it.split_once(" from "))
        {
            Some((name, _)) => format!("const {name} = parts;\n"),
            None => format!("{line}\n"),
        };
    page.lines().map(line).collect()
}

/// A script without the words of a module, and the names that it exported.
fn closed(script: &str) -> Option<(String, Vec<String>)> {
    let (mut plain, mut names) = (String::new(), Vec::new());
    for line in script.lines() {
        if let Some(list) = line.strip_prefix("export { ") {
            names.extend(list.strip_suffix(" };")?.split(", ").map(str::to_owned));
        } else if let Some(told) = line.strip_prefix("export ") {
            let (_, name) = told.split_once(' ')?;
            names.push(name.split([' ', '(']).next()?.to_owned());
            plain.push_str(&format!("{told}\n"));
        } else if !line.starts_with("import { ") {
            plain.push_str(&format!("{line}\n"));
        }
    }
    Some((plain, names))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "import * as import1 from \"./page-1-parts.js\"\n\
        export function pack_begin() {\n}\nfunction initSync() {}\nasync function __wbg_init() {}\n\
        export { initSync, __wbg_init as default };\n";
    const FETCHER: &str = "import { initSync } from \"./page-1.js\";\n\
        const src = fetch(new URL(\"./parts-1/a.wasm\", import.meta.url));\n\
        const b = async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n\
        export const __load = wrap(b);\n";

    #[test]
    fn two_scripts_become_one_that_asks_for_nothing() {
        let (fetcher, files) = without_requests(FETCHER).unwrap();
        assert_eq!(files, ["parts-1/a.wasm"]);
        let script = joined(PAGE, &fetcher).unwrap();
        assert!(script.contains("const import1 = parts;"), "{script}");
        assert!(script.contains("inside(\"parts-1/a.wasm\")"), "{script}");
        assert!(script.contains("return { __load };"), "{script}");
        assert!(script.contains("window.wasmBindings = { pack_begin, initSync };"), "{script}");
        for never in ["import ", "export ", "fetch(", "import.meta"] {
            assert!(!script.contains(never), "{never} in {script}");
        }
    }

    #[test]
    fn a_form_that_is_not_known_is_refused() {
        assert!(joined("export default 1;\nimport a from \"b\"\n", "").is_none());
        let half = FETCHER.replace("instantiateStreaming", "compileStreaming");
        assert!(without_requests(&half).is_none());
    }
}
