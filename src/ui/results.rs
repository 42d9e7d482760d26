//! Output and problems, and how the run stands.

use super::layout::{Large, enlarge};
use super::links::Claim;
use super::node::{Made, PanelView};
use super::parts::{act, button, glyph, icon_button, yes};
use super::run::{Run, Tab};
use crate::protocol::{Node, Output, Panel, el, visible};
use leptos::html::Pre;
use leptos::prelude::*;

/// Bytes of output shown while it grows; all of it once the run stands.
const TAIL: usize = 40_000;

/// The tabs of the panel.
pub(super) fn tabs(run: Run) -> Vec<Node> {
    let problems = run.problems.with(Vec::len);
    let lines = run.input.with(|i| i.lines().count());
    let all = Tab::ALL.into_iter().map(|tab| {
        let selected = run.tab.get() == tab;
        let mut button = el("button", "tab")
            .attr("role", "tab")
            .attr("id", format!("tab-{}", tab.id()))
            .attr("aria-controls", "results")
            .attr("aria-selected", yes(selected))
            .attr("tabindex", if selected { "0" } else { "-1" })
            .does(act(format!("tab {}", tab.id())))
            .says(tab.name());
        let stops = run.stops.with(Vec::len);
        match tab {
            Tab::Stops if stops > 0 => button = button.with(el("span", "count").says(stops.to_string())),
            Tab::Problems => {
                let class = if problems > 0 { "count bad" } else { "count" };
                button = button.with(el("span", class).says(problems.to_string()));
            }
            Tab::Input if lines > 0 => {
                let count = el("span", "count").says(lines.to_string()).with(el("span", "sr").says(" lines"));
                button = button.with(count);
            }
            _ => {}
        }
        button
    });
    let list = el("div", "tabs").attr("role", "tablist").attr("aria-label", "Results").all(all);
    vec![list.into(), el("span", "push").into(), enlarge(run, Large::Results).into()]
}

/// The panel with its tabs.
#[component]
pub(super) fn Results(run: Run) -> impl IntoView {
    view! {
        <section class="pane results" aria-label="Results">
            <div class="bar"><Made make=Box::new(move || tabs(run))/></div>
            <div
                class="sheet"
                id="results"
                role="tabpanel"
                aria-labelledby=move || format!("tab-{}", run.tab.get().id())
            >
                {move || match run.tab.get() {
                    Tab::Output => view! { <OutputText run=run/> }.into_any(),
                    Tab::Input => view! { <Made make=Box::new(move || stdin(run))/> }.into_any(),
                    Tab::Problems => view! { <Made make=Box::new(move || problems(run))/> }.into_any(),
                    Tab::Findings => {
                        view! { <PanelView run=run panel=Panel::Findings class="explored scroll" label="What was found"/> }.into_any()
                    }
                    Tab::Outcomes => {
                        view! { <PanelView run=run panel=Panel::Outcomes class="explored scroll" label="How the program can end"/> }.into_any()
                    }
                    Tab::Stops => view! { <Made make=Box::new(move || breakpoints(run))/> }.into_any(),
                }}
            </div>
            <Made make=Box::new(move || ending(run))/>
        </section>
    }
}

/// Where the run is to stop.
fn breakpoints(run: Run) -> Vec<Node> {
    let when = el("label", "stop-when").with(el("span", "").says("Stop when an event says")).with(
        el("input", "input")
            .attr("type", "text")
            .attr("id", "stop-when")
            .attr("placeholder", "blocks on mu, closes jobs, panics …")
            .attr("spellcheck", "false")
            .attr("autocapitalize", "off")
            .attr("value", run.stop_words.get())
            .does(act("stop-when")),
    );
    run.stops.with(|all| {
        if all.is_empty() {
            let words = "No breakpoints. A click left of a line number sets one, as F9 does at the cursor; here each can have a condition: \
                         len(ch) == cap(ch), i > 3 && name != \"\". F8 runs on to the next one, Shift+F8 goes back to the last.";
            return vec![when.into(), el("p", "empty").says(words).into()];
        }
        let rows = all.iter().map(|b| {
            let line = el("button", "to-line").does(act(format!("problem {} 1 {}", b.line, b.file))).says(format!("line {}", b.line));
            let field = el("input", "input")
                .attr("type", "text")
                .attr("placeholder", "always; or a condition")
                .attr("aria-label", format!("Condition of the breakpoint at line {}", b.line))
                .attr("spellcheck", "false")
                .attr("autocapitalize", "off")
                .attr("value", b.condition.clone())
                .does(act(format!("condition {}", b.id)));
            let gone = icon_button("btn bare icon", "", "cross", "Remove").does(act(format!("unstop {}", b.id)));
            let row = el("li", "stop").with(line).with(field).with(gone);
            if b.wrong.is_empty() { row } else { row.with(el("span", "warn-text").attr("role", "alert").says(b.wrong.clone())) }
        });
        vec![when.into(), el("ul", "stops scroll").all(rows).into()]
    })
}

