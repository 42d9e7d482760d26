//! Everything a person can do, in one table: the palette runs it, the overlay of keys lists it.

/// A command.
#[derive(Debug, Clone, Copy)]
pub(super) struct Command {
    /// What it belongs to.
    pub(super) group: &'static str,
    /// The name by which `controls` knows it; empty for what only keys do.
    pub(super) name: &'static str,
    pub(super) words: &'static str,
    /// The keys, as they are told; several with commas between.
    pub(super) keys: &'static str,
}

const fn command(group: &'static str, name: &'static str, words: &'static str, keys: &'static str) -> Command {
    Command { group, name, words, keys }
}

/// All of them, in the order in which they are listed.
pub(super) const ALL: &[Command] = &[
    command("Program", "run", "Format and run", "Shift+Enter, Ctrl+Enter, R"),
    command("Program", "format", "Format", "Alt+F"),
    command("Program", "share", "Copy a link to this moment", "Ctrl+S"),
    command("Program", "files", "Open, save, export …", ""),
    command("Program", "programs", "Earlier programs …", ""),
    command("Program", "explore 1000", "Try 1,000 schedules", ""),
    command("Travel", "play", "Play or pause", "Space"),
    command("Travel", "step", "One step on", "→"),
    command("Travel", "back", "One step back", "←"),
    command("Travel", "", "Next or last event of the selected goroutine", "Shift+→, Shift+←"),
    command("Travel", "start", "To the start", "Home"),
    command("Travel", "end", "To the end", "End"),
    command("Travel", "faster", "Faster", "+"),
    command("Travel", "slower", "Slower", "−"),
    command("Travel", "dice", "Another seed", ""),
    command("Travel", "you", "You are the scheduler", ""),
    command("Travel", "", "You are the scheduler: choose, take back", "1 … 9, U"),
    command("Lanes", "search", "Find a goroutine or an event", "/"),
    command("Lanes", "zoom in", "Zoom in", "W, Ctrl+wheel"),
    command("Lanes", "zoom out", "Zoom out", "S"),
    command("Lanes", "", "Pan", "A, D, Shift+wheel"),
    command("Lanes", "zoom fit", "To the selection; again: what fits", "F"),
    command("Lanes", "", "Cause or effect of the selected event", "[, ]"),
    command("Lanes", "pin", "Pin the selected goroutine", "P"),
    command("Lanes", "hide", "Hide the selected goroutine", "H"),
    command("Lanes", "unhide", "Show all, unpinned", ""),
    command("Lanes", "rows goroutines", "A lane for each goroutine", ""),
    command("Lanes", "rows procs", "A lane for each P", ""),
    command("Lanes", "rows text", "The run as text", ""),
    command("Lanes", "axis steps", "Axis: steps", ""),
    command("Lanes", "axis time", "Axis: virtual time", ""),
    command("Lanes", "axis talk", "Axis: only communication", ""),
    command("Breakpoints", "", "Set or remove one at the cursor", "F9"),
    command("Breakpoints", "on", "On to the next", "F8"),
    command("Breakpoints", "last", "Back to the last", "Shift+F8"),
    command("Breakpoints", "", "Run to the cursor", "Ctrl+F8"),
    command("Editor", "", "Complete", "Ctrl+Space"),
    command("Editor", "", "Go to the definition", "F12, Ctrl+click"),
    command("Editor", "", "Find", "Ctrl+F"),
    command("Editor", "", "Leave the editor", "Esc, then Tab"),
    command("Editor", "larger", "Larger text", "Ctrl+wheel"),
    command("Editor", "smaller", "Smaller text", ""),
    command("Lessons", "", "Next or last lesson", "PageDown, PageUp"),
    command("Lessons", "lesson-reset", "The lesson’s program as it was", ""),
    command("Lessons", "to-playground", "This program into the playground", ""),
    command("Page", "embed", "Copy a snippet that shows this page inside another", ""),
    command("Page", "palette", "All commands", "Ctrl+Shift+P"),
    command("Page", "keys", "This list of keys", "?"),
    command("Page", "present", "Presenter mode", "F5"),
    command("Page", "theme", "Light or dark", ""),
    command("Page", "settings", "Settings …", ""),
    command("Page", "about", "About golanes", ""),
];

/// The commands whose words have these, those that begin with them first.
pub(super) fn matching(words: &str) -> Vec<&'static Command> {
    let words = words.trim().to_lowercase();
    let named = ALL.iter().filter(|c| !c.name.is_empty());
    let (mut first, rest): (Vec<_>, Vec<_>) = named
        .filter(|c| c.words.to_lowercase().contains(&words) || c.group.to_lowercase().contains(&words))
        .partition(|c| c.words.to_lowercase().starts_with(&words));
    first.extend(rest);
    first
}
