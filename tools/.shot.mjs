// node shot.mjs OUT WIDTH HEIGHT SCHEME [js-steps file]
import puppeteer from "puppeteer-core";
import { serve } from "/work/main/tests/e2e/server.mjs";
const [out, width, height, scheme, script] = process.argv.slice(2);
const site = await serve(process.env.DIST ?? "/work/main/dist", "/some/where/");
const browser = await puppeteer.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"], headless: true });
const page = await browser.newPage();
page.on("console", (m) => console.log("console:", m.text()));
page.on("pageerror", (e) => console.log("error:", String(e)));
await page.setViewport({ width: +width, height: +height });
await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
await page.goto(site.address);
await page.waitForSelector("#program", { timeout: 20000 });
const pause = (ms) => new Promise((r) => setTimeout(r, ms));
await pause(1500);
if (script) await (new (Object.getPrototypeOf(async () => {}).constructor)("page", "pause", script))(page, pause);
await page.screenshot({ path: out });
await browser.close();
process.exit(0);
