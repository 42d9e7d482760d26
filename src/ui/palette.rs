//! The colours of `style/tokens.css` for canvases.

use std::collections::HashMap;
use wasm_bindgen::JsCast;

/// Computed colours by token, without the dashes: `g3`, `surface`.
#[derive(Debug, Clone, Default)]
pub(super) struct Palette {
    colours: HashMap<&'static str, String>,
    /// The font of code.
    pub(super) code_font: String,
    /// The font of everything else.
    pub(super) ui_font: String,
}

const TOKENS: [&str; 38] = [
    "surface",
    "sunken",
    "line",
    "line-2",
    "line-control",
    "text",
    "text-2",
    "text-3",
    "accent",
    "accent-wash",
    "s-running",
    "s-runnable",
    "s-send",
    "s-recv",
    "s-select",
    "s-lock",
    "s-wait",
    "s-sleep",
    "s-done",
    "s-stuck",
    "s-unborn",
    "stuck-wash",
    "g1",
    "g2",
    "g3",
    "g4",
    "g5",
    "g6",
    "g7",
    "g8",
    "g1-on",
    "g2-on",
    "g3-on",
    "g4-on",
    "g5-on",
    "g6-on",
    "g7-on",
    "g8-on",
];

impl Palette {
    /// Reads the colours that hold now: a probe element gets each as its `color`.
    pub(super) fn read() -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let probe: web_sys::HtmlElement = document.create_element("i").ok()?.unchecked_into();
        document.body()?.append_child(&probe).ok()?;
        let style = window.get_computed_style(&probe).ok()??;
        let mut palette = Self::default();
        for token in TOKENS {
            probe.set_attribute("style", &format!("display:none;color:var(--{token})")).ok()?;
            palette.colours.insert(token, style.get_property_value("color").ok()?);
        }
        let font = |name: &str| {
            probe.set_attribute("style", &format!("display:none;font-family:var(--{name})")).ok()?;
            style.get_property_value("font-family").ok()
        };
        palette.code_font = font("font-code")?;
        palette.ui_font = font("font-ui")?;
        probe.remove();
        Some(palette)
    }

    /// The colour of a token.
    pub(super) fn get(&self, token: &str) -> &str {
        self.colours.get(token).map_or("", String::as_str)
    }

    /// The dye of a goroutine.
    pub(super) fn dye(&self, goid: u32) -> &str {
        self.get(["g1", "g2", "g3", "g4", "g5", "g6", "g7", "g8"][(crate::protocol::dye(goid) - 1) as usize])
    }

    /// What can be read on that dye.
    pub(super) fn on_dye(&self, goid: u32) -> &str {
        let on = ["g1-on", "g2-on", "g3-on", "g4-on", "g5-on", "g6-on", "g7-on", "g8-on"];
        self.get(on[(crate::protocol::dye(goid) - 1) as usize])
    }

    /// The ink of a state.
    pub(super) fn ink(&self, kind: crate::protocol::StateKind) -> &str {
        use crate::protocol::StateKind::{
            Done, Lock, Receive, Runnable, Running, Select, Send, Sleep, Stuck, Unborn, Wait,
        };
        self.get(match kind {
            Running => "s-running",
            Runnable => "s-runnable",
            Send => "s-send",
            Receive => "s-recv",
            Select => "s-select",
            Lock => "s-lock",
            Wait => "s-wait",
            Sleep => "s-sleep",
            Done => "s-done",
            Stuck => "s-stuck",
            Unborn => "s-unborn",
        })
    }
}
