//! The reader's preferences, one context for the whole page.

use yew::prelude::*;

use crate::preferences::Preferences;

/// The preferences, and the way to change them.
pub(crate) type PreferenceHandle = UseReducerHandle<Preferences>;

/// Makes the context's value: kept preferences, put on the page whenever they change.
#[hook]
pub(crate) fn use_new_preferences() -> PreferenceHandle {
    let handle = use_reducer(Preferences::kept);
    use_effect_with(*handle, |preferences| preferences.apply());
    handle
}

/// The preferences; none outside the page's root.
#[hook]
pub(crate) fn use_preferences() -> Option<PreferenceHandle> {
    use_context::<PreferenceHandle>()
}
