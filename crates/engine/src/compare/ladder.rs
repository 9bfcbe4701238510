//! How texts attribute one utterance: from the speaker's own words down to nobody's.
//!
//! Each witness stands on a rung, with the verb that reports it and the words that name the speaker there. On the
//! lowest rung stand passages of the same event's reports that have the utterance's words as nobody's statement.
//! Knows quotations and passages; does not know how they were found. Costs the words of the reports times those of
//! the witnesses.

use similar::DiffOp;

use super::{
    diff::operations,
    passages::{self, PassageWords, Side},
    vocabulary::Vocabulary,
};
use crate::{
    collection::Segment,
    index::quote_keys,
    order::sort_by_key,
    quote::{Cue, MentionKind, Quotation, QuoteKind, Stance},
    search::{ArticleCard, Cards},
    span::Span,
    text::word::words,
};

/// So many content words in the same order make a passage say what a witness says.
const SHARED: usize = 4;

/// They must be at least this part of the passage's content words, or of the witness's.
const PART: f32 = 0.6;

/// How texts attribute one utterance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    /// The texts, those with the speaker's own words first, of one rung the earliest published first.
    pub steps: Vec<Step>,
    /// The articles that were looked through for passages without a source.
    pub searched: Vec<ArticleCard>,
}

/// How one text attributes the utterance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// How near the words are to the speaker's own.
    pub rung: Rung,
    /// The article.
    pub article: ArticleCard,
    /// The quotation's own name inside its article; none for a passage without a source.
    pub key: Option<String>,
    /// Where the words stand.
    pub spans: Vec<Span>,
    /// The words that report, if there are any.
    pub verb: Option<Verb>,
    /// The speaker as the text names them.
    pub named: Option<Named>,
    /// The speaker's full name.
    pub speaker: Option<String>,
}

/// How near words are to the speaker's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    /// The speaker's own words, whole clauses in marks.
    Direct,
    /// Some of the speaker's own words, in marks inside the reporter's clause.
    Mixed,
    /// The reporter's words for what the speaker said.
    Indirect,
    /// The same words, said by nobody.
    Unsourced,
}

impl Rung {
    fn of(kind: QuoteKind) -> Self {
        match kind {
            QuoteKind::Direct | QuoteKind::Soundbite | QuoteKind::Headline => Self::Direct,
            QuoteKind::Mixed | QuoteKind::Nested | QuoteKind::Scare => Self::Mixed,
            QuoteKind::Indirect => Self::Indirect,
        }
    }

    /// The rung's name, in lower case, as files spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
            Self::Unsourced => "unsourced",
        }
    }
}

/// The words that report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verb {
    /// The words, as they stand there.
    pub words: String,
    /// The dictionary form ("point out"); empty where a dash or a colon does it.
    pub lemma: String,
    /// How far it commits the reporter to what is said.
    pub stance: Stance,
    /// Where it stands.
    pub span: Span,
}

/// The words that name a speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The words.
    pub words: String,
    /// How they name.
    pub kind: MentionKind,
    /// Where they stand.
    pub span: Span,
}

impl Ladder {
    /// The ladder of these witnesses; passages without a source are looked for in these reports.
    pub(crate) fn of(segment: &Segment, witnesses: &[(usize, usize)], reports: &[usize]) -> Self {
        let cards = Cards::new(segment);
        let witness = |&(at, quotation)| step(segment, &cards, at, quotation);
        let mut steps: Vec<Step> = witnesses.iter().filter_map(witness).collect();
        let mut vocabulary = Vocabulary::default();
        let said: Vec<Vec<u32>> = witnesses
            .iter()
            .flat_map(|&(at, quotation)| sentences(segment, at, quotation, &mut vocabulary))
            .collect();
        let mut reports = reports.to_vec();
        crate::order::sort_by(&mut reports, Ord::cmp);
        for &report in &reports {
            let side = passages::of((segment, report), &mut vocabulary);
            let found = (0..side.passages.len()).filter(|&at| unsourced(&side, at, &said));
            steps.extend(found.map(|at| Step {
                rung: Rung::Unsourced,
                article: cards.article(report),
                key: None,
                spans: vec![side.passages[at].span],
                verb: None,
                named: None,
                speaker: None,
            }));
        }
        sort_by_key(&mut steps, |step| {
            let published = step.article.published;
            let article = (published.is_none(), published, step.article.id.clone());
            (step.rung, article, step.spans.first().copied())
        });
        let searched = reports.iter().map(|&report| cards.article(report)).collect();
        Self { steps, searched }
    }
}

fn step(segment: &Segment, cards: &Cards<'_>, article: usize, quotation: usize) -> Option<Step> {
    let record = segment.record(article);
    let quote = record.quotations.get(quotation)?;
    let verb = |Cue { span, verb: lemma, stance, .. }: Cue| {
        let words = span.of(record.source).to_owned();
        Verb { words, lemma, stance, span }
    };
    let named = quote.mention.map(|mention| Named {
        words: mention.span.of(record.source).to_owned(),
        kind: mention.kind,
        span: mention.span,
    });
    Some(Step {
        rung: Rung::of(quote.kind),
        article: cards.article(article),
        key: quote_keys(record.source, &record.quotations).into_iter().nth(quotation),
        spans: quote.parts.iter().map(|part| part.span).collect(),
        verb: quote.cue.clone().map(verb),
        named,
        speaker: quote.speaker.and_then(|person| segment.shelf.name(person)).map(str::to_owned),
    })
}

