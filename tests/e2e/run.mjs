// The built page as a person uses it, in headless Chromium and, where there is one, Firefox, under a sub-path of a plain static host.
// Usage: node tests/e2e/run.mjs [dist] [--shots DIR] [--only WORDS]
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { findings } from "./findings.mjs";
import { lanes } from "./lanes.mjs";
import { layout } from "./layout.mjs";
import { lessons } from "./lessons.mjs";
import { serve } from "./server.mjs";
import { stage } from "./stage.mjs";

const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : null);
const dist = process.argv[2]?.startsWith("--") === false ? process.argv[2] : "dist";
const shots = option("--shots");
const only = option("--only");
const examples = JSON.parse(readFileSync("tests/same/examples.json", "utf8"));
const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

const site = await serve(dist, "/some/where/");
let passed = 0;
let failed = 0;

function check(condition, message) {
  if (!condition) throw new Error(message);
}
const pause = (ms) => new Promise((ready) => setTimeout(ready, ms));

/** A page with what tests do to it. */
class Tab {
  constructor(page) {
    this.page = page;
  }
  text(selector) {
    return this.page.$eval(selector, (e) => e.innerText);
  }
  value(selector) {
    return this.page.$eval(selector, (e) => e.value);
  }
  lanes() {
    return this.page.$$eval(".lane-head", (all) => all.map((l) => `${l.dataset.goid} ${l.dataset.state}`));
  }
  /** Waits until the status line has these words. */
  async ended(words) {
    await this.page.waitForFunction((w) => document.querySelector(".end")?.innerText.includes(w), { timeout: 30000 }, words).catch(async () => {
      throw new Error(`the status line says "${await this.text(".end")}", not "${words}"`);
    });
  }
  complete() {
    return this.page.waitForFunction(() => document.querySelector(".end")?.dataset.complete === "true", { timeout: 30000 });
  }
  speed(value) {
    return this.page.select("#speed", String(value));
  }
  /** Takes a program as one that was left there the last time. */
  async program(text) {
    await this.page.evaluate((t) => localStorage.setItem("golanes.text", t), text);
    await this.page.reload();
    await this.page.waitForSelector("#program");
  }
  async seek(event) {
    await this.page.$eval("#ribbon", (r, e) => {
      r.value = e;
      r.dispatchEvent(new Event("input", { bubbles: true }));
    }, event);
    await this.page.waitForFunction((e) => {
      // What happens in one instruction is one moment.
      const here = Number(document.querySelector(".told b")?.innerText.replace(/,/g, ""));
      return here >= e && here < e + 6;
    }, { timeout: 5000 }, event);
    // The panels come right after the scene.
    await pause(80);
  }
  event() {
    return this.page.$eval(".told b", (b) => Number(b.innerText.replace(/,/g, "")));
  }
  output() {
    return this.page.$eval(".out", (e) => e.textContent);
  }
  saved() {
    return this.page.evaluate(() => localStorage.getItem("golanes.text"));
  }
}

let browser;
let kind;
async function test(name, body, { width = 1440, height = 900, density = 1, scheme = null, quiet = false } = {}) {
  if (only && !name.includes(only)) return;
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const errors = [];
  // What a reload cuts off is no error of the page that comes; Firefox tells of it.
  page.on("pageerror", (error) => String(error).includes("NS_BINDING_ABORTED") || errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`console: ${message.text()}`);
  });
  const tab = new Tab(page);
  try {
    await page.setViewport({ width, height, deviceScaleFactor: density });
    if (scheme) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.goto(site.address);
    await page.waitForSelector("#program", { timeout: 20000 });
    await body(tab, page);
    if (errors.length > 0 && !quiet) throw new Error(`errors in the page: ${errors.join("; ")}`);
    passed += 1;
    console.log(`ok   ${kind}: ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${kind}: ${name}\n     ${error.message}`);
    if (shots) await page.screenshot({ path: join(shots, `failed-${kind}-${failed}.png`) }).catch(() => {});
  }
  await context.close();
}

