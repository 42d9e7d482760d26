//! What goes to files and comes from them, and the clipboard.

use super::run::Run;
use crate::protocol::{self, from_letters};
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlCanvasElement, Url};

/// Bytes of a program that is taken from a file.
const MOST: f64 = 1_048_576.0;

/// Gives the person a file.
pub(super) fn download(name: &str, mime: &str, bytes: &[u8]) {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let kind = BlobPropertyBag::new();
    kind.set_type(mime);
    if let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &kind) {
        give(name, &blob);
    }
}

/// The same from what the browser has made.
pub(super) fn give(name: &str, blob: &Blob) {
    let Ok(url) = Url::create_object_url_with_blob(blob) else { return };
    if let Ok(link) = document().create_element("a")
        && let Ok(link) = link.dyn_into::<HtmlAnchorElement>()
    {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The download has begun with the click.
    let _ = Url::revoke_object_url(&url);
}

/// Gives the person a file that the worker has made.
pub(super) fn take(run: Run, file: &protocol::File) {
    let bytes = match file.letters {
        false => Ok(file.data.as_bytes().to_vec()),
        true => from_letters(&file.data),
    };
    match bytes {
        Ok(bytes) => {
            download(&file.name, &file.mime, &bytes);
            run.tell(format!("{} is saved.", file.name));
        }
        Err(why) => run.tell(why.to_string()),
    }
}

/// Saves what the lanes show as a picture.
pub(super) fn save_picture(run: Run) {
    let canvas = document().query_selector(".pinned canvas").ok().flatten();
    let Some(canvas) = canvas.and_then(|c| c.dyn_into::<HtmlCanvasElement>().ok()) else { return };
    let given = Closure::once_into_js(move |blob: Option<Blob>| match blob {
        Some(blob) => give("lanes.png", &blob),
        None => run.tell("The browser could not make a picture of the lanes."),
    });
    if canvas.to_blob(given.unchecked_ref()).is_err() {
        run.tell("The browser could not make a picture of the lanes.");
    }
}

/// Saves the program as it stands in the editor.
pub(super) fn save_program(run: Run) {
    let text = run.text.get_untracked();
    let name = if text.starts_with("-- ") || text.contains("\n-- ") { "program.txtar" } else { "main.go" };
    download(name, "text/plain;charset=utf-8", text.as_bytes());
}

/// Takes a program from a file that was chosen or dropped.
pub(super) fn open(run: Run, file: File) {
    if file.size() > MOST {
        run.tell(format!("{} is larger than a megabyte: no program that runs here.", file.name()));
        return;
    }
    spawn_local(async move {
        let name = file.name();
        let text = JsFuture::from(file.text()).await.ok().and_then(|t| t.as_string());
        match text.filter(|t| !t.contains('\0')) {
            Some(text) => {
                run.overlay.set(None);
                run.bring(text);
                run.tell(format!("{name} is in the editor."));
            }
            None => run.tell(format!("{name} could not be read as text.")),
        }
    });
}

/// Copies a text, and says what was copied.
pub(super) fn copy(run: Run, text: String, told: &'static str) {
    let copied = window().navigator().clipboard().write_text(&text);
    spawn_local(async move {
        match JsFuture::from(copied).await {
            Ok(_) => run.tell(told),
            Err(_) => run.tell("The browser does not let this page copy."),
        }
    });
}

/// Copies what is known of a crash: version, program, schedule.
pub(super) fn report(run: Run) {
    let (seed, procs) = run.settings.with_untracked(|s| (s.seed, s.procs));
    let schedule = run.replay.with_untracked(|r| r.as_ref().map_or(String::new(), |r| r.schedule.clone()));
    let who = run.scheduler.get_untracked();
    let reason = run.crash.get_untracked().unwrap_or_default();
    let agent = window().navigator().user_agent().unwrap_or_default();
    let text = run.text.get_untracked();
    let stdin = run.input.get_untracked();
    let version = env!("CARGO_PKG_VERSION");
    let report = format!(
        "golanes {version}, {agent}\nseed {seed}, GOMAXPROCS {procs}, scheduler {who:?}, schedule {schedule:?}\n\n{reason}\n\n-- main.go --\n{text}\n-- stdin --\n{stdin}"
    );
    copy(run, report, "The report is in the clipboard.");
}
