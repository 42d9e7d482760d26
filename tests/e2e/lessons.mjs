// Lessons and the reference: gallery, knobs, predictions, broken variants, tables to try, runs beside each other, a teacher's own, pages
// inside others.

const OWN = `-- lesson.md --
---
title: My own lesson
group: Mine
order: 1
---
It shows <b>nothing</b> much.

## Programs

### main.go: Whole
- knob n: N, 1 | 2

## Good for

- [x](javascript:alert(1)) and [the pool](worker-pool)
-- main.go --
package main

import "fmt"

const n = 1

func main() {
	fmt.Println("n is", n)
}
`;

export async function lessons({ test, check, pause, site }) {
  const go = (page, fragment) => page.evaluate((f) => { location.hash = f; }, fragment);
  const opened = (page, title) => page.waitForFunction((t) => document.querySelector(".intro h1")?.innerText === t, { timeout: 10000 }, title);
  const source = (page) => page.$eval("#plain", (e) => e.value);
  const printed = (page, words) => page.waitForFunction((w) => document.querySelector("#results")?.innerText.includes(w), { timeout: 15000 }, words);

  await test("the gallery shows every lesson with its picture, and finds them", async (tab, page) => {
    await go(page, "#/patterns");
    await page.waitForSelector(".gallery .tile");
    const groups = await page.$$eval(".gallery section", (all) => all.map((s) => s.getAttribute("aria-label")));
    check(groups.join() === "Scheduler,Goroutines,Channels,Synchronisation,Patterns,Bug zoo", groups.join());
    const cards = await page.$$eval(".gallery .tile", (all) => all.map((c) => c.querySelectorAll(".mini .runs").length));
    check(cards.length > 80 && cards.every((n) => n > 0), `${cards.length} cards, ${cards.filter((n) => n === 0).length} without a picture`);
    await page.type("#find-lesson", "philosophers");
    await page.waitForFunction(() => document.querySelectorAll(".gallery .tile").length === 1);
    await page.click(".gallery .tile");
    await opened(page, "Dining philosophers");
  });

  await test("a lesson is predicted, run by its own program, turned and broken; the playground's text stays", async (tab, page) => {
    await tab.program("package main\n\nfunc main() {\n\tprintln(\"mine\")\n}\n");
    await go(page, "#/patterns/worker-pool");
    await opened(page, "Worker pool");
    const guesses = await page.$$(".predict:first-of-type .guess button");
    check(guesses.length === 3, "three options");
    await guesses[0].click();
    await page.waitForSelector(".predict .right");
    const right = await page.$eval(".predict .right", (e) => e.innerText);
    check(right.includes("60 ms"), right);
    const because = await page.$eval(".predict [role=status]", (e) => e.innerText);
    check(because.startsWith("Not this time."), because);
    // A note leads to its moment.
    const step = await page.waitForSelector(".notes button.at-step");
    const at = await step.evaluate((e) => e.innerText.replace(/,/g, ""));
    await step.click();
    await page.waitForFunction((n) => document.querySelector(".told b")?.innerText.replace(/,/g, "") >= n, {}, Number(at));
    check((await page.$$(".notes li.on")).length === 1, "the note of the moment is marked");
    // A knob rewrites the source.
    await page.click('.knob [aria-label="Workers: more"]');
    await page.waitForFunction(() => document.querySelector("#program").innerText.includes("workers = 4"));
    await page.click(".variants .push button");
    await page.waitForFunction(() => document.querySelector("#program").innerText.includes("workers = 3"));
    // What is broken is found, and what mends it is shown.
    await page.evaluate(() => [...document.querySelectorAll(".variants .tab")].find((t) => t.innerText.includes("Nobody closes")).click());
    await page.waitForSelector(".fix summary");
    await page.click(".fix summary");
    const diff = await page.$eval(".diff", (e) => e.innerText);
    check(/^\+.*close\(/m.test(diff), diff);
    await go(page, "#/");
    await page.waitForFunction(() => document.querySelector("#program").innerText.includes("mine"));
    check((await page.evaluate(() => localStorage.getItem("golanes.text"))).includes("mine"), "the text is gone");
  });

  await test("tables are tried cell by cell", async (tab, page) => {
    await go(page, "#/patterns/channel-operations");
    await opened(page, await page.evaluate(async () => (await (await fetch("./lessons/channel-operations.txtar")).text()).match(/title: (.*)/)[1]));
    await page.waitForSelector(".after .table .try");
    const cells = await page.$$eval(".after .table .try", (all) => all.length);
    check(cells >= 20, `${cells} cells to try`);
    const broken = await page.evaluateHandle(() => [...document.querySelectorAll(".after .table .try")].find((t) => /panic/i.test(t.innerText)));
    await broken.click();
    await page.select("#speed", "0");
    await printed(page, "panic:");
  });

  await test("what is to be predicted is not told before, and a bug of the zoo not before it is diagnosed", async (tab, page) => {
    await go(page, "#/patterns/zoo-lock-order");
    await opened(page, "Two friends pay each other");
    await page.waitForFunction(() => document.querySelector("#results .cut"));
    const told = () => page.evaluate(() => [document.querySelector("#results").innerText, document.querySelector(".around").innerText].join("\n"));
    check(!/deadlock|What mends it|Each waits/.test(await told()), await told());
    await page.click(".predict .guess button");
    await page.waitForSelector(".predict .right");
    await printed(page, "deadlock");
    await page.waitForSelector(".fix");
    check(/Each waits/.test(await told()) && await page.$(".after"), "nothing is told after the guess");
  });

  await test("runs stand beside each other", async (tab, page) => {
    await go(page, "#/patterns/worker-pool");
    await opened(page, "Worker pool");
    await page.waitForSelector(".compare .btn");
    await page.click(".compare .btn");
    await page.waitForFunction(() => document.querySelectorAll(".compare li").length === 3, { timeout: 20000 });
    const times = await page.$$eval(".compare li p b", (all) => all.map((b) => b.innerText));
    check(times[0].startsWith("180") && times[1].startsWith("60"), times.join());
  });

  await test("a teacher's own lesson is opened from a file; links in it lead nowhere bad", async (tab, page) => {
    await page.evaluate(() => document.querySelector(".tools .menu").setAttribute("open", ""));
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "mine.txtar"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }, OWN);
    await opened(page, "My own lesson");
    await page.waitForFunction(() => document.querySelector(".lead")?.innerText.includes("<b>nothing</b>"));
    const hrefs = await page.$$eval(".after a", (all) => all.map((a) => a.getAttribute("href")));
    check(hrefs.every((h) => !/script/.test(h)) && hrefs.includes("#/patterns/worker-pool"), hrefs.join());
    await page.select("#speed", "0");
    await page.click(".knob button:last-child");
    await printed(page, "n is 2");
    await page.reload();
    await opened(page, "My own lesson");
    await page.waitForFunction(() => document.querySelector("#program")?.innerText.includes("n = 2"));
  });

  await test("a lesson inside another page runs when asked, without the rest of the page", async (tab, page) => {
    // The query makes it another document, as in a frame of its own.
    await page.goto(`${site.address}?embedded#/embed/patterns/unbuffered?run&readonly&theme=dark`);
    await page.waitForSelector(".intro h1");
    await page.waitForFunction(() => Number(document.querySelector(".told b")?.innerText) > 3, { timeout: 15000 });
    const dress = await page.evaluate(() => ({
      top: document.querySelector(".top").offsetParent === null,
      rail: document.querySelector(".lesson-rail")?.offsetParent === null,
      theme: document.documentElement.dataset.theme,
      kept: JSON.parse(localStorage.getItem("golanes.settings") ?? "{}").theme ?? "",
    }));
    check(dress.top && dress.rail && dress.theme === "dark" && dress.kept !== "dark", JSON.stringify(dress));
    await page.waitForSelector("#program");
    const before = await source(page);
    await page.click("#program");
    await page.keyboard.type("x");
    await pause(200);
    check((await source(page)) === before, "it could be written to");
  });

  await test("a page that there is not says so", async (tab, page) => {
    await go(page, "#/patterns/nowhere");
    await page.waitForFunction(() => document.querySelector(".lesson-head [role=alert]")?.innerText.includes("no such lesson"));
    await go(page, "#/reference/nowhere");
    await page.waitForFunction(() => document.querySelector(".reference [role=alert]")?.innerText.includes("no such page"));
    // That they are not there is told on the console, too.
  }, { quiet: true });

  await test("the reference is read, searched and tried", async (tab, page) => {
    await go(page, "#/reference");
    await page.waitForSelector(".reference .tile");
    check((await page.$$(".reference .tile")).length >= 8, "hardly any pages");
    await page.type("#search-reference", "retract");
    await pause(800);
    check((await page.$$(".reference .tile")).length >= 1, "nothing found");
    const names = await page.evaluate(async () => (await (await fetch("./reference/index.json")).json()).map((p) => p.name));
    for (const name of names) {
      await go(page, `#/reference/${name}`);
      await page.waitForFunction((n) => document.querySelector('.reference [aria-current="page"]')?.getAttribute("href").endsWith(`/${n}`), {}, name);
      await page.waitForFunction(() => document.querySelectorAll(".reference .page > p, .reference .page > .tried").length > 0);
      await page.waitForFunction(() => !document.querySelector(".tried > .empty"), { timeout: 15000 });
      const wrong = await page.$$eval(".tried [role=alert], .widget", (all) => all.map((e) => e.innerText));
      check(wrong.length === 0, `${name}: ${wrong}`);
    }
  });
}
