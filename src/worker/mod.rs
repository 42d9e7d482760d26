//! The engine's side of the page: a Web Worker that answers the protocol (wasm only).
//!
//! An async task drives the session in slices of about 8 ms and yields between them, so that requests are answered at once
//! however busy the program is.

mod breath;

use crate::engine::{BuildOptions, Inputs, Schedule, Session, build, split_txtar};
use crate::protocol::{Answer, Problem, Request, Scene};
use crate::view::{History, scene};
use breath::Breath;
use futures::StreamExt;
use futures::channel::mpsc::{UnboundedReceiver, unbounded};
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Milliseconds a slice may take.
const SLICE_MS: f64 = 8.0;
/// Milliseconds between scenes while a program runs flat out.
const SCENE_MS: f64 = 60.0;

/// Takes requests from the page until the worker is ended.
pub fn start() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let (send, receive) = unbounded();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let request = event.data().as_string().and_then(|text| serde_json::from_str(&text).ok());
        if let Some(request) = request {
            // The receiver lives as long as the worker.
            let _ = send.unbounded_send(request);
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    post(&scope, &Answer::Ready);
    wasm_bindgen_futures::spawn_local(serve(scope, receive));
}

fn post(scope: &DedicatedWorkerGlobalScope, answer: &Answer) {
    if let Ok(text) = serde_json::to_string(answer) {
        // Fails only for values that cannot be cloned, which text can.
        let _ = scope.post_message(&text.into());
    }
}

/// A run and how it is shown.
struct Stage {
    session: Session,
    history: History,
    /// Statements a second, 0 for flat out; `None` while paused.
    speed: Option<u32>,
}

async fn serve(scope: DedicatedWorkerGlobalScope, mut requests: UnboundedReceiver<Request>) {
    let mut stage: Option<Stage> = None;
    let mut shown_at = 0.0;
    let mut breath = Breath::new();
    loop {
        let speed = stage.as_ref().and_then(|s| s.speed);
        let request = match speed {
            // Nothing to do: wait.
            None => match requests.next().await {
                Some(request) => Some(request),
                None => return,
            },
            Some(speed) => {
                let pause = async {
                    match 1000_u32.checked_div(speed) {
                        Some(pause) => TimeoutFuture::new(pause).await,
                        None => breath.take().await,
                    }
                };
                match select(requests.next(), std::pin::pin!(pause)).await {
                    Either::Left((Some(request), _)) => Some(request),
                    Either::Left((None, _)) => return,
                    Either::Right(_) => None,
                }
            }
        };
        match request {
            Some(request) => {
                if answer(&scope, &mut stage, request) {
                    show(&scope, stage.as_mut());
                    shown_at = now(&scope);
                }
            }
            None => {
                let Some(s) = &mut stage else { continue };
                let more = advance(&scope, s);
                if !more {
                    s.speed = None;
                }
                let time = now(&scope);
                if !more || speed != Some(0) || time - shown_at > SCENE_MS {
                    show(&scope, stage.as_mut());
                    shown_at = now(&scope);
                }
            }
        }
    }
}

fn now(scope: &DedicatedWorkerGlobalScope) -> f64 {
    scope.performance().map_or(0.0, |p| p.now())
}

/// Lets time pass; false when the run is over.
fn advance(scope: &DedicatedWorkerGlobalScope, s: &mut Stage) -> bool {
    if s.speed == Some(0) {
        s.session.seek(u64::MAX);
        let start = now(scope);
        while s.session.progress().end.is_none() && now(scope) - start < SLICE_MS {
            s.session.run(400_000);
        }
        return s.session.progress().end.is_none();
    }
    let before = s.session.position();
    s.session.step();
    s.session.position() != before && !(s.session.snapshot_is_last() && s.session.progress().end.is_some())
}

/// Does what the page asks; whether there is a new scene to show.
fn answer(scope: &DedicatedWorkerGlobalScope, stage: &mut Option<Stage>, request: Request) -> bool {
    match request {
        Request::Check { text } => {
            let built = build(&split_txtar("main.go", &text), &BuildOptions::default());
            post(scope, &Answer::Problems(problems(&built)));
            false
        }
        Request::Load { text, seed, procs } => {
            *stage = None;
            let built = build(&split_txtar("main.go", &text), &BuildOptions::default());
            post(scope, &Answer::Problems(problems(&built)));
            let Some(program) = built.program else { return false };
            let schedule = Schedule { seed, procs };
            let session = Session::new(program, &Inputs::default(), &schedule, true);
            *stage = Some(Stage { session, history: History::new(), speed: None });
            true
        }
        Request::Play { speed } => {
            if let Some(s) = stage {
                s.speed = Some(speed);
            }
            true
        }
        Request::Pause => {
            if let Some(s) = stage {
                s.speed = None;
            }
            true
        }
        Request::Step => with(stage, |s| s.session.step()),
        Request::StepBack => with(stage, |s| s.session.step_back()),
        Request::Seek { tick } => with(stage, |s| s.session.seek(tick)),
    }
}

fn with(stage: &mut Option<Stage>, act: impl FnOnce(&mut Stage) -> u64) -> bool {
    if let Some(s) = stage {
        s.speed = None;
        act(s);
    }
    stage.is_some()
}

fn problems(built: &crate::engine::Built) -> Vec<Problem> {
    built
        .problems
        .iter()
        .map(|p| Problem { file: p.file.clone(), line: p.line, col: p.col, message: p.message.clone(), error: p.error })
        .collect()
}

fn show(scope: &DedicatedWorkerGlobalScope, stage: Option<&mut Stage>) {
    let Some(s) = stage else { return };
    post(scope, &Answer::Scene(Box::new(current_scene(s))));
}

fn current_scene(s: &mut Stage) -> Scene {
    let events = s.session.events(s.history.seen, usize::MAX);
    s.history.extend(&events);
    let snapshot = s.session.snapshot();
    // The whole run so far.
    let window = (0, snapshot.head.max(1));
    let mut scene = scene(&snapshot, &s.history, s.session.output(), window, s.speed.is_some());
    for lane in scene.lanes.iter_mut().filter(|l| l.name.is_empty()) {
        lane.name = s.history.lives.get(&lane.goid).map_or(String::new(), |l| s.session.func_name(l.entry));
    }
    scene.hash = format!("{:016x}", s.session.hash());
    scene
}
