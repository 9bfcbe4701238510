//! Words beside the names of those who made a report: labels of bylines, roles, owners of pictures.
//!
//! Word lists only; `byline` and `caption` know what they mean.

use super::Phrases;

/// Labels before the names of those who wrote a report. Those that end in "r" want a colon.
pub(crate) const AUTHOR_LABELS: Phrases = Phrases::of(
    "author|authors|reporter|reporters|written by|words by|story by|interview by|report by|\
     reporting by|analysis by|posted by|by|text|von|interview von|par|por|di|door|av|autor|\
     автор",
);

/// Labels of one little word, after which a name may stand without a colon.
pub(crate) const SHORT_LABELS: Phrases = Phrases::of("by|von|par|por|di|door|av|interview von");

/// What people in a byline are, in lower case.
pub(crate) const BYLINE_ROLES: Phrases = Phrases::of(
    "correspondent|editor|reporter|reporters|writer|writers|staff|bureau|columnist|desk|\
     contributor|correspondents|agencies|agency|service|news|press|online|analyst|\
     korrespondent|redaktion|redakteur|redakteurin|redacción|rédaction",
);

/// What is said of those who helped with a report.
pub(crate) const CONTRIBUTIONS: Phrases = Phrases::of(
    "contributed to this report|contributed to this story|contributed to this article|\
     contributed reporting|contributed from",
);

/// How a line begins that says where to write to the author.
pub(crate) const REACH_LEADS: Phrases = Phrases::indexed(
    12,
    "reach |follow |contact |email |e-mail |you can reach|you can follow|write to ",
);

/// Labels before the names of those who edited it.
pub(crate) const EDITOR_LABELS: Phrases = Phrases::of("editor|editors|edited by|editing by");

/// Labels before the owner of a picture.
pub(crate) const CREDIT_LABELS: Phrases = Phrases::indexed(
    11,
    "Image:|Images:|Photo:|Photos:|Picture:|Photograph:|Image credit:|Photo credit:|Credit:|\
     Foto:|Bild:|Fotos:|Photographer:|Image source,|Image source:|Source:|Getty Images|Фото:|\
     Crédit photo|REUTERS/|AP Photo|(AP Photo|(Photo|Photo by|Photo courtesy|(Image",
);

/// What editors put beside a name to say where in the picture the person stands.
pub(crate) const PICTURE_PLACES: Phrases =
    Phrases::of("(l.)|(r.)|(c.)|(left)|(right)|(center)|(centre)|(l)|(r)|(pictured)");
