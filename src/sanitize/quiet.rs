//! HTML with other names for what a page's policy is held against.
//!
//! Nothing of an inert tree runs or applies, but engines check `style` attributes, event handlers and style sheets against
//! the policy of the page as soon as they are parsed, and report them. So they are given names that mean nothing before
//! the parser sees them. Nothing is removed here and nothing depends on it but the silence: what may become what, the
//! tables decide afterwards.
//!
//! [`quiet`] reads tags as the parser's tokenizer does (HTML, §13.2.5), without building anything.

/// What `style` attributes are called afterwards.
pub const STYLE: &str = "data-style";

/// Elements whose content is text up to their end tag (HTML, §13.2.5.2 and .3).
const RAW_TEXT: [&str; 8] = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// Parts of drawings and formulas that hold HTML (§13.2.4.2, "integration points").
const HTML_AGAIN: [&str; 9] = ["foreignobject", "desc", "title", "mi", "mo", "mn", "ms", "mtext", "annotation-xml"];

/// Tags that end a drawing or a formula wherever they stand in it (§13.2.6.5).
const LEAVES: &str = "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li \
    listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var";

/// The HTML with those names changed; the tree that it gives is otherwise the same.
pub fn quiet(html: &str) -> String {
    let mut scan = Scan { html, at: 0, foreign: Vec::new(), done: 0, out: String::with_capacity(html.len() + 64) };
    while let Some(next) = html.get(scan.at..).and_then(|rest| rest.find('<')) {
        scan.at += next + 1;
        scan.markup();
    }
    scan.copy_to(html.len());
    scan.out
}

struct Scan<'a> {
    html: &'a str,
    at: usize,
    /// Drawings and formulas that are open, and parts of them in which HTML begins again: those are `false`.
    foreign: Vec<bool>,
    /// What has been copied, up to here.
    done: usize,
    out: String,
}

impl Scan<'_> {
    fn byte(&self) -> Option<u8> {
        self.html.as_bytes().get(self.at).copied()
    }

    fn copy_to(&mut self, end: usize) {
        self.out.push_str(&self.html[self.done..end]);
        self.done = end;
    }

    fn skip(&mut self, while_true: impl Fn(u8) -> bool) {
        while self.byte().is_some_and(&while_true) {
            self.at += 1;
        }
    }

    /// Goes on after `mark`, or to the end.
    fn skip_past(&mut self, mark: &str) {
        let found = self.html[self.at..].find(mark);
        self.at = found.map_or(self.html.len(), |found| self.at + found + mark.len());
    }

    /// What stands after a `<`.
    fn markup(&mut self) {
        if self.html[self.at..].starts_with("!--") {
            // `<!-->` is a comment already.
            self.at += 1;
            let start = self.at;
            self.skip_past("-->");
            // So it may end as well.
            self.at = self.html[start..self.at].find("--!>").map_or(self.at, |end| start + end);
            return;
        }
        if self.is_foreign() && self.html[self.at..].starts_with("![CDATA[") {
            return self.skip_past("]]>");
        }
        let closes = self.byte() == Some(b'/');
        self.at += usize::from(closes);
        if self.byte().is_some_and(|byte| byte.is_ascii_alphabetic()) {
            self.tag(closes);
        }
    }

    fn tag(&mut self, closes: bool) {
        let start = self.at;
        self.skip(|byte| !is_space(byte) && !matches!(byte, b'/' | b'>'));
        let name = &self.html[start..self.at];
        if name.eq_ignore_ascii_case("style") {
            // Parsed just like it, and dropped just as well.
            self.copy_to(start);
            self.out.push_str(if self.is_foreign() { "metadata" } else { "noframes" });
            self.done = self.at;
        }
        while self.attribute() {}
        let was_foreign = self.is_foreign();
        self.follow(name, closes);
        if !closes && !was_foreign && name.eq_ignore_ascii_case("plaintext") {
            // It has no end tag.
            self.at = self.html.len();
        } else if !closes && !was_foreign && RAW_TEXT.iter().any(|raw| name.eq_ignore_ascii_case(raw)) {
            self.skip_raw_text(name.len());
        }
    }

    fn is_foreign(&self) -> bool {
        self.foreign.last() == Some(&true)
    }

    /// Keeps account of drawings and formulas, where no element holds raw text (HTML, §13.2.6.5).
    fn follow(&mut self, name: &str, closes: bool) {
        let is = |known: &str| known.eq_ignore_ascii_case(name);
        let enters = is("svg") || is("math");
        if !enters && self.foreign.is_empty() {
            return;
        }
        let again = HTML_AGAIN.iter().any(|known| is(known));
        let leaves = if closes { is("p") || is("br") } else { LEAVES.split(' ').any(is) };
        if closes && enters {
            while self.foreign.pop() == Some(false) {}
        } else if closes && again {
            self.foreign.pop_if(|foreign| !*foreign);
        } else if enters || again && self.is_foreign() {
            let empty = self.html[..self.at].ends_with("/>");
            self.foreign.extend((!empty).then_some(enters));
        } else if leaves {
            while self.foreign.pop_if(|foreign| *foreign).is_some() {}
        }
    }

    /// To the `<` of the end tag, whose name is as long.
    fn skip_raw_text(&mut self, length: usize) {
        let name = RAW_TEXT.iter().filter(|raw| raw.len() == length);
        while let Some(next) = self.html[self.at..].find("</") {
            self.at += next;
            let rest = &self.html.as_bytes()[self.at + 2..];
            let ends = |raw: &&str| rest.get(..length).is_some_and(|end| end.eq_ignore_ascii_case(raw.as_bytes()));
            if name.clone().any(ends) {
                return;
            }
            self.at += 2;
        }
        self.at = self.html.len();
    }

    /// Reads an attribute; `false` at the end of the tag.
    fn attribute(&mut self) -> bool {
        self.skip(|byte| is_space(byte) || byte == b'/');
        let start = self.at;
        match self.byte() {
            None => return false,
            Some(b'>') => {
                self.at += 1;
                return false;
            }
            Some(_) => self.at += 1,
        }
        self.skip(|byte| !is_space(byte) && !matches!(byte, b'/' | b'>' | b'='));
        if is_loud(&self.html.as_bytes()[start..self.at]) {
            self.copy_to(start);
            self.out.push_str("data-");
        }
        self.skip(is_space);
        if self.byte() == Some(b'=') {
            self.at += 1;
            self.skip(is_space);
            self.value();
        }
        true
    }

    fn value(&mut self) {
        match self.byte() {
            Some(b'"') => self.skip_quoted("\""),
            Some(b'\'') => self.skip_quoted("'"),
            _ => self.skip(|byte| !is_space(byte) && byte != b'>'),
        }
    }

    fn skip_quoted(&mut self, quote: &str) {
        self.at += 1;
        self.skip_past(quote);
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

/// A name that engines take for style or for a handler, or that looks like one.
fn is_loud(name: &[u8]) -> bool {
    name.eq_ignore_ascii_case(b"style") || name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(b"on"))
}
