// The built page as a person uses it, in headless Chromium, under a sub-path of a plain static host.
// Usage: node tests/e2e/run.mjs [dist] [--shots DIR]
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { mkdirSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const dist = process.argv[2] ?? "dist";
const shotsAt = process.argv.indexOf("--shots");
const shots = shotsAt > 0 ? process.argv[shotsAt + 1] : null;
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css", ".svg": "image/svg+xml" };
const BASE = "/some/where/";

const server = createServer(async (request, response) => {
  const path = new URL(request.url, "http://localhost").pathname;
  if (!path.startsWith(BASE)) return response.writeHead(404).end();
  const name = normalize(path.slice(BASE.length) || "index.html");
  try {
    const body = await readFile(join(dist, name));
    response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const address = `http://127.0.0.1:${server.address().port}${BASE}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

let passed = 0;
let failed = 0;
async function test(name, body, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  try {
    await page.goto(address);
    await page.waitForSelector("#run", { timeout: 20000 });
    await body(page);
    if (errors.length > 0) throw new Error(`errors in the page: ${errors.join("; ")}`);
    passed += 1;
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n     ${error.message}`);
    if (shots) await page.screenshot({ path: join(shots, `failed-${failed}.png`) });
  }
  await context.close();
}

function check(condition, message) {
  if (!condition) throw new Error(message);
}
const text = (page, selector) => page.locator(selector).innerText();
const lanes = (page) => page.locator(".lane").evaluateAll((all) => all.map((l) => `${l.dataset.goid} ${l.dataset.state}`));
const fill = (page, program) => page.fill("#program", program);
const ended = (page, words) => page.waitForFunction((w) => document.querySelector(".end")?.innerText.includes(w), words, { timeout: 20000 });

await test("the worker pool runs, and stepping back changes lanes and buffers", async (page) => {
  await page.selectOption("#speed", "0");
  await page.click("#run");
  await ended(page, "exit code 0");
  const output = await text(page, ".output");
  check(output.includes("worker") && output.trimEnd().endsWith("all done"), `output: ${output}`);
  check(output.split("\n").filter((l) => l.includes("squared")).length === 8, "eight results");
  const end = await lanes(page);
  check(end.length >= 5, `lanes: ${end}`);
  // Somewhere in the middle jobs are waiting in the buffer.
  const head = Number(await page.getAttribute("#ribbon", "max").catch(() => 0)) || Number(await page.evaluate(() => document.querySelector("#ribbon").max));
  check(head > 100, `steps: ${head}`);
  let seen = "";
  for (const share of [0.2, 0.3, 0.4, 0.5, 0.6]) {
    await page.evaluate((tick) => {
      const ribbon = document.querySelector("#ribbon");
      ribbon.value = tick;
      ribbon.dispatchEvent(new Event("input", { bubbles: true }));
    }, Math.floor(head * share));
    await page.waitForTimeout(150);
    seen = await page.locator('[data-channel="jobs"] .slot.full').count() > 0 ? "buffered" : seen;
    if (seen) break;
  }
  check(seen === "buffered", "no step showed a value in the buffer of jobs");
  const before = await text(page, ".stage");
  for (let i = 0; i < 40; i += 1) await page.click("#back");
  await page.waitForTimeout(300);
  const after = await text(page, ".stage");
  check(before !== after, "stepping back changed nothing");
  const middle = await lanes(page);
  check(JSON.stringify(middle) !== JSON.stringify(end), "lanes in the middle look like those at the end");
  await page.click("#step");
  await page.waitForTimeout(200);
  check((await text(page, ".stage")) !== after, "stepping forward changed nothing");
});

await test("any Go that is typed runs; problems come with their lines", async (page) => {
  await fill(page, 'package main\n\nimport "fmt"\n\nfunc main() {\n\tx := []int{3, 1, 2}\n\tfor i, v := range x {\n\t\tfmt.Println(i, v*v)\n\t}\n}\n');
  await page.selectOption("#speed", "0");
  await page.click("#run");
  await ended(page, "exit code 0");
  check((await text(page, ".output")) === "0 9\n1 1\n2 4\n", await text(page, ".output"));
  await fill(page, "package main\n\nfunc main() {\n\tx := 1\n}\n");
  await page.waitForSelector(".problem");
  check((await text(page, ".problem")).includes(":4:2 declared and not used: x"), await text(page, ".problem"));
});

await test("a deadlock is said to be one", async (page) => {
  await fill(page, "package main\n\nfunc main() {\n\tch := make(chan int)\n\tch <- 1\n}\n");
  await page.selectOption("#speed", "0");
  await page.click("#run");
  await ended(page, "Deadlock");
  check((await text(page, ".output")).includes("all goroutines are asleep - deadlock!"), await text(page, ".output"));
  check((await lanes(page))[0] === "1 stuck", String(await lanes(page)));
});

await test("an endless loop leaves the page alive and can be paused", async (page) => {
  await fill(page, "package main\n\nfunc main() {\n\tfor {\n\t}\n}\n");
  await page.selectOption("#speed", "0");
  await page.click("#run");
  await page.waitForTimeout(600);
  const start = Date.now();
  await page.click("#pause");
  await ended(page, "Paused");
  check(Date.now() - start < 1500, `pausing took ${Date.now() - start} ms`);
});

await test("the text survives a reload", async (page) => {
  await fill(page, "package main // mine");
  await page.reload();
  await page.waitForSelector("#program");
  check((await page.inputValue("#program")) === "package main // mine", "the text is gone");
});

if (shots) {
  mkdirSync(shots, { recursive: true });
  for (const scheme of ["light", "dark"]) {
    for (const [width, height] of [[1440, 900], [820, 1180], [390, 844]]) {
      await test(`screenshot ${width} ${scheme}`, async (page) => {
        await page.selectOption("#speed", "0");
        await page.click("#run");
        await ended(page, "exit code 0");
        await page.evaluate(() => {
          const ribbon = document.querySelector("#ribbon");
          ribbon.value = Math.floor(ribbon.max * 0.45);
          ribbon.dispatchEvent(new Event("input", { bubbles: true }));
        });
        await page.waitForTimeout(400);
        await page.screenshot({ path: join(shots, `page-${width}-${scheme}.png`), fullPage: width < 900 });
      }, { viewport: { width, height }, colorScheme: scheme });
    }
  }
}

await browser.close();
server.close();
console.log(`end to end: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
