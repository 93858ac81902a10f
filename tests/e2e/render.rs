//! What an article becomes: each block its element, nothing that jumps, nothing that is not allowed.

use crate::browser::scene;
use serde_json::json;

/// Every block and inline of `every-block`, as the element that says what it is.
const ELEMENTS: &[&str] = &[
    "p.lead",
    "p.drop-cap",
    ".prose ul > li",
    ".prose ol > li",
    "ul.tasks .task__box[role=img][aria-label]",
    "dl.definitions > dt",
    "dl.definitions > dd",
    "blockquote.quote .quote__citation",
    "figure.pull-quote > blockquote",
    "figure.code .code__scroll[tabindex='0'][role=region][aria-label] pre > code[data-syntax]",
    ".code__copy",
    ".preformatted",
    ".verse",
    "hr.divider",
    ".math--display math",
    "figure.figure .figure__frame img[width][height][alt]",
    ".caption__text",
    ".caption__credit",
    "figure.gallery .gallery__list .gallery__item img",
    "figure.media video[controls]",
    "figure.media audio[controls]",
    "figure.placeholder .placeholder__load",
    "figure.placeholder .placeholder__link[href]",
    "figure.table .table__scroll[tabindex='0'][role=region] table th[scope]",
    "figure.table td[data-align=end]",
    "figure.table .table__caption",
    "details.details > summary.details__summary",
    "div.group .group__title",
    ".columns > .column",
    ".callout--note",
    ".callout--tip",
    ".callout--warning",
    ".link-card .link-card__link[href]",
    ".links .links__title",
    ".links li a[href]",
    ".button-line a.button[href]",
    ".file a.file__link[download] .file__size",
    ".fact .fact__value",
    "ol.timeline > .timeline__event .timeline__time",
    "article.live .live__header time",
    ".correction--correction .correction__label",
    ".rating .rating__stars[aria-label]",
    ".paywall",
    ".unknown[data-name]",
    ".prose strong",
    ".prose em",
    ".prose u",
    ".prose s",
    ".prose code",
    ".prose sub",
    ".prose sup",
    ".prose mark",
    ".prose small",
    ".prose kbd",
    ".prose cite",
    ".prose q",
    ".prose bdi",
    ".prose abbr[title]",
    ".prose time[datetime]",
    ".prose a[href]",
    ".prose br",
    ".prose ruby > rt",
    "sup.note-ref > a[href^='#'][role=doc-noteref]",
    ".footnotes .footnote[id^='gf-note-'] .footnote__back[href^='#']",
    ".subheading",
];

/// Elements that an article may consist of. Anything that runs, embeds or submits is not among them.
const ALLOWED: &str = "a abbr article aside audio b bdi blockquote br button caption circle cite code col colgroup dd details div dl dt \
    em figcaption figure footer g h1 h2 h3 h4 h5 h6 header hr i img input kbd label li line mark math menclose mfrac mi mn mo mover \
    mpadded mphantom mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover nav ol p path picture \
    polygon polyline pre q rect rp rt ruby s section small source span strong sub summary sup svg table tbody td tfoot th thead time \
    title tr track u ul video wbr";

#[tokio::test]
async fn every_block_becomes_the_element_that_says_what_it_is() {
    scene(async |tab| {
        tab.open("?read=every-block&sections=open").await;
        tab.wait_ready("1").await;
        let list = json!(ELEMENTS).to_string();
        let missing = tab.strings(&format!("{list}.filter((one) => !document.querySelector('.article ' + one))")).await;
        assert!(missing.is_empty(), "{missing:#?}");
        tab.wait("document.querySelector('figure.figure--lead img')").await;
    })
    .await;
}

