//! As much of HTTP/1.1 as a static host needs: one request, one answer, then the connection closes.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::files::{Files, Found};

/// More than any browser sends before the body.
const LONGEST_HEAD: u64 = 64 * 1024;

/// Reads one request and answers it; `seen` is told of it before the answer is sent.
pub(super) fn answer(stream: TcpStream, files: &Files, seen: impl Fn(String)) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream.take(LONGEST_HEAD));
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut words = first.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else { return Ok(()) };
    skip_headers(&mut reader)?;
    seen(format!("{method} {target}"));
    let mut stream = reader.into_inner().into_inner();
    let with_body = method == "GET";
    match method {
        "GET" | "HEAD" => send(&mut stream, &files.find(target), with_body),
        _ => send(&mut stream, &Found::problem(405, "only GET and HEAD here"), true),
    }
}

fn skip_headers(reader: &mut impl BufRead) -> io::Result<()> {
    let mut line = String::new();
    while reader.read_line(&mut line)? > 0 && !line.trim().is_empty() {
        line.clear();
    }
    Ok(())
}

fn send(stream: &mut TcpStream, found: &Found, with_body: bool) -> io::Result<()> {
    let Found { status, mime, body, location, compressed } = found;
    let location = location.as_ref().map(|to| format!("Location: {to}\r\n")).unwrap_or_default();
    let encoding = if *compressed { "Content-Encoding: br\r\n" } else { "" };
    // Not stored: what is seen is what was built last, and what works offline is the worker's doing.
    let head = format!(
        "HTTP/1.1 {status} {}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\n{encoding}{location}\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        reason(*status),
        body.len(),
    );
    stream.write_all(head.as_bytes())?;
    if with_body {
        stream.write_all(body)?;
    }
    stream.flush()
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        405 => "Method Not Allowed",
        _ => "Not Found",
    }
}
