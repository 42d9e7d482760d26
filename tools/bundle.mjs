// Trunk's hook before a build: bundles the scripts that the page loads after its first view, each when it is needed: the editor, and what
// reads Markdown.
import { buildSync } from "esbuild";

for (const [entry, file] of [["src/ui/codemirror/editor.js", "editor.js"], ["src/ui/lessons/markdown.js", "markdown.js"]]) {
  buildSync({
    entryPoints: [entry],
    outfile: `target/editor/${file}`,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
  });
}
