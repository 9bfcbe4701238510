//! Any text as an address of the page.

use parallax_page::url::{Address, View};

/// Reads any text as an address: what is read stays the same when it is spelt anew, and its spelling can be
/// written anywhere.
pub fn address(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let once = Address::parse(&text);
    let spelt = once.to_string();
    assert_eq!(Address::parse(&spelt), once, "{spelt:?}");
    let plain = spelt.bytes().all(|byte| byte.is_ascii_graphic());
    // What means nothing is kept as it was asked for.
    assert!(plain || matches!(once.view, View::Unknown(_)), "{spelt:?}");
}
