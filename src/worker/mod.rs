//! The engine's side of the page: a Web Worker that answers the protocol (wasm only).
//!
//! An async task drives the session in slices of about 8 ms and yields between them, so that requests are answered at once
//! however busy the program is.

mod breath;
mod explore;
mod panels;
mod service;
mod stage;

use crate::engine::{
    self, BuildOptions, Built, Condition, Endings, Inputs, Schedule, Session, Stop, Strategy, build, format_archive,
    go_module, split_txtar, zip,
};
use crate::protocol::{Act, Answer, Export, File, Measure, Problem, Request, Viewport, to_letters};
use crate::view;
use breath::Breath;
use explore::Explorer;
use futures::StreamExt;
use futures::channel::mpsc::{UnboundedReceiver, unbounded};
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use panels::Panels;
use stage::{Next, Stage};
use std::pin::pin;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Takes requests from the page until the worker is ended.
pub fn start() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    std::panic::set_hook(Box::new(move |info| {
        console_error_panic_hook::hook(info);
        post(&page, &Answer::Died(info.to_string()));
    }));
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
    wasm_bindgen_futures::spawn_local(async move {
        match core(&scope).await {
            Ok(bytes) if engine::install_library("core", &bytes) => {
                post(&scope, &Answer::Ready);
                serve(scope, receive).await;
            }
            Ok(_) => post(&scope, &Answer::Died("the core of Go's library is not of this version".into())),
            Err(why) => post(&scope, &Answer::Died(format!("the core of Go's library could not be loaded ({why})"))),
        }
    });
}

