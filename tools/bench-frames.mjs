// Frames while the lanes of 1,000,000 events and 10,000 goroutines are panned and zoomed, beside an empty page measured the same way; and
// how long a key in a file of 1,000 lines takes to be painted. Usage: node tools/bench-frames.mjs [dist]
import puppeteer from "puppeteer-core";
import { serve } from "../tests/e2e/server.mjs";

const site = await serve(process.argv[2] ?? "dist", "/");
const browser = await puppeteer.launch({
  executablePath: process.env.CHROME ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const MANY = `package main

import "sync"

func main() {
	ch := make(chan int, 64)
	var wg sync.WaitGroup
	for i := range 10_000 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := range 24 {
				ch <- i + k
			}
		}()
	}
	go func() {
		wg.Wait()
		close(ch)
	}()
	for range ch {
	}
}
`;

/** Times between frames while `act` is done once in each of them. */
const frames = (page, act, count) => page.evaluate((source, n) => new Promise((done) => {
  const step = new Function("i", source);
  const times = [];
  let last = 0;
  let i = 0;
  const frame = (now) => {
    if (last) times.push(now - last);
    last = now;
    step(i);
    i += 1;
    if (i < n) requestAnimationFrame(frame);
    else done(times);
  };
  requestAnimationFrame(frame);
}), act, count);

/** Milliseconds of script in each frame, beside the time between frames: the machine's own rate is not ours. */
const told = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  const within = (100 * times.filter((t) => t <= 17).length / times.length).toFixed(1);
  return `median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, worst ${at(1)} ms; ${within} % within 16.7`;
};

const page = await browser.newPage();
await page.setViewport({ width: 1440, height: 900 });
await page.goto("about:blank");
console.log(`empty page: ${told(await frames(page, "", 300))}`);

await page.goto(site.address);
await page.waitForSelector("#program");
await page.evaluate((t) => localStorage.setItem("golanes.text", t), MANY);
await page.reload();
await page.waitForSelector("#program");
await page.select("#speed", "0");
await page.click("#run");
await page.waitForFunction(() => document.querySelector(".end")?.innerText.includes("exit code"), { timeout: 280000, polling: 200 });
console.log(`${await page.$eval(".told .nowrap", (e) => e.innerText)}, ${await page.$eval(".axis-name", (e) => e.innerText)}`);
const wheel = (fields) => `
  const area = document.querySelector(".lanes");
  const box = area.getBoundingClientRect();
  area.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, clientX: box.left + 700, clientY: box.top + 120, ${fields} }));`;
for (const density of ["grouped", "a lane each"]) {
  if (density !== "grouped") {
    await page.click(".lanes-panel .menu summary");
    await page.click('.lanes-panel [data-act*="group"]');
    await new Promise((r) => setTimeout(r, 1500));
  }
  for (const [what, fields] of [["zooming", "ctrlKey: true, deltaY: i < 150 ? -12 : 12"], ["panning", "shiftKey: true, deltaY: i % 120 < 60 ? 40 : -40"], ["scrolling", "deltaY: 40"]]) {
    const act = what === "scrolling" ? 'document.querySelector(".lanes").scrollTop = (i % 150) * 37;' : wheel(fields);
    console.log(`${density}, ${what}: ${told(await frames(page, act, 300))}`);
  }
}

// Typing.
const long = `package main\n\nimport "fmt"\n\n${Array.from({ length: 248 }, (_, i) => `func f${i}(n int) int {\n\treturn n + ${i}\n}\n`).join("\n")}\nfunc main() {\n\tfmt.Println(f1(2))\n}\n`;
await page.evaluate((t) => localStorage.setItem("golanes.text", t), long);
await page.reload();
await page.waitForSelector(".cm-content");
await new Promise((r) => setTimeout(r, 2000));
await page.focus("#program");
const typed = [];
for (let i = 0; i < 40; i += 1) {
  await page.evaluate(() => {
    globalThis.painted = new Promise((done) => {
      addEventListener("keydown", () => {
        const start = performance.now();
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => done(performance.now() - start);
          channel.port2.postMessage(0);
        });
      }, { once: true, capture: true });
    });
  });
  await page.keyboard.press(i % 8 === 7 ? "Enter" : "x");
  typed.push(await page.evaluate(() => globalThis.painted));
  await new Promise((r) => setTimeout(r, 60));
}
console.log(`a key in ${long.split("\n").length} lines, until painted: ${told(typed)}`);
await browser.close();
site.close();