/** Another person's browser, at the same site. */
async function fresh(body) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  // Firefox does not draw pages behind others.
  await page.bringToFront();
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(site.address);
  await page.waitForSelector("#program", { timeout: 20000 });
  await body(new Tab(page), page);
  await context.close();
}

async function all() {
  await test("the worker pool runs, and stepping back changes lanes and buffers", async (tab, page) => {
    await tab.speed(0);
    await page.click("#run");
    await tab.ended("exit code 0");
    const output = await tab.output();
    check(output.trimEnd().endsWith("all done"), `output: ${output}`);
    check(output.split("\n").filter((l) => l.includes("squared")).length === 8, "eight results");
    const end = await tab.lanes();
    check(end.length === 6 && end.every((l) => l.endsWith("done") || l.startsWith("1 ")), `lanes: ${end}`);
    const last = await tab.event();
    check(last > 100, `events: ${last}`);
    let full = 0;
    for (const share of [0.2, 0.3, 0.4, 0.5]) {
      await tab.seek(Math.floor(last * share));
      full = Math.max(full, (await page.$$('.xray[data-thing="chan 1"] li.full')).length);
    }
    check(full > 0, "no moment showed a value in the buffer of jobs");
    const before = [await tab.lanes(), await tab.text(".xray-list")].join();
    for (let i = 0; i < 12; i += 1) await page.click("#back");
    await page.waitForFunction((e) => Number(document.querySelector(".told b").innerText) < e, {}, Math.floor(last * 0.5) - 8);
    const after = [await tab.lanes(), await tab.text(".xray-list")].join();
    check(before !== after, "stepping back changed nothing");
    check((await page.$$(".out .unborn")).length > 0, "nothing is dimmed that is not printed yet");
    const here = await tab.event();
    await page.click("#step");
    await page.waitForFunction((e) => Number(document.querySelector(".told b").innerText) > e, {}, here);
  });

  await test("a value is seen on its way, and lanes are painted", async (tab, page) => {
    await tab.complete();
    let flights = 0;
    for (let event = 1; event < 60 && flights === 0; event += 1) {
      await tab.seek(event);
      flights = (await page.$$(".fly")).length;
    }
    check(flights === 1, "no value flew");
    check((await page.$$("[data-hand=from]")).length === 1 && (await page.$$("[data-hand=to]")).length === 1, "a flight has two ends");
    await pause(300);
    const colours = await page.$eval(".pinned canvas", (canvas) => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      const seen = new Set();
      for (let i = 0; i < data.length; i += 4 * 97) seen.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
      return seen.size;
    });
    check(colours > 8, `the canvas has ${colours} colours`);
    const sharp = await page.$eval(".pinned canvas", (c) => Math.abs(c.width - c.clientWidth * devicePixelRatio) <= 1);
    check(sharp && (await page.evaluate(() => devicePixelRatio)) === 2, "the canvas has not the screen's pixels");
    check((await page.$$(".cm-line.at")).length > 0 && (await page.$$(".here .g")).length > 0, "no line is marked in the editor");
  }, { density: 2 });

  await test("any Go that is typed runs; problems come with their lines as one types", async (tab, page) => {
    await tab.program('package main\n\nimport "fmt"\n\nfunc main() {\n\tx := []int{3, 1, 2}\n\tfor i, v := range x {\n\t\tfmt.Println(i, v*v)\n\t}\n}\n');
    await tab.speed(0);
    await page.click("#run");
    await tab.ended("exit code 0");
    check((await tab.output()) === "0 9\n1 1\n2 4\n", await tab.output());
    await page.focus("#program");
    await page.keyboard.down("Control");
    await page.keyboard.press("Home");
    await page.keyboard.up("Control");
    for (let i = 0; i < 5; i += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Home");
    await page.keyboard.type("y := 1");
    await page.keyboard.press("Enter");
    await page.click("#tab-problems");
    await page.waitForSelector(".problem");
    check((await tab.text(".problem")).includes("main.go:6:2"), await tab.text(".problem"));
    check((await tab.text(".problem")).includes("declared and not used: y"), await tab.text(".problem"));
    await page.waitForSelector(".cm-lintRange-error");
    await tab.ended("does not compile");
    check((await tab.saved()).includes("y := 1"), "the edit is not kept");
  });

  await test("keys: run, step, back, to the ends, pause", async (tab, page) => {
    await tab.complete();
    await page.focus("#program");
    await page.keyboard.down("Shift");
    await page.keyboard.press("Enter");
    await page.keyboard.up("Shift");
    await tab.ended("Running");
    // Out of the editor: Escape, then Tab.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    check(await page.evaluate(() => document.activeElement.id !== "program"), "the editor keeps the focus");
    await page.focus(".lanes");
    await page.keyboard.press(" ");
    await tab.ended("Paused");
    await page.keyboard.press("Home");
    await page.waitForFunction(() => Number(document.querySelector(".told b").innerText) <= 1);
    for (let i = 0; i < 3; i += 1) await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => Number(document.querySelector(".told b").innerText) >= 4);
    const three = await tab.event();
    await page.keyboard.press("ArrowLeft");
    await page.waitForFunction((e) => Number(document.querySelector(".told b").innerText) < e, {}, three);
    await page.keyboard.press("End");
    await tab.ended("exit code 0");
    // Everything can be reached by Tab, in the middle of a run, where nothing is disabled.
    await tab.seek(50);
    await page.evaluate(() => document.activeElement.blur());
    const reached = new Set();
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press("Tab");
      reached.add(await page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName));
      await page.keyboard.press("Escape");
    }
    for (const wanted of ["theme", "run", "play", "step", "ribbon", "speed", "procs", "seed", "dice", "tab-output"]) {
      check(reached.has(wanted), `Tab does not reach ${wanted}: ${[...reached]}`);
    }
  });

  const json = `package main\n\nimport (\n\t"encoding/json"\n\t"fmt"\n)\n\nfunc main() {\n\tb, _ := json.Marshal(map[string]int{"a": 1})\n\tfmt.Println(string(b))\n}\n`;
  await test("Go's own packages are fetched when a program imports one", async (tab, page) => {
    const before = site.sent.length;
    const packs = () => site.sent.slice(before).filter((path) => /\/(common|rare|crypto|web|modules|zones)-\w+\.pack$/.test(path)).length;
    await tab.speed(0);
    await page.click("#run");
    await tab.ended("exit code");
    check(packs() === 0, "the library was fetched for a program that needs none of it");
    await tab.program(json);
    await tab.speed(0);
    await page.click("#run");
    await tab.ended("exit code 0");
    check((await tab.output()) === '{"a":1}\n', `the output is ${await tab.output()}`);
    check(packs() === 1, `the library was fetched ${packs()} times`);
  });

  await test("without the library the page says what is missing", async (tab, page) => {
    site.refuse = /common-\w+\.pack$/;
    try {
      await tab.program(json);
      await page.waitForFunction(() => document.body.innerText.includes("Go's library could not be loaded"), { timeout: 15000 });
      check(await tab.saved() === json, "the text is not what it was");
    } finally {
      site.refuse = null;
    }
  }, { quiet: true });

  await test("without the core of the library the page says so and keeps the text", async (tab, page) => {
    await tab.complete();
    site.refuse = /core-\w+\.pack$/;
    try {
      await page.reload();
      await page.waitForSelector(".crash", { timeout: 15000 });
      check((await tab.text(".crash")).includes("core of Go's library could not be loaded"), await tab.text(".crash"));
      check((await page.$eval("#program", (e) => e.innerText)).startsWith("package main"), "the text is gone");
    } finally {
      site.refuse = null;
    }
  }, { quiet: true });

  await test("a program reads what stands under Input, and reads anew what is changed there", async (tab, page) => {
    await tab.program('package main\n\nimport (\n\t"bufio"\n\t"fmt"\n\t"os"\n)\n\nfunc main() {\n\tsc := bufio.NewScanner(os.Stdin)\n\tn := 0\n\tfor sc.Scan() {\n\t\tn++\n\t\tfmt.Println(n, sc.Text())\n\t}\n\tfmt.Println(sc.Err())\n}\n');
    await tab.speed(0);
    await page.click("#run");
    await tab.ended("exit code 0");
    check((await tab.output()) === "<nil>\n", await tab.output());
    await page.click("#tab-input");
    await page.waitForSelector("#stdin");
    await page.type("#stdin", "first line\nzweite Zeile ✓");
    await tab.ended("have changed since this run");
    check((await tab.text("#tab-input .count")).startsWith("2"), await tab.text("#tab-input"));
    await page.keyboard.down("Shift");
    await page.keyboard.press("Enter");
    await page.keyboard.up("Shift");
    await tab.ended("exit code 0");
    await page.focus("#tab-input");
    await page.keyboard.press("ArrowLeft");
    await page.waitForSelector(".out");
    check((await tab.output()) === "1 first line\n2 zweite Zeile ✓\n<nil>\n", await tab.output());
    await page.reload();
    await page.waitForSelector("#program");
    await page.click("#tab-input");
    check((await page.$eval("#stdin", (e) => e.value)) === "first line\nzweite Zeile ✓", "the input did not outlive the reload");
  });

  await test("the reference tells which packages there are, and finds them", async (tab, page) => {
    await page.evaluate(() => { location.hash = "#/reference/library"; });
    await page.waitForSelector(".packages tbody tr");
    check((await page.$$(".packages tbody tr")).length > 150, "hardly any packages");
    const rows = () => page.$$eval(".packages tbody tr", (all) => all.map((r) => r.innerText.replace(/\s+/g, " ").trim()));
    const find = async (words) => {
      await page.$eval("#package", (e) => e.select());
      await page.type("#package", words);
      await page.waitForFunction(() => document.querySelectorAll(".packages tbody tr").length < 40);
    };
    await find("exec");
    const exec = (await rows()).find((r) => r.startsWith("os/exec"));
    check(exec?.includes("not here") && exec.includes("cannot start others"), String(exec));
    await find("time");
    const time = (await rows()).find((r) => r.startsWith("time "));
    check(time?.includes("complete") && time.includes("always there"), String(time));
    await find("no such thing");
    check((await tab.text(".search [role=status]")) === "nothing found", await tab.text(".search [role=status]"));
  });

  await test("what vet says is a warning and stops nothing", async (tab, page) => {
    await tab.program('package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Printf("%d\\n", "x")\n}\n');
    await tab.speed(0);
    await page.click("#run");
    await tab.ended("exit code 0");
    check((await tab.output()) === "%!d(string=x)\n", await tab.output());
    await page.click("#tab-problems");
    const problem = await tab.text(".problem");
    check(problem.includes("main.go:6:14") && problem.includes("wrong type string"), problem);
    await page.waitForSelector(".cm-lintRange-warning");
  });

  await test("Format and Run write the text as gofmt does and keep the cursor", async (tab, page) => {
    await tab.program("package main\n\nfunc main() {\nx:=1\n  println( x )\n}\n");
    const line = () => page.evaluate(() => document.querySelector(".cm-activeLine").innerText.trim());
    await page.focus("#program");
    for (let i = 0; i < 3; i += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    check((await line()) === "x:=1", await line());
    await page.keyboard.down("Alt");
    await page.keyboard.press("KeyF");
    await page.keyboard.up("Alt");
    const tidy = "package main\n\nfunc main() {\n\tx := 1\n\tprintln(x)\n}\n";
    await page.waitForFunction((t) => localStorage.getItem("golanes.text") === t, { timeout: 5000 }, tidy);
    check((await line()) === "x := 1", `the cursor went to ${await line()}`);
    await page.keyboard.type(" +   2");
    await tab.speed(0);
    await page.click("#run");
    await tab.ended("exit code 0");
    check((await tab.output()) === "3\n", await tab.output());
    check((await tab.saved()) === tidy.replace("1", "1 + 2"), await tab.saved());
  });

  await test("a deadlock is said to be one", async (tab, page) => {
    await tab.program("package main\n\nfunc main() {\n\tch := make(chan int)\n\tch <- 1\n}\n");
    await tab.speed(0);
    await page.click("#run");
    await tab.ended("Deadlock");
    check((await tab.output()).includes("all goroutines are asleep - deadlock!"), await tab.output());
    check((await tab.lanes())[0] === "1 stuck", String(await tab.lanes()));
  });

  await test("an endless loop leaves the page at full frame rate and is stopped at once", async (tab, page) => {
    await tab.program("package main\n\nfunc main() {\n\tfor {\n\t}\n}\n");
    for (const speed of [0, 8]) {
      await tab.speed(speed);
      await page.click("#run");
      await tab.ended("Running");
      await pause(300);
      const frames = await page.evaluate(() => new Promise((ready) => {
        let count = 0;
        const start = performance.now();
        const frame = () => {
          count += 1;
          if (performance.now() - start < 1000) requestAnimationFrame(frame);
          else ready(count);
        };
        requestAnimationFrame(frame);
      }));
      check(frames >= 50, `${frames} frames a second`);
      const took = await page.evaluate(() => new Promise((ready) => {
        const start = performance.now();
        const status = document.querySelector(".end");
        const observer = new MutationObserver(() => {
          if (!status.innerText.includes("Paused")) return;
          observer.disconnect();
          ready(performance.now() - start);
        });
        observer.observe(status, { childList: true, characterData: true, subtree: true });
        document.querySelector("#play").click();
      }));
      check(took < 100, `stopping took ${took} ms`);
    }
  });

  // Nothing in Firefox's protocol reaches into a worker, so there the fault cannot be forced.
  if (kind === "chromium") await test("a panic of the engine leaves the page usable and the text untouched", async (tab, page) => {
    await tab.complete();
    const text = () => page.$eval("#program", (e) => e.innerText);
    const before = await text();
    const [worker] = page.workers();
    if (worker) await worker.evaluate(() => self.onmessage(new MessageEvent("message", { data: '"Panic"' })));
    else throw new Error("no worker to be seen");
    await page.waitForSelector(".crash", { timeout: 10000 });
    check((await tab.text(".crash")).includes("asked to"), await tab.text(".crash"));
    check(before.startsWith("package main") && (await text()) === before, "the text has changed");
    await tab.speed(0);
    await page.click("#run");
    await tab.ended("exit code 0");
    check((await page.$(".crash")) === null, "the report stays");
  }, { quiet: true });

  await test("a program that eats all memory ends in Go's words", async (tab, page) => {
    const program = "package main\n\nvar keep [][]byte\n\nfunc main() {\n\tfor {\n\t\tkeep = append(keep, make([]byte, 1<<20))\n\t}\n}\n";
    await tab.program(program);
    await tab.speed(0);
    await page.click("#run");
    await page.waitForFunction(() => /The runtime ended|stopped unexpectedly/.test(document.body.innerText), { timeout: 60000 });
    check((await tab.saved()) === program, "the text has changed");
    await tab.program("package main\n\nfunc main() { println(1) }\n");
    await tab.speed(0);
    await page.click("#run");
    await tab.ended("exit code 0");
  }, { quiet: true });

  await test("the six examples print what the command prints, event for event", async (tab, page) => {
    await tab.complete();
    await tab.speed(0);
    check(Object.keys(examples).length === 6, "six examples");
    for (const [file, wanted] of Object.entries(examples)) {
      await page.click(".code-pane .menu summary");
      await page.click(`[data-example="${file}"]`);
      await page.waitForFunction((h) => document.querySelector(".end")?.dataset.hash === h && document.querySelector(".end").dataset.complete === "true", { timeout: 10000 }, wanted.hash)
        .catch(async () => { throw new Error(`${file}: hash ${await page.$eval(".end", (e) => e.dataset.hash)}, natively ${wanted.hash}`); });
      await tab.ended(`xit code ${wanted.code}`);
      const events = await page.$eval(".end", (e) => Number(e.dataset.events));
      check(events === wanted.events, `${file}: ${events} events, natively ${wanted.events}`);
      check((await tab.output()) === wanted.output, `${file} prints ${await tab.output()}`);
    }
  });

  await test("text and settings survive a reload", async (tab, page) => {
    await tab.program("package main // mine\n\nfunc main() { println(42) }\n");
    await tab.speed(20);
    await page.select("#procs", "2");
    await page.click("#dice");
    await page.click("#theme");
    const theme = await page.evaluate(() => document.documentElement.dataset.theme);
    await page.reload();
    await page.waitForSelector("#program");
    check((await page.$eval("#program", (e) => e.innerText)).includes("// mine"), "the text is gone");
    check((await tab.value("#speed")) === "20" && (await tab.value("#procs")) === "2" && (await tab.value("#seed")) === "2", "the settings are gone");
    check(theme && (await page.evaluate(() => document.documentElement.dataset.theme)) === theme, "the theme is gone");
  });

  await test("four places with addresses of their own", async (tab, page) => {
    await tab.complete();
    for (const [fragment, name] of [["#/patterns", "Patterns"], ["#/api", "API sandbox"], ["#/reference", "Reference"]]) {
      await page.click(`a[href="${fragment}"]`);
      await page.waitForFunction((n) => document.querySelector(".soon h1, .reference h1, .gallery h1")?.innerText === n, {}, name);
      check((await page.title()) === `${name} · golanes`, await page.title());
    }
    await page.goBack();
    await page.waitForFunction(() => document.querySelector(".soon h1")?.innerText === "API sandbox");
    await page.click('a[href="#/"].tab');
    await page.waitForFunction(() => document.querySelector("#run").offsetParent !== null);
  });

  await test("nothing comes from elsewhere, and the policy forbids it", async (tab, page) => {
    const elsewhere = [];
    page.on("request", (r) => {
      if (!r.url().startsWith(site.address) && !r.url().startsWith("data:") && !r.url().startsWith("blob:")) elsewhere.push(r.url());
    });
    await page.reload();
    await page.waitForSelector("#program");
    await tab.complete();
    check(elsewhere.length === 0, elsewhere.join());
    const policy = await page.$eval("meta[http-equiv=Content-Security-Policy]", (m) => m.content);
    check(policy.includes("default-src 'none'") && !policy.includes("'unsafe-eval'") && !policy.includes("http"), policy);
    const hashed = await page.$$eval("meta[name^=golanes-]", (all) => all.every((m) => /-[0-9a-f]{16}\.js$/.test(m.content)));
    check(hashed, "worker or editor have no hash in their names");
  });

  const kit = { test, check, pause, kind };
  await layout(kit);
  await lanes(kit);
  await findings(kit);
  await stage({ ...kit, fresh });
  await lessons({ ...kit, site });

  for (const [width, height] of [[1440, 900], [820, 1180], [390, 844], [320, 640]]) {
    await test(`nothing sticks out at ${width} pixels`, async (tab, page) => {
      await tab.complete();
      await tab.seek(50);
      const wide = await page.evaluate(() => {
        const over = [...document.querySelectorAll(".top, .bar, .lanes, .xray, .travel, .told, .keys, .phone-tabs, .results, .editor")]
          .filter((e) => e.offsetParent !== null && e.getBoundingClientRect().right > innerWidth + 1);
        return [document.documentElement.scrollWidth > innerWidth, ...over.map((e) => e.className)];
      });
      check(wide[0] === false && wide.length === 1, `sticks out: ${wide}`);
      const run = await page.$$eval("#run, #run-small", (all) => all.filter((e) => e.offsetParent !== null).length);
      check(run >= 1, "no Run button to be seen");
      await page.evaluate(() => { location.hash = "#/reference/library"; });
      await page.waitForSelector(".packages tbody tr");
      const table = await page.evaluate(() => [...document.querySelectorAll(".reference, .packages, .packages td")]
        .filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.innerText.slice(0, 60)));
      check(table.length === 0, `the reference sticks out: ${table}`);
      for (const fragment of ["#/patterns", "#/patterns/worker-pool", "#/patterns/channel-operations", "#/reference/docker"]) {
        await page.evaluate((f) => { location.hash = f; }, fragment);
        await pause(900);
        const out = await page.evaluate(() => {
          const scrolls = [...document.querySelectorAll(".around, .lessons, .reference > .scroll")].filter((e) => e.offsetParent !== null && e.scrollWidth > e.clientWidth + 1);
          return [document.documentElement.scrollWidth > innerWidth ? "page" : "", ...scrolls.map((e) => e.className)].filter(Boolean);
        });
        check(out.length === 0, `${fragment} sticks out: ${out}`);
      }
    }, { width, height });
  }

  for (const scheme of kind === "chromium" ? ["light", "dark"] : [null]) {
    for (const [width, height] of [[1440, 900], [390, 844]]) {
      await test(`axe finds nothing at ${width} pixels${scheme ? `, ${scheme}` : ""}`, async (tab, page) => {
        await tab.complete();
        await tab.seek(50);
        const found = [];
        for (const fragment of ["#/", "#/patterns", "#/patterns/channel-operations", "#/patterns/zoo-lock-order", "#/reference", "#/reference/modules", "#/reference/docker", "#/reference/commands", "#/reference/library"]) {
          await page.evaluate((f) => { location.hash = f; }, fragment);
          await pause(500);
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
          found.push(...violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).slice(0, 3).join(" | ")}`));
        }
        check(found.length === 0, found.join("\n     "));
      }, { width, height, scheme });
    }
  }
}

async function photographs() {
  mkdirSync(shots, { recursive: true });
  for (const scheme of ["light", "dark"]) {
    for (const [width, height] of [[1440, 900], [820, 1180], [390, 844]]) {
      await test(`screenshot ${width} ${scheme}`, async (tab, page) => {
        await tab.complete();
        await tab.seek(48);
        await pause(900);
        await page.screenshot({ path: join(shots, `page-${width}-${scheme}.png`) });
        for (const [name, fragment] of [["gallery", "patterns"], ["lesson", "patterns/fan-out-fan-in"], ["table", "patterns/channel-operations"], ["reference", "reference"], ["modules", "reference/modules"]]) {
          await page.evaluate((f) => { location.hash = `#/${f}`; }, fragment);
          await pause(2000);
          await page.screenshot({ path: join(shots, `${name}-${width}-${scheme}.png`) });
        }
      }, { width, height, scheme });
    }
  }
}

const CHROME = process.env.CHROME ?? "/usr/bin/chromium";
const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
kind = "chromium";
browser = await puppeteer.launch({
  executablePath: CHROME,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
await all();
if (shots) await photographs();
await browser.close();
if (existsSync(FIREFOX) && process.env.FIREFOX !== "") {
  kind = "firefox";
  browser = await puppeteer.launch({ browser: "firefox", executablePath: FIREFOX });
  await all();
  await browser.close();
} else {
  console.log(`Firefox was not tried: there is no ${FIREFOX}.`);
}
site.close();
console.log(`end to end: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