#[tokio::test]
async fn nothing_but_allowed_elements_and_no_inline_style() {
    scene(async |tab| {
        tab.be_patient(60);
        tab.expect_error("no-such-");
        for slug in tab.slugs().await {
            tab.open(&format!("?read={slug}&sections=open")).await;
            tab.wait_ready("1").await;
            let odd = tab
                .strings(&format!(
                    "(() => {{ const allowed = new Set('{ALLOWED}'.split(/ +/)); return [...new Set(t.all('.article, .article *')\
                     .filter((one) => !allowed.has(one.localName)).map((one) => one.localName))] }})()"
                ))
                .await;
            assert!(odd.is_empty(), "{slug}: {odd:?}");
            let styled = tab.strings("t.all('.gatefold [style]:not(.progress__done), .gatefold[style]').map((one) => one.cloneNode(false).outerHTML)").await;
            assert!(styled.is_empty(), "{slug}: {styled:#?}");
            let handlers = tab
                .strings("t.all('#gatefold *').flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith('on')))")
                .await;
            assert!(handlers.is_empty(), "{slug}: {handlers:#?}");
            assert_eq!(tab.count("h1").await, 1, "{slug}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_page_does_not_jump_while_it_is_read() {
    scene(async |tab| {
        for slug in ["every-block", "tide-mill"] {
            tab.open(&format!("?read={slug}&sections=open")).await;
            tab.wait_ready("1").await;
            tab.scroll_through().await;
            tab.wait("t.all('.article img').filter(t.inView).every((one) => one.complete)").await;
            let shift = tab.number("t.seen.shift").await;
            assert!(shift <= 0.02, "{slug}: layout shift {shift}");
        }
    })
    .await;
}

#[tokio::test]
async fn pictures_below_the_fold_are_lazy_and_every_picture_has_an_alternative() {
    scene(async |tab| {
        tab.open("?read=every-block&sections=open").await;
        tab.wait_ready("1").await;
        tab.wait("t.all('.article img').every((one) => one.hasAttribute('alt'))").await;
        tab.wait("t.all('.prose .figure__frame img').every((one) => one.loading === 'lazy')").await;
        tab.scroll_through().await;
        let broken = tab
            .strings(
                "t.all('.article img').filter((one) => one.complete && one.naturalWidth === 0).map((one) => one.src)",
            )
            .await;
        assert!(broken.is_empty(), "{broken:?}");
    })
    .await;
}

#[tokio::test]
async fn a_picture_that_does_not_come_leaves_its_words() {
    scene(async |tab| {
        tab.expect_failed_requests();
        let image = json!({ "type": "image", "src": format!("{}/own/none.png", tab.site.origin), "alt": "A heron on the sill",
            "width": 800, "height": 600, "caption": "The caption stays." });
        tab.read_json(&json!({ "gatefold": 1, "title": "Broken", "sections": [{ "blocks": [image] }] })).await;
        tab.wait("t.shown(document.querySelector('.figure__frame[data-broken] .figure__alt'))").await;
        assert_eq!(tab.text(".figure__alt").await, "A heron on the sill");
        assert_eq!(tab.text(".caption__text").await, "The caption stays.");
    })
    .await;
}

#[tokio::test]
async fn a_wide_table_scrolls_inside_itself() {
    scene(async |tab| {
        let row: Vec<String> = (0..30).map(|column| format!("Column{column}withoutspaces")).collect();
        let table = json!({ "type": "table", "caption": "Wide", "head": [row], "body": [row, row] });
        tab.size(400, 800).await;
        tab.read_json(&json!({ "gatefold": 1, "title": "Table", "sections": [{ "blocks": [table] }] })).await;
        tab.wait("document.querySelector('.table__scroll').scrollWidth > document.querySelector('.table__scroll').clientWidth + 50").await;
        tab.expect_no_sideways_scrolling("a wide table").await;
        tab.focus("document.querySelector('.table__scroll')").await;
        tab.press(thirtyfour::Key::Right).await;
        tab.wait("document.querySelector('.table__scroll').scrollLeft > 0").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_off_site_waits_for_a_click() {
    scene(async |tab| {
        let embed = json!({ "type": "embed", "url": "https://www.youtube.com/watch?v=abcdefghijk", "provider": "YouTube",
            "title": "A film", "width": 16, "height": 9 });
        let video = json!({ "type": "video", "sources": [{ "src": "https://media.example/film.mp4", "type": "video/mp4" }],
            "poster": "https://media.example/poster.jpg", "width": 1280, "height": 720, "title": "Another film" });
        tab.read_json(&json!({ "gatefold": 1, "title": "Off-site", "sections": [{ "blocks": [embed, video] }] })).await;
        tab.scroll_through().await;
        assert_eq!(tab.outside.hosts(), [] as [&str; 0]);
        assert_eq!(tab.count(".placeholder").await, 2);
        assert_eq!(tab.count("iframe, video").await, 0);
        assert!(tab.text(".placeholder__load").await.contains("youtube"), "the button says from where");
        tab.expect_failed_requests();
        tab.click(".placeholder__load").await;
        tab.wait("document.querySelector('.placeholder__frame iframe')?.hasAttribute('sandbox')").await;
        tab.wait_for("a request to the provider", || tab.outside.hosts().iter().any(|host| host.contains("youtube"))).await;
        assert!(tab.outside.hosts().iter().all(|host| host.contains("youtube")), "{:?}", tab.outside.hosts());
    })
    .await;
}

#[tokio::test]
async fn from_a_note_to_its_reference_and_back() {
    scene(async |tab| {
        tab.open("?read=footnotes&sections=closed").await;
        tab.wait_ready("1").await;
        tab.wait("t.all('.note-ref a').every((one) => t.target(one)?.matches('.footnote'))").await;
        tab.wait("t.all('.footnote__back').every((one) => t.target(one)?.matches('.note-ref'))").await;
        tab.click(".footnote__back").await;
        tab.wait("t.inView(t.target(document.querySelector('.footnote__back')))").await;
        tab.click(".note-ref a").await;
        tab.wait(
            "t.shown(t.target(document.querySelector('.note-ref a'))) && \
                  t.target(document.querySelector('.note-ref a')).getBoundingClientRect().top < innerHeight",
        )
        .await;
        tab.wait("document.querySelector('.note-ref a').getAttribute('role') === 'doc-noteref'").await;
    })
    .await;
}

#[tokio::test]
async fn long_river_is_there_from_beginning_to_end() {
    scene(async |tab| {
        tab.be_patient(60);
        tab.open("?read=long-river&sections=open").await;
        tab.wait_ready("1").await;
        assert!(tab.count(".section").await >= 200);
        assert!(tab.number("t.words(document.querySelector('.prose')).split(' ').length").await > 55_000.0);
        tab.click(".collapse-all").await;
        tab.wait_all_sections("closed").await;
        tab.click(".expand-all").await;
        tab.wait_all_sections("open").await;
    })
    .await;
}

#[tokio::test]
async fn scripts_are_recognised_and_directions_are_kept() {
    scene(async |tab| {
        for (slug, language, script, direction) in [
            ("arabic", "ar", "arabic", "rtl"), ("hebrew", "he", "hebrew", "rtl"), ("japanese", "ja", "japanese", "ltr"),
            ("german", "de", "latin", "ltr"),
        ] {
            tab.read(slug).await;
            let article = tab.value("(({ lang, dir, dataset }) => [lang, dir || 'ltr', dataset.script])(document.querySelector('.article'))").await;
            assert!(article[0].as_str().unwrap().starts_with(language), "{article}");
            assert_eq!((article[1].as_str(), article[2].as_str()), (Some(direction), Some(script)));
            tab.wait(&format!("getComputedStyle(document.querySelector('.article')).direction === '{direction}'")).await;
        }
    })
    .await;
}