/// What the program is to read.
fn stdin(run: Run) -> Vec<Node> {
    let words =
        "Lines for the program to read: fmt.Scan, bufio.NewScanner(os.Stdin) …  Behind the last one comes io.EOF.";
    let area = el("textarea", "stdin scroll")
        .attr("id", "stdin")
        .attr("aria-label", "Standard input of the program")
        .attr("placeholder", words)
        .attr("autocapitalize", "off")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("value", run.input.get())
        .does(act("stdin"));
    vec![area.into()]
}

/// How the run stands, in a sentence.
fn ending(run: Run) -> Vec<Node> {
    let broken = run.problems.with(|p| p.iter().any(|p| p.error));
    let outdated = run.outdated();
    let line = run.scene.with(|s| {
        let Some(s) = s else {
            let words = if broken { "The program does not compile: there is nothing to run yet." } else { "" };
            return el("p", "end").attr("role", "status").attr("data-complete", "false").says(words);
        };
        let (words, class) = match &s.end {
            _ if outdated && broken => ("The text has changed and does not compile yet.".to_owned(), "end"),
            _ if outdated => ("The program or its input have changed since this run.".to_owned(), "end"),
            Some(end) => (end.sentence.clone(), if end.bad { "end bad" } else { "end good" }),
            None if s.playing => ("Running.".to_owned(), "end"),
            None if s.tick == 0 => ("Ready at the first statement.".to_owned(), "end"),
            None if s.event < s.events => ("Paused: what lies ahead is known.".to_owned(), "end"),
            None => ("Paused.".to_owned(), "end"),
        };
        el("p", class)
            .attr("role", "status")
            .attr("data-hash", s.hash.clone())
            .attr("data-events", s.events.to_string())
            .attr("data-complete", yes(s.complete))
            .says(words)
    });
    let mut out = vec![line.into()];
    if run.replay.with(Option::is_some) {
        let words = "This run replays a schedule that exploring found.";
        let back = button("btn", "unreplay", "Back to Go’s scheduler");
        out.push(el("p", "end").with(el("span", "").says(words)).says(" ").with(back).into());
    }
    if let Claim::Broken(words) = run.claim.get() {
        out.push(el("p", "end bad").attr("role", "alert").says(words).into());
    }
    if run.unkept.get() {
        let words = "This browser does not keep the text: its storage is full or forbidden. It stays on screen; save it to a file before you leave.";
        let save = button("btn", "save", "Save");
        out.push(el("p", "end bad").attr("role", "alert").says(words).says(" ").with(save).into());
    }
    if let Some(reason) = run.crash.get() {
        let said = el("p", "")
            .with(el("strong", "").says("The engine stopped unexpectedly and was started again."))
            .says(" Your text is untouched. Run it again, or change it first. What it said: ")
            .with(el("code", "").says(reason));
        let card = el("div", "crash")
            .attr("role", "alert")
            .with(said)
            .with(button("btn", "report", "Copy report"))
            .with(button("btn", "uncrash", "Close"));
        out.push(card.into());
    }
    out
}

