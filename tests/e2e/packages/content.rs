//! What is in the packages.

use super::made::{self, done, empty, file, pack, packed, packing, root, run, workshop};
use crate::browser::scene;
use crate::server::{Reply, dist};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const VERSION: &str = env!("CARGO_PKG_VERSION");

fn json(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap()
}

fn printed(command: &mut Command) -> String {
    done(command).unwrap_or_else(|why| panic!("{why}"))
}

/// The npm package, as it was installed.
fn package() -> PathBuf {
    made::react().join("node_modules/gatefold")
}

/// The digests that the build says its files have, by name.
fn digests() -> Vec<(String, String)> {
    let integrity = json(&dist().join("embed/integrity.json"));
    let files = integrity["files"].as_object().unwrap().iter();
    files.map(|(name, digest)| (name.clone(), digest.as_str().unwrap().to_owned())).collect()
}

#[test]
fn nothing_runs_when_the_package_is_installed() {
    let manifest = json(&package().join("package.json"));
    for field in ["scripts", "bin", "gypfile", "dependencies", "optionalDependencies", "peerDependencies"] {
        assert!(manifest[field].is_null(), "{field}: {}", manifest[field]);
    }
    assert!(!package().join("binding.gyp").exists());
    assert_eq!((&manifest["name"], &manifest["version"]), (&"gatefold".into(), &VERSION.into()));
}

/// Every text in a value.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(list) => list.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn every_path_that_the_package_names_is_in_it() {
    let manifest = json(&package().join("package.json"));
    let mut paths = texts(&manifest["exports"]);
    paths.extend(["main", "types", "customElements"].map(|field| manifest[field].as_str().unwrap().to_owned()));
    let papers = ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "sbom.cdx.json", "THIRD-PARTY.txt"];
    paths.extend(papers.map(str::to_owned));
    assert!(paths.len() > 8, "{paths:?}");
    for path in paths {
        let there = path.trim_end_matches('*');
        assert!(package().join(there).exists(), "{path}");
    }
    let elements = json(&package().join("custom-elements.json"));
    let module = elements["modules"][0]["path"].as_str().unwrap();
    assert_eq!(format!("./{module}"), manifest["main"].as_str().unwrap());
    for export in elements["modules"][0]["exports"].as_array().unwrap() {
        assert_eq!(export["declaration"]["module"], module);
    }
}

#[test]
fn what_the_package_exports_is_found_and_does_nothing_without_a_browser() {
    let script = "const { GatefoldReader } = await import('gatefold'); \
        const { createRequire } = await import('node:module'); const { resolve } = createRequire(process.cwd() + '/x'); \
        for (const path of ['dist/gatefold.js', 'dist/integrity.json', 'custom-elements.json', 'package.json']) \
            resolve(`gatefold/${path}`); \
        console.log(GatefoldReader.version)";
    let mut node = Command::new("node");
    node.args(["--input-type=module", "--eval", script]).current_dir(made::react());
    assert_eq!(printed(&mut node).trim(), VERSION);
}

#[test]
fn the_package_holds_the_build_as_it_is() {
    let names: Vec<_> = digests().into_iter().map(|(name, _)| name).chain(["integrity.json".to_owned()]).collect();
    assert!(names.len() > 10);
    for name in &names {
        let [built, packed] =
            [dist().join("embed"), package().join("dist")].map(|folder| fs::read(folder.join(name)).ok());
        assert!(packed.is_some() && built == packed, "{name}");
    }
    assert_eq!(fs::read_dir(package().join("dist")).unwrap().count(), names.len());
}