/// The content words of a witness as numbers: of each sentence that its parts touch, what they have of it.
fn sentences(
    segment: &Segment,
    article: usize,
    quotation: usize,
    vocabulary: &mut Vocabulary,
) -> Vec<Vec<u32>> {
    let record = segment.record(article);
    let Some(quote) = record.quotations.get(quotation) else { return Vec::new() };
    let parts = |quote: &Quotation| quote.parts.iter().map(|part| part.span).collect::<Vec<_>>();
    let touched = parts(quote).into_iter().flat_map(|part| {
        let within = record.sentences.iter().filter(move |sentence| sentence.overlaps(part));
        within.map(move |it| Span { start: it.start.max(part.start), end: it.end.min(part.end) })
    });
    let mut stems = |span: Span| -> Vec<u32> {
        let words = words(record.source, span);
        words.filter_map(|word| vocabulary.form(word.of(record.source)).stem).collect()
    };
    touched.map(&mut stems).collect()
}

/// Whether a passage that is nobody's statement has most of the words of one of these sentences.
fn unsourced(side: &Side<'_>, at: usize, said: &[Vec<u32>]) -> bool {
    let stems = |passage: &PassageWords| -> Vec<u32> {
        passage.words.iter().filter_map(|word| word.form.stem).collect()
    };
    let passage = stems(&side.passages[at]);
    !side.states(at) && said.iter().any(|sentence| says(&passage, sentence))
}

fn says(passage: &[u32], sentence: &[u32]) -> bool {
    let equal = |op: &DiffOp| match op {
        DiffOp::Equal { len, .. } => *len,
        _ => 0,
    };
    if passage.len().min(sentence.len()) < SHARED {
        return false;
    }
    let shared: usize = operations(passage, sentence).iter().map(equal).sum();
    let shorter = passage.len().min(sentence.len());
    shared >= SHARED && shared as f32 >= shorter as f32 * PART
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Engine,
        article::Document,
        build,
        ingest::Sidecar,
        testing::{LISBON, MOSCOW, shipped},
    };

    fn ladder(documents: &[Document], id: &str, words: &str) -> Vec<String> {
        let engine = Engine::open(build(documents).unwrap().pack).unwrap();
        let quotes = engine.article(id).unwrap().quotes;
        let has = |it: &crate::search::QuoteCard| it.parts[0].words.pieces[0].text.contains(words);
        let key = quotes.into_iter().find(has).unwrap().key;
        let found = engine.ladder(id, &key).unwrap();
        let shown = |step: &Step| {
            let source = &documents.iter().find(|it| it.id == step.article.id).unwrap().text;
            let verb = step.verb.as_ref().map_or("-", |verb| verb.span.of(source));
            let named = step.named.as_ref().map_or("-", |named| named.words.as_str());
            let first = step.spans[0].of(source).split_whitespace().take(3).collect::<Vec<_>>();
            let stance = step.verb.as_ref().map_or("-", |verb| verb.stance.name());
            format!("{}: {named} {verb} ({stance}): {}", step.rung.name(), first.join(" "))
        };
        found.steps.iter().map(shown).collect()
    }

    #[test]
    fn one_sentence_drifts_from_quotation_to_report() {
        let documents = shipped();
        assert_eq!(
            ladder(&documents, MOSCOW[0], "never attack"),
            [
                "direct: Rasmussen – (neutral): NATO will never",
                "direct: he said (neutral): A united missile",
                "indirect: Rasmussen said (neutral): NATO would never",
            ]
        );
        let participation = ladder(&documents, LISBON[0], "his country would only");
        assert_eq!(
            participation,
            [
                "direct: Medvedev said (neutral): Our participation must",
                "direct: Medvedev said (neutral): We have agreed",
                "indirect: The Russian president said (neutral): that his country",
            ]
        );
    }

    #[test]
    fn the_same_words_without_a_source_stand_lowest() {
        let document = |id: &str, sentence: &str| Document {
            id: id.to_owned(),
            text: format!("A report\n\nMayor Ann Smith met reporters.\n\n{sentence}\n"),
            sidecar: Some(Sidecar { about: Some("Harbour".to_owned()), ..Sidecar::default() }),
            ..Document::default()
        };
        let documents = [
            document("a", "“The old harbour bridge will close for repairs in April,” Smith said."),
            document(
                "b",
                "Smith claimed that the old harbour bridge would close for repairs in April.",
            ),
            document("c", "The old harbour bridge will close for repairs in April. Nobody slept."),
        ];
        assert_eq!(
            ladder(&documents, "a", "old harbour"),
            [
                "direct: Smith said (neutral): The old harbour",
                "indirect: Smith claimed (distancing): that the old",
                "unsourced: - - (-): The old harbour",
            ]
        );
    }
}
