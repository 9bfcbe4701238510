//! Words of what leads away from a report: headings of link lists, ways to share, topics, players.
//!
//! Word lists only, in lower case; `furniture` and `section` know what they mean.

use super::Phrases;

/// How the headings of lists of other reports begin, in lower case.
pub(crate) const LINK_HEADINGS: Phrases = Phrases::indexed(
    0,
    "skip next section|explore more|more stories|more from|more on this|related|most read|\
     most popular|most viewed|audios and videos|top stories|trending|recommended|\
     you may also like|you might also like|share this|follow us|sign up|subscribe|\
     latest news|editor's picks|editors' picks|popular stories|more in |more news|more about|\
     read more|read next|keep reading|don't miss|features|elsewhere|in other news|\
     other stories|around the web|from the web|promoted stories|what to read next|\
     most commented|most shared|most discussed|mehr zum thema|lesen sie auch|meistgelesen|\
     das könnte sie auch interessieren|weitere artikel|à lire aussi|lire aussi|les plus lus|\
     sur le même sujet|lo más visto|lo más leído|más información|te puede interesar|\
     leggi anche|i più letti|читайте также|по теме|lees ook",
);

/// Lines that are ways to send a report on, in lower case.
pub(crate) const SHARE_LINES: Phrases = Phrases::indexed(
    1,
    "share|shares|share this|share this article|share this story|share this page|tweet|\
     e-mail|email|print|save|copy link|link copied|whatsapp|facebook|twitter|linkedin|\
     pinterest|reddit|comment|comments|view comments|add comment|bookmark|share on facebook|\
     share on twitter|share via email|listen|reuse this content|republish|teilen|drucken|\
     partager|imprimer|compartir|поделиться|gift article|shareclose|about sharing|read in app",
);

/// How lines begin that are ways to send a report on, in lower case.
pub(crate) const SHARE_LEADS: Phrases = Phrases::indexed(
    2,
    "share on |share via |share or comment|share by |tweet this|send to |email this|\
     print this",
);

/// What is counted beside a report: "345 shares", "89 view comments".
pub(crate) const SHARE_UNITS: Phrases =
    Phrases::of("shares|share|comments|comment|view comments|likes|retweets|views|reactions");

/// How the headings of readers' comments begin, in lower case.
pub(crate) const COMMENT_HEADINGS: Phrases = Phrases::indexed(
    3,
    "comments|comment|reader comments|readers' comments|join the conversation|leave a reply|\
     leave a comment|post a comment|add your comment|what do you think|have your say|\
     kommentare|leserkommentare|commentaires|comentarios|комментарии|responses to",
);

/// How headings and lines of topics begin, in lower case.
pub(crate) const TOPIC_LEADS: Phrases = Phrases::indexed(
    4,
    "topics|related topics|tags|tagged|filed under|keywords|schlagwörter|mots-clés|temas|теги",
);

/// How a link to one other report begins, in lower case.
pub(crate) const RELATED_LEADS: Phrases =
    Phrases::indexed(5, "read also|read more|see also|also read|related:|read next|watch:|more:");

/// Names of a page's media players.
pub(crate) const PLAYER_HEADINGS: Phrases = Phrases::indexed(
    6,
    "podcast|podcasts|audio|video|listen|listen to this article|live stream|watch live",
);
