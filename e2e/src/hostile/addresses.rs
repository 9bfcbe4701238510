//! Addresses that nobody would write, and what the page says to each.

/// Addresses, each with words that are then shown.
#[must_use]
pub fn addresses() -> Vec<(String, &'static str)> {
    let none = "There is no such page here";
    let unknown = "means nothing here and changes nothing";
    let nested = ["(", "\"", "-(", "a OR (", "speaker:\"("]
        .map(|piece| (many("#/browse?q=", piece, 3_000), "articles"));
    let mut all = vec![
        ("#/browse?page=abc".to_owned(), unknown),
        ("#/browse?date=99999999&date=-1&happened=2010-13-45..NaN".to_owned(), "0 of"),
        ("#/browse?sort=%00&u=__proto__&lines=constructor&show=1e999".to_owned(), unknown),
        (
            "#/article/%ZZ%E2%82%00?span=4294967295-4294967296&span=9-1&at=%ED%A0%80".to_owned(),
            "no such article",
        ),
        ("#/article/..%2f..%2f?show=received&span=0-4294967295".to_owned(), "no such article"),
        ("#/quote/%00/%FF/%F0%9F".to_owned(), "no such article"),
        ("#/compare/,,,,%2C,a,a,a,a,a,a?base=a&mode=only".to_owned(), "no such article"),
        ("#/person/<img src=x onerror=pwned=1>".to_owned(), "Nobody here has that name"),
        ("#/event/javascript:pwned=1".to_owned(), "No event here has that name"),
        ("#javascript:pwned=1".to_owned(), none),
        ("#//evil.invalid/".to_owned(), none),
        (
            "#/browse?q=<script>pwned=1</script>&x=\"><img src=x onerror=pwned=1>".to_owned(),
            unknown,
        ),
        ("#/browse?\u{202e}q=\u{202e}&\u{2066}=\u{0}&q=\u{fffd}".to_owned(), unknown),
        ("#/\\ud800\\udfff%".to_owned(), none),
        (many("#/browse?", "outlet=x&", 300), "0 of"),
        (many("#/browse?", "=&", 399), unknown),
        (many("#/browse?", "outlet=x&speaker=y&not-date=2010&", 2_500), none),
        (many("#/compare/", "a,", 5_000), "no such article"),
        (many("#/", "x", 1_000_000), none),
    ];
    let distinct = (0..10_000).map(|at| format!("topic={at}&")).collect::<String>();
    all.push((format!("#/browse?{distinct}"), none));
    let fewer = (0..400).map(|at| format!("topic={at}&")).collect::<String>();
    all.push((format!("#/browse?{fewer}"), "0 of"));
    all.extend(nested);
    all
}

fn many(start: &str, piece: &str, times: usize) -> String {
    let mut address = start.to_owned();
    address.extend(std::iter::repeat_n(piece, times));
    address
}
