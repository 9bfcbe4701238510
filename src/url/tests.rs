//! Spelling and reading addresses, by example and by property.

use parallax_engine::{
    query::{Facet, LineOrder, Query, Sort, Unit},
    span::Span,
};
use proptest::prelude::*;

use super::*;

/// Reads `hash` and spells it again.
fn check(hash: &str, expected: &str) {
    assert_eq!(Address::parse(hash).to_string(), expected, "{hash}");
}

fn query_of(hash: &str) -> Query {
    match Address::parse(hash).view {
        View::Browse(browse) => browse.query,
        other => panic!("{hash} is {other:?}"),
    }
}

#[test]
fn an_empty_hash_is_the_first_view() {
    for hash in ["", "#", "#/", "#/browse", "#/browse/", "#/browse?"] {
        assert_eq!(Address::parse(hash), View::start().into(), "{hash}");
    }
}

#[test]
fn a_query_is_read_from_its_address() {
    let query =
        query_of("#/browse?u=quote&outlet=RT&speaker=Dmitry+Medvedev&not-outlet=DW&q=fresh");
    assert_eq!(query.unit, Unit::Quote);
    assert_eq!(query.words, "fresh");
    assert_eq!(query.selection(Facet::Outlet).include, ["RT"]);
    assert_eq!(query.selection(Facet::Outlet).exclude, ["DW"]);
    assert_eq!(query.selection(Facet::Speaker).include, ["Dmitry Medvedev"]);
}

#[test]
fn one_view_has_one_spelling() {
    check(
        "#/browse?sort=newest&q=a%20b&outlet=RT&u=quote",
        "#/browse?u=quote&outlet=RT&q=a+b&sort=newest",
    );
    check("#/browse?outlet=RT&outlet=DW&outlet=RT", "#/browse?outlet=DW&outlet=RT");
    check("#/browse?u=article&sort=best", "#/browse");
    check("#/article/a?at=k&span=1-2&show=received", "#/article/a?show=received&span=1-2&at=k");
}

#[test]
fn people_and_events_are_called_by_their_names() {
    let person = View::Person("Anders Fogh Rasmussen".to_owned());
    assert_eq!(person.to_string(), "#/person/Anders%20Fogh%20Rasmussen");
    let event = View::Event("Lisbon, 20 November 2010".to_owned());
    assert_eq!(event.to_string(), "#/event/Lisbon%2C%2020%20November%202010");
    check("#/person/Jo%20Li?x=1", "#/person/Jo%20Li?x=1");
}

#[test]
fn the_order_of_lines_is_in_the_address() {
    let query = query_of("#/browse?lines=left&q=missile");
    assert_eq!(query.lines, Some(LineOrder::Left));
    check("#/browse?lines=left&q=missile&u=quote", "#/browse?u=quote&q=missile&lines=left");
    check("#/browse?lines=up", "#/browse?lines=up");
    assert_eq!(query_of("#/browse?lines=up").lines, None);
}

#[test]
fn commas_and_slashes_in_names_are_escaped() {
    let view = View::compare("a,b", "c/d", None);
    assert_eq!(view.to_string(), "#/compare/a%2Cb,c%2Fd");
    assert_eq!(Address::parse("#/compare/a%2Cb,c%2Fd").view, view);
}

#[test]
fn a_comparison_has_any_number_of_articles() {
    for hash in ["#/compare", "#/compare/a", "#/compare/a,b?at=k", "#/compare/a,b,c,d,e"] {
        check(hash, hash);
    }
    check("#/compare/,b", "#/compare/b");
}

#[test]
fn a_comparison_says_its_base_text_and_mode() {
    check("#/compare/a,b?at=k&mode=inline&base=b", "#/compare/a,b?base=b&mode=inline&at=k");
    check("#/compare/a,b?base=a&mode=parallel", "#/compare/a,b");
    let address = Address::parse("#/compare/a,b?base=c&mode=upside");
    assert_eq!(address.unknown.len(), 2, "{address:?}");
}

#[test]
fn the_base_text_comes_first_in_the_columns() {
    let view = |articles: &[&str], base: &str| {
        let articles = articles.iter().map(|id| (*id).to_owned()).collect();
        CompareView { articles, ..CompareView::default() }.based_on(base)
    };
    assert_eq!(view(&["a", "b", "c"], "c").columns(), ["c", "a", "b"]);
    assert_eq!(view(&["a", "b"], "a").columns(), ["a", "b"]);
    assert_eq!(view(&[], "a").columns(), Vec::<&str>::new());
    assert_eq!(view(&["a", "b", "c", "d", "e"], "e").columns(), ["a", "b", "c", "d"]);
    let based = view(&["a", "b", "c"], "c");
    assert_eq!(based.with(vec!["c".to_owned(), "b".to_owned()]).base, None);
    assert_eq!(based.with(vec!["b".to_owned(), "c".to_owned()]).columns(), ["c", "b"]);
    assert_eq!(based.with(vec!["a".to_owned(), "b".to_owned()]).columns(), ["a", "b"]);
}

#[test]
fn what_is_not_understood_is_kept_and_told() {
    let address = Address::parse("#/browse?colour=red&u=banana&outlet=RT&sort=zzz&span=9-1");
    let told: Vec<_> = address.unknown.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(told, ["colour", "u", "sort", "span"]);
    assert_eq!(address.to_string(), "#/browse?outlet=RT&colour=red&u=banana&sort=zzz&span=9-1");
    check("#/article/a?span=9-1", "#/article/a?span=9-1");
    check("#/about?x=1", "#/about?x=1");
}

