//! The layout of a page: what each line is.
//!
//! Goes by what markup says where there is any, then by position, shape and the lines beside. The
//! shapes are in `furniture`, `byline` and `caption`; `opening` finds the headline and what stands
//! around it, `section` the runs of lines that a heading leads. Does not read the record-like
//! documents of `record`.

use super::{
    byline, caption, date, dateline,
    dates::Dates,
    furniture,
    line::{Line, ends_sentence, words_up_to},
    shotlist,
    signs::Signs,
    statement::{self, Statement},
};
use crate::{
    article::{Article, Block, BlockKind, Document, Furniture, Mark, Role, Stated},
    span::Span,
    text::part,
};

/// Reads the lines of `document` as a page into `article`; says what is doubtful.
pub(crate) fn read(document: &Document, lines: Vec<Line>, article: &mut Article) -> Vec<String> {
    let mut page = Page::of(document, lines, article);
    page.shots();
    page.title(article);
    page.opening(article);
    page.sections();
    let guessed = page.dates(article);
    page.tail();
    page.first_paragraph(article);
    article.blocks = page.blocks();
    let order =
        "the order of day and month in the date is a guess; a sidecar's `datePublished` can tell";
    guessed.then(|| order.to_owned()).into_iter().collect()
}

/// The lines of a page, with what is known of each so far.
pub(super) struct Page<'a> {
    pub(super) source: &'a str,
    pub(super) lines: Vec<Line>,
    /// What the markup says of each line.
    pub(super) roles: Vec<Option<Role>>,
    pub(super) kinds: Vec<Option<BlockKind>>,
    /// What the document says of itself outside its text.
    pub(super) statements: Vec<Statement<'a>>,
    /// Blocks that are a part of their line only: the value of a statement.
    pub(super) parts: Vec<(usize, Block)>,
}

impl<'a> Page<'a> {
    /// The page's lines, with those labelled that show by themselves what they are.
    fn of(document: &'a Document, lines: Vec<Line>, article: &mut Article) -> Self {
        let source = document.text.as_str();
        let roles = roles(&lines, &document.marks);
        let mut page = Self {
            source,
            kinds: Vec::with_capacity(lines.len()),
            lines,
            roles,
            statements: Vec::new(),
            parts: Vec::new(),
        };
        let of_line = |(line, role): (&Line, &Option<Role>)| {
            (*role == Some(Role::Statement))
                .then(|| statement::of_line(source, line.span))
                .flatten()
        };
        page.statements = page.lines.iter().zip(&page.roles).filter_map(of_line).collect();
        statement::apply(source, &page.statements, article);
        let stated = !article.authors.is_empty();
        let mut menu = true;
        for at in 0..page.lines.len() {
            menu = menu && !ends_sentence(page.words(at));
            let kind = page.kind_of(at, menu, article);
            page.kinds.push(kind);
        }
        // Names that the document states outside its text go before those of its byline.
        if stated {
            let outside = |author: &Stated<String>| {
                author.rule != "byline name" && author.rule != "bare byline"
            };
            article.authors.retain(outside);
        }
        page
    }

    /// The lines of a list of shots, and the label of the story below it.
    fn shots(&mut self) {
        let mut list = false;
        for at in 0..self.kinds.len() {
            let words = self.words(at);
            if self.kinds.get(at) == Some(&Some(BlockKind::Shotlist)) {
                list = true;
            } else if list && shotlist::goes_on(words) {
                self.label(at, BlockKind::Shotlist);
            } else if list {
                list = false;
                if let Some(text) = shotlist::after_story_label(words) {
                    let span = Span::of_slice(self.source, text);
                    self.parts.push((at, Block { span, kind: BlockKind::Paragraph }));
                }
            }
        }
    }

