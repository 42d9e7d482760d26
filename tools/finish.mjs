// Trunk's hook after a build: gives the files that trunk leaves without one a hash of their content, tells the page their names, moves
// the inline start script to a file, and adds the content security policy. Works on the staging folder.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { licences } from "./licences.mjs";

const dir = process.env.TRUNK_STAGING_DIR;
const at = (name) => join(dir, name);
const hash = (text) => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** Renames a file after its content; the new name. */
function rename(name) {
  const now = name.replace(/(\.\w+)$/, `-${hash(readFileSync(at(name)))}$1`);
  renameSync(at(name), at(now));
  return now;
}

// Go's own library sources, packed by tools/pack.rs, and their licence.
copyFileSync("target/golib/GO-LICENSE", at("GO-LICENSE.txt"));
writeFileSync(at("licences.txt"), licences());
const library = {};
for (const part of ["core", "common", "rare", "crypto", "web", "modules", "zones", "docs"]) {
  copyFileSync(`target/golib/${part}.pack`, at(`${part}.pack`));
  library[part] = rename(`${part}.pack`);
}
// Each lesson's folder as one archive, and their list.
mkdirSync(at("lessons"));
for (const lesson of readdirSync("public/lessons", { withFileTypes: true })) {
  const path = join("public/lessons", lesson.name);
  if (lesson.isDirectory()) {
    const files = readdirSync(path).sort((a, b) => (b === "lesson.md") - (a === "lesson.md") || (a < b ? -1 : 1));
    const ended = (text) => (text.endsWith("\n") ? text : `${text}\n`);
    writeFileSync(at(`lessons/${lesson.name}.txtar`), files.map((f) => `-- ${f} --\n${ended(readFileSync(join(path, f), "utf8"))}`).join(""));
  } else {
    copyFileSync(path, at(`lessons/${lesson.name}`));
  }
}
/** WebAssembly as an xz stream; the program that squeezes it is the build script's (tools/pack.rs). The new file's name. */
function squeeze(name, now) {
  execFileSync("target/golib/squeeze", [at(name), at(now)]);
  rmSync(at(name));
  return rename(now);
}

/** Bundles a script that starts WebAssembly, with the names it is to know. */
function bundle(entry, file, format, names) {
  buildSync({
    entryPoints: [entry],
    outfile: at(file),
    bundle: true,
    minify: true,
    format,
    target: "es2022",
    define: Object.fromEntries(Object.entries(names).map(([name, value]) => [name, JSON.stringify(value)])),
    external: ["./golanes-*"],
    legalComments: "none",
    logLevel: "warning",
  });
  return rename(file);
}

const engine = squeeze("worker_bg.wasm", "engine.xz");
const names = { LIBRARY: library, ENGINE: engine, GLUE: rename("worker.js") };
const loader = bundle("src/worker/loader.js", "worker_loader.js", "iife", names);
const editor = rename("editor.js");
const markdown = rename("markdown.js");

let html = readFileSync(at("index.html"), "utf8");
const inline = /<script type="module"[^>]*>([\s\S]*?)<\/script>/.exec(html);
if (!inline) throw new Error("index.html has no inline module script; has trunk changed?");
const [, glue] = /from '(\.\/[\w-]+\.js)'/.exec(inline[1]);
const [, wasm] = /module_or_path: '\.\/([\w-]+\.wasm)'/.exec(inline[1]);
const page = squeeze(wasm, "page.xz");
const start = bundle("src/ui/start.js", "start.js", "esm", { PAGE: `./${page}`, GLUE: glue });
html = html.replace(inline[0], `<script type="module" src="./${start}"></script>`);
const preload = /<link rel="preload" href="[^"]*\.wasm"[^>]*>/;
if (!preload.test(html)) throw new Error("index.html does not preload the page's WebAssembly; has trunk changed?");
html = html.replace(preload, `<link rel="preload" href="./${page}" crossorigin="anonymous" as="fetch">`);
const meta = (name, content) => `<meta name="${name}" content="${content}">`;
const metas = [meta("golanes-worker", `./${loader}`), meta("golanes-editor", `./${editor}`), meta("golanes-markdown", `./${markdown}`)];
// While serving, trunk connects by a web socket to say that it has built anew.
const release = process.env.TRUNK_PROFILE === "release";
if (release && process.env.GOLANES_SERVE !== "1") {
  const policy = [
    "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:",
    "connect-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'none'",
  ].join("; ");
  metas.unshift(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}
html = html.replace(/<meta name="color-scheme"/, `${metas.join("\n    ")}\n    $&`);
writeFileSync(at("index.html"), html);
