//! Reads a folder of documents and makes the pack of it.
