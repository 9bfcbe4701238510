//! The opening of a page: its headline, and what stands above and right below it.
//!
//! Part of the layout of a page. The headline is the line with the best score over position, length
//! and marks, among those above the first paragraph.

use super::{
    byline, date, furniture,
    line::{ends_sentence, words_up_to},
    page::{Page, is_turn},
    statement,
};
use crate::{
    article::{Article, Block, BlockKind, Furniture, Role, Stated},
    order,
    span::Span,
    text::{lower, part},
};

/// How many lines above the first paragraph the headline may stand.
const REACH: usize = 80;

impl Page<'_> {
    /// Finds the headline, and labels the lines around it.
    pub(super) fn opening(&mut self, article: &mut Article) {
        let stated = statement::headline(self.source, &self.statements);
        let menus = [Furniture::Navigation, Furniture::Icons, Furniture::PageTitle];
        let crawled = !self.roles.iter().any(Option::is_some)
            && (0..self.kinds.len()).any(|at| menus.iter().any(|menu| self.is(at, *menu)));
        let first = self.first_prose();
        let found = self.headline_line(first, stated.as_ref());
        match (found, &stated) {
            (Some((at, rule)), _) => self.take_headline(at, rule, stated.clone(), article),
            (None, Some(stated)) => self.take_stated(stated, BlockKind::Headline),
            (None, None) => {}
        }
        if found.is_none() {
            article.headline = stated;
        }
        let from = found.map_or(0, |(at, _)| at + 1);
        let to = first.filter(|&first| first >= from).unwrap_or(from);
        self.below(from, to, article);
        // A byline below the first paragraph makes a standfirst of it.
        let next = (to + 1..self.kinds.len()).find(|&at| self.is_prose(at)).unwrap_or(to);
        if next <= to + 8 && (to + 1..next).any(|at| self.is_dated_or_named(at)) {
            self.below(to + 1, next, article);
        }
        self.standfirst(from, to, crawled, article);
    }

    /// The first paragraph that is read.
    fn first_prose(&self) -> Option<usize> {
        let heading = (0..self.kinds.len())
            .find(|&at| self.roles.get(at).copied().flatten() == Some(Role::Heading(1)));
        (heading.unwrap_or(0)..self.kinds.len()).find(|&at| self.is_prose(at))
    }

    /// The line of the headline, and the rule that found it.
    fn headline_line(
        &self,
        first: Option<usize>,
        stated: Option<&Stated<String>>,
    ) -> Option<(usize, &'static str)> {
        let marked = |at: &usize| self.roles.get(*at).copied().flatten() == Some(Role::Heading(1));
        if let Some(at) = (0..self.kinds.len()).find(marked) {
            return Some((at, "first heading"));
        }
        let title = (0..self.kinds.len())
            .find(|&at| self.is(at, Furniture::PageTitle))
            .and_then(|at| self.words(at).split('|').next())
            .map(str::trim);
        let begin = self.open(0)?;
        let near = begin..self.kinds.len().min(begin + 20);
        if let Some(title) = title
            && let Some(at) = near.clone().find(|&at| self.words(at) == title)
        {
            return Some((at, "repeats the page title"));
        }
        if let Some(stated) = stated {
            let mut near = near;
            let at = near.find(|&at| self.is_open(at) && self.words(at) == stated.value);
            return at.map(|at| (at, "repeats the stated headline"));
        }
        let first = first.unwrap_or(self.kinds.len());
        let from = begin.max(first.saturating_sub(REACH));
        let open: Vec<usize> = (from..first).filter(|&at| self.is_open(at)).collect();
        let best = open
            .iter()
            .enumerate()
            .map(|(rank, &at)| (self.headline_score(at, rank, first), at))
            .reduce(|best, next| if next.0 > best.0 { next } else { best });
        match best {
            Some((_, at)) if self.words(at).len() <= 240 => Some((at, "stands as a headline does")),
            _ => {
                // A document without a line above its first paragraph may begin with its headline.
                let words = self.words(begin);
                let alone = self.open(begin + 1).is_none();
                (words.len() <= 200 && !alone && !self.is_prose(begin))
                    .then_some((begin, "first line"))
            }
        }
    }

    /// How much the line at `at` looks like a headline; it is the `rank`th of those that might be.
    fn headline_score(&self, at: usize, rank: usize, first: usize) -> i32 {
        let words = self.words(at);
        let count = words_up_to(words, 40);
        let length = match count {
            2 => 4,
            3 => 7,
            4 => 10,
            5..=20 => 12,
            21..=30 => 8,
            _ => 0,
        };
        let bars = words.contains('|') || part::has(words, " > ") || part::has(words, " » ");
        let odd = words.ends_with([':', ',', ';']) || words.starts_with(['-', '•', '*', '(', '[']);
        let small = words.starts_with(char::is_lowercase);
        let stop = words.ends_with('.') && count > 3;
        let dated = date::find(words).is_some();
        let address = words.contains('@') || part::has(words, "://") || part::has(words, "www.");
        let picture = self.is_picture(at);
        let named = (at.saturating_sub(6)..at).any(|above| self.is(above, Furniture::Byline));
        let joined = |part: &str| part.starts_with(char::is_alphanumeric);
        let slug = part::has(&lower(words), "writethru") || words.split(',').skip(1).any(joined);
        let below = (at + 1..at + 6)
            .any(|next| self.is(next, Furniture::Byline) || self.is(next, Furniture::Date));
        let again = at + 1 < self.kinds.len() && self.words(at + 1) == words;
        let penalty = |wrong: bool, cost: i32| if wrong { -cost } else { 0 };
        let distance = i32::try_from(first.saturating_sub(at)).unwrap_or(i32::MAX).min(30);
        length
            + i32::from(below) * 6
            + i32::from(again) * 8
            + i32::from(rank == 0) * 2
            + i32::from(self.gap(at) > 0) * 2
            - i32::try_from(rank).unwrap_or(i32::MAX).min(6)
            - distance / 3
            + penalty(bars, 10)
            + penalty(odd, 8)
            + penalty(named, 6)
            + penalty(slug, 6)
            + penalty(small, 6)
            + penalty(stop, 6)
            + penalty(dated, 6)
            + penalty(address, 12)
            + penalty(picture, 10)
    }

    /// Takes the line at `at` for the headline, and labels what stands above it.
    fn take_headline(
        &mut self,
        at: usize,
        rule: &'static str,
        stated: Option<Stated<String>>,
        article: &mut Article,
    ) {
        let words = self.words(at);
        self.label(at, BlockKind::Headline);
        let seen = Stated::at(words.to_owned(), self.span(at), rule);
        article.headline = Some(match stated {
            Some(mut stated) if is_same(&stated.value, words) => {
                stated.value = words.to_owned();
                stated.spans.insert(0, self.span(at));
                stated
            }
            Some(stated) => stated,
            None => seen,
        });
        for above in 0..at {
            if self.is_open(above) && furniture::heads(self.words(above)) == Some(Furniture::Notice)
            {
                self.label(above, BlockKind::Furniture(Furniture::Notice));
                self.contacts(above + 1);
            }
        }
        let above: Vec<usize> = (0..at).filter(|&above| self.is_open(above)).collect();
        let few = above.len() <= 2;
        for above in above {
            let next = above + 1 == at || few;
            let label = next && words_up_to(self.words(above), 4) < 4;
            let dated = date::rest_of_dates(self.words(above)).is_some_and(|rest| rest.len() <= 6);
            let kind = match () {
                () if dated => Furniture::Date,
                () if label || (above == 0 && next) => Furniture::Labels,
                () => Furniture::Navigation,
            };
            self.label(above, BlockKind::Furniture(kind));
        }
        if let Some(next) = self.open(at + 1).filter(|&next| self.words(next) == words) {
            self.label(next, BlockKind::Furniture(Furniture::DuplicateTitle));
        }
    }

    /// Shows the value of a statement as a part of the text.
    fn take_stated(&mut self, stated: &Stated<String>, kind: BlockKind) {
        let Some(span) = stated.spans.first().copied() else { return };
        if let Some(at) = self.lines.iter().position(|line| line.span.contains(span)) {
            self.parts.push((at, Block { span, kind }));
            order::sort_by_key(&mut self.parts, |(at, _)| *at);
        }
    }

    /// Labels the lines between the headline and the first paragraph.
    fn below(&mut self, from: usize, to: usize, article: &mut Article) {
        for at in from..to {
            if !self.is_open(at) || is_turn(self.words(at)) {
                continue;
            }
            let words = self.words(at);
            let rest = date::rest_of_dates(words);
            let above = at.checked_sub(1).is_some_and(|above| self.is_name_line(above));
            let below = self.is_name_line(at + 1)
                || (self.is_open(at + 1) && byline::is_role_line(self.words(at + 1)));
            let kind = if rest.is_some_and(|rest| rest.len() <= 4) && !ends_sentence(words) {
                Furniture::Date
            } else if is_bullet(words) {
                self.label(at, BlockKind::Standfirst);
                continue;
            } else if (above && byline::is_role_line(words))
                || ((above || below) && self.take_bare_byline(at, article))
            {
                Furniture::Byline
            } else if words_up_to(words, 4) < 4
                && self.roles.get(at).copied().flatten() != Some(Role::Heading(2))
                && (above || below)
                && !self.is_picture(at)
            {
                Furniture::Labels
            } else {
                continue;
            };
            self.label(at, BlockKind::Furniture(kind));
        }
    }

    fn is_name_line(&self, at: usize) -> bool {
        self.is(at, Furniture::Byline) || self.is(at, Furniture::Date) || {
            let dated = self.is_open(at)
                && date::rest_of_dates(self.words(at)).is_some_and(|rest| rest.len() <= 4);
            dated && !ends_sentence(self.words(at))
        }
    }

    /// Whether the line is a byline, or a day and not only a time of it.
    fn is_dated_or_named(&self, at: usize) -> bool {
        self.is_name_line(at)
            && (self.is(at, Furniture::Byline) || date::find(self.words(at)).is_some())
    }

    /// Names that stand alone beside a date or another byline.
    fn take_bare_byline(&self, at: usize, article: &mut Article) -> bool {
        let words = self.words(at);
        if words.len() > 120 || ends_sentence(words) || !byline::is_names(words) {
            return false;
        }
        for (name, span) in byline::names(self.source, self.span(at)) {
            if !article.authors.iter().any(|known| known.value == name) {
                article.authors.push(Stated::at(name, span, "bare byline"));
            }
        }
        true
    }

    /// The paragraph under the headline that sums the report up.
    fn standfirst(&mut self, from: usize, to: usize, crawled: bool, article: &mut Article) {
        let stated = statement::standfirst(self.source, &self.statements);
        let marked = (0..self.kinds.len()).find(|&at| {
            self.kinds.get(at) == Some(&Some(BlockKind::Standfirst)) && !is_bullet(self.words(at))
        });
        let found = marked.or_else(|| self.standfirst_line(from, to, crawled, stated.as_ref()));
        let Some(at) = found else {
            if let Some(stated) = stated {
                let begins =
                    stated.value.trim_end_matches(['.', '…']).chars().take(60).collect::<String>();
                let excerpt =
                    (from..self.kinds.len()).any(|at| self.words(at).starts_with(&begins));
                let described = stated.rule.ends_with("escription");
                if !excerpt && !described {
                    self.take_stated(&stated, BlockKind::Standfirst);
                }
                article.standfirst = (!excerpt).then_some(stated);
            }
            return;
        };
        self.label(at, BlockKind::Standfirst);
        let span: Span = self.span(at);
        article.standfirst =
            Some(Stated::at(self.words(at).to_owned(), span, "paragraph below the headline"));
    }

    fn standfirst_line(
        &self,
        from: usize,
        to: usize,
        crawled: bool,
        stated: Option<&Stated<String>>,
    ) -> Option<usize> {
        let headed = from > 0;
        // What the document says outside its text that it is.
        if let Some(stated) = stated {
            let same = (from..to + 1)
                .find(|&at| self.is_open(at) && is_same(self.words(at), &stated.value));
            if same.is_some() && headed {
                return same;
            }
        }
        let names = |range: std::ops::Range<usize>| {
            range.into_iter().any(|at| self.is(at, Furniture::Byline))
        };
        let dates = |range: std::ops::Range<usize>| {
            range.into_iter().any(|at| self.is(at, Furniture::Date))
        };
        if !headed {
            return None;
        }
        // A long line right below the headline, above byline, date or a gap.
        let line = (from..to).find(|&at| {
            let words = self.words(at);
            self.is_open(at)
                && words_up_to(words, 6) >= 6
                && !self.is_picture(at)
                && !words.ends_with(':')
        });
        if let Some(at) = line.filter(|&at| {
            !names(from..at)
                && (names(at..to) || dates(at..to) || self.gap(at + 1) > 0 || self.gap(to) > 0)
        }) {
            return Some(at);
        }
        // The first paragraph, if the byline or the date stands below it.
        let next = (to + 1..self.kinds.len()).find(|&at| self.is_prose(at))?;
        let short = self.words(to).len() <= 400 && self.is_prose(to);
        let below = (to + 1..next.min(to + 4))
            .any(|at| self.is(at, Furniture::Byline) || self.is(at, Furniture::Date));
        if short && below && !names(from..to) {
            return Some(to);
        }
        // On a page with menus, the paragraph right below the headline sums the report up.
        let apart = self.gap(to) > 0 && ends_sentence(self.words(to));
        (crawled && short && apart && !names(from..to)).then_some(to)
    }
}

fn is_bullet(words: &str) -> bool {
    let rest = words.trim_start_matches(['-', '•', '*', '·', '–', '▪', '●']);
    rest.len() < words.len() && rest.starts_with(' ')
}

/// Whether two headlines are one: the same but for marks, or one the beginning of the other.
fn is_same(one: &str, other: &str) -> bool {
    let plain = |words: &str| -> String {
        words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let (one, other) = (plain(one), plain(other));
    let short = one.len().min(other.len());
    short > 0
        && (one == other || (short >= 20 && (one.starts_with(&other) || other.starts_with(&one))))
}
