// You are the scheduler, stops at events, links, files, the editor's knowledge of names, and what lies over the page.

const CHOICE = `package main

import "fmt"

func main() {
	left, right := make(chan string, 1), make(chan string, 1)
	go func() { left <- "left" }()
	right <- "right"
	for range 2 {
		select {
		case s := <-left:
			fmt.Println(s)
		case s := <-right:
			fmt.Println(s)
		}
	}
}
`;

const LOCKS = `package main

import "sync"

func main() {
	var a, b sync.Mutex
	both := make(chan bool)
	var wg sync.WaitGroup
	wg.Go(func() {
		a.Lock()
		both <- true
		b.Lock()
	})
	wg.Go(func() {
		b.Lock()
		<-both
		a.Lock()
	})
	wg.Wait()
}
`;

const NAMES = `package main

import (
	"fmt"
	"os"
)

func main() {
	var wg string
	fmt.Println(strings.ToUpper(wg))
}
`;

export async function stage({ test, check, pause, fresh }) {
  const offers = (page) => page.$$eval(".offer", (all) => all.map((o) => o.innerText.replace(/\s+/g, " ").trim()));
  const asked = (page) => page.waitForFunction(() => document.querySelectorAll(".offer").length > 0 || document.querySelector(".offers h3")?.innerText.includes("were"), { timeout: 10000 });

  await test("you are the scheduler: the person says who runs and which case a select takes, and takes it back", async (tab, page) => {
    await tab.program(CHOICE);
    await tab.complete();
    await page.select("#scheduler", "you");
    await page.waitForSelector(".offer");
    const first = await offers(page);
    check(first.length >= 2 && first.some((o) => o.includes("G1 main")) && first.some((o) => o.includes("main.func1")), first.join(" | "));
    // The other goroutine first, so that both channels are full when main comes to its select.
    const goroutine = first.findIndex((o) => o.includes("G2"));
    await page.focus(".lanes");
    await page.keyboard.press(String(goroutine + 1));
    let case_ = -1;
    for (let i = 0; i < 20 && case_ < 0; i += 1) {
      await pause(250);
      await asked(page);
      case_ = (await offers(page)).findIndex((o) => o.includes("case s := <-right"));
      if (case_ < 0) await page.keyboard.press("1");
    }
    const cases = await offers(page);
    check(case_ >= 0 && cases.some((o) => o.includes("case s := <-left")), cases.join(" | "));
    await page.keyboard.press(String(case_ + 1));
    const printed = (words) => page.waitForFunction((w) => document.querySelector(".out").textContent === w, { timeout: 8000 }, words);
    await pause(250);
    for (let i = 0; i < 12 && (await page.$(".offer")); i += 1) {
      await page.keyboard.press("1");
      await pause(200);
    }
    await printed("right\nleft\n");
    // Taken back and played otherwise.
    for (let i = 0; i < 20; i += 1) {
      await page.keyboard.press("u");
      await pause(200);
      const now = await offers(page);
      const left = now.findIndex((o) => o.includes("case s := <-left"));
      if (left >= 0 && now.some((o) => o.includes("case s := <-right"))) {
        await page.keyboard.press(String(left + 1));
        break;
      }
    }
    await pause(250);
    for (let i = 0; i < 12 && (await page.$(".offer")); i += 1) {
      await page.keyboard.press("1");
      await pause(200);
    }
    await printed("left\nright\n");
  });

  await test("a run stops at an event that is told with the words asked for", async (tab, page) => {
    await tab.program(LOCKS);
    await tab.complete();
    await tab.speed(0);
    await page.click("#tab-stops");
    await page.type("#stop-when", "blocks on b");
    await page.focus(".lanes");
    await page.keyboard.press("Home");
    await page.keyboard.press(" ");
    await page.waitForFunction(() => document.querySelector(".sentence b")?.innerText.includes("waits for b"), { timeout: 8000 });
    const here = await tab.event();
    check(here > 0, "it did not move");
    await page.keyboard.press(" ");
    await page.waitForFunction((e) => Number(document.querySelector(".told b").innerText) > e, { timeout: 8000 }, here);
  });

  await test("a deadlock is drawn: who waits for whom", async (tab, page) => {
    await tab.program(LOCKS);
    await tab.complete();
    await page.focus(".lanes");
    await page.keyboard.press("End");
    await page.waitForSelector(".wait-graph svg", { timeout: 8000 });
    const label = await page.$eval(".wait-graph svg", (s) => s.getAttribute("aria-label"));
    check(label.includes("G2 waits for b, and only G3 could end that") && label.includes("G3 waits for a, and only G2"), label);
  });

  await test("a link shows the very same moment in a fresh browser, keeps what was written there, and editing drops its claim", async (tab, page) => {
    await tab.program(CHOICE);
    await tab.complete();
    await page.select("#procs", "2");
    await tab.complete();
    await tab.seek(7);
    await page.click(".lane-head .g");
    const event = await tab.event();
    const sentence = await tab.text(".sentence");
    await page.focus(".lanes");
    await page.keyboard.down("Control");
    await page.keyboard.press("s");
    await page.keyboard.up("Control");
    await page.waitForFunction(() => location.hash.startsWith("#/l/"), { timeout: 8000 });
    const address = await page.evaluate(() => location.href);
    check(address.length < 8000, `${address.length} letters`);
    await fresh(async (tab2, page2) => {
      await page2.evaluate(() => localStorage.setItem("golanes.text", "package main\n\nfunc main() {}\n"));
      await page2.evaluate((a) => {
        location.href = a;
      }, address);
      await page2.reload();
      await page2.waitForFunction(() => document.querySelector("#program"), { timeout: 20000, polling: 100 });
      await page2.waitForFunction((e) => Number(document.querySelector(".told b")?.innerText) === e, { timeout: 15000 }, event);
      check((await tab2.text(".sentence")) === sentence, `${await tab2.text(".sentence")} instead of ${sentence}`);
      check((await tab2.value("#procs")) === "2", "another GOMAXPROCS");
      check((await tab2.saved()) === "package main\n\nfunc main() {}\n", "the kept text was overwritten");
      check(!(await tab2.text(".results")).includes("differ"), "it says that the run differs");
      check((await page2.$(".lane-head.selected")) !== null, "nothing is selected");
      await page2.focus("#program");
      await page2.keyboard.type("// mine\n");
      await page2.waitForFunction(() => location.hash === "#/");
      check((await tab2.saved()).includes("// mine"), "the changed text is not kept");
      const kept = await page2.evaluate(() => localStorage.getItem("golanes.programs"));
      check(kept.includes("func main() {}"), "what was written before is lost");
      // Damaged ones say so, and change nothing.
      await page2.evaluate((a) => {
        location.href = `${a.slice(0, -9)}AAAAAAAAA`;
      }, address);
      await page2.waitForFunction(() => /damaged|not a link/.test(document.querySelector(".notice")?.innerText ?? ""), { timeout: 8000 });
    });
  });

  await test("the editor completes names, imports what it writes, tells of names, goes to declarations and mends", async (tab, page) => {
    await tab.program(NAMES);
    await page.waitForSelector(".cm-editor");
    // Unused import and unknown package, each with what mends it.
    await page.click("#tab-problems");
    await page.waitForFunction(() => document.querySelectorAll(".problems .btn").length >= 2, { timeout: 10000 });
    const fixes = () => page.$$eval(".problems .btn", (all) => all.map((b) => b.innerText));
    check((await fixes()).length >= 2, (await fixes()).join());
    for (let i = 0; i < 4 && (await page.$(".problems .btn")); i += 1) {
      await page.click(".problems .btn");
      await pause(700);
    }
    await page.waitForFunction(() => !document.querySelector(".problem.error"), { timeout: 8000 });
    const mended = await tab.saved();
    check(mended.includes('"strings"') && !mended.includes('"os"'), mended);
    // A name that is not imported yet.
    await page.focus("#program");
    await page.keyboard.down("Control");
    await page.keyboard.press("End");
    await page.keyboard.up("Control");
    for (const key of ["ArrowUp", "End"]) await page.keyboard.press(key);
    for (let i = 0; i < 1; i += 1) await page.keyboard.press("ArrowUp");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.type("fmt.Println(strconv.Ito");
    await page.waitForFunction(() => [...document.querySelectorAll(".cm-tooltip-autocomplete li")].some((l) => l.innerText.includes("Itoa")), { timeout: 10000 });
    // CodeMirror takes no answer before it can have been read.
    await pause(200);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => localStorage.getItem("golanes.text").includes("strconv.Itoa") && localStorage.getItem("golanes.text").includes('"strconv"'), { timeout: 5000 });
    // What it is, and where it is declared.
    const box = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector(".cm-content"), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf("Println");
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at + 2);
        range.setEnd(node, at + 3);
        const r = range.getBoundingClientRect();
        return { x: r.x + 2, y: r.y + r.height / 2 };
      }
      return null;
    });
    await page.mouse.move(box.x - 40, box.y);
    await page.mouse.move(box.x, box.y, { steps: 4 });
    await page.waitForFunction(() => document.querySelector(".about-name")?.innerText.includes("func Println("), { timeout: 10000 });
    check((await tab.text(".about-name p")).length > 10, "no sentence of documentation");
  });

  await test("several files are tabs over one text, and problems, chips and breakpoints know theirs", async (tab, page) => {
    await tab.program("package main\n\nfunc main() {\n\tprintln(answer())\n}\n\n-- more.go --\npackage main\n\nfunc answer() int {\n\treturn 42\n}\n");
    await tab.complete();
    await page.waitForSelector(".file-tabs");
    check((await page.$$eval(".file-tabs .tab", (all) => all.map((t) => t.innerText).join())) === "main.go,more.go", "tabs");
    await page.click(".file-tabs .tab:nth-child(2)");
    for (let i = 0; i < 3; i += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("F9");
    await page.click("#tab-stops");
    check((await tab.text(".stop .to-line")) === "line 4", await tab.text(".stop .to-line"));
    await page.focus(".lanes");
    await page.keyboard.press("Home");
    await page.keyboard.press("F8");
    await page.waitForFunction(() => [...document.querySelectorAll(".cm-line.at")].some((l) => l.innerText.includes("return 42")), { timeout: 8000 });
  });

  await test("keys, commands, settings and earlier programs lie over the page, by keyboard alone", async (tab, page) => {
    await tab.program(LOCKS);
    await tab.complete();
    await page.focus(".lanes");
    await page.keyboard.press("?");
    await page.waitForSelector("dialog.over[open] .keys-list");
    check((await tab.text("dialog.over")).includes("Shift+Enter"), "the keys are not told");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector("dialog.over[open]"));
    await page.keyboard.down("Control");
    await page.keyboard.down("Shift");
    await page.keyboard.press("P");
    await page.keyboard.up("Shift");
    await page.keyboard.up("Control");
    await page.waitForSelector("#command");
    await page.waitForFunction(() => document.activeElement?.id === "command");
    await page.keyboard.type("virtual");
    await page.waitForFunction(() => document.querySelectorAll(".commands .item").length === 1);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => !document.querySelector("dialog.over[open]") && document.querySelector('.seg [aria-pressed="true"][data-act*="axis time"]'));
    await page.click("#run");
    await tab.program("package main\n\nfunc main() { println(1) }\n");
    await page.click('.tools .menu summary');
    await page.click('.tools [data-act*=programs]');
    await page.waitForSelector('dialog.over [data-act*="bring 0"]');
    await page.click('dialog.over [data-act*="bring 0"]');
    await page.waitForFunction(() => document.querySelector(".cm-content")?.innerText.includes("b.Lock()"), { timeout: 8000 });
    // Larger text of the editor, kept.
    const size = () => page.$eval(".cm-scroller", (e) => parseFloat(getComputedStyle(e).fontSize));
    const before = await size();
    await page.click('.tools .menu summary');
    await page.click('.tools [data-act*=settings]');
    await page.select("#font", "22");
    check((await size()) === 22 && before < 22, `${await size()}`);
  });
}