/// Pieces up to a place as runs of one stream, at most the last `most` bytes of them.
fn merged(pieces: &[Output], most: usize) -> Vec<(String, bool)> {
    let mut room = most;
    let mut from = pieces.len();
    while from > 0 && room > 0 {
        from -= 1;
        room = room.saturating_sub(pieces[from].text.len());
    }
    let mut out: Vec<(String, bool)> = Vec::new();
    if from > 0 {
        out.push(("(earlier lines appear when the run stands)\n".into(), true));
    }
    for piece in &pieces[from..] {
        match out.last_mut() {
            Some((text, err)) if *err == piece.err => text.push_str(&visible(&piece.text)),
            _ => out.push((visible(&piece.text).into_owned(), piece.err)),
        }
    }
    out
}

/// What the program wrote; what is not written yet at this moment is dimmed.
#[component]
fn OutputText(run: Run) -> impl IntoView {
    let area = NodeRef::<Pre>::new();
    // How much is written at the moment, how much there is, and how much of it to show.
    let cut = Memo::new(move |_| {
        let (tick, playing) = run.scene.with(|s| s.as_ref().map_or((0, false), |s| (s.tick, s.playing)));
        run.output.with(|o| (o.partition_point(|p| p.tick <= tick), o.len(), if playing { TAIL } else { usize::MAX }))
    });
    let time = move || run.scene.with(|s| s.as_ref().map_or(String::new(), |s| s.time.clone()));
    let part = |parts: Vec<(String, bool)>, later: bool| {
        parts.into_iter().map(move |(text, err)| {
            let class = match (err, later) {
                (false, false) => "piece",
                (true, false) => "piece err",
                (false, true) => "piece unborn",
                (true, true) => "piece err unborn",
            };
            Node::from(el("span", class).says(text))
        })
    };
    Effect::new(move |_| {
        cut.track();
        // The newest line stays in sight.
        request_animation_frame(move || {
            // The other tab may be shown by now.
            let Some(area) = area.try_get_untracked().flatten() else { return };
            match area.query_selector(".cut").ok().flatten() {
                None => area.set_scroll_top(area.scroll_height()),
                Some(line) => {
                    let (line, box_) = (line.get_bounding_client_rect(), area.get_bounding_client_rect());
                    if line.top() < box_.top() || line.bottom() > box_.bottom() {
                        let by = line.bottom() - box_.bottom() + 12.0;
                        area.set_scroll_top(area.scroll_top() + by as i32);
                    }
                }
            }
        });
    });
    let body = move || -> Vec<Node> {
        let (now, all, most) = cut.get();
        if all == 0 {
            let words = if run.scene.with(Option::is_some) {
                "Nothing is printed yet."
            } else {
                "What the program prints appears here."
            };
            return vec![el("span", "empty").says(words).into()];
        }
        let line =
            (now < all).then(|| el("span", "cut").says(format!("now, {}: the rest is not printed yet", time())).into());
        run.output.with_untracked(|o| {
            let before = part(merged(&o[..now], most), false);
            let after = (!run.school.veiled()).then(|| part(merged(&o[now..], TAIL), true));
            before.chain(line).chain(after.into_iter().flatten()).collect()
        })
    };
    view! { <pre class="out scroll" node_ref=area tabindex="0" role="group" aria-label="Output of the program"><Made make=Box::new(body)/></pre> }
}

/// gc's messages with their lines.
fn problems(run: Run) -> Vec<Node> {
    run.problems.with(|all| {
        if all.is_empty() {
            return vec![el("p", "empty").says("No problems: the program compiles.").into()];
        }
        let rows = all.iter().enumerate().map(|(i, p)| {
            let row = el("button", if p.error { "problem error" } else { "problem" })
                .does(act(format!("problem {} {} {}", p.line, p.col, p.file)))
                .with(glyph("warn"))
                .with(el("span", "where").says(format!("{}:{}:{}", p.file, p.line, p.col)))
                .with(el("span", "").says(p.message.clone()));
            let fixes = p
                .fixes
                .iter()
                .enumerate()
                .map(|(k, (title, _))| el("button", "btn").does(act(format!("fix {i} {k}"))).says(title.clone()));
            el("li", "").with(row).all(fixes)
        });
        vec![el("ul", "problems scroll").all(rows).into()]
    })
}
