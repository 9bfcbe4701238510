//! Waits for the browser: until it has shown what was drawn, until it has served an input, until the reader
//! stirs. Nothing waits for ever. Does not know what is done next.

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AddEventListenerOptions, Window};

/// How long the browser has before it is asked again whether it has shown the first frame, in milliseconds; and
/// how often it is asked: a page that nobody sees has no frame.
const FRAME: i32 = 10;
const FRAMES: usize = 20;

/// How long a reader may read without stirring, in milliseconds.
const READING: i32 = 4_000;

/// What a reader does first. The page itself scrolls and moves the focus.
const STIRRING: [&str; 4] = ["pointermove", "pointerdown", "keydown", "wheel"];

/// The name of the browser's note that something has been shown.
const SHOWN: &str = "first-contentful-paint";

/// Waits until the browser has shown what the document held when it came, if it has not yet. It says so
/// later than a frame's own callback runs; what is replaced before would not count as shown.
pub(crate) async fn first_frame_shown() {
    let performance = web_sys::window().and_then(|window| window.performance());
    let shown =
        || performance.as_ref().is_some_and(|it| it.get_entries_by_name(SHOWN).length() > 0);
    let mut asked = 0;
    while !shown() && asked < FRAMES {
        later(|window, then| timer(window, then, FRAME)).await;
        asked += 1;
    }
    next_step().await;
}

/// Lets the browser serve an input, if there is one, before the next step.
pub(crate) async fn next_step() {
    later(|window, then| timer(window, then, 0)).await;
}

/// Waits until the reader does something, or has had the time to read what is shown; in a window that is not
/// seen, until it is.
pub(crate) async fn reader_stirs() {
    stirred_or_read().await;
    while is_hidden() {
        stirred_or_read().await;
    }
    // What the reader did is served before.
    next_step().await;
}

fn is_hidden() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.hidden())
}

async fn stirred_or_read() {
    later(|window, then| {
        let once = AddEventListenerOptions::new();
        once.set_once(true);
        once.set_passive(true);
        for event in STIRRING {
            window.add_event_listener_with_callback_and_add_event_listener_options(
                event, then, &once,
            )?;
        }
        timer(window, then, READING)
    })
    .await;
}

fn timer(window: &Window, then: &Function, after: i32) -> Result<(), JsValue> {
    window.set_timeout_with_callback_and_timeout_and_arguments_0(then, after).map(drop)
}

/// Waits until the browser calls what `order` hands to it.
async fn later(order: fn(&Window, &Function) -> Result<(), JsValue>) {
    let called = Promise::new(&mut |resolve, _| {
        let ordered = web_sys::window().map(|window| order(&window, &resolve));
        if !matches!(ordered, Some(Ok(()))) {
            // Where nothing can be waited for, it goes on at once.
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(called).await;
}
