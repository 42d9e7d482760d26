// Boundaries that move and remember, panels that fold and fill the window, presenter mode, phones.

export async function layout({ test, check, pause }) {
  const width = (page, selector) => page.$eval(selector, (e) => e.getBoundingClientRect().width);
  const height = (page, selector) => page.$eval(selector, (e) => e.getBoundingClientRect().height);
  const shown = (page, selector) => page.$eval(selector, (e) => e.offsetParent !== null);

  await test("boundaries are dragged, moved by keys, folded, and stay so", async (tab, page) => {
    await tab.complete();
    const before = await width(page, ".words");
    const line = await page.$eval(".split.of-words", (e) => e.getBoundingClientRect().left);
    await page.mouse.move(line, 300);
    await page.mouse.down();
    await page.mouse.move(line + 60, 310, { steps: 4 });
    await page.mouse.move(line + 120, 310, { steps: 4 });
    await page.mouse.up();
    const wider = await width(page, ".words");
    check(Math.abs(wider - before - 120) < 4, `${before} became ${wider}`);
    await page.focus(".split.of-words");
    await page.keyboard.press("ArrowLeft");
    const less = await width(page, ".words");
    check(less < wider - 10, `an arrow key moved it from ${wider} to ${less}`);
    const now = Number(await page.$eval(".split.of-words", (e) => e.getAttribute("aria-valuenow")));
    check(Math.abs(now - (less / 1440) * 100) <= 1, `it says it is at ${now} %`);
    await page.focus(".split.of-results");
    await page.keyboard.press("Enter");
    check(!(await shown(page, ".results")), "the output is not folded away");
    await page.reload();
    await page.waitForSelector("#program");
    check(Math.abs((await width(page, ".words")) - less) < 2, "the width is forgotten");
    check(!(await shown(page, ".results")), "the fold is forgotten");
    await page.focus(".split.of-results");
    await page.keyboard.press("Enter");
    check(await shown(page, ".results"), "the output does not come back");
    const box = await page.$eval(".split.of-inspect", (e) => ({ x: e.getBoundingClientRect().left, y: e.getBoundingClientRect().top + 80 }));
    await page.mouse.click(box.x, box.y, { count: 2 });
    check(!(await shown(page, ".inspect")), "a double click folds nothing");
    await page.focus(".split.of-lanes");
    const lanes = await height(page, ".lanes-panel");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    check((await height(page, ".lanes-panel")) > lanes, "the lanes are not higher");
  });

  await test("a panel fills the window, and Escape brings the others back", async (tab, page) => {
    await tab.complete();
    for (const [panel, others] of [[".code-pane", [".stage", ".results"]], [".results", [".stage", ".code-pane"]], [".lanes-panel", [".words", ".under"]], [".xrays", [".words", ".inspect", ".lanes-panel"]], [".inspect", [".words", ".xrays"]]]) {
      await page.click(`${panel} .enlarge`);
      check((await width(page, panel)) > 1400, `${panel} is ${await width(page, panel)} wide`);
      for (const other of others) check(!(await shown(page, other)), `${other} is still to be seen beside ${panel}`);
      check(await shown(page, ".travel"), "the travel bar is gone");
      await page.keyboard.press("Escape");
      for (const other of others) check(await shown(page, other), `${other} has not come back`);
    }
  });

  await test("presenter mode: large type, no chrome, and a clicker's keys", async (tab, page) => {
    await tab.complete();
    await tab.seek(40);
    const lane = await page.$eval(".lane-head .name", (e) => e.getBoundingClientRect().height);
    await page.keyboard.press("F5");
    await page.waitForFunction(() => document.documentElement.hasAttribute("data-presenter"));
    for (const gone of [".top", ".results", ".dials", ".inspect", "#run"]) {
      check(!(await shown(page, gone)), `${gone} is still to be seen`);
    }
    check((await page.$eval(".lane-head .name", (e) => e.getBoundingClientRect().height)) > lane * 1.3, "the type is not larger");
    check((await page.$eval(".told", (e) => parseFloat(getComputedStyle(e).fontSize))) * 1.4 >= 22, "the sentence is small");
    const here = await tab.event();
    await page.keyboard.press("PageDown");
    await page.waitForFunction((e) => Number(document.querySelector(".told b").innerText) > e, {}, here);
    await page.keyboard.press("PageUp");
    await page.waitForFunction((e) => Number(document.querySelector(".told b").innerText) <= e, {}, here);
    const fits = await page.evaluate(() => [document.documentElement.scrollWidth <= innerWidth, document.querySelector(".travel").getBoundingClientRect().bottom <= innerHeight + 1]);
    check(fits.every(Boolean), `it sticks out: ${fits}`);
    await page.keyboard.press("Escape");
    check(await shown(page, ".top"), "Escape does not leave it");
    await page.click("#present");
    check(!(await shown(page, ".top")), "the button does not enter it");
    await page.keyboard.press("F5");
    check(await shown(page, ".top"), "F5 does not leave it");
  });

  await test("a phone shows the stage first and one panel under it", async (tab, page) => {
    await tab.complete();
    await tab.seek(40);
    const tabs = await page.$$(".phone-tabs .tab");
    check(tabs.length === 4, "four panels");
    const panels = [".xrays", ".inspect", ".code-pane", ".results"];
    for (const [i, button] of tabs.entries()) {
      await button.click();
      await pause(50);
      for (const [j, panel] of panels.entries()) check((await shown(page, panel)) === (i === j), `${panel} after tab ${i}`);
    }
    await tabs[0].click();
    const order = await page.evaluate(() => [".lanes-panel", ".phone-tabs", ".xrays", ".travel"].map((s) => document.querySelector(s).getBoundingClientRect().top));
    check(order.every((y, i) => i === 0 || y > order[i - 1]), `from top to bottom: ${order}`);
    await page.click(".tools .menu summary");
    await page.click('.tools .item[href="#/reference"]');
    await page.waitForSelector(".reference h1");
  }, { width: 390, height: 844 });
}
