//! The chores by name: what the command line may say, and which function does it.

use pico_args::Arguments;

use crate::error::{Error, Result};
use crate::serve::{Options, Server};
use crate::setup::{self, Needs};
use crate::{
    bench, browsers, build, eval, fuzz, lighthouse, reproduce, root, rules, seal, shipped, single,
    size, styles, suite,
};

/// The port of `run`. Trunk's own server has another: see Trunk.toml.
const PORT: u16 = 8080;

struct Chore {
    name: &'static str,
    options: &'static str,
    help: &'static str,
    run: fn(&mut Arguments) -> Result<()>,
}

const CHORES: [Chore; 17] = [
    Chore {
        name: "run",
        options: "[--port N] [--prefix /PATH/]",
        help: "set up what is missing, build the page and serve it",
        run: run_page,
    },
    Chore { name: "dev", options: "", help: "serve the page and rebuild on change", run: develop },
    Chore {
        name: "build",
        options: "[--single-file] [--address URL]",
        help: "make the finished page in dist/, and with it the page as one file",
        run: build_page,
    },
    Chore { name: "test", options: "", help: "everything that must hold", run: test },
    Chore {
        name: "size",
        options: "",
        help: "what a visit to the built page loads, against the budgets",
        run: |_| size::check(&root::dist()),
    },
    Chore {
        name: "browsers",
        options: "",
        help: "the oldest browsers, held against what the built page's modules are made of",
        run: |_| browsers::check(),
    },
    Chore {
        name: "eval",
        options: "[FOLDER] [--record] [--errors CLASS]",
        help: "how good the extraction is against gold annotations, and how fast",
        run: evaluate,
    },
    Chore {
        name: "bench",
        options: "[FOLDER] [--sizes 1k,10k,50k] [--engines NAME,…] [--record]",
        help: "the engine in a browser and natively, beside other search engines",
        run: measure,
    },
    Chore {
        name: "lighthouse",
        options: "",
        help: "what Lighthouse says about the built page",
        run: |arguments| {
            finish(arguments)?;
            lighthouse::run()
        },
    },
    Chore {
        name: "fuzz",
        options: "[--seconds N] [TARGET]",
        help: "any bytes against ingest, quotations, pack and address; 600 seconds each if none are named",
        run: fuzz_targets,
    },
    Chore {
        name: "reproduce",
        options: "",
        help: "build the last commit in two folders, which must give the same bytes",
        run: |_| reproduce::run(),
    },
    Chore {
        name: "shipped",
        options: "",
        help: "list what is shipped with the built page, as SPDX",
        run: |_| shipped::write(),
    },
    Chore {
        name: "soak",
        options: "[reloads|updates|long|kills]",
        help: "200 reloads without a network, 50 updates, documents without end, 100 kills of the browser",
        run: soak,
    },
    Chore {
        name: "setup",
        options: "[--browser]",
        help: "install what is missing; with --browser also what the journeys need",
        run: set_up,
    },
    Chore {
        name: "rules",
        options: "",
        help: "the project's own rules for its files",
        run: |_| rules::check(),
    },
    Chore {
        name: "styles",
        options: "",
        help: "join the style sheets (Trunk calls this before a build)",
        run: |_| styles::write(),
    },
    Chore {
        name: "seal",
        options: "",
        help: "put policy and offline worker into a build (Trunk calls this after it)",
        run: |_| seal::run(),
    },
];

/// Runs the chore that the command line names.
pub fn run(words: impl Iterator<Item = String>) -> Result<()> {
    let mut words: Vec<String> = words.collect();
    let asked = words.iter().any(|word| ["help", "--help", "-h"].contains(&word.as_str()));
    if words.is_empty() || asked {
        println!("{}", help());
        return Ok(());
    }
    let name = words.remove(0);
    let chore = CHORES.iter().find(|chore| chore.name == name);
    let chore = chore.ok_or_else(|| Error::Usage(format!("there is no chore `{name}`")))?;
    let words = words.into_iter().map(Into::into).collect();
    (chore.run)(&mut Arguments::from_vec(words))
}

fn help() -> String {
    let usage = |chore: &Chore| format!("{} {}", chore.name, chore.options);
    let lines = CHORES.iter().map(|chore| format!("\n  {:<44}{}", usage(chore), chore.help));
    format!("cargo xtask CHORE\n{}", lines.collect::<String>())
}

/// Refuses words that no chore has asked for: a misspelt option must not be ignored.
fn finish(arguments: &mut Arguments) -> Result<()> {
    let rest = std::mem::replace(arguments, Arguments::from_vec(Vec::new())).finish();
    match rest.first() {
        Some(word) => Err(Error::Usage(format!("`{}` is not understood", word.to_string_lossy()))),
        None => Ok(()),
    }
}

