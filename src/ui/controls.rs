//! What the page's own controls do, by name.

use super::files;
use super::layout::{self, Large};
use super::lessons;
use super::overlay::Overlay;
use super::reference;
use super::run::{Run, Sheet, Tab};
use super::storage::{self, Density, Settings, StepBy};
use crate::protocol::{AxisKind, Export, Rows};
use leptos::prelude::*;

/// Does what the control of this name does; `value` is a field's.
pub(super) fn perform(run: Run, name: &str, value: String) {
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    match first {
        "run" => run.start(),
        "format" => run.format(),
        "example" => run.example(rest.to_owned()),
        "play" => run.toggle(),
        "back" => run.step(true, false),
        "step" => run.step(false, false),
        "start" => run.seek(0),
        "end" => run.seek_end(),
        "seek" => {
            if let Ok(events) = value.parse() {
                run.seek(events);
            }
        }
        "speed" => run.set(|s| s.speed = value.parse().unwrap_or(0)),
        "procs" => run.set(|s| s.procs = value.parse().unwrap_or(4)),
        "seed" => run.set(|s| s.seed = value.parse().unwrap_or(1)),
        "dice" => run.set(|s| s.seed += 1),
        "unit" => {
            if let Some(by) = StepBy::ALL.into_iter().find(|by| by.name() == value) {
                run.set(|s| s.step = by);
            }
        }
        "theme" => run.set(|s| {
            let dark = layout::is_dark(s);
            s.theme = if dark { "light" } else { "dark" }.to_owned();
        }),
        "present" => run.present(true),
        "large" => {
            let panel = Large::ALL.into_iter().find(|l| l.name() == rest);
            run.large.update(|l| *l = if *l == panel { None } else { panel });
        }
        "sheet" => run.sheet.set(match rest {
            "why" => Sheet::Why,
            "code" => Sheet::Code,
            "results" => Sheet::Results,
            _ => Sheet::Inside,
        }),
        "tab" => {
            if let Some(tab) = Tab::ALL.into_iter().find(|t| t.id() == rest) {
                run.tab.set(tab);
            }
        }
        "problem" => {
            let mut words = rest.splitn(3, ' ');
            let place = (|| Some((words.next()?.parse().ok()?, words.next()?.parse().ok()?)))();
            if let Some((line, column)) = place {
                run.pick.set(Some((words.next().unwrap_or_default().to_owned(), line, column)));
            }
        }
        "fix" => run.fix_problem(rest),
        "try" => lessons::try_program(run, rest),
        "variant" => lessons::show(run, rest),
        "knob" => {
            if let Some((name, value)) = rest.split_once(' ') {
                lessons::turn_knob(run, name, value);
            }
        }
        "guess" => {
            if let Some((Ok(question), Ok(option))) = rest.split_once(' ').map(|(q, o)| (q.parse(), o.parse())) {
                lessons::guess(run, question, option);
            }
        }
        "lesson-reset" => lessons::reset(run),
        "lesson-words" => run.school.words.set(value),
        "lessons" => lessons::fetch_index(run),
        "compare" => lessons::compare(run),
        "to-playground" => lessons::to_playground(run),
        "embed" => lessons::copy_embed(run),
        "anchor" => {
            layout::turn_to(rest);
        }
        "open" => {
            run.bring(rest.to_owned());
            layout::go("#/");
        }
        "part" => run.shelf.tried.set(run, rest, value),
        "reference-words" => reference::search(run, value),
        "reference-list" => reference::fetch_index(run),
        "copy" => files::copy(run, rest.to_owned(), "It is in the clipboard."),
        "new-file" => run.add_file(),
        "stdin" => run.feed(value),
        "explore" => run.explore(rest.parse().unwrap_or(0)),
        "unreplay" => run.end_replay(),
        "condition" => {
            if let Ok(id) = rest.parse() {
                run.set_condition(id, value);
            }
        }
        "unstop" => {
            if let Ok(id) = rest.parse() {
                run.unstop.set(Some(id));
            }
        }
        "faster" => run.faster(true),
        "slower" => run.faster(false),
        "you" => {
            let now = run.scheduler.with_untracked(|s| s == "you");
            run.schedule_by(if now { "" } else { "you" }.to_owned());
        }
        "over" => run.overlay.set(None),
        "do" => {
            run.overlay.set(None);
            perform(run, rest, String::new());
        }
        "command" => run.command.set(value),
        "keys" => run.overlay.set(Some(Overlay::Keys)),
        "palette" => {
            run.command.set(String::new());
            run.overlay.set(Some(Overlay::Palette));
        }
        "programs" => run.overlay.set(Some(Overlay::Programs)),
        "files" => run.overlay.set(Some(Overlay::Files)),
        "settings" => run.overlay.set(Some(Overlay::Settings)),
        "about" => run.overlay.set(Some(Overlay::About)),
        "bring" => {
            let program = rest.parse().ok().and_then(|i: usize| run.programs.with_untracked(|p| p.get(i).cloned()));
            if let Some(program) = program {
                run.overlay.set(None);
                run.bring(program.text);
            }
        }
        "share" => run.share(),
        "export" => match rest {
            "svg" => run.export(Export::Svg { dark: run.settings.with_untracked(layout::is_dark) }),
            "trace" => run.export(Export::Trace),
            "module" => run.export(Export::Module),
            _ => files::save_picture(run),
        },
        "save" => files::save_program(run),
        "report" => files::report(run),
        "set-theme" => run.set(|s| s.theme = value),
        "set-keys" => run.set(|s| s.keys = value == "on"),
        "font" => run.set(|s| s.font = value.parse().unwrap_or(0)),
        "larger" => run.resize_text(true),
        "smaller" => run.resize_text(false),
        "forget" => {
            storage::forget();
            run.programs.set(Vec::new());
            run.set(|s| *s = Settings::default());
            storage::forget();
            run.tell(
                "Everything that was kept here is forgotten. The text in the editor will be, once the page is closed.",
            );
        }
        "scheduler" => run.schedule_by(value),
        "undo" => run.take_back(),
        "stop-when" => run.stop_when(value),
        "on" => run.run_on(false, None),
        "last" => run.run_on(true, None),
        "uncrash" => run.crash.set(None),
        "rows" => {
            run.twin.set(rest == "text");
            if rest != "text" {
                run.set(|s| s.rows = if rest == "procs" { Rows::Procs } else { Rows::Goroutines });
            }
        }
        "axis" => run.set(|s| {
            s.axis = match rest {
                "time" => AxisKind::Time,
                "talk" => AxisKind::Talk,
                _ => AxisKind::Steps,
            }
        }),
        "density" => {
            if let Some(density) = Density::ALL.into_iter().find(|d| d.name() == rest) {
                run.set(|s| s.density = density);
            }
        }
        "group" => run.set(|s| s.group = !s.group),
        "pin" => run.pin(),
        "hide" => run.hide(),
        "unhide" => run.lanes.set(Default::default()),
        "search" => {
            run.searching.set(true);
            request_animation_frame(|| layout::focus("#find"));
        }
        "find" => run.lanes.update(|l| {
            run.lost.set(false);
            l.filter = value;
        }),
        "zoom" => run.zoom.set(Some(rest.to_owned())),
        "package" => run.words.set(value),
        "library" => run.fetch_library(),
        // Nothing that the page makes has another name.
        _ => {}
    }
}
