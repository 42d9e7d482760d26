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
site.close();
