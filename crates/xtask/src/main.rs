//! The command behind `cargo xtask`. All it knows is how to end: the chores are in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    match xtask::chore::run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
