//! One test, one browser.
//!
//! 1. [`scene`] opens a [`Site`], the recorder of everything else ([`Outside`]), a driver and a browser with a profile of
//!    its own, and hands the test a [`Tab`].
//! 2. The test acts and waits through the tab. Nothing here sleeps for a fixed time: [`Tab::wait`] asks the page again
//!    and again until a condition holds, and says which one did not.
//! 3. When the test ends, well or by a panic, the scene takes a picture if it failed, reads the console, closes the
//!    browser and removes the profile. An error in the console that the test did not announce fails it.

mod audit;
mod driver;
mod emulate;
mod engine;
mod input;

use crate::server::{Outside, Site};
use driver::Driver;
pub(crate) use engine::Engine;
use serde_json::Value;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};
use thirtyfour::session::handle::SessionHandle;
use thirtyfour::{By, WebElement};

/// How long a condition may take to come true before the test fails. Generous: it costs only where a test fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long a scene may take, in case a browser answers nothing any more.
const LONGEST: Duration = Duration::from_secs(300);

/// What runs in every page before its own scripts.
const PRELUDE: &str = concat!(include_str!("prelude.js"), include_str!("pages/element.js"));

/// What the server puts first into every page, for an engine that cannot be given scripts to run first.
pub(crate) fn first_scripts() -> Option<String> {
    let alone = !Engine::chosen().has_devtools();
    alone.then(|| [PRELUDE, include_str!("browser/console.js")].concat())
}

/// A browser tab, and the world around it.
pub(crate) struct Tab {
    /// The origin that serves the app.
    pub(crate) site: Site,
    /// Everything else.
    pub(crate) outside: Outside,
    pub(crate) session: Arc<SessionHandle>,
    pub(crate) engine: Engine,
    expected: RefCell<Vec<String>>,
    patience: RefCell<Duration>,
}

/// Runs a test in a browser of its own.
pub(crate) async fn scene(test: impl AsyncFnOnce(&Tab)) {
    scene_of(LONGEST, test).await;
}

/// The same for one that may take that long.
pub(crate) async fn scene_of(longest: Duration, test: impl AsyncFnOnce(&Tab)) {
    let (site, outside) = (Site::open().await, Outside::open().await);
    let (driver, session) = Driver::open(&outside.proxy).await;
    let engine = Engine::chosen();
    let tab = Tab { site, outside, session, engine, expected: RefCell::default(), patience: RefCell::new(PATIENCE) };
    tab.session.set_script_timeout(Duration::from_secs(120)).await.expect("a longer time for scripts");
    if engine.has_devtools() {
        tab.before_load(PRELUDE).await;
    }
    let play = async { tokio::time::timeout(longest, test(&tab)).await.expect("the scene ends in time") };
    let mut play = std::pin::pin!(play);
    let played = std::future::poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| play.as_mut().poll(context))) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(())) => Poll::Ready(Ok(())),
        Err(panic) => Poll::Ready(Err(panic)),
    })
    .await;
    let errors = tokio::time::timeout(PATIENCE, tab.console_errors()).await;
    let errors = errors.unwrap_or_else(|_| vec!["the browser answers nothing".to_owned()]);
    if played.is_err() || !errors.is_empty() {
        let name = std::thread::current().name().unwrap_or("test").replace("::", ".");
        tab.picture(&format!("failed/{name}")).await;
        eprintln!("console: {errors:#?}\nrequests: {:#?}", tab.site.requests());
    }
    let _ = tokio::time::timeout(Duration::from_secs(5), driver.quit(&tab.session)).await;
    match played {
        Err(panic) => resume_unwind(panic),
        Ok(()) => assert!(errors.is_empty(), "errors in the console: {errors:#?}"),
    }
}

/// Where pictures go.
pub(crate) fn pictures() -> PathBuf {
    std::env::var_os("GATEFOLD_SCREENSHOTS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots"), PathBuf::from)
}

