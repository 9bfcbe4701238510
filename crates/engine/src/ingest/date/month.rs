//! The names of months and weekdays, in the languages that papers are read in.
//!
//! Word lists only.

use std::sync::LazyLock;

use crate::text::table::Table;

/// The months, a language a line: English, German, French, Spanish, Italian, Portuguese, Dutch,
/// Swedish, Russian, Polish.
const MONTHS: [&str; 10] = [
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada \
     grudnia",
];

/// What may stand beside a date in a line that is nothing else.
const BESIDE: &[&str] = &[
    "published updated posted aired date on at from first last modified filed created revised the of \
     embargoed embargo until ago year years month months week weeks day days hour hours minute \
     minutes mins hrs edt est local time today yesterday",
    "gmt utc bst cet cest eet eest est edt cst cdt mst mdt pst pdt et ct mt pt msk ist am pm a p m h z",
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat \
     sun",
    "stand uhr um am vom den aktualisiert veröffentlicht erstellt montag dienstag mittwoch donnerstag \
     freitag samstag sonnabend sonntag mo di mi do fr sa so",
    "publié le à mis jour modifié lundi mardi mercredi jeudi vendredi samedi dimanche",
    "publicado actualizado el a las lunes martes miércoles jueves viernes sábado domingo",
    "pubblicato aggiornato il alle ore lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "atualizado em às segunda terça quarta quinta sexta feira geplaatst bijgewerkt op om uur",
    "publicerad uppdaterad kl опубликовано обновлено в г года понедельник вторник среда четверг \
     пятница суббота воскресенье мск",
];

/// Whether a listed word may stand beside a date; below that bit is the number of its month.
const MAY_STAND_BESIDE: u64 = 1 << 8;

/// What stands in a date and beside it: months also cut to their first three or four letters.
static LISTED: LazyLock<Table> = LazyLock::new(|| {
    let mut words = Table::with_room(1024);
    for (number, name) in MONTHS.iter().flat_map(|names| (1..).zip(names.split_whitespace())) {
        let ends = name.char_indices().map(|(at, _)| at).skip(3).take(2);
        for end in ends.chain([name.len()]) {
            let entry = words.entry(name.get(..end).unwrap_or(name));
            // The languages that come first go first.
            *entry = if *entry == 0 { number } else { *entry };
        }
    }
    for word in BESIDE.iter().flat_map(|list| list.split_whitespace()) {
        *words.entry(word) |= MAY_STAND_BESIDE;
    }
    words
});

/// The month's number, from 1: named in full, or cut to three or four letters.
pub(crate) fn month(word: &str) -> Option<i8> {
    i8::try_from(LISTED.look_up(word) & (MAY_STAND_BESIDE - 1)).ok().filter(|month| *month > 0)
}

/// Whether `word` may stand beside a date in a line that is nothing else.
pub(super) fn is_beside(word: &str) -> bool {
    LISTED.look_up(word) & MAY_STAND_BESIDE != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_months_in_full_and_cut() {
        for (word, number) in
            [("March", 3), ("Sept", 9), ("MÄRZ", 3), ("août", 8), ("марта", 3), ("dic", 12)]
        {
            assert_eq!(month(word), Some(number), "{word}");
        }
        for word in ["Ma", "Marching", "", "Decem"] {
            assert_eq!(month(word), None, "{word}");
        }
    }

    #[test]
    fn every_language_has_twelve() {
        assert!(MONTHS.iter().all(|names| names.split_whitespace().count() == 12));
    }
}
