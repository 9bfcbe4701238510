//! From a document as received to an article in labelled blocks.
