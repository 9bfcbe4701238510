//! Journeys through a real browser, against the built page.
