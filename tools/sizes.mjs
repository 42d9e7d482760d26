// Prints the size of each file of a folder, as it is and gzipped, and what a first view takes; fails above the budgets.
// Usage: node tools/sizes.mjs [dist]
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Gzipped kilobytes: what must be there before a person can read and type, and everything. */
const BUDGETS = { first: 300, all: 1500 };
/** Loaded after the first view: the engine, the editor that replaces the text area, Go's library, the examples. */
const LATER = /^(worker|editor-\w+\.js|programs|go-\w+\.pack|GO-LICENSE)/;

const dir = process.argv[2] ?? "dist";
let first = 0;
let all = 0;
for (const name of readdirSync(dir, { recursive: true }).sort()) {
  const file = join(dir, name);
  if (statSync(file).isDirectory() || name.startsWith(".stage")) continue;
  const bytes = readFileSync(file);
  const zipped = gzipSync(bytes, { level: 9 }).length;
  all += zipped;
  if (!LATER.test(name)) first += zipped;
  console.log(`${String(bytes.length).padStart(9)} ${String(zipped).padStart(9)} gzip  ${name}`);
}
const kilo = (n) => `${(n / 1000).toFixed(1)} kB`;
console.log(`first view ${kilo(first)} gzip of ${BUDGETS.first}, all ${kilo(all)} gzip of ${BUDGETS.all}`);
if (first > BUDGETS.first * 1000 || all > BUDGETS.all * 1000) {
  console.error("above the budget");
  process.exit(1);
}
