// Starts the page: its WebAssembly travels as an xz stream, as the engine's does.
// tools/finish.mjs puts the names in.
/* global PAGE, GLUE */
import { XzReadableStream } from "xz-decompress";

const page = fetch(PAGE).then((r) => {
  if (!r.ok) throw new Error(`${PAGE}: HTTP status ${r.status}`);
  return new Response(new XzReadableStream(r.body)).arrayBuffer();
});
const glue = await import(GLUE);
const wasm = await glue.default({ module_or_path: page });
dispatchEvent(new CustomEvent("TrunkApplicationStarted", { detail: { wasm } }));
