//! How right the extraction was when it was last measured: the newest row of `docs/measures.md`, which
//! `cargo xtask eval --record` keeps.
//!
//! Pure. Does not know how anything is measured, nor how it is shown.

/// All that was ever measured, newest last.
const KEPT: &str = include_str!("../docs/measures.md");

/// What was measured at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Measures<'text> {
    /// The names of what was measured, and the values, as they are written there.
    figures: Vec<(&'text str, &'text str)>,
}

impl Measures<'static> {
    /// The newest ones.
    #[must_use]
    pub(crate) fn newest() -> Self {
        Self::last_of(KEPT)
    }
}

impl<'text> Measures<'text> {
    /// The last row of the last table.
    fn last_of(text: &'text str) -> Self {
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
        let head = rows.iter().rposition(|row| row.starts_with("| date |"));
        let named = head.and_then(|head| rows.get(head)).zip(rows.last());
        let figures = named.map(|(names, values)| cells(names).zip(cells(values)).collect());
        Self { figures: figures.unwrap_or_default() }
    }

    /// What was measured under that name; nothing if it was not.
    #[must_use]
    pub(crate) fn figure(&self, name: &str) -> Option<&'text str> {
        self.figures.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
}

/// The cells of a table's row.
fn cells(row: &str) -> impl Iterator<Item = &str> {
    row.trim_matches('|').split('|').map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_row_of_the_last_table_counts() {
        let text = "# Measures\n\n| date | a |\n| --- | --- |\n| 1 | 2 |\n\n\
                    | date | b | c |\n| --- | --- | --- |\n| 3 | 4 | 5 |\n| 6 | 7 % | 8 |\n";
        let measures = Measures::last_of(text);
        let figures = ["date", "b", "c", "a"].map(|name| measures.figure(name));
        assert_eq!(figures, [Some("6"), Some("7 %"), Some("8"), None]);
        assert_eq!(Measures::last_of("nothing").figure("date"), None);
    }
}
