//! What lies over the page when it is asked for: keys, commands, earlier programs, settings, what golanes is.

use super::commands::{self, Command};
use super::layout;
use super::node::Made;
use super::parts::{act, button, choice, icon_button};
use super::run::Run;
use crate::protocol::{Element, Node, el, text};
use leptos::html::Dialog;
use leptos::prelude::*;

/// See the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Overlay {
    Keys,
    Palette,
    Programs,
    Files,
    Settings,
    About,
}

impl Overlay {
    fn title(self) -> &'static str {
        match self {
            Overlay::Keys => "Keys",
            Overlay::Palette => "Commands",
            Overlay::Programs => "Earlier programs",
            Overlay::Files => "Open, save, export",
            Overlay::Settings => "Settings",
            Overlay::About => "About golanes",
        }
    }
}

/// The place of what lies over the page.
#[component]
pub(super) fn Over(run: Run) -> impl IntoView {
    let place = NodeRef::<Dialog>::new();
    // Browsers tell of a close later: by then something else may lie there. These closes we know of.
    let ours = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let open = run.overlay.get().is_some();
        let Some(dialog) = place.get() else { return };
        if !open {
            if dialog.open() {
                ours.update_value(|n| *n += 1);
                dialog.close();
            }
            return;
        }
        // What it holds is made by an effect too.
        request_animation_frame(move || {
            if !dialog.open() {
                // Fails only for one that has left the document.
                let _ = dialog.show_modal();
            }
            layout::focus(".over [autofocus]");
        });
    });
    // Escape: what lies over the page is gone at once, not when the browser comes to tell that it has closed it.
    let on_cancel = move |event: web_sys::Event| {
        event.prevent_default();
        run.overlay.set(None);
    };
    let on_close = move |_| {
        if ours.get_value() > 0 {
            ours.update_value(|n| *n -= 1);
        } else {
            run.overlay.set(None);
        }
    };
    view! {
        <dialog class="over" node_ref=place aria-labelledby="over-title" on:cancel=on_cancel on:close=on_close>
            <Made make=Box::new(move || content(run))/>
        </dialog>
    }
}

fn content(run: Run) -> Vec<Node> {
    let Some(overlay) = run.overlay.get() else { return Vec::new() };
    let head = el("header", "").with(el("h2", "").attr("id", "over-title").says(overlay.title())).with(icon_button(
        "btn bare icon push",
        "over",
        "cross",
        "Close (Esc)",
    ));
    let body = match overlay {
        Overlay::Keys => keys(),
        Overlay::Palette => palette(run),
        Overlay::Programs => programs(run),
        Overlay::Files => files(run),
        Overlay::Settings => settings(run),
        Overlay::About => about(),
    };
    vec![head.into(), el("div", "over-body scroll").all(body).into()]
}

fn caps(keys: &str) -> Vec<Node> {
    keys.split(", ").filter(|k| !k.is_empty()).map(|k| el("kbd", "").says(k.to_owned()).into()).collect()
}

fn keys() -> Vec<Node> {
    let mut groups: Vec<(&str, Vec<&Command>)> = Vec::new();
    for command in commands::ALL.iter().filter(|c| !c.keys.is_empty()) {
        match groups.last_mut() {
            Some((group, all)) if *group == command.group => all.push(command),
            _ => groups.push((command.group, vec![command])),
        }
    }
    let row = |c: &Command| [Node::from(el("dt", "").all(caps(c.keys))), Node::from(el("dd", "").says(c.words))];
    let group = |(name, all): (&'static str, Vec<&Command>)| {
        el("section", "").with(el("h3", "").says(name)).with(el("dl", "keys-list").all(all.into_iter().flat_map(row)))
    };
    let words = "Single letters count while the stage or the travel bar has the focus, never while you type. Settings can turn them off.";
    vec![el("p", "soft").says(words).into(), el("div", "key-groups").all(groups.into_iter().map(group)).into()]
}

fn palette(run: Run) -> Vec<Node> {
    let words = run.command.get();
    let found = commands::matching(&words);
    let field = el("input", "input")
        .attr("id", "command")
        .attr("type", "search")
        .attr("autofocus", "")
        .attr("placeholder", "What do you want to do?")
        .attr("aria-label", "Command; Enter does the first, arrow keys choose another")
        .attr("value", words)
        .does(act("command"));
    let rows = found.iter().map(|c| {
        let row = el("button", "item").does(act(format!("do {}", c.name)));
        let row = row.with(el("span", "quiet").says(c.group)).with(el("span", "").says(c.words));
        el("li", "").with(row.with(el("span", "push").all(caps(c.keys))))
    });
    let none = found.is_empty().then(|| el("p", "empty").says("There is no such command.").into());
    [field.into(), el("ul", "commands").all(rows).into()].into_iter().chain(none).collect()
}

