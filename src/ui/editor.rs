//! The editor's place in the page: a plain text area at once, CodeMirror as soon as it has come.
//!
//! The text area stays when the editor's file does not come; whatever happens, the text is the person's and is kept.

use super::engine_worker::address_of;
use super::layout;
use super::run::Run;
use crate::protocol::Mark;
use leptos::html::{Div, Textarea};
use leptos::prelude::*;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlScriptElement};

#[wasm_bindgen]
extern "C" {
    /// `codemirror/editor.js`.
    type Editor;
    #[wasm_bindgen(js_namespace = golanesEditor)]
    fn create(
        parent: &HtmlElement,
        text: &str,
        described_by: &str,
        on_edit: &Closure<dyn FnMut(String)>,
        on_run: &Closure<dyn FnMut()>,
        on_stops: &Closure<dyn FnMut(String)>,
        on_cursor: &Closure<dyn FnMut(u32, String)>,
        on_ask: &Closure<dyn FnMut(u32, String, u32)>,
        on_tell: &Closure<dyn FnMut(String)>,
    ) -> Editor;
    #[wasm_bindgen(method)]
    fn answer(this: &Editor, id: u32, json: &str);
    #[wasm_bindgen(method)]
    fn fix(this: &Editor, json: &str);
    #[wasm_bindgen(method, js_name = addFile)]
    fn add_file(this: &Editor, name: &str);
    #[wasm_bindgen(method)]
    fn unstop(this: &Editor, id: u32);
    #[wasm_bindgen(method, js_name = setText)]
    fn set_text(this: &Editor, text: &str);
    #[wasm_bindgen(method, js_name = setProblems)]
    fn set_problems(this: &Editor, json: &str);
    #[wasm_bindgen(method, js_name = setMarks)]
    fn set_marks(this: &Editor, json: &str);
    #[wasm_bindgen(method, js_name = goTo)]
    fn go_to(this: &Editor, file: &str, line: u32, column: u32);
    #[wasm_bindgen(method)]
    fn show(this: &Editor, file: &str, line: u32);
    #[wasm_bindgen(method)]
    fn focus(this: &Editor);
}

/// A chip at a line.
#[derive(Serialize)]
struct Chip<'a> {
    file: &'a str,
    line: u32,
    goid: u32,
    dye: u32,
    notch: bool,
    running: bool,
}

/// The editor, and a way to put its cursor somewhere.
#[derive(Clone, Copy)]
pub(super) struct EditorHandle {
    editor: StoredValue<Option<Editor>, LocalStorage>,
    ready: RwSignal<bool>,
    area: NodeRef<Textarea>,
}

impl EditorHandle {
    pub(super) fn new() -> Self {
        Self { editor: StoredValue::new_local(None), ready: RwSignal::new(false), area: NodeRef::new() }
    }

    fn with(self, act: impl FnOnce(&Editor)) {
        self.editor.with_value(|e| {
            if let Some(e) = e {
                act(e);
            }
        });
    }

    /// Puts the cursor at a line of a file and a column (in bytes), both from 1.
    pub(super) fn go_to(self, run: Run, file: &str, line: u32, column: u32) {
        if self.ready.get_untracked() {
            self.with(|e| e.go_to(file, line, column));
        } else if let Some(area) = self.area.get_untracked() {
            let text = run.text.get_untracked();
            let before: String = text.split_inclusive('\n').take(line.saturating_sub(1) as usize).collect();
            // Text areas count in units of UTF-16.
            let at = before.encode_utf16().count() as u32;
            let _ = area.focus();
            let _ = area.set_selection_range(at, at);
        }
    }
}

fn load(on_load: impl FnOnce() + 'static) {
    let Some(document) = web_sys::window().and_then(|w| w.document()) else { return };
    let Ok(script) = document.create_element("script") else { return };
    let script: HtmlScriptElement = script.unchecked_into();
    script.set_src(&address_of("golanes-editor"));
    let on_load = Closure::once_into_js(on_load);
    script.set_onload(Some(on_load.unchecked_ref()));
    if let Some(head) = document.head() {
        let _ = head.append_child(&script);
    }
}

fn chips(marks: &[Mark]) -> String {
    let chips: Vec<Chip<'_>> = marks
        .iter()
        .map(|m| Chip {
            file: &m.file,
            line: m.line,
            goid: m.goid,
            dye: crate::protocol::dye(m.goid),
            notch: m.goid > 8,
            running: m.running,
        })
        .collect();
    serde_json::to_string(&chips).unwrap_or_else(|_| "[]".into())
}

