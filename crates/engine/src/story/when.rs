//! The day of what an article reports: its own fields, or "on Saturday" before its publication.
//!
//! A weekday means the last such day up to the day of publication.

use crate::{
    article::{Article, BlockKind, Date, Stated},
    person::{
        lexicon::Class,
        token::{Kind, bare},
    },
    quote::Scene,
};

/// The furthest that a report looks back when it says "on Saturday", in days.
const WEEK: i64 = 7;

/// The day of the event that the article reports, which is read in these scenes.
pub(super) fn of_event(article: &Article, scenes: &[Scene<'_>]) -> Option<Stated<Date>> {
    if let Some(date) = &article.event_date {
        return Some(date.clone());
    }
    let published = article.published.as_ref()?.value;
    let told = scenes.iter().filter(|scene| scene.block.kind == BlockKind::Paragraph);
    told.flat_map(|scene| scene.tokens.iter().map(|token| (scene.source, token)))
        .filter(|(_, token)| token.kind == Kind::Capital && token.is(Class::WEEKDAY))
        .find_map(|(source, token)| {
            let day = last_weekday(bare(token.span.of(source)), published)?;
            Some(Stated::at(day, token.span, "first weekday named, up to the day of publication"))
        })
}

/// The last day of that name up to `published`.
fn last_weekday(name: &str, published: Date) -> Option<Date> {
    const NAMES: [&str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let wanted = NAMES.iter().position(|day| name.eq_ignore_ascii_case(day))?;
    let wanted = i64::try_from(wanted).ok()?;
    let today = i64::from(published.weekday());
    let back = (today - wanted).rem_euclid(WEEK);
    let mut day = published;
    for _ in 0..back {
        day = day.yesterday()?;
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        let published = "2009-12-17".parse().unwrap();
        assert_eq!(last_weekday(name, published).unwrap().to_string(), expected);
    }

    #[test]
    fn a_weekday_is_the_last_one_of_its_name() {
        check("Thursday", "2009-12-17");
        check("Wednesday", "2009-12-16");
        check("Friday", "2009-12-11");
    }
}
