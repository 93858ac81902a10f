//! What the app is among the programs of a device: its manifest names what is there, in the colours of the style sheets.

use crate::documents::root;
use serde_json::Value;
use std::fs;

const MANIFEST: &str = include_str!("../../public/manifest.webmanifest");
const THEMES: &str = include_str!("../../style/themes.css");
const PAGE: &str = include_str!("../../index.html");

/// Width and height of a PNG, from its first chunk.
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "it is no PNG");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

/// The file of an address of the app: the icon itself is copied by the page.
fn file(address: &str) -> Vec<u8> {
    let path = if address == "icons/icon.svg" { "public/icon.svg".into() } else { format!("public/{address}") };
    fs::read(root().join(&path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_manifest_names_icons_that_are_as_large_as_it_says() {
    let manifest: Value = serde_json::from_str(MANIFEST).unwrap();
    let icons = manifest["icons"].as_array().unwrap();
    for icon in icons {
        let bytes = file(icon["src"].as_str().unwrap());
        if icon["type"] == "image/png" {
            let (width, height) = size(&bytes);
            assert_eq!(icon["sizes"], format!("{width}x{height}"), "{icon}");
        }
    }
    let has = |sizes: &str, purpose: Option<&str>| {
        icons.iter().any(|icon| icon["sizes"] == sizes && icon["purpose"].as_str() == purpose)
    };
    assert!(has("any", None) && has("192x192", None) && has("512x512", None) && has("512x512", Some("maskable")));
    assert_eq!(size(&file("icons/apple.png")), (180, 180));
    assert!(PAGE.contains("<link rel=\"manifest\" href=\"manifest.webmanifest\">"));
    assert!(PAGE.contains("<link rel=\"apple-touch-icon\" href=\"icons/apple.png\">"));
}

#[test]
fn the_manifest_has_the_ground_of_the_light_theme() {
    let manifest: Value = serde_json::from_str(MANIFEST).unwrap();
    let (_, ground) = THEMES.split_once("--gatefold-bg, light-dark(").unwrap();
    let ground = ground.split(',').next().unwrap();
    assert_eq!(manifest["background_color"], ground);
    assert_eq!(manifest["theme_color"], ground);
}

#[test]
fn the_app_stays_in_its_folder() {
    let manifest: Value = serde_json::from_str(MANIFEST).unwrap();
    for field in ["start_url", "scope"] {
        assert_eq!(manifest[field], "./", "{field}");
    }
    assert!(!MANIFEST.contains("\"/"), "an address from the root");
}

/// The scripts that name the worker's caches agree, and none of them deletes what a reader has saved.
#[test]
fn what_takes_the_worker_away_knows_what_it_kept() {
    let text = |name: &str| fs::read_to_string(root().join("public").join(name)).unwrap();
    let worker = text("sw.js");
    assert!(worker.contains("prefix: \"gatefold\", precache: \"shell\"") && worker.contains("\"gatefold-pictures\""));
    for name in ["sw-off.js", "offline.js"] {
        let script = text(name);
        assert!(script.contains("`gatefold-shell-${") && script.contains("\"gatefold-pictures\""), "{name}");
        assert!(!script.contains("gatefold-saved") && !script.contains("gatefold-articles"), "{name}");
    }
}
