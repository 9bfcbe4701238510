//! What the harness measured of one engine with one corpus.

use std::path::Path;

use serde_json::Value;

use crate::error::{At, Error, Result};
use crate::files;

/// The kinds of queries, as the harness names them.
pub(super) const KINDS: [&str; 6] = ["w1", "w2", "prefix", "phrase", "typo", "facets"];

/// The figures of one engine; those that it has not are absent.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Measured {
    pub(super) engine: String,
    /// Milliseconds from the first request to where it can answer, or has answered.
    pub(super) open: Option<f64>,
    /// Milliseconds from the first request to where all bytes are there.
    pub(super) fetched: Option<f64>,
    /// Milliseconds for each of [`KINDS`]: half of the queries take less, and 99 of 100.
    pub(super) times: [Option<(f64, f64)>; KINDS.len()],
    /// The WebAssembly memory at the end, in bytes.
    pub(super) wasm: Option<f64>,
    /// What the browser's process took more than an empty page, in million bytes.
    pub(super) process: Option<f64>,
    /// The bytes that are fetched, as they are and as brotli.
    pub(super) raw: Option<f64>,
    pub(super) brotli: Option<f64>,
    /// The bytes of the pack, where there is one.
    pub(super) pack: Option<f64>,
}

impl Measured {
    /// Reads a result of the harness; `pack` is the engine's pack, if it has one.
    pub(super) fn read(engine: &str, path: &Path, pack: Option<&Path>) -> Result<Self> {
        let value: Value = serde_json::from_str(&files::text(path)?).map_err(|cause| {
            Error::Content { path: path.to_owned(), problem: format!("is not JSON: {cause}") }
        })?;
        let pack = pack.map(|pack| std::fs::metadata(pack).at("read", pack)).transpose()?;
        Ok(Self { pack: pack.map(|pack| pack.len() as f64), ..Self::of(engine, &value) })
    }

    /// The figures in what the harness wrote.
    pub(super) fn of(engine: &str, value: &Value) -> Self {
        let number = |path: &str| value.pointer(path).and_then(Value::as_f64);
        let most = |path: &str| {
            let all = value["mem"].as_array()?.iter();
            all.filter_map(|one| one.pointer(path)?.as_f64()).reduce(f64::max)
        };
        let times = KINDS.map(|kind| {
            Some((number(&format!("/q/{kind}/p50"))?, number(&format!("/q/{kind}/p99"))?))
        });
        let process = most("/afterQ/priv").zip(most("/base/priv")).map(|(with, base)| with - base);
        Self {
            engine: engine.to_owned(),
            open: number("/load/ready"),
            fetched: number("/load/fetched"),
            times,
            wasm: most("/wasm").filter(|&bytes| bytes > 0.0),
            process,
            raw: number("/build/raw"),
            brotli: number("/build/br"),
            pack: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn figures_are_read_and_missing_ones_are_absent() {
        let value = json!({
            "load": { "ready": 12.5, "fetched": 20.0 },
            "q": { "w1": { "p50": 0.1, "p99": 0.5 } },
            "mem": [
                { "base": { "priv": 20 }, "afterQ": { "priv": 50 }, "wasm": 7 },
                { "base": { "priv": 22 }, "afterQ": { "priv": 40 }, "wasm": 9 },
            ],
            "build": { "raw": 100, "br": 30 },
        });
        let measured = Measured::of("some", &value);
        assert_eq!((measured.open, measured.fetched), (Some(12.5), Some(20.0)));
        assert_eq!(measured.wasm, Some(9.0));
        assert_eq!((measured.times[0], measured.times[1]), (Some((0.1, 0.5)), None));
        assert_eq!((measured.process, measured.brotli), (Some(28.0), Some(30.0)));
    }
}
