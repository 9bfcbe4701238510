//! Results as a table for other programs: comma-separated values, or JSON.
//!
//! A row has what a list shows of a result, its words, and a link to it. Pure; does not know where rows come
//! from, nor where a table goes.

use parallax_engine::search::{ArticleCard, Hit, Item, QuoteCard, Snippet, WitnessCard};
use serde::{Serialize, Serializer};

use crate::{url::View, wording};

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values (RFC 4180), for spreadsheets.
    Csv,
    /// A list of objects.
    Json,
}

impl Format {
    /// What such a file's name ends with.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// What such a file is to a browser.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Json => "application/json",
        }
    }
}

/// What stands in a row under one name.
#[derive(Serialize)]
#[serde(untagged)]
enum Cell {
    Words(String),
    Number(usize),
}

/// A row: names and what stands under them, in order. Rows of one table have the same names.
struct Row(Vec<(&'static str, Cell)>);

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, cell)| (name, cell)))
    }
}

/// The results as a file's text. Links begin with `page`, the page's own address without its `#`.
#[must_use]
pub fn table(hits: &[Hit], page: &str, format: Format) -> String {
    let row = |hit: &Hit| match &hit.item {
        Item::Article(article, _) => article_row(article, page),
        Item::Quote(quote) => quote_row(quote, &[], page),
        Item::Utterance(quote, others) => quote_row(quote, others, page),
    };
    let rows: Vec<Row> = hits.iter().map(row).collect();
    match format {
        Format::Json => serde_json::to_string_pretty(&rows).unwrap_or_default(),
        Format::Csv => comma_separated(&rows),
    }
}

fn article_row(article: &ArticleCard, page: &str) -> Row {
    Row(vec![
        ("headline", words(&article.headline)),
        ("outlet", maybe(article.outlet.as_deref())),
        ("published", day(article)),
        ("time", maybe(article.published_time.as_deref())),
        ("event", maybe(article.event.as_deref())),
        ("authors", Cell::Words(article.authors.join("; "))),
        ("sent_from", maybe(article.place.as_deref())),
        ("speakers", Cell::Words(article.speakers.join("; "))),
        ("quotes", Cell::Number(article.quotations)),
        ("words", Cell::Number(article.words)),
        ("article", words(&article.id)),
        ("link", Cell::Words(format!("{page}{}", View::article(&article.id)))),
    ])
}

fn quote_row(quote: &QuoteCard, others: &[WitnessCard], page: &str) -> Row {
    let article = &*quote.article;
    let link = |article: &str, key: &str| format!("{page}{}", View::quote(article, key));
    let parts: Vec<_> = quote.parts.iter().map(|part| text(&part.words)).collect();
    let also: Vec<_> = others.iter().map(|other| link(&other.article.id, &other.key)).collect();
    Row(vec![
        ("quote", Cell::Words(parts.join(" … "))),
        ("kind", words(wording::kind_label(quote.kind))),
        ("speaker", maybe(quote.speaker.as_deref())),
        ("role", maybe(quote.role.as_deref())),
        ("reporting_words", maybe(quote.cue.as_ref().map(|(words, _)| words.as_str()))),
        ("confidence", words(quote.confidence.name())),
        ("outlet", maybe(article.outlet.as_deref())),
        ("published", day(article)),
        ("event", maybe(article.event.as_deref())),
        ("headline", words(&article.headline)),
        ("context", Cell::Words(text(&quote.context))),
        ("also_in", Cell::Words(also.join(" "))),
        ("article", words(&article.id)),
        ("link", Cell::Words(link(&article.id, &quote.key))),
    ])
}

fn words(words: &str) -> Cell {
    Cell::Words(words.to_owned())
}

fn maybe(words: Option<&str>) -> Cell {
    Cell::Words(words.unwrap_or_default().to_owned())
}

fn day(article: &ArticleCard) -> Cell {
    Cell::Words(article.published.map(|day| day.to_string()).unwrap_or_default())
}

fn text(snippet: &Snippet) -> String {
    snippet.pieces.iter().map(|piece| piece.text.as_str()).collect()
}

fn comma_separated(rows: &[Row]) -> String {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Nothing that is written into memory can fail.
    if let Some(first) = rows.first() {
        let _ = writer.write_record(first.0.iter().map(|(name, _)| *name));
    }
    for row in rows {
        let _ = writer.write_record(row.0.iter().map(|(_, cell)| harmless(cell)));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// What a spreadsheet shows and does not reckon: words that begin as a formula does get a mark before them,
/// since documents come from anywhere. JSON has them as they are.
fn harmless(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) => number.to_string(),
        Cell::Words(words) if words.starts_with(['=', '+', '-', '@', '\t', '\r']) => {
            format!("'{words}")
        }
        Cell::Words(words) => words.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, quote};

    fn hits(headline: &str) -> Vec<Hit> {
        let item = Item::Article(article("lisbon-dw", "DW", headline), None);
        vec![Hit { item, score: 0.0 }]
    }

    #[test]
    fn a_table_has_a_row_for_each_result_and_leads_to_it() {
        let table = table(&hits("Talks, \"at last\""), "https://page/", Format::Csv);
        let mut lines = table.split("\r\n");
        assert!(lines.next().unwrap().starts_with("headline,outlet,published"));
        let row = lines.next().unwrap();
        assert!(row.starts_with("\"Talks, \"\"at last\"\"\","), "{row}");
        assert!(row.ends_with("https://page/#/article/lisbon-dw"), "{row}");
        assert_eq!(lines.collect::<Vec<_>>(), [""]);
    }

    #[test]
    fn json_has_the_same_under_the_same_names() {
        let hit = Hit { item: Item::Quote(quote("k", &["a fresh start"])), score: 0.0 };
        let table = table(&[hit], "", Format::Json);
        let rows: serde_json::Value = serde_json::from_str(&table).unwrap();
        assert_eq!(rows[0]["speaker"], "Dmitry Medvedev");
        assert!(rows[0]["link"].as_str().unwrap().starts_with("#/quote/"), "{table}");
        assert!(table.find("\"quote\"") < table.find("\"speaker\""), "in order: {table}");
    }

    #[test]
    fn no_cell_is_reckoned_by_a_spreadsheet() {
        for words in ["=1+1", "+1", "-1", "@a"] {
            let table = table(&hits(words), "", Format::Csv);
            assert!(table.contains(&format!("\n'{words},")), "{table}");
        }
    }

    #[test]
    fn no_results_make_an_empty_table() {
        assert_eq!(table(&[], "", Format::Csv), "");
        assert_eq!(table(&[], "", Format::Json), "[]");
    }
}
