//! One driver, started for one browser on a port of its own.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use xtask::setup::Toolbox;

use crate::{Engine, REMEDY};

/// How long a driver may take until it listens.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often one is started before it is given up.
const TRIES: usize = 3;

/// A running driver, with the screen that its browser needs. Dropping it ends both.
#[derive(Debug)]
pub(crate) struct Driver {
    processes: Vec<Child>,
    port: u16,
}

impl Driver {
    /// Starts a driver and waits until it listens.
    #[track_caller]
    pub(crate) fn start(engine: Engine) -> Self {
        // A driver chooses its port for one kind of address and ends if somebody has it for the other, and a
        // port that was free a moment ago may be taken: both are others' doing, and another port helps.
        let started = (0..TRIES).find_map(|_| Self::try_start(engine));
        started.unwrap_or_else(|| panic!("the driver of {engine:?} did not start: {REMEDY}"))
    }

    fn try_start(engine: Engine) -> Option<Self> {
        let mut driver = Self { processes: Vec::new(), port: 0 };
        let processes = &mut driver.processes;
        let port = match engine {
            Engine::Chromium => chromedriver(processes),
            Engine::Firefox => {
                let port = free_port();
                let ports = [format!("--port={port}"), format!("--websocket-port={}", free_port())];
                processes.extend(started("geckodriver", |it| it.args(ports)));
                listening(port, processes)
            }
            Engine::WebKit => {
                let (port, screen) = (free_port(), screen(processes)?);
                processes.extend(started("WebKitWebDriver", |it| {
                    it.arg(format!("--port={port}")).env("DISPLAY", format!(":{screen}"))
                }));
                listening(port, processes)
            }
        };
        driver.port = port?;
        Some(driver)
    }

    /// Ends the driver and all that it started, without asking: the browser has no time to tidy up.
    pub(crate) fn kill_all(&mut self) {
        let started: Vec<u32> = self.processes.iter().map(Child::id).collect();
        let all: Vec<String> = family(&started).iter().map(u32::to_string).collect();
        let _ = Command::new("kill").arg("-KILL").args(all).stderr(Stdio::null()).status();
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for process in self.processes.iter_mut().rev() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// These processes and all that they started, and so on, as far as the system tells.
fn family(of: &[u32]) -> Vec<u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let numbers = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let parents: Vec<(u32, u32)> = numbers.filter_map(|it| Some((it, parent(it)?))).collect();
    let mut family = of.to_vec();
    let mut at = 0;
    while let Some(&member) = family.get(at) {
        family.extend(parents.iter().filter(|(_, parent)| *parent == member).map(|(it, _)| it));
        at += 1;
    }
    family
}

/// The process that started this one.
fn parent(process: u32) -> Option<u32> {
    let told = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The program's name, in brackets, may be any words.
    told.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn started(program: &str, with: impl FnOnce(&mut Command) -> &mut Command) -> Option<Child> {
    let mut command = Toolbox::new().command(program);
    with(&mut command).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()
}

/// Chromium's, which chooses its port itself and says so.
fn chromedriver(processes: &mut Vec<Child>) -> Option<u16> {
    let mut command = Command::new("chromedriver");
    command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
    let mut process = command.spawn().ok()?;
    let port = process.stdout.take().and_then(|output| found_in(output, port_in));
    processes.push(process);
    port
}

/// A screen that nobody sees, by its number.
fn screen(processes: &mut Vec<Child>) -> Option<u16> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"]);
    let mut process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
    let number = |line: &str| line.trim().parse().ok();
    let found = process.stdout.take().and_then(|output| found_in(output, number));
    processes.push(process);
    found
}

/// A port that nobody listens on just now.
fn free_port() -> u16 {
    let free = TcpListener::bind(("127.0.0.1", 0)).and_then(|it| it.local_addr());
    free.map_or(0, |address| address.port())
}

/// The port, once somebody listens there; nothing if one of those who should do so has ended.
fn listening(port: u16, processes: &mut [Child]) -> Option<u16> {
    let start = Instant::now();
    let ended = |process: &mut Child| !matches!(process.try_wait(), Ok(None));
    while start.elapsed() < PATIENCE && !processes.iter_mut().any(ended) {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Some(port);
        }
        thread::sleep(Duration::from_millis(50));
    }
    None
}

/// Reads what a program says until it names a number; the rest is read and dropped, so that the program never
/// waits for a reader.
fn found_in(
    output: impl std::io::Read + Send + 'static,
    number: impl Fn(&str) -> Option<u16>,
) -> Option<u16> {
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    let found = lines.find_map(|line| number(&line));
    thread::spawn(move || lines.for_each(drop));
    found
}

fn port_in(line: &str) -> Option<u16> {
    let rest = line.split_once("started successfully on port ")?.1;
    rest.trim_end_matches('.').trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use std::sync::{Mutex, PoisonError};

    use super::*;

    /// A process that is being started holds the sockets of the one that starts it for a moment, so nobody
    /// asks for a free port meanwhile.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

    #[test]
    fn the_port_is_read_from_the_drivers_greeting() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 39117."), Some(39117));
        assert_eq!(port_in("Only local connections are allowed."), None);
    }

    #[test]
    fn the_family_of_a_process_is_it_and_what_it_started() {
        let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let me = std::process::id();
        let mut child = Command::new("sleep").arg("5").spawn().unwrap();
        let family = family(&[me]);
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!((family[0], family.contains(&child.id())), (me, true));
    }

    #[test]
    fn a_port_where_nobody_listens_is_free() {
        let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let port = free_port();
        assert!(port > 0 && TcpListener::bind(("127.0.0.1", port)).is_ok());
    }
}