impl Tab {
    /// Opens an address of the app, such as `?read=tide-mill`, and waits until the page has loaded. What the app then
    /// does takes longer: wait for that.
    pub(crate) async fn open(&self, address: &str) {
        let url = if address.starts_with("http") { address.to_owned() } else { self.site.home() + address };
        // A change of the hash alone is no navigation to WebDriver's mind, so make every opening one.
        self.session.goto("about:blank").await.expect("an empty page");
        self.session.goto(url).await.expect("the page loads");
    }

    /// Loads the page again.
    pub(crate) async fn reload(&self) {
        self.session.refresh().await.expect("the page loads again");
    }

    /// Runs a function body in the page and gives what it returns.
    pub(crate) async fn run(&self, body: &str) -> Value {
        let result = self.session.execute(body, Vec::new()).await;
        result.unwrap_or_else(|error| panic!("`{body}` failed: {error}")).json().clone()
    }

    /// The same for a body that calls `done(value)` when it is finished.
    pub(crate) async fn run_async(&self, body: &str) -> Value {
        let body = format!("const done = arguments[arguments.length - 1]; {body}");
        let result = self.session.execute_async(&body, Vec::new()).await;
        result.unwrap_or_else(|error| panic!("`{body}` failed: {error}")).json().clone()
    }

    /// Runs statements as a task of the page's own: in those of its driver WebKit runs microtasks after every callback.
    pub(crate) async fn task(&self, statements: &str) {
        self.run_async(&format!("setTimeout(() => {{ {statements}; done() }})")).await;
    }

    /// The value of an expression.
    pub(crate) async fn value(&self, expression: &str) -> Value {
        self.run(&format!("return {expression}")).await
    }

    /// The value of an expression as text; what is no text is empty.
    pub(crate) async fn string(&self, expression: &str) -> String {
        self.value(expression).await.as_str().unwrap_or_default().to_owned()
    }

    /// The value of an expression as a number.
    pub(crate) async fn number(&self, expression: &str) -> f64 {
        let value = self.value(expression).await;
        value.as_f64().unwrap_or_else(|| panic!("`{expression}` is no number but {value}"))
    }

