//! The lanes' controls: what has a lane, what the axis counts, search, and the rest in a menu.

use super::icons::{Icon, MORE, SEARCH};
use super::menu::Menu;
use super::run::{Lanes, Run};
use super::storage::{Density, Settings};
use crate::protocol::{AxisKind, Rows};
use leptos::prelude::*;

/// A few words of which one holds.
fn segments<T: Copy + PartialEq + Send + Sync + 'static, const N: usize>(
    run: Run,
    label: &'static str,
    choices: [(&'static str, T); N],
    get: fn(&Settings) -> T,
    put: fn(&mut Settings, T),
) -> impl IntoView {
    let buttons = choices
        .map(|(name, value)| {
            view! {
                <button
                    aria-pressed=move || run.settings.with(|s| get(s) == value).to_string()
                    on:click=move |_| run.set(|s| put(s, value))
                >
                    {name}
                </button>
            }
        })
        .collect_view();
    view! { <div class="seg" role="group" aria-label=label>{buttons}</div> }
}

const DENSITIES: [(&str, Density); 6] = [
    ("Lanes as high as fits", Density::Auto),
    ("Tall lanes", Density::Tall),
    ("Normal lanes", Density::Normal),
    ("Compact lanes", Density::Compact),
    ("Thin lanes, no text", Density::Thin),
    ("Threads only", Density::Threads),
];

/// See above.
#[component]
pub(super) fn LaneBar(run: Run) -> impl IntoView {
    let rows = segments(
        run,
        "What has a lane",
        [("Goroutines", Rows::Goroutines), ("Ps", Rows::Procs)],
        |s| s.rows,
        |s, v| s.rows = v,
    );
    let axis = segments(
        run,
        "What the axis counts",
        [("Steps", AxisKind::Steps), ("Time", AxisKind::Time), ("Talk", AxisKind::Talk)],
        |s| s.axis,
        |s, v| s.axis = v,
    );
    let densities = DENSITIES
        .map(|(name, density)| {
            view! {
                <li>
                    <button
                        class="item"
                        aria-pressed=move || run.settings.with(|s| s.density == density).to_string()
                        on:click=move |_| run.set(|s| s.density = density)
                    >
                        {name}
                    </button>
                </li>
            }
        })
        .collect_view();
    let left_out = move || run.lanes.with(|l| l.hidden.len() + usize::from(!l.filter.is_empty()) + l.pinned.len());
    let more = view! { <Icon glyph=MORE/> }.into_any();
    view! {
        {rows}
        {axis}
        <Search run=run/>
        <Menu button="btn bare icon" label="More about lanes" summary=more>
            {densities}
            <li class="rule">
                <button
                    class="item"
                    aria-pressed=move || run.settings.with(|s| s.group).to_string()
                    on:click=move |_| run.set(|s| s.group = !s.group)
                >
                    "Equal goroutines share a lane"
                </button>
            </li>
            <li>
                <button class="item" disabled=move || run.selection.with(|s| s.goid.is_none()) on:click=move |_| run.pin()>
                    "Pin the selected goroutine"<kbd>"P"</kbd>
                </button>
            </li>
            <li>
                <button class="item" disabled=move || run.selection.with(|s| s.goid.is_none()) on:click=move |_| run.hide()>
                    "Hide the selected goroutine"<kbd>"H"</kbd>
                </button>
            </li>
            <li>
                <button class="item" disabled=move || left_out() == 0 on:click=move |_| run.lanes.set(Lanes::default())>
                    "Show all, unpinned"
                </button>
            </li>
        </Menu>
    }
}

/// A field that filters lanes while one types and goes to the next event that the words tell of.
#[component]
fn Search(run: Run) -> impl IntoView {
    let open = RwSignal::new(false);
    let words = RwSignal::new(String::new());
    let close = move || {
        open.set(false);
        run.lost.set(false);
        run.lanes.update(|l| l.filter.clear());
        words.set(String::new());
        super::layout::focus(".lanes");
    };
    view! {
        <span class="search-lanes" class:open=move || open.get()>
            <button
                class="btn bare icon"
                aria-label="Find a goroutine or an event"
                title="Find a goroutine or an event (/)"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| {
                    open.set(true);
                    super::layout::focus("#find");
                }
            >
                <Icon glyph=SEARCH/>
            </button>
            <input
                class="input"
                id="find"
                type="search"
                placeholder="Name, or Enter for an event"
                aria-label="Find: goroutines while you type, the next event by Enter"
                aria-describedby="find-lost"
                on:focus=move |_| open.set(true)
                prop:value=move || words.get()
                on:input:target=move |event| {
                    words.set(event.target().value());
                    run.lost.set(false);
                }
                on:keydown=move |event| {
                    match event.key().as_str() {
                        "Enter" => {
                            let text = words.get_untracked();
                            if !text.is_empty() {
                                run.lanes.update(|l| l.filter.clear());
                                run.find(text, event.shift_key());
                            }
                        }
                        "Escape" => close(),
                        _ => return,
                    }
                    event.prevent_default();
                    event.stop_propagation();
                }
                on:keyup=move |event| {
                    // Filtering needs no Enter, finding does.
                    if event.key() != "Enter" && event.key() != "Shift" {
                        let text = words.get_untracked();
                        run.lanes.update(|l| l.filter = text);
                    }
                }
                on:blur=move |_| {
                    if words.with_untracked(String::is_empty) {
                        open.set(false);
                    }
                }
            />
            <span id="find-lost" class="warn-text" role="status">
                {move || run.lost.get().then_some("not found")}
            </span>
        </span>
    }
}
