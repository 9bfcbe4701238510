//! The reader's preferences, kept by the page's root.

use yew::prelude::*;

use crate::preferences::Preferences;

/// The preferences, and the way to change them.
pub(crate) type PreferenceHandle = UseReducerHandle<Preferences>;

/// Keeps the preferences: those kept on this device at first, put on the page whenever they change.
#[hook]
pub(crate) fn use_new_preferences() -> PreferenceHandle {
    let handle = use_reducer(Preferences::kept);
    use_effect_with(*handle, |preferences| preferences.apply());
    handle
}
