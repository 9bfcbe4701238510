//! Two to four texts as stretches that are drawn across all columns.

use parallax_engine::{
    compare::{Passage, Wording},
    span::Span,
};

use super::notes::Note;

/// Two to four texts, set beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// How many texts there are.
    pub columns: usize,
    /// What is drawn, from the top to the end.
    pub stretches: Vec<Stretch>,
}

/// What is drawn across all columns.
#[derive(Clone, Debug, PartialEq)]
pub enum Stretch {
    /// A passage of the base text with what answers it.
    Level(Level),
    /// What stands alone, column by column.
    Alone(Vec<Vec<Lone>>),
}

/// A passage of the base text and its answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// The base text's passage. Between two texts its differing words are marked.
    pub base: Told,
    /// The answers of the other texts, in the order of their columns; none where none was found.
    pub answers: Vec<Option<Answer>>,
}

/// What another text has for a passage of the base text.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The passage.
    pub told: Told,
    /// The base text's passage, compared with this one.
    pub base: Passage,
    /// How their words relate.
    pub wording: Wording,
    /// Whether both are remarks that are alike and not one statement.
    pub related: bool,
    /// Whether its own text has it in another order.
    pub moved: bool,
    /// Why they were put together, in words for a reader.
    pub reasons: Vec<String>,
    /// What they state differently in the same place: the base text's words, and this one's.
    pub details: Vec<(String, String)>,
}

/// A passage with what is to be said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The passage.
    pub passage: Passage,
    /// What it also answers in other rows.
    pub notes: Vec<Note>,
    /// The words that another text states differently.
    pub disputed: Vec<Span>,
}

impl Told {
    pub(super) fn new(passage: &Passage) -> Self {
        Self { passage: passage.clone(), notes: Vec::new(), disputed: Vec::new() }
    }
}

/// What stands alone in a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Lone {
    /// A passage.
    Passage(Told),
    /// The place of one that stands level with its partner elsewhere.
    Moved(Note),
}

impl Lone {
    pub(super) fn start(&self) -> u32 {
        match self {
            Self::Passage(told) => told.passage.span.start,
            Self::Moved(note) => note.start,
        }
    }

    /// The passage, if it is one.
    #[must_use]
    pub fn passage(&self) -> Option<&Told> {
        match self {
            Self::Passage(told) => Some(told),
            Self::Moved(_) => None,
        }
    }
}

impl Stretch {
    /// Whether a passage here has the quotation `key`.
    #[must_use]
    pub fn quotes(&self, key: &str) -> bool {
        let holds = |told: &Told| told.passage.quotes.iter().any(|(quote, _)| quote == key);
        self.passages().into_iter().any(|(_, told)| holds(told))
    }

    /// Whether all texts have the same words here, in the same order.
    #[must_use]
    pub fn is_same(&self) -> bool {
        let same = |answer: &Option<Answer>| {
            answer.as_ref().is_some_and(|it| it.wording == Wording::Same && !it.moved)
        };
        matches!(self, Self::Level(level) if level.answers.iter().all(same))
    }

    /// The passages that stand here, each with its column.
    #[must_use]
    pub fn passages(&self) -> Vec<(usize, &Told)> {
        match self {
            Self::Level(level) => {
                let answers = level.answers.iter().enumerate();
                let answers = answers.filter_map(|(at, it)| Some((at + 1, &it.as_ref()?.told)));
                std::iter::once((0, &level.base)).chain(answers).collect()
            }
            Self::Alone(columns) => {
                let columns = columns.iter().enumerate();
                let each = |(at, alone)| {
                    let alone: &Vec<Lone> = alone;
                    alone.iter().filter_map(move |it| Some((at, it.passage()?)))
                };
                columns.flat_map(each).collect()
            }
        }
    }

    pub(super) fn all_told(&mut self, mut each: impl FnMut(usize, &mut Told)) {
        match self {
            Self::Level(level) => {
                each(0, &mut level.base);
                for (at, answer) in level.answers.iter_mut().enumerate() {
                    answer.iter_mut().for_each(|answer| each(at + 1, &mut answer.told));
                }
            }
            Self::Alone(columns) => {
                for (at, alone) in columns.iter_mut().enumerate() {
                    for lone in alone {
                        if let Lone::Passage(told) = lone {
                            each(at, told);
                        }
                    }
                }
            }
        }
    }
}

impl Sheet {
    /// The stretch that has the quotation `key`.
    #[must_use]
    pub fn quoting(&self, key: &str) -> Option<usize> {
        self.stretches.iter().position(|stretch| stretch.quotes(key))
    }

    /// The stretch that has these bytes of the base text.
    #[must_use]
    pub fn holding(&self, span: Span) -> Option<usize> {
        let of_base = |stretch: &Stretch| {
            let passages = stretch.passages();
            passages.iter().any(|(column, it)| *column == 0 && it.passage.span.overlaps(span))
        };
        self.stretches.iter().position(of_base)
    }
}
