//! What stands opposite what in the five documents, held against what people say of them.
//!
//! The words are the documents' own.

use super::{Disagreement, Link, Relation};
use crate::{
    Engine, Unchosen,
    article::Document,
    build,
    testing::{BRUSSELS, LISBON, MOSCOW, shipped},
};

fn engine(documents: &[Document]) -> Engine {
    Engine::open(build(documents).unwrap().pack).unwrap()
}

/// What links two of the documents, and their texts.
struct Linked<'documents> {
    links: Vec<Link>,
    texts: [&'documents str; 2],
}

impl<'documents> Linked<'documents> {
    fn of(engine: &Engine, documents: &'documents [Document], ids: [&str; 2]) -> Self {
        let text = |id: &str| {
            documents.iter().find(|document| document.id == id).map(|it| it.text.as_str()).unwrap()
        };
        let links = engine.compare_closely(ids[0], ids[1]).unwrap().links;
        Self { links, texts: ids.map(text) }
    }

    /// How the passages are linked that hold these words, or some of them.
    fn relations(&self, words: [&str; 2]) -> Vec<Relation> {
        let place = |at: usize| {
            let start = self.texts[at].find(words[at]).unwrap_or_else(|| panic!("{}", words[at]));
            crate::span::Span::new(start, start + words[at].len())
        };
        let (left, right) = (place(0), place(1));
        let opposite = |link: &&Link| link.left.overlaps(left) && link.right.overlaps(right);
        self.links.iter().filter(opposite).map(|link| link.relation).collect()
    }

    fn words(&self, it: &Disagreement) -> [&'documents str; 2] {
        [it.left.of(self.texts[0]), it.right.of(self.texts[1])]
    }
}

/// One utterance, in two reports of one event.
const SAME: [([&str; 2], [&str; 2]); 11] = [
    (
        LISBON,
        [
            "Today marks a fresh start in NATO-Russia relations,",
            "Today marks a true fresh start in NATO-Russia relations,",
        ],
    ),
    (
        LISBON,
        [
            "We have overcome the difficulties of the past,",
            "we have overcome the difficulties of the past,",
        ],
    ),
    (
        LISBON,
        [
            "Our participation must be on completely equal terms",
            "our participation ought to be equal",
        ],
    ),
    (LISBON, ["We will only take part if we are partners", "it can only be as partners"]),
    (
        LISBON,
        [
            "We won't accept any other form of participation",
            "No other form of participation for the sake of appearance is acceptable",
        ],
    ),
    (
        LISBON,
        [
            "his country would only participate if it is treated as an equal partner",
            "our participation ought to be equal",
        ],
    ),
    (MOSCOW, ["NATO would never attack Russia", "NATO will never attack Russia”"]),
    (
        MOSCOW,
        [
            "NATO would never attack Russia",
            "NATO will never attack Russia, and we don’t think Russia will attack us.",
        ],
    ),
    (
        MOSCOW,
        [
            "genuine missile shield in the Euro-Atlantic area.",
            "A united missile shield in the Euro-Atlantic area",
        ],
    ),
    (
        MOSCOW,
        [
            "by 2020 Russia and NATO would be able to link their missile systems",
            "to have a common missile defense system with Russia by 2020",
        ],
    ),
    (
        MOSCOW,
        [
            "I don't see a need for new treaties or new legally binding documents",
            "he does not see the necessity of the new agreement as",
        ],
    ),
];

/// Two remarks, however alike.
const RELATED: [([&str; 2], [&str; 2]); 6] = [
    (
        [BRUSSELS, LISBON[0]],
        [
            "make a fresh start in relations between NATO nations and Russia",
            "Today marks a fresh start in NATO-Russia relations,",
        ],
    ),
    (
        [BRUSSELS, LISBON[1]],
        [
            "make a fresh start in relations between NATO nations and Russia",
            "Today marks a true fresh start in NATO-Russia relations,",
        ],
    ),
    (
        MOSCOW,
        [
            "then Russia can stop worrying about a menace from the West that simply doesn't exist,",
            "We have stopped worrying about this and Russia should stop worrying about us as well.",
        ],
    ),
    (
        MOSCOW,
        [
            "can put her resources into defending against the real threats this country faces",
            "protect our people in our member states against the new threats of today",
        ],
    ),
    (
        LISBON,
        [
            "Washington was also seeking to \"reset\" its relations with Moscow",
            "Together we've worked hard to reset the relationship between the US and Russia",
        ],
    ),
    (
        LISBON,
        [
            "differences between NATO and Russia over the war in Georgia now belonged to the past",
            "the hostile period between Russia and NATO is over",
        ],
    ),
];

