//! Figures with their goals: printed, and kept in a table so that progress shows.

use std::path::Path;

use crate::error::Result;
use crate::files;

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    pub(super) name: String,
    pub(super) value: String,
    /// What it should be, and whether it is.
    goal: Option<(String, bool)>,
}

impl Figure {
    /// So many of so many; the goal is all of them.
    pub(super) fn of(name: &str, right: usize, wanted: usize) -> Self {
        let goal = Some((format!("{wanted} of {wanted}"), right == wanted));
        Self { name: name.to_owned(), value: format!("{right} of {wanted}"), goal }
    }

    /// A number with one digit behind the point; the goal is at least `least`.
    pub(super) fn at_least(name: &str, value: f64, least: f64, unit: &str) -> Self {
        let goal = Some((format!("≥ {least}{unit}"), value >= least));
        Self { name: name.to_owned(), value: format!("{value:.1}{unit}"), goal }
    }

    /// A number with one digit behind the point; the goal is at most `most`.
    pub(super) fn at_most(name: &str, value: f64, most: f64, unit: &str) -> Self {
        let goal = Some((format!("≤ {most}{unit}"), value <= most));
        Self { name: name.to_owned(), value: format!("{value:.1}{unit}"), goal }
    }

    /// A value without a goal.
    pub(super) fn plain(name: &str, value: String) -> Self {
        Self { name: name.to_owned(), value, goal: None }
    }

    /// With a remark behind the value.
    pub(super) fn with(mut self, remark: &str) -> Self {
        self.value = format!("{}, {remark}", self.value);
        self
    }

    /// With `wanted` as the number that is right.
    pub(super) fn expecting(mut self, wanted: usize) -> Self {
        let is = self.value.split(' ').next() == Some(wanted.to_string().as_str());
        self.goal = Some((wanted.to_string(), is));
        self
    }
}

/// The figures for the terminal: those that miss their goal are marked.
pub(super) fn printed(figures: &[Figure]) -> String {
    let width = figures.iter().map(|figure| figure.name.chars().count()).max().unwrap_or(0);
    let line = |figure: &Figure| {
        let Figure { name, value, goal } = figure;
        let goal = goal.as_ref().map_or_else(String::new, |(goal, holds)| {
            let state = if *holds { "holds" } else { "below" };
            format!("{state:<7} goal {goal}")
        });
        format!("{}\n", format!("  {name:<width$}  {value:<26} {goal}").trim_end())
    };
    figures.iter().map(line).collect()
}

/// Adds a column-for-figure row to the table at `path`, newest last. Figures that the table does
/// not have yet begin a new table below it, so that no old row is touched.
pub(super) fn record(path: &Path, day: &str, commit: &str, figures: &[Figure]) -> Result<()> {
    let old = if path.is_file() { files::text(path)? } else { HEAD.to_owned() };
    files::write(path, &with_row(&old, day, commit, figures))
}

const HEAD: &str = "# Measures\n\nWhat `cargo xtask eval --record` found, newest last. ARCHITECTURE.md says how each is measured.\n";

fn with_row(old: &str, day: &str, commit: &str, figures: &[Figure]) -> String {
    let names = figures.iter().map(|figure| figure.name.as_str());
    let head = row(["date", "commit"].into_iter().chain(names));
    let values = figures.iter().map(|figure| figure.value.as_str());
    let new = row([day, commit].into_iter().chain(values));
    let last_head = old.lines().rfind(|line| line.starts_with("| date "));
    if last_head == Some(head.trim_end()) {
        return format!("{}\n{new}", old.trim_end());
    }
    let rule = row(std::iter::repeat_n("---", figures.len() + 2));
    format!("{}\n\n{head}{rule}{new}", old.trim_end())
}

fn row<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_added_below_the_last() {
        let figures = [Figure::of("links", 9, 10), Figure::plain("rows", "3".to_owned())];
        let one = with_row("# Measures\n", "2026-01-01", "abc", &figures);
        let two = with_row(&one, "2026-01-02", "def", &figures);
        let table = "| date | commit | links | rows |\n| --- | --- | --- | --- |\n";
        let rows = "| 2026-01-01 | abc | 9 of 10 | 3 |\n| 2026-01-02 | def | 9 of 10 | 3 |\n";
        assert_eq!(two, format!("# Measures\n\n{table}{rows}"));
    }

    #[test]
    fn other_figures_begin_another_table() {
        let one = with_row("# M\n", "d", "c", &[Figure::of("links", 9, 10)]);
        let two = with_row(&one, "d", "c", &[Figure::of("events", 3, 3)]);
        assert!(two.starts_with(&one) && two.ends_with("| d | c | 3 of 3 |\n"), "{two}");
    }

    #[test]
    fn what_misses_its_goal_is_marked() {
        let figures = [
            Figure::of("links", 9, 10),
            Figure::of("merged", 0, 6).expecting(0),
            Figure::at_least("precision", 95.04, 95.0, " %"),
        ];
        let text = printed(&figures);
        let states: Vec<bool> = text.lines().map(|line| line.contains("holds")).collect();
        assert_eq!(states, [false, true, true], "{text}");
    }
}
