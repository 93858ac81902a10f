//! A web server that serves the built app, and misbehaves on request.
//!
//! 1. [`Site::open`] listens on a free port of 127.0.0.1 and serves the folder `dist` (or `GATEFOLD_DIST`) at `/`, or at
//!    the folder given to [`Site::mount`].
//! 2. A request is written down ([`Site::count`], [`Site::requests`]), then answered by the first that knows its path: what
//!    the test has put there ([`Site::put`]), the named [`faults`] under `/fault/`, those of [`soak`], the pages of others
//!    under `/hosts/`, the files.
//! 3. [`Site::hold`] keeps answers back until the test lets them go, so that a test can look at the moment in between.
//!
//! It speaks as much HTTP as a browser needs to read files: one request a connection, no ranges, no compression. In
//! return it can break off, drip and hang, which a proper server will not.

mod faults;
mod files;
mod hosts;
mod outside;
mod reply;
mod soak;

pub(crate) use files::dist;
pub(crate) use outside::Outside;
pub(crate) use reply::Reply;
pub(crate) use soak::{KINDS, Outcome};

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// The policy of the strictest host that the app promises to work on.
pub(crate) const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self'; media-src 'self'; manifest-src 'self'; require-trusted-types-for 'script'; \
    trusted-types gatefold gatefold-worker";

/// Where the scripts are that run first, and where pages say what they have to.
const FIRST: &str = "/own/first.js";
const SAID: &str = "/own/said";

/// An origin.
pub(crate) struct Site {
    /// `http://127.0.0.1:PORT`, without a slash at the end.
    pub(crate) origin: String,
    plan: Arc<Mutex<Plan>>,
    task: JoinHandle<()>,
}

/// What the server does, and what it was asked.
#[derive(Default)]
struct Plan {
    mount: String,
    headers: Vec<(String, String)>,
    attributes: Vec<(String, String)>,
    put: HashMap<String, Vec<Reply>>,
    held: HashMap<String, watch::Receiver<bool>>,
    log: Vec<String>,
    /// The paths of which a browser had the latest already.
    unchanged: Vec<String>,
    /// What runs in every page before its own scripts.
    first: String,
    /// What pages had to say when they went.
    said: Vec<String>,
    /// Whether nobody answers.
    down: bool,
    soak: soak::Soak,
}

/// Keeps answers back; they go when it is opened or dropped.
pub(crate) struct Gate(watch::Sender<bool>);

impl Gate {
    /// Lets the answers go.
    pub(crate) fn open(&self) {
        self.0.send_replace(true);
    }
}

/// How often a reader asks before it says that something failed which may pass.
pub(crate) const ASKED: usize = 3;

impl Site {
    /// Serves the app at `/`, without the worker that would keep it: only its own tests want that.
    pub(crate) async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let origin = format!("http://{}", listener.local_addr().expect("an address"));
        let first = crate::browser::first_scripts().unwrap_or_default();
        let attributes = vec![("data-offline".to_owned(), "off".to_owned())];
        let plan = Arc::new(Mutex::new(Plan { mount: "/".to_owned(), attributes, first, ..Plan::default() }));
        let shared = Arc::clone(&plan);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, Arc::clone(&shared)));
            }
        });
        Self { origin, plan, task }
    }

    fn plan(&self) -> MutexGuard<'_, Plan> {
        lock(&self.plan)
    }

    /// Serves the app under that path alone, which begins and ends with a slash.
    pub(crate) fn mount(&self, path: &str) {
        path.clone_into(&mut self.plan().mount);
    }

    /// Where the app is.
    pub(crate) fn home(&self) -> String {
        format!("{}{}", self.origin, self.plan().mount)
    }

    /// Sends a header with every answer.
    pub(crate) fn header(&self, name: &str, value: &str) {
        self.plan().headers.push((name.to_owned(), value.to_owned()));
    }

    /// Lets other origins read every answer.
    pub(crate) fn allow_other_origins(&self) {
        self.header("access-control-allow-origin", "*");
    }

    /// Sets an option: an attribute of the app's root element, written into the page as it is served.
    pub(crate) fn option(&self, attribute: &str, value: &str) {
        // Of two attributes of that name, the first would hold.
        self.plan().attributes.insert(0, (attribute.to_owned(), value.to_owned()));
    }

    /// Answers nothing from now on, as if there were no network; or answers again.
    pub(crate) fn go_down(&self, down: bool) {
        self.plan().down = down;
    }

    /// Answers that path so.
    pub(crate) fn put(&self, path: &str, reply: Reply) {
        self.put_each(path, vec![reply]);
    }

    /// Answers that path with each reply in turn; the last one stays.
    pub(crate) fn put_each(&self, path: &str, replies: Vec<Reply>) {
        self.plan().put.insert(path.to_owned(), replies);
    }

    /// Answers that path with a failure that passes as often as a reader asks by itself, each failure in turn; then so.
    pub(crate) fn put_after(&self, path: &str, failures: &[Reply], then: Reply) {
        let asked = failures.iter().flat_map(|failure| std::iter::repeat_n(failure.clone(), ASKED));
        self.put_each(path, asked.chain([then]).collect());
    }

    /// Keeps the answers to that path back.
    #[must_use = "the answers go as soon as the gate is dropped"]
    pub(crate) fn hold(&self, path: &str) -> Gate {
        let (sender, receiver) = watch::channel(false);
        self.plan().held.insert(path.to_owned(), receiver);
        Gate(sender)
    }

    /// Runs a script in every page before its own, beside those that do so already.
    pub(crate) fn run_first(&self, script: &str) {
        let first = &mut self.plan().first;
        first.push_str(script);
        first.push_str(";\n");
    }

    /// What pages that have gone wrote down of their console.
    pub(crate) fn said(&self) -> Vec<String> {
        self.plan().said.clone()
    }

    /// How often that path was asked for.
    pub(crate) fn count(&self, path: &str) -> usize {
        self.plan().log.iter().filter(|target| target.split('?').next() == Some(path)).count()
    }

    /// How often a browser asked for that path and had the latest already (`ETag`).
    pub(crate) fn count_unchanged(&self, path: &str) -> usize {
        self.plan().unchanged.iter().filter(|known| *known == path).count()
    }

    /// Every path that was asked for, with its query, in order.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.plan().log.clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// A test that panics elsewhere leaves nothing here half done, so a poisoned lock is as good as another.
fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn answer(stream: TcpStream, plan: Arc<Mutex<Plan>>) {
    let mut stream = BufReader::new(stream);
    let Some(head) = head(&mut stream).await else { return };
    let Some(target) = head.line.split(' ').nth(1).map(str::to_owned) else { return };
    if lock(&plan).down {
        return;
    }
    if target == SAID {
        let mut body = vec![0; head.length];
        if stream.read_exact(&mut body).await.is_ok() {
            lock(&plan).said.extend(String::from_utf8_lossy(&body).lines().map(str::to_owned));
        }
        let _ = Reply::status(204).send(stream.get_mut()).await;
        return;
    }
    let (reply, mut gate) = {
        let mut plan = lock(&plan);
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let soaked = target.strip_prefix("/soak/");
        // Of the many under `/soak/` nobody reads a list.
        if path != FIRST && soaked.is_none() {
            plan.log.push(target.clone());
        }
        let mut reply = soaked.map(|rest| plan.soak.reply(rest)).unwrap_or_else(|| plan.reply(path));
        if !plan.first.is_empty() {
            reply.begin_with_script(FIRST);
        }
        if let Some(unchanged) = reply.unchanged(head.known.as_deref()) {
            plan.unchanged.push(path.to_owned());
            reply = unchanged;
        }
        reply.headers.extend(plan.headers.iter().cloned());
        (reply, plan.held.get(path).cloned())
    };
    if let Some(gate) = &mut gate {
        // An error means that the gate was dropped: then it is open.
        let _ = gate.wait_for(|open| *open).await;
    }
    // The browser may have gone away meanwhile; that is its right.
    let _ = reply.send(stream.get_mut()).await;
}

/// The head of a request.
struct Head {
    /// Its first line.
    line: String,
    /// How many bytes follow.
    length: usize,
    /// What the browser's own copy is known by.
    known: Option<String>,
}

async fn head(stream: &mut BufReader<TcpStream>) -> Option<Head> {
    let mut head = Head { line: String::new(), length: 0, known: None };
    stream.read_line(&mut head.line).await.ok()?;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await.ok()? <= 2 {
            return Some(head);
        }
        let Some((name, value)) = line.split_once(':') else { continue };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => head.length = value.trim().parse().ok()?,
            "if-none-match" => head.known = Some(value.trim().to_owned()),
            _ => {}
        }
    }
}

impl Plan {
    fn reply(&mut self, path: &str) -> Reply {
        if path == FIRST {
            return Reply::new("text/javascript", self.first.clone());
        }
        if let Some(replies) = self.put.get_mut(path) {
            return if replies.len() > 1 { replies.remove(0) } else { replies[0].clone() };
        }
        if let Some(reply) = path.strip_prefix("/fault/").and_then(faults::named) {
            return reply;
        }
        if let Some(name) = path.strip_prefix("/hosts/") {
            return hosts::read(name).unwrap_or_else(|| Reply::status(404));
        }
        path.strip_prefix(&self.mount)
            .and_then(|file| files::read(file, &self.attributes))
            .unwrap_or_else(|| Reply::status(404))
    }
}
