//! The standalone app. `trunk` builds it for the browser; elsewhere there is nothing to run.

#[cfg(all(target_arch = "wasm32", not(feature = "embed")))]
fn main() {
    gatefold::app::start();
}

#[cfg(all(target_arch = "wasm32", feature = "embed"))]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::io::Write;
    // Nothing is left to do when standard error is closed.
    let _ = writeln!(std::io::stderr(), "Gatefold runs in a browser: use `make serve`.");
    std::process::ExitCode::from(2)
}
