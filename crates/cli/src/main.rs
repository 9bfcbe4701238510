//! The `parallax` command: extract, check and pack a corpus from a terminal.
//!
//! Reads arguments and prints; what is found in documents the engine decides, and how files are
//! read the corpus crate.

mod check;
mod explain;
mod extract;
mod pack;
mod points;
mod rows;
mod search;

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result};
use clap::{Args, Parser, Subcommand, ValueEnum};
use parallax_engine::{
    Engine,
    article::Document,
    query::{Facet, Query, Unit},
};

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
    /// Find articles or quotations, by the page's own search language.
    Search(Search),
    /// Make the pack that the page is built from, and print how many bytes each section takes.
    Pack {
        /// The documents: a folder, or a file (text, HTML, Markdown, JSON Lines).
        path: PathBuf,
        /// The file to write.
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// Print everything that is doubtful, not the first twenty findings only.
        #[arg(long)]
        findings: bool,
    },
}

#[derive(Debug, Args)]
struct Search {
    /// What to look for: words, "a phrase", begin*, misspelt~, =exact, -without, this OR that, field:word.
    query: String,
    /// Words as they are, none in its other forms.
    #[arg(long)]
    exact: bool,
    /// What a result is.
    #[arg(long, value_enum, default_value_t)]
    unit: Listed,
    /// Only what has this value of a facet; several of one facet: any of them.
    #[arg(long = "only", value_name = "FACET=VALUE", value_parser = choice)]
    only: Vec<(Facet, String)>,
    /// Only what does not have this value of a facet.
    #[arg(long = "without", value_name = "FACET=VALUE", value_parser = choice)]
    without: Vec<(Facet, String)>,
    /// How many results to print: 20 unless told, and all as JSON.
    #[arg(long, value_name = "COUNT")]
    limit: Option<usize>,
    /// The documents to search: a folder, or a file.
    #[arg(long, value_name = "PATH", required_unless_present = "pack", conflicts_with = "pack")]
    corpus: Option<PathBuf>,
    /// The pack to search.
    #[arg(long, value_name = "FILE")]
    pack: Option<PathBuf>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// What a result of a search is.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Listed {
    /// A whole article.
    #[default]
    Article,
    /// A quotation.
    Quote,
}

impl Search {
    fn query(&self) -> Query {
        let unit = match self.unit {
            Listed::Article => Unit::Article,
            Listed::Quote => Unit::Quote,
        };
        let words = self.query.clone();
        let mut query = Query { unit, words, exact: self.exact, ..Query::default() };
        for (facet, value) in &self.only {
            query.choose(*facet, |chosen| chosen.include.push(value.clone()));
        }
        for (facet, value) in &self.without {
            query.choose(*facet, |chosen| chosen.exclude.push(value.clone()));
        }
        query
    }
}

/// Reads "outlet=RT".
fn choice(typed: &str) -> Result<(Facet, String), String> {
    let names = || Facet::ALL.map(Facet::name).join(", ");
    let (name, value) = typed
        .split_once('=')
        .ok_or_else(|| format!("write FACET=VALUE; facets are {}", names()))?;
    let facet = Facet::named(name)
        .ok_or_else(|| format!("{name:?} is no facet; facets are {}", names()))?;
    Ok((facet, value.to_owned()))
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
    match command {
        Command::Extract { jsonl: Some(rows), timing, .. } => {
            rows::extract(&rows, timing, &mut io::stdout().lock(), &mut io::stderr().lock())?;
        }
        Command::Extract { paths, explain: true, html, .. } => {
            explain(&documents(&paths)?, html.as_deref())?;
        }
        Command::Extract { paths, .. } => {
            extract::print(&documents(&paths)?, &mut io::stdout().lock())?;
        }
        Command::Check { paths } => {
            check::print(&documents(&paths)?, &paths, &mut io::stdout().lock())?;
        }
        Command::Search(asked) => search(&asked)?,
        Command::Pack { path, output, findings } => pack::run(&path, &output, findings)?,
    }
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

fn search(asked: &Search) -> Result<()> {
    let engine = match (&asked.pack, &asked.corpus) {
        (Some(pack), _) => {
            let bytes =
                fs::read(pack).with_context(|| format!("{}: cannot be read", pack.display()))?;
            Engine::open(bytes).with_context(|| pack.display().to_string())?
        }
        (None, paths) => {
            let paths: Vec<_> = paths.iter().cloned().collect();
            Engine::open(parallax_engine::build(&documents(&paths)?)?.pack)?
        }
    };
    let (query, out) = (asked.query(), &mut io::stdout().lock());
    match asked.json {
        true => search::print_json(&engine, &query, asked.limit, out)?,
        false => search::print(&engine, &query, asked.limit, out)?,
    }
    Ok(())
}

fn explain(documents: &[Document], html: Option<&Path>) -> Result<()> {
    let Some(path) = html else {
        return explain::print(documents, &mut io::stdout().lock());
    };
    let mut page = Vec::new();
    explain::page(documents, &mut page)?;
    fs::write(path, page).with_context(|| format!("{}: cannot be written", path.display()))?;
    println!("{}: {} documents", path.display(), documents.len());
    Ok(())
}
