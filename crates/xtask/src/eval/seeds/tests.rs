//! The scoring of the five documents, on a document of two lines.

use serde_json::{Value, json};

use super::*;

fn seeds(gold: Value, found: Value) -> Seeds {
    let names = BTreeMap::from([("000".to_owned(), "ours".to_owned())]);
    Seeds { gold, found, names }
}

fn document(id: &str, meta: &Value, quotes: &Value) -> Value {
    json!({ id: { "meta": meta, "quotes": quotes, "indirect": [] } })
}

/// The figures by name as `right of wanted`, and the classes of the errors.
fn score(seeds: &Seeds) -> (Vec<String>, Vec<&'static str>) {
    let mut classes = Vec::new();
    let figures = seeds.figures(&mut |listed| classes.push(listed.class));
    (figures.iter().map(|figure| format!("{}: {}", figure.name, figure.value)).collect(), classes)
}

#[test]
fn values_and_blocks_are_compared_field_by_field() {
    let gold = json!({
        "date": "2010-11-20", "author": ["A", "B"], "editor": null,
        "title": {"start": 0, "end": 5, "text": " Now "}, "body": [{"start": 6, "end": 20}],
        "boilerplate": [{"kind": "icons", "start": 20, "end": 30}],
    });
    let found = json!({
        "date": "2010-11-20", "author": ["A"], "editor": "C",
        "title": {"start": 1, "end": 4, "text": "Now"}, "body": [{"start": 6, "end": 19}],
        "boilerplate": [{"kind": "date", "start": 20, "end": 30}], "subheads": [],
    });
    let none = json!([]);
    let seeds = seeds(
        json!({ "documents": document("000", &gold, &none) }),
        json!({ "documents": document("ours", &found, &none) }),
    );
    let (figures, classes) = score(&seeds);
    assert_eq!(figures[0], "five: values: 2 of 3, 1 more");
    assert_eq!(figures[1], "five: blocks: 1 of 3, 2 more");
    assert_eq!(classes.len(), 6);
}

#[test]
fn links_need_all_members_and_related_remarks_stay_apart() {
    let quote = |id: &str, start: usize| json!({ "id": id, "start": start, "end": start + 10 });
    // The link has words of the clause around the second one's marks.
    let mut mixed = quote("000.q2", 30);
    mixed["content"] = json!({ "start": 18, "end": 40 });
    let quotes = json!([quote("000.q1", 0), mixed, quote("000.q3", 40)]);
    let span = |doc: &str, start: usize| json!({ "doc": doc, "start": start, "end": start + 8 });
    let link = |relation: &str, members: [&str; 2], at: [usize; 2]| {
        json!({ "relation": relation, "members": members,
            "spans": [span("000", at[0]), span("000", at[1])] })
    };
    let gold = json!({
        "documents": document("000", &json!({}), &quotes),
        "links": [
            link("same_document_duplicate", ["000.q1", "000.q2"], [0, 20]),
            link("related_not_same", ["000.q2", "000.q3"], [20, 40]),
        ],
    });
    let with = |spans: Value| {
        let links = json!([{ "relation": "same_document_duplicate", "spans": spans }]);
        let found = document("ours", &json!({}), &json!([]));
        let found = json!({ "documents": found, "links": links });
        score(&seeds(gold.clone(), found)).0.split_off(5)
    };
    let both = with(json!([span("ours", 2), span("ours", 22)]));
    assert_eq!(both[..2], ["five: links: 1 of 1, 1 in all", "five: related, merged: 0 of 1"]);
    let wrong = with(json!([span("ours", 22), span("ours", 42)]));
    assert_eq!(wrong[..2], ["five: links: 0 of 1, 1 in all", "five: related, merged: 1 of 1"]);
}

#[test]
fn an_event_has_its_documents_day_and_place() {
    let event =
        |doc: &str, place: &str| json!({ "date": "2010-11-20", "place": place, "primary": [doc] });
    let empty = |id: &str| document(id, &json!({}), &json!([]));
    let with = |place: &str| {
        let gold = json!({ "documents": empty("000"),
            "events": [event("000", "Lisbon"), { "date": "2008", "background": ["000"] }] });
        let found = json!({ "documents": empty("ours"), "events": [event("ours", place)] });
        score(&seeds(gold, found)).0.pop().unwrap()
    };
    assert_eq!(with("Lisbon"), "five: events: 1 of 1, 1 in all");
    assert_eq!(with("Moscow"), "five: events: 0 of 1, 1 in all");
}
