//! People, organisations, places and subjects of the five documents, against the project's own gold.
//!
//! The gold and its measure are a test of the project's; here its figures are read from what it prints.

use super::table::Figure;
use crate::error::{Error, Result};
use crate::process;

/// The test that measures.
const TEST: [&str; 10] = [
    "test",
    "--quiet",
    "--locked",
    "--package",
    "parallax-corpus",
    "--test",
    "names",
    "--",
    "--nocapture",
    "--test-threads=1",
];

/// Precision and recall of each kind, in percent.
pub(super) fn figures() -> Result<Vec<Figure>> {
    let mut test = process::command("cargo");
    let printed = process::output(test.args(TEST)).ok_or_else(|| {
        Error::Usage(format!("the names do not hold: `{}` tells", process::line(&test)))
    })?;
    Ok(printed.lines().filter_map(measure).flatten().collect())
}

/// "places: precision 1.000, recall 0.994" as two figures; none for any other line.
fn measure(line: &str) -> Option<[Figure; 2]> {
    // The test runner puts a dot for each test that holds, on whatever line it is.
    let (what, rest) = line.trim_start_matches('.').rsplit_once(": precision ")?;
    let (precision, recall) = rest.split_once(", recall ")?;
    let percent = |share: &str| share.trim().parse::<f64>().ok().map(|share| share * 100.0);
    let of = |name: &str, percent| {
        Figure::at_least(&format!("five: {what}, {name}"), percent, 90.0, " %")
    };
    Some([of("precision", percent(precision)?), of("recall", percent(recall)?)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_from_what_the_test_prints() {
        let [precision, recall] =
            measure("..mentions of places: precision 1.000, recall 0.894").unwrap();
        assert_eq!(
            precision,
            Figure::at_least("five: mentions of places, precision", 100.0, 90.0, " %")
        );
        assert_eq!(recall, Figure::at_least("five: mentions of places, recall", 89.4, 90.0, " %"));
        assert_eq!(measure("test result: ok. 7 passed"), None);
    }
}
