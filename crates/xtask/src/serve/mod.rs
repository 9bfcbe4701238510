//! A static server for one folder, as plain as the hosts that the page is made for.
//!
//! It remembers what was asked of it and can be stopped, because the journeys need both. It knows
//! nothing of the page: no rewriting, no headers that a plain host would not send, and no compression but
//! where it is asked for, to measure the page as good hosts send it.

mod files;
mod http;

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use crate::error::{Error, Result};
use files::Files;

/// What to serve, and where.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder.
    pub folder: PathBuf,
    /// The port on this machine; 0 takes a free one.
    pub port: u16,
    /// The path that the folder appears under: starts and ends with a slash.
    pub prefix: String,
}

/// A running server. Dropping it stops it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    prefix: String,
    stop: Arc<AtomicBool>,
    requests: Arc<Mutex<Vec<String>>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts serving, on loopback alone.
    pub fn start(options: Options) -> Result<Self> {
        Self::serving(options, false)
    }

    /// The same for browsers that take brotli, as they all do.
    pub fn start_compressing(options: Options) -> Result<Self> {
        Self::serving(options, true)
    }

    fn serving(options: Options, compressing: bool) -> Result<Self> {
        let prefix = tidy(&options.prefix);
        let port = options.port;
        let listener = TcpListener::bind(("127.0.0.1", port)).map_err(|e| refused(port, e))?;
        let address = listener.local_addr().map_err(|e| refused(port, e))?;
        let compressed = compressing.then(Mutex::default);
        let files = Files { folder: options.folder, prefix: prefix.clone(), compressed };
        let files = Arc::new(files);
        let stop = Arc::new(AtomicBool::new(false));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let thread = {
            let (stop, requests) = (Arc::clone(&stop), Arc::clone(&requests));
            thread::spawn(move || accept(&listener, &files, &stop, &requests))
        };
        Ok(Self { address, prefix, stop, requests, thread: Some(thread) })
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.prefix)
    }

    /// Every request so far, as "GET /path".
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }

    /// Stops: from now on connections to its port are refused.
    pub fn stop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        // The listener waits for a connection: give it one to wake it.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn accept(
    listener: &TcpListener,
    files: &Arc<Files>,
    stop: &AtomicBool,
    requests: &Arc<Mutex<Vec<String>>>,
) {
    for stream in listener.incoming() {
        if stop.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let (files, requests) = (Arc::clone(files), Arc::clone(requests));
        thread::spawn(move || {
            // A browser that hangs up early is no news.
            let _ = http::answer(stream, &files, |line| {
                requests.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            });
        });
    }
}

fn tidy(prefix: &str) -> String {
    match prefix.trim_matches('/') {
        "" => "/".to_owned(),
        path => format!("/{path}/"),
    }
}

fn refused(port: u16, cause: std::io::Error) -> Error {
    Error::Port { port, cause, next: port.wrapping_add(1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};

    fn serve(prefix: &str) -> Server {
        let folder = crate::root::root().join("crates/xtask/src/serve");
        Server::start(Options { folder, port: 0, prefix: prefix.to_owned() }).unwrap()
    }

    fn ask(server: &Server, request: &str) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        write!(stream, "{request} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn files_are_served_and_requests_remembered() {
        let server = serve("/");
        assert!(ask(&server, "GET /mod.rs").contains("//! A static server"));
        assert!(ask(&server, "GET /none").starts_with("HTTP/1.1 404"));
        assert_eq!(server.requests(), ["GET /mod.rs", "GET /none"]);
    }

    #[test]
    fn compressed_bytes_are_told_as_such() {
        let folder = crate::root::root().join("crates/xtask/src/serve");
        let options = Options { folder, port: 0, prefix: "/".to_owned() };
        let server = Server::start_compressing(options).unwrap();
        let answer = ask(&server, "HEAD /mod.rs");
        assert!(answer.contains("\r\nContent-Encoding: br\r\n"), "{answer}");
        assert!(!ask(&server, "HEAD /none").contains("Content-Encoding"));
    }

    #[test]
    fn a_head_request_has_no_body() {
        let answer = ask(&serve("/"), "HEAD /mod.rs");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(answer.ends_with("\r\n\r\n"), "{answer}");
    }

    #[test]
    fn nothing_is_changed_through_it() {
        assert!(ask(&serve("/"), "POST /mod.rs").starts_with("HTTP/1.1 405"));
    }

    #[test]
    fn a_prefix_holds_the_folder_and_nothing_is_outside() {
        let server = serve("some/path");
        assert!(server.url().ends_with("/some/path/"));
        assert!(ask(&server, "GET /some/path/mod.rs").starts_with("HTTP/1.1 200"));
        assert!(ask(&server, "GET /mod.rs").starts_with("HTTP/1.1 404"));
    }

    #[test]
    fn a_taken_port_is_said_with_another_to_try() {
        let server = serve("/");
        let folder = PathBuf::from(".");
        let again = Options { folder, port: server.port(), prefix: "/".to_owned() };
        let text = Server::start(again).unwrap_err().to_string();
        assert!(text.contains("in use") && text.contains("add `--port"), "{text}");
    }

    #[test]
    fn a_stopped_server_refuses() {
        let mut server = serve("/");
        server.stop();
        assert!(TcpStream::connect(server.address).is_err());
    }
}
