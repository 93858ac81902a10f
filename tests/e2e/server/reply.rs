//! One answer: what it says, and how well it arrives.

use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// An answer.
#[derive(Clone)]
pub(crate) struct Reply {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    body: Arc<Vec<u8>>,
    pace: Pace,
    /// What it says of keeping it.
    caching: &'static str,
}

#[derive(Clone, Copy, PartialEq)]
enum Pace {
    /// All, with its length.
    Whole,
    /// All, without its length.
    Unmeasured,
    /// The head with the length, then half of the body, then the connection breaks.
    Broken,
    /// A byte at a time, for ever.
    Drip,
    /// Nothing, for ever.
    Never,
    /// All, so many milliseconds later.
    Late(u64),
    /// What is in the body and nothing else: the head, or what there is of one, stands in it.
    Bytes,
    /// The same, and then the connection is reset instead of closed.
    Reset,
}

impl Reply {
    /// A body of that content type.
    pub(crate) fn new(kind: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("content-type".to_owned(), kind.to_owned())];
        Self { status: 200, headers, body: Arc::new(body.into()), pace: Pace::Whole, caching: "no-store" }
    }

    /// JSON.
    pub(crate) fn json(value: &serde_json::Value) -> Self {
        Self::new("application/json", value.to_string())
    }

    /// A status and hardly more.
    pub(crate) fn status(status: u16) -> Self {
        Self { status, ..Self::new("text/plain", format!("{status}")) }
    }

    /// The same with another header.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same such that it may be kept, and is asked about before it is used again.
    pub(crate) fn storable(self) -> Self {
        Self { caching: "no-cache", ..self }
    }

    /// In its place, for who has just this already: that it has not changed.
    pub(super) fn unchanged(&self, known: Option<&str>) -> Option<Self> {
        let tag = self.headers.iter().find(|(name, _)| name == "etag").map(|(_, value)| value.as_str());
        let same = tag.is_some() && tag == known;
        same.then(|| Self { status: 304, body: Arc::default(), pace: Pace::Unmeasured, ..self.clone() })
    }

    /// These bytes in place of an answer, the head with them.
    pub(super) fn bytes(bytes: impl Into<Vec<u8>>) -> Self {
        Self { pace: Pace::Bytes, ..Self::new("", bytes) }
    }

    /// Whether a reader asks again by itself when it is told so.
    pub(crate) fn passes(&self) -> bool {
        self.status >= 500
    }

    /// No answer at all.
    pub(crate) fn never() -> Self {
        Self { pace: Pace::Never, ..Self::status(200) }
    }

    /// Lets a page that is sent as it is begin with a script.
    pub(super) fn begin_with_script(&mut self, address: &str) {
        let page = self.headers.iter().any(|(name, value)| name == "content-type" && value.starts_with("text/html"));
        let Ok(text) = std::str::from_utf8(&self.body) else { return };
        if page && self.pace == Pace::Whole {
            let lower = text.to_ascii_lowercase();
            let after = |mark: &str| lower.find(mark).and_then(|at| Some(at + lower[at..].find('>')? + 1));
            let at = after("<head>").or_else(|| after("<html")).or_else(|| after("<!doctype")).unwrap_or(0);
            let script = format!("<script src=\"{address}\"></script>");
            self.body = Arc::new([&text[..at], &script, &text[at..]].concat().into_bytes());
        }
    }

    /// The same without saying how long it is.
    pub(super) fn unmeasured(self) -> Self {
        Self { pace: Pace::Unmeasured, ..self }
    }

    /// The same, broken off in the middle.
    pub(crate) fn broken(self) -> Self {
        Self { pace: Pace::Broken, ..self }
    }

    /// The same so many milliseconds later.
    pub(super) fn late(self, milliseconds: u64) -> Self {
        Self { pace: Pace::Late(milliseconds), ..self }
    }

    /// These bytes, and then a reset of the connection.
    pub(super) fn reset(self) -> Self {
        Self { pace: Pace::Reset, ..self }
    }

    /// The same a byte at a time, and never to its end.
    pub(super) fn drip(self) -> Self {
        Self { pace: Pace::Drip, ..self }
    }

    pub(super) async fn send(&self, stream: &mut TcpStream) -> std::io::Result<()> {
        if self.pace == Pace::Never {
            return gone(stream).await;
        }
        if let Pace::Late(milliseconds) = self.pace {
            tokio::time::sleep(Duration::from_millis(milliseconds)).await;
        }
        if matches!(self.pace, Pace::Bytes | Pace::Reset) {
            stream.write_all(&self.body).await?;
            return if self.pace == Pace::Reset { stream.set_zero_linger() } else { stream.shutdown().await };
        }
        let (status, caching) = (self.status, self.caching);
        let mut head = format!("HTTP/1.1 {status} -\r\nconnection: close\r\ncache-control: {caching}\r\n");
        for (name, value) in &self.headers {
            head.extend([name, ": ", value, "\r\n"]);
        }
        if self.pace != Pace::Unmeasured {
            head.push_str(&format!("content-length: {}\r\n", self.body.len()));
        }
        head.push_str("\r\n");
        stream.write_all(head.as_bytes()).await?;
        match self.pace {
            Pace::Drip => {
                // A JSON text may begin with any number of spaces.
                loop {
                    stream.write_all(b" ").await?;
                    stream.flush().await?;
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            }
            Pace::Broken => stream.write_all(&self.body[..self.body.len() / 2]).await?,
            _ => stream.write_all(&self.body).await?,
        }
        stream.shutdown().await
    }
}

/// Waits until the other side hangs up.
async fn gone(stream: &mut TcpStream) -> std::io::Result<()> {
    let mut rest = [0; 512];
    while stream.read(&mut rest).await? > 0 {}
    Ok(())
}