    /// The value of an expression as a list of texts.
    pub(crate) async fn strings(&self, expression: &str) -> Vec<String> {
        let value = self.value(expression).await;
        let list = value.as_array().unwrap_or_else(|| panic!("`{expression}` is no list but {value}"));
        list.iter().map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned)).collect()
    }

    /// Waits until an expression is true in the page.
    pub(crate) async fn wait(&self, condition: &str) {
        let patience = *self.patience.borrow();
        let start = Instant::now();
        let body = format!("try {{ return !!({condition}) }} catch (error) {{ return String(error) }}");
        loop {
            // While the page is being replaced there is nobody to ask.
            let answer = self.session.execute(body.as_str(), Vec::new()).await.map(|result| result.json().clone());
            match answer {
                Ok(Value::Bool(true)) => return,
                _ if start.elapsed() < patience => tokio::time::sleep(Duration::from_millis(15)).await,
                answer => panic!("never came true: {condition}\nlast answer: {answer:?}\n{}", self.state().await),
            }
        }
    }

    /// Waits until something outside of the page is true.
    pub(crate) async fn wait_for(&self, what: &str, condition: impl Fn() -> bool) {
        let start = Instant::now();
        while !condition() {
            assert!(start.elapsed() < *self.patience.borrow(), "never came true: {what}\n{}", self.state().await);
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }

    /// Waits until so many windows are open.
    pub(crate) async fn wait_windows(&self, count: usize) {
        let start = Instant::now();
        while self.session.windows().await.map_or(0, |windows| windows.len()) != count {
            assert!(start.elapsed() < *self.patience.borrow(), "never had {count} windows\n{}", self.state().await);
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }

    /// Lets the conditions of this test take longer, for work that is large.
    pub(crate) fn be_patient(&self, seconds: u64) {
        self.patience.replace(Duration::from_secs(seconds));
    }

    /// Waits until the page has nothing more to do at once: two frames drawn, then an idle moment. For conditions of the
    /// kind "and nothing else happened".
    pub(crate) async fn settle(&self) {
        let body = "const done = arguments[arguments.length - 1]; \
            requestAnimationFrame(() => requestAnimationFrame(() => (window.requestIdleCallback ?? setTimeout)(() => setTimeout(done))))";
        // It changes nothing, so what was lost on the way to the driver is asked again.
        if self.session.execute_async(body, Vec::new()).await.is_err() {
            self.session.execute_async(body, Vec::new()).await.expect("the page comes to rest");
        }
    }

    /// The first element that the selector matches, once there is one.
    pub(crate) async fn find(&self, selector: &str) -> WebElement {
        self.wait(&format!("document.querySelector({})", quoted(selector))).await;
        let found = self.session.find(By::Css(selector)).await;
        found.unwrap_or_else(|error| panic!("{selector}: {error}"))
    }

    /// How many elements the selector matches.
    pub(crate) async fn count(&self, selector: &str) -> usize {
        let count = self.number(&format!("document.querySelectorAll({}).length", quoted(selector))).await;
        count as usize
    }

    /// The text of the first element, white space folded.
    pub(crate) async fn text(&self, selector: &str) -> String {
        self.find(selector).await;
        self.string(&format!("document.querySelector({}).textContent.replace(/\\s+/g, ' ').trim()", quoted(selector)))
            .await
    }

    /// Announces that the console will hold an error with this text.
    pub(crate) fn expect_error(&self, text: &str) {
        self.expected.borrow_mut().push(text.to_owned());
    }

    /// Announces that a request will fail: browsers write that into the console themselves.
    pub(crate) fn expect_failed_requests(&self) {
        for text in ["Failed to load resource", "net::ERR_", "failed to read `", "blocked by CORS policy"] {
            self.expect_error(text);
        }
    }

    /// What the page and those before it wrote down of their console, for engines that have no log.
    async fn console_written(&self) -> Vec<String> {
        let said = self.session.execute("return window.t?.seen.said ?? []", Vec::new()).await;
        let said = said.map(|said| said.json().clone()).unwrap_or_default();
        let here = said.as_array().into_iter().flatten().filter_map(|line| line.as_str().map(str::to_owned));
        let expected = self.expected.borrow();
        let lines = self.site.said().into_iter().chain(here);
        lines.filter(|line| !expected.iter().any(|text| line.contains(text.as_str()))).collect()
    }

    async fn console_errors(&self) -> Vec<String> {
        if !self.engine.has_devtools() {
            return self.console_written().await;
        }
        let log = match self.session.browser_log().await {
            Ok(log) => log,
            Err(error) => return vec![format!("the console cannot be read: {error}")],
        };
        let expected = self.expected.borrow();
        // A panic is reported as a warning, and in a development build not always followed by an error.
        log.iter()
            .filter(|entry| entry.level == "SEVERE" || entry.message.contains("Gatefold stopped"))
            .filter(|entry| !entry.message.contains("/favicon.ico"))
            .map(|entry| entry.message.clone())
            .filter(|message| !expected.iter().any(|text| message.contains(text.as_str())))
            .collect()
    }

    /// Saves what the tab shows as `NAME.png`.
    pub(crate) async fn picture(&self, name: &str) {
        let file = pictures().join(format!("{name}.png"));
        let shot = tokio::time::timeout(Duration::from_secs(10), self.session.screenshot_as_png()).await;
        if let (Some(folder), Ok(Ok(shot))) = (file.parent(), shot) {
            let saved = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&file, shot));
            saved.unwrap_or_else(|error| eprintln!("{}: {error}", file.display()));
        }
    }

    /// What a person would want to know when a condition did not come true.
    async fn state(&self) -> String {
        let state = "return [location.href, document.documentElement.dataset.ready ?? 'not ready', document.title, \
            document.activeElement?.outerHTML.slice(0, 160), document.body?.innerText.slice(0, 400)].join('\\n')";
        match self.session.execute(state, Vec::new()).await {
            Ok(state) => state.json().as_str().unwrap_or_default().to_owned(),
            Err(error) => error.to_string(),
        }
    }
}

/// A text as a literal of JavaScript.
pub(crate) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
