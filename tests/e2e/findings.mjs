// Breakpoints, and schedules tried in the page: what they find is shown, replayed, and told by its share.

const LOOP = `package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	for i := range 6 {
		if i < 2 {
			ch <- i
		}
		fmt.Println(i, len(ch))
	}
}
`;

const RACE = `package main

import (
	"fmt"
	"sync"
)

var counter int

func main() {
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			counter++
		}()
	}
	wg.Wait()
	fmt.Println(counter)
}
`;

const ORDER = `package main

import "fmt"

func main() {
	ch := make(chan string)
	go func() { ch <- "left" }()
	go func() { ch <- "right" }()
	fmt.Println(<-ch, <-ch)
}
`;

export async function findings({ test, check, pause }) {
  await test("breakpoints stop the run, with conditions, both ways, and go along with their lines", async (tab, page) => {
    await tab.program(LOOP);
    await tab.complete();
    await page.focus("#program");
    await page.keyboard.down("Control");
    await page.keyboard.press("Home");
    await page.keyboard.up("Control");
    for (let i = 0; i < 10; i += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("F9");
    await page.waitForSelector(".stop-mark");
    await page.click("#tab-stops");
    check((await tab.text(".stop")).includes("line 11"), await tab.text(".stop"));
    await page.focus(".lanes");
    await page.keyboard.press("F8");
    await page.waitForFunction(() => [...document.querySelectorAll(".cm-line.at")].some((l) => l.innerText.includes("fmt.Println")), { timeout: 8000 });
    const printed = () => page.$$eval(".out .piece:not(.unborn)", (all) => all.map((p) => p.textContent).join(""));
    await page.click("#tab-output");
    check((await printed()) === "", `already printed: ${await printed()}`);
    await page.keyboard.press("F8");
    await page.waitForFunction(() => document.querySelector(".out .piece:not(.unborn)")?.textContent === "0 1\n", { timeout: 8000 });
    await page.click("#tab-stops");
    await page.type(".stop .input", "i == 4 && len(ch) == cap(ch)");
    await page.focus(".lanes");
    await page.keyboard.press("F8");
    await page.click("#tab-output");
    await page.waitForFunction(() => [...document.querySelectorAll(".out .piece:not(.unborn)")].map((p) => p.textContent).join("") === "0 1\n1 2\n2 2\n3 2\n", { timeout: 8000 });
    await page.focus(".lanes");
    await page.keyboard.press("End");
    await tab.ended("exit code 0");
    await page.keyboard.down("Shift");
    await page.keyboard.press("F8");
    await page.keyboard.up("Shift");
    await page.waitForFunction(() => [...document.querySelectorAll(".out .piece:not(.unborn)")].map((p) => p.textContent).join("") === "0 1\n1 2\n2 2\n3 2\n", { timeout: 8000 });
    await page.click("#tab-stops");
    await page.type(".stop .input", " +");
    await page.waitForFunction(() => document.querySelector(".stop .warn-text")?.innerText.includes("ends too soon"), { timeout: 5000 });
    // The mark stays with its line when lines come before it.
    await page.focus("#program");
    await page.keyboard.down("Control");
    await page.keyboard.press("Home");
    await page.keyboard.up("Control");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".stop .to-line").innerText === "line 12");
    await page.click(".stop .icon");
    await page.waitForFunction(() => !document.querySelector(".stop-mark") && !document.querySelector(".stop"));
  });

  await test("a race is found, told as two accesses, and replayed", async (tab, page) => {
    await tab.program(RACE);
    await tab.complete();
    await page.click("#tab-findings");
    await page.click('.explore [data-act*="explore 1000"]');
    await page.waitForSelector('.finding[data-kind="race"] .race', { timeout: 30000 });
    const told = await tab.text('.finding[data-kind="race"]');
    check(told.includes("Data race") && told.includes("main.go:16") && told.includes("nothing orders these two"), told);
    await page.waitForFunction(() => !document.querySelector(".explore progress"), { timeout: 60000 });
    await page.click('.finding[data-kind="race"] .btn.main');
    await page.waitForFunction(() => document.body.innerText.includes("replays a schedule"), { timeout: 8000 });
    await page.waitForFunction(() => [...document.querySelectorAll(".cm-line.at")].some((l) => l.innerText.includes("counter++")), { timeout: 8000 });
    await page.click('[data-act*="unreplay"]');
    await page.waitForFunction(() => !document.body.innerText.includes("replays a schedule"));
  });

  await test("every outcome is listed with its share and can be replayed; Stop stops", async (tab, page) => {
    await tab.program(ORDER);
    await tab.complete();
    await page.click("#tab-outcomes");
    await page.click('.explore [data-act*="explore 1000"]');
    await page.waitForFunction(() => document.querySelectorAll(".outcome").length === 2 && !document.querySelector(".explore progress"), { timeout: 30000 });
    const rows = await page.$$eval(".outcome", (all) => all.map((r) => r.innerText.replace(/\s+/g, " ")));
    check(rows.some((r) => r.includes("left right")) && rows.some((r) => r.includes("right left")), rows.join(" | "));
    for (const words of ["left right", "right left"]) {
      await page.click("#tab-outcomes");
      await page.waitForSelector(".outcome");
      const index = (await page.$$eval(".outcome", (all) => all.map((r) => r.innerText))).findIndex((r) => r.includes(words));
      await (await page.$$(".outcome .btn"))[index].click();
      await tab.complete();
      await page.focus(".lanes");
      await page.keyboard.press("End");
      await page.waitForFunction((w) => document.querySelector(".out")?.textContent === `${w}\n`, { timeout: 8000 }, words);
      // What was tried before is still there.
      await page.click("#tab-outcomes");
      await page.waitForFunction(() => document.querySelectorAll(".outcome").length === 2, { timeout: 5000 });
    }
    await tab.program(`package main

import "sync"

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	n := 0
	for range 6 {
		wg.Go(func() {
			for range 400 {
				mu.Lock()
				n++
				mu.Unlock()
			}
		})
	}
	wg.Wait()
}
`);
    await tab.complete();
    await page.click("#tab-outcomes");
    await page.click('.explore [data-act*="explore 1000"]');
    await page.waitForSelector(".explore progress");
    await page.click('.explore [data-act*="explore 0"]');
    await page.waitForFunction(() => !document.querySelector(".explore progress"), { timeout: 3000 });
    const tried = await tab.text(".explore .soft");
    await pause(500);
    check((await tab.text(".explore .soft")) === tried, "it goes on");
  });
}
