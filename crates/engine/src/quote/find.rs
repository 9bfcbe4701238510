//! Finds the quotations of an article, with the words that name their speakers.
//!
//! Goes block by block, and joins the parts of one quotation. Who a mention is, `person` decides.

use super::{
    Confidence, Cue, CuePosition, Mention, Part, Quotation, QuoteKind, Stance,
    attribute::{Attribution, attribute},
    scene::{Outer, Scene},
    soundbite,
};
use crate::{
    article::{Block, BlockKind, Rule},
    person::{
        chunk::Chunk,
        lexicon::Class,
        token::{Kind, Token, bare, is_possessive},
    },
    span::Span,
};

/// A quotation whose speaker is not resolved yet.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// The quotation, without a speaker.
    pub(crate) quotation: Quotation,
    /// Who is to be resolved as its speaker.
    pub(crate) who: Who,
}

/// Who speaks, as far as the words around a quotation tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// The one whom this chunk names.
    Chunk(Chunk),
    /// The speaker of the quotation at this index.
    Same(usize),
    /// The words do not tell.
    Unknown,
}

/// The quotations of the document, by place, and the scenes of its blocks.
pub(crate) fn find<'a>(source: &'a str, blocks: &[Block]) -> (Vec<Draft>, Vec<Scene<'a>>) {
    let mut finder = Finder { source, drafts: Vec::new(), scenes: Vec::new() };
    for block in blocks.iter().filter(|block| block.kind.is_text()) {
        let scene = Scene::of(source, *block);
        if block.kind == BlockKind::Shotlist {
            finder.shotlist(&scene);
        } else {
            finder.block(&scene);
        }
        finder.scenes.push(scene);
    }
    (finder.drafts, finder.scenes)
}

struct Finder<'a> {
    source: &'a str,
    drafts: Vec<Draft>,
    scenes: Vec<Scene<'a>>,
}