#[test]
fn the_zip_holds_what_its_integrity_manifest_says() {
    let mut node = Command::new("node");
    let found = printed(node.arg(root().join("tests/e2e/packages/unzip.mjs")).arg(file(packed(), "zip")));
    let mut found: BTreeMap<String, String> = serde_json::from_str(&found).unwrap();
    let folder = format!("gatefold/{VERSION}/");
    for name in ["integrity.json", "sbom.cdx.json", "THIRD-PARTY.txt"] {
        assert!(found.remove(&format!("{folder}{name}")).is_some(), "{name}, of which the manifest says nothing");
    }
    let said = digests().into_iter().map(|(name, digest)| (format!("{folder}{name}"), digest));
    let said: BTreeMap<String, String> = said.collect();
    assert!(found.keys().eq(said.keys()), "{:?}\n{:?}", found.keys(), said.keys());
    for (path, digest) in &found {
        assert_eq!(digest, &said[path], "{path}");
    }
    for name in ["gatefold.js", "gatefold.d.ts", "custom-elements.json", "article-1.json", "LICENSE-MIT"] {
        assert!(found.contains_key(&format!("{folder}{name}")), "{name}");
    }
}

/// What they say is tested in `tests/it/supply.rs`.
#[test]
fn both_packages_say_what_they_are_made_of() {
    let (mut unzip, mut write) = (Command::new("node"), Command::new("node"));
    let zip = printed(unzip.arg(root().join("tests/e2e/packages/unzip.mjs")).arg(file(packed(), "zip")));
    let zip: BTreeMap<String, String> = serde_json::from_str(&zip).unwrap();
    let written = workshop().join("papers");
    printed(write.arg(root().join("tools/sbom.mjs")).arg(&written));
    for name in ["sbom.cdx.json", "THIRD-PARTY.txt"] {
        assert!(fs::read(written.join(name)).unwrap() == fs::read(package().join(name)).unwrap(), "{name}");
        assert!(zip.contains_key(&format!("gatefold/{VERSION}/{name}")), "{name}");
    }
}

#[test]
fn the_same_build_gives_the_same_bytes() {
    let again = pack("packed-again").unwrap();
    for ending in ["tgz", "zip"] {
        let [first, second] = [packed(), &again].map(|folder| fs::read(file(folder, ending)).unwrap());
        assert!(first == second, "{ending}");
    }
}

#[test]
fn half_a_build_is_not_packed() {
    let (half, to) = (workshop().join("half"), workshop().join("half-packed"));
    empty(&half);
    // Of an earlier run.
    let _ = fs::remove_dir_all(&to);
    for entry in fs::read_dir(dist().join("embed")).unwrap().map(Result::unwrap) {
        fs::copy(entry.path(), half.join(entry.file_name())).unwrap();
    }
    let refused = |why: &str| {
        let output = run(&mut packing(&half, &to));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains(why), "{said}");
        assert!(!to.exists(), "something was packed");
    };
    fs::write(half.join("stray.js"), "").unwrap();
    refused("stray.js is not as it was built");
    fs::remove_file(half.join("stray.js")).unwrap();
    fs::remove_file(half.join("gatefold.d.ts")).unwrap();
    refused("gatefold.d.ts is not as it was built");
}

#[tokio::test]
async fn browsers_accept_the_loader_by_its_digest_alone() {
    let (_, digest) = digests().into_iter().find(|(name, _)| name == "gatefold.js").unwrap();
    scene(async |tab| {
        tab.expect_error("Failed to find a valid digest");
        for (digest, accepted) in [(digest.as_str(), true), ("sha384-AAAA", false)] {
            let page = format!(
                "<!doctype html><title>Host</title>\
                 <script type=module integrity='{digest}' src=/embed/gatefold.js onload='loaded = true' onerror='loaded = false'></script>\
                 <gatefold-reader src=/articles/tide-mill.json></gatefold-reader>"
            );
            tab.site.put("/hosts/given.html", Reply::new("text/html; charset=utf-8", page));
            tab.visit("given.html").await;
            tab.wait(&format!("window.loaded === {accepted}")).await;
            if accepted {
                tab.wait_told("ready").await;
            }
        }
    })
    .await;
}
