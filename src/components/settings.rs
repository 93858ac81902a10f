//! What readers set for themselves: each choice is shown at once and kept. `choices` builds the single controls.

mod choices;

use super::keep;
use super::panel::{Answer, Ask, close_button, head};
use crate::i18n::{Later, Message};
use crate::platform::dom::{El, closest, el, focus};
use crate::platform::listen::Listener;
use crate::platform::{popover, storage};
use crate::preferences::{self, CHOICES, Choice, Preferences, SIZE, THEME};
use crate::render::sections::target;
use crate::state::{Context, Document};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;

/// The panel of one article. It keeps no choices itself: another reader of the page may change them too.
struct SettingsPanel {
    context: Context,
    /// The script that the article is set in.
    script: &'static str,
    element: El,
}

/// Puts the panel into `parent`, closed.
pub(super) fn panel(parent: &El, context: Context, document: &Rc<Document>) -> Answer {
    let id = context.config.id("settings");
    let element = popover::element("settings", &id);
    let locale = context.catalog.locale();
    let element =
        element.attr("role", "dialog").attr("aria-labelledby", &[&id, "-title"].concat()).attr("part", "settings");
    let element = element.attr("lang", locale.tag).attr("dir", locale.direction.as_str());
    let _ = parent.clone().add(element.clone());
    let panel = Rc::new(SettingsPanel { context, script: choices::script_of(document), element });
    keep(panel.listen());
    let opened = RefCell::new(None);
    Rc::new(move |ask| {
        let Ask::Open(button) = ask else { return };
        // From then on the button opens and closes it by itself, but where the engine knows no popovers.
        if opened.borrow().is_none() || panel.element.node().has_attribute("hidden") {
            *opened.borrow_mut() = Some(panel.open(&button));
        }
    })
}

/// What is chosen now.
fn chosen() -> Preferences {
    Preferences::read(&storage::kept(preferences::KEPT).unwrap_or_default())
}

fn keep_chosen(chosen: &Preferences) {
    storage::keep(preferences::KEPT, &chosen.to_text());
}

impl SettingsPanel {
    fn open(self: &Rc<Self>, button: &Element) -> popover::Behaviour {
        if let Some(dress) = &self.context.dress {
            drop(dress("chosen"));
        }
        self.fill();
        popover::open(&self.element, button)
    }

    /// Builds the controls as they stand.
    fn fill(&self) {
        let title = el("h2", "panel__title").attr("id", &self.context.config.id("settings-title"));
        let title = title.text(self.context.catalog.get(Message::Settings));
        let head = head(title, close_button("settings__close", self.context.catalog));
        let chosen = chosen();
        let offered = CHOICES
            .iter()
            .filter(|choice| self.context.config.lets_set(choice.name) && choices::suits(choice, self.script));
        let all = offered.fold(el("div", "settings__all").add(head), |all, choice| {
            all.add(choices::control(choice, &chosen, self.usual(*choice), self.context.catalog))
        });
        let reset = el("button", "text-button settings__reset").attr("type", "button");
        self.element.hold(all.add(reset.text(self.context.catalog.get(Later::ResetSettings))));
    }

    /// What it is when nothing was chosen.
    fn usual(&self, choice: Choice) -> &str {
        if choice == THEME { self.context.config.theme.as_str() } else { choices::usual(choice) }
    }

    fn listen(self: &Rc<Self>) -> [Listener; 3] {
        let (opening, changed, clicked) = (self.clone(), self.clone(), self.clone());
        [
            Listener::new(self.element.node(), "beforetoggle", move |event| {
                if popover::opens(&event) {
                    opening.fill();
                }
            }),
            Listener::new(self.element.node(), "change", move |event| {
                let Some(input) = target(&event) else { return };
                let name = input.get_attribute("data-choice").unwrap_or_default();
                if let Some(choice) = CHOICES.iter().find(|choice| choice.name == name) {
                    changed.choose(*choice, &input.get_attribute("value").unwrap_or_default());
                }
            }),
            Listener::new(self.element.node(), "click", move |event| {
                let Some(target) = target(&event) else { return };
                if let Some(button) = closest(&target, "[data-step]") {
                    clicked.step(&button);
                } else if closest(&target, ".settings__close").is_some() {
                    popover::close(&clicked.element);
                } else if closest(&target, ".settings__reset").is_some() {
                    clicked.reset();
                }
            }),
        ]
    }

    fn choose(&self, choice: Choice, value: &str) {
        let mut chosen = chosen();
        chosen.choose(choice, value);
        keep_chosen(&chosen);
        (self.context.choose)(choice, value);
    }

    /// One size up or down.
    fn step(&self, button: &Element) {
        let up = button.get_attribute("data-step").is_some_and(|step| step == "1");
        let size = chosen().size();
        let next = if up { size + 1 } else { size.wrapping_sub(1) };
        if let Some(value) = SIZE.values.get(next) {
            self.choose(SIZE, value);
            choices::show_size(self.element.node(), next, self.context.catalog);
        }
    }

    fn reset(&self) {
        keep_chosen(&Preferences::default());
        for choice in CHOICES {
            (self.context.choose)(choice, self.usual(choice));
        }
        self.fill();
        // What had the focus is gone.
        focus(self.element.html());
    }
}
