// A reader's main tasks in Firefox: node firefox.mjs PATH-OF-FIREFOX ADDRESS FOLDER-FOR-DOWNLOADS
//
// Driven over WebDriver BiDi, so that nothing but Debian's Firefox is needed. Prints what was seen, as JSON; the test
// that starts it says what should have been seen.

import { readdirSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import puppeteer from "puppeteer-core";

const [executablePath, address, folder] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  headless: true,
  userDataDir: mkdtempSync(join(folder, "profile-")),
  extraPrefsFirefox: {
    "browser.download.folderList": 2,
    "browser.download.dir": folder,
    "browser.download.useDownloadDir": true,
    "browser.download.alwaysOpenPanel": false, // the panel would take the keyboard
    "browser.download.always_ask_before_handling_new_types": false,
  },
});
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 900 });

/** What Firefox complains of: a breach of the policy is among it. */
const errors = [];
page.on("console", (message) => {
  if (["error", "warn"].includes(message.type())) errors.push(`${page.url()}: ${message.text()}`);
});
page.on("pageerror", (error) => errors.push(`${page.url()}: ${error.message}`));

/** The text of the first `selector`, once it is there. */
async function text(selector) {
  await page.waitForSelector(selector);
  return page.$eval(selector, (element) => element.textContent.replace(/\s+/g, " ").trim());
}

/** The names of the downloaded files that begin so, once there is one and it is whole. */
async function downloaded(start) {
  for (let tries = 0; tries < 100; tries++) {
    const files = readdirSync(folder).filter((name) => name.startsWith(start));
    if (files.length && !readdirSync(folder).some((name) => name.endsWith(".part"))) return files;
    await wait(100);
  }
  return [];
}

/** The tasks by name, in the order they are done; each tells what was seen. */
const tasks = {
  async home() {
    await page.goto(address);
    return text("h1");
  },
  async search() {
    await page.click("[data-search-input]");
    await page.type("[data-search-input]", "gjennomføre kontroll");
    await page.waitForSelector(".search__item");
    await page.keyboard.press("ArrowDown");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    return text("h1");
  },
  async checklist() {
    await page.goto(`${address}sporsmal/kapasitet/`);
    await page.waitForSelector(".checklist__tools:not([hidden])");
    await page.click("#kapasitet-timar");
    return text(".checklist__tools output");
  },
  async catalogue() {
    await page.goto(`${address}eksempel/?q=oslomodellen`);
    await page.waitForSelector(".filters:not([hidden])");
    return page.$$eval(".catalogue > .card:not([hidden])", (cards) => cards.length);
  },
  async download() {
    await page.goto(`${address}nedlasting/strategi/`);
    await page.$eval("a[href$='.docx']", (link) => link.click());
    return downloaded("strategi-");
  },
  async builder() {
    await page.goto(`${address}lag/#steg/om`);
    await page.waitForSelector(".builder.is-ready");
    await page.type("[name=verksemd]", "Bø kommune");
    await page.click("[data-do=next]");
    await page.waitForSelector("[data-step=kontraktar]:not([hidden])");
    await page.goBack();
    const kept = await page.$eval("[name=verksemd]", (field) => field.value);
    await page.evaluate(() => (location.hash = "steg/resultat"));
    await page.waitForSelector("[data-file='kapittel.docx']");
    await page.click("[data-file='kapittel.docx']");
    const text = await page.$eval(".result__text", (element) => element.textContent);
    const files = await downloaded("kapittel-");
    return { kept, named: text.includes("Bø kommune"), files: files.length };
  },
  async status() {
    await page.goto(`${address}status/#steg/lovkrav/grep-09`);
    await page.waitForSelector(".builder.is-ready");
    await page.click("#s-grep-09-risiko-no");
    await page.evaluate(() => (location.hash = "steg/resultat"));
    await page.waitForSelector("[data-open] > li");
    await page.click("[data-file='plan.xlsx']");
    const files = await downloaded("plan-");
    const told = await page.$eval("[data-duties]", (element) => element.textContent);
    return { told, files: files.length };
  },
  async form() {
    await page.goto(`${address}bidra/`);
    await page.waitForSelector("form.contribute:not([hidden])");
    await page.type("[name=url]", "ikkje ei lenkje");
    await page.keyboard.press("Tab");
    await page.waitForSelector("[name=url][aria-invalid=true]");
    return page.$$eval("[aria-invalid=true]", (fields) => fields.length);
  },
};

const seen = {};
try {
  for (const [name, run] of Object.entries(tasks)) seen[name] = await run();
} catch (error) {
  errors.push(`${page.url()}: ${error.message}`);
} finally {
  await browser.close();
}
console.log(JSON.stringify({ seen, errors }));
