//! Words that page furniture is made of: labels, headings of link lists, agencies.
//!
//! Word lists only; `furniture`, `byline` and `record` know what they mean.

/// Labels before the names of those who wrote a report.
pub(crate) const AUTHOR_LABELS: &[&str] =
    &["author", "authors", "reporter", "reporters", "written by", "report", "reporting by", "by"];

/// Labels before the names of those who edited it.
pub(crate) const EDITOR_LABELS: &[&str] = &["editor", "editors", "edited by", "editing by"];

/// Labels before the owner of a picture.
pub(crate) const CREDIT_LABELS: &[&str] = &[
    "Image:",
    "Images:",
    "Photo:",
    "Photos:",
    "Picture:",
    "Photograph:",
    "Image credit:",
    "Photo credit:",
    "Credit:",
    "Foto:",
    "Bild:",
];

/// What editors put beside a name to say where in the picture the person stands.
pub(crate) const PICTURE_PLACES: &[&str] = &[
    "(l.)",
    "(r.)",
    "(c.)",
    "(left)",
    "(right)",
    "(center)",
    "(centre)",
    "(l)",
    "(r)",
    "(pictured)",
];

/// How the headings of lists of other reports begin, in lower case.
pub(crate) const LINK_HEADINGS: &[&str] = &[
    "skip next section",
    "explore more",
    "more stories",
    "more from",
    "more on this",
    "related",
    "most read",
    "most popular",
    "most viewed",
    "audios and videos",
    "top stories",
    "trending",
    "recommended",
    "you may also like",
    "you might also like",
    "share this",
    "follow us",
    "sign up",
    "subscribe",
    "latest news",
    "editor's picks",
    "editors' picks",
    "popular stories",
];

/// How a link to one other report begins, in lower case.
pub(crate) const RELATED_LEADS: &[&str] = &[
    "read also",
    "read more",
    "see also",
    "also read",
    "related:",
    "read next",
    "watch:",
    "more:",
];

/// Names of a page's media players.
pub(crate) const PLAYER_HEADINGS: &[&str] = &[
    "podcast",
    "podcasts",
    "audio",
    "video",
    "listen",
    "listen to this article",
    "live stream",
    "watch live",
];

/// How lines about rights begin, in lower case.
pub(crate) const RIGHTS_LEADS: &[&str] =
    &["©", "(c) ", "copyright", "all rights reserved", "usage terms", "restrictions"];

/// News agencies: as credit lines abbreviate them, and by name.
const AGENCIES: &[(&str, &str)] = &[
    ("aap", "AAP"),
    ("afp", "AFP"),
    ("ansa", "ANSA"),
    ("ap", "AP"),
    ("apa", "APA"),
    ("dapd", "dapd"),
    ("ddp", "ddp"),
    ("dpa", "dpa"),
    ("efe", "EFE"),
    ("epd", "epd"),
    ("interfax", "Interfax"),
    ("itar-tass", "ITAR-TASS"),
    ("kna", "KNA"),
    ("pa", "PA"),
    ("pti", "PTI"),
    ("reuters", "Reuters"),
    ("ria", "RIA"),
    ("rtr", "Reuters"),
    ("rtre", "Reuters"),
    ("sid", "SID"),
    ("tass", "TASS"),
    ("upi", "UPI"),
    ("xinhua", "Xinhua"),
];

/// The agency that a credit line's `word` stands for.
pub(crate) fn agency(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    AGENCIES.iter().find(|(short, _)| *short == word).map(|(_, name)| *name)
}
