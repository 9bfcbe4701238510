//! The list of what is shipped with the page, as SPDX 2.3: every crate whose code is in its modules, and the
//! typefaces. Written beside the page; no page asks for it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};

use crate::error::{Error, Result};
use crate::{files, process, root};

/// What the list is called, in the folder of the page.
pub const FILE: &str = "shipped.spdx.json";

/// What the page's modules are built from.
const PROGRAMS: [&str; 2] = ["parallax-page", "parallax-recheck"];

/// The typefaces, which stand in the page's folder beside their licences.
const TYPEFACES: [&str; 2] = ["Newsreader", "Public Sans"];

/// Writes the list into the folder of the built page.
pub fn write() -> Result<()> {
    let mut cargo = process::command("cargo");
    cargo.args(["metadata", "--format-version", "1", "--locked"]);
    cargo.args(["--filter-platform", "wasm32-unknown-unknown"]);
    let odd = |problem: &str| Error::Content {
        path: root::root().join("Cargo.lock"),
        problem: problem.to_owned(),
    };
    let told =
        process::output(&mut cargo).ok_or_else(|| odd("cannot be read by cargo metadata"))?;
    let told: Value = serde_json::from_str(&told).map_err(|_| odd("is told in another form"))?;
    let (day, commit) = process::commit();
    let list = document(&shipped(&told), &day, &commit);
    let path = root::dist().join(FILE);
    let text = serde_json::to_string_pretty(&list).unwrap_or_default();
    files::write(&path, &format!("{text}\n"))?;
    let count = list["packages"].as_array().map_or(0, Vec::len);
    println!("  shipped       {count} packages, in {}", below_root(&path));
    Ok(())
}

fn below_root(path: &Path) -> String {
    files::below(root::root(), path)
}

/// The packages whose code is in the modules: what the programs are made of, without what runs only while
/// they are compiled.
fn shipped(told: &Value) -> Vec<&Value> {
    let list = |value: &'_ Value| value.as_array().cloned().unwrap_or_default();
    let packages: BTreeMap<&str, &Value> = array(&told["packages"])
        .filter_map(|package| Some((package["id"].as_str()?, package)))
        .collect();
    let nodes: BTreeMap<&str, &Value> = array(&told["resolve"]["nodes"])
        .filter_map(|node| Some((node["id"].as_str()?, node)))
        .collect();
    let runs = |package: &Value| {
        !array(&package["targets"])
            .any(|target| list(&target["kind"]).contains(&json!("proc-macro")))
    };
    let named =
        |package: &&Value| package["name"].as_str().is_some_and(|it| PROGRAMS.contains(&it));
    let programs = packages.values().copied().filter(|package| named(package));
    let mut waiting: Vec<&str> = programs.filter_map(|package| package["id"].as_str()).collect();
    let mut found = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        let Some(package) = packages.get(id).filter(|package| runs(package)) else { continue };
        if !found.insert((package["name"].as_str(), package["version"].as_str(), id)) {
            continue;
        }
        let needs = nodes.get(id).into_iter().flat_map(|node| array(&node["deps"]));
        let needs =
            needs.filter(|need| array(&need["dep_kinds"]).any(|kind| kind["kind"].is_null()));
        waiting.extend(needs.filter_map(|need| need["pkg"].as_str()));
    }
    found.into_iter().filter_map(|(_, _, id)| packages.get(id).copied()).collect()
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn document(packages: &[&Value], day: &str, commit: &str) -> Value {
    let crates = packages.iter().map(|package| {
        let (name, version) = (&package["name"], &package["version"]);
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let from = match package["source"].is_null() {
            true => "NOASSERTION".to_owned(),
            false => format!("https://crates.io/crates/{}/{}", text(name), text(version)),
        };
        entry(&text(name), &text(version), &text(&package["license"]), &from)
    });
    let faces = TYPEFACES.iter().map(|name| entry(name, "", "OFL-1.1", "NOASSERTION"));
    let all: Vec<Value> = crates.chain(faces).collect();
    let described: Vec<&Value> = all.iter().map(|package| &package["SPDXID"]).collect();
    json!({
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": "parallax",
        "documentNamespace": format!("urn:parallax:{}", commit.replace(' ', "-")),
        "creationInfo": {
            "created": format!("{day}T00:00:00Z"),
            "creators": ["Tool: cargo xtask shipped"],
        },
        "documentDescribes": described,
        "packages": all,
    })
}

fn entry(name: &str, version: &str, licence: &str, from: &str) -> Value {
    let plain =
        |letter: char| if letter.is_ascii_alphanumeric() || letter == '.' { letter } else { '-' };
    let id: String = format!("{name}-{version}").chars().map(plain).collect();
    // Older packages say "or" with a slash.
    let licence = licence.replace('/', " OR ");
    json!({
        "SPDXID": format!("SPDXRef-{id}"),
        "name": name,
        "versionInfo": version,
        "downloadLocation": from,
        "filesAnalyzed": false,
        "licenseDeclared": licence,
        "licenseConcluded": "NOASSERTION",
        "copyrightText": "NOASSERTION",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, kind: &str) -> Value {
        json!({ "id": name, "name": name, "version": "1.0.0", "license": "MIT/Apache-2.0",
            "source": "registry", "targets": [{ "kind": [kind] }] })
    }

    fn need(name: &str, kind: &Value) -> Value {
        json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] })
    }

    #[test]
    fn what_only_compiles_is_not_shipped() {
        let deps = [
            need("runs", &Value::Null),
            need("builds", &json!("build")),
            need("derives", &Value::Null),
        ];
        let told = json!({
            "packages": [package("parallax-page", "bin"), package("runs", "lib"),
                package("builds", "lib"), package("derives", "proc-macro"), package("other", "lib")],
            "resolve": { "nodes": [{ "id": "parallax-page", "deps": deps }] },
        });
        let shipped = shipped(&told);
        let names: Vec<_> =
            shipped.iter().map(|package| package["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["parallax-page", "runs"]);
        let list = document(&shipped, "2026-01-02", "abc and changes");
        assert_eq!(list["packages"][1]["licenseDeclared"], "MIT OR Apache-2.0");
        assert_eq!(list["packages"].as_array().map(Vec::len), Some(4), "two typefaces");
        assert_eq!(list["documentNamespace"], "urn:parallax:abc-and-changes");
    }

    #[test]
    fn the_typefaces_are_those_of_the_page() {
        let fonts = files::all_below(&root::root().join("public/fonts")).unwrap();
        let licences = fonts.iter().filter(|path| path.to_string_lossy().ends_with("-OFL.txt"));
        assert_eq!(licences.count(), TYPEFACES.len());
    }
}
