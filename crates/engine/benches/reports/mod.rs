//! Reports that a small generator writes, for benches. Does not know what is measured.

use parallax_engine::article::Document;

/// A report of about that many bytes: the same for the same length.
pub(crate) fn report(length: usize) -> Document {
    let mut numbers = Numbers(length as u64);
    let mut text = "A day in town\n\nBy Ann Smith\n\n4 March 2014\n\n".to_owned();
    while text.len() < length {
        for _ in 0..1 + numbers.below(3) {
            sentence(&mut numbers, &mut text);
        }
        text.push_str("\n\n");
    }
    Document { id: "report".to_owned(), text, ..Document::default() }
}

fn sentence(numbers: &mut Numbers, text: &mut String) {
    const TITLES: [&str; 4] = ["Mayor ", "Senator ", "Mr. ", ""];
    const GIVEN: [&str; 6] = ["Ruth", "Paul", "Maria", "James", "Olga", "Peter"];
    const FIRST: [&str; 8] = ["Bar", "Hol", "Wen", "Tor", "Mil", "Ost", "Kal", "Dun"];
    const LAST: [&str; 6] = ["ton", "berg", "field", "man", "well", "ler"];
    const NOUNS: [&str; 8] =
        ["bridge", "road", "school", "budget", "harbour", "council", "plan", "vote"];
    const VERBS: [&str; 6] = ["opened", "closed", "failed", "changed", "grew", "ended"];
    const REPORTS: [&str; 5] = ["said", "told reporters", "warned", "added", "denied"];
    let title = numbers.of(&TITLES);
    let name = format!("{} {}{}", numbers.of(&GIVEN), numbers.of(&FIRST), numbers.of(&LAST));
    let (noun, other) = (numbers.of(&NOUNS), numbers.of(&NOUNS));
    let (verb, report) = (numbers.of(&VERBS), numbers.of(&REPORTS));
    let day = 1 + numbers.below(28);
    text.push_str(&match numbers.below(8) {
        0 => format!("“The {noun} {verb} before the {other},” {title}{name} {report} on Monday. "),
        1 => format!("\"We know that the {noun} {verb},\" he {report}. "),
        2 => format!("{title}{name} {report} that the {noun} of the {other} {verb} in May. "),
        3 => format!("The {noun} “{verb} at last” when the {other} {verb}, according to {name}. "),
        4 => format!("On May {day}, 2014, {name}, a friend of the {noun}, met her {other}. "),
        5 => format!("She {verb} the {noun}, which nobody had seen since the {other} {verb}. "),
        _ => format!("About {day} people in the {noun} of the town {verb} near the {other}. "),
    });
}

/// A small generator of numbers (Lehmer's, modulo 2^31 - 1).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = (self.0 + 1) * 48_271 % 0x7fff_ffff;
        self.0 % limit
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        let at = usize::try_from(self.below(list.len() as u64)).unwrap_or_default();
        list.get(at).copied().unwrap_or_default()
    }
}
