//! Which encoding a file is in, and its text.
//!
//! A byte order mark tells, then what the file declares, then UTF-8 if it is that. Where nothing
//! tells, the file is refused: no encoding is guessed. After the WHATWG Encoding Standard, which
//! reads "iso-8859-1" as windows-1252.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::Fault;

/// How far into a file its declaration may stand, in bytes.
const HEAD: usize = 4096;

/// A file's text, and a note if it was not UTF-8.
#[derive(Debug)]
pub(crate) struct Decoded {
    /// The text; a mark of UTF-8 stays in it, as it is no letter of another encoding.
    pub(crate) text: String,
    /// What a reader should know of how it was read.
    pub(crate) note: Option<String>,
}

/// Decodes a file; on failure says at which byte, and what would help.
pub(crate) fn decode(bytes: Vec<u8>, markup: bool) -> Result<Decoded, (usize, Fault)> {
    if let Some((encoding, _)) =
        Encoding::for_bom(&bytes).filter(|(encoding, _)| *encoding != UTF_8)
    {
        return decoded(encoding, &bytes, "its byte order mark");
    }
    let declared = if markup { declared(&bytes)? } else { None };
    let error = match String::from_utf8(bytes) {
        Ok(text) => {
            // A file of ASCII with a declaration is the same in both.
            let note = declared.filter(|other| *other != UTF_8 && !text.is_ascii()).map(|other| {
                format!("the page declares {}, but it is UTF-8 and was read so", other.name())
            });
            return Ok(Decoded { text, note });
        }
        Err(error) => error,
    };
    let byte = error.utf8_error().valid_up_to();
    match declared.filter(|encoding| *encoding != UTF_8) {
        Some(encoding) => decoded(encoding, error.as_bytes(), "its declaration"),
        None => Err((byte, Fault::NotUtf8 { byte, hint: hint(error.as_bytes()) })),
    }
}

fn decoded(
    encoding: &'static Encoding,
    bytes: &[u8],
    told: &str,
) -> Result<Decoded, (usize, Fault)> {
    let name = encoding.name();
    let (rest, start) = match Encoding::for_bom(bytes) {
        Some((_, mark)) => (bytes.get(mark..).unwrap_or_default(), mark),
        None => (bytes, 0),
    };
    encoding.decode_without_bom_handling_and_without_replacement(rest).map_or_else(
        || {
            let byte = start + first_fault(encoding, rest);
            Err((byte, Fault::Undecodable { byte, encoding: name }))
        },
        |text| {
            let note = Some(format!("decoded as {name}, after {told}"));
            Ok(Decoded { text: text.into_owned(), note })
        },
    )
}

/// Where the bytes stop being of the encoding.
fn first_fault(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut out = [0_u16; 1024];
    let mut at = 0;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let (result, read, _) = decoder.decode_to_utf16_without_replacement(rest, &mut out, true);
        at += read;
        match result {
            encoding_rs::DecoderResult::Malformed(length, after) => {
                return at.saturating_sub(usize::from(length) + usize::from(after));
            }
            encoding_rs::DecoderResult::InputEmpty => return at,
            encoding_rs::DecoderResult::OutputFull => {}
        }
    }
}

/// The encoding that a page declares: `<meta charset=…>`, `charset=` in a content type, or XML's
/// `encoding=`.
fn declared(bytes: &[u8]) -> Result<Option<&'static Encoding>, (usize, Fault)> {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let xml = head.trim_start().starts_with("<?xml").then(|| after(&head, "encoding")).flatten();
    let Some(label) = xml.or_else(|| meta(&head)) else { return Ok(None) };
    // UTF-16 cannot declare itself in bytes that are read one by one.
    match Encoding::for_label(label.as_bytes()) {
        Some(encoding) if encoding == UTF_16LE || encoding == UTF_16BE => Ok(Some(UTF_8)),
        Some(encoding) => Ok(Some(encoding)),
        None => Err((0, Fault::UnknownEncoding(label.chars().take(40).collect()))),
    }
}

/// The charset of the first `meta` element that gives one.
fn meta(head: &str) -> Option<&str> {
    head.split("<meta").skip(1).find_map(|meta| after(meta.split('>').next()?, "charset"))
}

/// The value behind `name=`, with or without quotes.
fn after<'a>(words: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = words.split_once(name)?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)));
    let label = rest.get(..end.unwrap_or(rest.len()))?;
    (!label.is_empty()).then_some(label)
}

/// What the encoding of a file that is not UTF-8 may be, by its bytes.
fn hint(bytes: &[u8]) -> &'static str {
    let zeros =
        |odd: usize| bytes.iter().skip(odd).step_by(2).take(100).filter(|b| **b == 0).count();
    if bytes.len() > 8 && (zeros(0) > 20 || zeros(1) > 20) {
        " (it looks like UTF-16 without a byte order mark)"
    } else {
        " (it may be in Windows-1252 or Latin-1)"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], markup: bool) -> String {
        match decode(bytes.to_vec(), markup) {
            Ok(decoded) => decoded.text,
            Err((at, fault)) => format!("{at}: {fault}"),
        }
    }

    #[test]
    fn a_mark_or_a_declaration_tells() {
        assert_eq!(text(b"\xff\xfeH\0i\0", false), "Hi");
        assert_eq!(text(b"\xfe\xff\0H\0i", false), "Hi");
        assert_eq!(
            text(b"<meta charset='iso-8859-1'>\xe9\x93", true),
            "<meta charset='iso-8859-1'>é“"
        );
        assert_eq!(
            text(b"<?xml version='1.0' encoding='koi8-r'?>\xc1", true).chars().last(),
            Some('а')
        );
        let content = b"<META HTTP-EQUIV=x CONTENT=\"text/html; charset=windows-1251\">\xc0";
        assert_eq!(text(content, true).chars().last(), Some('А'));
        assert_eq!(text("<meta charset=latin1>é".as_bytes(), true), "<meta charset=latin1>é");
    }

    #[test]
    fn nothing_is_guessed() {
        for (bytes, markup, wanted) in [
            (&b"caf\xe9"[..], false, "3: is not UTF-8"),
            (b"caf\xe9", true, "Windows-1252"),
            (b"<meta charset=x-klingon>\xe9", true, "x-klingon"),
            (b"\xff\xfeH\0\0\xd8H\0", false, "UTF-16LE"),
            (b"<meta charset=shift_jis>\x81\x00", true, "24: "),
        ] {
            let said = text(bytes, markup);
            assert!(said.contains(wanted), "{said} lacks {wanted}");
        }
    }

    #[test]
    fn a_finding_says_what_was_used() {
        let note = |bytes: &[u8]| decode(bytes.to_vec(), true).unwrap().note.unwrap_or_default();
        assert_eq!(note(b"plain"), "");
        assert!(note(b"<meta charset=latin1>\xe9").contains("windows-1252"));
        assert!(note("<meta charset=latin1>é".as_bytes()).contains("it is UTF-8"));
    }
}
