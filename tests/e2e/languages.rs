//! The interface in other languages: which one is taken, that a reader pays for one, and what is left without it.

use crate::browser::scene;
use crate::pages::{ShareDialog, article};
use crate::server::{Reply, dist};

/// Where the words of a language are on the site; the name is made by the build.
fn words(tag: &str) -> String {
    let files = std::fs::read_dir(dist().join("embed")).expect("the build has an element");
    let mut names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let start = format!("words-{tag}-");
    format!("/embed/{}", names.find(|name| name.starts_with(&start)).expect("its words"))
}

#[tokio::test]
async fn each_element_speaks_the_language_around_it() {
    scene(async |tab| {
        let asked = [
            ("de-AT", "de", "ltr", "Artikel teilen"),
            ("fr", "fr", "ltr", "Partager l’article"),
            ("fr-CA", "fr", "ltr", "Partager l’article"),
            ("pt", "pt-BR", "ltr", "Compartilhar o artigo"),
            ("zh-CN", "zh-Hans", "ltr", "分享文章"),
            ("ar-EG", "ar", "rtl", "مشاركة المقال"),
            ("iw", "he", "rtl", "שיתוף המאמר"),
            ("uk", "uk", "ltr", "Поділитися статтею"),
            ("zh-TW", "en", "ltr", "Share the Article"),
            ("en-GB", "en", "ltr", "Share the Article"),
            ("tlh", "en", "ltr", "Share the Article"),
            ("not a tag", "en", "ltr", "Share the Article"),
        ];
        tab.site.put("/own/given.json", Reply::json(&article("Given", &["One", "Two"])));
        let elements = asked.map(|(tag, ..)| {
            format!("<div lang='{tag}'><gatefold-reader loading=eager src=/own/given.json></gatefold-reader></div>")
        });
        tab.visit_with(&elements.concat()).await;
        tab.wait(&format!("t.count('ready') === {}", asked.len())).await;
        for (at, (tag, lang, dir, share)) in asked.into_iter().enumerate() {
            let said = tab
                .strings(&format!(
                    "(() => {{ const one = document.querySelectorAll('gatefold-reader')[{at}]; const root = t.inside('.gatefold', one); \
                     return [root.lang, root.dir, t.inside('.share-open', one).getAttribute('aria-label')] }})()"
                ))
                .await;
            assert_eq!(said, [lang, dir, share], "for {tag}");
        }
        for tag in ["de", "fr", "pt-BR", "zh-Hans", "ar", "he", "uk"] {
            assert_eq!(tab.site.count(&words(tag)), 1, "{tag} is asked for once");
        }
        let all = tab.site.requests().iter().filter(|path| path.contains("/words-")).count();
        assert_eq!(all, 7, "and nothing else");
    })
    .await;
}

#[tokio::test]
async fn another_language_comes_in_place_and_says_what_is_open() {
    scene(async |tab| {
        tab.visit_ready("strict.html").await;
        tab.run("t.host().lang = 'pl'").await;
        tab.wait("t.one('.gatefold').lang === 'pl' && t.one('.share-open').ariaLabel === 'Udostępnij artykuł'").await;
        tab.wait("t.one('h1')").await;
        tab.run("t.host().lang = 'en'").await;
        tab.wait("t.one('.gatefold').lang === 'en' && t.one('.share-open').ariaLabel === 'Share the Article'").await;
        tab.settle().await;
        assert_eq!(tab.strings("violations.map((one) => JSON.stringify(one))").await, [] as [&str; 0]);
    })
    .await;
}

#[tokio::test]
async fn without_its_words_the_article_is_there_and_the_interface_speaks_english() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.site.put(&words("es"), Reply::status(404));
        tab.site.put(&words("it"), Reply::new("application/json", "[\"Condividi\"]"));
        tab.site.put("/own/given.json", Reply::json(&article("Given", &["One", "Two"])));
        tab.visit_with(
            "<gatefold-reader lang=es src=/own/given.json></gatefold-reader>\
             <gatefold-reader lang=it loading=eager src=/own/given.json></gatefold-reader>",
        )
        .await;
        tab.wait("t.count('ready') === 2").await;
        tab.wait(
            "t.all('gatefold-reader').every((one) => t.inside('.share-open', one).ariaLabel === 'Share the Article')",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn numbers_have_the_words_of_their_language() {
    scene(async |tab| {
        for (count, lang, words) in [
            (1, "ru", "1 замечание к этой статье"),
            (3, "ru", "3 замечания к этой статье"),
            (5, "ru", "5 замечаний к этой статье"),
            (2, "ar", "ملاحظتان على هذا المقال"),
        ] {
            let mut given = article("Given", &["One"]);
            for at in 0..count {
                given[format!("unknown{at}")] = true.into();
            }
            tab.visit_json(&given, &format!("lang={lang} diagnostics=on")).await;
            tab.wait("t.one('.diagnostics summary')").await;
            assert_eq!(tab.string("t.words(t.one('.diagnostics summary'))").await, words);
        }
    })
    .await;
}

#[tokio::test]
async fn the_app_speaks_it_too() {
    scene(async |tab| {
        tab.site.option("data-lang", "ar");
        tab.read("arabic").await;
        tab.wait(
            "document.querySelector('.gatefold').lang === 'ar' && document.querySelector('.gatefold').dir === 'rtl'",
        )
        .await;
        tab.expect_accessible("an Arabic article in Arabic").await;
        tab.expect_no_sideways_scrolling("an Arabic article in Arabic").await;
        ShareDialog(tab).open().await;
        tab.expect_accessible("the share dialog in Arabic").await;
        assert_eq!(tab.text(".share-dialog h2").await, "مشاركة المقال");
    })
    .await;
}

#[tokio::test]
async fn a_page_has_its_own_words_in_any_language() {
    scene(async |tab| {
        tab.site.put("/own/given.json", Reply::json(&article("Given", &["One", "Two", "Three"])));
        let own = "{\"ShareArticle\": \"<b>Pass it on</b>\", \"Nobody\": \"knows this\", \"Updated\": 7}";
        let element = |more: String| format!("<gatefold-reader loading=eager src=/own/given.json {more}></gatefold-reader>");
        let elements = [format!("messages='{own}'"), format!("messages='{own}' lang=de"), "messages='{not json'".into(), String::new()];
        tab.visit_with(&elements.map(element).concat()).await;
        tab.wait("t.count('ready') === 4").await;
        let said = "t.all('gatefold-reader').map((one) => ['.share-open', '.expand-all'].map((found) => t.inside(found, one)).map((button) => button.ariaLabel ?? t.words(button)).join())";
        assert_eq!(tab.strings(said).await, [
            "<b>Pass it on</b>,Expand all", "<b>Pass it on</b>,Alle aufklappen", "Share the Article,Expand all", "Share the Article,Expand all",
        ]);
        // Other words come in place.
        tab.run("t.host().setAttribute('messages', '{\"ExpandAll\": \"Unfold\"}')").await;
        tab.wait("t.words(t.one('.expand-all')) === 'Unfold' && t.one('.share-open').ariaLabel === 'Share the Article'").await;
        assert_eq!(tab.site.requests().iter().filter(|path| path.contains("/words-en")).count(), 3);
    })
    .await;
}
