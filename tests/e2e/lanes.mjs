// Lanes by hand and by keys: zoom, pan, axes, rows, search, selection, hints.

const LOCKS = `package main

import (
	"sync"
	"time"
)

func worker(mu *sync.Mutex, wg *sync.WaitGroup) {
	defer wg.Done()
	mu.Lock()
	time.Sleep(time.Millisecond)
	mu.Unlock()
}

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go worker(&mu, &wg)
	}
	wg.Wait()
}
`;

export async function lanes({ test, check, pause, kind }) {
  const window_ = (page) => page.$eval(".lanes", (e) => e.dataset.window.split(" ").map(Number));
  const settle = async (page, before) => {
    await page.waitForFunction((b) => document.querySelector(".lanes").dataset.window !== b, { timeout: 5000 }, before.map((n) => n.toFixed(1)).join(" "));
    await pause(80);
    return window_(page);
  };
  const span = ([a, b]) => b - a;

  await test("lanes are zoomed and panned by keys, wheel and hand, and follow again", async (tab, page) => {
    await tab.complete();
    await tab.seek(40);
    await pause(200);
    await page.focus(".lanes");
    const first = await window_(page);
    await page.keyboard.press("KeyW");
    const near = await settle(page, first);
    check(span(near) < span(first) * 0.85, `W went from ${first} to ${near}`);
    await page.keyboard.press("KeyS");
    const far = await settle(page, near);
    check(span(far) > span(near) * 1.2, `S went from ${near} to ${far}`);
    await page.keyboard.press("KeyD");
    const right = await settle(page, far);
    check(right[0] > far[0] && Math.abs(span(right) - span(far)) < 0.3, `D went from ${far} to ${right}`);
    const box = await page.$eval(".pinned canvas", (c) => { const r = c.getBoundingClientRect(); return { x: r.left, y: r.top, w: r.width }; });
    await page.mouse.move(box.x + 300, box.y + 80);
    await page.mouse.down();
    await page.mouse.move(box.x + 200, box.y + 84, { steps: 5 });
    await page.mouse.up();
    const dragged = await settle(page, right);
    const want = right[0] + (100 / box.w) * span(right);
    check(Math.abs(dragged[0] - want) < 0.5, `dragging went to ${dragged[0]}, not ${want}`);
    await page.keyboard.down("Control");
    await page.mouse.wheel({ deltaY: -120 });
    await page.keyboard.up("Control");
    const wheeled = await settle(page, dragged);
    check(span(wheeled) < span(dragged), "Ctrl and the wheel do not zoom");
    // A step out of the part in view brings it along.
    await page.keyboard.press("Home");
    await page.waitForFunction(() => Number(document.querySelector(".lanes").dataset.window.split(" ")[0]) === 0);
    await page.keyboard.press("End");
    await page.waitForFunction(() => Number(document.querySelector(".lanes").dataset.window.split(" ")[1]) > 100);
    await page.keyboard.press("KeyF");
    await page.keyboard.press("KeyF");
    await page.waitForFunction(() => Number(document.querySelector(".lanes").dataset.window.split(" ")[0]) <= 0);
    // On the axis the playhead goes where one points.
    await page.mouse.click(box.x + 200, box.y + 12);
    await tab.ended("Paused");
  });

  await test("lanes by P, by time, filtered, hidden, pinned", async (tab, page) => {
    await tab.program(LOCKS);
    await tab.speed(0);
    await page.click("#run");
    await tab.ended("exit code 0");
    const names = () => page.$$eval(".lane-head .name", (all) => all.map((e) => e.innerText));
    await page.waitForFunction(() => document.querySelectorAll(".lane-head").length === 4, { timeout: 5000 });
    check((await names()).join() === "main,worker,worker,worker", `lanes: ${await names()}`);
    await page.click('.seg [data-act*="axis time"]');
    await page.waitForFunction(() => Number(document.querySelector(".lanes").dataset.window.split(" ")[1]) > 1000);
    await page.click('.seg [data-act*="rows procs"]');
    await page.waitForFunction(() => document.querySelector(".lane-head .name")?.innerText === "P0");
    await page.click('.seg [data-act*="rows goroutines"]');
    await page.click('.seg [data-act*="axis steps"]');
    await page.waitForFunction(() => document.querySelector(".lane-head .name")?.innerText === "main");
    await page.focus(".lanes");
    await page.keyboard.press("/");
    await page.waitForSelector("#find");
    await page.waitForFunction(() => document.activeElement.id === "find");
    await page.keyboard.type("work");
    await page.waitForFunction(() => document.querySelectorAll(".lane-head").length === 3);
    await page.$eval("#find", (f) => { f.value = ""; });
    await page.keyboard.type("locks");
    await page.keyboard.press("Home");
    await page.keyboard.down("Shift");
    await page.keyboard.press("Enter");
    await page.keyboard.up("Shift");
    await page.waitForFunction(() => /locks/.test(document.querySelector(".told").innerText), { timeout: 5000 });
    await page.keyboard.type("nonsense");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("#find-lost").innerText === "not found");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.querySelectorAll(".lane-head").length === 4);
    await page.click('.lane-head[data-goid="3"]');
    await page.waitForSelector('.lane-head.selected[data-goid="3"]');
    await page.focus(".lanes");
    await page.keyboard.press("p");
    await page.waitForFunction(() => document.querySelector(".lane-head").dataset.goid === "3");
    await page.keyboard.press("h");
    await page.waitForFunction(() => document.querySelectorAll(".lane-head").length < 4);
    await page.click(".lanes-panel .menu summary");
    await page.click('.item[data-act*="unhide"]');
    await page.waitForFunction(() => document.querySelectorAll(".lane-head").length === 4 && document.querySelector(".lane-head").dataset.goid === "1");
  });

  await test("hovering tells, clicking selects, and causes are followed", async (tab, page) => {
    await tab.program(LOCKS);
    await tab.speed(0);
    await page.click("#run");
    await tab.ended("exit code 0");
    await pause(300);
    const box = await page.$eval(".pinned canvas", (c) => { const r = c.getBoundingClientRect(); return { x: r.left, y: r.top, w: r.width }; });
    const [left, right] = await window_(page);
    // Somewhere in the lives of main and of the first worker.
    const head = await page.$eval(".lane-head", (e) => e.getBoundingClientRect().height);
    const at = (event, row) => [box.x + ((event - left) / (right - left)) * box.w, box.y + 30 + (row + 0.5) * head];
    await page.mouse.move(...at(right * 0.6, 0));
    await page.waitForSelector(".card:not(.hidden)");
    check((await tab.text(".card")).includes("main"), await tab.text(".card"));
    await page.mouse.move(box.x + 5, box.y - 60);
    await page.waitForSelector(".card.hidden");
    for (let event = 10; event < right && !(await page.$(".moment .event")); event += 1) {
      await page.mouse.click(...at(event, 2));
      await pause(60);
    }
    const number = () => page.$eval(".moment .at-step", (e) => Number(e.innerText));
    const first = await number();
    check((await tab.text(".moment")).includes("What led to it"), await tab.text(".moment"));
    await page.focus(".lanes");
    await page.keyboard.press("[");
    await page.waitForFunction((n) => Number(document.querySelector(".moment .at-step").innerText) < n, {}, first);
    await page.keyboard.press("Enter");
    const cause = await number();
    await page.waitForFunction((n) => Number(document.querySelector(".told b").innerText) >= n && Number(document.querySelector(".told b").innerText) < n + 6, {}, cause);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector(".moment .event"));
  });

  await test("the run reads as text, in step with the picture", async (tab, page) => {
    await tab.complete();
    await tab.seek(30);
    await page.click('.seg [data-act*="rows text"]');
    await page.waitForSelector(".twin li.on");
    check(!(await page.$eval(".lanes", (e) => e.offsetParent !== null)), "the lanes are still there");
    const here = () => page.$eval(".twin li.on", (e) => e.innerText.replace(/\s+/g, " "));
    const before = await here();
    await page.click("#step");
    await page.waitForFunction((b) => document.querySelector(".twin li.on").innerText.replace(/\s+/g, " ") !== b, {}, before);
    await page.click(".twin li:first-child .at-step");
    await page.waitForFunction(() => Number(document.querySelector(".told b").innerText) < 30);
    await page.click('.seg [data-act*="rows goroutines"]');
    await page.waitForFunction(() => document.querySelector(".lanes").offsetParent !== null);
  });

  await test("ten thousand goroutines share a lane, which opens", async (tab, page) => {
    await tab.program(`package main

import "sync"

func worker(wg *sync.WaitGroup) { wg.Done() }

func main() {
	var wg sync.WaitGroup
	for range 10000 {
		wg.Add(1)
		go worker(&wg)
	}
	wg.Wait()
}
`);
    await tab.speed(0);
    await page.click("#run");
    await tab.ended("exit code 0");
    await page.waitForFunction(() => [...document.querySelectorAll(".lane-head .name")].some((e) => e.innerText === "worker × 10,000"));
    check((await page.$$(".lane-head")).length === 2, "more lanes than two");
    await page.click(".lane-head:nth-child(2)");
    await page.waitForFunction(() => document.querySelector(".lanes").style.cssText.includes("--total: 10002"), { timeout: 8000 });
    check((await page.$$(".lane-head")).length < 60, "all lanes are in the document");
    const frames = await page.evaluate(() => new Promise((ready) => {
      const lanes = document.querySelector(".lanes");
      let count = 0;
      const start = performance.now();
      const frame = () => {
        count += 1;
        lanes.scrollTop = (count * 97) % 9000;
        if (performance.now() - start < 1000) requestAnimationFrame(frame);
        else ready(count);
      };
      requestAnimationFrame(frame);
    }));
    check(frames >= (kind === "chromium" ? 40 : 25), `${frames} frames a second while scrolling`);
  });
}
