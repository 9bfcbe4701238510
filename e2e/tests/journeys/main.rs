//! What a person does with the page, in a real browser. All journeys are one program, so that two browsers are at work
//! from the first to the last.

mod access;
mod boot;
mod browse;
mod compare;
mod engines;
mod frame;
mod hostile;
mod keys;
mod large;
mod offline;
mod people;
mod pictures;
mod print;
mod reading;
mod recheck;
mod single;
