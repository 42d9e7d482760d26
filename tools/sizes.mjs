// Prints the size of each file of a folder, as it is and gzipped.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const dir = process.argv[2] ?? "dist";
let total = 0;
for (const name of readdirSync(dir, { recursive: true }).sort()) {
  let bytes;
  try {
    bytes = readFileSync(join(dir, name));
  } catch {
    continue; // a folder
  }
  const zipped = gzipSync(bytes, { level: 9 }).length;
  total += zipped;
  console.log(`${String(bytes.length).padStart(9)} ${String(zipped).padStart(9)} gzip  ${name}`);
}
console.log(`${" ".repeat(9)} ${String(total).padStart(9)} gzip  in all`);
