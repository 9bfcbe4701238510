//! Names as numbers: each name is kept once, whoever has it.
//!
//! Does not know what is named.

use std::collections::HashMap;

use super::records;

/// Names, numbered as they come.
#[derive(Debug, Default)]
pub(crate) struct Strings {
    all: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Strings {
    /// Takes a name in, though it may be known.
    pub(crate) fn push(&mut self, name: &str) {
        let number = self.all.len() as u32;
        self.numbers.entry(name.to_owned()).or_insert(number);
        self.all.push(name.to_owned());
    }

    /// The number of a name, which is taken in if it is not known. One name has one number.
    pub(crate) fn number(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        self.push(name);
        self.all.len() as u32 - 1
    }

    /// The names as records.
    pub(crate) fn write(&self) -> Vec<u8> {
        records::write(self.all.iter())
    }
}
