// The engine as wasm beside the native command, on the sequential programs of tests/bench: the built page runs each in
// Chromium, recording on both sides. Usage: node tools/bench-wasm.mjs [dist] [rounds]
import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import puppeteer from "puppeteer-core";
import { serve } from "../tests/e2e/server.mjs";

const dist = process.argv[2] ?? "dist";
const rounds = Number(process.argv[3] ?? 3);
const site = await serve(dist, "/");
const browser = await puppeteer.launch({
  executablePath: process.env.CHROME ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const page = await browser.newPage();
await page.goto(site.address);
await page.waitForSelector("#program");

/** Milliseconds from Run to the end, the program being there already. */
async function inPage(text) {
  await page.evaluate((t) => localStorage.setItem("golanes.text", t), text);
  await page.reload();
  await page.waitForSelector("#program");
  await page.select("#speed", "0");
  // The engine has run ahead already: let it, so that the next run has both cores.
  await page.waitForFunction(() => document.querySelector(".end")?.innerText.startsWith("Ready"));
  await new Promise((ready) => setTimeout(ready, 4000));
  const start = Date.now();
  await page.click("#run");
  await page.waitForFunction(() => document.querySelector(".end")?.innerText.includes("exit code"), { timeout: 120000, polling: 5 });
  return Date.now() - start;
}

/** Milliseconds from Run to the first line of a program that prints one; measured in the page, without the way there. `speed`: steps a
 * second, 0 for flat out; `shown`: until it counts as printed and not only as known. */
async function firstOutput(speed, shown) {
  await page.evaluate(() => localStorage.setItem("golanes.text", 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("hello, world")\n}\n'));
  await page.reload();
  await page.waitForSelector("#program");
  await page.select("#speed", String(speed));
  await page.waitForFunction(() => document.querySelector(".end")?.innerText.startsWith("Ready"));
  await new Promise((ready) => setTimeout(ready, 600));
  return page.evaluate((wanted) => new Promise((done) => {
    const out = document.querySelector(".results");
    const start = performance.now();
    // What stood there before the click does not count.
    let emptied = false;
    new MutationObserver(() => {
      const piece = [...out.querySelectorAll(wanted)].some((p) => p.textContent.includes("hello, world"));
      if (!piece) emptied = true;
      else if (emptied) requestAnimationFrame(() => done(performance.now() - start));
    }).observe(out, { childList: true, subtree: true, attributes: true, characterData: true });
    document.querySelector("#run").click();
  }), shown ? ".piece:not(.unborn)" : ".piece");
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
for (const [words, speed, shown] of [["flat out", 0, true], ["at 8 steps/s, dimmed", 8, false]]) {
  const times = [];
  for (let i = 0; i < 2 * rounds + 1; i += 1) times.push(await firstOutput(speed, shown));
  console.log(`hello ${words}: first output ${median(times).toFixed(0)} ms after Run`);
}
await browser.close();
site.close();
