//! What the types of nodes and marks are called, in every format: one table each.
//!
//! Names are compared without case, `-`, `_` and the `extended-` of Ghost's Lexical: `bulletList` is `bullet_list`. Where
//! two formats disagree, the dialect's own rows go first.

use crate::model::inline::Mark;

/// What sort of thing a node is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::ingest) enum Sort {
    Plain,
    Text,
    Break,
    Marked(Mark),
    Link,
    Reference,
    Mention,
    Emoji,
    Formula,
    Display,
    NoteReference,
    Footnote,
    Footnotes,
    Holder,
    Figure,
    Paragraph,
    Heading(u8),
    Quote,
    Pull,
    List,
    Bullets,
    Numbers,
    Item,
    Table,
    Part,
    Row,
    HeadCell,
    Cell,
    Caption,
    Foot,
    Details,
    Summary,
    Columns,
    Column,
    Group,
    Facts,
    Fact,
    Definition,
    Timeline,
    Code,
    Rule,
    Image,
    Gallery,
    Embed,
    Video,
    Audio,
    File,
    Card,
    Callout,
    Button,
    Html,
    Markdown,
    Paywall,
    Header,
    Product,
    Action,
    Upload,
    Media,
    Wrapped,
    Bloks,
    Entry,
    Silent,
    Skipped,
    Unknown,
}

/// Every type that is known, as [`key`] writes it.
const NODES: &[(&[&str], Sort)] = &[
    (&["text", "span", "codehighlight", "hashtag", "keyword", "tab", "overflow", "autocomplete"], Sort::Text),
    (&["hardbreak", "linebreak", "break", "br"], Sort::Break),
    (&["link", "autolink", "hyperlink", "findoutmorelink", "inlinecard"], Sort::Link),
    (&["entryhyperlink", "assethyperlink", "resourcehyperlink"], Sort::Reference),
    (&["mention", "betamention", "user", "zerowidthmention"], Sort::Mention),
    (&["emoji"], Sort::Emoji),
    (&["inlinemath", "mathinline", "mathematics", "equation"], Sort::Formula),
    (&["blockmath", "mathblock", "mathdisplay", "math", "latex", "formula", "tex"], Sort::Display),
    (&["footnotereference", "footnoteref", "noteref"], Sort::NoteReference),
    (&["footnote"], Sort::Footnote),
    (&["footnotes"], Sort::Footnotes),
    (&["doc", "body", "root", "detailscontent", "collapsiblecontent", "scrollycopy"], Sort::Holder),
    (&["figure", "mediasingle", "imagewrapper"], Sort::Figure),
    (&["paragraph", "p"], Sort::Paragraph),
    (&["heading", "scrollyheading", "title"], Sort::Heading(0)),
    (&["heading1", "h1"], Sort::Heading(1)),
    (&["heading2", "h2"], Sort::Heading(2)),
    (&["heading3", "h3"], Sort::Heading(3)),
    (&["heading4", "h4"], Sort::Heading(4)),
    (&["heading5", "h5"], Sort::Heading(5)),
    (&["heading6", "h6"], Sort::Heading(6)),
    (&["blockquote", "quote", "quoteblock", "testimonial"], Sort::Quote),
    // Ghost's aside is its second style of quotation.
    (&["pullquote", "aside"], Sort::Pull),
    (&["list"], Sort::List),
    (&["bulletlist", "unorderedlist", "tasklist", "checklist", "decisionlist"], Sort::Bullets),
    (&["orderedlist", "numberedlist"], Sort::Numbers),
    (&["listitem", "taskitem", "checklistitem", "decisionitem"], Sort::Item),
    (&["table"], Sort::Table),
    (&["tablehead", "tablebody"], Sort::Part),
    (&["tablerow"], Sort::Row),
    (&["tableheader", "tableheadercell"], Sort::HeadCell),
    (&["tablecell"], Sort::Cell),
    (&["tablecaption", "figcaption", "caption", "imagecaption"], Sort::Caption),
    (&["tablefooter"], Sort::Foot),
    (
        &["details", "toggle", "collapsiblecontainer", "collapsible", "accordion", "expand", "nestedexpand"],
        Sort::Details,
    ),
    (&["detailssummary", "summary", "collapsibletitle"], Sort::Summary),
    (
        &["columns", "columnlist", "columnblock", "layoutcontainer", "layoutsection", "layout", "infopair"],
        Sort::Columns,
    ),
    (&["column", "layoutitem", "layoutcolumn", "layoutslot"], Sort::Column),
    (&["group", "section", "container", "scrollyblock", "scrollysection", "recommendedlist"], Sort::Group),
    (&["innumbers"], Sort::Facts),
    (&["bignumber", "keyfact", "fact", "stat"], Sort::Fact),
    (&["definition"], Sort::Definition),
    (&["timeline"], Sort::Timeline),
    (&["code", "codeblock", "codemirror", "codesnippet"], Sort::Code),
    (&["horizontalrule", "hr", "divider", "delimiter", "thematicbreak", "separator", "rule"], Sort::Rule),
    (&["image", "imageblock", "photo", "picture", "imageresize", "resizableimage", "captionedimage"], Sort::Image),
    (&["inlineimage", "simpleimage", "imageset", "layoutimage", "scrollyimage", "mainimage"], Sort::Image),
    (&["gallery", "carousel", "slider", "slideshow", "imagegallery", "imagepair", "images"], Sort::Gallery),
    (&["embed", "embedblock", "iframe", "oembed", "socialembed", "embedcard"], Sort::Embed),
    (&["youtube", "youtubevideo", "youtubeembed", "vimeo", "vimeovideo", "acastpodcast", "soundcloud"], Sort::Embed),
    (&["tweet", "twitter", "twitterembed", "instagram", "tiktok", "facebook", "figma", "flourish"], Sort::Embed),
    (&["video", "videoblock", "clipset", "muxvideo"], Sort::Video),
    (&["audio", "audioblock"], Sort::Audio),
    (&["file", "attaches", "attachment", "download"], Sort::File),
    (&["bookmark", "linktool", "linkcard", "linkpreview", "recommended", "personality", "blockcard"], Sort::Card),
    (&["callout", "infobox", "warning", "alert", "admonition", "banner", "notice", "panel", "tip"], Sort::Callout),
    (&["button", "anybutton", "cta"], Sort::Button),
    (&["html", "raw", "rawhtml", "htmlblock", "htmlembed"], Sort::Html),
    (&["markdown", "markdownblock", "md"], Sort::Markdown),
    (&["paywall"], Sort::Paywall),
    (&["header"], Sort::Header),
    (&["product"], Sort::Product),
    (&["calltoaction"], Sort::Action),
    (&["upload", "relationship", "mediablock"], Sort::Upload),
    (&["media"], Sort::Media),
    (&["inlineblock"], Sort::Wrapped),
    (&["blok"], Sort::Bloks),
    (&["embeddedassetblock", "embeddedentryblock", "embeddedentryinline"], Sort::Entry),
    (&["embeddedresourceblock", "embeddedresourceinline"], Sort::Entry),
    (&["placeholder", "pagebreak", "tableofcontents", "toc"], Sort::Silent),
    (
        &["signup", "email", "emailcta", "collection", "tk", "form", "poll", "excalidraw", "customcodecomponent"],
        Sort::Skipped,
    ),
];

