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
pub(super) fn done(command: &mut Command) -> String {
    let output = run(command);
    let [out, err] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text));
    assert!(output.status.success(), "{command:?}\n{out}\n{err}");
    out.into_owned()
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
pub(super) fn pack(name: &str) -> PathBuf {
    let folder = workshop().join(name);
    empty(&folder);
    done(&mut packing(&dist().join("embed"), &folder));
    folder
}

/// The folder with what was packed.
pub(super) fn packed() -> &'static Path {
    static PACKED: LazyLock<PathBuf> = LazyLock::new(|| pack("packed"));
    &PACKED
}

/// The packed file with that ending.
pub(super) fn file(folder: &Path, ending: &str) -> PathBuf {
    folder.join(format!("gatefold-{}.{ending}", env!("CARGO_PKG_VERSION")))
}

/// The page with React. What it was built to is at `/hosts/built/react/`; and, with the checks of `StrictMode`, which React
/// makes for developers alone, at `/hosts/built/react-development/`.
pub(super) fn react() -> &'static Path {
    static PAGE: LazyLock<PathBuf> = LazyLock::new(|| {
        let page = installed("react");
        // The types refuse what this file says that they do.
        fs::write(page.join("src/refused.tsx"), include_str!("refused.tsx")).unwrap();
        build("react", "react", "production");
        build("react", "react-development", "development");
        page
    });
    &PAGE
}

/// The page with Svelte, at `/hosts/built/svelte/`.
pub(super) fn svelte() -> &'static Path {
    static PAGE: LazyLock<PathBuf> = LazyLock::new(|| {
        let page = installed("svelte");
        build("svelte", "svelte", "production");
        page
    });
    &PAGE
}

/// Copies a page's sources and installs the package into them, as its author would; returns where.
fn installed(name: &str) -> PathBuf {
    let folder = workshop().join(name);
    assert!(folder.join("node_modules/.installed").exists(), "run `tools/setup.sh frameworks` first");
    for left in ["src", "public", "node_modules/gatefold"] {
        let _ = fs::remove_dir_all(folder.join(left));
    }
    let sources = root().join("tests/fixtures/hosts").join(name);
    copy_files(&sources, &folder);
    copy_files(&sources.join("src"), &folder.join("src"));
    let mut npm = Command::new("npm");
    npm.args(["install", "--offline", "--no-save", "--no-audit", "--no-fund"]).arg(file(packed(), "tgz"));
    done(npm.current_dir(&folder));
    folder
}

fn copy_files(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

/// Checks and builds a page by its own script.
fn build(page: &str, name: &str, mode: &str) {
    let (base, out) = (format!("--base=/hosts/built/{name}/"), format!("--outDir=../built/{name}"));
    let mut npm = Command::new("npm");
    npm.args(["run", "build", "--", &base, &out, "--emptyOutDir", "--mode", mode]).env("NODE_ENV", mode);
    done(npm.current_dir(workshop().join(page)));
}
