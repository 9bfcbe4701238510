//! What the reader prefers: theme, and how texts are set. Kept on this device, and never in an address.
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

/// How long the lines of a text are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// As they are read most easily.
    #[default]
    Normal,
    /// Shorter.
    Narrow,
    /// As long as the window lets them.
    Wide,
}

/// The typeface of texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Typeface {
    /// With serifs.
    #[default]
    Serif,
    /// Without.
    Sans,
}

/// Whether single keys mean something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keys {
    /// They do.
    #[default]
    On,
    /// They are left to the browser, and to whoever else listens.
    Off,
}

/// Whether a reader is told what readers are told who are here for the first time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hint {
    /// It is told.
    #[default]
    Told,
    /// They know it.
    Known,
}

/// A choice that is spelt in one word on <html> and in the browser's storage.
pub trait Spelt: Copy + PartialEq + Default + 'static {
    /// Its name there.
    const NAME: &'static str;
    /// All its values, in the order they are offered in.
    const ALL: &'static [Self];
    /// The value's word.
    fn word(self) -> &'static str;

    /// The value of that word; the first one for any other word.
    #[must_use]
    fn read(word: &str) -> Self {
        Self::ALL.iter().copied().find(|value| value.word() == word).unwrap_or_default()
    }
}

impl Spelt for Theme {
    const NAME: &'static str = "theme";
    const ALL: &'static [Self] = &[Self::System, Self::Light, Self::Dark];

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
    const ALL: &'static [Self] = &[Self::Normal, Self::Large, Self::Larger];

    fn word(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Large => "large",
            Self::Larger => "larger",
        }
    }
}

impl Spelt for Measure {
    const NAME: &'static str = "measure";
    const ALL: &'static [Self] = &[Self::Narrow, Self::Normal, Self::Wide];

    fn word(self) -> &'static str {
        match self {
            Self::Narrow => "narrow",
            Self::Normal => "normal",
            Self::Wide => "wide",
        }
    }
}

impl Spelt for Typeface {
    const NAME: &'static str = "face";
    const ALL: &'static [Self] = &[Self::Serif, Self::Sans];

    fn word(self) -> &'static str {
        match self {
            Self::Serif => "serif",
            Self::Sans => "sans",
        }
    }
}

impl Spelt for Keys {
    const NAME: &'static str = "keys";
    const ALL: &'static [Self] = &[Self::On, Self::Off];

    fn word(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Off => "off",
        }
    }
}

impl Spelt for Hint {
    const NAME: &'static str = "hint";
    const ALL: &'static [Self] = &[Self::Told, Self::Known];

    fn word(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::Known => "known",
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
    /// How long lines are.
    pub measure: Measure,
    /// The typeface of texts.
    pub face: Typeface,
    /// Whether single keys mean something.
    pub keys: Keys,
    /// Whether the hint for a first visit is told.
    pub hint: Hint,
}

/// A change of preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefer {
    /// This theme.
    Theme(Theme),
    /// This text size.
    Text(TextSize),
    /// This length of lines.
    Measure(Measure),
    /// This typeface.
    Face(Typeface),
    /// Keys so.
    Keys(Keys),
    /// The hint so.
    Hint(Hint),
}

impl Reducible for Preferences {
    type Action = Prefer;

    fn reduce(self: Rc<Self>, action: Prefer) -> Rc<Self> {
        Rc::new(match action {
            Prefer::Theme(theme) => Self { theme, ..*self },
            Prefer::Text(text) => Self { text, ..*self },
            Prefer::Measure(measure) => Self { measure, ..*self },
            Prefer::Face(face) => Self { face, ..*self },
            Prefer::Keys(keys) => Self { keys, ..*self },
            Prefer::Hint(hint) => Self { hint, ..*self },
        })
    }
}

impl Preferences {
    /// What was kept on this device.
    pub(crate) fn kept() -> Self {
        Self {
            theme: kept(),
            text: kept(),
            measure: kept(),
            face: kept(),
            keys: kept(),
            hint: kept(),
        }
    }

    /// Keeps the preferences and puts them on the page.
    pub(crate) fn apply(self) {
        apply(self.theme);
        apply(self.text);
        apply(self.measure);
        apply(self.face);
        apply(self.keys);
        apply(self.hint);
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
        fn check<T: Spelt + std::fmt::Debug>() {
            for value in T::ALL {
                assert_eq!(T::read(value.word()), *value);
            }
        }
        check::<Theme>();
        check::<TextSize>();
        check::<Measure>();
        check::<Typeface>();
        check::<Keys>();
        check::<Hint>();
    }

    #[test]
    fn an_unknown_word_is_the_first_choice() {
        assert_eq!(Theme::read("sepia"), Theme::System);
    }

    #[test]
    fn a_change_leaves_the_other_choice_alone() {
        let before = Rc::new(Preferences { theme: Theme::Dark, ..Preferences::default() });
        let after =
            before.reduce(Prefer::Text(TextSize::Larger)).reduce(Prefer::Face(Typeface::Sans));
        let expected = Preferences {
            theme: Theme::Dark,
            text: TextSize::Larger,
            measure: Measure::Normal,
            face: Typeface::Sans,
            ..Preferences::default()
        };
        assert_eq!(*after, expected);
    }
}
