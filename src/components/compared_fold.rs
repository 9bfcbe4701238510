//! Stretches of a comparison that are folded away behind a button.
//!
//! Sees plain data only.

use yew::prelude::*;

use super::Side;
use crate::{
    compared::Fold,
    wording::{counted, listed},
};

/// The button that opens a fold.
pub fn compared_fold(fold: &Fold, sides: &[Side], open: &Callback<usize>) -> Html {
    let first = fold.stretches.start;
    let onclick = open.reform(move |_: MouseEvent| first);
    let class = classes!("compared-fold", fold.same.then_some("is-same"));
    let words = if fold.same { same(fold) } else { alone(fold, sides) };
    html! {
        <div class={class} role="listitem" tabindex="-1" data-row={first.to_string()}>
            <button type="button" aria-expanded="false" {onclick}>{ words }</button>
        </div>
    }
}

/// "… 4 passages the same …"
fn same(fold: &Fold) -> String {
    let passages = fold.passages.iter().sum();
    format!("… {} the same …", counted(passages, "passage", "passages"))
}

/// "3 passages only in DW, 1 passage only in RT, no match found"
fn alone(fold: &Fold, sides: &[Side]) -> String {
    let counts = fold.passages.iter().zip(sides).filter(|(count, _)| **count > 0);
    let each = |(count, side): (&usize, &Side)| {
        format!("{} only in {}", counted(*count, "passage", "passages"), side.outlet)
    };
    format!("{}, no match found", listed(&counts.map(each).collect::<Vec<_>>()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{check_html, sides};

    fn shown(passages: Vec<usize>, same: bool, expected: &str) {
        let fold = Fold { stretches: 4..6, passages, same };
        let html = compared_fold(&fold, &sides(), &Callback::noop());
        check_html(html, &["data-row=\"4\"", "aria-expanded=\"false\"", expected]);
    }

    #[test]
    fn a_fold_says_what_it_holds() {
        shown(vec![4], true, "… 4 passages the same …");
        shown(vec![3, 0], false, "3 passages only in DW, no match found");
        shown(vec![1, 2], false, "1 passage only in DW and 2 passages only in RT, no match found");
    }
}
