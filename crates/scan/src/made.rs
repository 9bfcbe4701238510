//! Documents made by chance that is the same in every run: reports with headlines, days, outlets and
//! quotations, some with topics and with speakers that somebody gave, in words that fall together often
//! and in letters of several alphabets.

use fastrand::Rng;
use parallax_engine::{
    article::{Document, Mark, Role},
    ingest::Sidecar,
    span::Span,
};

const OUTLETS: [&str; 4] = ["North Wire", "South News", "Курьер", "Île Matin"];
const TOPICS: [&str; 4] = ["politics", "world politics", "sport", "Kultur & Künste"];
const SPEAKERS: [&str; 5] = ["Anna Berg", "Ben Holm", "Ewa Łuczak", "Carl O’Hara", "Dora Lind"];
const WORDS: [&str; 32] = [
    "treaty",
    "treaties",
    "talk",
    "talks",
    "talked",
    "fresh",
    "start",
    "started",
    "starting",
    "the",
    "of",
    "a",
    "and",
    "in",
    "harbour",
    "harbours",
    "bridge",
    "bridges",
    "budget",
    "41",
    "2010",
    "Zürich",
    "Łódź",
    "café",
    "naïve",
    "co-operation",
    "reporter’s",
    "U.S.",
    "relation",
    "relations",
    "Οδός",
    "mer",
];

/// So many documents, the same ones for the same seed.
#[must_use]
pub fn documents(count: usize, seed: u64) -> Vec<Document> {
    let mut random = Rng::with_seed(seed);
    (0..count).map(|number| document(number, &mut random)).collect()
}

fn document(number: usize, random: &mut Rng) -> Document {
    let outlet = OUTLETS.get(random.usize(..=OUTLETS.len()));
    let date = format!("2010-{:02}-{:02}", random.u8(1..=12), random.u8(1..=28));
    let sidecar = Sidecar {
        publisher: outlet.map(|outlet| (*outlet).to_owned()),
        date_published: date.parse().ok().filter(|_| random.u8(..8) > 0),
        article_section: some(random, &TOPICS),
        headline: None,
        ..Sidecar::default()
    };
    let (mut text, marks) = given(random);
    text += &capital(&words(random, 3..7));
    text += "\n\n";
    for _ in 0..random.usize(1..6) {
        text += &paragraph(random);
        text += "\n\n";
    }
    Document {
        id: format!("made-{number:05}"),
        text,
        sidecar: Some(sidecar),
        marks,
        ..Document::default()
    }
}

/// None of these, one or two, perhaps the same.
fn some(random: &mut Rng, all: &[&str]) -> Vec<String> {
    (0..random.usize(..3)).map(|_| all[random.usize(..all.len())].to_owned()).collect()
}

/// Who is quoted, as one document in three says in lines before its text; some say that nobody is.
fn given(random: &mut Rng) -> (String, Vec<Mark>) {
    let (mut text, mut marks) = (String::new(), Vec::new());
    if random.u8(..3) == 0 {
        let mut names = some(random, &SPEAKERS);
        if names.is_empty() {
            names.push("[]".to_owned());
        }
        for name in names {
            let start = text.len();
            text += &format!("row speaker: {name}");
            marks.push(Mark { span: Span::new(start, text.len()), role: Role::Statement });
            text.push('\n');
        }
        text.push('\n');
    }
    (text, marks)
}

fn paragraph(random: &mut Rng) -> String {
    let speaker = SPEAKERS[random.usize(..SPEAKERS.len())];
    let said = words(random, 3..9);
    let rest = words(random, 4..20);
    match random.u8(..5) {
        0 => format!("“{},” said {speaker}. {}.", capital(&said), capital(&rest)),
        1 => format!("{} {}, {speaker} said.", capital(&rest), said),
        2 => format!("The minister called it “{said}” {rest}."),
        3 => format!("{speaker} said: “{}.” {}.", capital(&said), capital(&rest)),
        _ => format!("{} {}.", capital(&said), rest),
    }
}

fn words(random: &mut Rng, length: std::ops::Range<usize>) -> String {
    let words: Vec<&str> =
        (0..random.usize(length)).map(|_| WORDS[random.usize(..WORDS.len())]).collect();
    words.join(" ")
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