/// The program's text.
#[component]
pub(super) fn EditorPane(run: Run, handle: EditorHandle) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let EditorHandle { editor, ready, area } = handle;
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        load(move || {
            let on_edit = Closure::<dyn FnMut(String)>::new(move |text| run.edit(text));
            let on_run = Closure::<dyn FnMut()>::new(move || run.start());
            let on_stops = Closure::<dyn FnMut(String)>::new(move |json: String| {
                run.place_stops(serde_json::from_str(&json).unwrap_or_default());
            });
            let on_cursor =
                Closure::<dyn FnMut(u32, String)>::new(move |line, file| run.run_on(false, Some((file, line))));
            let on_ask =
                Closure::<dyn FnMut(u32, String, u32)>::new(move |id, what: String, at| run.ask(id, &what, at));
            let on_tell = Closure::<dyn FnMut(String)>::new(move |words: String| run.tell(words));
            let had_focus = area.get_untracked().is_some_and(|a| {
                web_sys::window().and_then(|w| w.document()?.active_element()).as_ref() == Some(a.as_ref())
            });
            let text = run.text.get_untracked();
            let hint = "editor-hint";
            let made = create(&place, &text, hint, &on_edit, &on_run, &on_stops, &on_cursor, &on_ask, &on_tell);
            // They live as long as the page.
            on_edit.forget();
            on_run.forget();
            on_stops.forget();
            on_cursor.forget();
            on_ask.forget();
            on_tell.forget();
            if had_focus {
                made.focus();
            }
            editor.set_value(Some(made));
            ready.set(true);
        });
    });
    Effect::new(move |_| {
        if let Some(line) = run.flash.get() {
            handle.with(|e| e.show("main.go", line));
        }
    });
    Effect::new(move |_| {
        if let Some((id, json)) = run.told.get() {
            handle.with(|e| e.answer(id, &json));
        }
    });
    Effect::new(move |_| {
        if let Some(json) = run.fix.get() {
            handle.with(|e| e.fix(&json));
        }
    });
    Effect::new(move |_| {
        if let Some(name) = run.new_file.get() {
            handle.with(|e| e.add_file(&name));
        }
    });
    Effect::new(move |_| {
        if let Some(id) = run.unstop.get() {
            handle.with(|e| e.unstop(id));
        }
    });
    Effect::new(move |_| {
        run.given.track();
        if ready.get() {
            handle.with(|e| e.set_text(&run.text.get_untracked()));
        }
    });
    Effect::new(move |_| {
        let problems = run.problems.with(|p| serde_json::to_string(p).unwrap_or_else(|_| "[]".into()));
        if ready.get() {
            handle.with(|e| e.set_problems(&problems));
        }
    });
    let marks = Memo::new(move |_| {
        if run.outdated() {
            return Vec::new();
        }
        run.scene.with(|s| s.as_ref().map_or_else(Vec::new, |s| s.marks.clone()))
    });
    Effect::new(move |before: Option<Vec<Mark>>| {
        let marks = marks.get();
        if ready.get() {
            handle.with(|e| {
                e.set_marks(&chips(&marks));
                // Whoever has moved is kept in sight.
                let moved = marks.iter().find(|m| m.running && before.as_ref().is_some_and(|b| !b.contains(m)));
                if let Some(m) = moved {
                    e.show(&m.file, m.line);
                }
            });
        }
        marks
    });
    // As a map is zoomed.
    let on_wheel = move |event: web_sys::WheelEvent| {
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            run.resize_text(event.delta_y() < 0.0);
        }
    };
    view! {
        <div class="editor" on:wheel=on_wheel>
            <textarea
                id="plain"
                aria-label="Program"
                class:hidden=move || ready.get()
                node_ref=area
                readonly=layout::is_readonly
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                wrap="off"
                aria-describedby="editor-hint"
                prop:value=move || run.text.get()
                on:input:target=move |event| run.edit(event.target().value())
            ></textarea>
            <div class="codemirror" node_ref=place></div>
            <p id="editor-hint" class="hint">"Shift+Enter or Ctrl+Enter runs. F9 sets a breakpoint, Ctrl+F8 runs to the cursor. Press Esc, then Tab to leave the editor."</p>
        </div>
    }
}
