//! The address as a QR code, drawn when it is first asked for.

use super::{Choice, ShareDialog};
use crate::components::deferred;
use crate::i18n::{Later, Message};
use crate::platform::dom::{El, drawing, el, find};
use crate::platform::draw;
use crate::platform::listen::Listener;
use crate::render::Icon;

impl ShareDialog {
    /// A disclosure with the code in it.
    pub(super) fn qr(&self, choice: &Choice, listeners: &mut Vec<Listener>) -> El {
        let catalog = self.context.catalog;
        let place = el("div", "share__code").attr("role", "status");
        let summary = el("summary", "share__summary").text(catalog.get(Later::QrCode));
        let summary = summary.add(Icon::Chevron.draw("icon share__chevron"));
        let details = el("details", "share__more share__qr").add(summary).add(place.clone());
        let subject = self.subject(choice, "qr");
        listeners.push(Listener::new(details.node(), "toggle", move |_| {
            // What did not come is asked for again.
            if find(place.node(), "svg").is_some() {
                return;
            }
            let (place, subject) = (place.clone(), subject.clone());
            wasm_bindgen_futures::spawn_local(async move {
                place.hold(match deferred::qr_code(&subject.url).await {
                    Ok(Some(code)) => {
                        let label = catalog.format(Later::QrCodeOf, &[("title", &subject.title)]);
                        let save = |format: &str, name, file: &str| {
                            let link = el("a", "button").attr("href", file).attr("download", name);
                            let words = el("span", "visually-hidden").text(catalog.get(Later::Download)).text(" ");
                            link.add(words).add(Icon::Download.draw("icon")).text(format)
                        };
                        let png = draw::png(code.size, &code.path).map(|file| save("PNG", "qr.png", &file));
                        let files = el("div", "share__files").add(save("SVG", "qr.svg", &code.file)).add_some(png);
                        el("div", "share__code-frame")
                            .add(drawing("share__modules", code.size, &code.path, &label))
                            .add(files)
                    }
                    Ok(None) => el("p", "share__message").text(catalog.get(Later::QrTooLong)),
                    Err(_) => el("p", "share__message").text(catalog.get(Message::PartNotLoaded)),
                });
            });
        }));
        details
    }
}
