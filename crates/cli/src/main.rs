//! The `parallax` command: extract, check and pack a corpus from a terminal.
//!
//! Reads arguments and prints; what is found in documents the engine decides, and how files are
//! read the corpus crate.

mod asked;
mod check;
mod compare;
mod concordance;
mod explain;
mod extract;
mod opened;
mod pack;
mod points;
mod rows;
mod search;
mod why;

use std::{
    fs,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result};
use asked::Asked;
use clap::{Parser, Subcommand};
use opened::Opened;
use parallax_engine::article::Document;

/// Many lists come and go while documents are read: with the system's own allocator the extraction
/// takes a quarter longer.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Debug, Parser)]
#[command(
    name = "parallax",
    version,
    about = "Extract, inspect and search a corpus of news documents."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print what is found in documents: metadata, quotations, speakers, events.
    Extract {
        /// Folders and files to read.
        #[arg(required_unless_present = "jsonl", conflicts_with = "jsonl")]
        paths: Vec<PathBuf>,
        /// Print JSON, which is also the form where none is named.
        #[arg(long, conflicts_with = "explain")]
        json: bool,
        /// Show stage by stage how the documents were read.
        #[arg(long)]
        explain: bool,
        /// Write what `--explain` shows as a page that needs no other file.
        #[arg(long, value_name = "FILE", requires = "explain")]
        html: Option<PathBuf>,
        /// Read rows {"doc_id", "text"} from this file and print rows {"doc_id", "quotes"}.
        #[arg(long, value_name = "ROWS")]
        jsonl: Option<PathBuf>,
        /// Run several times, and tell how long the fastest took, text in to quotations out.
        #[arg(long, requires = "jsonl")]
        timing: bool,
    },
    /// Print what is doubtful in documents.
    Check {
        /// A folder or files.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Find articles, quotations or utterances, by the page's own search language.
    Search {
        #[command(flatten)]
        asked: Asked,
        /// How many results to print: 20 unless told, and all as JSON.
        #[arg(long, value_name = "COUNT")]
        limit: Option<usize>,
        /// Print the words in their context instead, sorted by what stands to the right of them, to the
        /// left, or by their place.
        #[arg(long, value_name = "SIDE", num_args = 0..=1, require_equals = true, default_missing_value = "right")]
        kwic: Option<concordance::Side>,
    },
    /// Print why a result has its score, or why an article or quotation is no result.
    Explain {
        #[command(flatten)]
        asked: Asked,
        /// The article's name, or `article/quotation` as a search prints it.
        id: String,
    },
    /// Lay two articles beside each other, passage against passage; with up to two more, each against the first. Tell
    /// what they disagree about, what each alone carries, and what all have.
    Compare {
        /// The articles' names.
        #[arg(required = true, num_args = 2..=4, value_name = "ID")]
        ids: Vec<String>,
        #[command(flatten)]
        opened: Opened,
        /// Print JSON.
        #[arg(long)]
        json: bool,
        /// So many letters in a line: as wide as the terminal unless told.
        #[arg(long, value_name = "LETTERS", conflicts_with = "json")]
        width: Option<usize>,
    },
    /// Make the pack that the page is built from, and print how many bytes each section takes.
    Pack {
        /// The documents: a folder, or a file (text, HTML, Markdown, JSON Lines).
        path: PathBuf,
        /// The file to write.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// Keep where every word stands: half as large again, and opened without going through the texts.
        /// A pack of 8 MB of text or more has it anyway.
        #[arg(long)]
        places: bool,
        /// Print everything that is doubtful, not the first twenty findings only.
        #[arg(long)]
        findings: bool,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(code) => code,
        // Whoever reads the output has seen enough.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("parallax: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}

fn run(command: Command) -> Result<ExitCode> {
    // A terminal's own output is written line by line, and looks for the ends of lines in every piece.
    let out = &mut BufWriter::new(io::stdout().lock());
    match command {
        Command::Extract { jsonl: Some(rows), timing, .. } => {
            rows::extract(&rows, timing, out, &mut io::stderr().lock())?;
        }
        Command::Extract { paths, explain: true, html, .. } => {
            explain(&documents(&paths)?, html.as_deref(), out)?;
        }
        Command::Extract { paths, .. } => {
            extract::print(&documents(&paths)?, out)?;
        }
        Command::Check { paths } => {
            check::print(&documents(&paths)?, &paths, out)?;
        }
        Command::Search { asked, limit, kwic } => search(&asked, limit, kwic, out)?,
        Command::Explain { asked, id } => why(&asked, &id, out)?,
        Command::Compare { ids, opened, json, width } => {
            let compared = compare::Compared::of(&opened.engine()?, &ids)?;
            compared.print(json, width, out)?;
        }
        Command::Pack { path, output, places, findings } => {
            pack::run(&path, &output, places, findings, out)?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The documents of folders and files.
fn documents(paths: &[PathBuf]) -> Result<Vec<Document>> {
    let (folders, files): (Vec<_>, Vec<_>) = paths.iter().cloned().partition(|path| path.is_dir());
    let mut documents = parallax_corpus::read_files(&files)?;
    for folder in folders {
        documents.extend(parallax_corpus::read_folder(&folder)?);
    }
    documents.sort_by(|left, right| left.id.cmp(&right.id));
    if let Some(pair) = documents.windows(2).find(|pair| pair[0].id == pair[1].id) {
        anyhow::bail!("{}: given twice; name each document once", pair[0].id);
    }
    Ok(documents)
}

fn search(
    asked: &Asked,
    limit: Option<usize>,
    kwic: Option<concordance::Side>,
    out: &mut impl Write,
) -> Result<()> {
    let (engine, query) = (asked.engine()?, asked.query());
    let limit = limit.unwrap_or(if asked.json { usize::MAX } else { search::FIRST });
    if let Some(side) = kwic {
        let found = engine.find(&query).concordance(side.order(), limit);
        match asked.json {
            true => concordance::print_json(&found, out)?,
            false => concordance::print(&query, &found, out)?,
        }
        return Ok(());
    }
    let answer = engine.first(&query, limit);
    match asked.json {
        true => search::print_json(&answer, out)?,
        false => search::print(&query, &answer, engine.size(query.unit), out)?,
    }
    Ok(())
}

fn why(asked: &Asked, id: &str, out: &mut impl Write) -> Result<()> {
    let (engine, query) = (asked.engine()?, asked.query());
    let explanation = engine.explain(&query, id)?;
    match asked.json {
        true => why::print_json(id, &explanation, out)?,
        false => why::print(id, &explanation, out)?,
    }
    Ok(())
}

fn explain(documents: &[Document], html: Option<&Path>, out: &mut impl Write) -> Result<()> {
    let Some(path) = html else {
        return explain::print(documents, out);
    };
    let mut page = Vec::new();
    explain::page(documents, &mut page)?;
    fs::write(path, page).with_context(|| format!("{}: cannot be written", path.display()))?;
    writeln!(out, "{}: {} documents", path.display(), documents.len())?;
    Ok(())
}
