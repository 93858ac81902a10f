//! The driver's process and the browser it starts; both end with the scene, whatever happened in it.

use super::engine::Engine;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use thirtyfour::session::handle::SessionHandle;
use thirtyfour::{Capabilities, WebDriver};

/// How long a program may take to start.
const START: Duration = Duration::from_secs(30);

/// A running driver with a profile for its browser.
pub(super) struct Driver {
    engine: Engine,
    processes: Vec<Group>,
    port: u16,
    profile: PathBuf,
}

/// A program with all that it starts; they end together.
struct Group(Child);

impl Group {
    fn start(program: &str, arguments: &[String], environment: &[(&'static str, PathBuf)]) -> Self {
        let child = Command::new(program)
            .args(arguments)
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn();
        Self(child.unwrap_or_else(|error| panic!("{program} does not start: {error}; is it on the PATH?")))
    }

    /// Reads what it prints, or it would stop at a full pipe.
    fn ignore_output(&mut self) {
        let mut output = self.0.stdout.take().expect("the output is piped");
        std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
    }

    /// What the first line that says so has after `mark`, as a number; `None` when it ended without saying it.
    fn number_after(&mut self, mark: &str) -> Option<u16> {
        let mut lines = BufReader::new(self.0.stdout.take().expect("the output is piped")).lines();
        let number = lines.by_ref().map_while(Result::ok).find_map(|line| {
            let rest = line.split_once(mark)?.1;
            rest.trim().trim_end_matches('.').parse().ok()
        });
        std::thread::spawn(move || lines.for_each(drop));
        number
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // Whatever it has started is of its group, which has its number.
        let all = format!("-{}", self.0.id());
        let _ = Command::new("kill").args(["-KILL", "--", &all]).stderr(Stdio::null()).status();
        let _ = self.0.wait();
    }
}

/// A port that was free a moment ago.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").port()
}

/// Starts the driver's program; `None` when it ended without listening.
fn launched(engine: Engine, environment: &[(&'static str, PathBuf)]) -> Option<(Group, u16)> {
    let Some(mark) = engine.port_mark() else {
        let port = free_port();
        let (program, arguments) = engine.driver(port);
        let mut group = Group::start(program, &arguments, environment);
        group.ignore_output();
        let start = Instant::now();
        while start.elapsed() < START && matches!(group.0.try_wait(), Ok(None)) {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Some((group, port));
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        return None;
    };
    let (program, arguments) = engine.driver(0);
    let mut group = Group::start(program, &arguments, environment);
    let port = group.number_after(mark)?;
    Some((group, port))
}

/// A display for a browser that cannot do without, and its name.
fn display(profile: &Path) -> (Group, PathBuf) {
    let arguments = ["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"].map(str::to_owned);
    let mut group = Group::start("Xvfb", &arguments, &[("TMPDIR", profile.to_owned())]);
    let number = group.number_after("").expect("the display says its number");
    (group, format!(":{number}").into())
}

impl Driver {
    /// Starts a driver and a browser. One that does not come up is given up for another, as a person would.
    pub(super) async fn open(proxy: &str) -> (Self, Arc<SessionHandle>) {
        let mut failed = Vec::new();
        while failed.len() < 5 {
            let driver = Self::start();
            match driver.session(proxy).await {
                Ok(session) => return (driver, session),
                Err(error) => failed.push(error),
            }
        }
        panic!("no browser: {failed:?}");
    }

    /// Starts the driver on a free port.
    fn start() -> Self {
        static PROFILES: AtomicU32 = AtomicU32::new(0);
        let engine = Engine::chosen();
        let number = PROFILES.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("gatefold-e2e-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&profile).expect("a folder for the profile");
        let mut environment = engine.environment(&profile);
        let mut processes = Vec::new();
        if engine == Engine::WebKit {
            let (group, name) = display(&profile);
            environment.push(("DISPLAY", name));
            processes.push(group);
        }
        // It takes a port that looked free, and ends when another driver was quicker.
        let (driver, port) = (0..3).find_map(|_| launched(engine, &environment)).expect("the driver listens");
        processes.insert(0, driver);
        Self { engine, processes, port, profile }
    }

    /// Opens a browser.
    async fn session(&self, proxy: &str) -> Result<Arc<SessionHandle>, String> {
        let capabilities = self.engine.capabilities(&self.profile, proxy);
        let capabilities: Capabilities = capabilities.as_object().expect("an object").clone().into();
        let url = format!("http://127.0.0.1:{}", self.port);
        let driver = WebDriver::builder(url, capabilities).request_timeout(Duration::from_secs(120));
        let driver = tokio::time::timeout(START, async move { driver.await }).await;
        let driver = driver.map_err(|_| "it does not start".to_owned())?.map_err(|error| error.to_string())?;
        let session = Arc::clone(driver.handle());
        // Ending it is this file's work.
        driver.leak().expect("the session is still open");
        Ok(session)
    }

    /// Asks the driver to end, and its browsers before itself: they are in groups of their own.
    fn shut_down(&mut self) {
        let asked = TcpStream::connect(("127.0.0.1", self.port)).and_then(|mut stream| {
            stream.set_read_timeout(Some(Duration::from_secs(5)))?;
            write!(stream, "GET /shutdown HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n")?;
            stream.read(&mut [0; 64])
        });
        let start = Instant::now();
        while asked.is_ok() && start.elapsed() < Duration::from_secs(5) {
            if matches!(self.processes[0].0.try_wait(), Ok(Some(_)) | Err(_)) {
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Closes the browser properly.
    pub(super) async fn quit(&self, session: &SessionHandle) {
        let _ = session.close_window().await;
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if self.engine == Engine::Chromium {
            self.shut_down();
        }
        self.processes.clear();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
