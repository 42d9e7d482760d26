// A plain static host: the built page under a sub-path, no header but the type.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css", ".svg": "image/svg+xml", ".go": "text/plain" };

/** Serves `dist` under `base`; `{ address, close, sent, refuse }`: `sent` lists what was asked for, what `refuse` matches is not found. */
export async function serve(dist, base) {
  const sent = [];
  const site = { sent, refuse: null };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const name = path.startsWith(base) ? normalize(path.slice(base.length) || "index.html") : null;
    sent.push(path);
    try {
      if (name === null || name.startsWith("..") || site.refuse?.test(name)) throw new Error("not here");
      const body = await readFile(join(dist, name));
      response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return Object.assign(site, { address: `http://127.0.0.1:${server.address().port}${base}`, close: () => server.close() });
}