#[test]
fn what_is_shown_beside_the_query_is_in_the_address() {
    let hash = "#/browse?date=2010-11&sort=longest&show=timeline&time=event&open=a&at=k";
    check(hash, hash);
    check("#/browse?show=list&time=published", "#/browse");
    let lost = Address::parse("#/browse?at=k&open=");
    assert_eq!(lost.unknown.len(), 2, "{lost:?}");
}

#[test]
fn a_quotes_address_may_have_its_first_words() {
    let view = View::quote_in_words("a", "k", "“We’ve, at last, 20 Łódź partners; and others too”");
    assert_eq!(view.to_string(), "#/quote/a/k/we-ve-at-last-20-%C5%82%C3%B3d%C5%BA-partners-and");
    assert_eq!(Address::parse(&view.to_string()).view, view);
    assert!(view.same_page(&View::quote("a", "k")));
    assert_eq!(View::quote_in_words("a", "k", "…"), View::quote("a", "k"));
}

#[test]
fn nonsense_is_an_unknown_view_with_its_own_words() {
    for raw in [
        "/nonsense",
        "/person",
        "/event/",
        "/person/a/b",
        "/article",
        "/quote/only-one",
        "/article//",
        "zzz",
        "/compare/a/b",
    ] {
        assert_eq!(Address::parse(raw).view, View::Unknown(raw.to_owned()));
    }
}

#[test]
fn states_of_one_page_are_told_from_other_pages() {
    let read = View::article("a");
    assert!(read.same_page(&View::article_at("a", "k", Show::Reading)));
    assert!(!read.same_page(&View::article_at("a", "k", Show::Received)));
    assert!(!read.same_page(&View::article("b")));
    assert!(!View::About.same_page(&View::start()));
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{1,6}", "[ -~]{1,8}", "\\PC{1,6}"]
}

prop_compose! {
    fn query()(
        unit in 0..Unit::ALL.len(),
        words in prop_oneof![Just(String::new()), name()],
        sort in 0..Sort::ALL.len(),
        exact in any::<bool>(),
        lines in prop::option::of(0..LineOrder::ALL.len()),
        clicks in prop::collection::vec((0..Facet::ALL.len(), any::<bool>(), name()), 0..8),
    ) -> Query {
        let mut query = Query {
            unit: Unit::ALL[unit],
            words,
            exact,
            sort: Sort::ALL[sort],
            lines: lines.map(|at| LineOrder::ALL[at]),
            ..Query::default()
        };
        for (facet, not, value) in clicks {
            query.choose(Facet::ALL[facet], |chosen| match not {
                true => chosen.toggle_exclude(&value),
                false => chosen.toggle(&value),
            });
        }
        query
    }
}

prop_compose! {
    fn browse()(
        query in query(),
        timeline in any::<bool>(),
        event in any::<bool>(),
        open in prop::option::of((name(), prop::option::of(name()))),
    ) -> BrowseView {
        BrowseView {
            query,
            display: if timeline { Display::Timeline } else { Display::List },
            time: if event { Time::Event } else { Time::Published },
            open: open.map(|(article, at)| Opened { article, at }),
        }
    }
}

prop_compose! {
    fn article()(
        id in name(),
        received in any::<bool>(),
        at in prop::option::of(name()),
        span in prop::option::of((0..99_u32, 0..99_u32)),
    ) -> ArticleView {
        let show = if received { Show::Received } else { Show::Reading };
        ArticleView { id, show, at, span: span.map(|(start, len)| Span { start, end: start + len }) }
    }
}

prop_compose! {
    fn compare()(
        articles in prop::collection::vec(name(), 0..6),
        base in 0..6_usize,
        mode in 0..Mode::ALL.len(),
        at in prop::option::of(name()),
        span in prop::option::of((0..99_u32, 0..99_u32)),
    ) -> CompareView {
        let view = CompareView { articles, mode: Mode::ALL[mode], at, ..CompareView::default() };
        let view = view.articles.get(base).map_or_else(|| view.clone(), |id| view.based_on(id));
        CompareView { span: span.map(|(start, len)| Span { start, end: start + len }), ..view }
    }
}

fn any_view() -> impl Strategy<Value = View> {
    prop_oneof![
        browse().prop_map(View::Browse),
        article().prop_map(View::Article),
        compare().prop_map(View::Compare),
        (name(), name(), prop::option::of(name()))
            .prop_map(|(article, key, words)| View::Quote(QuoteView { article, key, words })),
        name().prop_map(View::Person),
        name().prop_map(View::Event),
        Just(View::About),
    ]
}

proptest! {
    #[test]
    fn every_view_survives_its_address(view in any_view()) {
        let hash = view.to_string();
        prop_assert_eq!(Address::parse(&hash), Address::from(view), "{}", hash);
    }

    #[test]
    fn any_text_at_all_is_read_and_then_stays_the_same(hash in "#?/?(browse|article|quote|compare|person|event|about)?[/?&=%,a-zA-Z0-9+é-]{0,30}") {
        let once = Address::parse(&hash);
        prop_assert_eq!(Address::parse(&once.to_string()), once);
    }
}
