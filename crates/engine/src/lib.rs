//! Extraction, comparison and search over news documents.
