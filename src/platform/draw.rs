//! Drawings as files.

use super::page;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, Path2d};

/// Pixels of one unit.
const SCALE: u32 = 12;

/// The address of a PNG file (RFC 2397) of a path, black on white, that is so many units on each side; `None` where the
/// browser does not draw.
pub(crate) fn png(size: i32, path: &str) -> Option<String> {
    let canvas: HtmlCanvasElement = page::window().document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    let side = u32::try_from(size).ok()? * SCALE;
    canvas.set_width(side);
    canvas.set_height(side);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, side.into(), side.into());
    context.set_fill_style_str("#000");
    context.scale(SCALE.into(), SCALE.into()).ok()?;
    context.fill_with_path_2d(&Path2d::new_with_path_string(path).ok()?);
    canvas.to_data_url().ok()
}
