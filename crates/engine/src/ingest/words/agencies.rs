//! News agencies, by their short names and their full ones.

use super::Phrases;
use crate::text::lower;

/// News agencies: as credit lines abbreviate them, and by name.
pub(super) const AGENCIES: Phrases = Phrases::indexed(
    13,
    "aap=AAP|afp=AFP|ansa=ANSA|ap=AP|apa=APA|agence france-presse=AFP|associated press=AP|\
     the associated press=AP|deutsche presse-agentur=dpa|press association=PA|\
     thomson reuters=Reuters|bloomberg=Bloomberg|tt=TT|cp=CP|the canadian press=CP|ians=IANS|\
     ani=ANI|ritzau=Ritzau|ntb=NTB|belga=Belga|lusa=Lusa|anp=ANP|kyodo=Kyodo|yonhap=Yonhap|\
     anadolu=Anadolu|dapd=dapd|ddp=ddp|dpa=dpa|efe=EFE|epd=epd|interfax=Interfax|\
     itar-tass=ITAR-TASS|kna=KNA|pa=PA|pti=PTI|reuters=Reuters|ria=RIA|rtr=Reuters|\
     rtre=Reuters|sid=SID|tass=TASS|upi=UPI|xinhua=Xinhua",
);

/// The agency that a credit line's `word` stands for.
pub(crate) fn agency(word: &str) -> Option<&'static str> {
    if !AGENCIES.may_begin(word) {
        return None;
    }
    let word = lower(word);
    let named = AGENCIES.iter().filter_map(|agency| agency.split_once('='));
    named.into_iter().find(|(short, _)| *short == word).map(|(_, name)| name)
}
