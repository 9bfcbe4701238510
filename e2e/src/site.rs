//! The built page on a server of its own, which remembers requests and can be taken away.

use xtask::root;
use xtask::serve::{Options, Server};

use crate::REMEDY;

/// A served page.
#[derive(Debug)]
pub struct Site {
    server: Server,
    options: Options,
}

impl Site {
    /// Serves the built page on a free port.
    #[track_caller]
    pub fn serve() -> Self {
        Self::serve_under("/")
    }

    /// Serves the built page on a free port, under a path that starts and ends with a slash.
    #[track_caller]
    pub fn serve_under(prefix: &str) -> Self {
        let folder = root::dist();
        assert!(folder.join("index.html").is_file(), "dist/ holds no page: {REMEDY}");
        let options = Options { folder, port: 0, prefix: prefix.to_owned() };
        let server = start(&options);
        let options = Options { port: server.port(), ..options };
        Self { server, options }
    }

    /// The address of a view: the page's own, and what follows the `#`, with it.
    pub fn at(&self, hash: &str) -> String {
        format!("{}{hash}", self.server.url())
    }

    /// Where requests of the page may go, and nowhere else.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.options.port)
    }

    /// Every request so far, as "GET /path".
    pub fn requests(&self) -> Vec<String> {
        self.server.requests()
    }

    /// Takes the server away: connections are refused.
    pub fn stop(&mut self) {
        self.server.stop();
    }

    /// Brings the server back at the same address. What it remembered is gone.
    #[track_caller]
    pub fn start_again(&mut self) {
        self.server = start(&self.options);
    }
}

#[track_caller]
fn start(options: &Options) -> Server {
    match Server::start(options.clone()) {
        Ok(server) => server,
        Err(error) => panic!("{error}"),
    }
}
