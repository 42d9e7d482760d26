// Starts the engine inside the worker: its WebAssembly travels as an xz stream, a quarter smaller than what hosts make of it, and is
// compiled when it is there: what compiles a stream that a reload cuts off keeps Firefox's only thread for that, and the new page
// waits for ever. tools/finish.mjs puts the names in.
/* global LIBRARY, ENGINE, GLUE, wasm_bindgen */
import { XzReadableStream } from "xz-decompress";

// A trap of the engine in a promise would otherwise be silent: as an error it reaches the page.
addEventListener("unhandledrejection", (e) => setTimeout(() => {
  throw e.reason;
}));
const ok = (response) => (response.ok ? response : Promise.reject(new Error(`HTTP status ${response.status}`)));
globalThis.golanesLibrary = LIBRARY;
// Every program needs it: on its way beside the engine.
globalThis.golanesCore = fetch(LIBRARY.core).then(ok).then((r) => r.arrayBuffer());
globalThis.golanesCore.catch(() => {});
const engine = fetch(ENGINE).then(ok).then((r) => {
  return new Response(new XzReadableStream(r.body)).arrayBuffer();
});
importScripts(GLUE);
wasm_bindgen({ module_or_path: engine });
