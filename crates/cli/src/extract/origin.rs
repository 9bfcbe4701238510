//! Where a document's text came from: the format of its file, and the way back from text to file.
//!
//! Does not know what is found in the text.

use parallax_engine::article::Document;
use serde_json::{Value, json};

/// Adds the format to what is told of a document. A text that markup stands for is not the file, so it
/// is added too, with the runs that lead back: each `[text start, text end, file start, file end]` in
/// bytes, of the file as it is decoded. What no run covers, the reader of the format put in.
pub(super) fn add(document: &Document, told: &mut Value) {
    let Some(origin) = &document.origin else {
        told["format"] = json!("text");
        return;
    };
    let runs =
        origin.runs.iter().map(|run| [run.text.start, run.text.end, run.file.start, run.file.end]);
    told["format"] = json!(origin.format);
    told["text"] = json!(document.text);
    told["runs"] = json!(runs.collect::<Vec<_>>());
}

#[cfg(test)]
mod tests {
    use super::*;
    use parallax_engine::{
        article::{Origin, Run},
        span::Span,
    };

    #[test]
    fn markup_leads_back_to_the_file() {
        let run = Run { text: Span::new(0, 5), file: Span::new(3, 8) };
        let origin = Origin { format: "HTML", runs: vec![run] };
        let document =
            Document { text: "Words".to_owned(), origin: Some(origin), ..Document::default() };
        let mut told = json!({ "bytes": 5 });
        add(&document, &mut told);
        let expected =
            json!({ "bytes": 5, "format": "HTML", "text": "Words", "runs": [[0, 5, 3, 8]] });
        assert_eq!(told, expected);
    }

    #[test]
    fn a_plain_text_is_its_own_file() {
        let mut told = json!({});
        add(&Document::default(), &mut told);
        assert_eq!(told, json!({ "format": "text" }));
    }
}
