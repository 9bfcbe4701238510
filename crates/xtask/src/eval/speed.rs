//! Speed on one core, text in to quotations out, and whether it holds in one long document.

use serde::Deserialize;

use super::{inputs::Inputs, parallax::Parallax, rows, table::Figure};
use crate::error::{At, Error, Result};
use crate::{process, root};

/// The sizes of one document that are compared, in bytes.
const SHORT: usize = 1_000_000;
const LONG: usize = 10_000_000;

#[derive(Deserialize)]
struct Text {
    doc_id: String,
    text: String,
}

/// Speed over many articles, and in one document of 10 MB against one of 1 MB.
pub(super) fn figures(inputs: &Inputs, parallax: &Parallax) -> Result<Vec<Figure>> {
    let texts = unpacked(inputs)?;
    let named: Vec<(&str, &str)> =
        texts.iter().map(|row| (row.doc_id.as_str(), row.text.as_str())).collect();
    let articles = parallax.texts("train", &named)?.timing;
    let one = |bytes: usize| -> Result<f64> {
        Ok(parallax.texts("one", &[("one", &joined(&texts, bytes))])?.timing.speed())
    };
    let (short, long) = (one(SHORT)?, one(LONG)?);
    Ok(vec![
        Figure::at_least("speed: articles", articles.speed(), 20.0, " MB/s"),
        Figure::at_least("speed: one document of 10 MB", long, 20.0, " MB/s"),
        Figure::at_least("speed: 10 MB against 1 MB", 100.0 * long / short, 80.0, " %"),
    ])
}

/// The texts one after another, again from the first when they are over, `bytes` long.
fn joined(texts: &[Text], bytes: usize) -> String {
    let mut joined = String::with_capacity(bytes);
    for row in texts.iter().cycle().filter(|row| !row.text.is_empty()) {
        joined.push_str(&row.text);
        joined.push_str("\n\n");
        if joined.len() >= bytes {
            break;
        }
    }
    joined.truncate(joined.floor_char_boundary(bytes));
    joined
}

fn unpacked(inputs: &Inputs) -> Result<Vec<Text>> {
    const PROGRAM: &str = "import gzip, shutil, sys\n\
         with gzip.open(sys.argv[1]) as packed, open(sys.argv[2], 'wb') as plain:\n    \
         shutil.copyfileobj(packed, plain)";
    let path = root::generated().join("eval/train.gold.jsonl");
    std::fs::create_dir_all(root::generated().join("eval")).at("make", &path)?;
    let mut python = process::command("python3");
    python.args(["-c", PROGRAM]).arg(&inputs.train).arg(&path);
    if process::output(&mut python).is_none() {
        let problem = "cannot be unpacked: fetch it again".to_owned();
        return Err(Error::Content { path: inputs.train.clone(), problem });
    }
    let texts: Vec<Text> = rows::read(&path)?;
    if texts.iter().all(|row| row.text.is_empty()) {
        let problem = "has no text: fetch it again".to_owned();
        return Err(Error::Content { path: inputs.train.clone(), problem });
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_joined_to_the_size() {
        let text = |text: &str| Text { doc_id: "a".to_owned(), text: text.to_owned() };
        assert_eq!(joined(&[text("“a”"), text("")], 12), "“a”\n\n“");
    }
}
