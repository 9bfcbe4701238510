//! The Content-Security-Policy: what the page may do, which is nothing but run itself.

/// The policy for a page whose inline scripts have these hashes.
///
/// Under development the page may also listen for the signal to reload.
pub(super) fn of(script_hashes: &[String], development: bool) -> String {
    let scripts: String = script_hashes.iter().map(|hash| format!(" '{hash}'")).collect();
    let signal = if development { " ws:" } else { "" };
    [
        "default-src 'none'".to_owned(),
        format!("script-src 'self'{scripts} 'wasm-unsafe-eval'"),
        "style-src 'self'".to_owned(),
        "font-src 'self'".to_owned(),
        "img-src 'self'".to_owned(),
        format!("connect-src 'self'{signal}"),
        "manifest-src 'self'".to_owned(),
        "worker-src 'self'".to_owned(),
        "object-src 'none'".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ]
    .into_iter()
    // What Trunk puts into a page that is served by it makes HTML of texts.
    .chain((!development).then(|| TYPES.to_owned()))
    .collect::<Vec<_>>()
    .join("; ")
}

/// The policy of the page as one file: nothing is fetched at all, and only what it holds is run.
pub(super) fn of_one_file(script_hashes: &[String], style_hash: &str) -> String {
    let scripts: String = script_hashes.iter().map(|hash| format!(" '{hash}'")).collect();
    [
        "default-src 'none'",
        &format!("script-src{scripts} 'wasm-unsafe-eval'"),
        &format!("style-src '{style_hash}'"),
        "font-src data:",
        "img-src data:",
        // The check of an article, which is made of what the file holds.
        "worker-src blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        TYPES,
    ]
    .join("; ")
}

/// No text becomes code, and addresses of code come from one policy (`src/trusted.rs`).
const TYPES: &str = "require-trusted-types-for 'script'; trusted-types parallax-workers";

/// Puts a policy into a page: after the character set, which must come early, and before all else,
/// because a policy does not bind what stands above it.
pub(super) fn put_in(page: &str, policy: &str) -> Option<String> {
    let charset = page.find("<meta charset")?;
    let place = charset + page[charset..].find('>')? + 1;
    let (before, after) = page.split_at(place);
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    Some(format!("{before}\n    {meta}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_allows_nothing_foreign_and_nothing_unsafe_but_wasm() {
        let policy = of(&["sha256-abc=".to_owned()], false);
        assert!(policy.contains("script-src 'self' 'sha256-abc=' 'wasm-unsafe-eval';"), "{policy}");
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        for never in ["unsafe-inline", "'unsafe-eval'", "http", "ws:", "*", "data:"] {
            assert!(!policy.contains(never), "{never} in {policy}");
        }
    }

    #[test]
    fn one_file_fetches_nothing() {
        let policy = of_one_file(&["sha256-abc=".to_owned()], "sha256-def=");
        assert!(policy.contains("script-src 'sha256-abc=' 'wasm-unsafe-eval';"), "{policy}");
        for never in ["'self'", "connect-src", "unsafe-inline", "'unsafe-eval'", "http"] {
            assert!(!policy.contains(never), "{never} in {policy}");
        }
    }

    #[test]
    fn only_development_may_listen_for_reloads() {
        assert!(of(&[], true).contains("connect-src 'self' ws:;"));
    }

    #[test]
    fn the_policy_stands_before_every_script() {
        let page = "<head><meta charset=\"utf-8\" /><script>a()</script></head>";
        let sealed = put_in(page, "default-src 'none'").unwrap();
        assert!(sealed.find("Content-Security-Policy") < sealed.find("<script"), "{sealed}");
        assert!(sealed.find("charset") < sealed.find("Content-Security-Policy"), "{sealed}");
    }
}
