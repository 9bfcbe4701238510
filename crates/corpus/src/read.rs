//! Reads documents and their sidecars from files.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use parallax_engine::{article::Document, ingest::Sidecar};

use crate::{CorpusError, Fault};

/// The documents of a folder, by name.
///
/// # Errors
///
/// A folder or file that cannot be read, is empty, is not UTF-8, is of an unknown kind or has an
/// unusable sidecar is refused by name. Hidden files are the system's, and are left alone.
pub fn read_folder(folder: &Path) -> Result<Vec<Document>, CorpusError> {
    let unreadable = |error: io::Error| CorpusError::new(folder, Fault::Unreadable(error));
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if !hidden {
            paths.push(path);
        }
    }
    paths.sort();
    let documents = read_files(&paths)?;
    if documents.is_empty() {
        return Err(CorpusError::new(folder, Fault::NoDocuments));
    }
    Ok(documents)
}

/// The documents at `paths` (texts and sidecars), by name.
///
/// # Errors
///
/// As [`read_folder`].
pub fn read_files(paths: &[PathBuf]) -> Result<Vec<Document>, CorpusError> {
    let (mut texts, mut sidecars) = (BTreeMap::new(), BTreeMap::new());
    for path in paths {
        let (stem, list) = match kind(path)? {
            Kind::Text(stem) => (stem, &mut texts),
            Kind::Sidecar(stem) => (stem, &mut sidecars),
        };
        // Names that differ in case only would be one file on some systems.
        if let Some((_, other)) = list.insert(stem.to_lowercase(), (stem, path)) {
            return Err(CorpusError::new(path, Fault::Twice(other.display().to_string())));
        }
    }
    let mut documents = Vec::with_capacity(texts.len());
    for (key, (stem, path)) in texts {
        let sidecar = sidecars.remove(&key).map(|(_, path)| sidecar(path)).transpose()?;
        let text = utf8(path)?;
        documents.push(Document { id: stem, text, sidecar });
    }
    if let Some((stem, path)) = sidecars.into_values().next() {
        return Err(CorpusError::new(path, Fault::NoDocument(format!("{stem}.txt"))));
    }
    documents.sort_by(|left, right| left.id.cmp(&right.id));
    Ok(documents)
}

/// What a file is by its name.
enum Kind {
    Text(String),
    Sidecar(String),
}

fn kind(path: &Path) -> Result<Kind, CorpusError> {
    if path.is_dir() {
        return Err(CorpusError::new(path, Fault::Nested));
    }
    let stem = path.file_stem().map(|stem| stem.to_str().map(str::to_owned));
    let stem = stem.flatten().ok_or_else(|| CorpusError::new(path, Fault::BadName))?;
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("txt") => Ok(Kind::Text(stem)),
        Some("toml") => Ok(Kind::Sidecar(stem)),
        _ => Err(CorpusError::new(path, Fault::UnknownKind)),
    }
}

/// A sidecar's text, once it is known to be usable.
fn sidecar(path: &Path) -> Result<String, CorpusError> {
    let text = utf8(path)?;
    match Sidecar::parse(&text) {
        Ok(_) => Ok(text),
        Err(error) => Err(CorpusError::at(path, error.line, Fault::Sidecar(error))),
    }
}

/// The file's text.
fn utf8(path: &Path) -> Result<String, CorpusError> {
    let bytes = fs::read(path).map_err(|error| CorpusError::new(path, Fault::Unreadable(error)))?;
    if u32::try_from(bytes.len()).is_err() {
        return Err(CorpusError::new(path, Fault::TooLarge));
    }
    let hint = hint(&bytes);
    let text = String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        let breaks = error.as_bytes().iter().take(byte).filter(|&&byte| byte == b'\n').count();
        let line = u32::try_from(breaks + 1).unwrap_or(u32::MAX);
        CorpusError::at(path, line, Fault::NotUtf8 { byte, hint })
    })?;
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        return Err(CorpusError::new(path, Fault::Empty));
    }
    Ok(text)
}

/// What the encoding of a file that is not UTF-8 may be, by its first bytes.
fn hint(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => " (it looks like UTF-16)",
        _ => " (it may be in Windows-1252 or Latin-1)",
    }
}