const MARKS: &[(&[&str], Mark)] = &[
    (&["strong", "bold", "b"], Mark::Strong),
    (&["em", "italic", "emphasis", "i"], Mark::Em),
    (&["underline", "u"], Mark::Underline),
    (&["strike", "strikethrough", "s", "del"], Mark::Strike),
    (&["code", "inlinecode"], Mark::Code),
    (&["sub", "subscript"], Mark::Sub),
    (&["sup", "superscript"], Mark::Sup),
    (&["highlight", "mark"], Mark::Highlight),
    (&["small"], Mark::Small),
    (&["kbd", "keyboard"], Mark::Kbd),
    (&["cite"], Mark::Cite),
    (&["q"], Mark::Q),
];

/// Marks that say only how a text looks or who remarked on it in the editor.
const LOOKS: [&str; 11] = [
    "textstyle",
    "textcolor",
    "color",
    "backgroundcolor",
    "fontsize",
    "fontfamily",
    "lineheight",
    "comment",
    "styled",
    "annotation",
    "alignment",
];

/// Marks of Lexical's `format`, one bit each (lexical, `LexicalConstants.ts`); the further ones change only the case.
pub(super) const BITS: [Mark; 8] =
    [Mark::Strong, Mark::Em, Mark::Strike, Mark::Underline, Mark::Code, Mark::Sub, Mark::Sup, Mark::Highlight];

/// A name as the tables have it.
pub(super) fn key(name: &str) -> String {
    let key: String = name.chars().filter(|c| !matches!(c, '-' | '_')).map(|c| c.to_ascii_lowercase()).collect();
    key.strip_prefix("extended").map(str::to_owned).unwrap_or(key)
}

/// What a node of that type is.
pub(in crate::ingest) fn sort(name: &str, own: &[(&str, Sort)]) -> Sort {
    let key = key(name);
    if let Some((_, sort)) = own.iter().find(|(known, _)| *known == key) {
        return *sort;
    }
    let known = NODES.iter().find(|(names, _)| names.contains(&key.as_str()));
    known.map(|(_, sort)| *sort).or_else(|| mark(&key).map(Sort::Marked)).unwrap_or(Sort::Unknown)
}

/// The mark of that name, as [`key`] writes it.
pub(super) fn mark(key: &str) -> Option<Mark> {
    MARKS.iter().find(|(names, _)| names.contains(&key)).map(|(_, mark)| *mark)
}

/// A mark without a meaning for the reader.
pub(super) fn is_look(key: &str) -> bool {
    LOOKS.contains(&key)
}
