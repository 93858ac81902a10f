//! What readers set for themselves: each choice is shown at once and kept. `choices` builds the single controls.

mod choices;

use super::keep;
use super::panel::{Answer, Ask};
use crate::i18n::Later;
use crate::platform::dom::{El, closest, el, focus};
use crate::platform::listen::Listener;
use crate::platform::{popover, storage};
use crate::preferences::{self, CHOICES, Choice, Preferences, SIZE, THEME};
use crate::render::Icon;
use crate::render::sections::target;
use crate::state::{Context, Document};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;

/// The panel of one article.
struct SettingsPanel {
    context: Context,
    /// The language of the article, by which it is known what suits its script.
    script: String,
    element: El,
    chosen: RefCell<Preferences>,
}

/// Puts the panel into `parent`, closed.
pub(super) fn panel(parent: &El, context: Context, document: &Document) -> Answer {
    let element = popover::element("settings");
    let locale = context.catalog.locale();
    let element = element.attr("role", "dialog").attr("aria-labelledby", "gf-settings-title").attr("part", "settings");
    let element = element.attr("lang", locale.tag).attr("dir", locale.direction.as_str());
    let _ = parent.clone().add(element.clone());
    let script = choices::script_of(document);
    let chosen = RefCell::new(Preferences::read(&storage::kept(preferences::KEPT).unwrap_or_default()));
    let panel = Rc::new(SettingsPanel { context, script, element, chosen });
    panel.fill();
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

impl SettingsPanel {
    fn open(self: &Rc<Self>, button: &Element) -> popover::Behaviour {
        if let Some(dress) = &self.context.dress {
            drop(dress("chosen"));
        }
        popover::open(&self.element, button)
    }

    /// Builds the controls as they stand.
    fn fill(&self) {
        let say = |text| self.context.catalog.get(text);
        let close = el("button", "icon-button settings__close").attr("type", "button");
        let close = close.attr("aria-label", say(Later::Close)).add(Icon::Close.draw(""));
        let title = el("h2", "settings__title").attr("id", "gf-settings-title");
        let title = title.text(self.context.catalog.get(crate::i18n::Message::Settings));
        let head = el("header", "settings__head").add(title).add(close);
        let chosen = self.chosen.borrow();
        let offered = CHOICES
            .iter()
            .filter(|choice| self.context.config.lets_set(choice.name) && choices::suits(choice, &self.script));
        let all = offered.fold(el("div", "settings__all").add(head), |all, choice| {
            all.add(choices::control(choice, &chosen, self.usual(*choice), self.context.catalog))
        });
        let reset = el("button", "text-button settings__reset").attr("type", "button").text(say(Later::ResetSettings));
        self.element.hold(all.add(reset));
    }

    /// What it is when nothing was chosen.
    fn usual(&self, choice: Choice) -> &str {
        if choice == THEME { self.context.config.theme.as_str() } else { choices::usual(choice) }
    }

    fn listen(self: &Rc<Self>) -> [Listener; 2] {
        let (changed, clicked) = (self.clone(), self.clone());
        [
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
        self.chosen.borrow_mut().choose(choice, value);
        self.keep();
        (self.context.choose)(choice.attribute, value);
    }

    /// One size up or down.
    fn step(&self, button: &Element) {
        let up = button.get_attribute("data-step").is_some_and(|step| step == "1");
        let size = self.chosen.borrow().size();
        let next = if up { size + 1 } else { size.wrapping_sub(1) };
        if let Some(value) = SIZE.values.get(next) {
            self.choose(SIZE, value);
            choices::show_size(self.element.node(), next, self.context.catalog);
        }
    }

    fn reset(&self) {
        *self.chosen.borrow_mut() = Preferences::default();
        self.keep();
        for choice in CHOICES {
            (self.context.choose)(choice.attribute, self.usual(choice));
        }
        self.fill();
        // What had the focus is gone.
        focus(self.element.html());
    }

    fn keep(&self) {
        storage::keep(preferences::KEPT, &self.chosen.borrow().to_text());
    }
}
