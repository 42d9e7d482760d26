//! Links: a moment of a run as an address, and an address as a moment.
//!
//! What is in an address is anybody's: it is inflated within bounds, shown, and run only where a page inside another one asks for it.

use super::embed;
use super::files;
use super::lessons;
use super::overlay::Overlay;
use super::run::Run;
use crate::protocol::{Arrangement, ENGINE, Link, LinkError, Moment, from_letters, to_letters};
use js_sys::{Reflect, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ReadableStream, ReadableStreamDefaultReader, WritableStream};

// Standard in all browsers, and not yet in web-sys without a flag of the compiler.
#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn readable(this: &CompressionStream) -> ReadableStream;
    #[wasm_bindgen(method, getter)]
    fn writable(this: &CompressionStream) -> WritableStream;

    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn readable(this: &DecompressionStream) -> ReadableStream;
    #[wasm_bindgen(method, getter)]
    fn writable(this: &DecompressionStream) -> WritableStream;
}

const FORMAT: &str = "deflate-raw";

/// What an address begins with that holds a program; and one for a page inside another.
const LINK: &str = "#/l/";
const EMBED: &str = "#/embed/";
/// Letters of an address that every program passes on whole.
const LETTERS: usize = 8_000;

/// What the address claims of the run on stage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Claim {
    /// Nothing.
    #[default]
    None,
    /// It is a link, and the run on stage has been, or will be, the same.
    Held,
    /// It was seen with another engine, or this is another run: the sentence says which.
    Broken(String),
}

/// Takes in what the address holds, if that is a program.
pub(super) fn open(run: Run, fragment: &str) {
    let embed = fragment.starts_with(EMBED);
    let Some(letters) = fragment.strip_prefix(LINK).or(fragment.strip_prefix(EMBED)) else { return };
    if letters.starts_with("patterns") {
        return;
    }
    let letters = letters.split('?').next().unwrap_or_default();
    let packed = from_letters(letters);
    spawn_local(async move {
        let link = match packed {
            Ok(packed) => inflated(&packed).await.and_then(|bytes| Link::from_bytes(&bytes)),
            Err(why) => Err(why),
        };
        match link {
            Ok(link) if lessons::is_lesson(&link.text) => lessons::take(run, &link.text),
            Ok(link) => take(run, link, embed),
            Err(why) => run.tell(format!("{why} Your own program is here as it was.")),
        }
    });
}

fn take(run: Run, link: Link, embed: bool) {
    let mut view = run.viewport();
    link.lanes.clone().apply(&mut view);
    run.settings.update(|s| {
        (s.seed, s.procs) = (link.seed, (link.procs as usize).clamp(1, 64));
        (s.axis, s.rows, s.group) = (view.axis, view.by, view.group);
    });
    let claim = match link.engine == ENGINE {
        true => Claim::Held,
        false => Claim::Broken(format!(
            "This link was made with golanes {}, and this is {ENGINE}: the run may differ.",
            if link.engine.is_empty() { "of another version" } else { &link.engine }
        )),
    };
    let runs = embed && link.run;
    run.take_link(link, claim);
    run.lanes.update(|l| {
        (l.filter, l.pinned, l.hidden) = (view.filter, view.pinned, view.hidden);
    });
    if runs {
        run.play();
    }
    embed::go(run);
}

/// Makes a link of the moment that the worker tells, puts it into the address and the clipboard.
pub(super) fn share(run: Run, moment: Option<Moment>, schedule: String) {
    let settings = run.settings.get_untracked();
    let mut link = Link::default();
    link.engine = ENGINE.to_owned();
    link.text = run.text.get_untracked();
    link.stdin = run.input.get_untracked();
    (link.seed, link.procs) = (settings.seed, settings.procs as u32);
    (link.schedule, link.moment) = (schedule, moment);
    link.selection = run.selection.get_untracked();
    link.lanes = Arrangement::of(&run.viewport());
    spawn_local(async move {
        let packed = match link.to_bytes() {
            Ok(bytes) => deflated(&bytes).await,
            Err(why) => return run.tell(why.to_string()),
        };
        let Some(packed) = packed else {
            return run.tell("This browser cannot compress, which links need: save a file instead.");
        };
        let fragment = format!("{LINK}{}", to_letters(&packed));
        if fragment.len() > LETTERS {
            run.overlay.set(Some(Overlay::Files));
            let words = format!(
                "As a link this would have {} letters, more than many programs pass on whole: save it as a file.",
                fragment.len()
            );
            return run.tell(words);
        }
        put(&fragment);
        run.claim.set(Claim::Held);
        let address = window().location().href().unwrap_or_default();
        files::copy(run, address, "The link to this moment is in the clipboard and in the address bar.");
    });
}

/// The address claims nothing any more.
pub(super) fn drop(run: Run) {
    if run.claim.with_untracked(|c| *c != Claim::None) {
        run.claim.set(Claim::None);
        put("#/");
    }
}

/// Changes the address without going anywhere.
fn put(fragment: &str) {
    if let Ok(history) = window().history() {
        // Fails only for addresses of another site.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(fragment));
    }
}

/// Hands all bytes to a stream. What goes wrong is seen by who reads the other end.
fn feed(to: &WritableStream, bytes: &[u8]) -> Result<(), JsValue> {
    let writer = to.get_writer()?;
    let ignore = |promise| spawn_local(async move { drop_result(JsFuture::from(promise).await) });
    ignore(writer.write_with_chunk(&Uint8Array::from(bytes)));
    ignore(writer.close());
    Ok(())
}

fn drop_result<T>(_: T) {}

/// What comes out of a stream, if that is no more than a link may hold.
async fn gathered(from: &ReadableStream) -> Result<Vec<u8>, LinkError> {
    let reader: ReadableStreamDefaultReader = from.get_reader().unchecked_into();
    let mut out = Vec::new();
    loop {
        let read = JsFuture::from(reader.read()).await.map_err(|_| LinkError::Damaged)?;
        let part = |name: &str| Reflect::get(&read, &name.into()).map_err(|_| LinkError::Damaged);
        if part("done")?.is_truthy() {
            return Ok(out);
        }
        let chunk: Uint8Array = part("value")?.unchecked_into();
        if out.len() + chunk.length() as usize > Link::MOST {
            // It is let go either way.
            drop_result(JsFuture::from(reader.cancel()).await);
            return Err(LinkError::TooLarge);
        }
        out.extend(chunk.to_vec());
    }
}

async fn deflated(bytes: &[u8]) -> Option<Vec<u8>> {
    let stream = CompressionStream::new(FORMAT).ok()?;
    feed(&stream.writable(), bytes).ok()?;
    gathered(&stream.readable()).await.ok()
}

async fn inflated(bytes: &[u8]) -> Result<Vec<u8>, LinkError> {
    let stream = DecompressionStream::new(FORMAT).map_err(|_| LinkError::Damaged)?;
    feed(&stream.writable(), bytes).map_err(|_| LinkError::Damaged)?;
    gathered(&stream.readable()).await
}
