//! The packages, and the pages that they are installed into. Each is made when the first test asks for it, in
//! `target/pages/`, and left there for the eye.

use crate::server::dist;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Where the tests unpack, install and build.
pub(super) fn workshop() -> PathBuf {
    root().join("target/pages")
}

/// Runs `node` or `npm`, whatever comes of it.
pub(super) fn run(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"))
}

/// Runs what must succeed; gives what it printed.
///
/// # Errors
/// Everything that it printed, when it does not.
pub(super) fn done(command: &mut Command) -> Result<String, String> {
    let output = run(command);
    let [out, err] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text));
    if output.status.success() { Ok(out.into_owned()) } else { Err(format!("{command:?}\n{out}\n{err}")) }
}

/// Made once; why it could not be made, every test says that needs it.
type Made = LazyLock<Result<PathBuf, String>>;

fn there(made: &'static Made) -> &'static Path {
    made.as_deref().unwrap_or_else(|why| panic!("{why}"))
}

pub(super) fn empty(folder: &Path) {
    // It need not be there.
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
}

/// What packs a build of the element into a folder.
pub(super) fn packing(build: &Path, folder: &Path) -> Command {
    let mut command = Command::new("node");
    command.arg(root().join("tools/package.mjs")).arg("--from").arg(build).arg("--to").arg(folder);
    command
}

/// Packs the build that is tested into a folder of the workshop.
pub(super) fn pack(name: &str) -> Result<PathBuf, String> {
    let folder = workshop().join(name);
    empty(&folder);
    done(&mut packing(&dist().join("embed"), &folder))?;
    Ok(folder)
}

/// The folder with what was packed.
pub(super) fn packed() -> &'static Path {
    static PACKED: Made = LazyLock::new(|| pack("packed"));
    there(&PACKED)
}

/// The packed file with that ending.
pub(super) fn file(folder: &Path, ending: &str) -> PathBuf {
    folder.join(format!("gatefold-{}.{ending}", env!("CARGO_PKG_VERSION")))
}

/// The page with React, where the package was installed into it.
pub(super) fn react() -> &'static Path {
    static PAGE: Made = LazyLock::new(|| {
        let page = installed("react")?;
        // Checked with the page, but no part of it.
        fs::write(page.join("src/types.tsx"), include_str!("types.tsx")).map_err(|error| error.to_string())?;
        Ok(page)
    });
    there(&PAGE)
}

/// Has the page with React at `/hosts/built/react/`.
pub(super) fn react_built() {
    static BUILT: Made = LazyLock::new(|| build(react(), "react", "production"));
    there(&BUILT);
}

/// The same with the checks of `StrictMode`, which React makes for developers alone, at `/hosts/built/react-development/`.
pub(super) fn react_in_development() {
    // One after the other: they share a folder.
    react_built();
    static BUILT: Made = LazyLock::new(|| build(react(), "react-development", "development"));
    there(&BUILT);
}

/// Has the page with Svelte at `/hosts/built/svelte/`.
pub(super) fn svelte_built() {
    static BUILT: Made = LazyLock::new(|| {
        let page = installed("svelte")?;
        fs::write(page.join("src/Types.svelte"), include_str!("Types.svelte")).map_err(|error| error.to_string())?;
        build(&page, "svelte", "production")
    });
    there(&BUILT);
}

/// Copies a page's sources and installs the package into them, as its author would; returns where.
fn installed(name: &str) -> Result<PathBuf, String> {
    let folder = workshop().join(name);
    if !folder.join("node_modules/.installed").exists() {
        return Err("run `tools/setup.sh frameworks` first".to_owned());
    }
    for left in ["src", "public", "node_modules/gatefold"] {
        // Of an earlier run.
        let _ = fs::remove_dir_all(folder.join(left));
    }
    let sources = root().join("tests/fixtures/hosts").join(name);
    copy_files(&sources, &folder);
    copy_files(&sources.join("src"), &folder.join("src"));
    let mut npm = Command::new("npm");
    npm.args(["install", "--offline", "--no-save", "--no-audit", "--no-fund"]).arg(file(packed(), "tgz"));
    done(npm.current_dir(&folder))?;
    Ok(folder)
}

fn copy_files(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

/// Checks the types of a page and builds it, both by its own script.
fn build(page: &Path, name: &str, mode: &str) -> Result<PathBuf, String> {
    let (base, out) = (format!("--base=/hosts/built/{name}/"), format!("--outDir=../built/{name}"));
    let mut npm = Command::new("npm");
    npm.args(["run", "build", "--", &base, &out, "--emptyOutDir", "--mode", mode]).env("NODE_ENV", mode);
    done(npm.current_dir(page))?;
    Ok(workshop().join("built").join(name))
}
