//! Any bytes as a pack, with a seal that fits, so that what lies behind the seal is tried too.

use parallax_engine::{Engine, query::Query};

/// Opens the bytes as they are and once more sealed anew, and asks what opens.
pub fn pack(bytes: &[u8]) {
    for bytes in [bytes.to_vec(), sealed(bytes)] {
        if let Ok(engine) = Engine::open(&bytes) {
            ask(&engine);
        }
    }
}

/// The bytes with the checksum that they should have: it stands at 8, over all the other bytes.
fn sealed(bytes: &[u8]) -> Vec<u8> {
    let mut sealed = bytes.to_vec();
    let mut hasher = crc32fast::Hasher::new();
    if let (Some(head), Some(body)) = (bytes.get(..8), bytes.get(12..)) {
        hasher.update(head);
        hasher.update(body);
        sealed[8..12].copy_from_slice(&hasher.finalize().to_le_bytes());
    }
    sealed
}

/// Every kind of question.
fn ask(engine: &Engine) {
    let _ = engine.answer(&Query::default());
    let articles = engine.articles();
    let _ = engine.events();
    for card in &articles {
        let Some(reading) = engine.article(&card.id) else { continue };
        for quote in &reading.quotes {
            let _ = engine.variants(&card.id, &quote.key);
        }
        let _ = articles.first().map(|first| engine.compare(&first.id, &card.id));
    }
}
