//! What is shown for an address that leads nowhere: what was asked, and what is nearest.

use parallax_engine::{Unknown, search::ArticleCard};
use yew::prelude::*;

use crate::{
    components::written,
    hooks::{Corpus, use_engine, use_title},
    url::View,
    wording,
};

/// Properties of [`NotFoundPage`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NotFoundPageProps {
    /// The address, as it was asked for.
    pub(crate) asked: String,
}

/// An address that means nothing here.
#[component]
pub(crate) fn NotFoundPage(props: &NotFoundPageProps) -> Html {
    use_title(&wording::title(&View::Unknown(props.asked.clone()), None));
    let last = props.asked.trim_matches('/').rsplit('/').next().unwrap_or_default().to_owned();
    let nearest = use_nearest(last);
    html! {
        { nothing("There is no such page here", &props.asked, nearest.as_ref()) }
    }
}

/// Properties of [`NoArticle`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NoArticleProps {
    /// The name that no article has.
    pub(crate) id: String,
}

/// An article that is not here.
#[component]
pub(crate) fn NoArticle(props: &NoArticleProps) -> Html {
    let nearest = use_nearest(props.id.clone());
    html! {
        { nothing("There is no such article here", &props.id, nearest.as_ref()) }
    }
}

/// The article that is named most like `name`.
#[hook]
fn use_nearest(name: String) -> Option<ArticleCard> {
    let corpus = use_engine();
    let nearest = use_memo(name, move |name| {
        let corpus = corpus?;
        let id = corpus.nearest(name)?;
        corpus.article(&id).map(|reading| reading.card)
    });
    (*nearest).clone()
}

/// Says what was asked for, and offers the nearest article.
fn nothing(title: &'static str, asked: &str, nearest: Option<&ArticleCard>) -> Html {
    let nearest = nearest.map(|article| {
        let outlet = wording::outlet_or_none(article.outlet.as_deref());
        (format!("{} ({outlet})", article.headline), View::article(&article.id))
    });
    no_such(title, asked, nearest)
}

/// The page of what has a name, as `shown` draws what `find` finds; where nothing has it, that is said under `title`.
#[hook]
pub(super) fn use_named<T: 'static>(
    name: &str,
    title: &'static str,
    to: fn(String) -> View,
    find: fn(&Corpus, &str) -> Result<T, Unknown>,
    shown: fn(&T) -> Html,
) -> Html {
    let corpus = use_engine();
    use_title(&wording::title(&to(name.to_owned()), None));
    let found = use_memo(name.to_owned(), move |name| match corpus {
        Some(corpus) => find(&corpus, name),
        None => Err(Unknown { id: name.clone(), nearest: None }),
    });
    match &*found {
        Ok(found) => shown(found),
        Err(Unknown { id, nearest }) => {
            no_such(title, id, nearest.clone().map(|nearest| (nearest.clone(), to(nearest))))
        }
    }
}

/// Says what was asked for, and offers what is nearest: what it is called, and the way there.
fn no_such(title: &'static str, asked: &str, nearest: Option<(String, View)>) -> Html {
    html! {
        <section class="plain-page">
            <h1>{ title }</h1>
            <p>{ "The link asked for " }<code>{ written(&wording::cut(asked, 200)) }</code>{ "." }</p>
            if let Some((name, to)) = nearest {
                <p>
                    { "Nearest to it is " }
                    <a href={to.to_string()}>{ name }</a>
                    { "." }
                </p>
            }
            <p>
                <a href={View::start().to_string()}>{ "See all articles" }</a>
                { " or " }
                <a href={View::About.to_string()}>{ "read what this page is" }</a>
                { "." }
            </p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{article, check, check_html};

    #[test]
    fn what_was_asked_is_said_and_the_nearest_offered() {
        let nearest = article("lisbon-dw", "DW", "Past differences");
        check_html(
            nothing("There is no such article here", "lisbon-<dw", Some(&nearest)),
            &[
                "no such article",
                "lisbon-&lt;dw",
                "#/article/lisbon-dw",
                "Past differences",
                "#/browse",
            ],
        );
    }

    #[test]
    fn a_page_without_a_corpus_still_says_what_was_asked() {
        check::<NotFoundPage>(NotFoundPageProps { asked: "/zzz".to_owned() }, &["/zzz", "#/about"]);
    }
}
