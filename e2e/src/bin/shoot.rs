//! Takes a picture of a view of the built page, for those who want to see what they made.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use parallax_e2e::{Browser, Look, Scheme, Site};
use pico_args::{Arguments, Error};
use serde_json::json;

const HELP: &str = "\
cargo run -p parallax-e2e --bin shoot -- HASH FILE.png [options]

  HASH           the view, such as '#/browse'
  --width N      in CSS pixels (1440; 390 is a phone)
  --height N     in CSS pixels (900)
  --dark         in dark colours
  --forced       in colours that the reader's system forces on pages
  --full         the page down to its end
  --pack FILE    with this pack beside the page, in place of its own documents
  --wait CSS     until this is there (otherwise until the page has started)
  --script JS    run this in the page before the picture, such as a click
  --early JS     run this before the page's own scripts; the page need not start
  --no-scripts   as where scripts are not allowed";

/// What the page does after its first frame, such as laying out a list, is done by then.
const SETTLED: Duration = Duration::from_millis(250);

struct Wish {
    hash: String,
    file: PathBuf,
    look: Look,
    full: bool,
    pack: Option<Vec<u8>>,
    wait: Option<String>,
    script: Option<String>,
    early: Option<String>,
    no_scripts: bool,
}

fn main() -> ExitCode {
    match wish(Arguments::from_env()) {
        Ok(wish) => {
            shoot(&wish);
            println!("{}", wish.file.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}\n\n{HELP}");
            ExitCode::FAILURE
        }
    }
}

fn wish(mut arguments: Arguments) -> Result<Wish, Error> {
    let usual = Look::default();
    let scheme = match (arguments.contains("--dark"), arguments.contains("--forced")) {
        (_, true) => Scheme::Forced,
        (true, _) => Scheme::Dark,
        _ => Scheme::Light,
    };
    let look = Look {
        width: arguments.opt_value_from_str("--width")?.unwrap_or(usual.width),
        height: arguments.opt_value_from_str("--height")?.unwrap_or(usual.height),
        scheme,
    };
    Ok(Wish {
        look,
        full: arguments.contains("--full"),
        pack: arguments.opt_value_from_fn("--pack", |file| std::fs::read(file))?,
        wait: arguments.opt_value_from_str("--wait")?,
        script: arguments.opt_value_from_str("--script")?,
        early: arguments.opt_value_from_str("--early")?,
        no_scripts: arguments.contains("--no-scripts"),
        hash: arguments.free_from_str()?,
        file: arguments.free_from_str()?,
    })
}

fn shoot(wish: &Wish) {
    let site = wish.pack.as_deref().map_or_else(Site::serve, Site::serve_with_pack);
    let browser = Browser::start_with(&site, wish.look);
    if wish.no_scripts {
        browser.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
        browser.open_any(&site.at(&wish.hash));
        std::thread::sleep(SETTLED);
        return browser.screenshot_to(&wish.file, wish.full);
    }
    if let Some(early) = &wish.early {
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": early }));
        browser.open_any(&site.at(&wish.hash));
    } else {
        browser.goto(&wish.hash);
        browser.wait_gone("#boot");
    }
    if let Some(css) = &wish.wait {
        browser.wait_for(css);
    }
    if let Some(script) = &wish.script {
        browser.script(script);
    }
    browser.script("return document.fonts.ready.then(() => true)");
    std::thread::sleep(SETTLED);
    browser.screenshot_to(&wish.file, wish.full);
    for error in browser.console_errors() {
        eprintln!("console: {error}");
    }
}
