//! The command line. It exists natively only; in WebAssembly there is nothing to run.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    gatefold::cli::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
