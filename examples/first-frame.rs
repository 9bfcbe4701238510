//! Draws the page's first frame: the page as it is before it runs. The build (`cargo xtask seal`) calls it.
//!
//! An example, because only here the framework's renderer to text is at hand, which the page does not need.

use std::{env, error::Error, fs, process::ExitCode};

use parallax_page::first_frame::{FirstFrame, FirstFrameProps};
use yew::LocalServerRenderer;

fn main() -> ExitCode {
    let mut files = env::args_os().skip(1);
    let (Some(pack), Some(frame)) = (files.next(), files.next()) else {
        eprintln!("cargo run --example first-frame -- PACK FRAME.html");
        return ExitCode::FAILURE;
    };
    let drawn = fs::read(pack).map_err(Into::into).and_then(draw);
    match drawn.and_then(|html| Ok(fs::write(frame, html)?)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn draw(pack: Vec<u8>) -> Result<String, Box<dyn Error>> {
    let props = FirstFrameProps::open(pack)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let renderer = LocalServerRenderer::<FirstFrame>::with_props(props).hydratable(false);
    Ok(tokio::task::LocalSet::new().block_on(&runtime, renderer.render()))
}
