//! Which date is which: published, updated, embargoed.
//!
//! Goes by the words before each date; where none says, the first one is that of publication.

use super::{
    date::{self, Clock, Found},
    words::Phrases,
};
use crate::{
    article::{Article, Stated},
    span::Span,
    text::{lower, part},
};

/// What the words before a date say of it, in lower case.
const UPDATED: Phrases = Phrases::of(
    "updat|modif|revised|edited|changed|aktualisiert|geändert|mis à jour|mise à jour|\
     actualizado|actualizada|aggiornat|atualizad|bijgewerkt|uppdaterad|обновлено",
);
const PUBLISHED: Phrases = Phrases::of(
    "publish|posted|created|aired|veröffentlicht|erstellt|publié|publicado|pubblicato|\
     geplaatst|publicerad|опубликовано",
);
const EMBARGOED: Phrases = Phrases::of("embargo|not for publication before|sperrfrist");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Published,
    Updated,
    Embargoed,
    None,
}

/// The dates of the lines that hold nothing else, gathered.
#[derive(Debug, Default)]
pub(crate) struct Dates {
    found: Vec<(Label, Found, Span)>,
}

impl Dates {
    /// Takes the dates of the line at `span`; `before` is the line above, which may label it.
    pub(crate) fn gather(&mut self, source: &str, span: Span, before: &str) {
        let words = span.of(source);
        let mut from = 0;
        for found in date::find_all(words) {
            let lead = words.get(from..found.range.start).unwrap_or_default();
            let labels = before.len() <= 40 && from == 0 && date::find(before).is_none();
            let above = if labels { before } else { "" };
            from = found.range.end;
            let label = [lead, above].into_iter().map(label).find(|label| *label != Label::None);
            let place = date::span_in(span, &found);
            self.found.push((label.unwrap_or(Label::None), found, place));
        }
    }

    /// Writes the dates into `article`, where it has none yet. True if the order of day and month
    /// is a guess.
    pub(crate) fn apply(&self, article: &mut Article, rule: &'static str) -> bool {
        let of = |wanted: Label| self.found.iter().find(|(label, ..)| *label == wanted);
        let plain =
            self.found.iter().find(|(label, found, _)| *label == Label::None && !found.ambiguous);
        let plain = plain.or_else(|| of(Label::None));
        let published = of(Label::Published).or(plain).or_else(|| of(Label::Updated));
        let mut guessed = false;
        if let Some((_, found, span)) = published.filter(|_| article.published.is_none()) {
            guessed = found.ambiguous;
            article.published = Some(Stated::at(found.date, *span, rule));
            // A date above the page may be told again with its time.
            let again = self.found.iter().find(|(label, other, _)| {
                *label == Label::None && other.date == found.date && other.clock.is_some()
            });
            let timed = found.clock.as_ref().map(|clock| (clock, span));
            let timed = timed
                .or_else(|| again.and_then(|(_, other, span)| Some((other.clock.as_ref()?, span))));
            if let Some((clock, span)) = timed {
                (article.published_time, article.published_zone) = timed_at(clock, *span, rule);
            }
        }
        // Beside a date that is called the first, one that is called nothing is the last.
        let updated = of(Label::Updated).or_else(|| of(Label::Published).and(plain));
        if let Some((_, found, span)) = updated.filter(|_| article.updated.is_none()) {
            article.updated = Some(Stated::at(found.date, *span, rule));
            if let Some(clock) = &found.clock {
                (article.updated_time, article.updated_zone) = timed_at(clock, *span, rule);
            }
        }
        if let Some((_, found, span)) = of(Label::Embargoed).filter(|_| article.embargoed.is_none())
        {
            article.embargoed = Some(Stated::at(found.date, *span, rule));
            if let Some(clock) = &found.clock {
                (article.embargoed_time, article.embargoed_zone) = timed_at(clock, *span, rule);
            }
        }
        guessed
    }
}

/// A time and its zone, as the words at `span` state them.
pub(crate) fn timed_at(
    clock: &Clock,
    span: Span,
    rule: &'static str,
) -> (Option<Stated<String>>, Option<Stated<String>>) {
    let zone = clock.zone.as_ref().map(|(zone, _)| Stated::at(zone.clone(), span, rule));
    (Some(Stated::at(clock.time.clone(), span, rule)), zone)
}

fn label(lead: &str) -> Label {
    let lead = lower(lead);
    let has = |list: Phrases| list.iter().any(|word| part::has(&lead, word));
    if has(EMBARGOED) {
        Label::Embargoed
    } else if has(UPDATED) {
        Label::Updated
    } else if has(PUBLISHED) {
        Label::Published
    } else {
        Label::None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], expected: [&str; 3]) {
        let article = read(lines);
        let seen = [article.published, article.updated, article.embargoed]
            .map(|date| date.map(|date| date.value.to_string()).unwrap_or_default());
        assert_eq!(seen, expected);
    }

    fn read(lines: &[&str]) -> Article {
        let mut dates = Dates::default();
        let source = lines.join("\n");
        let mut at = 0;
        let mut before = "";
        for line in lines {
            dates.gather(&source, Span::new(at, at + line.len()), before);
            at += line.len() + 1;
            before = line;
        }
        let mut article = Article::default();
        dates.apply(&mut article, "test");
        article
    }

    #[test]
    fn times_keep_their_zone() {
        let article = read(&[
            "Published 3 March 2014 06:30 GMT, updated 4 March 2014 at 19:05 CET",
            "Embargoed until 00:01 GMT, 5 March 2014",
        ]);
        let value = |stated: Option<Stated<String>>| stated.map(|it| it.value).unwrap_or_default();
        let seen = [
            article.published_time,
            article.published_zone,
            article.updated_time,
            article.updated_zone,
            article.embargoed_time,
            article.embargoed_zone,
        ];
        assert_eq!(seen.map(value), ["06:30", "GMT", "19:05", "CET", "00:01", "GMT"]);
    }

    #[test]
    fn words_before_a_date_say_which_it_is() {
        check(
            &["PUBLISHED: 14:02, 3 March 2014 | UPDATED: 18:40, 4 March 2014"],
            ["2014-03-03", "2014-03-04", ""],
        );
        check(
            &["Tue 4 Mar 2014 19.05 GMT", "First published on Mon 3 Mar 2014 06.30 GMT"],
            ["2014-03-03", "2014-03-04", ""],
        );
        check(&["Stand: 03.03.2014"], ["2014-03-03", "", ""]);
        check(&["Last updated", "3 March 2014"], ["2014-03-03", "2014-03-03", ""]);
        check(&["EMBARGOED UNTIL 5 MARCH 2014", "4 March 2014"], ["2014-03-04", "", "2014-03-05"]);
    }
}
