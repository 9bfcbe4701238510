//! The built page on a server of its own, which remembers requests and can be taken away.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::serve::{Options, Server};
use xtask::{files, root, seal, single};

use crate::REMEDY;
use crate::folder::Folder;

/// A served page.
#[derive(Debug)]
pub struct Site {
    server: Server,
    options: Options,
    /// The folder of the page, where it is not the built one.
    own: Option<Folder>,
    /// The pack beside the page, where it is not the built one.
    pack: Option<PathBuf>,
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
        Self::serve_folder(built(), prefix, None)
    }

    /// Serves a copy of the built page, which may be changed, under a path that starts and ends with a slash.
    #[track_caller]
    pub fn serve_copy_under(prefix: &str) -> Self {
        let own = Folder::new();
        copy(&built(), own.path());
        Self::serve_folder(own.path().to_owned(), prefix, Some(own))
    }

    /// Serves the built page with other documents under some path: `pack` stands beside it.
    #[track_caller]
    pub fn serve_with_pack(pack: &[u8]) -> Self {
        let own = Folder::new();
        copy(&built(), own.path());
        let pack = must(seal::with_pack(own.path(), pack));
        let site = Self::serve_folder(own.path().to_owned(), "/many/articles/", Some(own));
        Self { pack: Some(pack), ..site }
    }

    #[track_caller]
    fn serve_folder(folder: PathBuf, prefix: &str, own: Option<Folder>) -> Self {
        let options = Options { folder, port: 0, prefix: prefix.to_owned() };
        let server = start(&options);
        let options = Options { port: server.port(), ..options };
        Self { server, options, own, pack: None }
    }

    /// Puts these bytes in the place of the pack that stands beside the page; none take it away.
    #[track_caller]
    pub fn change_pack(&self, bytes: Option<&[u8]>) {
        let Some(pack) = &self.pack else { panic!("this page's pack is in it") };
        must(bytes.map_or_else(|| fs::remove_file(pack), |bytes| fs::write(pack, bytes)));
    }

    /// Publishes another version of the page, which says so: `data-version` at its root.
    #[track_caller]
    pub fn publish(&self, version: &str) {
        let page = self.own().join("index.html");
        let text = must(files::text(&page));
        let (before, after) = match text.split_once("<html") {
            Some((before, after)) => (before, after.split_once(" lang=").map_or(after, |it| it.1)),
            None => panic!("the page has no root"),
        };
        let text = format!("{before}<html data-version=\"{version}\" lang={after}");
        must(files::write(&page, &text));
        must(seal::keep_as_it_is(self.own()));
    }

    /// Publishes a version of the page of which one file is still the older one.
    #[track_caller]
    pub fn publish_half(&self, version: &str) {
        let file = "manifest.webmanifest";
        let path = self.own().join(file);
        let whole = must(files::text(&path));
        must(files::write(&path, &format!("{whole} ")));
        self.publish(version);
        must(files::write(&path, &whole));
    }

    /// Takes the page's policy away, so that nothing but the page itself keeps scripts of documents from running.
    #[track_caller]
    pub fn drop_policy(&self) {
        let page = self.own().join("index.html");
        let text = must(files::text(&page));
        let is_policy = |line: &&str| line.contains("Content-Security-Policy");
        assert!(text.lines().any(|line| is_policy(&line)), "the page has no policy");
        let rest = text.lines().filter(|line| !is_policy(line));
        must(files::write(&page, &rest.flat_map(|line| [line, "\n"]).collect::<String>()));
        must(seal::keep_as_it_is(self.own()));
    }

    /// Takes a file of the page away, by its path in the page's folder.
    #[track_caller]
    pub fn remove(&self, file: &str) {
        must(fs::remove_file(self.own().join(file)));
    }

    #[track_caller]
    fn own(&self) -> &Path {
        match &self.own {
            Some(own) => own.path(),
            None => panic!("this page is the built one, which stays as it is"),
        }
    }

    /// The address of a view: the page's own, and what follows the `#`, with it.
    pub fn at(&self, hash: &str) -> String {
        format!("{}{hash}", self.server.url())
    }

    /// The address of a view of the page as one file, on this machine's disk.
    #[track_caller]
    pub fn single_file(hash: &str) -> String {
        let file = built().join(single::FILE);
        assert!(file.is_file(), "dist/ holds no single file: {REMEDY}");
        format!("file://{}{hash}", file.display())
    }

    /// The address of the built page on this machine's disk, where browsers give it none of its files.
    #[track_caller]
    pub fn on_disk() -> String {
        format!("file://{}", built().join("index.html").display())
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
    must(Server::start(options.clone()))
}

#[track_caller]
fn built() -> PathBuf {
    let folder = root::dist();
    assert!(folder.join("index.html").is_file(), "dist/ holds no page: {REMEDY}");
    folder
}

#[track_caller]
fn copy(from: &Path, to: &Path) {
    for path in must(files::all_below(from)) {
        let target = to.join(files::below(from, &path));
        let folder = target.parent().unwrap_or(to);
        must(fs::create_dir_all(folder));
        must(fs::copy(&path, &target));
    }
}

#[track_caller]
fn must<T>(result: Result<T, impl std::fmt::Display>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{error}"),
    }
}
