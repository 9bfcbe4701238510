//! Views that a reader has named: kept on this device, and given away or taken in as a file.
//!
//! A browser that refuses to keep things says so to whoever asks. Knows addresses as texts only; does not know how
//! views are listed.

use serde::{Deserialize, Serialize};
use web_sys::Storage;

/// The key in the browser's storage.
const KEY: &str = "parallax.views";
/// No more views than this are taken in.
const MOST: usize = 1000;

/// A view with a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// Its name, which no other has.
    pub name: String,
    /// Its address, from the "#" on.
    pub address: String,
}

/// Views in the order in which they were named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedViews(pub Vec<SavedView>);

impl SavedViews {
    /// The views of a file; none if it is no such file. What is no address of this page is left out.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut views: Self = serde_json::from_str(text).ok()?;
        views.0.retain(|view| view.address.starts_with("#/") && !view.name.trim().is_empty());
        views.0.truncate(MOST);
        Some(views)
    }

    /// The text of a file of them.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// These and another, in place of one of the same name. A name of nothing but space names nothing.
    #[must_use]
    pub fn with(&self, name: &str, address: &str) -> Self {
        let (name, address) = (name.trim().to_owned(), address.to_owned());
        let mut views = self.clone();
        match views.0.iter_mut().find(|view| view.name == name) {
            Some(view) => view.address = address,
            None if name.is_empty() => {}
            None => views.0.push(SavedView { name, address }),
        }
        views
    }

    /// All but that of the name.
    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        Self(self.0.iter().filter(|view| view.name != name).cloned().collect())
    }

    /// These and others, which take the place of those of the same name.
    #[must_use]
    pub fn and(&self, others: &Self) -> Self {
        others.0.iter().fold(self.clone(), |views, other| views.with(&other.name, &other.address))
    }

    /// Those kept on this device.
    pub(crate) fn kept() -> Self {
        let text = storage().and_then(|storage| storage.get_item(KEY).ok()?);
        text.and_then(|text| Self::read(&text)).unwrap_or_default()
    }

    /// Keeps them on this device; whether the browser does.
    pub(crate) fn keep(&self) -> bool {
        storage().is_some_and(|storage| storage.set_item(KEY, &self.write()).is_ok())
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(views: &SavedViews) -> Vec<&str> {
        views.0.iter().map(|view| view.name.as_str()).collect()
    }

    #[test]
    fn a_name_is_of_one_view() {
        let views = SavedViews::default().with("a", "#/browse").with("b", "#/about");
        let views = views.with(" a ", "#/compare").with("  ", "#/browse");
        assert_eq!(names(&views), ["a", "b"]);
        assert_eq!(views.0[0].address, "#/compare");
        assert_eq!(names(&views.without("a")), ["b"]);
        assert_eq!(names(&views.and(&SavedViews::default().with("c", "#/"))), ["a", "b", "c"]);
    }

    #[test]
    fn a_file_gives_back_what_was_written() {
        let views = SavedViews::default().with("\"quoted\" – ż", "#/browse?q=a+b");
        assert_eq!(SavedViews::read(&views.write()), Some(views));
    }

    #[test]
    fn only_addresses_of_this_page_are_taken_in() {
        let text = r##"[{"name":"a","address":"https://example.org"},{"name":"b","address":"#/x"},
            {"name":" ","address":"#/y"}]"##;
        assert_eq!(SavedViews::read(text).as_ref().map(names), Some(vec!["b"]));
        for odd in ["", "{}", "[1]", "[{\"name\":\"a\"}]"] {
            assert_eq!(SavedViews::read(odd), None, "{odd}");
        }
    }
}
