//! A folder of documents that try to be more than text: markup, scripts and addresses in every field and every
//! file name, marks that turn or hide letters, and reports far longer than anybody writes.
//!
//! Made by chance that is the same in every run. What a script of them could do is set [`CANARY`].

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use fastrand::Rng;
use serde_json::{Value, json};

/// What a script of the documents would set, if any ran.
pub const CANARY: &str = "pwned";

/// What is put everywhere.
const FRAGMENTS: [&str; 40] = [
    "<script>pwned=1</script>",
    "<img src=x onerror=\"pwned=1\">",
    "<img src=https://evil.invalid/x.png>",
    "\"><svg/onload=pwned=1>",
    "' onmouseover='pwned=1' x='",
    "\" autofocus onfocus=\"pwned=1",
    "<a href=\"javascript:pwned=1\">read on</a>",
    "javascript:pwned=1",
    "</script><script>pwned=1</script>",
    "</title><script>pwned=1</script>",
    "</textarea></noscript></template><script>pwned=1</script>",
    "</div></main></body></html><script>pwned=1</script>",
    "<!--",
    "--><script>pwned=1</script>",
    "<![CDATA[",
    "]]><script>pwned=1</script>",
    "<template><script>pwned=1</script></template>",
    "{{constructor.constructor('pwned=1')()}}",
    "${pwned=1}",
    "<style>@import 'https://evil.invalid/x.css'; * { display: none }</style>",
    "<link rel=stylesheet href=https://evil.invalid/x.css>",
    "<iframe srcdoc=\"<script>parent.pwned=1</script>\"></iframe>",
    "<base href=https://evil.invalid/>",
    "<meta http-equiv=refresh content=\"0;url=https://evil.invalid/\">",
    "<form action=https://evil.invalid><button autofocus>Go</button></form>",
    "<div id=boot class=masthead>",
    "<object data=https://evil.invalid/x></object>",
    "\",\"headline\":\"</script><script>pwned=1</script>",
    "\\u003cscript\\u003epwned=1\\u003c/script\\u003e",
    "&lt;script&gt;pwned=1&lt;/script&gt;",
    "\u{202e}desrever dna\u{202c} \u{2066}kept\u{2069}",
    "zero\u{200b}\u{200c}\u{200d}\u{feff}width\u{ad}",
    "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}\u{30c}",
    "👩\u{200d}👩\u{200d}👧\u{200d}👦",
    "\u{2028}line\u{2029}apart\u{85}",
    "#/compare/A,B?base=B&at=k",
    "../../etc/passwd",
    "%2e%2e%2f%00%zz%",
    "a&outlet=RT&u=quote#/about",
    "__proto__",
];

/// Names for files, as far as a file may be called so.
const NAMES: [&str; 18] = [
    "#",
    "#compare,A,B",
    "a,b,c",
    "a..%2f..%2fetc",
    "%2e%2e",
    "%",
    "%zz%00",
    "?at=x&span=1-2",
    "a&outlet=RT",
    "<img src=x onerror=pwned=1>",
    "\"><svg onload=pwned=1>",
    "javascript:pwned=1",
    "__proto__",
    "constructor",
    "here",
    "boot",
    "\u{202e}txt.gpj",
    "zero\u{200b}width",
];

/// Names for rows, which may be anything.
const ROWS: [&str; 8] = [
    "../..",
    "/",
    "#/compare/A,B",
    "a/b?c=d#e",
    "javascript:pwned=1//",
    "<script>pwned=1</script>",
    " ",
    "\u{feff}",
];

/// Writes the documents into a folder, and gives how many there are.
///
/// # Errors
///
/// A file that cannot be written.
pub fn write(folder: &Path, seed: u64) -> std::io::Result<usize> {
    let mut random = Rng::with_seed(seed);
    for (at, name) in NAMES.iter().enumerate() {
        let (kind, text) = match at % 3 {
            0 => ("txt", plain(&mut random)),
            1 => ("html", page(&mut random)),
            _ => ("md", markdown(&mut random)),
        };
        fs::write(folder.join(format!("{name}.{kind}")), text)?;
        fs::write(folder.join(format!("{name}.toml")), sidecar(&mut random))?;
    }
    let rows: Vec<String> = ROWS.iter().map(|id| row(id, &mut random)).collect();
    fs::write(folder.join("rows.jsonl"), rows.join("\n"))?;
    Ok(NAMES.len() + ROWS.len())
}

