use super::*;

fn mill() -> Subject {
    Subject {
        title: "The mill that works twice a day".into(),
        url: "https://weir.example/mill".into(),
        source: Some("The Weir".into()),
        authors: vec!["Ada Fenwick".into(), "Jan-Piet van der Berg".into()],
        published: Some("2026-09-05T08:00:00Z".into()),
        ..Subject::default()
    }
}

#[test]
fn each_manual_has_its_own_order() {
    assert_eq!(
        apa(&mill()),
        "Fenwick, A., & van der Berg, J.-P. (2026, September 5). The mill that works twice a day. The Weir. \
         https://weir.example/mill"
    );
    assert_eq!(
        mla(&mill()),
        "Fenwick, Ada, and Jan-Piet van der Berg. “The mill that works twice a day.” The Weir, 5 Sept. 2026, \
         weir.example/mill."
    );
    assert_eq!(
        chicago(&mill()),
        "Fenwick, Ada, and Jan-Piet van der Berg. “The mill that works twice a day.” The Weir, September 5, 2026. \
         https://weir.example/mill."
    );
    assert_eq!(
        bibtex(&mill()),
        "@online{fenwick2026mill,\n  author = {Ada Fenwick and Jan-Piet van der Berg},\n  \
         title = {{The mill that works twice a day}},\n  organization = {The Weir},\n  date = {2026-09-05},\n  \
         url = {https://weir.example/mill},\n}"
    );
}

#[test]
fn what_is_not_known_is_left_out() {
    let bare = Subject { title: "Who mills?".into(), url: "https://weir.example/who".into(), ..Subject::default() };
    assert_eq!(apa(&bare), "Who mills? (n.d.). https://weir.example/who");
    assert_eq!(mla(&bare), "“Who mills?” weir.example/who.");
    assert_eq!(chicago(&bare), "“Who mills?” https://weir.example/who.");
    assert_eq!(bibtex(&bare), "@online{mills,\n  title = {{Who mills?}},\n  url = {https://weir.example/who},\n}");
    let untitled = Subject { title: String::new(), ..bare };
    assert_eq!(markdown(&untitled), "[https://weir.example/who](https://weir.example/who)");
}

#[test]
fn names_are_turned_round_only_where_they_are() {
    for (name, turned) in [
        ("Ada Fenwick", "Fenwick, Ada"),
        ("Ada B. Fenwick", "Fenwick, Ada B."),
        ("Ludwig van Beethoven", "van Beethoven, Ludwig"),
        ("Иван Петров", "Петров, Иван"),
        ("Reuters", "Reuters"),
        ("Desk 5", "Desk 5"),
        ("林 太郎", "林 太郎"),
        ("مريم حداد", "مريم حداد"),
        ("von", "von"),
        ("", ""),
    ] {
        assert_eq!(inverted(name), turned);
    }
}

#[test]
fn many_authors_are_as_many_as_the_manual_has() {
    let three = ["A One", "B Two", "C Three"].map(String::from).to_vec();
    let subject = Subject { authors: three, ..mill() };
    assert!(apa(&subject).starts_with("One, A., Two, B., & Three, C. (2026"));
    assert!(mla(&subject).starts_with("One, A, et al. “"));
    assert!(chicago(&subject).starts_with("One, A, B Two, and C Three. “"));
}

#[test]
fn dates_that_are_none_are_not_made_up() {
    for published in ["yesterday", "2026-13-01", "2026-02-", "2026", "20é6-01-02", "2026-01-99"] {
        let subject = Subject { published: Some(published.into()), ..mill() };
        assert!(apa(&subject).contains("(n.d.)"), "{published}");
        assert!(!bibtex(&subject).contains("date"), "{published}");
    }
}

#[test]
fn nothing_in_a_title_or_a_quotation_is_markup() {
    let subject = Subject {
        title: "[a](b) *c* <i>d</i> & \"e\" `f` {g} 100 % \\h_".into(),
        url: "https://e.org/(x)?a=\"1\"&b={2}".into(),
        quote: Some("one <b>\n\n two * ".into()),
        ..Subject::default()
    };
    assert_eq!(
        markdown(&subject),
        "> one \\<b>\n>\n> two \\*\n>\n> — [\\[a\\](b) \\*c\\* \\<i>d\\</i> \\& \"e\" \\`f\\` {g} 100 % \\\\h\\_]\
         (https://e.org/%28x%29?a=\"1\"&b={2})"
    );
    assert_eq!(
        html(&subject),
        "<figure><blockquote cite=\"https://e.org/(x)?a=&quot;1&quot;&amp;b={2}\">one &lt;b&gt;\n\n two * </blockquote>\
         <figcaption><a href=\"https://e.org/(x)?a=&quot;1&quot;&amp;b={2}\">[a](b) *c* &lt;i&gt;d&lt;/i&gt; &amp; \
         &quot;e&quot; `f` {g} 100 % \\h_</a></figcaption></figure>"
    );
    let title = "title = {{[a](b) *c* <i>d</i> \\& \"e\" `f` \\{g\\} 100 \\% \\textbackslash{}h\\_}}";
    assert!(bibtex(&subject).contains(title) && bibtex(&subject).contains("b=%7B2%7D"), "{}", bibtex(&subject));
}

#[test]
fn the_element_is_written_for_another_page() {
    let embed = super::super::Embed {
        loader: "https://weir.example/embed/gatefold.js".into(),
        src: "https://weir.example/a.json?x=1&y=\"2\"".into(),
    };
    let subject = Subject { title: "A <b> & c".into(), embed: Some(embed), ..mill() };
    assert_eq!(
        super::embed(&subject),
        "<script type=\"module\" src=\"https://weir.example/embed/gatefold.js\"></script>\n\
         <gatefold-reader src=\"https://weir.example/a.json?x=1&amp;y=&quot;2&quot;\">\
         <a href=\"https://weir.example/mill\">A &lt;b&gt; &amp; c</a></gatefold-reader>"
    );
    assert_eq!(super::embed(&mill()), "");
}
