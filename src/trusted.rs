//! The addresses of code that the page may start: its two workers, which the build tells in the page's head.
//!
//! Where the browser enforces Trusted Types, an address of code must come from a named policy. This is the
//! page's only one; it gives these two addresses and refuses all others. Knows no worker.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure, prelude::wasm_bindgen};

/// The policy's name, as the page's policy for contents spells it (`cargo xtask seal`).
const POLICY: &str = "parallax-workers";

/// Code that is no part of the page itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Code {
    /// The worker that keeps the page for reading without a network.
    Offline,
    /// The check of an article.
    Recheck,
}

#[wasm_bindgen]
extern "C" {
    type Factory;

    #[wasm_bindgen(thread_local_v2, js_name = trustedTypes)]
    static FACTORY: Option<Factory>;

    #[wasm_bindgen(method, catch, js_name = createPolicy)]
    fn create_policy(this: &Factory, name: &str, rules: &Object) -> Result<Policy, JsValue>;

    #[derive(Clone)]
    type Policy;

    #[wasm_bindgen(method, catch, js_name = createScriptURL)]
    fn create_script_url(this: &Policy, address: &str) -> Result<JsValue, JsValue>;
}

thread_local! {
    /// The policy: a browser lets it be made only once.
    static MADE: Option<Policy> = FACTORY.with(|factory| policy(factory.as_ref()?));
}

/// The address of some code as the browser takes it; none where the page was built without that code.
pub(crate) fn address(code: Code) -> Option<JsValue> {
    let address = told(code)?;
    MADE.with(|policy| match policy {
        Some(policy) => policy.create_script_url(&address).ok(),
        None => Some(JsValue::from_str(&address)),
    })
}

fn policy(factory: &Factory) -> Option<Policy> {
    let rule = Closure::<dyn Fn(String) -> Option<String>>::new(|address: String| {
        let known = [Code::Offline, Code::Recheck].into_iter().filter_map(told);
        known.into_iter().find(|known| *known == address)
    });
    let rules = Object::new();
    Reflect::set(&rules, &JsValue::from_str("createScriptURL"), rule.as_ref().unchecked_ref())
        .ok()?;
    let policy = factory.create_policy(POLICY, &rules).ok()?;
    // It answers as long as the page lives.
    rule.forget();
    Some(policy)
}

/// What the build tells of the code's address: beside the page, under any path of any host.
fn told(code: Code) -> Option<String> {
    let name = match code {
        Code::Offline => "meta[name=offline]",
        Code::Recheck => "meta[name=recheck]",
    };
    let document = web_sys::window()?.document()?;
    document.query_selector(name).ok()??.get_attribute("content")
}
