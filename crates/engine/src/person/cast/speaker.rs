//! Who speaks a quotation: somebody of the cast, or one who is known by the words of the mention only.

use super::{Borne, Cast, Discourse, Member, Seen};
use crate::{
    person::{
        PersonKind,
        chunk::Chunk,
        naming::{Naming, of_chunk},
    },
    quote::MentionKind,
    text::{keyed::Key, lower},
};

impl Cast {
    /// The speaker whom the words of `chunk` name, for a quotation.
    pub(crate) fn speaker(&mut self, source: &str, chunk: &Chunk, here: &Seen) -> Option<usize> {
        if let Some(index) = here.meant_at(chunk.span.start) {
            return Some(index);
        }
        if chunk.kind == MentionKind::Pronoun {
            return None;
        }
        let naming = &of_chunk(source, chunk);
        let spoken = Naming { evidence: naming.evidence.max(1), ..naming.clone() };
        let kind = match naming.kind {
            MentionKind::Collective => PersonKind::Group,
            MentionKind::Name | MentionKind::TitledName => PersonKind::Named,
            _ => PersonKind::Unnamed,
        };
        let known = if naming.name.is_empty() {
            self.titled(naming, here, &Discourse::default(), &mut Borne::default())
        } else {
            self.named(&spoken, here)
        };
        let index = known.unwrap_or_else(|| self.unnamed(source, naming, kind));
        self.witness(source, &spoken, here.document, index);
        Some(index)
    }

    /// Somebody who is known by the words of the mention only.
    fn unnamed(&mut self, source: &str, naming: &Naming<'_>, kind: PersonKind) -> usize {
        let words = plain(naming.span.of(source));
        let name = match kind {
            PersonKind::Unnamed => format!("{words} (unnamed)"),
            _ if naming.name.is_empty() => words,
            _ => naming.name.join(" "),
        };
        let index = self.members.len();
        let known = *self.unnamed.entry(Key::EMPTY.and(&name), index) as usize;
        if known < index {
            return known;
        }
        self.members.push(Member { kind, ..Member::of(vec![name]) });
        index
    }
}

/// The words of a mention without its article, in small letters if they were shouted.
fn plain(words: &str) -> String {
    let rest = ["the ", "a ", "an ", "The ", "A ", "An "]
        .iter()
        .find_map(|article| words.strip_prefix(article))
        .unwrap_or(words);
    if rest.chars().any(char::is_lowercase) || rest.len() < 5 {
        rest.to_owned()
    } else {
        lower(rest)
    }
}
