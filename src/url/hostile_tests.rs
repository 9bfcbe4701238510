//! Addresses that nobody would write: any text gives a view, at once, and stays the same when it is spelt anew.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

/// What an address is made of, whole and broken.
const PIECES: [&str; 36] = [
    "#",
    "/",
    "?",
    "&",
    "=",
    "+",
    ",",
    "%",
    "%%",
    "%2",
    "%ZZ",
    "%00",
    "%FF",
    "%ED%A0%80",
    "%F0%9F",
    "%2e%2e",
    "..",
    "browse",
    "article",
    "compare",
    "person",
    "q=",
    "outlet=",
    "not-date=",
    "span=",
    "at=",
    "open=",
    "u=quote",
    "4294967296-",
    "javascript:alert(1)",
    "<script>",
    "\0",
    "\u{202e}",
    "\u{fffd}",
    "(((",
    "\"",
];

fn any_address() -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => "\\PC{0,4}"];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_pieces_are_read_and_then_stay_the_same(hash in any_address()) {
        let once = Address::parse(&hash);
        let spelt = once.to_string();
        prop_assert_eq!(&Address::parse(&spelt), &once, "{}", spelt);
        let plain = matches!(once.view, View::Unknown(_)) || spelt.bytes().all(|byte| byte.is_ascii_graphic());
        prop_assert!(plain, "{} would not survive a mail", spelt);
    }
}

/// What is read of `hash` stays the same when it is spelt anew.
#[track_caller]
fn stays(hash: &str) -> Address {
    let once = Address::parse(hash);
    assert!(Address::parse(&once.to_string()) == once, "{} bytes", hash.len());
    once
}

#[test]
fn a_search_box_that_is_full_fits_in_an_address() {
    for letter in ["a", "(", "ё", "語", "🙂"] {
        let query = Query { words: letter.repeat(1000), ..Query::default() };
        let view = View::browse(query);
        assert_eq!(stays(&view.to_string()).view, view, "{letter}");
    }
}

#[test]
fn an_address_too_long_for_any_view_is_not_tried() {
    let many = format!("#/browse?{}", "outlet=x&".repeat(10_000));
    let name = format!("#/article/{}", "%41".repeat(20_000));
    let words = format!("#/browse?q={}", "x".repeat(20_000));
    for long in [many, name, words] {
        assert_eq!(stays(&long).view, View::Unknown(long[1..].to_owned()));
    }
}

#[test]
fn what_is_as_long_as_may_be_stays_so_in_any_spelling() {
    for length in 16_370..16_390 {
        for letter in ["%FF", "|", "%E2%82", "é"] {
            stays(&format!("#/browse?q={}", letter.repeat(length / letter.len())));
            stays(&format!("#/article/{}", letter.repeat(length)));
            stays(&format!("#/person/{}/", letter.repeat(length / 3)));
        }
    }
    for count in 398..403 {
        stays(&format!("#?{}", "&=&a=b".repeat(count / 2)));
    }
}

#[test]
fn ten_megabytes_are_read_in_a_moment() {
    for piece in ["x", "%", "&", "&=", "%FF", "outlet=a&", "/", ",", "é"] {
        let long = format!("#/compare/a?{}", piece.repeat(10_000_000 / piece.len()));
        let start = Instant::now();
        let path = long.replacen('?', "", 1);
        assert!(matches!(stays(&path).view, View::Unknown(_) | View::Compare(_)));
        stays(&long);
        // Some hundredths of that, where nothing else runs and the compiler has done its best.
        assert!(start.elapsed() < Duration::from_secs(10), "{piece}: {:?}", start.elapsed());
    }
}
