//! The reference: for now what there is of Go's library, from the table that `make oracle` generates.

use super::fetch::fetch;
use super::icons::{CROSS, Icon, PART, TICK};
use super::places::Place;
use leptos::prelude::*;
use serde::Deserialize;
use wasm_bindgen_futures::spawn_local;

/// A package of Go's library, as `library.json` tells of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Package {
    /// Its import path.
    path: String,
    /// Whether it is here.
    state: State,
    /// Exported names that are not here.
    lacks: Vec<String>,
    /// Why.
    why: String,
    /// Where its source is: `core` in every build, `common` and `rare` are fetched; empty if it is not here.
    part: String,
    /// What its source takes there, in bytes.
    bytes: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum State {
    Complete,
    Lacks,
    None,
}

/// What has become of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Table {
    Coming,
    Lost,
    Here(Vec<Package>),
}

/// The place.
#[component]
pub(super) fn Reference() -> impl IntoView {
    let table = RwSignal::new(Table::Coming);
    let load = move || {
        table.set(Table::Coming);
        spawn_local(async move {
            let text = fetch("./library.json").await;
            let list = text.and_then(|t| serde_json::from_str(&t).ok());
            table.set(list.map_or(Table::Lost, Table::Here));
        });
    };
    load();
    view! {
        <main class="reference scroll">
            <div class="page">
                <h1>"Reference"</h1>
                <p class="soft">
                    "What a program here can import. Modules, versions, commands and Docker builds are still to come; the "
                    <a href=Place::Playground.fragment()>"playground"</a>
                    " is where to try a package."
                </p>
                <h2 id="packages">"Packages of Go’s library"</h2>
                {move || match table.get() {
                    Table::Coming => view! { <p class="empty" role="status">"The table is being fetched."</p> }.into_any(),
                    Table::Lost => {
                        view! {
                            <p class="empty" role="alert">
                                "The table could not be fetched. "
                                <button class="btn" on:click=move |_| load()>"Try again"</button>
                            </p>
                        }
                            .into_any()
                    }
                    Table::Here(list) => view! { <Packages list=list/> }.into_any(),
                }}
            </div>
        </main>
    }
}

/// Whether a package or one of the names that it lacks has the words in it.
fn matches(package: &Package, words: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(words);
    has(&package.path) || package.lacks.iter().any(|n| has(n) || has(&format!("{}.{n}", package.path)))
}

#[component]
fn Packages(list: Vec<Package>) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let of = |state: State| list.iter().filter(|p| p.state == state).count();
    let summary = format!(
        "Of {} packages that a program can import, {} are complete, {} lack some names and {} are not here.",
        list.len(),
        of(State::Complete),
        of(State::Lacks),
        of(State::None)
    );
    let shown = Memo::new(move |_| {
        let words = words.with(|w| w.trim().to_lowercase());
        list.iter().filter(|p| matches(p, &words)).cloned().collect::<Vec<_>>()
    });
    view! {
        <p>{summary}</p>
        <div class="search">
            <label class="field" for="package">"Find"</label>
            <input
                class="input"
                id="package"
                type="search"
                placeholder="json, time, exec.Command …"
                autocapitalize="off"
                autocomplete="off"
                spellcheck="false"
                prop:value=move || words.get()
                on:input:target=move |event| words.set(event.target().value())
            />
            <span class="quiet" role="status">{move || match shown.with(Vec::len) {
                0 => "nothing found".to_owned(),
                1 => "1 package".to_owned(),
                n => format!("{n} packages"),
            }}</span>
        </div>
        <table class="packages">
            <thead>
                <tr>
                    <th scope="col">"Import path"</th>
                    <th scope="col">"State"</th>
                    <th scope="col" class="where">"Source"</th>
                </tr>
            </thead>
            <tbody>{move || shown.get().into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}

fn row(package: Package) -> impl IntoView {
    let (glyph, word, class) = match package.state {
        State::Complete => (TICK, "complete", "state good"),
        State::Lacks => (PART, "lacks some names", "state part"),
        State::None => (CROSS, "not here", "state none"),
    };
    let place = match package.part.as_str() {
        "" => String::new(),
        "core" => "always there".to_owned(),
        _ => format!("fetched, {:.1} kB", f64::from(package.bytes) / 1000.0),
    };
    let lacks = (!package.lacks.is_empty()).then(|| {
        view! {
            <details>
                <summary>{format!("{} names", package.lacks.len())}</summary>
                <p class="names">{package.lacks.join("  ")}</p>
            </details>
        }
    });
    let why = (!package.why.is_empty()).then(|| view! { <span class="why">{package.why}</span> });
    view! {
        <tr>
            <th scope="row">
                <a href=format!("https://pkg.go.dev/{}", package.path) rel="external">
                    {package.path.clone()}
                </a>
            </th>
            <td>
                <span class=class>
                    <Icon glyph=glyph/>
                    {word}
                </span>
                {why}
                {lacks}
            </td>
            <td class="where">{place}</td>
        </tr>
    }
}