#[test]
fn the_words_of_one_utterance_stand_opposite_each_other() {
    let documents = shipped();
    let engine = engine(&documents);
    for (ids, words) in SAME {
        let relations = Linked::of(&engine, &documents, ids).relations(words);
        assert!(relations.contains(&Relation::SameUtterance), "{words:?}: {relations:?}");
    }
    let helicopters = [
        "to send more helicopters for the Afghan government",
        "to provide helicopters and arms, as well as help in training Afghan troops",
    ];
    let relations = Linked::of(&engine, &documents, MOSCOW).relations(helicopters);
    assert_eq!(relations, [Relation::SameUtterance]);
}

#[test]
fn remarks_that_are_only_alike_are_not_one_utterance() {
    let documents = shipped();
    let engine = engine(&documents);
    let treaty = (
        [MOSCOW[0], BRUSSELS],
        [
            "it would replace NATO and other institutions",
            "the European Security Treaty is needed to replace Cold War-era institutions",
        ],
    );
    let mut linked = 0;
    for (ids, words) in RELATED.into_iter().chain([treaty]) {
        for relation in Linked::of(&engine, &documents, ids).relations(words) {
            assert_eq!(relation, Relation::Related, "{words:?}");
            linked += 1;
        }
    }
    assert!(linked >= 3, "some stand opposite each other: {linked}");
}

/// Two reports name one war after another country: of what could be a contradiction in the five documents,
/// this alone is one.
#[test]
fn what_the_five_documents_disagree_about() {
    let documents = shipped();
    let engine = engine(&documents);
    let ids: Vec<&str> = documents.iter().map(|document| document.id.as_str()).collect();
    let mut found = Vec::new();
    for (at, one) in ids.iter().enumerate() {
        for other in ids.iter().skip(at + 1) {
            let linked = Linked::of(&engine, &documents, [one, other]);
            let all = linked.links.iter().flat_map(|link| &link.disagreements);
            found.extend(all.map(|it| (it.kind, linked.words(it))));
        }
    }
    assert_eq!(found, [(super::Value::Name, ["South Ossetia", "Georgia"])]);
}

#[test]
fn the_brussels_report_has_no_counterpart_and_says_so() {
    let engine = engine(&shipped());
    let brussels = engine.counterparts(BRUSSELS).unwrap();
    assert!(brussels.is_alone());
    assert_eq!(brussels.event.as_deref(), Some("Brussels, 4 December 2009"));
    assert_eq!(brussels.reason.as_deref(), Some("no other report of the same place and day"));
    assert_eq!(brussels.searched, 5);
    let lisbon = engine.counterparts(LISBON[0]).unwrap();
    assert_eq!(lisbon.reports.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), [LISBON[1]]);
    assert_eq!(engine.counterparts(&BRUSSELS[1..]).unwrap_err().nearest.as_deref(), Some(BRUSSELS));
}

#[test]
fn two_to_four_articles_are_chosen() {
    let engine = engine(&shipped());
    let refused = |ids: &[&str]| engine.core(ids).unwrap_err();
    assert_eq!(refused(&[BRUSSELS]), Unchosen::Count(1));
    assert_eq!(refused(&[BRUSSELS, BRUSSELS]), Unchosen::Twice(BRUSSELS.to_owned()));
    let unknown = refused(&[BRUSSELS, &LISBON[0][1..]]).to_string();
    assert!(unknown.contains("did you mean") && unknown.contains(LISBON[0]), "{unknown}");
}
