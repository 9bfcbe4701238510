//! Words of what a site or an office says beside a report: notices, consent, contacts, rights.
//!
//! Word lists only, in lower case; `furniture` and `section` know what they mean.

use super::Phrases;

/// How lines begin that a site says to its readers, in lower case.
pub(crate) const NOTICE_LEADS: Phrases = Phrases::indexed(
    7,
    "contact: |contacts: |media contact: |press contact: |advertisement|advertising|\
     story continues below|article continues|continue reading|sponsored|sign up to |\
     sign up for |subscribe to |support our journalism|become a member|we use cookies|\
     this site uses cookies|this website uses cookies|we value your privacy|we and our |\
     by continuing to |by clicking |accept all|reject all|manage preferences|manage cookies|\
     cookie settings|cookie policy|our standards:|eds:|editors:|editor's note|editors' note|\
     editor’s note|correction:|clarification:|if you purchase |if you buy something|\
     we may earn |this story has been|this article has been|this interview has been|\
     this transcript has been|this piece has been|this report has been|this story was |\
     this article was |this interview was edited|this interview was conducted|\
     for immediate release|press release|not for publication|the views expressed|click here|\
     download our app|download the app|get our app|enable javascript|please enable|anzeige|\
     werbung|publicité|publicidad|реклама|log in to|already a subscriber|this content is|\
     loading|your browser|register for free|create an account|free newsletter|thank you for|\
     disclaimer",
);

/// Words that give a notice about cookies and consent away, in lower case.
pub(crate) const CONSENT_WORDS: Phrases = Phrases::of(
    "cookies|your privacy|personal data|consent|privacy policy|terms of use|terms of service|\
     personalise ads|personalize ads|privacy settings|legitimate interest",
);

/// Headings of what an office adds below its release, in lower case.
pub(crate) const NOTES_HEADINGS: Phrases = Phrases::indexed(
    8,
    "notes to editors|note to editors|notes for editors|media contact|press contact|\
     media contacts|press contacts|for further information|for more information|\
     for media enquiries|about the author|about the authors|about us|media enquiries|\
     media inquiries|contact:|contacts:|contact|pressekontakt|contact presse",
);

/// What marks the end of a release, in lower case.
pub(crate) const END_MARKS: Phrases = Phrases::indexed(
    10,
    "ends|-ends-|- ends -|–ends–|– ends –|end|-30-|- 30 -|###|# # #|—30—|(ends)|(end)",
);

/// How lines about rights begin, in lower case.
pub(crate) const RIGHTS_LEADS: Phrases =
    Phrases::indexed(9, "©|(c) |copyright|all rights reserved|usage terms|restrictions");