    /// What the line at `at` is by itself.
    fn kind_of(&self, at: usize, menu: bool, article: &mut Article) -> Option<BlockKind> {
        let words = self.words(at);
        let span = self.span(at);
        let signs = self.line(at).signs;
        let furniture = |kind| Some(BlockKind::Furniture(kind));
        let itself = || furniture::kind(words, signs).map(BlockKind::Furniture);
        match self.roles.get(at).copied().flatten() {
            Some(Role::Statement) => furniture(Furniture::Fields),
            Some(Role::Furniture(kind)) => {
                let finer = furniture::kind(words, signs).filter(|finer| {
                    let general = matches!(
                        kind,
                        Furniture::Navigation | Furniture::TeaserLinks | Furniture::Copyright
                    );
                    general
                        && matches!(
                            finer,
                            Furniture::Copyright | Furniture::Share | Furniture::Notice
                        )
                });
                furniture(finer.unwrap_or(kind))
            }
            Some(Role::Given) => Some(BlockKind::Paragraph),
            Some(Role::AltText) => Some(BlockKind::AltText),
            Some(Role::Caption) => Some(BlockKind::Caption),
            Some(Role::Credit) => Some(BlockKind::Credit),
            Some(Role::Standfirst) => Some(BlockKind::Standfirst),
            Some(Role::Heading(1)) => None,
            Some(Role::Heading(_)) => itself().or(Some(BlockKind::Subhead)),
            Some(Role::Date) if date::find(words).is_some() || date::is_clock_line(words) => {
                furniture(Furniture::Date)
            }
            Some(Role::Byline) => {
                byline::read_names(self.source, span, article);
                furniture(Furniture::Byline)
            }
            // The name of an author that the document states outside its text.
            _ if article.authors.iter().any(|author| author.value == words) => {
                furniture(Furniture::Byline)
            }
            _ if signs.has(Signs::BRACKET) && shotlist::opens(words) => Some(BlockKind::Shotlist),
            _ if menu && furniture::is_menu_entry(words) => furniture(Furniture::Navigation),
            _ if byline::read(self.source, self.line(at), article) => furniture(Furniture::Byline),
            _ => itself(),
        }
    }

