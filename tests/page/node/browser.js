// A browser whose pages may ask for nothing, print nothing and show no dialog.

const assert = require("node:assert/strict");
const fs = require("node:fs");
const { after, before } = require("node:test");
const { pathToFileURL } = require("node:url");
const path = require("node:path");
const { chromium } = require("playwright-core");

const ARGUMENTS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(" ");

let browser;
const faults = [];

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.BROWSER, args: ARGUMENTS });
});

after(async () => {
  await browser.close();
  assert.deepEqual(faults, []);
});

const address = (name) => pathToFileURL(path.join(process.env.PAGES, `${name}.html`)).href;

// Opens a page; `options` are those of a browser's context.
const open = (name, { suffix = "", ...options } = {}) => visit(address(name) + suffix, { isExpected: (url) => url === address(name), ...options });

// Opens what is at an address, where requests may go to what is expected. `prepare` gets the page before.
async function visit(url, { isExpected, prepare = () => {}, expectedLog = /^$/, ...options }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  // A test that measures what is hidden makes the browser say so.
  const isOfTests = (text) => text.startsWith("Rendering was performed in a subtree hidden by content-visibility");
  page.on("console", (message) => isOfTests(message.text()) || expectedLog.test(message.text()) || faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => (faults.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on("request", (request) => isExpected(request.url().split(/[?#]/)[0]) || faults.push(`request: ${request.url()}`));
  await prepare(page);
  await page.goto(url);
  return page;
}

// The codes that are shown, in order.
const shown = (page) =>
  page.$$eval("main details", (entries) => entries.filter((entry) => entry.checkVisibility()).map((entry) => entry.querySelector("h3").textContent));

// The entry of a code, among the results if there are any.
const entry = (page, name) => page.locator("main details", { has: page.locator(`h3:text-is("${name}")`) }).filter({ visible: true });

const search = async (page, text) => {
  await page.fill("input", text);
  return shown(page);
};

// Puts a text into the field as the clipboard does.
const paste = (page, text) =>
  page.$eval("input", (input, text) => {
    input.focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const wasTaken = !input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    if (!wasTaken) document.execCommand("insertText", false, text);
  }, text);

const isOpen = (page, name) => entry(page, name).evaluate((entry) => entry.open);

// The values that were read from what was searched for.
const found = async (page, name) => (await entry(page, name).locator(".found").allTextContents()).join().trim().replace(/\s+/g, " ");

const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// What makes the page hard to use for some. Evaluated, since the policy of the page lets no other script in.
async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html)}`);
}

const status = (page) => page.textContent("output");

module.exports = { address, faults, found, isOpen, open, paste, search, shown, status, violations, visit };
