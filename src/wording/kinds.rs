//! Names of kinds: of quotations, blocks and furniture, and how sure a speaker is.

use parallax_engine::{
    article::{BlockKind, Furniture},
    coverage::Thing,
    quote::{Confidence, QuoteKind},
};

/// The kind of quotation, in a word or two.
#[must_use]
pub fn kind_label(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "Direct quote",
        QuoteKind::Mixed => "Partial quote",
        QuoteKind::Indirect => "Reported speech",
        QuoteKind::Scare => "Scare quotes",
        QuoteKind::Nested => "Quote within a quote",
        QuoteKind::Headline => "Headline quote",
        QuoteKind::Soundbite => "Soundbite",
    }
}

/// What the kind means, in a sentence.
#[must_use]
pub fn kind_meaning(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "Whole sentences or clauses in quotation marks.",
        QuoteKind::Mixed => "A few quoted words inside the reporter’s own sentence.",
        QuoteKind::Indirect => "What someone said in the reporter’s words, without marks.",
        QuoteKind::Scare => "Words held at arm’s length, not put in anyone’s mouth.",
        QuoteKind::Nested => "Words quoted by the person who is being quoted.",
        QuoteKind::Headline => "Words quoted in the headline.",
        QuoteKind::Soundbite => "Words from a broadcaster’s list of shots.",
    }
}

/// How far the speaker may be trusted, in words; none where there is no doubt.
#[must_use]
pub fn confidence_label(confidence: Confidence) -> Option<&'static str> {
    match confidence {
        Confidence::Sure => None,
        Confidence::Likely => Some("Probable speaker"),
        Confidence::Check => Some("Check the speaker"),
    }
}

/// The words that report, where they are words: a headline may report with a dash or colon alone.
#[must_use]
pub fn reporting_words(cue: &str) -> Option<&str> {
    cue.chars().any(char::is_alphabetic).then_some(cue)
}

/// What a name is the name of, and how it names.
#[must_use]
pub fn thing_label(thing: Thing) -> &'static str {
    match thing {
        Thing::Person => "by name",
        Thing::Role => "by role",
        Thing::Organisation => "organisation",
        Thing::Place => "place",
        Thing::Subject => "subject",
    }
}

/// What a block is to the report.
#[must_use]
pub fn block_label(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Standfirst => "standfirst",
        BlockKind::Subhead => "subhead",
        BlockKind::Paragraph => "text",
        BlockKind::AltText => "picture text",
        BlockKind::Caption => "caption",
        BlockKind::Credit => "credit",
        BlockKind::Shotlist => "shotlist",
        BlockKind::Furniture(furniture) => furniture_label(furniture),
    }
}

/// What a stretch of page furniture is.
#[must_use]
pub fn furniture_label(furniture: Furniture) -> &'static str {
    match furniture {
        Furniture::PageTitle => "page title",
        Furniture::Navigation => "menu",
        Furniture::Icons => "icon names",
        Furniture::Date => "date line",
        Furniture::Byline => "byline",
        Furniture::DuplicateTitle => "title again",
        Furniture::RelatedLink => "related link",
        Furniture::TeaserLinks => "other reports",
        Furniture::Player => "player",
        Furniture::Fields => "record",
        Furniture::Copyright => "rights",
        Furniture::Labels => "labels",
        Furniture::Share => "share links",
        Furniture::Notice => "the site's notice",
        Furniture::Comments => "readers' comments",
    }
}