impl Finder<'_> {
    fn shotlist(&mut self, scene: &Scene<'_>) {
        let mut from = scene.block.span.start as usize;
        for outer in &scene.outer {
            let Some(marked) = scene.marked.get(outer.marked) else { continue };
            let found =
                soundbite::introduction(self.source, from, marked.part.outer.start as usize);
            from = marked.part.outer.end as usize;
            let quotation = Quotation {
                kind: QuoteKind::Soundbite,
                place: scene.block.kind,
                parts: vec![marked.part],
                speaker: None,
                mention: found.mention.map(|chunk| Mention { span: chunk.span, kind: chunk.kind }),
                cue: found.cue,
                nested_in: None,
                language: found.language,
                rule: Rule::Borrowed("soundbite's introduction"),
                confidence: found.confidence,
                probability: found.confidence.percent(),
            };
            let who = found.mention.map_or(Who::Unknown, Who::Chunk);
            self.drafts.push(Draft { quotation, who });
            self.nested(scene, outer.marked);
        }
    }

    fn block(&mut self, scene: &Scene<'_>) {
        let first = self.drafts.len();
        let mut previous: Option<Previous> = None;
        for sentence in &scene.sentences {
            let from = scene.outer.partition_point(|outer| outer.tokens.start < sentence.start);
            let inside = scene.outer.get(from..).unwrap_or_default();
            for outer in inside.iter().take_while(|outer| outer.tokens.start < sentence.end) {
                let found = attribute(scene, sentence, outer);
                let leads = outer.tokens.start == sentence.start;
                if let Some(last) =
                    self.joined(scene, outer, leads, found.as_ref(), previous.as_ref())
                {
                    previous = Some(Previous { draft: last, sentence: sentence.end });
                    continue;
                }
                let index = self.drafts.len();
                let draft = self.draft(scene, outer, leads, found, first);
                self.drafts.push(draft);
                previous = Some(Previous { draft: index, sentence: sentence.end });
                self.nested(scene, outer.marked);
            }
        }
    }

    /// Adds the stretch to the previous quotation if it goes on with it; its index if so.
    fn joined(
        &mut self,
        scene: &Scene<'_>,
        outer: &Outer,
        leads: bool,
        found: Option<&Attribution>,
        previous: Option<&Previous>,
    ) -> Option<usize> {
        let previous = previous?;
        let part = scene.marked.get(outer.marked)?.part;
        let draft = self.drafts.get_mut(previous.draft)?;
        let old = draft.quotation.cue.clone()?;
        let between = old.span.start > draft.quotation.span().end;
        let goes_on = match found {
            // "A," he said, "B": the cue found for B is the one that follows A.
            Some(found) => found.cue.span == old.span,
            // "A," he said. "B."
            None => leads && between && previous.sentence == outer.tokens.start,
        };
        if !goes_on || draft.quotation.nested_in.is_some() {
            return None;
        }
        draft.quotation.parts.push(part);
        if let Some(cue) = draft.quotation.cue.as_mut().filter(|_| between) {
            cue.position = CuePosition::Between;
        }
        let index = previous.draft;
        self.nested_under(scene, outer.marked, index);
        Some(index)
    }

    fn draft(
        &self,
        scene: &Scene<'_>,
        outer: &Outer,
        leads: bool,
        found: Option<Attribution>,
        first: usize,
    ) -> Draft {
        let marked = scene.marked.get(outer.marked).copied();
        let part = marked.map_or(EMPTY, |marked| marked.part);
        let mut draft = Draft {
            quotation: Quotation {
                kind: kind(scene, outer, leads, found.as_ref()),
                place: scene.block.kind,
                parts: vec![part],
                speaker: None,
                mention: None,
                cue: None,
                nested_in: None,
                language: None,
                rule: Rule::Borrowed("no speaker found"),
                confidence: Confidence::Check,
                probability: Confidence::Check.percent(),
            },
            who: Who::Unknown,
        };
        if draft.quotation.kind == QuoteKind::Scare {
            draft.quotation.rule = Rule::Borrowed("a word at arm's length");
            return draft;
        }
        if !part.closed
            && let Some((end, found)) = unclosed(scene, outer)
        {
            let quotation = &mut draft.quotation;
            if let Some(part) = quotation.parts.first_mut() {
                let start = part.span.start as usize;
                part.span = Span::new(start, end.max(start));
                part.outer = Span::new(part.outer.start as usize, end.max(start));
            }
            attributed(&mut draft, found);
            return draft;
        }
        match found {
            Some(found) => attributed(&mut draft, found),
            None => self.inferred(&mut draft, leads, first),
        }
        draft
    }

    /// Who speaks where the sentence does not say: the one who spoke last, if the quotation
    /// stands by itself.
    fn inferred(&self, draft: &mut Draft, leads: bool, first: usize) {
        if !leads || draft.quotation.kind != QuoteKind::Direct {
            return;
        }
        let last = self.drafts.iter().rposition(|draft| {
            draft.quotation.nested_in.is_none() && draft.quotation.kind != QuoteKind::Scare
        });
        let Some(last) = last else { return };
        draft.who = Who::Same(last);
        draft.quotation.rule = Rule::Borrowed(if last >= first {
            "goes on in the paragraph"
        } else {
            "goes on from the quotation before"
        });
        draft.quotation.confidence =
            if last >= first { Confidence::Likely } else { Confidence::Check };
        draft.quotation.probability = draft.quotation.confidence.percent();
    }

    fn nested(&mut self, scene: &Scene<'_>, outer: usize) {
        let parent = self.drafts.len().saturating_sub(1);
        self.nested_under(scene, outer, parent);
    }

    /// The stretches inside the stretch `outer`, as quotations nested in the draft `parent`.
    fn nested_under(&mut self, scene: &Scene<'_>, outer: usize, parent: usize) {
        let mut parents = vec![(outer, parent)];
        for (index, marked) in scene.marked.iter().enumerate().skip(outer + 1) {
            let Some(inside) = marked.inside else { break };
            let Some(&(_, parent)) = parents.iter().find(|(at, _)| *at == inside) else { continue };
            parents.push((index, self.drafts.len()));
            self.drafts.push(Draft {
                quotation: Quotation {
                    kind: QuoteKind::Nested,
                    place: scene.block.kind,
                    parts: vec![marked.part],
                    speaker: None,
                    mention: None,
                    cue: None,
                    nested_in: u32::try_from(parent).ok(),
                    language: None,
                    rule: Rule::Borrowed("inside a quotation"),
                    confidence: Confidence::Likely,
                    probability: Confidence::Likely.percent(),
                },
                who: Who::Same(parent),
            });
        }
    }
}

const EMPTY: Part =
    Part { span: Span { start: 0, end: 0 }, outer: Span { start: 0, end: 0 }, closed: false };

/// The quotation before, inside one block.
struct Previous {
    draft: usize,
    sentence: usize,
}

fn attributed(draft: &mut Draft, found: Attribution) {
    let quotation = &mut draft.quotation;
    quotation.mention = Some(Mention { span: found.mention.span, kind: found.mention.kind });
    quotation.cue = Some(found.cue);
    quotation.rule = Rule::Borrowed(found.rule);
    quotation.confidence = found.confidence;
    quotation.probability = found.confidence.percent();
    draft.who = Who::Chunk(found.mention);
}

