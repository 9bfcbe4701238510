//! The names of rules, each written once in a pack; records have letters in their place.
//!
//! Everything that was found names the rule that found it, in words. There are some hundred rules, and
//! thousands of articles: so a pack has a list of the names, and a record the letter whose number in
//! Unicode is the name's in that list. Does not know what any rule does.

use std::borrow::Cow;

use super::{decode::Found, terse};
use crate::{
    article::{Article, Rule},
    name::Entity,
    pack::{Records, Strings},
    story::Event,
    subject::Subject,
};

/// Something whose finding names rules.
pub(super) trait Ruled {
    /// Calls `each` with every rule's name.
    fn each_rule(&mut self, each: &mut dyn FnMut(&mut Rule));
}

impl Ruled for Article {
    fn each_rule(&mut self, each: &mut dyn FnMut(&mut Rule)) {
        terse::days(self).for_each(|stated| each(&mut stated.rule));
        terse::each(self, &mut |stated| each(&mut stated.rule));
        self.speakers.iter_mut().for_each(|stated| each(&mut stated.rule));
    }
}

impl Ruled for Found {
    fn each_rule(&mut self, each: &mut dyn FnMut(&mut Rule)) {
        self.article.each_rule(each);
        self.quotations.iter_mut().for_each(|quotation| each(&mut quotation.rule));
    }
}

impl Ruled for Event {
    fn each_rule(&mut self, each: &mut dyn FnMut(&mut Rule)) {
        self.date.iter_mut().for_each(|stated| each(&mut stated.rule));
        self.place.iter_mut().for_each(|stated| each(&mut stated.rule));
        each(&mut self.reason);
    }
}

impl Ruled for Entity {
    fn each_rule(&mut self, each: &mut dyn FnMut(&mut Rule)) {
        for form in &mut self.forms {
            each(&mut form.rule);
            form.doubt.iter_mut().for_each(&mut *each);
        }
    }
}

impl Ruled for Subject {
    fn each_rule(&mut self, each: &mut dyn FnMut(&mut Rule)) {
        each(&mut self.reason);
    }
}

/// Puts letters in the place of names, which are put in `names`.
pub(super) fn shorten(ruled: &mut impl Ruled, names: &mut Strings) {
    ruled.each_rule(&mut |rule| {
        // A pack of more rules than there are letters has the last ones' names as they are.
        if let Some(letter) = char::from_u32(names.number(rule)) {
            *rule = Cow::Owned(letter.to_string());
        }
    });
}

/// Puts names back in the place of their letters.
pub(super) fn complete(ruled: &mut impl Ruled, names: &Records) {
    ruled.each_rule(&mut |rule| {
        let mut letters = rule.chars();
        if let (Some(letter), None) = (letters.next(), letters.next())
            && (letter as usize) < names.len()
        {
            *rule = Cow::Owned(names.text(letter as usize).to_owned());
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{article::Stated, pack::Bytes, span::Span};

    fn article(rules: [&'static str; 2]) -> Article {
        Article {
            headline: Some(Stated::at("Talks".to_owned(), Span::new(0, 5), rules[0])),
            speakers: Some(Stated::elsewhere(Vec::new(), rules[1])),
            ..Article::default()
        }
    }

    #[test]
    fn a_name_is_written_once_and_comes_back() {
        let known = [article(["first line", "given"]), article(["given", "first line"])];
        let (mut short, mut names) = (known.clone(), Strings::default());
        short.iter_mut().for_each(|it| shorten(it, &mut names));
        let rules = |it: &Article| it.headline.as_ref().map(|it| it.rule.clone());
        assert_eq!(short.each_ref().map(rules), [Some("\0".into()), Some("\u{1}".into())]);
        let names = Records::new(&Bytes::from(names.write())).unwrap();
        assert_eq!(names.len(), 2);
        short.iter_mut().for_each(|it| complete(it, &names));
        assert_eq!(short, known);
    }

    #[test]
    fn a_letter_that_names_nothing_stays() {
        let mut odd = article(["z", "long name"]);
        complete(&mut odd, &Records::default());
        assert_eq!(odd, article(["z", "long name"]));
    }
}
