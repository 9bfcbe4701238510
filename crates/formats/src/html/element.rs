//! What HTML's tags, classes and roles say of the words in them.
//!
//! Knows names only: those of the standard, and those that newsrooms' templates are made of.

use parallax_engine::article::{Furniture, Role};

/// What an element is to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flow {
    /// Its words stand in the line.
    Inline,
    /// Its words stand in lines of their own.
    Block,
    /// It has no words of its own and ends the line.
    Break,
    /// It has no words that a reader sees.
    Hidden,
}

/// What the element's name says of its flow.
pub(crate) fn flow(name: &str) -> Flow {
    match name {
        "script" | "style" | "template" | "noscript" | "svg" | "math" | "iframe" | "object"
        | "canvas" | "datalist" | "xmp" | "noembed" | "noframes" => Flow::Hidden,
        "br" | "hr" => Flow::Break,
        "html" | "body" | "head" | "title" | "address" | "article" | "aside" | "blockquote"
        | "button" | "caption" | "center" | "dd" | "details" | "dialog" | "div" | "dl" | "dt"
        | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h1" | "h2" | "h3" | "h4"
        | "h5" | "h6" | "header" | "hgroup" | "label" | "legend" | "li" | "main" | "menu"
        | "nav" | "ol" | "option" | "optgroup" | "p" | "pre" | "search" | "section" | "select"
        | "summary" | "table" | "tbody" | "td" | "textarea" | "tfoot" | "th" | "thead" | "tr"
        | "ul" => Flow::Block,
        _ => Flow::Inline,
    }
}

/// Elements that hold nothing and are never closed.
pub(crate) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether an element called `open` ends where one called `next` begins.
pub(crate) fn is_ended_by(open: &str, next: &str) -> bool {
    match open {
        "p" => flow(next) == Flow::Block && next != "button" && next != "label",
        "li" => next == "li",
        "dt" | "dd" => matches!(next, "dt" | "dd"),
        "option" => matches!(next, "option" | "optgroup"),
        "td" | "th" => matches!(next, "td" | "th" | "tr" | "tbody" | "tfoot"),
        "tr" => matches!(next, "tr" | "tbody" | "tfoot"),
        "head" => flow(next) == Flow::Block && next != "title",
        _ => false,
    }
}

/// What an element says of the words in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// What they are.
    pub(crate) role: Role,
    /// Whether the tag itself says so; a class may be a template's whim.
    pub(crate) sure: bool,
}

/// What the element's name says of the words in it.
pub(crate) fn of_tag(name: &str) -> Option<Place> {
    let (role, sure) = match name {
        "nav" | "menu" | "search" => (Role::Furniture(Furniture::Navigation), true),
        "aside" => (Role::Furniture(Furniture::TeaserLinks), false),
        "footer" => (Role::Furniture(Furniture::Copyright), false),
        "form" | "dialog" => (Role::Furniture(Furniture::Notice), false),
        "button" | "select" | "textarea" | "option" | "label" => {
            (Role::Furniture(Furniture::Navigation), true)
        }
        "figcaption" | "caption" => (Role::Caption, true),
        "title" => (Role::Furniture(Furniture::PageTitle), true),
        _ => return None,
    };
    Some(Place { role, sure })
}

/// Words of classes, ids and properties, and what they say; the first that fits decides.
const CLASSES: &[(Role, &[&str])] = &[
    (
        Role::Furniture(Furniture::Comments),
        &["comments", "commentlist", "disqus", "kommentare", "commentaires", "livefyre"],
    ),
    (
        Role::Furniture(Furniture::Notice),
        &[
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "cmp",
            "newsletter",
            "subscribe",
            "subscription",
            "paywall",
            "signup",
            "advert",
            "adverts",
            "advertisement",
            "ads",
            "adslot",
            "banner",
            "sponsored",
            "promo",
            "popup",
            "modal",
            "disclaimer",
            "donate",
        ],
    ),
    (
        Role::Furniture(Furniture::Navigation),
        &[
            "nav",
            "navbar",
            "navigation",
            "breadcrumb",
            "breadcrumbs",
            "menu",
            "toolbar",
            "pagination",
            "pager",
            "skip",
            "skiplink",
            "masthead",
            "topbar",
        ],
    ),
    (
        Role::Furniture(Furniture::Share),
        &["share", "sharing", "sharebar", "social", "socials", "addthis", "addtoany"],
    ),
    (
        Role::Furniture(Furniture::TeaserLinks),
        &[
            "related",
            "recommended",
            "recommendations",
            "trending",
            "popular",
            "mostread",
            "mostviewed",
            "teasers",
            "taboola",
            "outbrain",
            "sidebar",
            "readmore",
            "morefrom",
            "topstories",
            "latest",
        ],
    ),
    (Role::Furniture(Furniture::Copyright), &["copyright", "colophon", "imprint"]),
    (Role::Credit, &["credit", "credits", "photographer"]),
    (Role::Caption, &["caption", "figcaption", "legend", "bildunterschrift"]),
    (
        Role::Standfirst,
        &["standfirst", "subtitle", "subheadline", "dek", "deck", "chapo", "vorspann", "strapline"],
    ),
    (Role::Byline, &["byline", "author", "authors", "contributor", "contributors"]),
    (
        Role::Date,
        &["date", "timestamp", "pubdate", "datetime", "published", "posted", "datepublished"],
    ),
    (
        Role::Furniture(Furniture::Labels),
        &["kicker", "eyebrow", "tags", "topics", "categories", "readtime"],
    ),
];

/// What the words of a class, id, role or property say of the words in the element.
pub(crate) fn of_names(names: &str) -> Option<Place> {
    let words = || {
        names
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .take(40)
            .map(str::to_ascii_lowercase)
    };
    // A template's "has-sidebar" says what is elsewhere.
    let about_others =
        words().any(|word| matches!(word.as_str(), "has" | "with" | "no" | "without"));
    let found = CLASSES.iter().find(|(_, list)| words().any(|word| list.contains(&word.as_str())));
    let role = found.filter(|_| !about_others)?.0;
    Some(Place { role, sure: false })
}

/// Whether the element is named as the one that holds the report.
pub(crate) fn holds_report(name: &str, property: &str) -> bool {
    name == "article" || property.eq_ignore_ascii_case("articlebody")
}

/// Elements of which only the tag speaks, because templates dress them for the whole page.
pub(crate) fn is_whole_page(name: &str) -> bool {
    matches!(name, "html" | "body" | "main" | "article" | "head")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_speak() {
        let role = |names| of_names(names).map(|place| place.role);
        assert_eq!(role("site-nav dark"), Some(Role::Furniture(Furniture::Navigation)));
        assert_eq!(role("article__byline"), Some(Role::Byline));
        assert_eq!(role("comments-area"), Some(Role::Furniture(Furniture::Comments)));
        assert_eq!(role("content has-sidebar"), None);
        assert_eq!(role("story-text"), None);
    }
}
