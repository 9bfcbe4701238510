//! How large the page is shown and in which colours, and pictures of it.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{Browser, must};

/// Which colours the reader's system asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// The system's own in place of the page's.
    Forced,
}

/// The size of the page on the screen, and its colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
    /// Light, dark or forced.
    pub scheme: Scheme,
}

impl Default for Look {
    fn default() -> Self {
        Self { width: 1440, height: 900, scheme: Scheme::Light }
    }
}

impl Look {
    /// As on a phone.
    pub fn phone() -> Self {
        Self { width: 390, height: 844, ..Self::default() }
    }

    /// The same in the dark.
    pub fn dark(self) -> Self {
        Self { scheme: Scheme::Dark, ..self }
    }

    /// The same in colours that the reader's system forces on pages.
    pub fn forced(self) -> Self {
        Self { scheme: Scheme::Forced, ..self }
    }
}

impl Browser {
    /// Changes the size and the colours of the page that is shown.
    #[track_caller]
    pub fn set_look(&self, look: Look) {
        let Look { width, height, scheme } = look;
        let size = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", &size);
        let asked = if scheme == Scheme::Dark { "dark" } else { "light" };
        let forced = if scheme == Scheme::Forced { "active" } else { "none" };
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": asked },
            { "name": "forced-colors", "value": forced },
        ] });
        self.devtools("Emulation.setEmulatedMedia", &features);
    }

    /// Nothing of the page is to be scrolled to sideways.
    #[track_caller]
    pub fn check_fits(&self) {
        let fits = "return document.documentElement.scrollWidth <= innerWidth";
        assert_eq!(self.script(fits), true, "the page scrolls sideways at {}", self.hash());
    }

    /// Keeps a picture of what is shown, under `target/e2e/screens`.
    #[track_caller]
    pub fn screenshot(&self, name: &str) -> PathBuf {
        let path = pictures("screens").join(format!("{name}.png"));
        self.screenshot_to(&path, false);
        path
    }

    /// Keeps a picture of what is shown, or of the page down to its end.
    #[track_caller]
    pub fn screenshot_to(&self, path: &Path, to_the_end: bool) {
        let mut wanted = json!({ "format": "png", "captureBeyondViewport": to_the_end });
        if to_the_end {
            wanted["clip"] = self.whole_page();
        }
        let picture = self.devtools("Page.captureScreenshot", &wanted);
        let bytes = STANDARD.decode(picture["data"].as_str().unwrap_or_default());
        save(path, &must(bytes, "the picture"));
    }

    #[track_caller]
    fn whole_page(&self) -> Value {
        let size = &self.devtools("Page.getLayoutMetrics", &json!({}))["cssContentSize"];
        json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 })
    }

    /// Keeps what is shown when a journey fails, and says what the console said.
    pub(super) fn keep_evidence(&self) {
        let name = std::thread::current().name().unwrap_or("journey").replace("::", "-");
        let path = pictures("failed").join(format!("{name}.png"));
        let shot = self.runtime.block_on(self.client.screenshot());
        if let Ok(bytes) = shot {
            let _ = fs::create_dir_all(pictures("failed"));
            let _ = fs::write(&path, bytes);
            eprintln!("what the browser showed is in {}", path.display());
        }
        if let Ok(address) = self.runtime.block_on(self.client.current_url()) {
            eprintln!("its address was {address}");
        }
    }
}

fn pictures(kind: &str) -> PathBuf {
    xtask::root::root().join("target/e2e").join(kind)
}

#[track_caller]
fn save(path: &Path, bytes: &[u8]) {
    if let Some(folder) = path.parent() {
        must(fs::create_dir_all(folder), "the folder for pictures");
    }
    must(fs::write(path, bytes), &path.to_string_lossy());
}
