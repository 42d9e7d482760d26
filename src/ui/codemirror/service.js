// What the editor knows of the program's names: it asks the engine and shows what comes back.
import { autocompletion, pickedCompletion } from "@codemirror/autocomplete";
import { EditorView, hoverTooltip, keymap } from "@codemirror/view";

const TYPES = { func: "function", var: "variable", const: "constant", field: "property", package: "namespace" };
/** How long an answer is waited for. */
const PATIENCE_MS = 4000;

/** Extensions that ask by `onAsk` and tell by `onTell` where something is that is not in the text; and what takes the answers. */
export function service(onAsk, onTell) {
  let last = 0;
  const waiting = new Map();
  const ask = (what, at) => new Promise((resolve) => {
    last += 1;
    const id = last;
    waiting.set(id, resolve);
    setTimeout(() => answer(id, null), PATIENCE_MS);
    onAsk(id, what, at);
  });
  function answer(id, said) {
    waiting.get(id)?.(said);
    waiting.delete(id);
  }

  const write = (item) => (view, completion, from, to) => {
    const insert = item.insert ?? item.label;
    const changes = [{ from, to, insert }];
    let anchor = from + insert.length;
    if (item.import) {
      changes.push(item.import);
      if (item.import.from <= from) anchor += item.import.insert.length - (item.import.to - item.import.from);
    }
    view.dispatch({ changes, selection: { anchor }, annotations: pickedCompletion.of(completion), userEvent: "input.complete" });
  };
  const complete = async (context) => {
    const word = context.matchBefore(/[\p{L}\p{Nd}_]+/u);
    const before = context.state.sliceDoc(Math.max(0, (word?.from ?? context.pos) - 1), word?.from ?? context.pos);
    if (!context.explicit && (word ? /^\d/.test(word.text) : before !== ".")) return null;
    const said = await ask("Complete", context.pos);
    if (!said?.items.length || context.aborted) return null;
    const options = said.items.map((item, i) => ({
      label: item.label, type: TYPES[item.kind] ?? item.kind, detail: item.detail, boost: Math.max(-99, 50 - i), apply: write(item),
    }));
    return { from: said.from, options, validFor: /^[\p{L}\p{Nd}_]*$/u };
  };

  const hover = hoverTooltip(async (_view, pos) => {
    const said = await ask("Hover", pos);
    if (!said?.name) return null;
    const [from, end, declaration, sentence] = said.name;
    return {
      pos: from,
      end,
      above: true,
      create() {
        const dom = document.createElement("div");
        dom.className = "about-name";
        dom.append(Object.assign(document.createElement("code"), { textContent: declaration }));
        if (sentence) dom.append(Object.assign(document.createElement("p"), { textContent: sentence }));
        return { dom };
      },
    };
  });

  const define = async (view, pos) => {
    const said = await ask("Define", pos);
    if (said?.place) {
      const [anchor, head] = said.place;
      view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      view.focus();
    } else if (said?.name) {
      const [path, name] = said.name;
      onTell(name ? `${name} is declared in package ${path} of Go's library.` : `${path} is a package of Go's library.`);
    } else {
      onTell("There is no name here whose declaration is known.");
    }
  };
  const extensions = [
    autocompletion({ override: [complete], icons: false, maxRenderedOptions: 60 }),
    hover,
    keymap.of([{ key: "F12", run: (view) => (define(view, view.state.selection.main.head), true) }]),
    EditorView.domEventHandlers({
      click(event, view) {
        if (!event.ctrlKey && !event.metaKey) return false;
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (at === null) return false;
        define(view, at);
        return true;
      },
    }),
  ];
  return { extensions, answer };
}