/// The part of the library that every program needs, which the worker's loader has begun to fetch.
async fn core(scope: &DedicatedWorkerGlobalScope) -> Result<Vec<u8>, String> {
    let coming = js_sys::Reflect::get(scope, &"golanesCore".into()).map_err(told)?;
    let bytes = JsFuture::from(coming.unchecked_into::<js_sys::Promise>()).await.map_err(told)?;
    Ok(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// What a JavaScript error says.
fn told(e: JsValue) -> String {
    e.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{e:?}"), |e| e.message().into())
}

fn post(scope: &DedicatedWorkerGlobalScope, answer: &Answer) {
    if let Ok(text) = serde_json::to_string(answer) {
        // Fails only for values that cannot be cloned, which text can.
        let _ = scope.post_message(&text.into());
    }
}

fn post_some(scope: &DedicatedWorkerGlobalScope, answer: Option<Answer>) {
    if let Some(answer) = answer {
        post(scope, &answer);
    }
}

fn now(scope: &DedicatedWorkerGlobalScope) -> f64 {
    scope.performance().map_or(0.0, |p| p.now())
}

/// What there is while the worker lives.
#[derive(Default)]
struct State {
    stage: Option<Stage>,
    explorer: Option<Explorer>,
    /// The text and the input that it is about.
    explored: (String, String),
    schedule: Schedule,
    view: Viewport,
    panels: Panels,
    stops: Vec<Stop>,
    service: engine::Service,
}

async fn serve(scope: DedicatedWorkerGlobalScope, mut requests: UnboundedReceiver<Request>) {
    let mut state = State::default();
    let mut breath = Breath::new();
    loop {
        let time = now(&scope);
        let next = match state.stage.as_mut().map_or(Next::Nothing, |s| s.next(time)) {
            Next::Nothing | Next::Later(_) if state.explorer.as_ref().is_some_and(Explorer::works) => Next::Work,
            next => next,
        };
        let request = match next {
            Next::Nothing => match requests.next().await {
                Some(request) => Some(request),
                None => return,
            },
            Next::Later(_) | Next::Work => {
                let pause = async {
                    match next {
                        Next::Later(ms) => TimeoutFuture::new(ms).await,
                        Next::Work | Next::Nothing => breath.take().await,
                    }
                };
                match select(requests.next(), pin!(pause)).await {
                    Either::Left((Some(request), _)) => Some(request),
                    Either::Left((None, _)) => return,
                    Either::Right(_) => None,
                }
            }
        };
        if let Some(request) = request {
            answer(&scope, &mut state, request).await;
            // What else has been asked for meanwhile, before anything is drawn of it.
            while let Ok(request) = requests.try_recv() {
                answer(&scope, &mut state, request).await;
            }
        } else {
            if let Some(s) = &mut state.stage {
                s.advance(&|| now(&scope));
            }
            if let Some(e) = &mut state.explorer {
                e.advance(&|| now(&scope));
            }
        }
        if let Some(e) = &mut state.explorer {
            for (panel, node) in e.panels() {
                post(&scope, &Answer::Panel(panel, node));
            }
        }
        if let Some(s) = &mut state.stage {
            let finding = state.explorer.as_mut().and_then(Explorer::verdict);
            post_some(&scope, s.observed(finding));
            for answer in s.output().into_iter().chain(s.wrong_stops().map(Answer::BadStops)) {
                post(&scope, &answer);
            }
            if let Some(same) = s.landed() {
                post(&scope, &Answer::Landed { same });
            }
            if s.wants_scene(now(&scope)) {
                post(&scope, &Answer::Scene(Box::new(s.scene(state.panels.looks(&state.view), now(&scope)))));
                for (panel, node) in state.panels.changed(s, now(&scope)) {
                    post(&scope, &Answer::Panel(panel, node));
                }
            }
        }
    }
}

async fn answer(scope: &DedicatedWorkerGlobalScope, state: &mut State, request: Request) {
    let State { stage, explorer, explored, schedule: played, view, panels, stops, service } = state;
    match request {
        Request::Check { text } => {
            let built = built_of(scope, &text).await;
            post(scope, &Answer::Problems(service::problems(&text, &built)));
        }
        Request::Format { text } => {
            tidy(scope, text);
        }
        Request::Load { text, stdin, seed, procs, format, schedule, place, moment } => {
            *stage = None;
            panels.forget();
            let text = if format { tidy(scope, text) } else { text };
            let built = built_of(scope, &text).await;
            let mut problems = service::problems(&text, &built);
            let strategy = strategy(&schedule).unwrap_or_else(|why| {
                // Links hold whatever somebody has written there.
                let message = format!("the schedule cannot be replayed ({why}): this is a run by Go's own scheduler");
                problems.push(Problem {
                    file: String::new(),
                    line: 0,
                    col: 0,
                    message,
                    error: false,
                    fixes: Vec::new(),
                });
                Strategy::Go
            });
            post(scope, &Answer::Problems(problems));
            let schedule = Schedule { seed, procs, strategy };
            // What was found stays true of the same program, whichever schedule is on stage.
            let about = (text.clone(), stdin.clone());
            if *explored != about {
                (*explorer, *explored) = (None, about);
            }
            let mut inputs = Inputs { stdin: stdin.into_bytes(), ..Inputs::default() };
            inputs.add_files(&split_txtar("main.go", &text));
            if let Some(program) = built.program {
                let tries = explorer.get_or_insert_with(|| Explorer::new(program.clone(), inputs.clone()));
                tries.tell_again();
                let mut schedule = schedule;
                if let Strategy::Manual(points) = &mut schedule.strategy {
                    *points = tries.racy(&|| now(scope));
                }
                let (made_of, given, by) = (program.clone(), inputs.clone(), schedule.clone());
                let begin = move || Session::new(made_of.clone(), &given, &by, true);
                let asks = matches!(schedule.strategy, Strategy::Manual(_));
                *played = schedule;
                *stage = Some(Stage::new(Box::new(begin), stops.clone(), place, moment, asks));
            }
        }
        Request::Look(viewport) => {
            *view = viewport;
            with(stage, Stage::changed);
        }
        Request::Show { panels: open, selection } => {
            panels.show(open, selection);
            with(stage, Stage::changed);
            if let Some(e) = explorer {
                e.tell_again();
            }
        }
        Request::Act(act) => {
            if let Act::Offer(number) = act {
                with(stage, |s| s.take_offer(number));
            } else {
                panels.act(act);
                with(stage, Stage::changed);
            }
        }
        Request::Explore(more) => {
            if let Some(e) = explorer {
                e.explore(more);
            }
        }
        Request::Stops(all) => {
            let mut bad = Vec::new();
            stops.clear();
            for s in all {
                match Some(s.condition.trim()).filter(|c| !c.is_empty()).map(Condition::parse).transpose() {
                    Ok(condition) => stops.push(Stop { file: s.file, line: s.line, condition }),
                    Err(why) => bad.push((s.line, why)),
                }
            }
            with(stage, |s| s.stop_at(stops.clone()));
            // What is known without a program as well.
            bad.extend(stage.as_mut().and_then(Stage::wrong_stops).into_iter().flatten());
            post(scope, &Answer::BadStops(bad));
        }
        Request::StopWhen { words } => with(stage, |s| s.stop_when(&words)),
        Request::TakeBack => with(stage, Stage::take_back),
        Request::Export(what) => {
            let made = match (stage, explorer) {
                (Some(stage), Some(explorer)) => match what {
                    Export::Svg { dark } => Ok(file("lanes.svg", "image/svg+xml", stage.svg(panels.looks(view), dark))),
                    Export::Trace => stage.trace().map(|json| file("lanes.json", "application/json", json)),
                    Export::Module => module(explored, &explorer.endings(played, &|| now(scope))),
                },
                _ => Err("There is no run yet: the program has to be run first.".into()),
            };
            post(scope, &Answer::Exported(made));
        }
        Request::Share => {
            let moment = stage.as_mut().and_then(Stage::moment);
            let schedule = stage.as_ref().map_or(String::new(), |s| s.schedule(played));
            post(scope, &Answer::Moment { moment, schedule });
        }
        Request::RunOn { back, cursor } => with(stage, |s| s.run_on(back, cursor)),
        Request::Play { speed } => with(stage, |s| s.play(speed, now(scope))),
        Request::Pause => with(stage, Stage::pause),
        Request::Step { back, unit } => with(stage, |s| s.step(back, unit)),
        Request::Seek { events } => with(stage, |s| s.seek(events)),
        Request::SeekTo { x } => with(stage, |s| s.seek_to(view, x)),
        Request::Point { row, x, select } => {
            let looks = panels.looks(view);
            if let Some(s) = stage {
                let told = match select {
                    true => s.choose(looks, row, x).map(Answer::Selected),
                    false => Some(Answer::Hint(s.hint(looks, row, x))),
                };
                post_some(scope, told);
            }
        }
        Request::Find { words, back } => {
            let found = stage.as_mut().is_some_and(|s| s.find(&words, back));
            post_some(scope, (!found).then_some(Answer::NotFound));
        }
        Request::Follow { on } => {
            let linked = stage.as_mut().and_then(|s| s.linked(panels.looks(view).selection, on));
            post_some(scope, Some(linked.map_or(Answer::NotFound, Answer::Selected)));
        }
        Request::Ask { id, what, text, at } => {
            let told = service::ask(scope, service, id, what, &text, at).await;
            post(scope, &told);
        }
        Request::Observe { spots, measures } => {
            if let Some(e) = explorer.as_mut().filter(|_| measures.contains(&Measure::Finding)) {
                e.ask();
            }
            with(stage, |s| s.observe(spots, measures));
        }
        Request::Compare(all) => {
            let mut runs = Vec::new();
            for one in all {
                let built = built_of(scope, &one.text).await;
                if let Some(program) = built.program {
                    let inputs = Inputs { stdin: one.stdin.into_bytes(), ..Inputs::default() };
                    let schedule = Schedule { procs: one.procs, ..Schedule::default() };
                    runs.push(view::compare(&one.label, &mut Session::new(program, &inputs, &schedule, true)));
                }
            }
            post(scope, &Answer::Compared(runs));
        }
        Request::Widget { id, kind, text, state } => {
            let node = view::widget(&kind, &text, &state);
            post(scope, &Answer::Widget { id, node });
        }
        #[expect(clippy::panic, reason = "that is what the request asks for")]
        Request::Panic => panic!("asked to"),
    }
}

fn file(name: &str, mime: &str, data: String) -> File {
    File { name: name.into(), mime: mime.into(), data, letters: false }
}

/// The program (its text and input) as a module for real Go.
fn module((text, stdin): &(String, String), endings: &Endings) -> Result<File, String> {
    let files = go_module(&split_txtar("main.go", text), stdin, endings)?;
    Ok(File { letters: true, ..file("lanes.zip", "application/zip", to_letters(&zip(&files))) })
}

/// The text as gofmt writes it, told to the page if it differs; a text with syntax errors stays as it is.
fn tidy(scope: &DedicatedWorkerGlobalScope, before: String) -> String {
    match format_archive("main.go", &before) {
        Ok(after) if after != before => {
            post(scope, &Answer::Formatted { before, after: after.clone() });
            after
        }
        _ => before,
    }
}

/// The program of a text, and what vet and the compiler say of it.
async fn built_of(scope: &DedicatedWorkerGlobalScope, text: &str) -> Built {
    let options = BuildOptions { vet: true, ..BuildOptions::default() };
    let files = split_txtar("main.go", text);
    let mut built = build(&files, &options);
    while let Some(part) = built.lacks {
        let fetched = library(scope, part).await;
        let why = match fetched {
            Ok(bytes) if engine::install_library(part, &bytes) => {
                built = build(&files, &options);
                continue;
            }
            Ok(_) => "it is not of this version".into(),
            Err(why) => why,
        };
        let message =
            format!("the part {part} of Go's library could not be loaded ({why}): what needs it does not work");
        built.problems.insert(0, engine::Problem::without_place(message));
        built.program = None;
        break;
    }
    built
}

/// Fetches a part of the library, whose file `tools/finish.mjs` has named in the worker's loader.
async fn library(scope: &DedicatedWorkerGlobalScope, part: &str) -> Result<Vec<u8>, String> {
    let names = js_sys::Reflect::get(scope, &"golanesLibrary".into());
    let name = names.and_then(|n| js_sys::Reflect::get(&n, &part.into())).ok().and_then(|n| n.as_string());
    let name = name.ok_or("this build names none")?;
    let response = JsFuture::from(scope.fetch_with_str(&name)).await.map_err(told)?;
    let response: web_sys::Response = response.unchecked_into();
    if !response.ok() {
        return Err(format!("{name}: HTTP status {}", response.status()));
    }
    let bytes = JsFuture::from(response.array_buffer().map_err(told)?).await.map_err(told)?;
    Ok(js_sys::Uint8Array::new(&bytes).to_vec())
}

fn with(stage: &mut Option<Stage>, act: impl FnOnce(&mut Stage)) {
    if let Some(s) = stage {
        act(s);
    }
}

/// Who decides what Go leaves open, from what the page says.
fn strategy(words: &str) -> Result<Strategy, String> {
    Ok(match words {
        "" => Strategy::Go,
        "you" => Strategy::Manual(Vec::new()),
        "random" => Strategy::Random,
        schedule => Strategy::Replay(schedule.parse().map_err(|e| format!("this is no schedule of golanes: {e}"))?),
    })
}
