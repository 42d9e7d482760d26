// The program's editor: CodeMirror, which owns text, cursor and undo. In go texts, problems and marks; out come edits.
// It knows nothing of goroutines beyond the chips it is told to show.
import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from "@codemirror/commands";
import { go } from "@codemirror/lang-go";
import { HighlightStyle, bracketMatching, codeFolding, foldGutter, foldKeymap, indentUnit, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, RangeSet, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration, EditorView, GutterMarker, MatchDecorator, ViewPlugin, WidgetType, drawSelection, gutter, highlightActiveLine,
  highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { lineIn, placeOf } from "./sections.js";
import { service } from "./service.js";

// Code is nearly monochrome: only what moves has the accent (see style/editor.css for the colours).
const highlighting = HighlightStyle.define([
  { tag: tags.keyword, class: "tok-keyword" },
  { tag: [tags.string, tags.special(tags.string), tags.character], class: "tok-string" },
  { tag: tags.comment, class: "tok-comment" },
]);
const moves = new MatchDecorator({
  regexp: /\b(?:go|chan|select|close)\b|<-/g,
  decorate: (add, from, to, _match, view) => {
    const name = syntaxTree(view.state).resolveInner(from, 1).name;
    if (!/String|Rune|Comment/.test(name)) add(from, to, Decoration.mark({ class: "tok-moves" }));
  },
});
const movesPlugin = ViewPlugin.define(
  (view) => ({
    decorations: moves.createDeco(view),
    update(u) {
      // The tree may come after the text: what lies in a string is known only then.
      const grown = syntaxTree(u.startState) !== syntaxTree(u.state);
      this.decorations = grown ? moves.createDeco(u.view) : moves.updateDeco(u, this.decorations);
    },
  }),
  { decorations: (plugin) => plugin.decorations },
);

const setMarks = StateEffect.define();

class Chips extends WidgetType {
  constructor(marks) {
    super();
    this.marks = marks;
  }
  eq(other) {
    return JSON.stringify(other.marks) === JSON.stringify(this.marks);
  }
  toDOM() {
    const here = document.createElement("span");
    here.className = "here";
    // Who stands where is told in the lanes too.
    here.setAttribute("aria-hidden", "true");
    for (const mark of this.marks.slice(0, 6)) {
      const chip = document.createElement("b");
      chip.className = `g d${mark.dye}${mark.notch ? " notch" : ""}${mark.running ? "" : " off"}`;
      chip.textContent = `G${mark.goid}`;
      here.append(chip);
    }
    if (this.marks.length > 6) here.append(`+${this.marks.length - 6}`);
    return here;
  }
  ignoreEvent() {
    return true;
  }
}

class Bar extends GutterMarker {
  constructor(dye) {
    super();
    this.dye = dye;
  }
  eq(other) {
    return other.dye === this.dye;
  }
  toDOM() {
    const bar = document.createElement("i");
    bar.className = `bar d${this.dye}`;
    return bar;
  }
}

const none = { lines: Decoration.none, bars: RangeSet.empty };
const marksField = StateField.define({
  create: () => none,
  update(value, tr) {
    for (const effect of tr.effects) {
      if (!effect.is(setMarks)) continue;
      const byLine = new Map();
      for (const mark of effect.value) {
        const line = lineIn(tr.state.doc, mark.file, mark.line);
        if (line) byLine.set(line, [...(byLine.get(line) ?? []), mark]);
      }
      const lines = [];
      const bars = [];
      for (const line of [...byLine.keys()].sort((a, b) => a - b)) {
        const marks = byLine.get(line);
        const at = tr.state.doc.line(line);
        const first = marks.find((m) => m.running) ?? marks[0];
        lines.push(Decoration.line({ class: `at d${first.dye}` }).range(at.from));
        lines.push(Decoration.widget({ widget: new Chips(marks), side: 1 }).range(at.to));
        bars.push(new Bar(first.dye).range(at.from));
      }
      return { lines: Decoration.set(lines), bars: RangeSet.of(bars) };
    }
    return tr.docChanged ? none : value;
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.lines),
});
const barGutter = gutter({ class: "bars", markers: (view) => view.state.field(marksField).bars });

// Places to stop at: each has a number, by which the page knows it wherever its line goes.
const setStop = StateEffect.define({ map: (value, mapping) => ({ ...value, at: mapping.mapPos(value.at) }) });
let lastStop = 0;

class StopMarker extends GutterMarker {
  constructor(id) {
    super();
    this.id = id;
  }
  eq(other) {
    return other.id === this.id;
  }
  toDOM() {
    const mark = document.createElement("i");
    mark.className = "stop-mark";
    mark.title = "Breakpoint";
    return mark;
  }
}

const stopsField = StateField.define({
  create: () => RangeSet.empty,
  update(set, tr) {
    let now = set.map(tr.changes);
    for (const effect of tr.effects) {
      if (!effect.is(setStop)) continue;
      const { at, id } = effect.value;
      now = now.update({ filter: (from, _to, marker) => from !== at && marker.id !== id, add: id ? [new StopMarker(id).range(at)] : [] });
    }
    return now;
  },
});

/** Sets a breakpoint at a line, or takes it away. */
function toggleStop(view, at) {
  let here = false;
  view.state.field(stopsField).between(at, at, (from) => {
    here ||= from === at;
  });
  view.dispatch({ effects: setStop.of({ at, id: here ? 0 : (lastStop += 1) }) });
  return true;
}
const stopGutter = gutter({
  class: "stops-gutter",
  markers: (view) => view.state.field(stopsField),
  domEventHandlers: { mousedown: (view, line) => toggleStop(view, line.from) },
});

/** Numbers, lines and files of all breakpoints. */
function stopsOf(state) {
  const all = [];
  state.field(stopsField).between(0, state.doc.length, (from, _to, marker) => {
    const { file, line } = placeOf(state.doc, state.doc.lineAt(from).number);
    all.push([marker.id, line, file]);
  });
  return JSON.stringify(all);
}

/** Columns in bytes of UTF-8, as gc counts them, to an offset in the line. */
function offsetOf(text, bytes) {
  let left = bytes;
  let at = 0;
  for (const char of text) {
    const code = char.codePointAt(0);
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (left < 0) break;
    at += char.length;
  }
  return at;
}

/** Where `text` has as many characters that are not blank as `start`, and as many blanks behind them on their line. */
function after(text, start) {
  let wanted = start.replace(/\s/g, "").length;
  let at = 0;
  while (wanted > 0 && at < text.length) {
    if (!/\s/.test(text[at])) wanted -= 1;
    at += 1;
  }
  const blanks = /\s*$/.exec(start)[0];
  const lines = blanks.split("\n").length - 1;
  for (let i = 0; i < lines; i += 1) {
    const next = text.indexOf("\n", at);
    if (next < 0 || /\S/.test(text.slice(at, next))) break;
    at = next + 1;
  }
  if (lines > 0) while (text[at] === "\t") at += 1;
  else if (blanks && text[at] === " ") at += 1;
  return at;
}

/** Makes an editor in `parent`. `onEdit` gets the text after every change, `onRun` is called by the keys that run, `onStops` gets numbers
 * and lines of breakpoints, `onCursor` the line to run to and its file, `onAsk` questions about places, `onTell` what the person should know. */
export function create(parent, text, describedBy, onEdit, onRun, onStops, onCursor, onAsk, onTell) {
  const names = service(onAsk, onTell);
  // The text that the problems are about, for what would change it.
  let about = "";
  const fix = (edits) => {
    if (view.state.doc.toString() !== about) return;
    view.dispatch({ changes: edits, userEvent: "input.fix" });
    view.focus();
  };
  const run = () => {
    onRun();
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        names.extensions, highlightSpecialChars(), codeFolding(), stopsField, stopGutter, lineNumbers({ domEventHandlers: { mousedown: (view, line) => toggleStop(view, line.from) } }), barGutter, foldGutter({ openText: "▾", closedText: "▸" }), highlightActiveLineGutter(), history(), drawSelection(), bracketMatching(), closeBrackets(),
        highlightActiveLine(), highlightSelectionMatches(), search({ top: true }), go(), syntaxHighlighting(highlighting),
        EditorState.readOnly.of("readonly" in document.documentElement.dataset), movesPlugin, marksField, EditorView.lineWrapping, indentUnit.of("\t"), EditorState.tabSize.of(4),
        keymap.of([
          { key: "F9", run: (view) => toggleStop(view, view.state.doc.lineAt(view.state.selection.main.head).from) },
          {
            key: "Mod-F8",
            run: (view) => {
              const { file, line } = placeOf(view.state.doc, view.state.doc.lineAt(view.state.selection.main.head).number);
              onCursor(line, file);
              return true;
            },
          },
          { key: "Mod-Enter", run }, { key: "Shift-Enter", run },
          { key: "Tab", run: indentMore, shift: indentLess },
          ...completionKeymap, ...closeBracketsKeymap, ...foldKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap,
        ]),
        EditorView.contentAttributes.of({ "aria-label": "Program", "aria-describedby": describedBy, id: "program", tabindex: "0" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onEdit(update.state.doc.toString());
          if (update.startState.field(stopsField) !== update.state.field(stopsField)) {
            const now = stopsOf(update.state);
            if (now !== stopsOf(update.startState)) onStops(now);
          }
        }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    setText(now) {
      const before = view.state.doc.toString();
      if (now === before) return;
      // Formatting moves blanks only: behind as many other characters as before, the cursor is where it was.
      const blanks = /\s/g;
      const { head } = view.state.selection.main;
      const same = now.replace(blanks, "") === before.replace(blanks, "");
      const anchor = same ? after(now, before.slice(0, head)) : 0;
      let from = 0;
      while (from < Math.min(now.length, before.length) && now[from] === before[from]) from += 1;
      let end = 0;
      while (end < Math.min(now.length, before.length) - from && now[now.length - 1 - end] === before[before.length - 1 - end]) end += 1;
      view.dispatch({
        changes: { from, to: before.length - end, insert: now.slice(from, now.length - end) },
        selection: { anchor },
        scrollIntoView: !same,
      });
    },
    setProblems(json) {
      const { doc } = view.state;
      about = doc.toString();
      const diagnostics = JSON.parse(json).filter((p) => lineIn(doc, p.file, p.line)).map((p) => {
        const line = doc.line(lineIn(doc, p.file, p.line));
        const from = Math.min(line.from + offsetOf(line.text, p.col - 1), line.to);
        const word = /^\w+/.exec(line.text.slice(from - line.from));
        return { from, to: Math.min(from + (word ? word[0].length : 1), line.to), severity: p.error ? "error" : "warning", message: p.message, actions: p.fixes.map(([name, edits]) => ({ name, apply: () => fix(edits) })) };
      });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    setMarks(json) {
      view.dispatch({ effects: setMarks.of(JSON.parse(json)) });
    },
    fix: (json) => fix(JSON.parse(json)),
    answer: (id, json) => names.answer(id, JSON.parse(json)),
    /** Starts another file at the end. */
    addFile(name) {
      const { doc } = view.state;
      const start = doc.length && !doc.toString().endsWith("\n") ? "\n" : "";
      const head = `${start}-- ${name} --\n`;
      const at = doc.length + start.length + 3;
      view.dispatch({ changes: { from: doc.length, insert: `${head}package main\n\n` }, selection: { anchor: at, head: at + name.length }, scrollIntoView: true });
      view.focus();
    },
    goTo(file, line, column) {
      const at = view.state.doc.line(lineIn(view.state.doc, file, line) || Math.max(1, Math.min(line, view.state.doc.lines)));
      const from = Math.min(at.from + offsetOf(at.text, column - 1), at.to);
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      view.focus();
    },
    show(file, line) {
      const n = lineIn(view.state.doc, file, line);
      if (!n) return;
      const at = view.state.doc.line(n).from;
      const block = view.lineBlockAt(at);
      const { scrollTop, clientHeight } = view.scrollDOM;
      if (block.top < scrollTop || block.bottom > scrollTop + clientHeight) {
        view.dispatch({ effects: EditorView.scrollIntoView(at, { y: "center" }) });
      }
    },
    unstop(id) {
      view.state.field(stopsField).between(0, view.state.doc.length, (from, _to, marker) => {
        if (marker.id === id) view.dispatch({ effects: setStop.of({ at: from, id: 0 }) });
      });
    },
    focus: () => view.focus(),
  };
}

globalThis.golanesEditor = { create };
dispatchEvent(new Event("golanes-editor"));
