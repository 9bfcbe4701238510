//! Takes a picture of a view of the built page, for those who want to see what they made.

use std::path::PathBuf;
use std::process::ExitCode;

use parallax_e2e::{Browser, Look, Scheme, Site};
use pico_args::{Arguments, Error};

const HELP: &str = "\
cargo run -p parallax-e2e --bin shoot -- HASH FILE.png [options]

  HASH           the view, such as '#/browse'
  --width N      in CSS pixels (1440; 390 is a phone)
  --height N     in CSS pixels (900)
  --dark         in dark colours
  --full         the page down to its end
  --pack FILE    with this pack beside the page, in place of its own documents
  --wait CSS     until this is there (otherwise until the page has started)
  --script JS    run this in the page before the picture, such as a click";

struct Wish {
    hash: String,
    file: PathBuf,
    look: Look,
    full: bool,
    pack: Option<Vec<u8>>,
    wait: Option<String>,
    script: Option<String>,
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
    let dark = arguments.contains("--dark");
    let look = Look {
        width: arguments.opt_value_from_str("--width")?.unwrap_or(usual.width),
        height: arguments.opt_value_from_str("--height")?.unwrap_or(usual.height),
        scheme: if dark { Scheme::Dark } else { Scheme::Light },
    };
    Ok(Wish {
        look,
        full: arguments.contains("--full"),
        pack: arguments.opt_value_from_fn("--pack", |file| std::fs::read(file))?,
        wait: arguments.opt_value_from_str("--wait")?,
        script: arguments.opt_value_from_str("--script")?,
        hash: arguments.free_from_str()?,
        file: arguments.free_from_str()?,
    })
}

fn shoot(wish: &Wish) {
    let site = wish.pack.as_deref().map_or_else(Site::serve, Site::serve_with_pack);
    let browser = Browser::start_with(&site, wish.look);
    browser.goto(&wish.hash);
    browser.wait_gone("#boot");
    if let Some(css) = &wish.wait {
        browser.wait_for(css);
    }
    if let Some(script) = &wish.script {
        browser.script(script);
    }
    browser.script("return document.fonts.ready.then(() => true)");
    // What the page does after its first frame, such as laying out a list, is done by now.
    std::thread::sleep(std::time::Duration::from_millis(250));
    browser.screenshot_to(&wish.file, wish.full);
    for error in browser.console_errors() {
        eprintln!("console: {error}");
    }
}