fn programs(run: Run) -> Vec<Node> {
    let all = run.programs.get();
    if all.is_empty() {
        return vec![
            el("p", "empty").says("Programs that you run are kept here, the last twenty, in this browser only.").into(),
        ];
    }
    let rows = all.iter().enumerate().map(|(i, program)| {
        let lines = program.text.lines().count();
        let row = el("button", "item")
            .does(act(format!("bring {i}")))
            .with(el("span", "").says(title_of(&program.text)))
            .with(el("span", "push quiet").says(format!("{lines} lines, {}", program.when)));
        el("li", "").with(row)
    });
    let words = "The last programs that ran here. What is in the editor now is kept as well.";
    vec![el("p", "soft").says(words).into(), el("ul", "commands").all(rows).into()]
}

/// What a program is called: its first comment, else its functions.
fn title_of(text: &str) -> String {
    let comment = text.lines().map(str::trim).find_map(|l| l.strip_prefix("// ")).filter(|c| !c.is_empty());
    let funcs = || {
        let names = text.lines().filter_map(|l| l.strip_prefix("func ")?.split('(').next()).filter(|n| !n.is_empty());
        names.take(4).collect::<Vec<_>>().join(", ")
    };
    let title = comment.map_or_else(funcs, str::to_owned);
    title.chars().take(60).collect()
}

fn files(run: Run) -> Vec<Node> {
    let row = |name: &'static str, words: &'static str, what: &'static str| {
        el("li", "").with(
            el("button", "item")
                .does(act(name))
                .with(el("span", "").says(words))
                .with(el("span", "push quiet").says(what)),
        )
    };
    let here = run.scene.with(Option::is_some);
    let open = el("label", "btn").with(text("Open a file …")).with(
        el("input", "sr")
            .attr("id", "open-file")
            .attr("type", "file")
            .attr("accept", ".go,.txt,.txtar,text/plain")
            .does(act("open")),
    );
    let mut rows = vec![
        row("share", "Copy a link to this moment", "program, schedule, step, selection"),
        row("embed", "Copy a snippet for another page", "an iframe with this page"),
        row("save", "Save the program", ".go, or .txtar for several files"),
    ];
    if here {
        rows.extend([
            row("export module", "Save a Go module", ".zip with a test for real Go"),
            row("export trace", "Save the trace", ".json for ui.perfetto.dev"),
            row("export svg", "Save the lanes as a drawing", ".svg"),
            row("export png", "Save the lanes as a picture", ".png"),
        ]);
    }
    let words = "A .go file or a txtar archive; dropping it on the editor does the same. It takes the place of the text, which stays among the earlier programs.";
    vec![el("p", "soft").says(words).into(), el("p", "").with(open).into(), el("ul", "commands").all(rows).into()]
}

fn settings(run: Run) -> Vec<Node> {
    let s = run.settings.get();
    let owned = |(a, b): (&str, &str)| (a.to_owned(), b.to_owned());
    let themes = [("", "as the system"), ("light", "light"), ("dark", "dark")].map(owned);
    let keys = [("on", "on"), ("off", "off")].map(owned);
    let sizes: Vec<_> = layout::FONT_SIZES.iter().map(|n| (n.to_string(), format!("{n} px"))).collect();
    let clear = button("btn", "forget", "Forget everything kept here");
    let words = "Settings, the program, its input and the last twenty programs lie in this browser's local storage, and nowhere else.";
    vec![
        el("div", "fields")
            .with(choice("set-theme", "Colours", &themes, s.theme.clone()))
            .with(choice(
                "font",
                "Text of the editor",
                &sizes,
                if s.font == 0 { layout::FONT } else { s.font }.to_string(),
            ))
            .with(choice("set-keys", "Single-letter keys", &keys, if s.keys { "on" } else { "off" }.to_owned()))
            .into(),
        el("p", "soft").says(words).into(),
        el("p", "").with(clear).into(),
    ]
}

fn about() -> Vec<Node> {
    let p = |words: &'static str| Node::from(el("p", "").says(words));
    let link = |href: &'static str, words: &'static str| -> Element {
        el("a", "").attr("href", href).attr("target", "_blank").attr("rel", "noopener").says(words)
    };
    vec![
        p(
            "golanes runs Go in this page: an interpreter of its own, written in Rust and compiled to WebAssembly, whose scheduler can be watched, \
           stopped, turned back and decided by hand. Time is virtual, and the same seed gives the same run.",
        ),
        el("h3", "").says("What leaves this browser").into(),
        p(
            "Nothing. There is no server behind this page, no telemetry and no cookie. Programs, input, settings and the last twenty programs lie in \
           local storage; Settings can forget them. A link holds its program in the part of the address that browsers do not send.",
        ),
        el("h3", "").says("Licences").into(),
        el("p", "")
            .with(text("Parts of Go’s standard library are inside, under "))
            .with(link("./GO-LICENSE.txt", "Go’s licence"))
            .with(text(". What else is inside, with authors and terms: "))
            .with(link("./licences.txt", "all licences"))
            .with(text("."))
            .into(),
        p("golanes is not affiliated with the Go project or Google."),
        el("p", "quiet").says(concat!("Version ", env!("CARGO_PKG_VERSION"))).into(),
    ]
}
