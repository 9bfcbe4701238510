//! A keyword in its context, in a line: what stands before it, the words themselves, which open as received, and what
//! stands behind.

use parallax_engine::search::Line;
use yew::prelude::*;

use super::written;
use crate::url::View;

/// A line, with the outlet of its text.
pub fn line_row(line: &Line, outlet: &str) -> Html {
    let to = View::received(&line.id, line.span).to_string();
    let label = format!("{}: show these words in {outlet} as received", line.hit);
    html! {
        <li key={format!("{}/{}", line.id, line.span.start)} class="line" data-line={line.id.clone()}>
            <span class="line-left"><span>{ written(&line.left) }</span></span>
            <a class="line-hit" href={to} aria-label={label}>{ written(&line.hit) }</a>
            <span class="line-right">{ written(&line.right) }</span>
            <a class="line-source" href={View::article(&line.id).to_string()}>{ outlet.to_owned() }</a>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check_html;
    use parallax_engine::span::Span;

    #[test]
    fn a_line_opens_its_words() {
        let line = Line {
            id: "a".to_owned(),
            outlet: Some("DW".to_owned()),
            span: Span::new(3, 9),
            left: "Today marks a ".to_owned(),
            hit: "fresh".to_owned(),
            right: " start".to_owned(),
        };
        check_html(
            line_row(&line, "DW"),
            &[
                "Today marks a ",
                "#/article/a?show=received&amp;span=3-9",
                "fresh</a>",
                " start",
                "#/article/a\"",
                "DW",
            ],
        );
    }
}
