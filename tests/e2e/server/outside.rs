//! The rest of the internet: a proxy that every request to another host goes through, and none gets past.
//!
//! The browser is told to use it for everything but 127.0.0.1. It writes down the host that was asked for and refuses.

use super::{head, lock};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// Hosts that a browser asks for on its own account, whatever page it shows.
const BROWSERS_OWN: [&str; 8] = [
    "accounts.google.com",
    "clients2.google.com",
    "content-autofill.googleapis.com",
    "optimizationguide-pa.googleapis.com",
    "safebrowsing.googleapis.com",
    "start.duckduckgo.com",
    "update.googleapis.com",
    "www.google.com",
];

/// And whole families of them.
const BROWSERS_FAMILIES: [&str; 4] = [".mozilla.com", ".mozilla.net", ".mozilla.org", ".firefox.com"];

fn is_browsers_own(host: &str) -> bool {
    BROWSERS_OWN.contains(&host) || BROWSERS_FAMILIES.iter().any(|family| host.ends_with(family))
}

/// Everything that is not this machine.
pub(crate) struct Outside {
    /// `http://127.0.0.1:PORT`.
    pub(crate) proxy: String,
    hosts: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

impl Outside {
    /// Listens on a free port.
    pub(crate) async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let proxy = format!("http://{}", listener.local_addr().expect("an address"));
        let hosts = Arc::new(Mutex::new(Vec::new()));
        let shared = Arc::clone(&hosts);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let hosts = Arc::clone(&shared);
                tokio::spawn(async move {
                    let mut stream = BufReader::new(stream);
                    if let Some(head) = head(&mut stream).await {
                        // Browsers open connections in advance; one that says nothing asks nobody.
                        let asked = host(&head.line);
                        if !asked.is_empty() {
                            lock(&hosts).push(asked);
                        }
                    }
                    let refusal = b"HTTP/1.1 502 -\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
                    let _ = stream.get_mut().write_all(refusal).await;
                });
            }
        });
        Self { proxy, hosts, task }
    }

    /// The hosts that were asked for, by the page as far as one can tell.
    pub(crate) fn hosts(&self) -> Vec<String> {
        lock(&self.hosts).iter().filter(|host| !is_browsers_own(host)).cloned().collect()
    }
}

impl Drop for Outside {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// `CONNECT example.org:443 HTTP/1.1` and `GET http://example.org/path HTTP/1.1` → `example.org`.
fn host(line: &str) -> String {
    let target = line.split(' ').nth(1).unwrap_or_default();
    let rest = target.split_once("://").map_or(target, |(_, rest)| rest);
    rest.split(['/', ':', '?']).next().unwrap_or_default().to_owned()
}
