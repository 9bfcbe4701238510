//! The names that the reports of one event give to the same person, role, body, place or subject, as far as they differ.
//!
//! A form that all reports use that name a thing at all tells none of them apart and is left out. Linear in what the packs
//! name. Knows people, names and subjects as they were found; does not know how.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    collection::Segment, order::sort_by_key, person::PersonKind, shelf::Shelf, span::Span,
    text::lower,
};

/// What is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A person or a group, by names.
    Person,
    /// The same, by roles.
    Role,
    /// An organisation.
    Organisation,
    /// A place.
    Place,
    /// A subject.
    Subject,
}

impl Thing {
    /// Whether it is a person or a group, which profiles tell of.
    #[must_use]
    pub fn is_person(self) -> bool {
        matches!(self, Self::Person | Self::Role)
    }
}

/// A thing that reports call differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// What it is.
    pub thing: Thing,
    /// What it is called in lists.
    pub name: String,
    /// The forms that some reports use and others that name it do not, most frequent first.
    pub forms: Vec<FormUse>,
}

/// A form of a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormUse {
    /// The words; in small letters too where any report has them so.
    pub words: String,
    /// The reports that use it, in their order, each with the places.
    pub reports: Vec<(usize, Vec<Span>)>,
}

/// Where words stand: an article's index and the span there.
type Places = [(u32, Span)];

/// What is named: what it is, and what it is called in lists.
type Named = (Thing, String);
/// The words of a form, and where each report uses it.
type Form = (String, BTreeMap<usize, Vec<Span>>);
/// The forms of things, by the forms in small letters.
type Uses = BTreeMap<Named, BTreeMap<String, Form>>;

/// The things that these reports call differently.
pub(super) fn of(reports: &[(&Segment, usize)]) -> Vec<Naming> {
    let mut uses = Uses::new();
    let mut seen: Vec<&Segment> = Vec::new();
    for &(segment, _) in reports {
        if seen.iter().all(|known| !std::ptr::eq(*known, segment)) {
            seen.push(segment);
            let numbered = reports.iter().enumerate();
            let own = numbered.filter(|(_, (of, _))| std::ptr::eq(*of, segment));
            let own = own.map(|(number, (_, article))| (*article as u32, number)).collect();
            collect(&segment.shelf, &own, &mut uses);
        }
    }
    let mut namings: Vec<Naming> = uses.into_iter().filter_map(differing).collect();
    sort_by_key(&mut namings, |it| (it.thing, std::cmp::Reverse(it.count())));
    namings
}

/// Adds what a pack names in the reports, whose numbers are given by article.
fn collect(shelf: &Shelf, reports: &BTreeMap<u32, usize>, uses: &mut Uses) {
    let mut add = |thing: Thing, name: &str, words: &str, places: &Places| {
        for (article, span) in places {
            if let Some(&report) = reports.get(article) {
                let forms = uses.entry((thing, name.to_owned())).or_default();
                let form = forms.entry(lower(words)).or_default();
                if !form.0.contains(char::is_lowercase) {
                    words.clone_into(&mut form.0);
                }
                form.1.entry(report).or_default().push(*span);
            }
        }
    };
    for person in (0..shelf.people() as u32).filter_map(|at| shelf.person(at)) {
        if person.kind == PersonKind::Unnamed {
            continue;
        }
        for (thing, all) in [(Thing::Person, &person.aliases), (Thing::Role, &person.roles)] {
            all.iter().for_each(|it| add(thing, &person.name, &it.words, &it.places));
        }
    }
    for it in shelf.organisations() {
        it.forms.iter().for_each(|of| add(Thing::Organisation, &it.name, &of.words, &of.places));
    }
    for it in shelf.places() {
        it.forms.iter().for_each(|of| add(Thing::Place, &it.name, &of.words, &of.places));
    }
    for it in shelf.subjects() {
        it.variants.iter().for_each(|of| add(Thing::Subject, &it.name, &of.words, &of.places));
    }
}

/// The forms of a thing that not all reports use that name it; none where it has no such.
fn differing(((thing, name), forms): (Named, BTreeMap<String, Form>)) -> Option<Naming> {
    let naming: BTreeSet<usize> = forms.values().flat_map(|form| form.1.keys().copied()).collect();
    let some = forms.into_values().filter(|(_, reports)| reports.len() < naming.len());
    let form = |(words, reports): Form| FormUse { words, reports: reports.into_iter().collect() };
    let mut forms: Vec<FormUse> = some.map(form).collect();
    sort_by_key(&mut forms, |form| std::cmp::Reverse(form.count()));
    (!forms.is_empty()).then_some(Naming { thing, name, forms })
}

impl FormUse {
    /// How often it is used.
    fn count(&self) -> usize {
        self.reports.iter().map(|(_, places)| places.len()).sum()
    }
}

impl Naming {
    fn count(&self) -> usize {
        self.forms.iter().map(FormUse::count).sum()
    }
}