fn set_up(arguments: &mut Arguments) -> Result<()> {
    let browser = arguments.contains("--browser");
    finish(arguments)?;
    setup::set_up(if browser { Needs::PageAndBrowser } else { Needs::Page }).map(drop)
}

fn build_page(arguments: &mut Arguments) -> Result<()> {
    let usage = |error: pico_args::Error| Error::Usage(error.to_string());
    let single_file = arguments.contains("--single-file");
    let address: Option<String> = arguments.opt_value_from_str("--address").map_err(usage)?;
    finish(arguments)?;
    if address.is_some() && !single_file {
        return Err(Error::Usage("`--address` is told to `--single-file` only".to_owned()));
    }
    build::page(&setup::set_up(Needs::Page)?)?;
    if single_file {
        single::write(&root::dist(), address.as_deref())?;
    }
    Ok(())
}

fn develop(arguments: &mut Arguments) -> Result<()> {
    finish(arguments)?;
    build::serve_changing(&setup::set_up(Needs::Page)?)
}

fn evaluate(arguments: &mut Arguments) -> Result<()> {
    let usage = |error: pico_args::Error| Error::Usage(error.to_string());
    let options = eval::Options {
        record: arguments.contains("--record"),
        errors: arguments.opt_value_from_str("--errors").map_err(usage)?,
        binary: arguments.opt_value_from_str("--binary").map_err(usage)?,
        gold: arguments.opt_free_from_str().map_err(usage)?,
    };
    finish(arguments)?;
    eval::run(&options)
}

fn measure(arguments: &mut Arguments) -> Result<()> {
    let usage = |error: pico_args::Error| Error::Usage(error.to_string());
    let mut list = |name| -> Result<Option<Vec<String>>> {
        let listed: Option<String> = arguments.opt_value_from_str(name).map_err(usage)?;
        Ok(listed.map(|listed| listed.split(',').map(str::to_owned).collect()))
    };
    let (sizes, engines) = (list("--sizes")?, list("--engines")?);
    let record = arguments.contains("--record");
    let peers = arguments.opt_free_from_str().map_err(usage)?;
    finish(arguments)?;
    bench::run(&bench::Options { peers, sizes, engines, record })
}

fn fuzz_targets(arguments: &mut Arguments) -> Result<()> {
    let usage = |error: pico_args::Error| Error::Usage(error.to_string());
    let seconds = arguments.opt_value_from_str("--seconds").map_err(usage)?.unwrap_or(600);
    let target: Option<String> = arguments.opt_free_from_str().map_err(usage)?;
    finish(arguments)?;
    fuzz::run(target.as_deref(), seconds)
}

fn soak(arguments: &mut Arguments) -> Result<()> {
    let usage = |error: pico_args::Error| Error::Usage(error.to_string());
    let part: Option<String> = arguments.opt_free_from_str().map_err(usage)?;
    finish(arguments)?;
    let known = ["reloads", "updates", "long", "kills"];
    if let Some(other) = part.as_deref().filter(|part| !known.contains(part)) {
        return Err(Error::Usage(format!("`{other}` is none of {}", known.join(", "))));
    }
    suite::soak(&setup::set_up(Needs::PageAndBrowser)?, part.as_deref())
}

fn test(arguments: &mut Arguments) -> Result<()> {
    finish(arguments)?;
    suite::run()
}

fn run_page(arguments: &mut Arguments) -> Result<()> {
    let usage = |error: pico_args::Error| Error::Usage(error.to_string());
    let port = arguments.opt_value_from_str("--port").map_err(usage)?.unwrap_or(PORT);
    let prefix = arguments.opt_value_from_str("--prefix").map_err(usage)?;
    finish(arguments)?;
    // Before the build, which takes minutes: a taken port is better known at once.
    let prefix = prefix.unwrap_or_else(|| "/".to_owned());
    let server = Server::start(Options { folder: root::dist(), port, prefix })?;
    build::page(&setup::set_up(Needs::Page)?)?;
    println!("\nParallax is at {}  (Ctrl-C ends it)", server.url());
    server.wait();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(words: &[&str]) -> String {
        run(words.iter().map(|&word| word.to_owned())).unwrap_err().to_string()
    }

    #[test]
    fn the_help_names_every_chore() {
        let help = help();
        assert!(CHORES.iter().all(|chore| help.contains(chore.name)), "{help}");
    }

    #[test]
    fn words_that_mean_nothing_are_refused() {
        assert!(error(&["bild"]).starts_with("there is no chore `bild`"));
        assert!(error(&["build", "--fast"]).starts_with("`--fast` is not understood"));
        assert!(error(&["run", "--port", "many"]).contains("many"));
    }
}
