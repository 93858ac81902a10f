//! The driver's process and the browser it starts; both end with the scene, whatever happened in it.

use super::engine::Engine;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use thirtyfour::session::handle::SessionHandle;
use thirtyfour::{Capabilities, WebDriver};

/// A running driver with a profile for its browser.
pub(super) struct Driver {
    engine: Engine,
    process: Child,
    port: u16,
    profile: PathBuf,
}

/// Starts the driver's program; `None` when it ended without saying its port.
fn launched(engine: Engine) -> Option<(Child, u16)> {
    let (program, arguments) = engine.driver();
    let mut process = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{program} does not start: {error}; is it on the PATH?"));
    let mut lines = BufReader::new(process.stdout.take().expect("the output is piped")).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
        let rest = line.split_once(engine.port_mark())?.1;
        rest.trim_end_matches('.').parse().ok()
    });
    let Some(port) = port else {
        // It has closed its output, so it is on its way out.
        let _ = process.wait();
        return None;
    };
    // Read on, or the driver would stop at a full pipe.
    std::thread::spawn(move || lines.for_each(drop));
    Some((process, port))
}

impl Driver {
    /// Starts the driver on a free port.
    pub(super) fn start() -> Self {
        static PROFILES: AtomicU32 = AtomicU32::new(0);
        let engine = Engine::chosen();
        // It takes a port that looked free, and ends when another driver was quicker.
        let (process, port) = (0..3).find_map(|_| launched(engine)).expect("the driver says its port");
        let number = PROFILES.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("gatefold-e2e-{}-{number}", std::process::id()));
        Self { engine, process, port, profile }
    }

    /// Opens a browser.
    pub(super) async fn session(&self, proxy: &str) -> Arc<SessionHandle> {
        let capabilities = self.engine.capabilities(&self.profile, proxy);
        let capabilities: Capabilities = capabilities.as_object().expect("an object").clone().into();
        let url = format!("http://127.0.0.1:{}", self.port);
        let driver = WebDriver::builder(url, capabilities).request_timeout(Duration::from_secs(120)).await;
        let driver = driver.unwrap_or_else(|error| panic!("no browser: {error}"));
        let session = Arc::clone(driver.handle());
        // Ending it is this file's work.
        driver.leak().expect("the session is still open");
        session
    }

    /// Closes the browser properly.
    pub(super) async fn quit(&self, session: &SessionHandle) {
        let _ = session.close_window().await;
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked to, the driver ends its browsers before itself; killed, it would leave them behind.
        let asked = TcpStream::connect(("127.0.0.1", self.port)).and_then(|mut stream| {
            stream.set_read_timeout(Some(Duration::from_secs(5)))?;
            write!(stream, "GET /shutdown HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n")?;
            stream.read(&mut [0; 64])
        });
        let start = Instant::now();
        while asked.is_ok() && start.elapsed() < Duration::from_secs(5) {
            if matches!(self.process.try_wait(), Ok(Some(_)) | Err(_)) {
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
