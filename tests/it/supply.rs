//! What the project is built from: what the packages say of themselves is what cargo compiles, and of npm only Workbox ships.
//!
//! The bill of materials and the licences are those of `tools/sbom.mjs`, which puts them into both packages.

use crate::documents::root;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is needed to build or to test, and never in a page.
const NOT_SHIPPED: [&str; 9] = [
    "jsonschema",
    "scraper",
    "serde_derive",
    "thirtyfour",
    "tokio",
    "wasm-bindgen-macro",
    "leptos_macro",
    "esbuild",
    "binaryen",
];

/// Licences under which a tool may come. Nothing of it is passed on, so those that bind who changes it are among them.
const OF_TOOLS: [&str; 6] = ["MIT", "Apache-2.0", "MPL-2.0", "ISC", "BSD-3-Clause", "0BSD"];

/// Has what the packages say of themselves written, and returns the folder.
fn written(name: &str) -> PathBuf {
    let folder = root().join("target/supply").join(name);
    // Of an earlier run.
    let _ = fs::remove_dir_all(&folder);
    let done = Command::new("node").arg(root().join("tools/sbom.mjs")).arg(&folder).status();
    assert!(done.expect("node").success());
    folder
}

fn bill(folder: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(folder.join("sbom.cdx.json")).unwrap()).unwrap()
}

/// Name and version of every component.
fn components(bill: &Value) -> Vec<(&str, &str)> {
    let all = bill["components"].as_array().unwrap().iter();
    all.map(|each| (each["name"].as_str().unwrap(), each["version"].as_str().unwrap())).collect()
}

#[test]
fn the_bill_of_materials_lists_what_is_compiled_and_nothing_else() {
    let bill = bill(&written("bill"));
    assert_eq!((bill["bomFormat"].as_str(), bill["specVersion"].as_str()), (Some("CycloneDX"), Some("1.5")));
    assert_eq!(bill["metadata"]["component"]["version"], env!("CARGO_PKG_VERSION"));
    let names: Vec<_> = components(&bill).into_iter().map(|(name, _)| name).collect();
    for name in ["leptos", "wasm-bindgen", "wasm_split_helpers", "gloo-net", "qrcodegen", "dlmalloc", "wasm-streams"] {
        assert!(names.contains(&name), "{name} is missing");
    }
    for name in NOT_SHIPPED {
        assert!(!names.contains(&name), "{name} does not ship");
    }
    let toolchain = fs::read_to_string(root().join("rust-toolchain.toml")).unwrap();
    let (_, version) = components(&bill).into_iter().find(|(name, _)| *name == "std").unwrap();
    assert!(toolchain.contains(&format!("\"{version}\"")), "std {version}");
}

#[test]
fn what_ships_is_what_the_lock_file_fixes() {
    let bill = bill(&written("locked"));
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let mut of_std = Vec::new();
    for component in bill["components"].as_array().unwrap() {
        let name = component["name"].as_str().unwrap();
        let entry = format!("name = \"{name}\"\nversion = \"{}\"\n", component["version"].as_str().unwrap());
        let Some((_, rest)) = lock.split_once(&entry) else {
            of_std.push(name);
            continue;
        };
        let entry = rest.split("[[package]]").next().unwrap();
        match component["hashes"][0]["content"].as_str() {
            Some(digest) => assert!(entry.contains(&format!("checksum = \"{digest}\"")), "{name}"),
            None => assert_eq!(name, "wasm-streams", "only what is in the repository has no checksum"),
        }
        assert!(component["licenses"][0]["expression"].as_str().is_some_and(|text| !text.contains('/')), "{name}");
    }
    // The standard library has a lock file of its own, beside its sources.
    assert!(of_std.contains(&"std") && of_std.len() < 9, "{of_std:?}");
}

#[test]
fn every_crate_that_ships_comes_with_its_licence() {
    let folder = written("licences");
    let notices = fs::read_to_string(folder.join("THIRD-PARTY.txt")).unwrap();
    let bill = bill(&folder);
    for (name, version) in components(&bill).into_iter().filter(|(name, _)| *name != "wasm-streams") {
        let crate_ = format!("{name} {version}");
        assert!(notices.contains(&format!("\n{crate_}: ")), "{crate_} is not in the list");
        assert!(notices.lines().any(|line| line == crate_), "{crate_} has no text");
    }
}

#[test]
fn the_same_sources_give_the_same_papers() {
    let [first, second] = ["once", "twice"].map(written);
    for name in ["sbom.cdx.json", "THIRD-PARTY.txt"] {
        assert!(fs::read(first.join(name)).unwrap() == fs::read(second.join(name)).unwrap(), "{name}");
    }
}

/// What the lines of a script import that is not beside it.
fn foreign(script: &str) -> Vec<&str> {
    let starts = ["from \"", "import \"", "import(\"", "require(\"", "from '", "import '", "import('", "require('"];
    let found =
        starts.iter().flat_map(|start| script.match_indices(start).map(|(at, start)| &script[at + start.len()..]));
    let named = found.map(|rest| rest.split(['"', '\'']).next().unwrap_or_default());
    named.filter(|name| !name.starts_with("./") && !name.starts_with("../")).collect()
}

/// All scripts below a folder.
fn scripts(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let found = entries.flat_map(|path| if path.is_dir() { scripts(&path) } else { vec![path] });
    found.filter(|path| path.extension().is_some_and(|extension| extension == "js")).collect()
}

#[test]
fn of_npm_only_workbox_ships_and_only_in_the_worker() {
    assert_eq!(foreign("import { a } from \"./a.js\";\nimport b from \"b\";\nawait import('c/d')"), ["b", "c/d"]);
    let all = scripts(&root().join("public"));
    assert!(all.len() > 10, "{all:?}");
    for path in all {
        let script = fs::read_to_string(&path).unwrap();
        // What the browser is told in a comment is no import.
        let code: Vec<_> = script.lines().filter(|line| !line.trim_start().starts_with(['/', '*'])).collect();
        let code = code.join("\n");
        let mut foreign = foreign(&code);
        if path.ends_with("public/sw.js") {
            foreign.retain(|name| !name.starts_with("workbox-"));
        }
        assert_eq!(foreign, [""; 0], "{}", path.display());
    }
}

#[test]
fn the_packages_of_npm_are_fixed_and_under_known_licences() {
    let lock = fs::read_to_string(root().join("tools/package-lock.json")).unwrap();
    let lock: Value = serde_json::from_str(&lock).unwrap();
    let packages = lock["packages"].as_object().unwrap().iter().filter(|(path, _)| !path.is_empty());
    for (path, package) in packages {
        assert!(package["integrity"].as_str().is_some_and(|digest| digest.starts_with("sha512-")), "{path}");
        let licence = package["license"].as_str().unwrap_or("none");
        assert!(OF_TOOLS.contains(&licence), "{path}: {licence}");
    }
}
