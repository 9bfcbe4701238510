//! What the reader prefers: theme and text size. Kept on this device, and never in an address.
//!
//! A browser that refuses to keep things is no obstacle: the choice then lasts for the visit.

use std::rc::Rc;

use web_sys::Storage;
use yew::prelude::*;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

/// How large text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// As the browser says.
    #[default]
    Normal,
    /// A step larger.
    Large,
    /// Two steps larger.
    Larger,
}

/// A choice that is spelt in one word on <html> and in the browser's storage.
pub trait Spelt: Copy + PartialEq + Default + 'static {
    /// Its name there.
    const NAME: &'static str;
    /// All its values, in the order they are offered in.
    const ALL: [Self; 3];
    /// The value's word.
    fn word(self) -> &'static str;

    /// The value of that word; the first one for any other word.
    #[must_use]
    fn read(word: &str) -> Self {
        Self::ALL.into_iter().find(|value| value.word() == word).unwrap_or_default()
    }
}

impl Spelt for Theme {
    const NAME: &'static str = "theme";
    const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Spelt for TextSize {
    const NAME: &'static str = "text";
    const ALL: [Self; 3] = [Self::Normal, Self::Large, Self::Larger];

    fn word(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Large => "large",
            Self::Larger => "larger",
        }
    }
}

/// What the reader prefers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// Light or dark.
    pub theme: Theme,
    /// How large text is.
    pub text: TextSize,
}

/// A change of preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefer {
    /// This theme.
    Theme(Theme),
    /// This text size.
    Text(TextSize),
}

impl Reducible for Preferences {
    type Action = Prefer;

    fn reduce(self: Rc<Self>, action: Prefer) -> Rc<Self> {
        Rc::new(match action {
            Prefer::Theme(theme) => Self { theme, ..*self },
            Prefer::Text(text) => Self { text, ..*self },
        })
    }
}

impl Preferences {
    /// What was kept on this device.
    pub(crate) fn kept() -> Self {
        Self { theme: kept(), text: kept() }
    }

    /// Keeps the preferences and puts them on the page.
    pub(crate) fn apply(self) {
        apply(self.theme);
        apply(self.text);
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn key<T: Spelt>() -> String {
    format!("parallax.{}", T::NAME)
}

fn kept<T: Spelt>() -> T {
    let word = storage().and_then(|storage| storage.get_item(&key::<T>()).ok()?);
    T::read(word.as_deref().unwrap_or_default())
}

fn apply<T: Spelt>(value: T) {
    if let Some(storage) = storage() {
        // A full or refused storage only means that the choice ends with the visit.
        let _ = storage.set_item(&key::<T>(), value.word());
    }
    let page = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(page) = page {
        let _ = page.set_attribute(&format!("data-{}", T::NAME), value.word());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_read_back_from_its_word() {
        for theme in Theme::ALL {
            assert_eq!(Theme::read(theme.word()), theme);
        }
        for size in TextSize::ALL {
            assert_eq!(TextSize::read(size.word()), size);
        }
    }

    #[test]
    fn an_unknown_word_is_the_first_choice() {
        assert_eq!(Theme::read("sepia"), Theme::System);
    }

    #[test]
    fn a_change_leaves_the_other_choice_alone() {
        let before = Rc::new(Preferences { theme: Theme::Dark, text: TextSize::Normal });
        let after = before.reduce(Prefer::Text(TextSize::Larger));
        assert_eq!(*after, Preferences { theme: Theme::Dark, text: TextSize::Larger });
    }
}
