//! QR codes (ISO/IEC 18004), as one path to be filled.

use super::encode;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// Modules that stay white around a code (ISO/IEC 18004, §6.3.8).
const QUIET: i32 = 4;

/// A drawn code.
#[derive(Debug)]
pub struct Code {
    /// Modules on each side, the quiet zone included.
    pub size: i32,
    /// SVG path data of the black modules, a module being one unit.
    pub path: String,
}

/// Draws a text; `None` for one that is longer than any code, which is some 2,300 bytes.
pub fn code(text: &str) -> Option<Code> {
    // A sixth of it may be dirty, or else as much as fits.
    let code =
        [QrCodeEcc::Medium, QrCodeEcc::Low].into_iter().find_map(|level| QrCode::encode_text(text, level).ok())?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let run = x - start;
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", start + QUIET, y + QUIET);
            }
            x += 1;
        }
    }
    Some(Code { size: code.size() + 2 * QUIET, path })
}

/// The address of an SVG file with the code, black on white (RFC 2397).
pub fn file(code: &Code) -> String {
    let Code { size, path } = code;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path d=\"{path}\"/></svg>"
    );
    ["data:image/svg+xml,", &encode(&svg)].concat()
}

#[cfg(test)]
mod tests {
    use super::super::tests::decode;
    use super::*;

    /// Reads a code by another library, from the path as a picture.
    fn read(code: &Code) -> String {
        const SCALE: i32 = 4;
        let mut black = vec![false; (code.size * code.size) as usize];
        for run in code.path.split('M').skip(1) {
            let (x, rest) = run.split_once(' ').expect("two numbers");
            let (y, rest) = rest.split_once('h').expect("a run");
            let length = rest.split('v').next().expect("its length");
            let [x, y, length] = [x, y, length].map(|number| number.parse::<i32>().expect("a number"));
            black[(y * code.size + x) as usize..][..length as usize].fill(true);
        }
        let side = (code.size * SCALE) as usize;
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
            let at = (y as i32 / SCALE * code.size + x as i32 / SCALE) as usize;
            if black[at] { 0 } else { 255 }
        });
        let found = picture.detect_grids();
        assert_eq!(found.len(), 1);
        found[0].decode().expect("a code that can be read").1
    }

    #[test]
    fn another_library_reads_what_was_drawn() {
        let long = format!("https://example.org/a?{}", "x=1&y=2;".repeat(100));
        for text in ["https://example.org/articles/tide-mill?utm_source=qr#section", "https://例え.jp/水車", "1", &long]
        {
            assert_eq!(read(&code(text).expect("a code")), text);
        }
    }

    #[test]
    fn what_is_too_long_has_none() {
        assert!(code(&"é".repeat(1_500)).is_none());
    }

    #[test]
    fn the_file_holds_the_code() {
        let code = code("https://example.org/").expect("a code");
        let file = file(&code);
        let svg = decode(file.strip_prefix("data:image/svg+xml,").expect("an SVG file"));
        assert!(svg.contains(&format!("d=\"{}\"", code.path)) && svg.starts_with("<svg xmlns="), "{svg}");
    }
}
