// A text of several files: a txtar archive, whose files start behind lines `-- name --`. Before the first there is main.go.
const MARK = /^-- (\S(?:.*\S)?) --\s*$/;
const known = new WeakMap();

/** The files of a document: name and number of the first line of each, in order. */
export function sections(doc) {
  let all = known.get(doc);
  if (!all) {
    all = [{ file: "main.go", first: 1 }];
    for (let n = 1; n <= doc.lines; n += 1) {
      const name = MARK.exec(doc.line(n).text)?.[1];
      if (name) all.push({ file: name, first: n + 1 });
    }
    known.set(doc, all);
  }
  return all;
}

/** The number in the document of a line of a file, or 0 if it has none. */
export function lineIn(doc, file, line) {
  const all = sections(doc);
  const of = all.findLast((s) => s.file === file) ?? (file ? null : all[0]);
  const n = of ? of.first + line - 1 : 0;
  return n >= 1 && n <= doc.lines ? n : 0;
}

/** The file in which a line of the document is, and its number there. */
export function placeOf(doc, n) {
  const of = sections(doc).findLast((s) => s.first <= n);
  return { file: of.file, line: n - of.first + 1 };
}