/// Writes two reports: one is a line of so many bytes, the other has so many quotations.
///
/// # Errors
///
/// A file that cannot be written.
pub(super) fn write_long(folder: &Path, bytes: usize, quotations: usize) -> std::io::Result<()> {
    let sentence =
        "The talks went on without an end <b>that anybody could see</b> and nobody left. ";
    let line = sentence.repeat(bytes / sentence.len());
    fs::write(
        folder.join("one-line.txt"),
        format!("One line\n\nNorth Wire | 20 November 2010\n\n{line}\n"),
    )?;
    let quotation = |at: usize| {
        let gap = if at.is_multiple_of(10) { "\n\n" } else { " " };
        format!("“We have said number {at} before,” said Anna Berg.{gap}")
    };
    let all: String = (0..quotations).map(quotation).collect();
    fs::write(
        folder.join("quoted.txt"),
        format!("All said\n\nSouth News | 20 November 2010\n\n{all}\n"),
    )
}

fn fragment(random: &mut Rng) -> &'static str {
    FRAGMENTS[random.usize(..FRAGMENTS.len())]
}

/// A few words with a fragment among them.
fn words(random: &mut Rng) -> String {
    const WORDS: [&str; 6] = ["talks", "fresh start", "the treaty", "partners", "NATO", "Russia"];
    let word = |random: &mut Rng| WORDS[random.usize(..WORDS.len())];
    format!("{} {} {}", word(random), fragment(random), word(random))
}

/// Sentences with quotations, each with fragments in the words, in the speaker's name or in the rest.
fn sentences(random: &mut Rng) -> String {
    const SPEAKERS: [&str; 3] =
        ["Anna Berg", "Ben <b>Holm</b>", "President Anders “X” \u{202e}Rasmussen"];
    let speaker = SPEAKERS[random.usize(..SPEAKERS.len())];
    match random.u8(..4) {
        0 => format!("“We want {}, and soon,” said {speaker} on Saturday.", words(random)),
        1 => format!("{speaker} said that {} would last.", words(random)),
        2 => {
            format!("“A fresh start with {},” {speaker} {} said.", words(random), fragment(random))
        }
        _ => format!("{} {}.", words(random), words(random)),
    }
}

fn paragraphs(random: &mut Rng, gap: &str) -> String {
    let paragraphs: Vec<String> = (0..12).map(|_| sentences(random)).collect();
    paragraphs.join(gap)
}

fn plain(random: &mut Rng) -> String {
    let word = "unbroken".repeat(400);
    format!(
        "{}\n\nBy {}\n\nImage: {}\n\n{}\n\n{word}\n\n{}\n",
        words(random),
        words(random),
        words(random),
        paragraphs(random, "\n\n"),
        FRAGMENTS.join("\n\n"),
    )
}

/// A web page, whose markup is read, with a caption, and with facts that its own script would tell.
fn page(random: &mut Rng) -> String {
    let facts = json!({
        "@type": "NewsArticle", "headline": words(random), "author": words(random),
        "publisher": { "name": words(random) }, "datePublished": "2010-11-20",
    });
    format!(
        "<!doctype html><html><head><title>{0}</title><meta name=author content=\"{1}\">\
         <script type=\"application/ld+json\">{facts}</script><script>pwned=1</script></head><body>\
         <article><h1>{0}</h1><p>{2}</p><figure><img src=x alt=\"{1}\"><figcaption>{3}</figcaption></figure>\
         </article></body></html>",
        escaped(&words(random)),
        escaped(fragment(random)),
        paragraphs(random, "</p><p>"),
        escaped(&words(random)),
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn markdown(random: &mut Rng) -> String {
    let quoted = |text: String| json!(text).to_string();
    format!(
        "---\ntitle: {}\nauthor: {}\n---\n# {}\n\n{}\n\n![{}](javascript:pwned=1)\n\n[{}](javascript:pwned=1)\n",
        quoted(words(random)),
        quoted(words(random)),
        words(random),
        paragraphs(random, "\n\n"),
        fragment(random),
        fragment(random),
    )
}

fn row(id: &str, random: &mut Rng) -> String {
    let row: BTreeMap<&str, Value> = BTreeMap::from([
        ("id", json!(id)),
        ("title", json!(words(random))),
        ("text", json!(paragraphs(random, "\n\n"))),
        ("outlet", json!(words(random))),
        ("date", json!("2010-11-20")),
        ("topic", json!([fragment(random), "a, b"])),
        ("speaker", json!([words(random)])),
    ]);
    json!(row).to_string()
}

/// What stands beside a document. The letters of JSON's texts are TOML's too.
fn sidecar(random: &mut Rng) -> String {
    let said = [
        ("headline", json!(words(random))),
        ("publisher", json!(fragment(random))),
        ("author", json!([words(random), fragment(random)])),
        ("url", json!("javascript:pwned=1")),
        ("inLanguage", json!(fragment(random))),
        ("articleSection", json!(fragment(random))),
        // Few names, so that documents have events in common.
        ("about", json!(FRAGMENTS[random.usize(..3)])),
        ("datePublished", json!("2010-11-20")),
    ];
    said.map(|(key, value)| format!("{key} = {value}\n")).concat()
}
