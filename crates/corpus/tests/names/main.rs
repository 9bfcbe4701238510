//! People, organisations, places and subjects of the shipped documents, against gold of our own.

mod gold;

use gold::{Mention, read, texts};

#[track_caller]
fn check_words(text: &[char], mention: &Mention) {
    assert_eq!(text[mention.start..mention.end].iter().collect::<String>(), mention.text);
}

#[test]
fn every_mention_of_the_gold_stands_where_it_says() {
    let (gold, texts) = (read(), texts());
    assert!(gold.documents.keys().eq(texts.keys()));
    for (id, names) in &gold.documents {
        let kinds = names.kinds().map(|(_, mentions)| mentions);
        let others = [names.titles.as_slice(), names.optional.as_slice()];
        for mention in kinds.into_iter().chain(others).flatten() {
            check_words(&texts[id], mention);
            mention.titled.iter().for_each(|titled| check_words(&texts[id], titled));
        }
    }
    for subject in &gold.subjects {
        for (id, places) in &subject.mentions {
            for (start, end, words) in places {
                assert_eq!(texts[id][*start..*end].iter().collect::<String>(), *words);
            }
        }
    }
}

#[test]
fn names_of_the_gold_never_overlap_and_are_listed() {
    let gold = read();
    for (id, names) in &gold.documents {
        let mut places = Vec::new();
        for (kind, mentions) in names.kinds() {
            for mention in mentions {
                places.push((mention.start, mention.end));
                let entity = gold.entities[kind].iter().find(|it| it.name == mention.name);
                let listed = entity.is_some_and(|entity| entity.documents.contains(id));
                assert!(listed, "{} in {id}", mention.name);
            }
        }
        places.sort_unstable();
        assert!(places.windows(2).all(|two| two[0].1 <= two[1].0), "{id}");
    }
}
