//! Starts the page.

fn main() {
    yew::Renderer::<parallax_page::App>::new().render();
}
