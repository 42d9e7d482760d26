// Prints the size of each file of a folder, as it is and gzipped, and what a first view takes; fails above the budgets.
// Usage: node tools/sizes.mjs [dist]
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Gzipped kilobytes: what must be there before a person can read and type; everything but Go's library; and the parts
 * of that, each of which comes when a program needs it: what every program needs, packages that many import, the others, ciphers, the network and HTTP, our subsets of the modules of others, the time zone database, first
 * sentences of the documentation. */
const BUDGETS = { first: 300, app: 1500, content: 500, notices: 60, core: 150, common: 250, rare: 300, crypto: 250, web: 300, modules: 120, zones: 40, docs: 150 };
/** Loaded after the first view: the engine, the editor that replaces the text area, what dresses Markdown that can be read without, the examples. */
const LATER = /^(library\.json|worker|engine|editor-\w+\.js|markdown-\w+\.js|programs)/;
/** Lessons and pages of the reference: each comes when somebody opens it, 4 kB or so with its programs; their lists when somebody looks. */
const CONTENT = /^(lessons|reference)\//;
/** Fetched by those who want to read it. */
const NOTICES = /^(licences|GO-LICENSE)/;
const LIBRARY = /^(core|common|rare|crypto|web|modules|zones|docs)-\w+\.pack$/;

const dir = process.argv[2] ?? "dist";
let first = 0;
let app = 0;
let content = 0;
let notices = 0;
const library = { core: 0, common: 0, rare: 0, crypto: 0, web: 0, modules: 0, zones: 0, docs: 0 };
for (const name of readdirSync(dir, { recursive: true }).sort()) {
  const file = join(dir, name);
  if (statSync(file).isDirectory() || name.startsWith(".stage")) continue;
  const bytes = readFileSync(file);
  const zipped = gzipSync(bytes, { level: 9 }).length;
  const part = LIBRARY.exec(name)?.[1];
  if (part) library[part] += zipped;
  else if (NOTICES.test(name)) notices += zipped;
  else if (CONTENT.test(name)) content += zipped;
  else app += zipped;
  if (!LATER.test(name) && !CONTENT.test(name) && !NOTICES.test(name) && !part) first += zipped;
  console.log(`${String(bytes.length).padStart(9)} ${String(zipped).padStart(9)} gzip  ${name}`);
}
const kilo = (n) => `${(n / 1000).toFixed(1)} kB`;
const told = [["first view", first, BUDGETS.first], ["app", app, BUDGETS.app], ["lessons and reference", content, BUDGETS.content], ["notices", notices, BUDGETS.notices], ...Object.entries(library).map(([part, n]) => [`library: ${part}`, n, BUDGETS[part]])];
console.log(told.map(([what, n, most]) => `${what} ${kilo(n)} gzip of ${most}`).join(", "));
if (told.some(([, n, most]) => n > most * 1000)) {
  console.error("above the budget");
  process.exit(1);
}
