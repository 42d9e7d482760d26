// Trunk's hook before a build: bundles the editor into target/editor/editor.js. The page loads it after its first view.
import { buildSync } from "esbuild";

buildSync({
  entryPoints: ["src/ui/codemirror/editor.js"],
  outfile: "target/editor/editor.js",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
});