/// The kind of a quotation that stands in no other.
fn kind(scene: &Scene<'_>, outer: &Outer, leads: bool, found: Option<&Attribution>) -> QuoteKind {
    let Some(marked) = scene.marked.get(outer.marked) else { return QuoteKind::Scare };
    let words = marked.part.span.of(scene.source);
    let count = words.split_whitespace().take(4).count();
    let close = found.is_some_and(|found| {
        let cue = found.cue.span;
        let outer = marked.part.outer;
        cue.start.saturating_sub(outer.end) <= 60
            && cue.end <= outer.start + 60
            && (cue.start >= outer.end || outer.start.saturating_sub(cue.end) <= 3)
    });
    if scene.block.kind == BlockKind::Headline {
        return if count > 1 || close { QuoteKind::Headline } else { QuoteKind::Scare };
    }
    let after = found.is_some_and(|found| {
        let between = found.cue.span.start.checked_sub(marked.part.outer.end);
        between.is_some_and(|between| between <= 60)
    });
    if is_title(words) && !after && is_shown(scene, outer.tokens.start) {
        return QuoteKind::Scare;
    }
    let ended = words.ends_with([',', '.', '!', '?', '…', '–', '—']);
    let predicate = found.is_some_and(|found| found.cue.span.end <= marked.part.outer.start)
        && outer.tokens.start.checked_sub(1).is_some_and(|at| is_copula(scene.word(at)));
    if count < 2 && !(close || predicate || (ended && leads)) {
        return QuoteKind::Scare;
    }
    let begins = words
        .trim_start_matches(['[', '…', '.', ' ', '('])
        .starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let before = outer.tokens.start.checked_sub(1);
    let introduced = before.is_some_and(|at| {
        matches!(scene.kind(at), Some(Kind::Comma | Kind::Colon)) || scene.reports(at)
    });
    if found.is_none() && count < 4 && !leads {
        QuoteKind::Scare
    } else if begins && (leads || introduced) && (ended || count > 3) {
        QuoteKind::Direct
    } else {
        QuoteKind::Mixed
    }
}

/// Whether the words are the name of a film, a programme, a song: a few words, each with a capital.
fn is_title(words: &str) -> bool {
    let small = |word: &str| word.len() <= 3 || word.starts_with(char::is_uppercase);
    let capitals = words.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
    let count = words.split_whitespace().take(7).count();
    (2..7).contains(&count)
        && !words.ends_with(['!', '?'])
        && words.split_whitespace().all(small)
        && capitals.count() * 3 >= count * 2
}

/// Whether the word before is one that the name of a work follows: "CNN's", "the film".
fn is_shown(scene: &Scene<'_>, at: usize) -> bool {
    const WORKS: &[&str] =
        &["on", "show", "film", "movie", "book", "song", "series", "programme", "program"];
    let before = at.checked_sub(1).map_or("", |at| scene.word(at));
    is_possessive(before) || WORKS.contains(&before)
}

fn is_copula(word: &str) -> bool {
    ["is", "are", "was", "were", "be", "been", "’s", "'s"].contains(&word)
}

/// Where an unclosed quotation ends: before "…, said Smith." at the end of its block.
fn unclosed(scene: &Scene<'_>, outer: &Outer) -> Option<(usize, Attribution)> {
    let tokens = scene.tokens.get(outer.tokens.clone())?;
    let limit = tokens.len().saturating_sub(16);
    let comma = tokens.iter().enumerate().skip(limit).rev().find_map(|(at, token)| {
        let at = outer.tokens.start + at;
        if token.kind != Kind::Comma {
            return None;
        }
        let behind = at + 1;
        let (chunk, verb) = if scene.reports(behind) {
            let verb = scene.verb_at(behind, behind);
            (scene.chunk_from(verb.end)?, verb)
        } else {
            let chunk = scene.chunk_from(behind)?;
            (chunk, scene.verb(chunk.end)?)
        };
        let end = chunk.end.max(verb.end);
        let last =
            (end..scene.tokens.len()).all(|at| !scene.tokens.get(at).is_some_and(Token::is_word));
        let speaks =
            chunk.name.is_some() || ["he", "she"].contains(&bare(chunk.span.of(scene.source)));
        (last && speaks && !scene.is(verb.at, Class::PARTICIPLE)).then_some((at, *chunk, verb))
    })?;
    let (at, mention, verb) = comma;
    let end = scene.tokens.get(at)?.span.end as usize;
    let first = scene.tokens.get(verb.at)?.span;
    let last = scene.tokens.get(verb.end.saturating_sub(1))?.span;
    let cue = Cue {
        span: first.cover(last),
        stance: Stance::of(&verb.lemma),
        verb: verb.lemma,
        position: CuePosition::After,
    };
    Some((
        end,
        Attribution {
            mention,
            cue,
            rule: "unclosed, ends before its speaker",
            confidence: Confidence::Likely,
        },
    ))
}
