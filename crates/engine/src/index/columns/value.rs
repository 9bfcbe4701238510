//! A facet's value, read where its name stands: an answer lists thousands of them, and none is copied.
//!
//! Does not know whose value it is.

use std::{fmt, ops::Deref, rc::Rc};

use crate::pack::Records;

/// A value as a text. A copy costs a count.
#[derive(Clone)]
pub struct Value(Kept);

#[derive(Clone)]
enum Kept {
    /// So many first bytes of a name of a pack.
    Name(Rc<Records>, u32, u32),
    /// A text that no pack has.
    Own(Rc<str>),
}

impl Value {
    /// The first `length` bytes of the name of that number.
    pub(super) fn named(names: &Rc<Records>, name: u32, length: usize) -> Self {
        Self(Kept::Name(Rc::clone(names), name, length as u32))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self(Kept::Own(text.into()))
    }
}

impl Deref for Value {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Kept::Own(text) => text,
            Kept::Name(names, name, length) => {
                let name = names.text(*name as usize);
                name.get(..*length as usize).unwrap_or(name)
            }
        }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Value {}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}
