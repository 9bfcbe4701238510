//! One chromedriver, started for one browser on a port that it chooses itself.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::REMEDY;

/// A running driver. Dropping it ends it.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver and waits until it listens.
    #[track_caller]
    pub(crate) fn start() -> Self {
        let mut command = Command::new("chromedriver");
        command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
        let Ok(mut process) = command.spawn() else { panic!("no chromedriver here: {REMEDY}") };
        match process.stdout.take().and_then(port_from) {
            Some(port) => Self { process, port },
            None => panic!("chromedriver did not start: {REMEDY}"),
        }
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Reads what the driver says until it names its port; the rest is read and dropped, so that
/// the driver never waits for a reader.
fn port_from(output: impl std::io::Read + Send + 'static) -> Option<u16> {
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    let port = lines.find_map(|line| port_in(&line));
    thread::spawn(move || lines.for_each(drop));
    port
}

fn port_in(line: &str) -> Option<u16> {
    let rest = line.split_once("started successfully on port ")?.1;
    rest.trim_end_matches('.').trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_the_drivers_greeting() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 39117."), Some(39117));
        assert_eq!(port_in("Only local connections are allowed."), None);
    }
}