    pub(super) fn words(&self, at: usize) -> &'a str {
        self.span(at).of(self.source)
    }

    pub(super) fn span(&self, at: usize) -> Span {
        self.line(at).span
    }

    /// The line at `at`; an empty one behind the last.
    pub(super) fn line(&self, at: usize) -> Line {
        self.lines.get(at).copied().unwrap_or_default()
    }

    /// Whether the line says that it is about a picture.
    pub(super) fn is_picture(&self, at: usize) -> bool {
        caption::is_picture(self.source, &self.line(at))
    }

    /// The number of blank lines before the line.
    pub(super) fn gap(&self, at: usize) -> usize {
        self.lines.get(at).map_or(0, |line| line.gap)
    }

    /// Whether the line is not labelled yet.
    pub(super) fn is_open(&self, at: usize) -> bool {
        self.kinds.get(at) == Some(&None)
    }

    /// The first line from `from` on that is not labelled yet.
    pub(super) fn open(&self, from: usize) -> Option<usize> {
        (from..self.kinds.len()).find(|&at| self.is_open(at))
    }

    pub(super) fn label(&mut self, at: usize, kind: BlockKind) {
        if let Some(slot) = self.kinds.get_mut(at) {
            *slot = Some(kind);
        }
    }

    pub(super) fn is(&self, at: usize, kind: Furniture) -> bool {
        self.kinds.get(at) == Some(&Some(BlockKind::Furniture(kind)))
    }

    /// Whether the line is a paragraph that is read, as far as can be seen of it alone.
    pub(super) fn is_prose(&self, at: usize) -> bool {
        let words = self.words(at);
        let marked = || self.roles.get(at).copied().flatten() == Some(Role::Paragraph);
        let sentence = || ends_sentence(words) && words_up_to(words, 8) >= 8;
        self.is_open(at) && (sentence() || marked() || is_turn(words))
    }

    /// The browser window's title: sections between bars, the headline first, the outlet last.
    fn title(&mut self, article: &mut Article) {
        for (at, kind) in self.kinds.iter().enumerate() {
            if *kind == Some(BlockKind::Furniture(Furniture::Navigation))
                && article.outlet.is_none()
            {
                let words = self.words(at);
                if let Some(name) = furniture::outlet_of_skip_link(words) {
                    let span = Span::of_slice(self.source, name);
                    article.outlet = Some(Stated::at(name.to_owned(), span, "skip link"));
                }
            }
        }
        let marked = (0..self.kinds.len()).find(|&at| self.is(at, Furniture::PageTitle));
        let Some(at) = marked.or_else(|| self.open(0)) else { return };
        let words = self.words(at);
        if marked.is_none() && (words.len() > 300 || !words.contains('|') || ends_sentence(words)) {
            return;
        }
        // A line of bars alone is a menu: a title begins with a headline.
        let first = words.split('|').next().unwrap_or_default();
        if marked.is_none() && words_up_to(first, 3) < 3 {
            return;
        }
        self.label(at, BlockKind::Furniture(Furniture::PageTitle));
        let bars = if words.contains('|') { "|" } else { " - " };
        let bars = if part::has(words, bars) { bars } else { " – " };
        let name = part::split(words, bars).skip(1).map(str::trim).filter(|part| {
            !part.is_empty() && date::find(part).is_none() && words_up_to(part, 6) < 6
        });
        if let Some(name) = name.last().filter(|_| article.outlet.is_none()) {
            let span = Span::of_slice(self.source, name);
            article.outlet = Some(Stated::at(name.to_owned(), span, "page title"));
        }
    }

    /// The dates of the page: lines that are dates, or a date in the page's title. True if the
    /// order of day and month is a guess.
    fn dates(&self, article: &mut Article) -> bool {
        let wanted = [
            (Furniture::Date, "date line"),
            (Furniture::Byline, "date in the byline"),
            (Furniture::PageTitle, "date in the page title"),
        ];
        let mut guessed = false;
        for (kind, rule) in wanted {
            let mut dates = Dates::default();
            for at in (0..self.kinds.len()).filter(|&at| self.is(at, kind)) {
                let before = at.checked_sub(1).map_or("", |before| self.words(before));
                dates.gather(self.source, self.span(at), before);
            }
            guessed |= dates.apply(article, rule);
        }
        guessed
    }

    /// Short lines after the end of the report are links to others, once furniture has begun.
    fn tail(&mut self) {
        let last =
            (0..self.kinds.len()).rfind(|&at| self.is_open(at) && ends_sentence(self.words(at)));
        let Some(last) = last else { return };
        let mut begun = false;
        for at in last + 1..self.kinds.len() {
            match self.kinds.get(at) {
                Some(Some(BlockKind::Furniture(_))) => begun = true,
                Some(None) if begun && !self.is_picture(at) => {
                    self.label(at, BlockKind::Furniture(Furniture::TeaserLinks));
                }
                _ => {}
            }
        }
    }

    /// The dateline of the first paragraph.
    fn first_paragraph(&self, article: &mut Article) {
        let first = (0..self.kinds.len()).filter(|&at| self.is_prose(at)).take(2);
        for at in first {
            if dateline::read(self.source, self.span(at), article) {
                return;
            }
        }
        let lists = (0..self.kinds.len())
            .filter(|&at| self.kinds.get(at) == Some(&Some(BlockKind::Shotlist)));
        if let Some(at) = lists.into_iter().next() {
            shotlist::read(self.source, self.span(at), article);
        }
    }
}

/// Whether a line of a transcript says who speaks next, or what is heard.
pub(super) fn is_turn(words: &str) -> bool {
    let heard = || words.starts_with('(') && words.ends_with(')');
    let shouted = || words.contains(char::is_alphabetic) && !words.contains(char::is_lowercase);
    words.len() <= 80 && ((words.ends_with(':') && words.contains(' ')) || heard()) && shouted()
}

/// The role of each line: that of the mark on it.
fn roles(lines: &[Line], marks: &[Mark]) -> Vec<Option<Role>> {
    let mut marks = marks.iter().peekable();
    let role = |line: &Line| {
        while marks.next_if(|mark| mark.span.end <= line.span.start).is_some() {}
        marks.peek().filter(|mark| mark.span.overlaps(line.span)).map(|mark| mark.role)
    };
    lines.iter().map(role).collect()
}
