//! Starts the page.

fn main() {
    parallax_page::start();
}
