//! The worker that holds the engine, and its replacement when it dies.

use crate::protocol::{Answer, Request};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

type OnAnswer = Rc<dyn Fn(Answer)>;
type OnDeath = Rc<dyn Fn(String)>;

/// A worker and the requests that wait until it is ready.
pub(super) struct EngineWorker {
    inner: Rc<RefCell<Inner>>,
}

struct Inner {
    worker: Option<Worker>,
    ready: bool,
    waiting: Vec<Request>,
    on_answer: OnAnswer,
    on_death: OnDeath,
}

impl EngineWorker {
    /// Starts a worker. `on_death` gets the reason when it dies; a fresh one is started by then.
    pub(super) fn new(on_answer: OnAnswer, on_death: OnDeath) -> Self {
        let inner = Inner { worker: None, ready: false, waiting: Vec::new(), on_answer, on_death };
        let this = Self { inner: Rc::new(RefCell::new(inner)) };
        start(&this.inner);
        this
    }

    /// Sends a request, at once or when the worker is ready.
    pub(super) fn send(&self, request: Request) {
        let mut inner = self.inner.borrow_mut();
        if inner.ready {
            post(inner.worker.as_ref(), &request);
        } else {
            inner.waiting.push(request);
        }
    }
}

fn post(worker: Option<&Worker>, request: &Request) {
    if let (Some(worker), Ok(text)) = (worker, serde_json::to_string(request)) {
        let _ = worker.post_message(&text.into());
    }
}

/// The address of a file whose name has a hash: the page's build writes it into a meta element.
pub(super) fn address_of(name: &str) -> String {
    let document = web_sys::window().and_then(|w| w.document());
    let meta = document.and_then(|d| d.query_selector(&format!("meta[name={name}]")).ok().flatten());
    meta.and_then(|m| m.get_attribute("content")).unwrap_or_default()
}

/// Ends the worker, tells of it and starts another one.
fn bury(shared: &Rc<RefCell<Inner>>, reason: String) {
    let (on_death, was_ready) = {
        let mut inner = shared.borrow_mut();
        if let Some(worker) = inner.worker.take() {
            worker.terminate();
        }
        inner.waiting.clear();
        (Rc::clone(&inner.on_death), std::mem::take(&mut inner.ready))
    };
    on_death(reason);
    // One that never got so far would not do better a second time.
    if was_ready {
        start(shared);
    }
}

fn start(shared: &Rc<RefCell<Inner>>) {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Classic);
    let worker = match Worker::new_with_options(&address_of("golanes-worker"), &options) {
        Ok(worker) => worker,
        Err(_) => {
            let on_death = Rc::clone(&shared.borrow().on_death);
            on_death("This browser did not start the engine's worker.".into());
            return;
        }
    };
    let weak = Rc::downgrade(shared);
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(shared) = weak.upgrade() else { return };
        let answer = event.data().as_string().and_then(|text| serde_json::from_str(&text).ok());
        let Some(answer) = answer else { return };
        if let Answer::Died(reason) = answer {
            bury(&shared, reason);
            return;
        }
        if answer == Answer::Ready {
            let mut inner = shared.borrow_mut();
            inner.ready = true;
            for request in std::mem::take(&mut inner.waiting) {
                post(inner.worker.as_ref(), &request);
            }
            return;
        }
        let on_answer = Rc::clone(&shared.borrow().on_answer);
        on_answer(answer);
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let weak = Rc::downgrade(shared);
    let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
        // The engine may have told of its end already, and this worker be replaced.
        let Some(shared) = weak.upgrade() else { return };
        if shared.borrow().worker.as_ref() == event.target().as_ref().map(JsCast::unchecked_ref::<Worker>) {
            bury(&shared, event.message());
        }
    });
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    on_error.forget();
    shared.borrow_mut().worker = Some(worker);
}
