//! Line icons, drawn on a 20 × 20 grid.

use crate::platform::dom::{El, icon};

/// An icon of the interface.
#[derive(Clone, Copy)]
pub(crate) enum Icon {
    Chevron,
    Share,
    Link,
    Close,
    Download,
    Enlarge,
    Save,
    Back,
    Forth,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Chevron => "M5 7.5l5 5 5-5",
            Self::Share => "M10 12.5V3M6.5 6L10 2.5 13.5 6M4 10v6.5h12V10",
            Self::Link => {
                "M8.5 11.5a3.2 3.2 0 0 0 4.5 0l2.8-2.8a3.2 3.2 0 0 0-4.5-4.5L10 5.5M11.5 8.5a3.2 3.2 0 0 0-4.5 0l-2.8 2.8a3.2 3.2 0 0 0 4.5 4.5L10 14.5"
            }
            Self::Close => "M5 5l10 10M15 5L5 15",
            Self::Enlarge => "M11.5 3.5h5v5M8.5 16.5h-5v-5M16.5 3.5l-5.5 5.5M3.5 16.5L9 11",
            Self::Save => "M5.5 3h9v14L10 13.5 5.5 17z",
            Self::Back => "M12.5 5l-5 5 5 5",
            Self::Forth => "M7.5 5l5 5-5 5",
            Self::Download => "M10 3v9.5M6.5 9L10 12.5 13.5 9M4 16.5h12",
        }
    }

    /// The icon, with a class of its own or none.
    pub(crate) fn draw(self, class: &str) -> El {
        icon(if class.is_empty() { "icon" } else { class }, self.path())
    }
}
