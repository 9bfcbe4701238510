//! Reads documents and their sidecars from files.

use std::{
    collections::{BTreeMap, HashMap},
    fs, io,
    path::{Path, PathBuf},
};

use parallax_engine::{
    article::Document,
    ingest::Sidecar,
    workers::{Alone, Workers},
};
use parallax_formats::Format;

use crate::{CorpusError, Fault, encoding};

/// The documents of a folder, by name.
///
/// # Errors
///
/// A folder or file that cannot be read, is empty, is in an unknown encoding, is of an unknown kind or
/// has an unusable sidecar is refused by name. Hidden files are the system's, and are left alone.
pub fn read_folder(folder: &Path) -> Result<Vec<Document>, CorpusError> {
    read_folder_by(&Alone, folder)
}

pub(crate) fn read_folder_by(
    workers: &dyn Workers,
    folder: &Path,
) -> Result<Vec<Document>, CorpusError> {
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
    let documents = read_files_by(workers, &paths)?;
    if documents.is_empty() {
        return Err(CorpusError::new(folder, Fault::NoDocuments));
    }
    Ok(documents)
}

/// The documents at `paths` (texts, pages, rows and sidecars), by name.
///
/// # Errors
///
/// As [`read_folder`].
pub fn read_files(paths: &[PathBuf]) -> Result<Vec<Document>, CorpusError> {
    read_files_by(&Alone, paths)
}

pub(crate) fn read_files_by(
    workers: &dyn Workers,
    paths: &[PathBuf],
) -> Result<Vec<Document>, CorpusError> {
    let (mut texts, mut sidecars) = (BTreeMap::new(), BTreeMap::new());
    for path in paths {
        let (stem, list) = match kind(path)? {
            Kind::Document(stem) => (stem, &mut texts),
            Kind::Sidecar(stem) => (stem, &mut sidecars),
        };
        // Names that differ in case only would be one file on some systems.
        if let Some((_, other)) = list.insert(stem.to_lowercase(), (stem, path)) {
            return Err(CorpusError::new(path, Fault::Twice(other.display().to_string())));
        }
    }
    let mut documents: Vec<Document> = Vec::with_capacity(texts.len());
    let mut names: HashMap<String, &PathBuf> = HashMap::new();
    for (key, (stem, path)) in texts {
        let beside =
            sidecars.remove(&key).map(|(_, path)| Ok((path, sidecar(path)?))).transpose()?;
        let mut found = read_bytes_by(workers, &extension(path), &stem, bytes(path)?).map_err(
            |mut error| {
                error.path.clone_from(path);
                error
            },
        )?;
        if let Some((beside, sidecar)) = beside {
            match found.as_mut_slice() {
                [document] => document.sidecar = Some(sidecar),
                _ => return Err(CorpusError::new(beside, Fault::SidecarOfRows)),
            }
        }
        for document in &found {
            if let Some(other) = names.insert(document.id.to_lowercase(), path) {
                let other = format!("{} in {}", document.id, other.display());
                return Err(CorpusError::new(path, Fault::Twice(other)));
            }
        }
        documents.extend(found);
    }
    if let Some((stem, path)) = sidecars.into_values().next() {
        return Err(CorpusError::new(path, Fault::NoDocument(format!("{stem}.txt"))));
    }
    documents.sort_by(|left, right| left.id.cmp(&right.id));
    Ok(documents)
}

/// The documents in the bytes of a file called `stem` with that extension. Any bytes give documents
/// or an error; nothing is read from outside.
///
/// # Errors
///
/// Bytes in an encoding that is not known, or a broken or empty document.
pub fn read_bytes(
    extension: &str,
    stem: &str,
    bytes: Vec<u8>,
) -> Result<Vec<Document>, CorpusError> {
    read_bytes_by(&Alone, extension, stem, bytes)
}

fn read_bytes_by(
    workers: &dyn Workers,
    extension: &str,
    stem: &str,
    bytes: Vec<u8>,
) -> Result<Vec<Document>, CorpusError> {
    let path = Path::new(stem).with_extension(extension);
    let Some(named) = Format::of_extension(extension) else {
        return Err(CorpusError::new(&path, Fault::UnknownKind));
    };
    if u32::try_from(bytes.len()).is_err() {
        return Err(CorpusError::new(&path, Fault::TooLarge));
    }
    let lines: Vec<usize> =
        bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at).collect();
    let decoded =
        encoding::decode(bytes, named != Format::JsonLines).map_err(|(byte, fault)| {
            let line = lines.partition_point(|&at| at < byte) + 1;
            CorpusError::at(&path, u32::try_from(line).unwrap_or(u32::MAX), fault)
        })?;
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    if decoded.text.chars().all(blank) {
        return Err(CorpusError::new(&path, Fault::Empty));
    }
    let format = if named == Format::Text { Format::of_text(&decoded.text) } else { named };
    let read = parallax_formats::read_by(workers, format, stem, &decoded.text);
    let mut documents = read.map_err(|error| match error.line() {
        Some(line) => CorpusError::at(&path, line, Fault::Format(error)),
        None => CorpusError::new(&path, Fault::Format(error)),
    })?;
    for document in &mut documents {
        document.notes.extend(decoded.note.clone());
    }
    Ok(documents)
}

/// What a file is by its name.
enum Kind {
    Document(String),
    Sidecar(String),
}

fn extension(path: &Path) -> String {
    path.extension().and_then(|extension| extension.to_str()).unwrap_or_default().to_owned()
}

fn kind(path: &Path) -> Result<Kind, CorpusError> {
    if path.is_dir() {
        return Err(CorpusError::new(path, Fault::Nested));
    }
    let stem = path.file_stem().map(|stem| stem.to_str().map(str::to_owned));
    let stem = stem.flatten().ok_or_else(|| CorpusError::new(path, Fault::BadName))?;
    match extension(path).as_str() {
        "toml" => Ok(Kind::Sidecar(stem)),
        name if Format::of_extension(name).is_some() => Ok(Kind::Document(stem)),
        _ => Err(CorpusError::new(path, Fault::UnknownKind)),
    }
}

/// What a sidecar says.
fn sidecar(path: &Path) -> Result<Sidecar, CorpusError> {
    let text = String::from_utf8(bytes(path)?).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        CorpusError::at(path, 1, Fault::NotUtf8 { byte, hint: "" })
    })?;
    parallax_formats::sidecar(&text)
        .map_err(|error| CorpusError::at(path, error.line, Fault::Sidecar(error)))
}

fn bytes(path: &Path) -> Result<Vec<u8>, CorpusError> {
    fs::read(path).map_err(|error| CorpusError::new(path, Fault::Unreadable(error)))
}
