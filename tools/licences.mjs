// What is inside the page, by whom and under which terms: the crates that are compiled into it and the editor's packages.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const TEXT = /^(licen[cs]e|copying|notice|unlicense)/i;

/** The texts of a package's folder. */
function texts(folder) {
  const names = readdirSync(folder, { withFileTypes: true }).filter((e) => e.isFile() && TEXT.test(e.name));
  return names.map((e) => readFileSync(join(folder, e.name), "utf8").replace(/\r/g, "").trim());
}

/** Crates that the page's two binaries are made of: no build scripts, no tests. */
function crates() {
  const args = ["metadata", "--format-version", "1", "--offline", "--filter-platform", "wasm32-unknown-unknown"];
  const data = JSON.parse(execFileSync("cargo", args, { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] }));
  const nodes = new Map(data.resolve.nodes.map((n) => [n.id, n]));
  const packages = new Map(data.packages.map((p) => [p.id, p]));
  const seen = new Set();
  const walk = (id) => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const dep of nodes.get(id).deps) if (dep.dep_kinds.some((k) => k.kind === null)) walk(dep.pkg);
  };
  walk(data.resolve.root);
  seen.delete(data.resolve.root);
  return [...seen].map((id) => packages.get(id)).map((p) => ({
    name: `${p.name} ${p.version}`, terms: p.license ?? "see below", home: p.repository ?? "", texts: texts(dirname(p.manifest_path)),
  }));
}

/** Packages that the editor is bundled from: what it imports, and what those need. */
function editor() {
  const seen = new Map();
  const walk = (name) => {
    const folder = join("node_modules", name);
    if (seen.has(name) || !existsSync(join(folder, "package.json"))) return;
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const home = about.repository?.url ?? about.repository ?? "";
    seen.set(name, { name: `${name} ${about.version}`, terms: about.license, home, texts: texts(folder) });
    Object.keys(about.dependencies ?? {}).forEach(walk);
  };
  const source = readFileSync("src/ui/codemirror/editor.js", "utf8");
  for (const [, name] of source.matchAll(/from "(@?[\w-]+\/?[\w-]*)"/g)) walk(name);
  return [...seen.values()];
}

/** The whole text: a list, then each licence text once with those it belongs to. */
export function licences() {
  const all = [...crates(), ...editor()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const by = new Map();
  for (const p of all) for (const text of p.texts) by.set(text, [...(by.get(text) ?? []), p.name]);
  const list = all.map((p) => `${p.name}: ${p.terms} ${p.home.replace(/^git\+/, "")}`);
  const bodies = [...by].map(([text, names]) => `${"=".repeat(80)}\n${names.join(", ")}\n${"-".repeat(80)}\n${text}\n`);
  return `What golanes is made of, beside its own code and parts of Go's library (GO-LICENSE.txt).\n\n${list.join("\n")}\n\n${bodies.join("\n")}`;
}
