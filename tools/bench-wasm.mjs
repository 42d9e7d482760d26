// The engine as wasm beside the native command, on the sequential programs of tests/bench: the built page runs each in
// Chromium, recording on both sides. Usage: node tools/bench-wasm.mjs [dist] [rounds]
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { execFileSync } from "node:child_process";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const dist = process.argv[2] ?? "dist";
const rounds = Number(process.argv[3] ?? 3);
const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };
const server = createServer(async (request, response) => {
  const name = new URL(request.url, "http://localhost").pathname.slice(1) || "index.html";
  try {
    response.writeHead(200, { "content-type": types[extname(name)] ?? "text/plain" }).end(await readFile(join(dist, name)));
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
await page.waitForSelector("#run");

async function inPage(text) {
  await page.evaluate(() => localStorage.clear());
  await page.fill("#program", text);
  await page.selectOption("#speed", "0");
  await page.click("#restart");
  await page.waitForFunction(() => document.querySelector(".end")?.innerText.startsWith("Ready"));
  const start = Date.now();
  await page.click("#run");
  await page.waitForFunction(() => document.querySelector(".end")?.innerText.includes("exit code"), undefined, { timeout: 120000, polling: 5 });
  return Date.now() - start;
}

const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
const ratios = [];
for (const name of ["fib", "sieve", "nbody", "matmul"]) {
  const file = `tests/bench/${name}.go`;
  const text = readFileSync(file, "utf8");
  const wasm = [];
  const native = [];
  for (let i = 0; i < rounds; i += 1) {
    const start = Date.now();
    execFileSync("target/release/golanes", ["run", "--events", file], { stdio: "ignore" });
    native.push(Date.now() - start);
    wasm.push(await inPage(text));
  }
  const [n, w] = [median(native), median(wasm)];
  ratios.push(w / n);
  console.log(`${name.padEnd(8)} native ${n} ms, wasm ${w} ms, ratio ${(w / n).toFixed(2)}`);
}
console.log(`geometric mean ${Math.exp(ratios.reduce((sum, r) => sum + Math.log(r), 0) / ratios.length).toFixed(2)}`);
await browser.close();
server.close();
